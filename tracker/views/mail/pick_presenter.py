"""The applications that an email may be about, as rows: those in sight, and those folded."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.stage import Stage
from tracker.mail.application_match import Candidate
from tracker.values.formatting import short_day, shortened


class Pick(NamedTuple):
    """An application that the mail may be about."""

    value: int
    role: str
    company: str
    besides: str = ""
    """Where it stands, of one that is called as another."""


def present_picks(
    choices: Sequence[tuple[int, str]],
    known: Sequence[Candidate],
    sight: Collection[int],
    today: date,
) -> tuple[list[Pick], list[Pick]]:
    """Those in sight and those that are folded: the one it surely is about stands alone."""
    by_id = {each.id: each for each in known}
    names = Counter(by_id[value].name for value, _ in choices if value in by_id)
    picks = [
        pick_of(by_id[value], names, today) if value in by_id else Pick(value, label, "")
        for value, label in choices
    ]
    first = [each for each in picks if each.value in sight]
    return first, [each for each in picks if each.value not in sight]


def pick_of(one: Candidate, names: Counter[tuple[str, str]], today: date) -> Pick:
    """Its role and company; where two are called alike, also what tells them apart."""
    besides = standing_words(one, today) if names[one.name] > 1 else ""
    return Pick(one.id, shortened(one.role, 80), shortened(one.company, 80), besides)


def standing_words(one: Candidate, today: date) -> str:
    """Applied 25 Nov; Action taken, applied 25 Nov."""
    stage = Stage(one.stage)
    applied = f" {short_day(one.applied_on, today)}" if one.applied_on else ""
    if stage is Stage.APPLIED or not applied:
        return f"{stage.label}{applied}"
    return f"{stage.label}, applied{applied}"
