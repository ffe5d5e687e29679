import pytest

from tests.imports.reads import mapping, rows, shared, table
from tracker.imports.files import delimited
from tracker.imports.files.delimited import LONGEST_CELL, LONGEST_LINE
from tracker.imports.files.table import MOST_ROWS, Unreadable


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(delimiter: str):
    text = "Company,Role,Location\nAcme,Clerk,Perth WA\nBolt,Cook,Hobart TAS\n"
    found = table(text.replace(",", delimiter))
    assert found.headers == ("Company", "Role", "Location")
    assert [cells for _, cells in found.rows()][1] == ["Bolt", "Cook", "Hobart TAS"]


def test_commas_inside_a_semicolon_sheet_stay_in_their_cells():
    found = table('Firma;Stelle;Notizen\n"Metro, Pty, Ltd";"Koch, Köchin";a, b, c, d\n')
    assert next(found.rows())[1] == ["Metro, Pty, Ltd", "Koch, Köchin", "a, b, c, d"]


def test_a_first_line_that_names_the_delimiter_is_no_row():
    found = table("sep=;\nCompany;Role\nAcme;Clerk\n")
    assert found.headers == ("Company", "Role")
    assert [number for number, _ in found.rows()] == [3]


def test_line_breaks_and_quotes_inside_quotes_are_kept():
    (row,) = rows('Company,Role,Notes\n"Print ""Same Day""",Clerk,"one\ntwo"\n')
    assert row.facts["company"] == 'Print "Same Day"'
    assert row.notes == "one\ntwo"


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_any_line_ending_will_do(ending: str):
    found = table(ending.join(["Company,Role", "Acme,Clerk", "Bolt,Cook"]))
    assert [number for number, _ in found.rows()] == [2, 3]


def test_headers_may_stand_below_a_title_and_blank_lines():
    found = table("My job hunt 2026,,\n,,\nCompany,Role,Status\nAcme,Clerk,Applied\n")
    assert (found.header_row, found.headers) == (3, ("Company", "Role", "Status"))
    assert [number for number, _ in found.rows()] == [4]


def test_ragged_rows_lose_nothing():
    short, long = rows("Company,Role,Status\nAcme,Clerk\nBolt,Cook,Applied,rang twice,and again\n")
    assert short.facts == {"company": "Acme", "role": "Clerk"}
    assert long.notes == "Column 4: rang twice\nColumn 5: and again"


def test_a_sheet_without_headers_is_read_by_its_columns():
    found = table("Acme,Clerk,2026-03-02\nBolt,Cook,2026-03-05\n")
    assert found.headers == ("Column 1", "Column 2", "Column 3")
    assert len(list(found.rows())) == 2


def test_headers_without_a_name_or_twice_the_same_are_told_apart():
    assert table("Company,Role,,Notes,Notes\nA,B,C,D,E\n").headers == (
        "Company",
        "Role",
        "Column 3",
        "Notes",
        "Notes (2)",
    )


def test_blank_rows_at_the_end_are_left_out_and_those_between_are_counted():
    found = table("Company,Role\nAcme,Clerk\n,\n\nBolt,Cook\n" + ",\n" * 5000)
    assert [number for number, _ in found.rows()] == [2, 3, 4, 5]


def test_a_quotation_mark_that_is_never_closed_is_pointed_out():
    with pytest.raises(Unreadable, match="row 3 is never closed"):
        rows('Company,Role,Notes\nAcme,Clerk,a\nBolt,Cook,"oh no\nCask,Cook,b\nDell,Cook,c\n')
    with pytest.raises(Unreadable, match="row 2 is never closed"):
        rows('Company,Role\nAcme,"' + "x,\n" * LONGEST_CELL)


def test_an_inch_sign_is_no_quotation_mark_left_open():
    (row,) = rows('Company,Role\nAcme,5" pipe fitter\n')
    assert row.facts["role"] == '5" pipe fitter'


def test_one_endless_line_is_refused():
    with pytest.raises(Unreadable):
        table("x" * (LONGEST_LINE + 10))


def test_too_many_rows_are_refused():
    with pytest.raises(Unreadable, match="250,000"):
        sum(1 for _ in table("Company,Role\n" + "A,B\n" * (MOST_ROWS + 1)).rows())


def test_empty_lines_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(delimited, "MOST_EMPTY", 11_000)
    with pytest.raises(Unreadable, match="empty rows"):
        mapping("Company,Role\nAcme,Clerk\n" + "\n" * 12_000)


def test_a_story_where_a_status_should_be_costs_no_more_than_a_word():
    story = "rejected after " * 30_000
    read = rows(
        f"Company,Role,Status,Date Applied,Workplace,Job type\nAcme,Clerk,{','.join([story] * 4)}\n"
    )
    assert (read[0].kind, read[0].facts["company"]) == ("lead", "Acme")  # no column tells more


def test_hundreds_of_columns_keep_their_words():
    heads = "Company,Role," + ",".join(f"x{n}" for n in range(400))
    (row,) = rows(heads + "\nAcme,Clerk," + ",".join(f"v{n}" for n in range(400)) + "\n")
    assert "v399" in row.notes


def test_formulas_html_and_emoji_stay_text():
    (row,) = rows('Company,Role,Notes\n=1+1,<b>Clerk</b>,"=HYPERLINK(""http://x"") 😬"\n')
    assert row.facts["company"] == "=1+1"
    assert row.facts["role"] == "<b>Clerk</b>"
    assert row.notes == '=HYPERLINK("http://x") 😬'


def test_the_table_can_be_read_again_and_again():
    found = table(shared("messy-spreadsheet.csv"))
    assert list(found.rows()) == list(found.rows())


def test_a_table_of_markdown_loses_its_frame():
    found = table("| Company | Role |\n|:---|----:|\n| Acme | Clerk |\n| Bolt | -- |\n")
    assert found.headers == ("Company", "Role")
    assert [cells for _, cells in found.rows()] == [["Acme", "Clerk"], ["Bolt", "--"]]


def test_a_table_of_markdown_may_stand_in_a_page_and_lean_on_its_words():
    found = table(
        "# My hunt\n\nWords first.\n\n| Company | Role |\n|---------|:----:|\n"
        "| **Acme** | `Clerk` |\n"
    )
    assert found.headers == ("Company", "Role")
    assert [cells for _, cells in found.rows()] == [["Acme", "Clerk"]]


def test_signs_of_emphasis_that_never_close_cost_no_time():
    stars = "**a " * 100_000
    found = table(f"| Company | Role |\n|--|--|\n| Acme | {stars} |\n")
    assert [len(cells[1]) for _, cells in found.rows()] == [len(stars.strip())]


def test_what_git_leaves_between_two_versions_is_no_row():
    lines = ["Company,Role", "<<<<<<< HEAD", "Acme,Clerk", "=======", "Bolt,Cook", ">>>>>>> mine"]
    assert [cells for _, cells in table("\n".join(lines)).rows()] == [
        ["Acme", "Clerk"],
        ["Bolt", "Cook"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_any_line_ending_in_any_encoding_will_do(encoding: str, ending: str):
    text = ending.join(["Company,Role", "Östberg,Clerk", "Bolt,“Cook”"])
    assert [cells[0] for _, cells in table(text.encode(encoding)).rows()] == ["Östberg", "Bolt"]
