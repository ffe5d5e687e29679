"""Twelve applications and all their figures, worked out by hand in worked-example.md."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.builders import Build
from tracker.database import writing
from tracker.exports.report.blocks import Pictures
from tracker.exports.report.read import read_report
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.insights.one_minute import one_minute
from tracker.insights.read import Insights, read_insights
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models import (
    Action,
    ActionUse,
    Application,
    Attempt,
    Feedback,
    Interview,
    Offer,
    Rejection,
    StageChange,
    User,
)
from tracker.models.changes.action import complete_action, plan
from tracker.models.changes.archival import archive
from tracker.models.changes.feedback import record_feedback
from tracker.models.changes.interviews import add_interview
from tracker.models.changes.offer import add_round, answer_offer
from tracker.models.changes.rejection import reject
from tracker.models.changes.stage import move, undo
from tracker.sharing.record import read_record
from tracker.sharing.selection import FOR_LINKS, Selection
from tracker.values.date_range import DateRange

BRISBANE = ZoneInfo("Australia/Brisbane")


def noon(month: int, day: int) -> datetime:
    return datetime.combine(date(2026, month, day), time(12), BRISBANE)


SEEN = noon(6, 30)


class Hunt:
    """The verbs that it is made with, each on its day."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.user: User = build.user(time_zone="Australia/Brisbane")
        self.ids: list[int] = []

    def applied(self, source: str, *on: int) -> None:
        at = noon(*on) if on else noon(6, 29)
        facts: dict[str, Any] = {"applied_on": at.date()} if on else {"stage_since": None}
        card = self.build.application(self.user, source=source, at=at, **facts)
        self.ids.append(card.id)

    def on(self, number: int, month: int, day: int, change: Any) -> Any:
        """What happens to one of them."""
        at = noon(month, day)
        with writing(self.user, at) as session:
            card = session.get_one(Application, self.ids[number - 1])
            return change(session, card, at)

    def to_interview(self, number: int, *on: int) -> None:
        self.on(number, *on, lambda session, card, at: move(session, card, Stage.INTERVIEW, at))

    def no(self, number: int, how: str, *on: int) -> None:
        def told(session: Any, card: Application, at: datetime) -> None:
            no = Rejection.beside(card, at)
            no.on, no.how = at.date(), how
            reject(session, card, no, at, self.user)

        self.on(number, *on, told)

    def offer(self, number: int, *on: int) -> None:
        def came(session: Any, card: Application, at: datetime) -> None:
            row = Offer.beside(card, at)
            row.received_on = at.date()
            add_round(session, card, row)

        self.on(number, *on, came)

    def feedback(self, number: int, channel: str, *on: int) -> None:
        def said(session: Any, card: Application, at: datetime) -> None:
            words = {"words": "More examples.", "channel": channel, "received_on": at.date()}
            mine = {"user_id": card.user_id, "application_id": card.id, "created_at": at}
            record_feedback(session, card, Feedback(**mine, **words), at)

        self.on(number, *on, said)


@pytest.fixture
def hunt(build: Build) -> Hunt:
    hunt = Hunt(build)
    for source, *on in (
        ("Seek", 3, 2), ("Seek", 3, 3), ("Seek", 3, 4), ("Referral", 3, 5), ("Referral", 3, 9),
        ("Seek", 3, 16), ("Jora", 4, 1), ("Jora", 4, 6), ("Seek", 6, 1), ("Referral", 6, 20),
        ("Seek", 6, 25), ("Jora",),
    ):  # fmt: skip
        hunt.applied(str(source), *(int(str(each)) for each in on))
    hunt.no(1, "email", 3, 9)
    hunt.to_interview(2, 3, 13)
    hunt.no(2, "phone", 3, 27)
    hunt.on(2, 3, 30, _ask)
    hunt.feedback(2, "call", 4, 1)
    action_id = hunt.on(2, 4, 1, _plan)
    hunt.on(2, 4, 8, lambda session, _, at: _finish(session, action_id, at))
    hunt.no(3, "silence", 4, 15)
    hunt.to_interview(4, 3, 12)
    hunt.offer(4, 4, 2)
    hunt.on(4, 4, 9, _accept)
    hunt.to_interview(5, 3, 23)
    hunt.offer(5, 4, 10)
    hunt.no(5, "email", 4, 20)
    hunt.on(6, 4, 6, lambda session, card, at: archive(session, card, Outcome.WITHDRAWN, at))
    hunt.no(7, "email", 4, 22)
    hunt.feedback(7, "email", 4, 22)
    hunt.on(9, 6, 9, _talk)
    hunt.on(9, 6, 9, lambda session, card, at: session.add(_use(action_id, card, at)))
    hunt.to_interview(11, 6, 26)
    hunt.on(11, 6, 26, _undo)
    hunt.on(12, 6, 29, lambda session, card, at: archive(session, card, Outcome.OFFER_DECLINED, at))
    db.session.rollback()
    db.session.expire_all()
    return hunt


def _accept(session: Any, card: Application, at: datetime) -> None:
    answer_offer(session, card, "accept", at.date(), at)


def _ask(session: Any, card: Application, at: datetime) -> None:
    asked = {"on": at.date(), "channel": "call", "result": "spoke", "created_at": at}
    session.add(Attempt(user_id=card.user_id, application_id=card.id, **asked))


def _plan(session: Any, card: Application, at: datetime) -> int:
    times = {"created_at": at, "updated_at": at}
    action = Action(user_id=card.user_id, application_id=card.id, what="Practise", **times)
    plan(session, action, [])
    session.flush()
    return action.id


def _finish(session: Any, action_id: int, at: datetime) -> None:
    complete_action(session, session.get_one(Action, action_id), at, BRISBANE)


def _use(action_id: int, card: Application, at: datetime) -> ActionUse:
    return ActionUse(user_id=card.user_id, action_id=action_id, application_id=card.id, at=at)


def _talk(session: Any, card: Application, at: datetime) -> None:
    talk = Interview.beside(card, at)
    talk.hold(None, noon(7, 3), at, BRISBANE)
    add_interview(session, card, talk, at, moves=False)


def _undo(session: Any, card: Application, at: datetime) -> None:
    latest = StageChange.latest(session, card)
    assert latest is not None
    undo(session, card, latest, at)


@pytest.mark.both_databases
def test_all_figures_are_those_worked_out_by_hand(hunt: Hunt) -> None:
    insights = read_insights(db.session(), hunt.user, DateRange(), SEEN)

    the_parts_add_up_to_twelve(hunt)
    the_way_of_all_applications(insights)
    how_long_replies_take_and_who_still_waited(insights)
    what_gets_interviews_of_those_old_enough(insights)
    time_in_each_stage(insights)
    loops(insights)


def the_parts_add_up_to_twelve(hunt: Hunt) -> None:
    choice = Selection(frozenset(FOR_LINKS))
    quiet_days = usual_silence(db.session(), hunt.user, SEEN)
    record = read_record(db.session(), hunt.user, choice, DateRange(), SEEN, quiet_days=quiet_days)
    assert record.summary is not None

    assert one_minute(record)[-5:] == [
        "12 applications sent: 4 came to an interview (33%, probably between 14 and 61%), "
        "3 to an offer, and 4 are still open.",
        "Waiting 2, silent 1, interview ahead 1, they said no 3, no answer 1, offer accepted 1, "
        "offer declined 1, offer taken back 1, withdrawn 1.",
        "4 rejections written down. Advice was asked for after 1 of them, and 1 answered. "
        "Feedback came unasked after 1.",
        "Something was learnt from 1 of 4 rejections: an action is done, or there was nothing to "
        "change after asking.",
        "1 action done.",
    ]


def the_way_of_all_applications(insights: Insights) -> None:
    assert set(insights.chart("way").rows) == {
        ("Seek", "Interview", 2), ("Seek", "No interview", 4),
        ("Referral", "Interview", 2), ("Referral", "No interview", 1),
        ("Jora", "No interview", 3),
        ("Interview", "They said no", 1), ("Interview", "Offer accepted", 1),
        ("Interview", "Offer taken back", 1), ("Interview", "Interview ahead", 1),
        ("No interview", "They said no", 2), ("No interview", "No answer", 1),
        ("No interview", "Withdrawn", 1), ("No interview", "Silent", 1),
        ("No interview", "Waiting", 2), ("No interview", "Offer declined", 1),
    }  # fmt: skip


def how_long_replies_take_and_who_still_waited(insights: Insights) -> None:
    table = insights.chart("replies").rows

    assert [(row[0], row[2], row[4]) for row in table] == [
        (3, "0%", 11), (7, "20%", 10), (14, "52%", 5), (21, "64%", 4), (28, "64%", 2),
        (42, "64%", 2), (60, "64%", 1),
    ]  # fmt: skip
    assert [row[1] for row in table[:4]] == ["0%", "31%", "81%", "100%"]
    assert table[1][3] == "5 and 59%"


def what_gets_interviews_of_those_old_enough(insights: Insights) -> None:
    chart = insights.chart("sources")

    assert chart.says.startswith(
        "Of 10 applications with time enough for an answer, 4 came to an interview "
        "(40%, probably between 17 and 69%)."
    )
    assert chart.caution == (
        "2 applications of the last 21 days left out: too early to tell. 1 application is "
        "still open and may come to an interview later."
    )
    assert {row[1:] for row in chart.rows if row[0] == "Where it was found"} == {
        ("Seek", 5, 2, "40%", "12 and 77%"), ("Referral", 2, 2, "", ""), ("Jora", 3, 0, "", ""),
    }  # fmt: skip


def time_in_each_stage(insights: Insights) -> None:
    chart = insights.chart("stages")

    assert chart.rows[:2] == (
        ("Applied", 6, 5, "7 days", "14 days", "42 days"), ("Interview", 2, 1, "", "", ""),
    )  # fmt: skip
    assert chart.caution == "1 move without a date left out."


def loops(insights: Insights) -> None:
    assert [row[:2] for row in insights.chart("loops").rows] == [
        ("Rejections", 4), ("Asked for advice", 1), ("Answered", 1), ("Learnt from", 1),
        ("Used in a later application", 1),
    ]  # fmt: skip


def test_report_made_before_any_page_was_opened_says_the_same_silence(hunt: Hunt) -> None:
    wanted = ExportRequest("pdf", Selection(frozenset(FOR_LINKS)), DateRange())
    report = read_report(db.session(), hunt.user, wanted, SEEN)
    pictures = {
        picture.title: f"{picture.says} {picture.caution}"
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Pictures)
        for picture in block.pictures
    }

    assert "in 21 days" in pictures["What happened to the applications"]
    assert "within 21 days" in pictures["How long replies take"]
