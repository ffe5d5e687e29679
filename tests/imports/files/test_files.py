import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.reads import TODAY, mapping, rows, table
from tracker.imports.files import MOST_BYTES, read_table
from tracker.imports.files.table import Unreadable
from tracker.imports.reading import interpret
from tracker.imports.reading.guess_mapping import guess_mapping

SHEET = "Company,Role,Date Applied\nÖstberg Café,Zimmermädchen 😬,2026-03-02\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_in_any_form_is_read(encoding: str):
    (row,) = rows(SHEET.encode(encoding))
    assert row.facts["company"] == "Östberg Café"
    assert row.facts["role"] == "Zimmermädchen 😬"


def test_latin1_as_windows_writes_it_is_read():
    (row,) = rows(SHEET.replace("😬", "– “test”").encode("cp1252"))
    assert row.facts["company"] == "Östberg Café"
    assert row.facts["role"] == "Zimmermädchen – “test”"


def test_a_utf8_letter_cut_by_a_chunk_is_still_utf8():
    text = "Company,Role\n" + "Café,Ä\n" * 200_000
    assert table(text.encode()).headers == ("Company", "Role")
    assert rows(("Company,Role\n" + "x" * 4083 + "é,Ä\n").encode())[0].facts["role"] == "Ä"


def test_nul_and_lone_surrogates_are_replaced():
    (row,) = rows(b"Company,Role\nAc\0me,Clerk\n")
    assert row.facts["company"] == "Ac\ufffdme"
    content = "Company,Role\nAc".encode("utf-16") + b"\x00\xd8" + "me,Clerk\n".encode("utf-16-le")
    assert "\ufffd" in rows(content)[0].facts["company"]


@pytest.mark.parametrize(
    "content", [b"", b"\n\n\n", b"   \r\n\t", b"\xef\xbb\xbf", b"\0\0\0\0", b",,,\n,,"]
)
def test_an_empty_file_says_that_there_is_nothing_in_it(content: bytes):
    with pytest.raises(Unreadable, match="nothing in"):
        table(content)


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 8,
        random.Random(3).randbytes(5000),
    ],
)
def test_what_is_no_table_is_refused(content: bytes):
    with pytest.raises(Unreadable, match="look like a table"):
        table(content)


def test_a_locked_or_old_workbook_is_named_as_such():
    with pytest.raises(Unreadable, match="password"):
        table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)


class Large(io.BytesIO):
    def seek(self, offset: int, whence: int = 0) -> int:
        return MOST_BYTES + 1 if whence == 2 else super().seek(offset, whence)


def test_more_than_50_mb_is_refused_unread():
    with pytest.raises(Unreadable, match="50 MB"):
        read_table(Large(b"Company,Role\n"))


def read_all(content: bytes) -> None:
    try:
        found = read_table(io.BytesIO(content))
        for row in interpret(found.rows(), guess_mapping(found, TODAY)):
            row.as_json()
    except Unreadable as error:
        said = str(error)
    else:
        said = "."
    assert said.endswith(".")


@given(st.binary(max_size=2000))
@settings(max_examples=120, deadline=None)
def test_any_bytes_are_read_or_refused_with_a_sentence(content: bytes):
    read_all(content)


CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["Applied", "31/02/2026", "2/3", "12 Mar", "Y", "N", "G", "$20/hr", "=1+1", "http://[", '"',
         "\x00", "٣/٤/٢٠٢٦", "99/99/99", "0/0/0", "²/³/26", "Feb 30", "24:61", "2026-13-45"]
    ),
)  # fmt: skip
HEADS = st.sampled_from(
    ["Company", "Role", "Date Applied", "Status", "Pay", "Interview date", "Rejected", "Offer",
     "Recruiter call", "In progress", "Link", "Rating", "Notes", "Remote", "ID", "", "Applied"]
)  # fmt: skip


@given(
    st.lists(HEADS, min_size=1, max_size=9),
    st.lists(st.lists(CELLS, max_size=11), max_size=8),
    st.sampled_from([",", ";", "\t"]),
)
@settings(max_examples=80, deadline=None)
def test_any_sheet_is_read_or_refused_with_a_sentence(heads, lines, delimiter):
    text = "\n".join(delimiter.join(line) for line in [heads, *lines])
    read_all(text.encode("utf-8", "replace"))


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_a_damaged_archive_is_refused_with_a_sentence(content: bytes):
    read_all(b"PK\x03\x04" + content)


def test_a_mapping_is_made_for_a_file_without_rows():
    assert mapping("Company,Role\n").columns[0].fact == "company"
