"""What can be told in one minute: how many, in whole numbers and in words."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application, Stage
from tracker.models.reads.loop_counts import loops
from tracker.models.rejection import Rejection
from tracker.sharing.reader import within
from tracker.values.date_range import DateRange
from tracker.values.formatting import count, plural


class SharedSummary(NamedTuple):
    """Counts of one span: applications by the day of applying, noes and actions by their own."""

    applications: int
    interviewed: int
    """Applications that came to an interview."""
    offers: int
    waiting: int
    """Applications that are open: neither answered by a no nor put away."""
    rejections: int
    asked: int
    """Rejections after which advice was asked for, or came."""
    answered: int
    closed: int
    """Rejections that led to a done action, or to an honest "nothing to act on" after an ask."""
    actions_done: int


def read_summary(session: Session, user_id: int, span: DateRange) -> SharedSummary:
    """Three statements."""
    mine = (Application.user_id == user_id, Application.deleted_at.is_(None))
    open_ = ~Application.archived & Application.stage.in_(Stage.OPEN)
    sent, interviewed, offers, waiting = session.execute(
        select(
            func.count(),
            func.count().filter(Application.interviewed),
            func.count().filter(Application.offer_received_on.is_not(None)),
            func.count().filter(open_),
        ).where(*mine, *within(span, Application.applied_on))
    ).one()
    noes, asked, answered, closed = session.execute(
        loops().where(*mine, *within(span, Rejection.on))
    ).one()
    done = session.scalar(
        select(func.count()).where(
            Action.user_id == user_id,
            Action.is_done,
            *within(span, Action.done_on),
        )
    )
    return SharedSummary(
        sent, interviewed, offers, waiting, noes, asked, answered, closed, actions_done=done or 0
    )


def in_words(counted: SharedSummary) -> list[str]:
    """A few sentences, each about one thing, true of none and of one too."""
    if not any(counted):
        return ["Nothing was written down for this time yet."]
    said = [
        applied_sentence(counted),
        asked_sentence(counted),
        loops_sentence(counted),
        actions_sentence(counted),
    ]
    return [sentence for sentence in said if sentence]


def applied_sentence(counted: SharedSummary) -> str:
    """How far the applications came."""
    if not counted.applications:
        return "No application was sent in this time."
    far = [f"{_some(counted.interviewed)} came to an interview"]
    if counted.offers:
        far.append(f"{count(counted.offers)} to an offer")
    still = "is" if counted.waiting <= 1 else "are"
    far.append(f"{_some(counted.waiting)} {still} still open")
    sent_ = plural(counted.applications, "application")
    return f"{sent_} sent: {', '.join(far[:-1])}, and {far[-1]}."


def asked_sentence(counted: SharedSummary) -> str:
    """What came of asking for advice."""
    if not counted.rejections:
        return ""
    noes = plural(counted.rejections, "rejection")
    if not counted.asked:
        return f"{noes}. Nobody has been asked for advice yet."
    told = f"{_some(counted.answered)} answered" if counted.answered else "nobody has answered yet"
    if counted.rejections == 1:
        told = "somebody answered" if counted.answered else told
        return f"{noes}. Advice was asked for, and {told}."
    return f"{noes}. Advice was asked for after {count(counted.asked)} of them, and {told}."


def loops_sentence(counted: SharedSummary) -> str:
    """How many of the rejections led on."""
    if not counted.rejections:
        return ""
    what = "something was done about it, or it was let go of after asking"
    if not counted.closed:
        return f"No loop is closed yet. A loop is closed when after a no {what}."
    loops = f"{count(counted.closed)} of {plural(counted.rejections, 'loop')} closed"
    return f"{loops}: after the no {what}."


def actions_sentence(counted: SharedSummary) -> str:
    """Actions."""
    return (
        f"{plural(counted.actions_done, 'action')} done."
        if counted.actions_done
        else ("No action is done yet.")
    )


def _some(number: int) -> str:
    return count(number) if number else "none"
