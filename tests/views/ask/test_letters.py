"""The email: built, edited, opened elsewhere, and marked as sent by the person alone."""

from datetime import date, timedelta
from html import unescape
from itertools import cycle, product
from urllib.parse import unquote

import pytest
from flask import Flask
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.worlds import as_in, signed_in_as, world
from tracker.clock import now
from tracker.extensions import db
from tracker.loop.ask_state import follow_up_on
from tracker.models import Application, Attempt, User
from tracker.values.days import day_of

DAY = timedelta(days=1)
KINDS = ("ask", "nudge", "probe", "thanks")


def told_no(browser: Browser, build) -> tuple[int, int, str]:
    """A no of today, and somebody to write to."""
    with build.together():
        card = build.application(browser.user, role="Bookkeeper", stage="rejected")
        build.rejection(card, on=today(browser), how="email")
        mary = build.contact(browser.user, email="mary@example.org", phone="0400 000 000")
        build.part(card, mary, "interviewer")
    return signed_in_as(browser)


@pytest.fixture
def card(app, browser: Browser, build) -> Application:
    """The application of that no: laid under the test before it builds anything else."""
    as_in(browser, world(app, told_no, browser, build))
    return db.session.scalars(select(Application)).one()


def today(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


def place(card: Application, kind: str = "ask") -> str:
    return f"/applications/{card.id}/ask/letter/{kind}"


def sending(card: Application) -> str:
    return f"/applications/{card.id}/attempts"


def attempts(card: Application) -> list[Attempt]:
    db.session.rollback()
    return list(db.session.scalars(Attempt.of(card)))


def letter(browser: Browser, card: Application, kind: str = "ask", query: str = "") -> dict:
    answer = browser.get(place(card, kind) + query)
    assert answer.status_code == 200
    return form_of(answer.text, sending(card))


def link_of(page: str) -> str:
    return unescape(page.partition('data-mail href="')[2].partition('"')[0])


def test_a_letter_to_an_agency_thanks_for_being_put_forward(browser, build, card) -> None:
    build.interview(card, starts_at=now() - DAY)
    ana = build.contact(browser.user, "Ana Lee", company="Hays", email="ana@example.org")
    build.part(card, ana, "recruiter")
    body = letter(browser, card, query=f"?to={ana.id}")["body"]

    assert body.startswith("Hi Ana,")
    assert "Thank you for putting me forward for the" in body
    assert "our conversation" not in body
    assert "I enjoyed our conversation" in letter(browser, card)["body"]


def test_a_letter_of_no_known_kind_is_not_found(browser, card) -> None:
    assert browser.get(place(card, "threat")).status_code == 404


def test_a_third_message_is_refused_kindly_and_its_words_are_kept(browser, build, card) -> None:
    sent = letter(browser, card)
    for kind in ("ask", "nudge"):
        build.attempt(card, channel="email", result="sent", kind=kind, on=today(browser))

    for kind in ("ask", "nudge"):
        page = browser.get(place(card, kind))
        assert page.status_code == 409
        assert "Two messages are enough" in page.text
        assert "I sent it" not in page.text
    answer = browser.post(sending(card), data=sent | {"body": "Once more"})

    assert answer.status_code == 409
    assert "Two messages are enough" in answer.text
    assert form_of(answer.text, sending(card))["body"] == "Once more"
    assert len(attempts(card)) == 2


@pytest.mark.parametrize("kind", ["probe", "thanks"])
def test_replies_may_go_after_two_messages(browser, build, card, kind) -> None:
    for written in ("ask", "nudge"):
        build.attempt(card, channel="email", result="sent", kind=written, on=today(browser))

    assert browser.post(sending(card), data=letter(browser, card, kind)).status_code == 303
    assert attempts(card)[-1].kind == kind


def test_an_overlong_subject_is_refused_and_the_letter_kept(browser, card) -> None:
    sent = letter(browser, card)

    answer = browser.post(sending(card), data=sent | {"subject": "x" * 600, "body": "My words"})

    assert answer.status_code == 422
    assert form_of(answer.text, sending(card))["body"] == "My words"
    assert attempts(card) == []


def test_a_letter_that_is_too_long_is_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    words = "Hello! " * 300
    sent = letter(browser, card)

    answer = browser.post(sending(card), data=sent | {"body": words})

    assert answer.status_code == 413
    assert form_of(answer.text, sending(card))["body"] == words.rstrip()
    assert attempts(card) == []


def test_every_letter_is_built_with_its_link(browser, card) -> None:
    """Each kind in each language, in a tone in turn."""
    tones = cycle(("warm", "plain", "formal"))
    for (kind, language), tone in zip(product(KINDS, ("en", "de")), tones, strict=False):
        page = browser.get(f"{place(card, kind)}?tone={tone}&language={language}").text
        sent, link = form_of(page, sending(card)), link_of(page)

        assert (sent["tone"], sent["language"], sent["kind"]) == (tone, language, kind)
        assert link.startswith("mailto:mary@example.org?subject=")
        assert unquote(link.partition("&body=")[2]) == sent["body"].replace("\n", "\r\n")
        assert "+" not in link


def test_tone_and_language_begin_with_the_persons_own(sign_in, build) -> None:
    browser = sign_in(build.user(letter_language="de", letter_tone="formal"))
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser))

    sent = letter(browser, card)

    assert (sent["language"], sent["tone"]) == ("de", "formal")
    assert sent["body"].startswith("Sehr geehrte")
    assert letter(browser, card, query="?language=xx&tone=rude")["tone"] == "warm"


def test_without_script_the_link_is_made_again_from_what_was_typed(browser, card) -> None:
    sent = letter(browser, card)

    answer = browser.post(place(card), data=sent | {"body": "Dear O’Connor & Söhne\n\n100 %"})

    assert answer.status_code == 200
    assert unquote(link_of(answer.text)).endswith("&body=Dear O’Connor & Söhne\r\n\r\n100 %")
    assert form_of(answer.text, sending(card))["body"] == "Dear O’Connor & Söhne\n\n100 %"
    assert attempts(card) == []


def test_a_letter_too_long_for_a_link_says_so(browser, card) -> None:
    hint = '<p class="hint" data-cut hidden>'
    assert hint in browser.get(place(card)).text

    page = browser.post(place(card), data={"body": "Word " * 900}).text

    assert hint not in page
    assert len(link_of(page)) < 2000


def test_sent_is_kept_with_the_words_as_they_were_used(browser, card) -> None:
    sent = letter(browser, card, query="?tone=plain&language=de")

    answer = browser.post(sending(card), data=sent | {"subject": "Rat", "body": "Meine Worte"})

    assert answer.headers["Location"] == f"/applications/{card.id}/ask"
    kept = attempts(card)[0]
    assert (kept.kind, kept.channel, kept.result) == ("ask", "email", "sent")
    assert (kept.subject, kept.body) == ("Rat", "Meine Worte")
    assert kept.wording == "application/plain/de"
    assert kept.contact_id is not None
    assert kept.follow_up_on == follow_up_on(today(browser), "AU", "")
    assert db.session.get_one(User, browser.user.id).letter_tone == "plain"
    page = browser.get(f"/applications/{card.id}/ask").text
    assert "Noted. Wait until" in page
    undo = undo_of(page)
    browser.post(undo, data={"key": "u"})
    assert attempts(card) == []


def test_sent_twice_is_one_letter_and_a_late_correction_is_no_third(browser, build, card) -> None:
    build.attempt(card, channel="email", result="sent", on=today(browser) - 8 * DAY)
    sent = letter(browser, card, "nudge")
    for body in ("One", "One", "One, corrected"):
        assert browser.post(sending(card), data=sent | {"body": body}).status_code == 303

    assert [each.body for each in attempts(card)] == ["", "One, corrected"]


def test_a_contact_of_somebody_else_is_not_kept(browser, build, card) -> None:
    theirs = build.contact(build.user(), name="Stranger")

    browser.post(sending(card), data=letter(browser, card) | {"to": str(theirs.id)})

    assert attempts(card)[0].contact_id is None


def test_after_a_call_of_today_the_letter_mentions_it(browser, build, card) -> None:
    without = letter(browser, card)["body"]
    build.attempt(card, result="left_message", on=today(browser))

    assert letter(browser, card)["body"] != without
    assert (
        "voicemail" in letter(browser, card)["body"] or "message" in letter(browser, card)["body"]
    )


def test_the_nudge_names_the_day_of_the_letter(browser, build, card) -> None:
    build.attempt(card, channel="email", result="sent", on=date(2026, 3, 2))

    assert "2 March" in letter(browser, card, "nudge")["body"]


def test_a_nudge_where_nothing_was_written_is_the_first_letter(browser, build, card) -> None:
    build.attempt(card, result="later", on=today(browser) - 8 * DAY)

    sent = letter(browser, card, "nudge")

    assert "I wrote to you" not in sent["body"]
    assert sent["kind"] == "nudge"


def test_thanks_after_a_talk_are_for_the_talk(browser, build, card) -> None:
    assert "your answer" in letter(browser, card, "thanks")["body"]
    build.attempt(card, result="spoke", on=today(browser))

    assert "talking with me" in letter(browser, card, "thanks")["body"]


def test_thanked_leads_back_to_the_application(browser, card) -> None:
    answer = browser.post(sending(card), data=letter(browser, card, "thanks"))

    assert answer.headers["Location"] == f"/applications/{card.id}"
    assert attempts(card)[0].follow_up_on is None


def test_nobody_to_write_to_is_said_and_the_letter_is_there_all_the_same(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser))

    page = browser.get(place(card)).text

    assert "Say who it is for" in page
    assert link_of(page).startswith("mailto:?subject=")


def test_each_situation_has_a_letter_of_its_own(browser, build) -> None:
    plain = build.application(browser.user, stage="rejected")
    build.rejection(plain, on=today(browser))
    for facts, said, words in (
        ({"public_sector": True}, {}, "criteri"),
        ({"internal_candidate": True}, {}, ""),
        ({}, {"how": "silence"}, ""),
        ({}, {"feedback_offered": True}, "offer"),
    ):
        card = build.application(browser.user, stage="rejected", **facts)
        build.rejection(card, on=today(browser), **said)

        assert letter(browser, card)["body"] != letter(browser, plain)["body"], (facts, said, words)
        assert words in letter(browser, card)["body"], (facts, said, words)


def test_the_keepers_own_letter_is_used_and_a_broken_one_is_named(
    app: Flask, browser, card
) -> None:
    own = app.config["ONWARD"].instance / "letters" / "en"
    own.mkdir(parents=True)
    (own / "application.txt").write_text("Subject: Mine\n\nMy own words.")
    assert letter(browser, card)["body"] == "My own words."

    (own / "application.txt").write_text("{{ no_such_fact }}")
    page = browser.get(place(card)).text

    assert "can&#39;t be used" in page
    assert "application.txt" in page
