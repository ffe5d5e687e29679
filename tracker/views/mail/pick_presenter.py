"""The applications that an email may be about, as rows: those in sight, and those folded."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.ending import no_words
from tracker.mail.application_match import Candidate
from tracker.values.formatting import in_sentence, short_day, shortened


class Pick(NamedTuple):
    """An application that the mail may be about."""

    value: int
    role: str
    company: str
    besides: str = ""
    """Where it stands, of one whose company has another."""


def present_picks(
    choices: Sequence[tuple[int, str]],
    known: Sequence[Candidate],
    sight: Collection[int],
    today: date,
) -> tuple[list[Pick], list[Pick]]:
    """Those in sight and those that are folded: the one it surely is about stands alone."""
    by_id = {each.id: each for each in known}
    companies = Counter(by_id[value].name[1] for value, _ in choices if value in by_id)
    picks = [
        pick_of(by_id[value], companies, today) if value in by_id else Pick(value, label, "")
        for value, label in choices
    ]
    first = [each for each in picks if each.value in sight]
    return first, [each for each in picks if each.value not in sight]


def pick_of(one: Candidate, companies: Counter[str], today: date) -> Pick:
    """Its role and company; where that has two, also what tells them apart."""
    besides = standing_words(one, today) if companies[one.name[1]] > 1 else ""
    return Pick(one.id, shortened(one.role, 80), shortened(one.company, 80), besides)


def standing_words(one: Candidate, today: date) -> str:
    """Still open, applied 25 Nov; They said no on 3 Oct."""
    if one.waiting:
        on = in_sentence(short_day(one.applied_on, today)) if one.applied_on else ""
        applied = f", applied {on}" if on else ""
        return f"Still open{applied}"
    if one.said_no:
        said = no_words(one.role_closed)
        on = in_sentence(short_day(one.no_on, today)) if one.no_on else ""
        return f"{said} {'on ' if on[:1].isdigit() else ''}{on}".rstrip()
    return "Closed"
