"""What the rows of the loop add up to: asking, answers, points, actions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from tracker.loop.ask_state import AskAttempt as Tried
from tracker.loop.ask_state import AskState, ask_state
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange

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


BEGUN = select(
    or_(
        *(
            exists().where(rows.application_id == bindparam("application_id"))
            for rows in (Rejection, Feedback, FeedbackPoint, Action)
        )
    )
)
"""Whether there is anything to add up: for a card that is merely moved there is not."""


def loop_of(session: Session, application: Application, today: date) -> LoopSummary:
    """Add up the rows beside it; nothing is asked about and no loop ends while it is open."""
    if not session.connection().scalar(BEGUN, {"application_id": application.id}):
        return LoopSummary()
    if application.is_open:
        return _while_open(session, application)
    rejection = Rejection.latest(session, application)
    open_actions, due_on, done = _actions(session, application)
    ask_next, turns_on = _ask(session, application, rejection, today)
    ended = rejection is not None and rejection.nothing_to_act_on_at is not None
    return LoopSummary(
        ask_next=ask_next,
        ask_turns_on=turns_on,
        feedback_unread=_unread(session, application),
        points_open=_points(session, application),
        actions_open=open_actions,
        action_due_on=due_on,
        loop_ended=done or ended,
    )


def _while_open(session: Session, application: Application) -> LoopSummary:
    """Advice between two interviews, and what is done with it."""
    open_actions, due_on, _ = _actions(session, application)
    return LoopSummary(
        feedback_unread=_unread(session, application),
        points_open=_points(session, application),
        actions_open=open_actions,
        action_due_on=due_on,
    )


def _actions(session: Session, application: Application) -> tuple[int, date | None, bool]:
    mine = Action.about(application.id)
    opened, due_on = session.execute(
        select(func.count(), func.min(Action.due_on)).where(mine, Action.done_on.is_(None))
    ).one()
    earlier = StageChange.reopened_after(application.id, Action.created_at)
    done = session.scalar(select(exists().where(mine, Action.done_on.is_not(None), ~earlier)))
    return opened, due_on, bool(done)


def _ask(
    session: Session, application: Application, rejection: Rejection | None, today: date
) -> tuple[str, date | None]:
    latest = latest_answer(session, application)
    if rejection is None:
        return ANSWERED if latest else UNASKED
    if rejection.stopped_asking_at is not None:
        return "closed", None
    earlier = StageChange.reopened_after(application.id, Attempt.created_at)
    attempts = session.scalars(Attempt.of(application).where(~earlier))
    can_call = _can_call(session, application)
    state = asked(rejection, attempts, latest, today, can_call=can_call)
    if state.over and latest is not None:
        return ANSWERED
    return (state.name if state.over else state.next), state.turns_on


def latest_answer(session: Session, application: Application) -> Feedback | None:
    """The latest to the no that counts: not what they said before they called after all."""
    earlier = StageChange.reopened_after(application.id, Feedback.created_at)
    return session.scalar(Feedback.of(application).where(~earlier).limit(1))


def asked(
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
        feedback_on=(latest.received_on or latest.created_at.date()) if latest else None,
        generic=latest is not None and latest.specific is False,
    )


def fresh_ask(on: date | None, today: date, can_call: bool) -> tuple[str, date | None]:
    """The two columns of a rejection that nobody has asked about; an undated one is long past."""
    if on is None:
        return LAPSED
    state = ask_state((), today, can_call=can_call, since=on)
    return (state.name if state.over else state.next), state.turns_on


def _can_call(session: Session, application: Application) -> bool:
    return bool(
        session.scalar(
            select(
                exists().where(
                    ApplicationContact.application_id == application.id,
                    ApplicationContact.contact_id == Contact.id,
                    Contact.phone != "",
                )
            )
        )
    )


def _unread(session: Session, application: Application) -> int:
    picked = exists().where(FeedbackPoint.feedback_id == Feedback.id)
    return (
        session.scalar(
            select(func.count())
            .select_from(Feedback)
            .where(Feedback.application_id == application.id, Feedback.specific.is_(None), ~picked)
        )
        or 0
    )


def _points(session: Session, application: Application) -> int:
    found = Action.open_points(application.id).with_only_columns(FeedbackPoint.id).order_by(None)
    return session.scalar(select(func.count()).select_from(found.subquery())) or 0
