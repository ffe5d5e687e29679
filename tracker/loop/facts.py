"""What decides the next step of an application."""

from datetime import date, datetime
from typing import NamedTuple, Protocol

from tracker.loop.ending import ending_of
from tracker.loop.stage import Stage

SILENT_FOR = 21
"""Days without a word after which it is silence, for somebody whose usual is not known yet."""


class InStage(Protocol):
    """Whatever stands in a stage."""

    @property
    def stage(self) -> str:
        """Which one."""

    @property
    def stage_since(self) -> date | None:
        """When it came there last."""

    @property
    def applied_on(self) -> date | None:
        """When it was applied for."""


def here_since(card: InStage) -> date | None:
    """From when its time in its stage is told: in Applied since applying, however it came back."""
    if card.stage == Stage.APPLIED and card.applied_on is not None:
        return card.applied_on
    return card.stage_since


class Facts(NamedTuple):
    """What decides, each an attribute of an application by the same name."""

    stage: str
    archived: bool
    stage_since: date | None
    applied_on: date | None
    next_interview_at: datetime | None
    unreviewed_interview_at: datetime | None
    offer_open: bool
    rejection_recorded: bool
    rest_until: datetime | None
    closes_on: date | None
    followed_up_on: date | None = None
    ask_next: str = "none"
    ask_turns_on: date | None = None
    feedback_unread: int = 0
    points_open: int = 0
    actions_open: int = 0
    action_due_on: date | None = None
    loop_ended: bool = False
    next_interview_hour_known: bool = True
    next_interview_is_test: bool = False
    """It is a test to be done alone by that day."""
    undated_interview_at: datetime | None = None
    """When the latest one ahead was noted whose day nobody knows yet."""
    cancelled_interview_at: datetime | None = None
    new_time_to_come: bool = False
    """They want to move that one, and have named no new time yet."""
    created_at: datetime | None = None
    quiet_days: int = SILENT_FOR
    """After how many days without a word it is silence, by what is usual for this person."""
    acknowledged_on: date | None = None
    """When they last wrote that they have it."""
    answers_by: date | None = None
    """By when they then said that they answer."""
    offer_answer_by: date | None = None
    offer_decision: str | None = None
    no_stands: bool = False
    role_closed: bool = False
    """They said that nobody gets the role."""
    called_back: bool = False
    """They wrote or called after all, to what was over (see models/summary/replies.py)."""

    @property
    def ending(self) -> str | None:
        """How it ended where nobody said a plain no."""
        return ending_of(
            self.stage, self.archived, self.offer_decision, self.rejection_recorded, self.no_stands
        )

    @property
    def is_open(self) -> bool:
        """Whether an answer may still come."""
        return self.stage in Stage.OPEN
