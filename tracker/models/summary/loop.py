"""What the rows of the loop add up to: asking, answers, points, actions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from tracker.loop.ask.invitation import invites_a_question
from tracker.loop.ask_state import ASK_WITHIN, AskState, ask_state
from tracker.loop.ask_state import AskAttempt as Tried
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.values.days import days_after

UNASKED = ("none", None)
LAPSED = ("lapsed", None)
ANSWERED = ("answered", None)


@dataclass(frozen=True)
class LoopSummary:
    """The columns of an application that the loop's next steps are decided from."""

    ask_next: str = "none"
    ask_turns_on: date | None = None
    feedback_unread: int = 0
    points_open: int = 0
    actions_open: int = 0
    action_due_on: date | None = None
    loop_ended: bool = False


MINE: BindParameter[int] = bindparam("application_id")
BEGUN = or_(
    *(
        exists().where(rows.application_id == MINE)
        for rows in (Rejection, Feedback, FeedbackPoint, Action)
    )
)
"""Whether there is anything to add up: for a card that is merely moved there is not."""


def _beside() -> Select[*tuple[Any, ...]]:
    """Answers nobody read, points nobody answers; what is to do, from when; done; a number."""
    picked = exists().where(FeedbackPoint.feedback_id == Feedback.id)
    unread = Feedback.specific.is_(None) & ~picked
    points = Action.open_points(MINE).with_only_columns(FeedbackPoint.id).order_by(None).subquery()
    mine, to_do = Action.about(MINE), Action.done_on.is_(None)
    earlier = StageChange.reopened_after(MINE, Action.created_at)
    return select(
        select(func.count(Feedback.id))
        .where(Feedback.application_id == MINE, unread)
        .scalar_subquery(),
        select(func.count()).select_from(points).scalar_subquery(),
        select(func.count(Action.id)).where(mine, to_do).scalar_subquery(),
        select(func.min(Action.due_on)).where(mine, to_do).scalar_subquery(),
        exists().where(mine, ~to_do, ~earlier),
        exists().where(
            ApplicationContact.application_id == MINE,
            ApplicationContact.contact_id == Contact.id,
            Contact.phone != "",
        ),
    )


def _after_all(rows: type[Attempt] | type[Feedback]) -> ColumnElement[bool]:
    """Those of an application that were not written before they called after all."""
    earlier = StageChange.reopened_after(MINE, rows.created_at)
    return (rows.application_id == MINE) & ~earlier


BESIDE = _beside()
LATEST_ANSWER = (
    select(Feedback)
    .where(_after_all(Feedback))
    .order_by(Feedback.created_at.desc(), Feedback.id.desc())
    .limit(1)
)
ATTEMPTS = select(Attempt).where(_after_all(Attempt)).order_by(Attempt.on, Attempt.id)
"""Put together once: to do so takes ten times as long as to ask, and every change asks."""


def loop_of(session: Session, application: Application, today: date) -> LoopSummary:
    """Add up the rows beside it; nothing is asked about and no loop ends while it is open."""
    rejection = None if application.is_open else Rejection.latest(session, application)
    asked_for = {"application_id": application.id}
    unread, points, to_do, due_on, done, can_call = session.execute(BESIDE, asked_for).one()
    advice = LoopSummary(
        feedback_unread=unread, points_open=points, actions_open=to_do, action_due_on=due_on
    )
    if application.is_open:  # advice between two interviews, and what is done with it
        return advice
    ask_next, turns_on = _ask(session, application, rejection, today, can_call=bool(can_call))
    ended = rejection is not None and rejection.nothing_to_act_on_at is not None
    return replace(advice, ask_next=ask_next, ask_turns_on=turns_on, loop_ended=bool(done) or ended)


def _ask(
    session: Session,
    application: Application,
    rejection: Rejection | None,
    today: date,
    *,
    can_call: bool,
) -> tuple[str, date | None]:
    latest = latest_answer(session, application)
    if rejection is None:
        return ANSWERED if latest else UNASKED
    if rejection.stopped_asking_at is not None:
        return "closed", None
    if rejection.brings_advice and latest is None:
        lapses = days_after(rejection.on or today, ASK_WITHIN)
        if today < lapses:
            return "look", lapses
    attempts = attempts_since(session, application)
    state = ask_state_of(rejection, attempts, latest, today, can_call=can_call)
    if state.over and latest is not None:
        return ANSWERED
    return (state.name if state.over else state.next), state.turns_on


def latest_answer(session: Session, application: Application) -> Feedback | None:
    """The latest to the no that counts: not what they said before they called after all."""
    return session.scalar(LATEST_ANSWER, {"application_id": application.id})


def attempts_since(session: Session, application: Application) -> Sequence[Attempt]:
    """Those about the no that counts, the oldest first."""
    return session.scalars(ATTEMPTS, {"application_id": application.id}).all()


def ask_state_of(
    rejection: Rejection | None,
    attempts: Iterable[Attempt],
    latest: Feedback | None,
    today: date,
    *,
    can_call: bool,
) -> AskState:
    """How far the ask about a no has come; one whose day nobody knows was long ago."""
    return ask_state(
        [
            Tried(
                row.on,
                row.channel,
                row.result,
                row.kind,
                row.follow_up_on,
                latest is None or row.created_at >= latest.created_at,
            )
            for row in attempts
            if row.rejection_id in (None, rejection.id if rejection else None)
        ],
        today,
        can_call=can_call,
        since=(rejection.on or date.min) if rejection else None,
        silent=rejection is not None and not rejection.is_said,
        feedback_on=(latest.received_on or latest.created_at.date()) if latest else None,
        generic=latest is not None and latest.specific is False,
        invited=latest is not None and invites_a_question(latest.words),
    )


def fresh_ask(on: date | None, today: date, *, silent: bool) -> tuple[str, date | None]:
    """The two columns of a rejection that nobody has asked about, where nobody has a number.

    An undated one is long past.
    """
    if on is None:
        return LAPSED
    state = ask_state((), today, can_call=False, since=on, silent=silent)
    return (state.name if state.over else state.next), state.turns_on
