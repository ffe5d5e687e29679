"""Applications to choose among, each with what tells it from another of the same name."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from tracker.loop.stage import Stage
from tracker.models.reads.awaiting_word import AwaitingRow
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.values.same_names import tell_apart


class ApplicationChoice(NamedTuple):
    """One row."""

    id: int
    company: str
    role: str
    stage: str
    beside: str
    """The day, and what else tells it apart; "" where nothing is known."""


def present_choices(
    rows: Sequence[AwaitingRow], user: User, at: datetime
) -> list[ApplicationChoice]:
    """In their order."""
    today = day_of(at, user.zone)
    sent = [_applied(row, user, at) for row in rows]
    talks = [row.next_interview_at or row.unreviewed_interview_at for row in rows]
    facts = [
        (
            f"interview {in_sentence(day(day_of(talk, user.zone), today))}" if talk else "",
            row.location,
            row.source,
            f"added {in_sentence(day(day_of(row.created_at, user.zone), today))}",
        )
        for row, talk in zip(rows, talks, strict=True)
    ]
    names = [(row.company, row.role, row.stage, on) for row, on in zip(rows, sent, strict=True)]
    return [
        ApplicationChoice(
            row.id, row.company, row.role, row.stage, " · ".join(filter(None, (on, more)))
        )
        for row, on, more in zip(rows, sent, tell_apart(names, facts), strict=True)
    ]


def _applied(row: AwaitingRow, user: User, at: datetime) -> str:
    """Applied Mon 12 Oct: a day, as "7 weeks ago" would be the same of many."""
    on = row.applied_on or (row.stage_since if row.stage == Stage.APPLIED else None)
    return f"applied {in_sentence(day(on, day_of(at, user.zone)))}" if on else ""
