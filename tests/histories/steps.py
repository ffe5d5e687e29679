"""What can happen in a search, in any order: a step is a verb of the models, and one commit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import Build
from tests.histories.importing import IMPORTING
from tracker.database import writing
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models import (
    Action,
    ActionUse,
    Application,
    Attempt,
    Document,
    Feedback,
    FeedbackPoint,
    Interview,
    Offer,
    Rejection,
    StageChange,
    User,
)
from tracker.models.changes import bin as bins
from tracker.models.changes.action import (
    complete_action,
    done_on_day,
    drop_action,
    plan,
    reopen_action,
)
from tracker.models.changes.archival import archive, ended_on_day, put_back, unarchive
from tracker.models.changes.feedback import record_feedback
from tracker.models.changes.interviews import add_interview, cancel_coming
from tracker.models.changes.many import WantedChange, change_many, loaded
from tracker.models.changes.many_undo import undo_many
from tracker.models.changes.nothing_to_act_on import clear_nothing_to_act_on, mark_nothing_to_act_on
from tracker.models.changes.offer import add_round, answer_offer, remove_offer, reopen_offer
from tracker.models.changes.rejection import reject, take_back, undo_rejection, undo_taking_back
from tracker.models.changes.reply import come_alive
from tracker.models.changes.stage import move, undo
from tracker.models.many.bulk_change import BulkChange
from tracker.models.offer import TAKEN_BACK
from tracker.models.stage_change import happened_on
from tracker.models.undo import undo_removal
from tracker.sharing.selection import FOR_LINKS, Selection
from tracker.values.days import day_of, days_after

SOURCES = ("Seek", "seek ", "Referral", "")
HOW = ("email", "phone", "silence", "silence", None)
WITHDRAWN, LONG_AGO = Outcome.WITHDRAWN, datetime(2000, 1, 1, tzinfo=UTC)
KINDS = ("ask", "ask", "nudge", "thanks", "probe")


@dataclass
class History:
    """One person's search while it happens."""

    build: Build
    user: User
    at: datetime
    """When it is looked at; the steps come before."""
    papers: list[Document] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)

    @property
    def choice(self) -> Selection:
        """What others are shown of it: all that may be."""
        return Selection(frozenset(FOR_LINKS), people=True)

    @property
    def today(self) -> date:
        return day_of(self.at, self.user.zone)


@dataclass(frozen=True)
class Moment:
    """A step is taken: on which card, when, and with which number for its choices."""

    session: Session
    history: History
    card: Application
    at: datetime
    number: int

    def of(self, some: tuple[object, ...]) -> object:
        return some[self.number % len(some)]

    @property
    def on(self) -> date:
        return days_after(self.history.today, -self.number)


def apply(history: History, number: int) -> None:
    """Applied, some of them on a day that nobody knows."""
    on = None if number % 7 == 0 else days_after(history.today, -number)
    card = history.build.application(
        history.user,
        applied_on=on,
        source=SOURCES[number % 4],
        at=history.at - timedelta(days=number + 1),
        resume_id=history.papers[number % 2].id,
        company=f"Company {number}",
    )
    history.ids.append(card.id)


def moved(this: Moment) -> None:
    stage = list(Stage)[this.number % 5]
    move(this.session, this.card, stage, this.at)
    if this.number % 2:
        happened_on(this.session, this.card, stage, None if this.number % 11 == 0 else this.on)


def undone(this: Moment) -> None:
    latest = StageChange.latest(this.session, this.card)
    if latest is not None:
        undo(this.session, this.card, latest, this.at)


def told_no(this: Moment) -> None:
    reject(this.session, this.card, _no(this), this.at, this.history.user)


def took_back(this: Moment) -> None:
    """They took back an offer that was accepted."""
    if this.card.taken:
        take_back(this.session, this.card, _no(this), this.at, this.history.user)


def _no(this: Moment) -> Rejection:
    no = Rejection.beside(this.card, this.at)
    no.on, no.how = (None if this.number % 11 == 0 else this.on), this.of(HOW)
    return no


def called_after_all(this: Moment) -> None:
    """They wrote after all, to what was closed without an answer."""
    if this.card.ending == "no_answer":
        come_alive(this.session, this.card, Stage.OPEN[this.number % len(Stage.OPEN)], this.at)


def no_undone(this: Moment) -> None:
    latest = Rejection.latest(this.session, this.card)
    if latest is not None:
        undone = undo_taking_back if this.card.offer_decision == TAKEN_BACK else undo_rejection
        undone(this.session, this.card, latest, this.at)


def offered(this: Moment) -> None:
    row = Offer.beside(this.card, this.at)
    row.received_on = None if this.number % 5 == 0 else this.on
    row.answer_by = days_after(this.on, 7) if this.number % 2 else None
    row.pay_text = f"${this.number}k"
    add_round(this.session, this.card, row)
    this.card.touch(this.at)


def answered(this: Moment) -> None:
    if this.card.offer_open:
        given, on = str(this.of(("accept", "decline", "keep"))), this.on
        answer_offer(this.session, this.card, given, None if this.number % 4 == 0 else on, this.at)


def offer_reopened(this: Moment) -> None:
    reopen_offer(this.session, this.card, this.at)


def no_offer(this: Moment) -> None:
    """It was none; now and then that was a slip."""
    removal = remove_offer(this.session, this.card, this.at)
    if removal is not None and this.number % 2:
        undo_removal(this.session, removal, this.at)


def put_away(this: Moment) -> None:
    if this.card.live:
        archive(this.session, this.card, this.of(tuple(Outcome)), this.at)  # type: ignore[arg-type]
        if this.number % 3:
            on = None if this.number % 11 == 0 else this.on
            ended_on_day(this.card, on, this.at)


def taken_out(this: Moment) -> None:
    unarchive(this.session, this.card, this.at)


def back_on_the_board(this: Moment) -> None:
    put_back(this.session, this.card, this.at)


def talk(this: Moment) -> None:
    """At an hour, on a day without one, or on a day that nobody knows."""
    row, zone = Interview.beside(this.card, this.at), this.history.user.zone
    at = this.history.at + timedelta(days=(this.number % 12) - 8 or 3)
    dated = this.number % 13 != 0
    hour_known = dated and this.number % 3 != 0
    row.hold(day_of(at, zone) if dated else None, at if hour_known else None, this.at, zone)
    add_interview(this.session, this.card, row, this.at, moves=this.number % 2 == 0)


def called_off(this: Moment) -> None:
    cancel_coming(this.session, this.card, this.at)


def no_talk(this: Moment) -> None:
    row = this.session.scalars(Interview.of(this.card)).first()
    if row is not None:
        this.session.delete(row)


def asked(this: Moment) -> None:
    latest = Rejection.latest(this.session, this.card)
    this.session.add(
        Attempt(
            user_id=this.card.user_id, application_id=this.card.id, created_at=this.at,
            rejection_id=latest.id if latest else None, on=this.on,
            kind=this.of(KINDS), channel="email", result="sent",
        )
    )  # fmt: skip


def told_why(this: Moment) -> None:
    row = Feedback(
        user_id=this.card.user_id, application_id=this.card.id, created_at=this.at,
        words="More examples.", channel=this.of(("email", "own", "call", None)),
        received_on=this.on,
    )  # fmt: skip
    record_feedback(this.session, this.card, row, this.at, said_no=this.number % 3 == 0)
    this.session.add(
        FeedbackPoint(
            user_id=this.card.user_id, application_id=this.card.id, feedback_id=row.id,
            kind="improve", quote="More examples.", created_at=this.at,
        )
    )  # fmt: skip


def planned(this: Moment) -> None:
    """One action for the points of all cards, or for this card alone."""
    points = select(FeedbackPoint).where(FeedbackPoint.user_id == this.card.user_id)
    found = this.session.scalars(points.order_by(FeedbackPoint.id)).all()
    action = Action(
        user_id=this.card.user_id, what=f"Practise {this.number}",
        created_at=this.at, updated_at=this.at,
        application_id=this.card.id if this.number % 2 else None,
    )  # fmt: skip
    plan(this.session, action, found[: this.number % 4])


def _action(this: Moment) -> Action | None:
    found = this.session.scalars(select(Action).where(Action.user_id == this.card.user_id)).all()
    return found[this.number % len(found)] if found else None


def done(this: Moment) -> None:
    action = _action(this)
    if action is not None and action.dropped_at is None:
        on = this.on if this.number % 2 else None
        complete_action(this.session, action, this.at, this.history.user.zone, on)


def done_then(this: Moment) -> None:
    action = _action(this)
    if action is not None:
        done_on_day(this.session, action, this.on, this.at, this.history.user.zone)


def not_done(this: Moment) -> None:
    action = _action(this)
    if action is not None:
        reopen_action(this.session, action, this.at, this.history.user.zone)


def dropped(this: Moment) -> None:
    action = _action(this)
    if action is not None:
        drop_action(action, this.at)


def used(this: Moment) -> None:
    action = _action(this)
    if action is not None:
        this.session.add(
            ActionUse(
                user_id=action.user_id, action_id=action.id, application_id=this.card.id, at=this.at
            )
        )


def nothing_to_do(this: Moment) -> None:
    mark_nothing_to_act_on(this.session, this.card, this.at)


def something_to_do(this: Moment) -> None:
    clear_nothing_to_act_on(this.session, this.card)


def binned(this: Moment) -> None:
    bins.put_in_bin(this.card, this.at)


def restored(this: Moment) -> None:
    bins.take_out(this.session, this.card, this.at)


def many_at_once(this: Moment) -> None:
    """All that it suits: no answer, archived too, or archived alone."""
    wanted = (
        WantedChange(no_answer=True),
        WantedChange(True, Outcome.LOOP_CLOSED),
        WantedChange(outcome=WITHDRAWN),
    )
    cards = loaded(this.session, this.history.user.id, this.history.ids)
    change_many(this.session, this.history.user, cards, wanted[this.number % 3], this.at)


def many_undone(this: Moment) -> None:
    latest = this.session.scalar(BulkChange.of(this.history.user.id, LONG_AGO).limit(1))
    if latest is not None:
        undo_many(this.session, this.history.user, latest, this.at)


STEPS: tuple[Callable[[Moment], None], ...] = (
    moved, moved, moved, undone, told_no, told_no, no_undone, called_after_all, offered, offered,
    answered, took_back, offer_reopened, no_offer, put_away, taken_out, back_on_the_board, talk,
    talk, called_off, no_talk, asked, asked, told_why, told_why, planned, done, done, done_then,
    not_done, dropped, used,
    nothing_to_do, something_to_do, binned, restored, many_at_once, many_undone,
)  # fmt: skip

OFFERS = (
    [20],
    [
        (offered, 0, 20), (offered, 0, 7), (no_offer, 0, 1), (answered, 0, 12), (taken_out, 0, 0),
        (offered, 0, 5), (answered, 0, 3), (took_back, 0, 2), (called_after_all, 0, 0),
    ],
)  # fmt: skip
"""Rounds without a day and with one, a slip, an answer taken back, and one that they took back."""

HISTORIES = st.tuples(
    st.lists(st.integers(0, 60), min_size=1, max_size=8),
    st.lists(
        st.tuples(st.sampled_from((*STEPS, *IMPORTING)), st.integers(0, 11), st.integers(0, 120)),
        max_size=30,
    ),
)
"""On which days (ago) was applied, and what happened then: the step, its card, its number."""

ASKED_OF_NO_ROW = ([20], [(moved, 0, 2), (asked, 0, 10), (moved, 0, 6), (told_no, 0, 5)])
"""A card that was only moved to Rejected, an ask, an invitation after it, and a no."""
CALLED_BACK = (
    [20],
    [
        (told_no, 0, 11), (asked, 0, 10), (told_why, 0, 8), (planned, 0, 3), (done, 0, 0),
        (used, 0, 0), (moved, 0, 6), (told_no, 0, 55), (told_no, 0, 5),
    ],
)  # fmt: skip
"""All that a no can lead to, an invitation after it, and another no."""


def lived(
    build: Build,
    at: datetime,
    drawn: tuple[list[int], list[tuple[Callable[..., None], int, int]]],
) -> History:
    """A person whose search went like this."""
    user = build.user(time_zone="Australia/Sydney")
    history = History(build, user, at)
    history.papers = [build.document(user, label=label) for label in ("Résumé v1", "Résumé v2")]
    sent, happened = drawn
    for number in sent:
        apply(history, number)
    for place, (step, card, number) in enumerate(happened):
        take(history, step, history.ids[card % len(history.ids)], place - 60, number)
    return history


def take(
    history: History, step: Callable[..., Any], card_id: int, minutes: int, number: int
) -> None:
    """One commit; what can't be done now changes nothing, nor what is done to a card that went."""
    at = history.at + timedelta(minutes=minutes)
    if step in IMPORTING:
        step(history, at, number)
        return
    try:
        with writing(history.user, at) as session:
            card = session.get(Application, card_id)
            if card is not None:
                step(Moment(session, history, card, at, number))
    except ValueError:
        pass
