"""What is kept on an application for its next step: summed up from what stands beside it."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.facts import SILENT_FOR
from tracker.models.base import Word, Words


class ApplicationSummary:
    """Kept true at every commit that touches what it sums up (see models/summary)."""

    next_interview_at: Mapped[datetime | None]
    next_interview_hour_known: Mapped[bool] = mapped_column(default=True)
    next_interview_is_test: Mapped[bool] = mapped_column(default=False)
    """It is a test to be done alone by that day."""
    unreviewed_interview_at: Mapped[datetime | None]
    undated_interview_at: Mapped[datetime | None]
    """When the latest one ahead was noted whose day nobody knows yet."""
    cancelled_interview_at: Mapped[datetime | None]
    """When they called the latest one off; None once another was noted or held since."""
    new_time_to_come: Mapped[bool] = mapped_column(default=False)
    """That one is to be moved, and is not cancelled."""
    offer_open: Mapped[bool] = mapped_column(default=False)
    """The latest offer waits for an answer, whether its day is known or not."""
    offer_received_on: Mapped[date | None]
    """The day of the first offer; what follows is of the latest (see models/offer.py)."""
    offer_answer_by: Mapped[date | None]
    offer_decision: Mapped[Word | None]
    offer_note: Mapped[Words] = mapped_column(default="")
    rejection_on: Mapped[date | None]
    rejection_recorded: Mapped[bool] = mapped_column(default=False)
    """One stands that counts, be it silence; what follows says whether somebody said it."""
    no_stands: Mapped[bool] = mapped_column(default=False)
    role_closed: Mapped[bool] = mapped_column(default=False)
    """They said that nobody gets the role."""
    rest_until: Mapped[datetime | None]
    interviewed: Mapped[bool] = mapped_column(default=False)
    """It came to an interview (see summary/replies.py, as for the five below)."""
    interviewed_on: Mapped[date | None]
    no_said: Mapped[bool] = mapped_column(default=False)
    no_on: Mapped[date | None]
    called_back: Mapped[bool] = mapped_column(default=False)
    called_on: Mapped[date | None]
    quiet_days: Mapped[int] = mapped_column(default=SILENT_FOR)
    """After how many days without a word it is silence (see summary/usual_silence.py)."""
    ask_next: Mapped[Word] = mapped_column(default="none")
    """What the ask after a no calls for: the words of tracker.loop.ask_state."""
    ask_turns_on: Mapped[date | None]
    """The day on which that changes by time alone."""
    feedback_unread: Mapped[int] = mapped_column(default=0)
    """Answers that nobody has sorted into points yet."""
    points_open: Mapped[int] = mapped_column(default=0)
    """Points to improve that no action answers yet."""
    actions_open: Mapped[int] = mapped_column(default=0)
    action_due_on: Mapped[date | None]
    loop_ended: Mapped[bool] = mapped_column(default=False)
    """An action is done, or there was nothing to act on."""
    wake_at: Mapped[datetime | None]
    today_place: Mapped[int | None] = mapped_column(BigInteger)
    """Where its next step stands on Today (see tracker.loop.today_rank)."""
