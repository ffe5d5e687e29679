"""What can be told in one minute: how many, in whole numbers and in words."""

from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.reads.loop_counts import LoopCounts, loops
from tracker.models.reads.standing import AsOf, Standing, standing
from tracker.models.rejection import Rejection
from tracker.sharing.reader import within
from tracker.values.date_range import DateRange
from tracker.values.formatting import count, plural


class SharedSummary(NamedTuple):
    """Counts of one span: applications by the day of applying, noes and actions by their own."""

    applications: int = 0
    interviewed: int = 0
    """Applications that came to an interview."""
    offers: int = 0
    """Applications that came to an offer, whatever became of it."""
    waiting: int = 0
    """How they stand, as in the nine below: together these are all applications."""
    silent: int = 0
    interview_ahead: int = 0
    offer_to_answer: int = 0
    they_said_no: int = 0
    no_answer: int = 0
    offer_accepted: int = 0
    offer_declined: int = 0
    offer_taken_back: int = 0
    withdrawn: int = 0
    rejections: int = 0
    """Noes that somebody said: silence is none."""
    asked: int = 0
    """Of these, those after which advice was asked for."""
    answered: int = 0
    """Of those asked about, those that were answered."""
    closed: int = 0
    """Rejections that led to a done action, or to an honest "nothing to act on"."""
    unasked: int = 0
    """Rejections after which feedback came though nobody had asked."""
    actions_done: int = 0

    @property
    def still_open(self) -> int:
        """Applications of which something may still come."""
        return sum(self.standing(each) for each in Standing if each.is_open)

    def standing(self, how: Standing) -> int:
        """How many stand in this way."""
        return int(getattr(self, how.value))


def read_summary(session: Session, user_id: int, span: DateRange, moment: AsOf) -> SharedSummary:
    """Three statements."""
    mine = (Application.user_id == user_id, Application.deleted_at.is_(None))
    each = (
        select(
            standing(moment).label("stands"),
            Application.interviewed,
            Application.had_offer.label("had_offer"),
        )
        .where(*mine, *within(span, Application.applied_on))
        .subquery()
    )
    stands = dict.fromkeys(Standing, 0)
    sent = interviewed = offers = 0
    rows: Any = session.execute(select(*each.c, func.count()).group_by(*each.c))
    for name, met, offered, number in rows:
        stands[Standing(name)] += number
        sent += number
        interviewed += number if met else 0
        offers += number if offered else 0
    noes = LoopCounts.of(
        session.connection().execute(loops().where(*mine, *within(span, Rejection.on)))
    )
    done = session.scalar(
        select(func.count()).where(
            Action.user_id == user_id,
            Action.is_done,
            *within(span, Action.done_on),
        )
    )
    return SharedSummary(
        applications=sent,
        interviewed=interviewed,
        offers=offers,
        **noes._asdict(),
        actions_done=done or 0,
        **{each.value: number for each, number in stands.items()},
    )


def standing_sentence(counted: SharedSummary) -> str:
    """How all of them stand, in the words that every page and file has for it."""
    if not counted.applications:
        return ""
    told = [
        f"{each.label.lower()} {count(counted.standing(each))}"
        for each in Standing
        if counted.standing(each)
    ]
    return f"{', '.join(told).capitalize()}."


def offers_sentence(counted: SharedSummary) -> str:
    """That an answer is owed is the most urgent thing there is."""
    waiting = counted.offer_to_answer
    if not waiting:
        return ""
    return f"{count(waiting)} offer{'s wait' if waiting > 1 else ' waits'} for an answer."


def asked_sentence(counted: SharedSummary) -> str:
    """What came of asking for advice."""
    if not counted.rejections:
        return ""
    noes = f"{plural(counted.rejections, 'rejection')} written down"
    came = f" Feedback came unasked after {count(counted.unasked)}." if counted.unasked else ""
    if counted.they_said_no > counted.rejections:
        came += " A card that was only moved to Rejected has none written down."
    if not counted.asked:
        return f"{noes}.{came}"
    if counted.rejections == 1:
        return f"{noes}. Advice was asked for{', and somebody answered' * bool(counted.answered)}."
    answered = f", and {count(counted.answered)} answered" if counted.answered else ""
    return f"{noes}. Advice was asked for after {count(counted.asked)} of them{answered}.{came}"


def loops_sentence(counted: SharedSummary) -> str:
    """How many of the rejections taught something; of none that did nothing is said."""
    if not counted.rejections or not counted.closed:
        return ""
    return (
        f"Something was learnt from {count(counted.closed)} of "
        f"{plural(counted.rejections, 'rejection')}: an action is done, or there was nothing to "
        "change after asking."
    )


def actions_sentence(counted: SharedSummary) -> str:
    """Actions that are done; nothing where none is."""
    return f"{plural(counted.actions_done, 'action')} done." if counted.actions_done else ""
