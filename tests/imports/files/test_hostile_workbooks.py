"""Workbooks of a few kilobytes that would take all memory, or all time."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from tests.imports.files.open_documents import zipped
from tests.imports.files.test_workbook import HEADS, parts_of, replaced, rewritten
from tests.imports.reads import rows, table, workbook
from tracker.imports.files import table as bounds
from tracker.imports.files import worksheet, xml_parts
from tracker.imports.files.table import Unreadable

SHEET = "xl/worksheets/sheet1.xml"
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = b"</sheetData></worksheet>"
MEGABYTE = 1_000_000


def with_sheet(lines: bytes) -> bytes:
    """A workbook with these rows below a row of headers."""
    heads = b"".join(
        b'<c t="inlineStr"><is><t>%s</t></is></c>' % head for head in (b"Company", b"Role")
    )
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    return replaced(content, SHEET, START + b'<row r="1">' + heads + b"</row>" + lines + END)


@contextmanager
def little_memory(most: int = 25 * MEGABYTE) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("inside", [b"", b'<row r="2"><c r="A2" t="inlineStr"><is>'])
def test_elements_in_elements_without_end_are_refused(inside: bytes):
    content = with_sheet(inside + b"<a>" * 2_000_000)
    assert len(content) < 20_000
    with little_memory(), pytest.raises(Unreadable, match="unpacks to more"):
        rows(content)


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_so_are_those_in_any_other_part(part: str):
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    with little_memory(), pytest.raises(Unreadable, match="unpacks to more"):
        rows(replaced(content, part, b"<a>" * 1_000_000))


def test_one_cell_of_many_megabytes_is_refused():
    long = b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + b"x" * 40 * MEGABYTE
    content = with_sheet(long + b"</t></is></c></row>")
    assert len(content) < 200_000
    with little_memory(), pytest.raises(Unreadable, match="too long"):
        rows(content)


@pytest.mark.parametrize("tag", [b'<row r="', b"<row ", b"<"])
def test_one_tag_of_many_megabytes_is_refused(tag: bytes):
    content = with_sheet(tag + b"a" * 20 * MEGABYTE)
    with little_memory(), pytest.raises(Unreadable, match="unpacks to more"):
        rows(content)


def test_a_million_columns_are_refused():
    content = with_sheet(b'<row r="2">' + b"<c><v>1</v></c>" * MEGABYTE + b"</row>")
    with little_memory(), pytest.raises(Unreadable, match="unpacks to more"):
        rows(content)


def test_columns_that_no_sheet_has_are_refused():
    for place in (b"XFE2", b"ZZZZZZ2", b"2", b"\xc3\x842"):
        with pytest.raises(Unreadable):
            rows(with_sheet(b'<row r="2"><c r="%s"><v>1</v></c></row>' % place))


def test_rows_beyond_the_last_one_are_refused():
    for number in (b"1048577", b"99999999"):
        with pytest.raises(Unreadable, match="empty rows"):
            rows(with_sheet(b'<row r="%s"><c><v>1</v></c></row>' % number))


def test_rows_in_no_order_or_without_numbers_are_counted_on():
    lines = b"".join(
        b'<row %s><c t="inlineStr"><is><t>Acme</t></is></c></row>' % number
        for number in (b"", b'r="2"', b'r="-7"', b'r="x"', b'r="9"')
    )
    assert [number for number, _ in table(with_sheet(lines)).rows()] == [2, 3, 4, 5, 9]


def test_empty_rows_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(worksheet, "MOST_EMPTY", 5_000)
    with little_memory(), pytest.raises(Unreadable, match="empty rows"):
        rows(with_sheet(b"<row/>" * 6_000))


def test_elements_that_say_nothing_are_not_counted_without_end(monkeypatch):
    monkeypatch.setattr(xml_parts, "MOST_UNKNOWN", 5_000)
    with little_memory(), pytest.raises(Unreadable, match="unpacks to more"):
        rows(with_sheet(b'<row r="2">' + b"<a/>" * 6_000))


def test_one_long_string_that_cells_far_apart_share_is_refused(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_TEXT", MEGABYTE)
    line = b'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    content = replaced(
        with_sheet(line * 2_000),
        "xl/sharedStrings.xml",
        b"<sst><si><t>" + b"x" * 1_000 + b"</t></si></sst>",
    )
    assert len(content) < 20_000
    with little_memory(), pytest.raises(Unreadable, match="more text than"):
        sum(1 for _ in table(content).rows())


def test_so_is_one_that_cells_close_by_share():
    line = b'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    strings = b"<sst><si><t>" + b"x" * 900_000 + b"</t></si></sst>"
    content = replaced(with_sheet(line * 2_000), "xl/sharedStrings.xml", strings)
    assert len(content) < 20_000
    with little_memory(), pytest.raises(Unreadable, match="more text than"):
        sum(1 for _ in table(content).rows())


@pytest.mark.parametrize("value", [b"7", b"-1", b"x", b"99999999999999999999"])
def test_a_shared_string_that_there_is_not_is_a_damaged_file(value: bytes):
    with pytest.raises(Unreadable, match="damaged"):
        rows(with_sheet(b'<row r="2"><c t="s"><v>%s</v></c></row>' % value))


def test_numbers_that_are_no_days_stay_numbers():
    far = workbook(HEADS, ["Acme", "Clerk", date(2026, 3, 7), None])
    sheet = parts_of(far)[SHEET]
    start = sheet.index(b'r="C2"')
    begin = sheet.index(b"<v>", start) + 3
    end = sheet.index(b"</v>", begin)
    for odd in (b"1e308", b"nan", b"-5", b"99999999999", b"9" * 400, b"inf"):
        content = replaced(far, SHEET, sheet[:begin] + odd + sheet[end:])
        assert rows(content)[0].facts["company"] == "Acme"


def test_nothing_outside_of_the_file_is_looked_at(tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_bytes(START + b'<row><c t="inlineStr"><is><t>secret</t></is></c></row>' + END)
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    rels = "xl/_rels/workbook.xml.rels"
    named = parts_of(content)[rels]
    outside = named.replace(b"/xl/worksheets/sheet1.xml", str(secret).encode())
    for relation in (
        outside,
        outside.replace(b"<Relationship ", b'<Relationship TargetMode="External" '),
    ):
        assert relation != named
        with pytest.raises(Unreadable):
            rows(replaced(content, rels, relation))


def test_formulas_are_text_and_links_to_other_files_are_not_followed():
    content = rewritten(
        workbook(HEADS, ["=cmd|'/c calc'!A1", "=[1]Book!A1", "x", None]),
        b"<f>[1]Book!A1</f><v/>",
        b"<f>[1]Book!A1</f><v>Clerk</v>",
    )
    (row,) = rows(content)
    assert (row.facts["company"], row.facts["role"]) == ("=cmd|'/c calc'!A1", "Clerk")


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", SHEET]
)
@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"<a", b"<a></b>", b"\xff\xfe<\0a\0"])
def test_any_part_that_is_no_xml_is_a_damaged_file(part: str, content: bytes):
    book = workbook(HEADS, ["Acme", "Clerk", None, None])
    with pytest.raises(Unreadable, match="damaged"):
        rows(replaced(book, part, content))


def test_a_workbook_that_lacks_its_parts_is_a_damaged_file():
    with pytest.raises(Unreadable):
        rows(zipped({"xl/other.xml": b"<x/>"}))
