"""What an email asks for by now: its day, and the interview that it is about."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tracker.loop.by_email import bare_words
from tracker.loop.day_words import number_words
from tracker.models.reads.due_actions import DueAction
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, moment, unbroken


def asked_why(plan: DueAction, now: datetime, zone: ZoneInfo) -> str:
    """Answer today · Interview Thu 3 Dec, 14:30; the company and the role stand above it."""
    today = day_of(now, zone)
    does = bare_words(plan.what, plan.company or plan.role or "")
    parts = [f"{does}{_due_words(plan.due_on, today)}"]
    at = plan.starts_at
    if at is not None and at > now and not plan.is_test:
        parts.append(f"Interview {in_sentence(moment(at, zone, today, plan.hour_known))}")
    return unbroken(" · ".join(parts))


def _due_words(on: date | None, today: date) -> str:
    if on is None:
        return ""
    return " today" if on == today else f", due {in_sentence(day(on, today))}"


def asked_clause(tests: Sequence[bool]) -> str:
    """The part of the day's sentence: one answer due today. `tests` says which are a test."""
    same = all(tests) or not any(tests)
    what = ("test" if all(tests) else "answer") if same else "thing"
    plural = "" if len(tests) == 1 else "s"
    whose = "" if same else " they asked for"
    return f"{number_words(len(tests))} {what}{plural}{whose} due today"
