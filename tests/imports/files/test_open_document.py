import tracemalloc
from datetime import date

import pytest

from tests.imports.files.open_documents import KIND, START, cell, document, row, words, zipped
from tests.imports.reads import rows, table
from tracker.imports.files import open_document
from tracker.imports.files.table import Unreadable

HEADS = words("Company", "Role", "Applied on", "Notes")
REPEATED = '<table:table-cell table:number-columns-repeated="'
GAP = '<table:table-cell table:number-columns-repeated="{}"/>'


def typed(kind: str, value: str, shown: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" {value}>'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def test_words_days_and_numbers_are_read():
    content = document(
        words("Company", "Role", "Applied on", "Pay", "Remote"),
        row(
            cell("Östberg & Café"),
            cell("Clerk"),
            typed("date", 'office:date-value="2026-03-07"', "7/3/26"),
            typed("currency", 'office:value="28.5" office:currency="AUD"', "$28.50"),
            typed("boolean", 'office:boolean-value="true"', "TRUE"),
        ),
    )
    (read,) = rows(content)
    assert read.facts["company"] == "Östberg & Café"
    assert read.facts["applied_on"] == date(2026, 3, 7)
    assert read.facts["pay_text"] == "$28.50"
    assert next(table(content).rows())[1][4] == "Yes"


def test_a_number_is_what_is_kept_and_an_hour_comes_with_its_day():
    content = document(
        words("Company", "Role", "Rating", "Interview date", "At"),
        row(
            cell("Acme"),
            cell("Clerk"),
            typed("float", 'office:value="5"', "5,00"),
            typed("date", 'office:date-value="2026-03-07T14:30:00"', "7 March"),
            typed("time", 'office:time-value="PT09H30M00S"', "9:30"),
        ),
    )
    assert next(table(content).rows())[1][2:] == ["5", "2026-03-07 14:30", "09:30:00"]


def test_lines_spaces_and_comments_of_a_cell_are_told_apart():
    told = (
        "<table:table-cell><office:annotation><text:p>a comment</text:p></office:annotation>"
        '<text:p>one<text:s text:c="2"/>two<text:line-break/>three</text:p><text:p>four</text:p>'
        "<draw:frame><text:p>a picture</text:p></draw:frame></table:table-cell>"
    )
    content = document(words("Company", "Role", "Notes"), row(cell("Acme"), cell("Clerk"), told))
    assert next(table(content).rows())[1][2] == "one  two\nthree\nfour"


def test_repeated_cells_and_rows_stand_where_the_sheet_shows_them():
    twice = (
        '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>'
    )
    content = document(
        HEADS,
        row(GAP.format(4), times=3),
        row(cell("Acme"), twice, GAP.format(1), times=2),
        row(GAP.format(16_384), times=1_048_570),
    )
    assert list(table(content).rows()) == [(5, ["Acme", "x", "x"]), (6, ["Acme", "x", "x"])]


def test_a_formula_without_a_result_is_text_and_nothing_is_run():
    formula = '<table:table-cell table:formula="of:=[.A1]&amp;&quot;x&quot;"/>'
    content = document(words("Company", "Role"), row(cell("Acme"), formula))
    assert rows(content)[0].facts["role"] == '=[.A1]&"x"'


def test_the_sheet_with_the_list_is_read_and_the_others_are_named():
    content = document(
        **{
            "How it goes": words("Applied", "12") + words("Rejected", "4"),
            "Jobs & more": HEADS + words("Acme", "Clerk", "2026-03-07", ""),
        }
    )
    found = table(content)
    assert found.name == "Jobs & more"
    assert found.left_unread == ("How it goes",)


@pytest.mark.parametrize("across", [1, 100, 16_384])
def test_a_row_that_is_there_a_million_times_is_refused_at_little_cost(monkeypatch, across):
    monkeypatch.setattr(open_document, "MOST_ROWS", 20_000)
    full = cell("x").replace("<table:table-cell", f'{REPEATED}{across}"')
    content = document(HEADS, row(cell("Acme"), cell("Clerk"), full, times=1_048_575))
    assert len(content) < 1_500
    tracemalloc.start()
    with pytest.raises(Unreadable, match=r"more than 250,000 rows|more text"):
        sum(1 for _ in table(content).rows())
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_numbers_beyond_all_bounds_do_no_harm():
    content = document(
        HEADS,
        row(GAP.format("9" * 11), cell("far"), times=1),
        row(GAP.format("-4"), cell("Acme"), cell("Clerk"), times=1),
    )
    assert [cells for _, cells in table(content).rows()] == [["", "Acme", "Clerk"]]


def test_a_locked_one_is_named_so():
    manifest = "<m><file-entry full-path='content.xml'><encryption-data/></file-entry></m>"
    content = zipped(
        {"mimetype": KIND, "content.xml": b"\x13\x37", "META-INF/manifest.xml": manifest}
    )
    with pytest.raises(Unreadable, match="password"):
        table(content)


def test_entities_and_endless_depth_are_refused():
    declared = START.replace("<office:document", "<!DOCTYPE x [<!ENTITY a 'b'>]><office:document")
    with pytest.raises(Unreadable, match="no spreadsheet has"):
        table(packed(declared))
    with pytest.raises(Unreadable, match="unpacks to more"):
        table(packed(START + '<table:table table:name="x">' + "<a>" * 2_000_000))


def packed(content: str) -> bytes:
    closed = content if "<table:table " in content else content + '<table:table table:name="x"/>'
    return zipped({"mimetype": KIND, "content.xml": closed})


def test_one_that_is_cut_off_is_refused():
    content = document(HEADS, words("Acme", "Clerk", "", ""))
    for length in (40, len(content) // 2, len(content) - 10):
        with pytest.raises(Unreadable):
            rows(content[:length])
    with pytest.raises(Unreadable, match="cut off or damaged"):
        rows(zipped({"mimetype": KIND, "content.xml": START + '<table:table table:name="x">'}))


def test_one_row_that_is_said_to_be_there_a_million_times_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(open_document, "repeat", None)
    with pytest.raises(Unreadable, match="more than 250,000 rows"):
        rows(document(row(cell("x"), times=1_048_576)))
