"""After a no: kept by one tap, resting, the rest offered and never demanded."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.next_step import next_step
from tracker.loop.rest import FOR_GOOD
from tracker.models import Application, Attempt, Rejection
from tracker.models.changes.rest import rest
from tracker.models.summary import facts_of
from tracker.views.today import today as today_view

SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview")


def rows(card: Application) -> list[Rejection]:
    return list(db.session.scalars(Rejection.of(card)))


def said_no(browser: Browser, card: Application, **sent: str) -> str:
    """One tap, and the page that comes after it."""
    answer = browser.post(f"/applications/{card.id}/rejection", data={"told": "now"} | sent)
    assert answer.headers["Location"] == f"/applications/{card.id}/after"
    return browser.get(answer.headers["Location"]).text


def today(offset: int = 0) -> str:
    return f"{now().astimezone(SYDNEY).date() + timedelta(days=offset)}"


def test_a_no_gets_a_kind_word_and_silence_a_plain_one(browser, card, build) -> None:
    silent = build.application(browser.user)
    browser.post(f"/applications/{silent.id}/rejection", data={"how": "silence", "on": today()})

    no = said_no(browser, card)
    assert ">I’m sorry. That’s a hard one.</h1>" in no
    assert "Nothing more" not in no.partition("<main")[0]  # the message does not say it again
    assert no.index("Nothing more today") < no.index("Still on the phone?")
    silence = browser.get(f"/applications/{silent.id}/after").text
    assert ">Marked as no answer</h1>" in silence
    assert 'href="/today">Back to Today</a>' in silence
    for pushed in ("Still on the phone", "Paused", "Pause until", "Nothing more today"):
        assert pushed not in silence, pushed


def test_silence_is_nothing_to_rest_from_and_nothing_asks_about_it_later(
    browser, card, build
) -> None:
    build.part(card, build.contact(browser.user, phone="0400 000 000"))
    browser.post(f"/applications/{card.id}/rejection", data={"how": "silence", "on": today()})
    found = fresh(card)

    assert (found.rest_until, found.wake_at, found.today_place) == (None, None, None)
    for day in (0, 1, 20):
        step = next_step(facts_of(found), now() + timedelta(days=day), SYDNEY)
        assert step.kind == "none", day
    assert "Paused" not in browser.get("/today").text
    assert f'href="/applications/{card.id}/ask"' in browser.get(f"/applications/{card.id}").text
    ask = browser.get(f"/applications/{card.id}/ask").text
    assert "Call" in ask and "Stop asking this company" in ask


def test_a_no_that_turns_out_to_be_silence_rests_no_more_and_the_other_way_round(
    browser, card
) -> None:
    said_no(browser, card)
    [row] = db.session.scalars(Rejection.of(card)).all()
    place = f"/applications/{card.id}/rejection/{row.id}"

    for how, rests in (("silence", False), ("email", True)):
        sent = form_of(browser.get(place).text, place) | {"how": how}
        assert browser.post(place, data=sent).status_code == 303
        assert (fresh(card).rest_until is not None) == rests, how


def test_rest_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user, stage="rejected")

    assert browser.get(f"/applications/{theirs.id}/after").status_code == 404
    answer = browser.post(f"/applications/{theirs.id}/rest", data={"look_again": "tomorrow"})
    assert answer.status_code == 404
    assert fresh(theirs).rest_until is None


def test_rest_until_what_cannot_be_is_asked_for_again(browser, card) -> None:
    said_no(browser, card)
    before = fresh(card).rest_until

    for sent in (
        {"look_again": "never"},
        {"look_again": "day"},
        {"look_again": "day", "day": "soon"},
        {"look_again": "day", "day": "2020-01-01"},
        {"look_again": "day", "day": "2199-01-01"},
    ):
        answer = browser.post(f"/applications/{card.id}/rest", data=sent)

        assert answer.status_code == 422, sent
        assert fresh(card).rest_until == before, sent


def test_an_open_card_is_offered_no_rest(browser, card) -> None:
    page = browser.get(f"/applications/{card.id}/after").text

    assert "Pause until" not in page
    for choice in ("tomorrow", "nothing_more"):
        browser.post(f"/applications/{card.id}/rest", data={"look_again": choice})
        assert fresh(card).rest_until is None
    assert "Nothing more today" not in browser.get("/today").text


def test_one_tap_keeps_the_no_moves_the_card_and_lets_it_rest(browser, card) -> None:
    page = said_no(browser, card)

    assert fresh(card).stage == "rejected"
    assert [f"{row.on}" for row in rows(card)] == [today()]
    assert "Paused until tomorrow" in page
    assert "Ask in this call" in page
    assert "/ask?now=1" in page


def test_one_tap_again_leaves_their_words_alone(browser, card) -> None:
    browser.post(f"/applications/{card.id}/rejection", data={"words": "We regret", "how": "email"})
    said_no(browser, card)

    assert [(row.words, row.how) for row in rows(card)] == [("We regret", "email")]


def test_slip_of_the_finger_is_undone_without_a_trace(browser, card) -> None:
    undo = undo_of(said_no(browser, card))

    for _ in range(2):
        assert browser.post(undo, data={"key": "u"}).status_code == 303
    assert fresh(card).stage == "interview"
    assert rows(card) == []


def test_undo_after_their_words_were_added_keeps_them(browser, card) -> None:
    undo = undo_of(said_no(browser, card))
    row = rows(card)[0]
    browser.post(
        f"/applications/{card.id}/rejection/{row.id}", data={"words": "We regret", "version": "x"}
    )
    browser.post(
        f"/applications/{card.id}/rejection/{row.id}", data={"words": "We regret", "on": today()}
    )

    browser.post(undo, data={"key": "u"})

    assert fresh(card).stage == "interview"


def test_undo_after_the_card_has_moved_on_is_refused(browser, card) -> None:
    undo = undo_of(said_no(browser, card))
    browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "action_taken", "version": fresh(card).version},
    )

    assert browser.post(undo, data={"key": "u"}).status_code == 409
    assert len(rows(card)) == 1


def test_told_by_email_or_days_ago_is_not_asked_about_in_a_call(browser, build, card) -> None:
    assert "Ask in this call" not in said_no(browser, card, how="email")

    old = build.application(browser.user, stage="interview")
    browser.post(f"/applications/{old.id}/rejection", data={"how": "phone", "on": today(-2)})
    assert "Ask in this call" not in browser.get(f"/applications/{old.id}/after").text


def test_each_choice_of_rest_pauses_that_one_alone(browser, card) -> None:
    said_no(browser, card)

    for choice in ("tomorrow", "tonight", "monday"):
        answer = browser.post(f"/applications/{card.id}/rest", data={"look_again": choice})

        assert answer.headers["Location"] == "/today", choice
        page = browser.get("/today").text
        assert f"Saved. {card.company} is paused until" in page, choice
        assert "Nothing more today" not in page, choice
        assert fresh(card).rest_until > now(), choice


def test_a_day_is_rested_until_at_the_persons_morning(browser, card) -> None:
    said_no(browser, card)
    browser.post(f"/applications/{card.id}/rest", data={"look_again": "day", "day": today(5)})

    local = fresh(card).rest_until.astimezone(SYDNEY)
    assert (f"{local.date()}", local.hour) == (today(5), 9)


def nothing_more(browser: Browser, card: Application) -> str:
    sent = {"look_again": "nothing_more"}
    answer = browser.post(f"/applications/{card.id}/rest", data=sent)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/today")
    return browser.get("/today").text


@pytest.mark.both_databases
def test_nothing_more_today_folds_the_day_until_the_morning(
    browser, build, card, monkeypatch
) -> None:
    on = date.fromisoformat(today())
    build.application(browser.user, stage="interview", offer_received_on=on, offer_answer_by=on)
    page = said_no(browser, card)
    assert re.search(r'<button class="main[^>]*value="nothing_more">Nothing more today', page)
    until = fresh(card).rest_until

    calm = nothing_more(browser, card).partition("<main")[2]

    assert "<h1>Nothing more today.</h1>" in calm
    assert 'class="main' not in calm
    assert "button main" not in calm
    summary, behind = calm.partition("</summary>")[::2]
    assert "What is still open<small" in summary
    assert "An offer is to be answered by today" in summary
    assert "Answer the offer" not in summary
    assert "Answer the offer" in behind
    assert fresh(card).rest_until == until
    morning = datetime.combine(until.astimezone(SYDNEY), time(9), SYDNEY)
    for moment, rests in ((-1, True), (1, False)):
        monkeypatch.setattr(today_view, "now", lambda m=moment: morning + timedelta(minutes=m))
        assert ("Nothing more today" in browser.get("/today").text) is rests


def test_all_of_today_is_back_once_it_is_wanted(browser, card) -> None:
    place = f"/applications/{card.id}"
    slip = undo_of(said_no(browser, card))
    browser.post(f"{place}/rest", data={"look_again": "monday"})
    before = fresh(card).rest_until

    for way in ("undo", "show", "go on", "no slip"):
        page = [nothing_more(browser, card) for _ in range(2)][-1]
        assert "Nothing more today." in page, way
        assert way == "no slip" or fresh(card).rest_until == before, way
        address, sent = {
            "undo": (undo_of(page), {"key": "u"}),
            "show": ("/today/whole", {}),
            "go on": (f"{place}/rest", {"look_again": "now"}),
            "no slip": (slip, {"key": "v"}),
        }[way]
        assert browser.post(address, data=sent).status_code == 303, way
        assert "Nothing more today" not in browser.get("/today").text, way


def test_going_on_now_wakes_the_card_and_one_tap_pauses_it_again(browser, card) -> None:
    said_no(browser, card)
    place = f"/applications/{card.id}"
    browser.post(f"{place}/rest", data={"look_again": "now"})
    assert fresh(card).rest_until is None
    page = browser.get(f"{place}/after").text
    assert 'value="nothing_more">Nothing more today' in page
    browser.post(f"{place}/rest", data={"look_again": "tomorrow"})
    assert fresh(card).rest_until > now()
    browser.post(f"{place}/rest", data={"look_again": "now"})

    assert fresh(card).rest_until is None
    assert "Paused" not in browser.get(f"/applications/{card.id}").text


def test_nothing_private_stays_in_the_browsers_cache(browser, build, card) -> None:
    thought = build.thought(card)
    for address in (
        f"/applications/{card.id}/after",
        f"/applications/{card.id}/check-in",
        f"/applications/{card.id}/thoughts",
        f"/thoughts/{thought.id}",
        "/moments",
        "/lines",
    ):
        assert "no-store" in browser.get(address).headers["Cache-Control"], address


def test_sheet_and_page_to_move_by_offer_the_one_tap(browser, card) -> None:
    place = f"/applications/{card.id}"

    assert f'formaction="{place}/rejection"' in browser.get(f"{place}/stage").text
    assert 'data-stage="rejected"' in browser.get("/board").text  # sheet.js makes it the same


def test_a_moved_card_without_a_rejection_can_rest(browser, build) -> None:
    moved = build.application(browser.user, stage="rejected")
    browser.post(f"/applications/{moved.id}/rest", data={"look_again": "tomorrow"})

    assert fresh(moved).rest_until is not None
    assert db.session.scalar(select(Rejection.words)) == ""


def test_moved_card_rests_until_the_next_day_as_one_with_a_no_does(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "rejected", "version": card.version}
    )

    assert (
        "Paused until tomorrow, 0:00. No reminders until then."
        in browser.get(f"/applications/{card.id}/after").text
    )
    assert "Paused until tomorrow" in browser.get(f"/applications/{card.id}").text
    assert "Paused · 1" in browser.get("/today").text
    assert rows(card) == []


def test_own_step_ends_the_rest(browser, build, card) -> None:
    place = f"/applications/{card.id}"

    def rested(until) -> None:
        with writing(browser.user) as session:
            rest(session, session.get_one(Application, card.id), until, now(), browser.user)
        assert "Paused until" in browser.get(place).text

    said_no(browser, card)
    rested(now() + timedelta(days=2))
    tried = {"channel": "call", "kind": "ask", "result": "left_message"}
    assert browser.post(f"{place}/attempts", data=tried).status_code == 303
    assert fresh(card).rest_until is None

    rested(FOR_GOOD)
    points = f"/feedback/{build.feedback(fresh(card)).id}/points"
    assert browser.post(points, data=form_of(browser.get(points).text, points)).status_code == 303
    assert fresh(card).rest_until is None

    rested(FOR_GOOD)
    planned = {"what": "Practise", "application": card.id}
    assert browser.post("/actions", data=planned).status_code == 303
    assert fresh(card).rest_until is None


def test_asking_in_the_very_call_leaves_the_rest_of_the_day_alone(browser, card) -> None:
    said_no(browser, card)
    place = f"/applications/{card.id}"
    sent = form_of(browser.get(f"{place}/ask?now=1").text, f"{place}/attempts")
    browser.post(f"{place}/attempts", data=sent | {"result": "spoke"})

    assert db.session.scalar(select(Attempt.result)) == "spoke"
    assert fresh(card).rest_until is not None


def test_no_from_the_sheet_says_that_it_waits_for_the_person(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=None, rest_until=FOR_GOOD)
    place = f"/applications/{card.id}"

    pages = [browser.get(f"{place}{each}").text for each in ("", "/after", "/check-in")]

    assert "until you open it again" in pages[0]
    assert "until you open it again" in pages[1]
    assert not any("2999" in page for page in pages)
    browser.post(f"{place}/rest", data={"look_again": "now"})
    assert "until you open it again" not in browser.get(place).text


def test_answer_to_a_no_from_the_sheet_takes_it_up(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=None, rest_until=FOR_GOOD)
    browser.post(f"/applications/{card.id}/feedback", data={"words": "Your answers were long."})

    assert fresh(card).rest_until is None
    assert "Read what they said" in browser.get("/today").text


def test_no_ends_a_waiting_offer_and_undo_brings_it_back(browser, build) -> None:
    card = build.application(browser.user, stage="interview", offer_received_on=now().date())
    assert "Answer the offer" in browser.get("/today").text

    page = said_no(browser, card)
    assert "Answer the offer" not in browser.get("/today").text
    assert "They took it back" in browser.get(f"/applications/{card.id}/offer").text

    browser.post(undo_of(page))
    assert "Answer the offer" in browser.get("/today").text
