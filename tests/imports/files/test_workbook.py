import io
import struct
import tracemalloc
import zipfile
from datetime import date, datetime, time

import pytest

from tests.imports.reads import rows, table, workbook
from tracker.imports.files import read_table, zip_safety
from tracker.imports.files import shared_strings as strings_
from tracker.imports.files.table import Unreadable

AFTERNOON = datetime(2026, 3, 7, 14, 30)  # noqa: DTZ001 - as a workbook holds it
HEADS: list[object] = ["Company", "Role", "Applied on", "Pay"]


def test_dates_and_numbers_are_read_as_such():
    (row,) = rows(workbook(HEADS, ["Acme", "Clerk", date(2026, 3, 7), 65000.0]))
    assert row.facts["applied_on"] == date(2026, 3, 7)
    assert row.facts["pay_text"] == "65000"


def test_times_of_day_come_along_with_an_interview():
    content = workbook(["Company", "Role", "Interview date"], ["Acme", "Clerk", AFTERNOON])
    (talk,) = rows(content)[0].interviews
    assert (talk.on, talk.at) == (date(2026, 3, 7), "14:30")


def test_a_day_kept_as_a_number_is_a_day():
    (row,) = rows(workbook(HEADS, ["Acme", "Clerk", 46088, None]))
    assert row.facts["applied_on"] == date(2026, 3, 7)


def test_the_sheet_with_rows_in_it_is_read():
    content = workbook(
        sheets={"Hunt": [HEADS, ["Acme", "Clerk", None, None]], "Ideas": [["later"]]}
    )
    found = table(content)
    assert found.headers == ("Company", "Role", "Applied on", "Pay")
    assert found.left_unread == ()


def test_an_empty_workbook_says_so():
    with pytest.raises(Unreadable, match="nothing in"):
        table(workbook())


def test_a_formula_without_a_kept_result_stays_as_text():
    (row,) = rows(workbook(HEADS, ["=CONCAT(A1)", "Clerk", "2026-03-07", True]))
    assert row.facts["company"] == "=CONCAT(A1)"
    assert row.facts["pay_text"] == "Yes"


def test_a_formula_with_a_kept_result_gives_the_result():
    content = rewritten(
        workbook(HEADS, ["=A1", "Clerk", None, None]), b"<f>A1</f><v/>", b"<f>A1</f><v>42</v>"
    )
    assert rows(content)[0].facts["company"] == "42"


def test_the_time_of_day_alone_is_text():
    content = workbook(["Company", "Role", "Notes"], ["Acme", "Clerk", time(9, 30)])
    assert rows(content)[0].notes == "09:30:00"


def test_a_workbook_cut_off_is_refused():
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    for length in (4, 100, len(content) // 2, len(content) - 10):
        with pytest.raises(Unreadable):
            rows(content[:length])


def test_a_zip_without_a_table_in_it_is_refused():
    with pytest.raises(Unreadable, match="no table in this"):
        table(zipped({"hello.pages": b"hello"}))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x", "a\\..\\..\\b"])
def test_parts_that_would_escape_are_refused(name: str):
    with pytest.raises(Unreadable, match="no spreadsheet has"):
        table(zipped({name: b"x"}))


def test_links_inside_are_refused():
    entry = zipfile.ZipInfo("xl/link")
    entry.external_attr = 0o120777 << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(entry, "/etc/passwd")
    with pytest.raises(Unreadable, match="no spreadsheet has"):
        table(file.getvalue())


def test_too_many_parts_are_refused():
    with pytest.raises(Unreadable, match="unpacks to more"):
        table(zipped({f"{n}": b"" for n in range(zip_safety.MOST_ENTRIES + 1)}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_reads_them(encoding: str):
    evil = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    )
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        with pytest.raises(Unreadable, match="no spreadsheet has"):
            table(replaced(content, part, evil.encode(encoding)))


def test_a_bomb_is_refused_by_its_directory_without_being_unpacked(tmp_path):
    bomb = tmp_path / "bomb.xlsx"
    told, real = (size.to_bytes(4, "little") for size in (100_000_000, 1_000_003))
    parts = {f"xl/worksheets/sheet{n}.xml": b"0" * 1_000_003 for n in range(3)}
    bomb.write_bytes(zipped(parts).replace(real, told))
    tracemalloc.start()
    with bomb.open("rb") as stream, pytest.raises(Unreadable, match="unpacks to more"):
        read_table(stream)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_stopped():
    content = bytearray(zipped({"xl/worksheets/sheet1.xml": b"0" * 30_000_000}))
    size = (30_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(Unreadable):
        table(bytes(content))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("larger", [False, True], ids=["plain", "zip64"])
def test_a_million_entries_are_refused_before_they_are_listed(larger: bool):
    entry = b"PK\x01\x02" + bytes(42) + b"x"
    listed = b"PK\x03\x04" + bytes(26) + entry * 900_000
    length = len(listed) - 30
    if larger:
        end64 = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 5, 5, length, 30)
        listed += end64 + b"PK\x06\x07" + struct.pack("<IQI", 0, len(listed), 1)
        length = 0xFFFFFFFF
    listed += b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 5, 5, length, 30, 0)
    tracemalloc.start()
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_table(io.BytesIO(listed))
    assert tracemalloc.get_traced_memory()[1] < 60_000_000  # the file itself
    tracemalloc.stop()


def test_more_shared_strings_than_fit_are_refused(monkeypatch):
    monkeypatch.setattr(strings_, "MOST_STRINGS", 1_000)
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    strings = b"<sst>" + b"<si><t>a</t></si>" * 1_010 + b"</sst>"
    with pytest.raises(Unreadable, match="unpacks to more"):
        table(replaced(content, "xl/sharedStrings.xml", strings))


def test_styles_without_end_are_refused(monkeypatch):
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    monkeypatch.setattr(zip_safety, "MOST_BESIDE", 100_000)
    styles = b"<styleSheet>" + b"<xf/>" * (zip_safety.MOST_BESIDE // 4) + b"</styleSheet>"
    with pytest.raises(Unreadable, match="unpacks to more"):
        table(replaced(content, "xl/styles.xml", styles))


def test_one_cell_far_to_the_right_and_far_down_costs_little():
    content = workbook(HEADS, ["Acme", "Clerk", None, None])
    far = rewritten(
        content,
        b"</sheetData>",
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )
    assert [row.facts["company"] for row in rows(far)] == ["Acme"]


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        return {name: found.read(name) for name in found.namelist()}


def replaced(content: bytes, part: str, new: bytes) -> bytes:
    return zipped({**parts_of(content), part: new})


def rewritten(content: bytes, old: bytes, new: bytes) -> bytes:
    """Empty elements are written in one way with lxml, in another without."""
    sheet = "xl/worksheets/sheet1.xml"
    before = parts_of(content)[sheet].replace(b" />", b"/>").replace(b"<v></v>", b"<v/>")
    assert old in before
    return replaced(content, sheet, before.replace(old, new))
