import io
import re
import zipfile
import zlib
from datetime import date

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of
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


def test_what_is_no_document_is_refused_and_its_label_kept(browser) -> None:
    for content, name in (
        (b"MZ\x90\x00", "resume.pdf"),
        (b"", "empty.pdf"),
        (b"\x89PNG\r\n\x1a\n\x00", "me.png"),
        (b"GIF89a/*\x00*/=1;%PDF-1.4", "picture-and-script.pdf"),
        (b"\x7fELF\x02" + b"\x00" * 2000 + b"%PDF-1.4", "program-with-a-pdf-behind.pdf"),
    ):
        answer = upload(browser, content, name, label="For the bakery")
        assert answer.status_code == 422, (content, name)
        assert "For the bakery" in answer.text and 'id="file-error"' in answer.text, (content, name)
        assert count() == 0, (content, name)
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
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


NAMES = (
    ("evil.html", "evil.txt"),
    ("C:/Users/me/cv.txt", "cv.txt"),
    ("..", "document.txt"),
    ("株式会社 " + "x" * 500, ("株式会社 " + "x" * 500)[:150] + ".txt"),
    ("a;b, c=d.txt", "a;b, c=d.txt"),
    ("cv\u202efdp.exe", "cvfdp.txt"),
    ("\u2067\u202a\u200f.pdf", "document.txt"),
)


def test_a_name_is_made_safe(browser: Browser) -> None:
    for number, (name, kept) in enumerate(NAMES, 1):
        upload(browser, f"<script>words {number}</script>".encode(), name)
        db.session.rollback()
        row = db.session.get_one(Document, number)
        assert (row.filename, row.media_type) == (kept, "text/plain")
    answer = browser.get(f"/documents/{number}/file")
    assert answer.content_type.startswith("text/plain")
    assert answer.headers["Content-Disposition"].startswith("attachment")


def docx(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def odt(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def test_a_document_with_macros_is_refused_and_says_what_to_do(browser: Browser) -> None:
    for content in (
        docx(**{"word__vbaProject.bin": b"Sub AutoOpen()"}),
        odt(**{"Basic__script-lc.xml": b"<library:libraries/>"}),
    ):
        answer = upload(browser, content, "cv.docx", label="For the bakery")
        assert answer.status_code == 422 and "contains macros" in answer.text
        assert "For the bakery" in answer.text and count() == 0


def cookies_only(decompress):
    """Flask packs a session's cookie where that makes it shorter."""

    def guarded(data: bytes, *further) -> bytes:
        assert len(data) < 4096
        return decompress(data, *further)

    return guarded


def test_a_zip_bomb_is_kept_as_it_is_and_never_unpacked(browser: Browser, monkeypatch) -> None:
    bomb = docx(word__media=b"\x00" * (20 * 1024 * 1024))
    assert len(bomb) < 30_000
    monkeypatch.setattr(zipfile, "ZipFile", None)
    monkeypatch.setattr(zlib, "decompressobj", None)
    monkeypatch.setattr(zlib, "decompress", cookies_only(zlib.decompress))

    assert upload(browser, bomb, "cv.docx").status_code == 303

    assert (only().size, only().filename) == (len(bomb), "cv.docx")


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        (b"%PDF-1.4 <script>alert(1)</script>" + docx(), "application/pdf", "x.pdf"),
        (b"<html><script>alert(1)</script>", "text/plain; charset=utf-8", "x.txt"),
        (b"<?xml version='1.0'?><svg onload='alert(1)'/>", "text/plain; charset=utf-8", "x.txt"),
    ],
)
def test_what_is_two_kinds_at_once_is_served_as_the_harmless_one(
    browser: Browser, content: bytes, kind: str, name: str
) -> None:
    assert upload(browser, content, "x.html").status_code == 303
    answer = browser.get(f"/documents/{only().id}/file")
    assert answer.content_type == kind and only().filename == name
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.data == content


def test_a_turned_label_stands_by_itself_on_the_page(browser: Browser) -> None:
    upload(browser, label="v2 \u202egnp.exe")
    page = browser.get("/documents").text
    assert 'dir="auto">v2 \u202egnp.exe</a>' in page


def test_without_a_label_the_files_name_is_one(browser: Browser) -> None:
    upload(browser, label="")
    assert only().label == "CV"


def test_sent_twice_it_is_kept_once_but_another_file_is_another(browser: Browser) -> None:
    for content in (PDF, PDF, PDF + b" newer"):
        assert upload(browser, content, key="a-key").status_code == 303
    assert count() == 2


def test_the_list_says_what_was_used_where(browser: Browser, build) -> None:
    document = build.document(browser.user, label="Cafés")
    sent = date(2024, 3, 5)
    build.application(browser.user, role="Baker", resume_id=document.id, applied_on=sent)
    listed = browser.get("/documents").text
    assert "Used in 1 application" in listed
    assert "<p>Last sent Tue 5 Mar 2024</p>" in listed
    page = browser.get(f"/documents/{document.id}").text
    assert "Baker" in page and "17 bytes" in page


def test_one_that_was_sent_as_a_letter_proves_something_or_was_looked_at_is_not_deleted(
    browser: Browser, build
) -> None:
    with build.together():
        letter = build.document(browser.user, kind="letter", label="Letter")
        build.application(browser.user, letter_id=letter.id, role="Baker", stage="interview")
        build.action(
            browser.user,
            what="Course",
            proof_document_id=letter.id,
            done_on=letter.created_at.date(),
        )
        build.review(browser.user, document_id=letter.id, by="Ana", said="Shorter")

    answer = browser.post(f"/documents/{letter.id}/deletion")

    assert answer.status_code == 409 and count() == 1
    assert "stop using it" in answer.text
    assert "1 application, 1 action and 1 review say that it was this one" in answer.text
    page = browser.get(f"/documents/{letter.id}").text
    for words in ("Used in 1 application", "Baker", "Interview", "Course", "Ana", "Shorter"):
        assert words in page
    assert "Delete" not in page
    assert "Used in 1 application" in browser.get("/documents").text


def test_another_persons_letter_is_not_taken(browser: Browser, sign_in, build) -> None:
    theirs = build.document(sign_in().user, kind="letter", label="Not yours")
    card = build.application(browser.user)
    sent = {"company": "Acme", "role": "Baker", "letter_id": f"{theirs.id}"}
    assert browser.post(f"/applications/{card.id}", data=sent).status_code == 422
    assert "Not yours" not in browser.get(f"/applications/{card.id}/edit").text


def test_a_letter_is_chosen_shown_and_part_of_a_conflict(browser: Browser, build) -> None:
    first = build.document(browser.user, kind="letter", label="Short letter")
    second = build.document(browser.user, kind="letter", label="Long letter")
    address = f"/applications/{build.application(browser.user).id}"
    page = browser.get(f"{address}/edit").text
    form = form_of(page, address)
    resumes = re.search(r'name="resume_id".*?</select>', page, re.DOTALL)
    assert resumes and "Short letter" not in resumes[0]

    browser.post(address, data=form | {"letter_id": f"{first.id}"})
    answer = browser.post(address, data=form | {"letter_id": f"{second.id}"})

    assert answer.status_code == 409
    assert "Short letter" in answer.text and "Long letter" in answer.text
    page = browser.get(address).text
    assert "Cover letter" in page and "Letter sent" in page and f"/documents/{first.id}" in page


def test_a_new_version_has_the_next_label_and_takes_the_earlier_ones_place(
    browser: Browser, build
) -> None:
    earlier = build.document(browser.user, label="Résumé v1, cafés")
    address = f"/documents/{earlier.id}/versions"
    form = form_of(browser.get(f"{address}/new").text, address)
    assert form["label"] == "Résumé v2, cafés"

    for _ in range(2):
        data = form | {"file": (io.BytesIO(PDF), "cv.pdf")}
        answer = browser.post(address, data=data, content_type="multipart/form-data")

    assert answer.status_code == 303 and count() == 2
    db.session.rollback()
    rows = db.session.scalars(select(Document).order_by(Document.id)).all()
    assert [row.archived_at is None for row in rows] == [False, True]
    assert rows[1].kind == "resume"


def test_a_new_version_without_its_file_is_asked_for_again_and_keeps_the_earlier(
    browser: Browser, build
) -> None:
    earlier = build.document(browser.user)
    answer = browser.post(f"/documents/{earlier.id}/versions", data={"label": "v9", "instead": "y"})
    assert answer.status_code == 422 and "v9" in answer.text
    assert only().archived_at is None


def test_one_that_was_not_used_can_be_deleted(browser: Browser, build) -> None:
    document = build.document(browser.user)
    assert browser.post(f"/documents/{document.id}/deletion").status_code == 303
    assert count() == 0


def test_an_archived_one_is_not_offered_and_can_be_again(browser: Browser, build) -> None:
    document = build.document(browser.user, label="Old one")
    assert "Old one" in browser.get("/applications/new").text
    browser.post(f"/documents/{document.id}/archival")
    assert "Old one" not in browser.get("/applications/new").text.partition("<main")[2]
    browser.post(f"/documents/{document.id}/archival/reversal")
    assert "Old one" in browser.get("/applications/new").text


@pytest.mark.both_databases
def test_label_and_kind_can_be_changed(browser: Browser, build) -> None:
    document = build.document(browser.user)
    answer = browser.post(f"/documents/{document.id}", data={"label": "x" * 501, "kind": "letter"})
    assert answer.status_code == 422
    browser.post(f"/documents/{document.id}", data={"label": "Letter", "kind": "letter"})
    assert (only().label, only().kind) == ("Letter", "letter")
