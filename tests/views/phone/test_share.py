"""What the phone's Share menu hands over stands in a form; nothing is saved by that."""

import io
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import event, func, select
from werkzeug.datastructures import FileStorage, ImmutableMultiDict

from tests.browser import Browser
from tracker.extensions import db
from tracker.fetching.refusals import Refused, Why
from tracker.models import Application
from tracker.views.phone.shared import Shared, looks_like_email, read_shared

FROM_THE_PHONE = {"Sec-Fetch-Site": "none", "Origin": "null"}
EMAIL = (
    "From: Mary <mary@acme.example>\r\nTo: sam@example.org\r\nSubject: Your application\r\n"
    "Date: Mon, 1 Jun 2026 09:00:00 +1000\r\n\r\nDear Sam,\r\n\r\nthank you for applying.\r\n"
)
LINK = "https://jobs.example/7?a=1&b=2"
JOB = {"title": "Baker at Acme", "text": f"Look at this: {LINK}."}
AD = "Baker\n\nCompany: Acme Pty Ltd\nLocation: Leeds\n\nWe bake bread. Who bakes with us?\n"


@pytest.fixture
def asked_for(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were to be fetched; none of them answers."""
    links: list[str] = []

    class Unanswered:
        def fetch(self, link: str) -> None:
            links.append(link)
            raise Refused(Why.UNREACHABLE)

    monkeypatch.setitem(app.extensions, "fetcher", Unanswered())
    return links


def share(browser: Browser, headers: dict[str, str] = FROM_THE_PHONE, **given: object):
    """As the phone sends it: a form in many parts, and neither our origin nor a token."""
    return browser.open(
        "/share",
        method="POST",
        data=given,
        headers=headers,
        forged=True,
        content_type="multipart/form-data",
    )


def a_file(words: str, name: str, mimetype: str) -> FileStorage:
    return FileStorage(io.BytesIO(words.encode()), name, "file", mimetype)


# What it is


@pytest.mark.parametrize(
    ("given", "url", "text"),
    [
        ({"url": "https://a.example/1", "text": "A job"}, "https://a.example/1", "A job"),
        ({"text": "https://a.example/1"}, "https://a.example/1", ""),
        ({"title": "See (https://a.example/1)."}, "https://a.example/1", ""),
        ({"url": "javascript:alert(1)", "text": "A job"}, "", "A job"),
        ({"text": "http://[ and https://a.example/2"}, "https://a.example/2", None),
        ({}, "", ""),
    ],
)
def test_link_is_found_wherever_an_app_puts_it(given: dict[str, str], url: str, text) -> None:
    shared = read_shared(given)

    assert shared.url == url
    assert text is None or shared.text == text


@pytest.mark.parametrize(
    ("file", "is_one"),
    [
        (a_file(EMAIL, "mail.eml", "application/octet-stream"), True),
        (a_file(EMAIL, "mail", "message/rfc822"), True),
        (a_file(EMAIL, "mail.txt", "text/plain"), True),
        (a_file("Baker wanted.\nFrom: 5 am\n\nDate: soon", "job.txt", "text/plain"), False),
    ],
)
def test_email_is_known_by_its_name_its_kind_or_how_it_begins(file, is_one: bool) -> None:
    shared = read_shared({}, [file])

    assert bool(shared.message) == is_one
    assert bool(shared.text) != is_one


def test_what_was_shared_reads_the_same_when_it_is_sent_again() -> None:
    for first in (
        read_shared(JOB, [a_file("Baker wanted.", "job.txt", "text/plain")]),
        read_shared({"text": EMAIL}),
    ):
        assert read_shared(ImmutableMultiDict(first.fields())) == first


def test_file_in_another_alphabet_or_cut_in_a_letter_loses_no_words() -> None:
    latin = FileStorage(io.BytesIO("Bäcker gesucht".encode("latin-1")), "job.txt", "file")
    cut = FileStorage(io.BytesIO("Bäckerei ü".encode()[:-1]), "job.txt", "file")

    assert read_shared({}, [latin]).text == "Bäcker gesucht"
    assert read_shared({}, [cut]).text == "Bäckerei"
    assert not looks_like_email("A: 1\nB: 2\nC: 3\n\nFrom: x")


# Where it goes


@pytest.mark.both_databases
def test_what_the_phone_shares_is_read_at_once_and_nothing_is_written(browser: Browser) -> None:
    share(browser)  # the device was seen; that is noted once an hour
    written: list[str] = []

    @event.listens_for(db.engine, "before_cursor_execute")
    def heard(connection, cursor, statement, *rest) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "BEGIN", "PRAGMA", "WITH")):
            written.append(statement)

    try:
        email = share(browser, file=a_file(EMAIL, "mail.eml", "message/rfc822"))
        job = share(browser, title="Baker at Acme", text=AD)
    finally:
        event.remove(db.engine, "before_cursor_execute", heard)

    assert email.status_code == job.status_code == 200
    assert "thank you for applying" in unescape(email.text)
    assert 'action="/mail/records"' in email.text
    assert 'value="Baker"' in job.text
    assert 'value="Acme Pty Ltd"' in job.text
    assert 'action="/leads"' in job.text
    assert written == []
    assert db.session.scalar(select(func.count()).select_from(Application)) == 0


def test_shared_link_is_opened_for_who_shares_it_and_kept_where_it_does_not_answer(
    browser: Browser, asked_for: list[str]
) -> None:
    page = unescape(share(browser, **JOB).text)

    assert asked_for == [LINK]
    assert f'value="{LINK}"' in page
    assert 'value="Baker"' in page
    assert "That page didn’t answer." in page


def test_another_sites_page_can_share_nothing_in(browser: Browser) -> None:
    for headers in (
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "none"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    ):
        assert share(browser, headers, **JOB).status_code == 403, headers


def test_only_the_one_address_takes_what_comes_from_no_page(browser: Browser) -> None:
    answer = browser.open(
        "/leads", method="POST", data={"company": "Acme"}, headers=FROM_THE_PHONE, forged=True
    )

    assert answer.status_code == 403


def test_by_an_address_it_stands_in_its_field_and_nothing_is_opened(
    browser: Browser, asked_for: list[str]
) -> None:
    job, email = (browser.get("/share", query_string=each).text for each in (JOB, {"text": EMAIL}))

    assert LINK in unescape(job)
    assert 'action="/postings/look"' in job
    assert "thank you for applying" in unescape(email)
    assert 'action="/mail/read"' in email
    assert asked_for == []


def test_nothing_at_all_is_asked_for(browser: Browser) -> None:
    answer = share(browser)

    assert answer.status_code == 200
    assert 'name="ad"' in answer.text


def test_whoever_has_to_sign_in_first_finds_it_all_again(
    visitor: Browser, build, quick_hashing: None
) -> None:
    from tracker.values.passwords import hash_password

    build.user(email="sam@example.org", password_hash=hash_password("walnut paper lagoon"))
    asked = share(visitor, title="Fwd", file=a_file(EMAIL, "mail.eml", "message/rfc822"))
    assert asked.status_code == 401
    carried = unescape(asked.text).split('name="carried"')[1].split('value="')[1].split('"')[0]
    form = {"email": "sam@example.org", "password": "walnut paper lagoon", "carried": carried}
    page = visitor.post("/login", data=form).text

    assert 'action="/share"' in page
    assert "thank you for applying" in unescape(page)
    assert "could not be kept" not in page
    sent = Shared("Fwd", message=EMAIL)
    read = visitor.post("/share", data=dict(sent.fields()))
    assert 'action="/mail/records"' in read.text
