import io
import re

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tracker.extensions import db
from tracker.models import Document

PDF = b"%PDF-1.7 my resume"


def upload(browser: Browser, content: bytes = PDF, name: str = "CV.pdf", **typed: str):
    data = {"file": (io.BytesIO(content), name), "label": "Cafés", "kind": "resume"} | typed
    return browser.post("/documents", data=data, content_type="multipart/form-data")


def count() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Document))


def only() -> Document:
    db.session.rollback()
    return db.session.scalars(select(Document)).one()


def test_another_persons_document_is_not_there(browser: Browser, build) -> None:
    url = f"/documents/{build.document(build.user()).id}"
    assert [browser.get(url + place).status_code for place in ("", "/file")] == [404, 404]
    for place in ("", "/archival", "/archival/reversal", "/deletion"):
        assert browser.post(url + place, data={"label": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"MZ\x90\x00", "resume.pdf"), (b"", "empty.pdf"), (b"\x89PNG\r\n\x1a\n\x00", "me.png")],
)
def test_what_is_no_document_is_refused_and_its_label_kept(browser, content, name) -> None:
    answer = upload(browser, content, name, label="For the bakery")
    assert answer.status_code == 422
    assert "For the bakery" in answer.text and 'id="file-error"' in answer.text
    assert count() == 0


def test_no_file_at_all_is_asked_for(browser: Browser) -> None:
    answer = browser.post("/documents", data={"label": "x"})
    assert answer.status_code == 422 and "Choose a file first." in answer.text


def test_over_10_mb_is_too_big_and_10_mb_is_not(browser: Browser) -> None:
    limit = 10 * 1024 * 1024
    answer = upload(browser, PDF.ljust(limit + 1, b" "))
    assert answer.status_code == 413 and "over 10 MB" in answer.text
    assert upload(browser, PDF.ljust(limit, b" ")).status_code == 303


def test_a_file_comes_back_as_it_was_and_only_as_a_download(browser: Browser) -> None:
    assert upload(browser, name="../../Müller\r\n Résumé.pdf").status_code == 303
    answer = browser.get(f"/documents/{only().id}/file")
    assert answer.data == PDF
    assert answer.content_type == "application/pdf"
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert "M%C3%BCller" in disposition and "/" not in disposition.replace("UTF-8''", "")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("evil.html", "evil.txt"),
        ("C:/Users/me/cv.txt", "cv.txt"),
        ("..", "document.txt"),
        ("株式会社 " + "x" * 500, ("株式会社 " + "x" * 500)[:150] + ".txt"),
        ("a;b, c=d.txt", "a;b, c=d.txt"),
    ],
)
def test_a_name_is_made_safe(browser: Browser, name: str, kept: str) -> None:
    upload(browser, b"<script>words</script>", name)
    assert (only().filename, only().media_type) == (kept, "text/plain")
    answer = browser.get(f"/documents/{only().id}/file")
    assert answer.content_type.startswith("text/plain")
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_without_a_label_the_files_name_is_one(browser: Browser) -> None:
    upload(browser, label="")
    assert only().label == "CV"


def test_sent_twice_it_is_kept_once_but_another_file_is_another(browser: Browser) -> None:
    for content in (PDF, PDF, PDF + b" newer"):
        assert upload(browser, content, key="a-key").status_code == 303
    assert count() == 2


def test_the_list_says_what_was_used_where(browser: Browser, build) -> None:
    document = build.document(browser.user, label="Cafés")
    build.application(browser.user, role="Baker", resume_id=document.id)
    page = browser.get("/documents").text
    assert "used in 1 application" in page and "17 bytes" in page
    assert "Baker" in browser.get(f"/documents/{document.id}").text


def test_one_that_was_sent_with_an_application_is_not_deleted(browser: Browser, build) -> None:
    document = build.document(browser.user)
    build.application(browser.user, resume_id=document.id)
    answer = browser.post(f"/documents/{document.id}/deletion")
    assert answer.status_code == 409 and "stop offering it" in answer.text
    assert count() == 1


def test_one_that_was_not_used_can_be_deleted(browser: Browser, build) -> None:
    document = build.document(browser.user)
    assert browser.post(f"/documents/{document.id}/deletion").status_code == 303
    assert count() == 0


def test_an_archived_one_is_not_offered_and_can_be_again(browser: Browser, build) -> None:
    document = build.document(browser.user, label="Old one")
    assert "Old one" in browser.get("/applications/new").text
    browser.post(f"/documents/{document.id}/archival")
    assert "Old one" not in re.sub(
        r'id="toast".*', "", browser.get("/applications/new").text, flags=re.DOTALL
    )
    browser.post(f"/documents/{document.id}/archival/reversal")
    assert "Old one" in browser.get("/applications/new").text


def test_label_and_kind_can_be_changed(browser: Browser, build) -> None:
    document = build.document(browser.user)
    answer = browser.post(f"/documents/{document.id}", data={"label": "x" * 501, "kind": "letter"})
    assert answer.status_code == 422
    browser.post(f"/documents/{document.id}", data={"label": "Letter", "kind": "letter"})
    assert (only().label, only().kind) == ("Letter", "letter")
