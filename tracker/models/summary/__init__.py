"""The summary columns of an application: what its next step is decided from.

Kept true by every transaction that touches what they are made of (see touched.py); swept when time
alone changes them; compared by `onward check`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.loop.facts import SILENT_FOR, Facts
from tracker.loop.today_rank import today_place
from tracker.loop.wake import wakes_at
from tracker.models.application import Application
from tracker.models.base import UtcDateTime
from tracker.models.interview import POSTPONED, Interview, expected_after
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.models.summary import replies
from tracker.models.summary.loop import BEGUN, LoopSummary, loop_of
from tracker.models.summary.replies import Replies, replies_of
from tracker.values.days import day_of

FACTS = tuple(getattr(Application, name).label(name) for name in Facts._fields)
"""What a row selects last, so that facts_in() finds it there: each is of its own name."""
FACTS_OF = attrgetter(*Facts._fields)


def facts_in(row: Sequence[Any]) -> Facts:
    """The facts of a row that selects FACTS last; by place, which is 30 times as quick as by name.

    A board reads hundreds.
    """
    return Facts._make(row[-len(FACTS) :])


def facts_of(application: Application) -> Facts:
    """The facts of a loaded application; a new one has its usual silence only once written."""
    known = Facts._make(FACTS_OF(application))
    return known if known.quiet_days else known._replace(quiet_days=SILENT_FOR)


@dataclass(frozen=True)
class Summary:
    """What the rows beside an application add up to at one moment."""

    next_interview_at: datetime | None = None
    next_interview_hour_known: bool = True
    next_interview_is_test: bool = False
    unreviewed_interview_at: datetime | None = None
    undated_interview_at: datetime | None = None
    cancelled_interview_at: datetime | None = None
    new_time_to_come: bool = False
    offer_open: bool = False
    offer_received_on: date | None = None
    offer_answer_by: date | None = None
    offer_decision: str | None = None
    offer_note: str = ""
    rejection_on: date | None = None
    rejection_recorded: bool = False
    no_stands: bool = False
    role_closed: bool = False
    rest_until: datetime | None = None
    replies: Replies = field(default_factory=Replies)
    loop: LoopSummary = field(default_factory=LoopSummary)

    def columns(self) -> dict[str, Any]:
        """By the names of the columns."""
        own = {name: value for name, value in vars(self).items() if name not in ("replies", "loop")}
        return own | vars(self.replies) | vars(self.loop)


NOTHING = Summary()
"""Of a new one, beside which no row stands yet."""
KEPT = frozenset((*NOTHING.columns(), "pinned", "wake_at", "today_place"))
"""The columns of an application that nobody writes: they are worked out here."""


def _summed_up() -> Select[*tuple[Any, ...]]:
    mine = Interview.application_id == bindparam("application_id")
    ahead = Interview.starts_at > bindparam("now")
    coming = ahead & Interview.awaited()
    latest = Rejection.latest_of(bindparam("application_id"))
    offered = Offer.of(bindparam("application_id")).limit(1)
    first_offer = select(func.min(Offer.received_on)).where(
        Offer.application_id == bindparam("application_id")
    )
    return select(
        select(func.min(Interview.starts_at)).where(mine, coming).scalar_subquery(),
        *(
            select(fact)
            .where(mine, coming)
            .order_by(Interview.starts_at, Interview.id)
            .limit(1)
            .scalar_subquery()
            for fact in (Interview.hour_known, Interview.is_test)
        ),
        select(func.max(Interview.starts_at))
        .where(mine, ~ahead, Interview.wordless())
        .scalar_subquery(),
        select(func.max(Interview.created_at))
        .where(mine, Interview.day_to_come(bindparam("expected_after", type_=UtcDateTime())))
        .scalar_subquery(),
        *(each.scalar_subquery() for each in _called_off(mine)),
        first_offer.scalar_subquery(),
        *(
            offered.with_only_columns(fact).scalar_subquery()
            for fact in (Offer.is_open, Offer.answer_by, Offer.decision, Offer.note)
        ),
        *(
            latest.with_only_columns(fact).scalar_subquery()
            for fact in (
                Rejection.on,
                Rejection.id.is_not(None),
                Rejection.is_said,
                Rejection.role_cancelled & Rejection.is_said,
                Rejection.rest_until,
            )
        ),
        BEGUN,
        *replies.summed_up(),
    )


def _called_off(mine: ColumnElement[bool]) -> tuple[Select[*tuple[Any, ...]], ...]:
    """When the latest was, and whether it is to be moved; none if another came since."""
    other, at = aliased(Interview), Interview.called_off_at()
    since = exists().where(
        other.application_id == Interview.application_id,
        ~other.is_off,
        or_(other.starts_at > at, other.created_at > at),
    )
    there = mine, Interview.is_off, ~since
    latest = select(Interview.outcome == POSTPONED).where(*there)
    return (
        select(func.max(at)).where(*there),
        latest.order_by(at.desc(), Interview.id.desc()).limit(1),
    )


BESIDE = 18
"""Columns of it that are not of the replies."""
SUMMED_UP = _summed_up()
"""All in one statement, put together once: every change of an application asks it."""


def summary_of(
    session: Session, application: Application, now: datetime, zone: ZoneInfo
) -> Summary:
    """Add up the rows."""
    moves = [row for row in session.new if isinstance(row, StageChange)]
    unwritten = [row for row in moves if row.application_id == application.id]
    undone = next((row.undoes_id for row in unwritten if row.undoes_id), 0)
    asked = {"application_id": application.id, "now": now, "undone": undone}
    asked["expected_after"] = expected_after(application)
    row = session.connection().execute(SUMMED_UP, asked).one()
    coming, hour_known, is_test, unreviewed, undated, called_off, to_move = row[:7]
    *offer, on, recorded, said, closed, rest, begun = row[7:BESIDE]
    received, offer_open, answer_by, decision, offer_note = offer
    found = row[BESIDE:]
    loop = loop_of(session, application, day_of(now, zone)) if begun else LoopSummary()
    replies = replies_of(application, found, unwritten)
    known = hour_known is None or bool(hour_known)
    return Summary(
        coming,
        known,
        bool(is_test),
        unreviewed,
        undated,
        called_off,
        bool(to_move),
        bool(offer_open),
        received,
        answer_by,
        decision,
        offer_note or "",
        on,
        bool(recorded),
        bool(said),
        bool(closed),
        rest,
        replies,
        loop,
    )


def summarise(session: Session, application: Application, now: datetime, zone: ZoneInfo) -> None:
    """Bring the summary columns up to date; of what stands beside, moves alone may wait."""
    put(application, summary_of(session, application, now, zone), now, zone)


def put(application: Application, summary: Summary, now: datetime, zone: ZoneInfo) -> None:
    """Let an application say what its rows add up to."""
    for name, value in summary.columns().items():
        if getattr(application, name) != value:
            setattr(application, name, value)
    settle(application, now, zone)


def settle(application: Application, now: datetime, zone: ZoneInfo) -> None:
    """Decide by the summary when it wakes, and where it stands on Today."""
    application.pinned = bool(application.offer_open) and application.live
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
