"""They said no: kept in two taps, with as many words as one likes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Rejection, StageChange

SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview")


def place(card: Application) -> str:
    return f"/applications/{card.id}/rejection"


def rows(card: Application) -> list[Rejection]:
    db.session.rollback()
    return list(db.session.scalars(Rejection.of(card)))


def today() -> str:
    return f"{now().astimezone(SYDNEY).date()}"


def test_no_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    assert browser.get(place(theirs)).status_code == 404
    assert browser.post(place(theirs), data={}).status_code == 404
    assert rows(theirs) == []


def test_what_cannot_be_is_refused_and_the_words_are_kept(browser, card) -> None:
    answer = browser.post(
        place(card), data={"on": "yesterday", "how": "pigeon", "words": "We regret", "key": "k"}
    )

    assert answer.status_code == 422
    assert form_of(answer.text, place(card))["words"] == "We regret"
    assert fresh(card).stage == "interview"


def test_words_that_are_too_long_are_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    words = "No. " * 600

    answer = browser.post(place(card), data={"words": words})

    assert answer.status_code == 413
    assert words.rstrip() in answer.text


def test_form_proposes_today_and_may_be_saved_as_it_is(browser, card) -> None:
    page = browser.get(place(card)).text
    sent = form_of(page, place(card))
    assert sent["on"] == today()
    assert "Which one is it about?" not in page, "one alone is open there"

    answer = browser.post(place(card), data=sent)

    assert answer.headers["Location"] == f"/applications/{card.id}/after"
    assert fresh(card).stage == "rejected"
    assert fresh(card).rejection_recorded
    assert rows(card)[0].stage_reached == "interview"


def test_everything_that_was_said_is_kept_and_shown(browser, card) -> None:
    sent = {
        "on": today(),
        "how": "phone",
        "words": "Another was stronger",
        "reason": "Less experience",
        "feedback_offered": "y",
        "role_cancelled": "y",
    }
    browser.post(place(card), data=sent)

    row = rows(card)[0]
    assert (row.how, row.reason, row.feedback_offered, row.role_cancelled) == (
        "phone",
        "Less experience",
        True,
        True,
    )
    page = browser.get(f"/applications/{card.id}").text
    for words in ("They said no", "By phone", "Another was stronger", "They offered feedback"):
        assert words in page


def test_it_rests_until_the_persons_own_morning(browser, build, sign_in) -> None:
    owner = sign_in(build.user(time_zone="Europe/Berlin", morning_hour=7))
    card = build.application(owner.user)
    owner.post(place(card), data={})

    rests = fresh(card).rest_until
    assert rests is not None
    local = rests.astimezone(ZoneInfo("Europe/Berlin"))
    assert (local.hour, local.minute) == (7, 0)
    assert (local.date() - now().astimezone(ZoneInfo("Europe/Berlin")).date()).days == 1
    assert "Paused" in owner.get(f"/applications/{card.id}").text


def test_one_from_longer_ago_needs_no_rest(browser, card) -> None:
    browser.post(place(card), data={"on": "2026-01-05"})

    assert fresh(card).rest_until is None


def test_day_may_be_unknown(browser, card) -> None:
    browser.post(place(card), data={"on": ""})

    assert rows(card)[0].on is None
    assert "Some time before" in browser.get(f"/applications/{card.id}").text


def test_undo_puts_the_card_back_and_keeps_the_facts(browser, card) -> None:
    browser.post(place(card), data={"on": today(), "words": "We regret"})
    undo = undo_of(browser.get(f"/applications/{card.id}").text)

    assert browser.post(undo, data={"key": "u"}).status_code == 303

    assert fresh(card).stage == "interview"
    assert [row.words for row in rows(card)] == ["We regret"]


def test_sent_twice_is_one_no_and_one_move(browser, card) -> None:
    for _ in range(2):
        browser.post(place(card), data={"words": "We regret", "key": "k"})

    moves = select(StageChange).where(
        StageChange.application_id == card.id, StageChange.before.is_not(None)
    )
    assert len(rows(card)) == 1
    assert len(list(db.session.scalars(moves))) == 1


def test_sent_again_with_more_words_says_more_about_the_same_no(browser, card) -> None:
    browser.post(place(card), data={"words": "We regret", "key": "k"})
    browser.post(place(card), data={"words": "We regret. Truly.", "key": "k"})

    assert [row.words for row in rows(card)] == ["We regret. Truly."]


def test_after_a_move_by_hand_the_facts_are_added_without_a_second_move(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "rejected", "version": card.version}
    )

    browser.post(place(card), data={"how": "email"})

    assert rows(card)[0].stage_reached == "interview"
    assert fresh(card).stage == "rejected"

    after = build.application(browser.user, stage="feedback_received")
    browser.post(place(after), data={})
    assert fresh(after).stage == "feedback_received", "nor does it move back after feedback"


def test_they_called_again_and_said_no_again_are_two(browser, card) -> None:
    browser.post(place(card), data={"words": "First"})
    browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "interview", "version": fresh(card).version},
    )
    assert form_of(browser.get(place(card)).text, place(card))["words"] == ""

    browser.post(place(card), data={"words": "Second"})

    assert [row.words for row in rows(card)] == ["Second", "First"]


def test_recorded_one_is_changed_and_keeps_its_rest(browser, card) -> None:
    browser.post(place(card), data={"words": "We regret"})
    row = rows(card)[0]
    address = f"{place(card)}/{row.id}"
    sent = form_of(browser.get(place(card)).text, address)

    browser.post(address, data=sent | {"reason": "Budget"})

    assert (rows(card)[0].words, rows(card)[0].reason) == ("We regret", "Budget")
    assert rows(card)[0].rest_until == row.rest_until


def test_deleted_facts_come_back_by_undo(browser, card) -> None:
    browser.post(place(card), data={"on": "2026-01-05", "words": "We regret"})
    browser.post(f"{place(card)}/{rows(card)[0].id}/removal")
    assert not fresh(card).rejection_recorded
    assert fresh(card).stage == "rejected"

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    assert rows(card)[0].words == "We regret"
    assert fresh(card).rejection_recorded


def test_calling_silence_a_no_asks_for_no_words_that_nobody_said(browser, card) -> None:
    page = browser.get(f"{place(card)}?how=silence").text

    assert "<h1>Mark as no answer</h1>" in page
    assert form_of(page, place(card))["how"] == "silence"
    assert form_of(browser.get(f"{place(card)}?how=x").text, place(card))["how"] == ""
    for senseless in ("They said no", "Their words", "The reason they gave", "offered feedback"):
        assert senseless not in page
    assert f'href="{place(card)}"' in page
    assert browser.post(place(card), data=form_of(page, place(card))).status_code == 303
    assert (rows(card)[0].how, fresh(card).stage) == ("silence", "rejected")


def test_refused_day_of_a_silence_leaves_its_page_as_it_was(browser, card) -> None:
    sent = form_of(browser.get(f"{place(card)}?how=silence").text, place(card))
    answer = browser.post(place(card), data=sent | {"on": "no day"})

    assert answer.status_code == 422
    assert "<h1>Mark as no answer</h1>" in answer.text
    assert "Their words" not in answer.text


def test_future_history_is_untouched_by_a_late_evening(browser, build, sign_in) -> None:
    """A no just before midnight rests until the coming morning, not the one after."""
    from tracker.models.changes.rejection import rest_until

    person = build.user()
    late = datetime(2026, 3, 2, 12, 59, tzinfo=UTC)  # 23:59 in Sydney
    rests = rest_until(Rejection(on=None, how=None), late, person)

    assert rests is not None
    assert rests - late < timedelta(hours=10)


# Several open at one company


@pytest.fixture
def other(browser: Browser, build, card: Application) -> Application:
    """Another one, open at the same company."""
    build.application(browser.user, company="Elsewhere", role="Florist")
    build.application(browser.user, company=card.company, role="Closed", stage="rejected")
    return build.application(browser.user, company=card.company.upper(), role="Data Engineer")


def test_a_no_says_which_application_it_is_for_where_several_are_open_there(
    browser, card, other
) -> None:
    page = browser.get(place(card)).text

    assert "Which one is it about?" in page
    assert f'value="{other.id}"' in page and f'value="{card.id}"' in page
    assert "Florist" not in page and "Closed" not in page


def test_a_no_can_be_about_the_other_one_in_one_tap(browser, card, other) -> None:
    answer = browser.post(place(card), data={"about": other.id, "words": "No.", "key": "k"})

    assert answer.location == f"/applications/{other.id}/after"
    assert [row.words for row in rows(other)] == ["No."]
    assert rows(card) == []
    assert (fresh(other).stage, fresh(card).stage) == ("rejected", "interview")


def test_words_that_name_the_other_role_are_asked_about_once_and_kept(browser, card, other) -> None:
    words = "We have filled the data   engineer position."
    answer = browser.post(place(card), data={"about": card.id, "words": words, "key": "k"})
    form = form_of(answer.text, place(card))

    assert answer.status_code == 422
    assert "Their words name “Data Engineer”" in answer.text
    assert form["words"] == words
    assert rows(card) == rows(other) == []

    again = browser.post(place(card), data=form | {"about": card.id})
    assert again.location == f"/applications/{card.id}/after"
    assert [row.words for row in rows(card)] == [words]


def test_words_that_name_this_role_or_none_are_not_asked_about(browser, build, card) -> None:
    build.application(browser.user, company=card.company, role="Baker")
    words = {"about": card.id, "words": "We need a bakery.", "key": "k"}

    assert browser.post(place(card), data=words).status_code == 303


def test_a_longer_role_is_not_taken_for_the_shorter_in_it(browser, build) -> None:
    senior = build.application(browser.user, company="Acme", role="Senior Cook")
    build.application(browser.user, company="Acme", role="Cook")
    words = {"about": senior.id, "words": "The Senior Cook role is filled.", "key": "k"}

    assert browser.post(place(senior), data=words).status_code == 303


def test_a_no_cannot_be_about_what_is_not_offered(browser, card, other, sign_in, build) -> None:
    theirs = build.application(sign_in().user, company=card.company)
    answer = browser.post(place(card), data={"about": theirs.id, "key": "k"})

    assert answer.status_code == 422
    assert rows(theirs) == rows(card) == []


def test_a_no_of_one_tap_is_about_the_card_that_was_tapped(browser, card, other) -> None:
    answer = browser.post(place(card), data={"told": "1", "key": "k"})

    assert answer.location == f"/applications/{card.id}/after"


def test_words_kept_after_one_tap_are_asked_about_too_and_can_be_the_others(
    browser, card, other
) -> None:
    browser.post(place(card), data={"told": "1", "key": "k"})
    row = rows(card)[0]
    page = browser.get(place(card)).text
    form = form_of(page, f"{place(card)}/{row.id}")
    words = {"words": "The Data Engineer role is filled.", "about": card.id}
    asked = browser.post(f"{place(card)}/{row.id}", data=form | words)

    assert "Which one is it about?" in page
    assert asked.status_code == 422
    assert "Their words name “Data Engineer”" in asked.text

    form = form_of(asked.text, f"{place(card)}/{row.id}")
    answer = browser.post(f"{place(card)}/{row.id}", data=form | {"about": other.id})
    assert answer.location.startswith(f"/applications/{other.id}")
    assert [row.words for row in rows(other)] == ["The Data Engineer role is filled."]
    assert rows(card) == []
    assert (fresh(other).stage, fresh(card).stage) == ("rejected", "interview")


def test_a_no_with_words_stays_with_its_card(browser, card, other) -> None:
    browser.post(place(card), data={"about": card.id, "words": "No.", "key": "k"})
    row = rows(card)[0]
    page = browser.get(place(card)).text
    form = form_of(page, f"{place(card)}/{row.id}") | {"about": other.id, "words": "No, sorry."}

    assert "Which one is it about?" not in page
    assert browser.post(f"{place(card)}/{row.id}", data=form).status_code == 303
    assert [row.words for row in rows(card)] == ["No, sorry."]
    assert rows(other) == []


def test_nothing_is_offered_to_be_deleted_before_something_is_noted(browser, card) -> None:
    browser.post(place(card), data={"on": "2026-01-05"})
    row = rows(card)[0]
    address = f"{place(card)}/{row.id}"
    page = browser.get(address).text
    assert "Delete what is noted here" not in page

    browser.post(address, data=form_of(page, address) | {"reason": "Budget"})

    page = browser.get(address).text
    assert page.index("<summary>Delete</summary>") < page.index("Delete what is noted here")


def test_what_else_they_said_is_folded_below_what_it_holds(browser, card) -> None:
    page = browser.get(place(card)).text
    assert "A closed role, a reason, an offer of feedback" in page

    browser.post(place(card), data={"reason": "Budget", "feedback_offered": "y", "key": "k"})
    page = browser.get(f"{place(card)}/{rows(card)[0].id}").text

    assert "Budget · They offered feedback" in page
    assert '<details class="fold" open' not in page
    assert page.rindex('class="actions sticky"') > page.index("They suggested another role")
