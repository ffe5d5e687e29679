"""Every round of an offer leaves the app: with its days and what became of it, pay where ticked."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import Build
from tests.exports.made import made
from tests.exports.readers import EVERYTHING_IN, closely
from tests.exports.test_csv import rows
from tests.sharing.test_record import ALL, read
from tracker.clock import now
from tracker.database import writing
from tracker.models import Application, Offer, Rejection, User
from tracker.models.changes.offer import add_round, answer_offer
from tracker.models.changes.rejection import take_back
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart
from tracker.values.date_range import DateRange

FIRST, SECOND, BY, SAID, BACK = (date(2026, 11, day) for day in (2, 5, 9, 7, 20))


def in_file(user: User, name: str, choice: Selection = ALL) -> str:
    return closely(EVERYTHING_IN[name](made(user, name, choice)))


def further(user: User, card: Application, **facts: Any) -> None:
    with writing(user) as session:
        application = session.get_one(Application, card.id)
        row = Offer.beside(application, now())
        for name, value in facts.items():
            setattr(row, name, value)
        add_round(session, application, row)
        application.touch(now())


@pytest.fixture
def user(build: Build) -> User:
    """With two rounds, the second accepted and taken back."""
    user = build.user(name="Robin")
    card = build.application(
        user, role="Baker", applied_on=date(2026, 10, 1),
        offer_received_on=FIRST, offer_pay_text="$65k", offer_note="Ask Dora Quill",
    )  # fmt: skip
    build.contact(user, name="Dora Quill")
    further(user, card, received_on=SECOND, pay_text="$70k", answer_by=BY)
    with writing(user) as session:
        application = session.get_one(Application, card.id)
        answer_offer(session, application, "accept", SAID, now())
    with writing(user) as session:
        application = session.get_one(Application, card.id)
        no = Rejection.beside(application, now())
        no.on = BACK
        take_back(session, application, no, now(), session.get_one(User, user.id))
    return user


def test_each_round_says_what_became_of_it_and_when(user: User) -> None:
    second, first = read(user).offers

    assert (first.on, first.pay_text, first.became) == (FIRST, "$65k", "Another offer came")
    assert (second.on, second.answer_by, second.pay_text) == (SECOND, BY, "$70k")
    assert (second.answer, second.answered_on) == ("Accepted", SAID)
    assert (second.became, second.became_on) == ("Taken back by them", BACK)


def test_pay_is_there_where_it_is_ticked_and_words_where_notes_are_too(user: User) -> None:
    def shown(*without: SharedPart) -> tuple[str, str]:
        first = read(user, Selection(frozenset(FOR_LINKS) - set(without), people=True)).offers[1]
        return first.pay_text, first.terms

    assert shown() == ("$65k", "Ask Dora Quill")
    assert shown(SharedPart.NOTES) == ("$65k", "")
    assert shown(SharedPart.PAY) == ("", "")
    assert read(user, Selection(frozenset(FOR_LINKS) - {SharedPart.APPLICATIONS})).offers == []


def test_names_in_the_words_of_an_offer_are_hidden(user: User) -> None:
    assert read(user, Selection(frozenset(FOR_LINKS))).offers[1].terms == "Ask [name]"


@pytest.mark.parametrize("name", ["xlsx", "csv", "docx", "pdf"])
def test_every_round_stands_in_every_file(user: User, name: str) -> None:
    told = in_file(user, name)

    for words in ("$65k", "$70k", "Another offer came", "Taken back by them"):
        assert words.replace(" ", "") in told, words
    assert "$70k" not in in_file(user, name, Selection(frozenset(FOR_LINKS) - {SharedPart.PAY}))


def test_the_table_has_a_row_for_each(user: User) -> None:
    second, first = rows(user, "offers.csv")

    assert list(second)[3:] == [
        "Came on", "To answer by", "Pay", "What they offer", "Your answer", "Answered on",
        "What became of it", "On",
    ]  # fmt: skip
    assert list(second.values())[3:] == [
        "2026-11-05", "2026-11-09", "$70k", "", "Accepted", "2026-11-07", "Taken back by them",
        "2026-11-20",
    ]  # fmt: skip
    assert list(first.values())[3:6] == ["2026-11-02", "", "$65k"]


def test_an_offer_lies_in_a_span_by_its_day_and_while_it_waits_with_its_application(
    build: Build,
) -> None:
    user, today = build.user(), date(2026, 11, 25)
    for role, applied, received, decision in (
        ("Waits", today, None, None),
        ("Dated", today - timedelta(days=300), today, "declined"),
        ("Undated", today, None, "declined"),
        ("Before", today, today - timedelta(days=300), "declined"),
    ):
        build.application(
            user, role=role, applied_on=applied, offer_received_on=received,
            offer_decision=decision, offer_note="Four days",
        )  # fmt: skip
    span = DateRange.between(today - timedelta(days=9), today)

    assert {line.role for line in read(user, ALL, span).offers} == {"Waits", "Dated"}
    assert len(read(user).offers) == 4
    assert [line.role for line in read(user, ALL, span).offers_to_answer] == ["Waits"]


def test_an_offer_left_unanswered_on_a_card_that_is_put_away_waits_no_more(build: Build) -> None:
    user = build.user()
    build.application(user, offer_received_on=FIRST, outcome="withdrawn", archived_at=now())
    record = read(user)

    assert [line.became for line in record.offers] == ["Not answered"]
    assert record.offers_to_answer == []
    assert record.applications[0].offer_decision == "Not answered"


def test_an_offer_without_a_day_stands_in_every_output(build: Build) -> None:
    user = build.user()
    build.application(user, role="Baker", offer_received_on=None, offer_pay_text="$61k")
    for name in ("xlsx", "csv", "docx", "pdf"):
        told = in_file(user, name)
        assert "Waitingforananswer" in told and "$61k" in told, name
    [cells] = rows(user, "applications.csv")

    assert (cells["How it stands"], cells["Offer"]) == ("Offer to answer", "Waiting for an answer")
    assert cells["Offer on"] == ""
    assert "daynotknown" in in_file(user, "docx")
