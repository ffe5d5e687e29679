"""What has changed in a sheet: last time, now, and what is here, beside each other.

Nothing is proposed that was edited here: where both sides changed, both are shown, and neither
wins unasked. What the sheet doesn't say any more changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from tracker.imports.reading.changed_interviews import ChangedInterview, changed_interviews
from tracker.imports.reading.row_stage import AFTER_REJECTION, REJECTED, TAKEN_BACK
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.snapshot import Snapshot, comparable, lines_of, sign, snapshot_of
from tracker.imports.reading.status_meaning import CHOICES
from tracker.models.application_facts import EMPLOYMENTS, OF_LEADS, WAYS_TO_APPLY, WORKPLACES
from tracker.values.formatting import full_day, shortened, value_in_words

SHOWN = 400
UNDATED = "Day not known"
LABELS = {"workplace": WORKPLACES, "employment": EMPLOYMENTS, "applied_how": WAYS_TO_APPLY}
NOES = (*REJECTED, TAKEN_BACK)
FAR: Mapping[str, int] = {"lead": 0, "dated": 0, "applied": 1, "interview": 2, "offer": 3}
OVER = 4
"""How far each choice is; those not named are an end."""


@dataclass(frozen=True)
class SheetChange:
    """One thing that the sheet says anew, and what is here of it."""

    name: str
    """A fact, `status`, `notes`, `private_notes`, `applied`, `no_on`, `no_words`, `offer_on`.

    Or an interview's.
    """
    here: str
    sheet: str
    take: bool
    """Proposed: nothing here was changed since the sheet was read last."""

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


def changes_of(
    row: ReadRow, was: Snapshot | None, here: Snapshot, facts: Mapping[str, Any]
) -> list[SheetChange]:
    """All that is worth a look; `facts` are those that are here, as they are kept."""
    now = snapshot_of(row)
    if row.kind != "lead" and here.stands == "lead":
        return [SheetChange("applied", CHOICES["lead"], _applied(row), take=True)]
    names = OF_LEADS if here.stands == "lead" else None
    found = list(_facts(row, was, here, facts, names))
    if here.stands != "lead" and row.kind != "lead":
        found += _story(row, was, now, here)
    return [*found, *_notes(row, was, here)]


def _applied(row: ReadRow) -> str:
    on = row.facts.get("applied_on")
    words = CHOICES.get(snapshot_of(row).stands, "Applied")
    return f"{words}, {full_day(on)}" if isinstance(on, date) else words


def _facts(
    row: ReadRow, was: Snapshot | None, here: Snapshot, kept: Mapping[str, Any], names: Any
) -> Iterator[SheetChange]:
    now = comparable(row.facts)
    for name in names or now:
        mine, theirs = here.facts.get(name), now[name]
        before = was.facts.get(name) if was else None
        if theirs in (None, mine) or (was and theirs == before):
            continue
        untouched = mine == before if was else mine is None
        yield SheetChange(
            name, _label(name, kept.get(name)), _label(name, row.facts[name]), untouched
        )


def _story(
    row: ReadRow, was: Snapshot | None, now: Snapshot, here: Snapshot
) -> Iterator[SheetChange]:
    moves = _status(was, now, here)
    for each in changed_interviews(was, now, here):
        if each.talk.on is not None or moves is None:  # else it is what the status says
            yield _talk(each, untouched=was is not None and not each.mine)
    if moves is not None:
        yield moves
    elif now.no is not None and here.no is not None:
        yield from _no(was, now, here)
    if now.offer and now.offer.on and here.offer and now.offer.on != here.offer.on:
        before = was.offer.on if was and was.offer else None
        if not (was and was.offer and before == now.offer.on):
            untouched = was is not None and here.offer.on == before
            yield SheetChange("offer_on", _words(here.offer.on), full_day(now.offer.on), untouched)


def _talk(each: ChangedInterview, untouched: bool) -> SheetChange:
    day = full_day(each.talk.on) if each.talk.on else UNDATED
    words = f"{day}, {each.talk.at}" if each.talk.at else day
    if not each.moved:
        return SheetChange(f"interview:{each.place}", "", words, untouched)
    before = each.was.isoformat() if each.was else ""
    mine = full_day(each.was) if each.was else UNDATED
    return SheetChange(f"interview:{each.place}:{before}", mine, words, untouched)


def _status(was: Snapshot | None, now: Snapshot, here: Snapshot) -> SheetChange | None:
    if now.stands == here.stands or (was and now.stands == was.stands):
        return None
    if now.stands in NOES and here.stands in (*NOES, *AFTER_REJECTION):
        return None
    far, near = FAR.get(now.stands, OVER), FAR.get(here.stands, OVER)
    if far <= near < OVER and not (was and here.stands == was.stands):
        return None  # here it is further on already
    if was is None and far <= near:
        return None
    back = was is not None and far < FAR.get(was.stands, OVER) and far < OVER
    alive = was is not None and was.stands not in FAR and far > 1
    untouched = was is not None and _same(here.stands, was.stands)
    take = untouched and (not back or alive)
    return SheetChange("status", _choice(here.stands), _choice(now.stands), take)


def _same(one: str, other: str) -> bool:
    return one == other or (one in NOES and other in NOES)


def _no(was: Snapshot | None, now: Snapshot, here: Snapshot) -> Iterator[SheetChange]:
    assert now.no is not None
    assert here.no is not None
    before = was.no if was else None
    for name, label in (("on", "no_on"), ("words", "no_words")):
        theirs, mine = getattr(now.no, name), getattr(here.no, name)
        known = getattr(before, name) if before else None
        if not theirs or theirs == mine or (was and theirs == known):
            continue
        untouched = was is not None and (mine or None) == (known or None)
        yield SheetChange(label, _words(mine), _words(theirs), untouched)


def _notes(row: ReadRow, was: Snapshot | None, here: Snapshot) -> Iterator[SheetChange]:
    known = here.lines | (was.lines if was else frozenset())
    new = [line for line in lines_of(row.notes) if sign(line) not in known]
    if new:
        yield SheetChange("notes", "", _words("\n".join(new)), was is not None)
    known = here.lines | (was.private if was else frozenset())
    private = [line for line in lines_of(row.private_notes) if sign(line) not in known]
    if private:
        yield SheetChange("private_notes", "", _words("\n".join(private)), was is not None)


def _choice(name: str) -> str:
    return CHOICES.get(name) or name.replace("_", " ").capitalize()


def _label(name: str, value: Any) -> str:
    labels: Mapping[str, str] = LABELS.get(name, {})
    return labels.get(value) or _words(value)


def _words(value: Any) -> str:
    return shortened(value_in_words(value), SHOWN)
