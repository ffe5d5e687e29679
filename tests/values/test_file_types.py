import io
import zipfile

import pytest

from tracker.values.file_types import DOCX, ODT, PDF, TEXT, file_type_of


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00\x03 a program",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc",
        b"PK\x03\x04 cut off",
        zipped(**{"a.txt": b"just an archive"}),
        zipped(**{"xl__workbook.xml": b"a spreadsheet", "[Content_Types].xml": b""}),
        b"text with a \x00 in it",
        b"GIF89a\x01\x00\x01\x00",
    ],
)
def test_what_is_no_document_is_not_taken_for_one(content: bytes) -> None:
    assert file_type_of(content) is None


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"%PDF-1.7\n...", PDF),
        (b"\xef\xbb\xbf%PDF-1.4", TEXT),
        (b"\n\n%PDF-1.4 after empty lines", PDF),
        (zipped(**{"[Content_Types].xml": b"", "word__document.xml": b"x"}), DOCX),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text", **{"a.xml": b""}), ODT),
        ("Résumé of 株式会社\r\n\tline".encode(), TEXT),
        ("Résumé".encode("cp1252"), TEXT),
        ("Résumé".encode("utf-16"), TEXT),
    ],
)
def test_a_document_is_told_by_its_content(content: bytes, media: object) -> None:
    assert file_type_of(content) == media
