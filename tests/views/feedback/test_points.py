"""An answer sorted: proposals with their words, taken in one tap, changed at will."""

import re
from datetime import date

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Feedback, FeedbackPoint, Theme
from tracker.values.days import day_of

WORDS = (
    "Dear Sam,\n\nThank you for your time. We chose somebody with more retail experience. "
    "You seemed nervous at first.\n\nKind regards\nMary"
)
RETAIL = "We chose somebody with more retail experience."
NERVOUS = "You seemed nervous at first."
GENERIC = "We had many strong candidates and decided for one who was a better fit."


@pytest.fixture
def card(browser: Browser, build) -> Application:
    card = build.application(browser.user, stage="feedback_received")
    build.rejection(card, on=day_of(now(), browser.user.zone))
    return card


@pytest.fixture
def feedback(build, card) -> Feedback:
    return build.feedback(card, WORDS)


def place(feedback: Feedback) -> str:
    return f"/feedback/{feedback.id}/points"


def points(feedback: Feedback) -> list[FeedbackPoint]:
    db.session.rollback()
    return list(db.session.scalars(FeedbackPoint.of(feedback)))


def prefix(sentence: str) -> str:
    return f"s{WORDS.index(sentence)}_"


def proposed(browser: Browser, feedback: Feedback) -> dict[str, str]:
    return form_of(browser.get(place(feedback)).text, place(feedback))


def test_points_of_anothers_feedback_are_not_found(browser, sign_in, build) -> None:
    theirs = build.feedback(build.application(sign_in().user), WORDS)

    assert browser.get(place(theirs)).status_code == 404
    assert browser.post(place(theirs), data={"s0_take": "y"}).status_code == 404
    assert points(theirs) == []


def test_another_persons_theme_named_in_the_body_is_not_found(
    browser, sign_in, build, feedback
) -> None:
    build.theme(browser.user)
    theirs = build.theme(sign_in().user, "Secret")
    at = prefix(RETAIL)

    answer = browser.post(
        place(feedback), data={f"{at}take": "y", f"{at}kind": "improve", f"{at}theme": theirs.id}
    )

    assert answer.status_code == 404
    assert points(feedback) == []


def test_kind_that_is_none_is_refused_and_what_was_chosen_is_kept(browser, feedback) -> None:
    at = prefix(RETAIL)

    answer = browser.post(
        place(feedback),
        data={f"{at}take": "y", f"{at}kind": "fault", f"{at}agreed": "no", "key": "k"},
    )

    assert answer.status_code == 422
    assert form_of(answer.text, place(feedback))[f"{at}agreed"] == "no"
    assert points(feedback) == []


@pytest.mark.parametrize(
    ("said", "guess"),
    [
        ("You have ten years of experience in sales.", "strength"),
        ("The day was long for all.", "not_me"),
        ("The panel had a good laugh.", "strength"),
        ("Thank you for your time, though you were late.", "improve"),
    ],
)
def test_sentence_ticked_by_hand_is_kept_with_the_guess_that_its_chips_show(
    browser, build, card, said, guess
) -> None:
    feedback = build.feedback(card, said)
    page = browser.get(place(feedback)).text
    assert re.findall(r'name="s0_kind" value="(\w+)" checked', page) == [guess]

    browser.post(place(feedback), data={"s0_take": "y"})

    assert [each.kind for each in points(feedback)] == [guess]


def test_sentence_that_may_be_praise_or_doubt_is_not_ticked_and_is_the_persons_to_name(
    browser, build, card
) -> None:
    feedback = build.feedback(card, "You have ten years of experience in sales.")
    page = browser.get(place(feedback)).text
    assert "s0_take" not in form_of(page, place(feedback))
    assert "Plenty of experience" in page

    browser.post(place(feedback), data={"s0_take": "y", "s0_kind": "strength"})
    assert [each.kind for each in points(feedback)] == ["strength"]


def test_words_changed_in_the_meantime_are_looked_at_again(browser, feedback) -> None:
    sent = proposed(browser, feedback)
    address = f"/feedback/{feedback.id}"
    browser.post(
        address, data=form_of(browser.get(address).text, address) | {"words": "All new words."}
    )

    assert browser.post(place(feedback), data=sent).status_code == 409
    assert points(feedback) == []


def test_nothing_is_kept_by_looking(browser, feedback) -> None:
    browser.get(place(feedback))

    assert points(feedback) == []
    assert db.session.scalar(select(func.count(Theme.id))) == 0


def test_sentence_is_proposed_with_its_theme_and_the_words_that_led_to_it(
    browser, feedback
) -> None:
    page = browser.get(place(feedback)).text

    sent = form_of(page, place(feedback))
    assert sent[f"{prefix(RETAIL)}theme"].startswith("experience")
    assert re.search(r"Because of[^<]*“more retail experience”", page)


def test_sentence_is_one_of_three_things_and_what_is_not_about_one_has_no_other_name(
    browser, build, card
) -> None:
    feedback = build.feedback(card, "We went with another candidate.")
    page = browser.get(place(feedback)).text
    shown = re.findall(r'name="s0_kind" value="(\w+)"( checked)?>([^<]+)<', page)
    assert shown == [
        ("strength", "", "Strength"),
        ("improve", "", "To improve"),
        ("not_me", " checked", "Not about me"),
    ]

    browser.post(place(feedback), data=proposed(browser, feedback))
    assert '<p class="meta muted">Not about me</p>' in browser.get(place(feedback)).text


@pytest.mark.both_databases
def test_one_tap_takes_what_is_proposed(browser, card, feedback) -> None:
    answer = browser.post(place(feedback), data=proposed(browser, feedback))

    assert answer.status_code == 303
    kept = {each.quote: each for each in points(feedback)}
    assert RETAIL in kept
    theme = db.session.get_one(Theme, kept[RETAIL].theme_id)
    assert (theme.slug or "").startswith("experience")
    assert "Dear Sam," not in kept
    assert fresh(card).feedback_unread == 0


def test_sent_twice_makes_each_point_once(browser, feedback) -> None:
    sent = proposed(browser, feedback)
    for _ in range(2):
        browser.post(place(feedback), data=sent)
    browser.post(place(feedback), data=sent | {"key": "another"})

    quotes = [each.quote for each in points(feedback)]
    assert len(quotes) == len(set(quotes)) > 0


def test_each_can_be_changed_before_it_is_taken(browser, build, feedback) -> None:
    mine = build.theme(browser.user, "Shop floor")
    at = prefix(NERVOUS)
    sent = {
        f"{at}take": "y",
        f"{at}kind": "not_me",
        f"{at}theme": str(mine.id),
        f"{at}agreed": "no",
        f"{at}specific": "y",
        "specific": "y",
    }
    browser.post(place(feedback), data=sent)

    kept = points(feedback)[0]
    assert (kept.quote, kept.kind, kept.theme_id, kept.agreed, kept.specific) == (
        NERVOUS,
        "not_me",
        mine.id,
        "no",
        True,
    )


def test_sentence_that_reads_as_nothing_can_still_be_a_point(browser, feedback) -> None:
    at = prefix("Thank you for your time.")
    browser.post(place(feedback), data={f"{at}take": "y", f"{at}kind": "strength"})

    assert [each.quote for each in points(feedback)] == ["Thank you for your time."]


def test_general_answer_says_so_kindly_and_offers_one_probe(browser, build, card) -> None:
    feedback = build.feedback(card, GENERIC)
    page = browser.get(place(feedback)).text

    assert "This is very general" in page
    assert f"/applications/{card.id}/ask/letter/probe" in page
    assert form_of(page, place(feedback))["specific"] == "n"


def test_whether_it_is_specific_is_the_persons_decision(browser, build, card) -> None:
    feedback = build.feedback(card, GENERIC)
    browser.post(place(feedback), data={"specific": "n"})
    assert db.session.get_one(Feedback, feedback.id, populate_existing=True).specific is False
    assert (fresh(card).feedback_unread, fresh(card).ask_next) == (0, "thank")

    browser.post(place(feedback), data={"specific": "y"})

    assert db.session.get_one(Feedback, feedback.id, populate_existing=True).specific is True
    assert "This is very general" not in browser.get(place(feedback)).text


def test_their_view_and_ones_own_stand_side_by_side(browser, build) -> None:
    card = build.application(browser.user, stage="feedback_received")
    build.rejection(card, would_change="I was nervous and spoke too fast.")
    page = browser.get(place(build.feedback(card, WORDS))).text

    assert "I was nervous and spoke too fast." in page
    assert "You both name: Communication and confidence" in page


def test_latest_answer_is_the_one_opened_from_the_card(browser, build, card, feedback) -> None:
    build.feedback(card, "A second answer about licences.")

    assert "A second answer" in browser.get(f"/applications/{card.id}/points").text


def test_without_an_answer_the_card_leads_to_writing_one_down(browser, card) -> None:
    answer = browser.get(f"/applications/{card.id}/points")

    assert answer.headers["Location"] == f"/applications/{card.id}/feedback/new"


def test_point_is_changed_and_its_words_stay_theirs(browser, build, card, feedback) -> None:
    point = build.point(feedback, RETAIL)
    address = f"/points/{point.id}"
    sent = form_of(browser.get(address).text, address)
    refused = browser.post(address, data=sent | {"quote": "I am hopeless."})
    assert refused.status_code == 422
    assert "I am hopeless." in refused.text

    browser.post(address, data=sent | {"quote": "more retail experience", "agreed": "no"})

    assert [(each.quote, each.agreed) for each in points(feedback)] == [
        ("more retail experience", "no")
    ]
    assert fresh(card).points_open == 0


def test_point_changed_in_two_tabs_shows_both(browser, build, feedback) -> None:
    address = f"/points/{build.point(feedback, RETAIL).id}"
    first = form_of(browser.get(address).text, address)
    browser.post(address, data=first | {"agreed": "partly"})

    answer = browser.post(address, data=first | {"agreed": "no"})

    assert answer.status_code == 409
    assert "Partly" in answer.text


def test_point_taken_away_comes_back(browser, build, card, feedback) -> None:
    point = build.point(feedback, RETAIL)
    browser.post(f"/points/{point.id}/removal")
    assert (points(feedback), fresh(card).points_open) == ([], 0)

    browser.post(undo_of(browser.get(place(feedback)).text), data={"key": "u"})

    assert [each.quote for each in points(feedback)] == [RETAIL]
    assert fresh(card).points_open == 1


def test_very_long_answer_is_cut_and_says_so(browser, build, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.views.feedback.points_presenter.MOST", 5)
    feedback = build.feedback(card, "\n".join(f"Line {number} was long." for number in range(9)))
    page = browser.get(place(feedback)).text

    assert "There is more." in page
    assert len(re.findall(r'name="s\d+_take"', page)) == 5


def test_themes_are_ones_own_to_rename_to_add_to_and_to_drop(browser, build, feedback) -> None:
    assert "Answers and examples" in browser.get("/themes").text
    browser.post("/themes", data={"name": "Shop floor", "key": "k"})
    browser.post("/themes", data={"name": "Shop floor", "key": "k"})
    named = select(Theme).where(Theme.user_id == browser.user.id, Theme.name == "Shop floor")
    mine = db.session.scalars(named).one()
    browser.post(f"/themes/{mine.id}", data={"name": "Retail floor", "parent": ""})
    assert "Retail floor" in browser.get("/themes").text

    point = build.point(feedback, RETAIL, theme_id=mine.id)
    assert "1 point" in browser.get(f"/themes/{mine.id}/deletion").text
    browser.post(f"/themes/{mine.id}/deletion")

    assert points(feedback)[0].id == point.id
    assert points(feedback)[0].theme_id is None


def test_theme_belongs_to_no_other_persons_theme(browser, sign_in, build) -> None:
    theirs = build.theme(sign_in().user, "Secret")

    assert browser.post("/themes", data={"name": "X", "parent": theirs.id}).status_code == 404
    assert browser.post(f"/themes/{theirs.id}", data={"name": "X"}).status_code == 404


def test_theme_without_a_name_is_asked_for_one(browser) -> None:
    assert browser.post("/themes", data={"name": " "}).status_code == 422


def test_probe_is_offered_once(browser, build, card) -> None:
    feedback = build.feedback(card, GENERIC, specific=False)
    address = f"/applications/{card.id}/ask/letter/probe"
    assert address in browser.get(place(feedback)).text

    build.attempt(card, kind="probe", channel="email", result="sent", on=today(browser))

    page = browser.get(place(feedback)).text
    assert address not in page
    assert "This is very general" in page


def today(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


def test_point_reads_what_it_is_about_in_its_own_words_in_one_quiet_line(
    browser, build, feedback
) -> None:
    broad = build.theme(browser.user, name="Motivation and research")
    finer = build.theme(browser.user, name="Why this job", parent_id=broad.id)
    build.point(feedback, WORDS, theme_id=finer.id)

    page = browser.get(place(feedback)).text

    assert "To improve · Why this job" in page


def test_theme_of_praise_reads_as_a_strength_on_every_screen(browser, build, card) -> None:
    nerves = build.theme(browser.user, name="Nerves", slug="communication.nerves")
    said = build.feedback(
        card, "Your calm with the caller impressed me.", received_on=today(browser)
    )
    page = browser.get(place(said)).text
    assert ">Calm\n" in page or "<span>Calm" in page

    build.point(said, kind="strength", theme_id=nerves.id)

    assert "Strength · Calm" in browser.get(place(said)).text
    for address in ("/insights", "/coach/preview"):
        shown = browser.get(address).text
        assert "Calm" in shown
        assert "Nerves" not in shown


def test_what_can_be_improved_stands_first_and_what_is_not_about_one_last(
    browser, build, card, feedback
) -> None:
    for kind, quote in (("not_me", "They chose Ann."), ("strength", "Calm."), ("improve", "Slow.")):
        build.point(feedback, quote, kind=kind)

    kept = browser.get(place(feedback)).text.partition('id="kept"')[2]

    found = [kept.index(quote) for quote in ("Slow.", "Calm.", "They chose Ann.")]
    assert found == sorted(found)


def test_one_filled_button_of_saved_points_is_the_first_that_nothing_is_planned_for(
    browser, build, feedback
) -> None:
    points = [build.point(feedback, f"Point {n}", kind="improve") for n in range(3)]
    build.action(browser.user, points[0], what="Rehearse")

    page = browser.get(f"/feedback/{feedback.id}/points").text
    filled = re.findall(r'class="button main"\s+href="([^"]*)"', page)

    assert filled == [f"/actions/new?point={points[1].id}"]
    assert f'class="button soft" href="/actions/new?point={points[2].id}"' in page
