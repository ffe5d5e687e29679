"""Following up on silence."""

import re
from datetime import date
from html import unescape

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Note
from tracker.values.days import day_of, days_after


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, applied_on=date(2026, 1, 5))


def place(card: Application) -> str:
    return f"/applications/{card.id}/follow-up"


def notes(card: Application) -> list[str]:
    db.session.rollback()
    return [note.body for note in db.session.scalars(Note.of(card))]


def test_follow_up_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    assert browser.get(place(theirs)).status_code == 404
    assert browser.post(place(theirs), data={}).status_code == 404
    assert notes(theirs) == []


@pytest.mark.parametrize(
    ("wrote", "shown"),
    [("leonie.ruiz@oriel.example", True), ("no-reply@jobs.example", False)],
)
def test_where_nobody_is_known_whoever_wrote_last_is_written_to(
    browser, build, card, wrote, shown
) -> None:
    build.note(card, "From: Ann Old <ann@oriel.example>\nSubject: Hello\n\nWe have it.")
    build.note(card, f"From: Leonie Ruiz <{wrote}>\nSubject: Your interview\n\nIt is off.")

    page = browser.get(place(card)).text

    assert (f'href="mailto:{wrote}?' in unescape(page)) == shown
    assert ("Leonie Ruiz</strong>" in page) == shown
    assert ("who wrote last" in page) == shown
    assert ("Hi Leonie," in unescape(page)) == shown
    assert ("Type the address in your mail app" in page) != shown

    build.part(card, build.contact(browser.user, "Mary Moss", email="mary@oriel.example"))
    assert 'href="mailto:mary@oriel.example?' in unescape(browser.get(place(card)).text)


def test_page_says_how_long_it_has_been_silent_and_whom_to_ask(browser, build, card) -> None:
    contact = build.contact(browser.user, phone="0400 000 000", email="mary@example.org")
    build.part(card, contact)

    page = browser.get(place(card)).text

    assert "since Mon 5 Jan" in page
    assert 'href="tel:0400000000"' in page
    assert 'href="mailto:mary@example.org"' in page
    assert f'href="/applications/{card.id}/rejection?how=silence"' in page


def test_following_up_writes_a_note_and_the_waiting_starts_afresh(browser, card) -> None:
    page = browser.get(f"/applications/{card.id}").text
    assert "You can close it, and open it again" in page and "Write to them anyway" in page
    before = card.version

    for _ in range(2):
        answer = browser.post(place(card), data={"words": "Asked Mary", "key": "k"})
        assert answer.status_code == 303

    assert notes(card) == ["I followed up.\n\nAsked Mary"]
    kept = fresh(card)
    assert kept.followed_up_on == day_of(now(), browser.user.zone)
    assert kept.version > before
    assert kept.wake_at is not None
    assert "Nothing to do before" in browser.get(f"/applications/{card.id}").text


def test_undo_takes_the_note_and_the_day_back(browser, build) -> None:
    card = build.application(
        browser.user, applied_on=date(2026, 1, 5), followed_up_on=date(2026, 2, 1)
    )
    browser.post(place(card), data={"key": "k"})

    undo = undo_of(browser.get(f"/applications/{card.id}").text)
    assert browser.post(undo, data={"key": "u"}).status_code == 303

    assert notes(card) == []
    assert fresh(card).followed_up_on == date(2026, 2, 1)


def test_undo_takes_back_no_other_note(browser, build, card) -> None:
    note = build.note(card, "Something else")

    assert browser.post(f"{place(card)}/{note.id}/reversal").status_code == 409
    assert notes(card) == ["Something else"]


def test_words_that_are_too_long_are_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    words = "Hello? " * 300

    answer = browser.post(place(card), data={"words": words})

    assert answer.status_code == 413
    assert f">\r\n{words.rstrip()}</textarea>" in answer.text


def test_short_letter_is_ready_to_send_to_the_one_who_can_be_asked(browser, build, card) -> None:
    build.part(card, build.contact(browser.user, "Mary Lee", email="mary+jobs@example.org"))

    page = browser.get(place(card)).text
    sent = form_of(page, place(card))

    assert sent["subject"].startswith("Following up on my application: ")
    assert sent["body"].startswith("Hi Mary,\n\nI applied on 5 January")
    link = unescape(re.search(r'data-mail href="([^"]+)"', page)[1])
    assert link.startswith("mailto:mary%2Bjobs@example.org?subject=Following%20up%20on%20my")
    assert "%0D%0A%0D%0AI%20applied" in link


def test_letter_speaks_german_and_formally_where_that_is_wanted(browser, card) -> None:
    page = browser.get(f"{place(card)}?tone=formal&language=de").text

    assert form_of(page, place(card))["body"].startswith("Sehr geehrte Damen und Herren,")
    assert form_of(page, place(card))["language"] == "de"


def test_letter_that_went_is_kept_as_the_note(browser, card) -> None:
    sent = form_of(browser.get(place(card)).text, place(card)) | {"body": "Hi Mary,\n\nwell?"}
    browser.post(place(card), data=sent)

    assert notes(card) == ["I followed up.\n\nHi Mary,\n\nwell?"]
    assert "I asked about it today" not in browser.get(place(card)).text
    assert "I asked about it on" in form_of(browser.get(place(card)).text, place(card))["body"]


def test_changed_letter_goes_into_the_mail_link_without_script(browser, card) -> None:
    sent = form_of(browser.get(place(card)).text, place(card)) | {"body": "Just this"}
    page = browser.post(f"{place(card)}/letter", data=sent).text

    assert "body=Just%20this" in page
    assert form_of(page, place(card))["key"] == sent["key"]
    assert notes(card) == []


def test_letter_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    assert browser.post(f"{place(theirs)}/letter", data={}).status_code == 404


def led_from(browser, card, where: str) -> dict[str, str]:
    page = browser.get(place(card), headers={"Referer": f"http://localhost{where}"}).text
    return form_of(page, place(card))


def test_follow_up_ends_where_it_was_begun(browser, card) -> None:
    for where in ("/today", "/board?q=cook&sort=company", f"/applications/{card.id}"):
        answer = browser.post(place(card), data=led_from(browser, card, where))

        assert answer.location == where
        assert "The waiting starts again" in browser.get(where).text, where


def test_another_tone_does_not_forget_where_it_was_begun(browser, card) -> None:
    page = browser.get(place(card), headers={"Referer": "http://localhost/board?q=a%26b"}).text
    tone = unescape(re.search(r'href="([^"]+tone=plain[^"]*)"', page)[1])

    assert form_of(browser.get(tone).text, place(card))["from"] == "/board?q=a%26b"


def test_nobody_is_sent_to_another_host_after_it(browser, card) -> None:
    """What is an address outside is asked in `tests/views/account/test_login.py`."""
    for where in ("https://evil.example/today", "//[", "/\\evil.example"):
        answer = browser.post(place(card), data={"from": where})

        assert answer.location in ("/today", f"/applications/{card.id}"), where


def test_twenty_one_days_are_said_to_be_a_default_and_ones_own_usual_days_are_not(
    browser, build
) -> None:
    on = days_after(day_of(now(), browser.user.zone), -60)
    card = build.application(browser.user, applied_on=on)
    usual = build.application(browser.user, applied_on=on, quiet_days=14)
    long = build.application(browser.user, applied_on=days_after(on, -200))
    words = "21 days is a default until five of your replies are known."

    assert words in browser.get(place(card)).text
    assert "is a default" not in browser.get(place(usual)).text
    page = browser.get(place(long)).text
    assert "Nothing heard since" in page and "is a default" not in page


def test_after_one_follow_up_closing_comes_first(browser, build) -> None:
    card = build.application(
        browser.user, applied_on=date(2026, 1, 5), followed_up_on=date(2026, 2, 1)
    )
    close = f'href="/applications/{card.id}/rejection?how=silence">Mark as no answer'

    page = browser.get(place(card)).text
    assert "One follow-up is enough." in page
    assert page.index(close) < page.index("Write again anyway")
    assert close in browser.get(f"/applications/{card.id}").text
