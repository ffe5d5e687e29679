"""What is planned for an application, as the card of its next step names it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.by_email import title_below
from tracker.loop.steps import NextStep
from tracker.models.reads.due_actions import PlannedAction
from tracker.values.formatting import day, in_sentence, unbroken

SHOWN = 3


class PresentedPlan(NamedTuple):
    """One action in a row: what it is, and when."""

    href: str
    what: str
    when: str


def present_planned(
    rows: Sequence[PlannedAction], step: NextStep, today: date, name: str = ""
) -> list[PresentedPlan]:
    """The soonest first, below that name; without the one that the button above them is about."""
    first = 1 if step.kind == "do_action" else 0
    return [
        PresentedPlan(
            f"/actions/{row.id}",
            unbroken(title_below(row.what, name)),
            _when(row, today),
        )
        for row in rows[first:SHOWN]
    ]


def _when(row: PlannedAction, today: date) -> str:
    """The moment that was written, and the day, as the plan's own sentence says them."""
    if row.due_on is None:
        return row.cue or "No day yet"
    due = in_sentence(day(row.due_on, today))
    return f"{row.cue}, by {due}" if row.cue else f"Planned for {due}"
