"""How an application stands: the one vocabulary, whose parts add up to all applications.

The rule is one SQL expression; tests/models/reads/test_standing.py holds it against a plain reading
of the columns, over every combination of what it is made of.
"""

from datetime import date, datetime
from enum import StrEnum, nonmember
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, SQLColumnExpression, case, func

from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.offer import ACCEPTED, DECLINED, TAKEN_BACK
from tracker.values.days import day_of, days_after


class Standing(StrEnum):
    """Every application stands in exactly one of these ways."""

    WAITING = "waiting"
    SILENT = "silent"
    INTERVIEW_AHEAD = "interview_ahead"
    OFFER_TO_ANSWER = "offer_to_answer"
    THEY_SAID_NO = "they_said_no"
    NO_ANSWER = "no_answer"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    OFFER_TAKEN_BACK = "offer_taken_back"
    WITHDRAWN = "withdrawn"

    OPEN = nonmember((WAITING, SILENT, INTERVIEW_AHEAD, OFFER_TO_ANSWER))
    """Those of which something may still come."""

    @property
    def label(self) -> str:
        """Its name on the screen and in files."""
        return self.value.replace("_", " ").capitalize()

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self in Standing.OPEN


class AsOf(NamedTuple):
    """When it is looked at; in SQL, what a statement is told of that."""

    now: datetime | SQLColumnExpression[datetime]
    silent_before: date | SQLColumnExpression[date]
    """Who applied before this day and has had no word counts as silent."""


def as_of(now: datetime, zone: ZoneInfo, quiet_days: int) -> AsOf:
    """More than so many days without a word are silence."""
    return AsOf(now, days_after(day_of(now, zone), -quiet_days))


ENDED: dict[str | None, Standing] = {
    Outcome.OFFER_ACCEPTED: Standing.OFFER_ACCEPTED,
    Outcome.OFFER_DECLINED: Standing.OFFER_DECLINED,
    Outcome.WITHDRAWN: Standing.WITHDRAWN,
}
"""What the person put it away as; a loop that is closed says nothing of what they answered.

A role that they closed is no silence: it ended by them, if without a word to the person.
"""
DECIDED: dict[str | None, Standing] = {
    ACCEPTED: Standing.OFFER_ACCEPTED,
    DECLINED: Standing.OFFER_DECLINED,
}
"""Answers to an offer; one taken back while the card is open again ends nothing."""


def standing(moment: AsOf) -> ColumnElement[str]:
    """The first that is true, of the columns of an application."""
    row, (known, heard) = Application, _at_any_time()
    return case(
        *known,
        (row.next_interview_at > moment.now, Standing.INTERVIEW_AHEAD.value),
        ((row.applied_on < moment.silent_before) & ~heard, Standing.SILENT.value),
        else_=Standing.WAITING.value,
    )


def answered() -> ColumnElement[bool]:
    """Whether anything came back; whoever was answered once is silent no more."""
    row = Application
    return row.interviewed | row.no_said | row.called_back | row.offer_decision.is_not(None)


@cache
def _at_any_time() -> tuple[list[tuple[Any, str]], Any]:
    """What no moment changes, put together once; and whether anything came back."""
    row = Application
    away, is_open = row.archived_at.is_not(None), row.stage.in_(Stage.OPEN)
    over = away | ~is_open
    closed = func.coalesce(row.outcome, "") == Outcome.ROLE_CLOSED
    said = row.no_stands | closed | ~is_open & ~row.rejection_recorded
    known = [
        ((row.offer_decision == TAKEN_BACK) & over, Standing.OFFER_TAKEN_BACK.value),
        *((row.outcome == word, ended.value) for word, ended in ENDED.items()),
        *((row.offer_decision == word, ended.value) for word, ended in DECIDED.items()),
        (row.offer_open & away & closed, Standing.OFFER_TAKEN_BACK.value),
        (row.offer_open & away, Standing.WITHDRAWN.value),
        (row.offer_open, Standing.OFFER_TO_ANSWER.value),
        (over & said, Standing.THEY_SAID_NO.value),
        (over, Standing.NO_ANSWER.value),
    ]
    return known, answered()
