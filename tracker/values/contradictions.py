"""Days that can hardly be right: what is asked about one, in words; nothing is ever refused."""

from datetime import date
from typing import Literal

from tracker.values.days import days_after
from tracker.values.formatting import full_day

Kind = Literal[
    "applied", "interview", "no", "feedback", "attempt", "offer", "answer", "due", "ending", "done"
]
"""What happened on a day, or shall."""

AHEAD = frozenset({"interview", "due"})
"""What may lie ahead; but hardly further than FAR."""
FAR = 366
ANYHOW = frozenset({"due"})
"""What has no order with applying."""


def doubt(
    kind: Kind,
    on: date | None,
    today: date,
    applied_on: date | None = None,
    answered_on: date | None = None,
    offered_on: date | None = None,
) -> str:
    """What to ask about a day; nothing where it can be right.

    `applied_on` is when it was applied for; `answered_on`, asked of the day of applying alone, is
    the first day on which anything came back; `offered_on`, of an answer, is when that offer came.
    """
    if on is None:
        return ""
    if on > (days_after(today, FAR) if kind in AHEAD else today):
        far = "more than a year" if kind in AHEAD else "still"
        return f"That day is {far} ahead. Is it right?"
    if kind == "applied":
        if answered_on is None or on <= answered_on:
            return ""
        return f"Something came back before that, on {full_day(answered_on)}. Is it right?"
    if applied_on is not None and on < applied_on and kind not in ANYHOW:
        return f"That is before you applied, on {full_day(applied_on)}. Is it right?"
    if offered_on is not None and on < offered_on:
        return f"That is before their offer came, on {full_day(offered_on)}. Is it right?"
    return ""
