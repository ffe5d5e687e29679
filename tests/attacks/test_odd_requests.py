"""Requests that no page of ours would send: refused in plain words, and never a fault of ours."""

import io

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build

LONG = "1" * 5_000
"""More digits than Python makes a number of."""
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "url",
    [
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
    ],
)
def test_number_that_is_none_breaks_no_page(browser: Browser, url: str) -> None:
    assert browser.get(url).status_code in (200, 404)


def test_mark_of_a_kept_page_with_a_false_moment_is_no_fault(browser: Browser) -> None:
    kept = browser.get("/board").headers["ETag"].removeprefix('W/"').rpartition("-")[0]

    answer = browser.get("/board", headers={"If-None-Match": f'W/"{kept}-{LONG}"'})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "was", ["[" * 100_000, '{"role":' * 50_000, '{"role": {}}', "[]", '"x"', LONG, "[NaN", "\x00"]
)
def test_edit_with_false_signs_of_what_it_began_with_is_judged_by_its_words(
    browser: Browser, build: Build, was: str
) -> None:
    card = build.application(browser.user)
    typed = {"company": "Acme", "role": "Cook", "was": was, "version": "99"}

    assert browser.post(f"/applications/{card.id}", data=typed).status_code in (303, 409)


@pytest.mark.usefixtures("quick_hashing")
@pytest.mark.parametrize("body", ["[" * 10_000, '{"email": 5, "password": ["x"]}', "{}", "nothing"])
@pytest.mark.parametrize("url", ["/login", "/applications", "/people", "/imports"])
def test_json_is_no_form(browser: Browser, url: str, body: str) -> None:
    answer = browser.post(url, data=body, content_type="application/json")

    assert answer.status_code == 422


@pytest.mark.usefixtures("quick_hashing")
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
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
    ],
)
def test_form_that_cannot_be_read_is_an_empty_one(
    browser: Browser, content_type: str, body: str
) -> None:
    for url in ("/login", "/people", "/documents"):
        answer = browser.post(url, data=body, content_type=content_type)

        assert answer.status_code in (400, 413, 422, 303), url


def test_stranger_with_a_form_of_a_hundred_thousand_fields_is_refused(visitor: Browser) -> None:
    answer = visitor.post("/login", data="a&" * 100_000, content_type=FORM)

    assert answer.status_code == 413


def test_plain_form_is_as_bounded_as_one_that_carries_files(browser: Browser) -> None:
    answer = browser.post("/people", data=b"name=" + b"a" * 8 * 1024 * 1024, content_type=FORM)

    assert answer.status_code == 413


def test_largest_form_of_ours_passes(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    note = "\N{SNOWMAN}" * (1024 * 1024 // 3)

    assert browser.post(f"/applications/{card.id}/notes", data={"body": note}).status_code == 303


@pytest.mark.parametrize(
    "name",
    [
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
    ],
)
def test_no_name_of_a_file_reaches_beyond_its_header(browser: Browser, name: str) -> None:
    file = (io.BytesIO(b"%PDF-1.4 <script>alert(1)</script>"), name)
    browser.post("/documents", data={"label": "CV", "kind": "resume", "file": file})

    answer = browser.get("/documents/1/file")

    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "X-Evil" not in answer.headers
    assert "/" not in answer.headers["Content-Disposition"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"alert(document.cookie)",
    ],
)
def test_page_or_script_sent_as_a_text_is_only_ever_saved_as_one(
    browser: Browser, content: bytes
) -> None:
    file = (io.BytesIO(content), "resume.html")
    browser.post("/documents", data={"label": "CV", "kind": "resume", "file": file})

    answer = browser.get("/documents/1/file")

    assert answer.headers["Content-Disposition"] == "attachment; filename=resume.txt"
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "host",
    ["[", "[::1", "a b", "x@127.0.0.1", "127.0.0.1:99999", "evil.example", "%00", "127.1", "é"],
)
def test_host_that_is_not_ours_is_refused_in_plain_words(app: Flask, host: str) -> None:
    app.config["ONWARD"] = type(app.config["ONWARD"])(
        **vars(app.config["ONWARD"]) | {"base_url": "http://onward.example"}
    )

    assert Browser.of(app).get("/login", headers={"Host": host}).status_code == 400
