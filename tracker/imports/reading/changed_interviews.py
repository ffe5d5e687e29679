"""Which interviews are new in a sheet, and which are on another day now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.imports.reading.snapshot import Snapshot
from tracker.imports.reading.wide_format import ReadInterview


@dataclass(frozen=True)
class ChangedInterview:
    """An interview that the sheet tells anew."""

    place: int
    """Which one it is of those in the row."""
    talk: ReadInterview
    moved: bool = False
    """It was known before, on another day or on none."""
    was: date | None = None
    mine: bool = False
    """It was put on another day here, or taken away."""


def changed_interviews(
    was: Snapshot | None, now: Snapshot, here: Snapshot
) -> Iterator[ChangedInterview]:
    """Those that what is here doesn't tell yet."""
    before = list(was.talks) if was else []
    new = list(enumerate(now.talks))
    for same in (_what, _when):
        new = [(place, talk) for place, talk in new if not _is_among(before, talk, same)]
    known = {talk.on for talk in here.talks if talk.on}
    missing = len(now.talks) - len(here.talks)
    for place, talk in new:
        if talk.on is None:
            missing -= 1
            if missing >= 0:
                yield ChangedInterview(place, talk)
            continue
        earlier = _earlier(talk, before)
        if earlier is None:
            if talk.on not in known:
                yield ChangedInterview(place, talk)
            continue
        before.remove(earlier)
        if talk.on in known and not _hour_is_new(talk, here):
            continue
        kept = any(_when(each) == _when(earlier) for each in here.talks)
        mine = None if kept else _sole_other(here, now)
        if kept or mine is not None:
            on = mine.on if mine is not None else earlier.on
            yield ChangedInterview(place, talk, moved=True, was=on, mine=not kept)
        else:
            yield ChangedInterview(place, talk, mine=True)


def _sole_other(here: Snapshot, now: Snapshot) -> ReadInterview | None:
    """The one interview here that the sheet doesn't know: it was put off here."""
    days = {talk.on for talk in now.talks}
    others = [each for each in here.talks if each.on not in days]
    return others[0] if len(others) == 1 else None


def _earlier(talk: ReadInterview, before: list[ReadInterview]) -> ReadInterview | None:
    """The one that it was last time: of the same kind, else any; an undated one first."""
    order = sorted(
        before, key=lambda each: (each.on != talk.on, each.kind != talk.kind, each.on is not None)
    )
    return order[0] if order else None


def _hour_is_new(talk: ReadInterview, here: Snapshot) -> bool:
    return bool(talk.at) and all(each.at != talk.at for each in here.talks if each.on == talk.on)


def missing_interviews(talks: Iterable[ReadInterview], here: Iterable[str]) -> list[ReadInterview]:
    """Those without a day whose kind is not here as often as they are told."""
    kinds, told = list(here), list(talks)
    missing = max(0, len(told) - len(kinds))
    new = []
    for talk in told:
        if talk.kind in kinds:
            kinds.remove(talk.kind)
        elif talk.on is None:
            new.append(talk)
    return new[:missing]


def _is_among(
    before: list[ReadInterview], talk: ReadInterview, same: Callable[[ReadInterview], Any]
) -> bool:
    """Whether it was told before, which is said only once."""
    found = next((each for each in before if same(each) == same(talk)), None)
    if found is not None:
        before.remove(found)
    return found is not None


def _what(talk: ReadInterview) -> tuple[date | None, str, str]:
    return *_when(talk), talk.kind


def _when(talk: ReadInterview) -> tuple[date | None, str]:
    return talk.on, talk.at
