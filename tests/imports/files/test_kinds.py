import random

import pytest

from tests.imports.files.open_documents import zipped
from tests.imports.reads import table
from tracker.imports.files.table import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def ole(name: str) -> bytes:
    """One of Microsoft's older files, with this in its folder."""
    return OLE + name.encode("utf-16-le") + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "This is a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(200), "a picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
        (b"<svg xmlns='x'><path/></svg>", "a picture"),
        (b"<!DOCTYPE html><html><table><tr><td>Company</td></tr></table>", "a web page"),
        (b"<html><body><h1>Jobs</h1><p>Nice ones</p></body></html>", "a web page"),
        (b"\xef\xbb\xbf\n<html xmlns:x='urn:excel'><body><table>", "a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "This is XML"),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "only a link"),
        (b'[{"company": "Acme"}]', "This is JSON"),
        (b'{"company": "Acme",\n "role": 1}', "This is JSON"),
        (b"{\\rtf1 Company}", "a text document"),
        (b"SQLite format 3\0" + bytes(200), "a database"),
        (b"\x1f\x8b\x08" + bytes(50), "a packed archive"),
        (b"Rar!\x1a\x07\x01", "a packed archive"),
        (b"BEGIN:VCARD\nFN:Mia\nEND:VCARD", "These are contacts"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "a calendar"),
        (b"From: a@example.org\nTo: b@example.org\nSubject: Jobs\n\nHi", "an email"),
        (ole("EncryptedPackage"), "locked with a password"),
        (ole("Workbook"), "before 2007"),
        (ole("WordDocument"), "a text document"),
        (ole("PowerPoint Document"), "a presentation"),
        (OLE, "password, or in Excel's form from before 2007"),
        (zipped({"word/document.xml": b"<w/>"}), "a text document"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "a presentation"),
        (zipped({"xl/workbook.bin": b"x"}), "a binary workbook"),
        (zipped({"Index/Document.iwa": b"x"}), "In Numbers: File, Export To, CSV"),
        (zipped({"mimetype": "application/epub+zip"}), "a text document"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "a text document"),
        (zipped({"photo.jpg": b"x"}), "no table in this"),
        (zipped({}), "no table in this"),
        (random.Random(3).randbytes(5000), "look like a table"),
    ],
)
def test_what_is_no_table_is_named_for_what_it_is(content: bytes, words: str):
    with pytest.raises(Unreadable) as refused:
        table(content)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "[urgent] Company,Role\nAcme,Clerk\n",
        '{draft},Company,Role\n"x",Acme,Clerk\n',
        "<b>,Company,Role\n1,Acme,Clerk\n",
        "From: me,Company,Role\nx,Acme,Clerk\n",
        "| Company | Role |\n|---|---|\n| Acme | Clerk |\n",
    ],
)
def test_a_table_that_begins_like_something_else_is_a_table(text: str):
    assert any("Acme" in cells for _, row in table(text).rows() for cells in row)
