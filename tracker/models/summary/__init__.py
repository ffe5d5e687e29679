"""The summary columns of an application: what its next step is decided from.

Kept true by whoever changes the facts, in the same transaction; swept when time alone changes
them; compared by `onward check`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from tracker.loop.next_step import SILENT_FOR, Facts
from tracker.loop.today_rank import today_place
from tracker.loop.wake import wakes_at
from tracker.models.application import Application, Stage
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.models.summary import replies
from tracker.models.summary.loop import LoopSummary, loop_of
from tracker.models.summary.replies import Heard, heard_of
from tracker.values.days import day_of

FACTS = (
    Application.stage,
    Application.archived_at.is_not(None),
    Application.stage_since,
    Application.applied_on,
    Application.next_interview_at,
    Application.unreviewed_interview_at,
    Application.offer_received_on.is_not(None) & Application.offer_decision.is_(None),
    Application.rejection_recorded,
    Application.rest_until,
    Application.closes_on,
    Application.followed_up_on,
    Application.ask_next,
    Application.ask_turns_on,
    Application.feedback_unread,
    Application.points_open,
    Application.actions_open,
    Application.action_due_on,
    Application.loop_ended,
    Application.quiet_days,
)
"""The columns of next_step.Facts, in its order."""


@dataclass(frozen=True)
class Summary:
    """What the rows beside an application add up to at one moment."""

    next_interview_at: datetime | None
    unreviewed_interview_at: datetime | None
    rejection_on: date | None
    rejection_recorded: bool
    rest_until: datetime | None
    replies: Heard
    loop: LoopSummary

    def columns(self) -> dict[str, Any]:
        """By the names of the columns."""
        own = {name: value for name, value in vars(self).items() if name not in ("replies", "loop")}
        return own | vars(self.replies) | vars(self.loop)


def facts_of(application: Application) -> Facts:
    """The facts of a loaded application."""
    return Facts(
        application.stage,
        application.archived_at is not None,
        application.stage_since,
        application.applied_on,
        application.next_interview_at,
        application.unreviewed_interview_at,
        application.offer_open,
        application.rejection_recorded,
        application.rest_until,
        application.closes_on,
        application.followed_up_on,
        application.ask_next,
        application.ask_turns_on,
        application.feedback_unread,
        application.points_open,
        application.actions_open,
        application.action_due_on,
        application.loop_ended,
        application.quiet_days or SILENT_FOR,  # a new one has its default only once written
    )


def _summed_up() -> Select[*tuple[Any, ...]]:
    mine = Interview.application_id == bindparam("application_id")
    ahead = Interview.starts_at > bindparam("now")
    latest = (
        select(Rejection.id)
        .where(Rejection.application_id == bindparam("application_id"))
        .order_by(*Rejection.latest_first())
        .limit(1)
    )
    return select(
        select(func.min(Interview.starts_at)).where(mine, ahead).scalar_subquery(),
        select(func.max(Interview.starts_at))
        .where(mine, ~ahead, Interview.wordless())
        .scalar_subquery(),
        *(
            latest.with_only_columns(fact).scalar_subquery()
            for fact in (Rejection.on, Rejection.id.is_not(None), Rejection.rest_until)
        ),
        *replies.summed_up(),
    )


SUMMED_UP = _summed_up()
"""All in one statement, put together once: every change of an application asks it."""


def summary_of(
    session: Session, application: Application, now: datetime, zone: ZoneInfo
) -> Summary:
    """Add up the rows; those of the loop only where a card has come so far."""
    asked = {"application_id": application.id, "now": now}
    coming, unreviewed, on, recorded, rest, *found = (
        session.connection().execute(SUMMED_UP, asked).one()
    )
    moves = [row for row in session.new if isinstance(row, StageChange)]
    unwritten = [row for row in moves if row.application_id == application.id]
    loop = LoopSummary()
    if application.stage not in (Stage.APPLIED, Stage.INTERVIEW):
        loop = loop_of(session, application, day_of(now, zone))
    replies = heard_of(application, found, unwritten)
    return Summary(coming, unreviewed, on, bool(recorded), rest, replies, loop)


def summarise(session: Session, application: Application, now: datetime, zone: ZoneInfo) -> None:
    """Bring the summary columns of an application up to date; call inside `writing()`.

    What may be summed up is written first; a mere move is not, so that it is written once.
    """
    waiting = (*session.new, *session.dirty, *session.deleted)
    if not all(isinstance(row, Application | StageChange) for row in waiting):
        session.flush()
    with session.no_autoflush:
        summary = summary_of(session, application, now, zone)
    for name, value in summary.columns().items():
        if getattr(application, name) != value:
            setattr(application, name, value)
    settle(application, now, zone)


def settle(application: Application, now: datetime, zone: ZoneInfo) -> None:
    """Decide by the summary when it wakes: enough for a new one, beside which nothing stands."""
    application.pinned = application.offer_open and application.live
    application.wake_at = application.today_place = None
    if application.deleted_at is None:
        facts = facts_of(application)
        application.wake_at = wakes_at(facts, now, zone)
        application.today_place = today_place(facts, now, zone)


def asleep_too_long(session: Session, user_id: int, now: datetime) -> list[int]:
    """Applications whose next step time alone has changed since their summary was made."""
    return list(
        session.scalars(
            select(Application.id)
            .where(Application.user_id == user_id, Application.wake_at <= now)
            .order_by(Application.wake_at)
            .limit(200)
        )
    )


def sweep(session: Session, ids: Iterable[int], now: datetime, zone: ZoneInfo) -> None:
    """Bring those up to date; call inside `writing()`."""
    for application in session.scalars(select(Application).where(Application.id.in_(list(ids)))):
        summarise(session, application, now, zone)
