"""Requests that no page of ours would send: refused in plain words, and never a fault of ours."""

import io

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build

LONG = "1" * 5_000
"""More digits than Python makes a number of."""
FORM = "application/x-www-form-urlencoded"


NO_NUMBERS = (
    f"/applications/earlier?company=Acme&apart={LONG}",
    f"/applications/{LONG}",
    f"/people?from={LONG}",
    f"/leads?page={LONG}",
    f"/board/table?page={LONG}",
    f"/board/columns/applied?after=1.{LONG}.1",
    f"/reset/{LONG}",
    "/leads?page=²",
    "/people?from=٣",
    "/applications/earlier?company=Acme&apart=²",
)


def test_number_that_is_none_breaks_no_page(browser: Browser) -> None:
    answered = {url: browser.get(url).status_code for url in NO_NUMBERS}
    assert set(answered.values()) <= {200, 404}, answered


def test_mark_of_a_kept_page_with_a_false_moment_is_no_fault(browser: Browser) -> None:
    kept = browser.get("/board").headers["ETag"].removeprefix('W/"').rpartition("-")[0]

    answer = browser.get("/board", headers={"If-None-Match": f'W/"{kept}-{LONG}"'})

    assert answer.status_code == 200


FALSE = ("[" * 100_000, '{"role":' * 50_000, '{"role": {}}', "[]", '"x"', LONG, "[NaN", "\x00")


def test_edit_with_false_signs_of_what_it_began_with_is_judged_by_its_words(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    typed = {"company": "Acme", "role": "Cook", "version": "99"}

    for was in FALSE:
        answer = browser.post(f"/applications/{card.id}", data=typed | {"was": was})
        assert answer.status_code in (303, 409), was[:20]


@pytest.mark.usefixtures("quick_hashing")
def test_json_is_no_form(browser: Browser) -> None:
    bodies = ("[" * 10_000, '{"email": 5, "password": ["x"]}', "{}", "nothing")
    for url, body in zip(("/login", "/applications", "/people", "/imports"), bodies, strict=True):
        answer = browser.post(url, data=body, content_type="application/json")

        assert answer.status_code == 422, url


UNREADABLE = (
    ("multipart/form-data", "x"),
    ("multipart/form-data; boundary=", "x"),
    ("multipart/form-data; boundary=" + "a" * 2_000, "x"),
    ("multipart/form-data; boundary=é", "x"),
    ("multipart/form-data; boundary=x", "--x\r\n\r\n\r\n--x--"),
    (
        "multipart/form-data; boundary=x",
        '--x\r\nContent-Disposition: form-data; name="name"\r\n'
        "Content-Type: text/plain; charset=utf-99\r\n\r\nMary\r\n--x--",
    ),
    (f"{FORM}; charset=utf-16", "name"),
    (FORM, b"\xff\xfe="),
    ("\x7f", "x"),
)


@pytest.mark.usefixtures("quick_hashing")
def test_form_that_cannot_be_read_is_an_empty_one(browser: Browser) -> None:
    for place, (content_type, body) in enumerate(UNREADABLE):
        url = ("/login", "/people", "/documents")[place % 3]
        answer = browser.post(url, data=body, content_type=content_type)

        assert answer.status_code in (400, 413, 422, 303), (url, content_type)


def test_stranger_with_a_form_of_a_hundred_thousand_fields_is_refused(visitor: Browser) -> None:
    answer = visitor.post("/login", data="a&" * 100_000, content_type=FORM)

    assert answer.status_code == 413


def test_plain_form_is_as_bounded_as_one_that_carries_files(browser: Browser) -> None:
    answer = browser.post("/people", data=b"name=" + b"a" * 8 * 1024 * 1024, content_type=FORM)

    assert answer.status_code == 413


NAMES = (
    'a"; filename="b.html',
    "..\\..\\x.pdf",
    "../../../etc/passwd",
    "\u202efdp.exe",
    "a;b=c\t.pdf",
    "<hx-partial>.pdf",
    "é'%0d%0aX-Evil: 1.pdf",
    "x" * 500 + ".pdf",
    "\x00.pdf",
    ".htaccess",
)


def test_no_name_of_a_file_reaches_beyond_its_header(browser: Browser) -> None:
    for number, name in enumerate(NAMES, 1):
        file = (io.BytesIO(b"%PDF-1.4 <script>alert(1)</script>"), name)
        browser.post("/documents", data={"label": f"CV {number}", "kind": "resume", "file": file})

        answer = browser.get(f"/documents/{number}/file")

        assert answer.headers["Content-Disposition"].startswith("attachment;"), name
        assert answer.headers["Content-Type"] == "application/pdf"
        assert "X-Evil" not in answer.headers
        assert "/" not in answer.headers["Content-Disposition"]
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_page_or_script_sent_as_a_text_is_only_ever_saved_as_one(browser: Browser) -> None:
    for number, content in enumerate(
        (
            b"<!doctype html><script>alert(1)</script>",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"alert(document.cookie)",
        ),
        1,
    ):
        file = (io.BytesIO(content), "resume.html")
        browser.post("/documents", data={"label": f"CV {number}", "kind": "resume", "file": file})

        answer = browser.get(f"/documents/{number}/file")

        assert answer.headers["Content-Disposition"] == "attachment; filename=resume.txt"
        assert answer.headers["Content-Type"].startswith("text/plain")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


NOT_OURS = (
    "[",
    "[::1",
    "a b",
    "x@127.0.0.1",
    "127.0.0.1:99999",
    "evil.example",
    "%00",
    "127.1",
    "é",
)


def test_host_that_is_not_ours_is_refused_in_plain_words(app: Flask) -> None:
    app.config["ONWARD"] = type(app.config["ONWARD"])(
        **vars(app.config["ONWARD"]) | {"base_url": "http://onward.example"}
    )
    browser = Browser.of(app)

    for host in NOT_OURS:
        assert browser.get("/login", headers={"Host": host}).status_code == 400, host
