"""Tables of HTML, as many sites export them, often with .xls in their names."""

import io
import tracemalloc
from datetime import date

import pytest

from tests.imports.files.open_documents import zipped
from tests.imports.reads import rows, table
from tracker.imports.files import chunks, look_into, web_table
from tracker.imports.files import table as bounds
from tracker.imports.files.table import Unreadable

HEADS = "<tr><th>Company</th><th>Role</th><th>Applied on</th><th>Notes</th></tr>"
MEGABYTE = 1_000_000


def page(*lines: str, before: str = "", after: str = "</table></body></html>") -> bytes:
    return f"<html><head>{before}</head><body><table>{HEADS}{''.join(lines)}{after}".encode()


def line(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def cells_of(content: bytes) -> list[list[str]]:
    return [cells for _, cells in table(content).rows()]


def test_rows_are_read_whatever_the_file_is_called():
    (read,) = rows(page(line("&Ouml;stberg &amp; Caf&eacute;", "Clerk", "2026-03-07", "Nice")))

    assert read.facts["company"] == "Östberg & Café"
    assert read.facts["applied_on"] == date(2026, 3, 7)
    assert read.notes == "Nice"


def test_lines_in_a_cell_stay_lines_and_all_other_space_is_one():
    notes = "<p>First\n   line</p><div>Second<br/>Third <b>bold</b>  &nbsp; end</div>"
    (cells,) = cells_of(page(line("Acme", "Clerk", "", notes)))

    assert cells[3] == "First line\nSecond\nThird bold end"


def test_what_nobody_sees_is_none_of_it():
    notes = "A<!-- <td>no</td> --><script>if (a<b) '<td>'</script><style>td {}</style>B <3 C"
    (cells,) = cells_of(page(line("Acme", "Clerk", "", notes)))

    assert cells[3] == "AB <3 C"


def test_ends_that_are_left_out_are_made_up():
    content = page("<tr><td>Acme<td>Clerk<td><td>x<tr><td>Bolt<td>Cook", after="")

    assert cells_of(content) == [["Acme", "Clerk", "", "x"], ["Bolt", "Cook"]]


def test_a_cell_over_several_columns_keeps_the_others_in_their_place():
    (cells,) = cells_of(page('<tr><td colspan="2">Acme<td>2026-03-07<td>x</tr>'))

    assert cells == ["Acme", "", "2026-03-07", "x"]


@pytest.mark.parametrize("size", [1, 7, 64])
def test_a_file_may_be_cut_into_pieces_anywhere(monkeypatch, size):
    monkeypatch.setattr(chunks, "CHUNK", size)
    notes = "a<!-- -- > -->b &amp; <script>x</script>é"
    assert cells_of(page(line("Acme", "Clerk", "", notes))) == [["Acme", "Clerk", "", "ab & é"]]


@pytest.mark.parametrize(
    ("encoding", "name"), [("windows-1251", "Пекарня"), ("iso-8859-2", "Łódź"), ("utf-8", "Łódź")]
)
def test_its_own_word_on_its_letters_counts(encoding, name):
    text = page(line(name, "Clerk"), before=f'<meta charset="{encoding}">').decode()

    assert cells_of(text.encode(encoding))[0][0] == name


def test_of_a_page_with_several_tables_the_list_is_taken():
    menu = b"<html><table><tr><td>Home</td><td>Jobs</td></tr></table>"
    found = look_into(io.BytesIO(menu + page(line("Acme", "Clerk"))))

    assert found.sure
    assert [cells for _, cells in found.table().rows()] == [["Acme", "Clerk"]]


def test_a_table_around_the_list_is_passed_over():
    around = b"<html><table><tr><td>Menu</td><td>" + page(line("Acme", "Clerk"), after="</table>")

    assert cells_of(around + b"</td></tr></table>") == [["Acme", "Clerk"]]


def test_it_is_found_in_an_archive():
    assert cells_of(zipped({"export.xls": page(line("Acme", "Clerk"))})) == [["Acme", "Clerk"]]


def test_a_page_of_other_tables_is_named_as_a_web_page():
    other = b"<html>" + b"<table><tr><td>Sun</td><td>Rain</td></tr></table>" * 2
    with pytest.raises(Unreadable, match="a web page without a list"):
        table(other)


@pytest.mark.parametrize(
    "hostile",
    [
        "<td ",
        "<",
        "<!--",
        "<!-- -",
        "<script>",
        "<script></script",
        "<table><tr><td>",
        "&",
        "&#x",
        "<td colspan=9999>",
        "<td a='",
    ],
)
def test_what_is_made_to_take_all_time_comes_to_an_end(hostile):
    content = page(line("Acme", "Clerk"), hostile * 20_000)
    try:
        found = sum(1 for _ in table(content).rows())
    except Unreadable:
        found = 1
    assert found <= 20_001


def test_what_says_nothing_is_refused_by_the_million(monkeypatch):
    monkeypatch.setattr(web_table, "MOST_UNKNOWN", 1_000)
    with pytest.raises(Unreadable, match="holds more"):
        table(page(line("Acme", "Clerk"), "<i>" * 1_001))
    with pytest.raises(Unreadable, match="holds more"):
        table(page(line("Acme", "Clerk"), "<" * 1_001))


def test_no_more_is_held_than_a_row():
    content = page(*[line("Acme", "Clerk", "", "x" * 5_000)] * 600)
    tracemalloc.start()
    try:
        assert sum(1 for _ in table(content).rows()) == 600
        assert tracemalloc.get_traced_memory()[1] < len(content)
    finally:
        tracemalloc.stop()


def test_a_cell_without_end_is_refused():
    with pytest.raises(Unreadable, match="too long"):
        list(table(page("<tr><td>" + "x" * 3 * MEGABYTE)).rows())


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_ROWS", 20)
    with pytest.raises(Unreadable, match="more than 250,000 rows"):
        list(table(page(*[line("Acme", "Clerk")] * 21)).rows())
