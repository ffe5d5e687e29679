"""One column that holds both, the company and the role."""

import pytest

from tests.imports.reads import mapping, rows
from tracker.imports.reading.mapping import Mapping

FOUR = (
    ("Data Analyst", "Marlow Ferries"),
    ("Night Baker", "Larkspur Bakery"),
    ("Receptionist", "Pinecrest Dental"),
    ("Park Ranger", "Tern Island Parks"),
)


def sheet(header: str, *cells: str, beside: str = "Status,Applied") -> str:
    lines = [f'"{cell}",Applied,2026-03-{number:02d}' for number, cell in enumerate(cells, 1)]
    return "\n".join([f'"{header}",{beside}', *lines, ""])


def told(content: str, chosen: Mapping | None = None) -> list[tuple[str, str]]:
    return [
        (row.facts.get("company", ""), row.facts.get("role", "")) for row in rows(content, chosen)
    ]


def asked(content: str) -> list[str]:
    return [question.code for question in mapping(content).questions]


@pytest.mark.parametrize(
    ("header", "shape"),
    [
        ("Card Name", "{role} at {company}"),
        ("Job", "{role} @ {company}"),
        ("Role at Company", "{role} at {company}"),
        ("Card Name", "{company} - {role}"),
        ("Name", "{role} – {company}"),
        ("Task", "{company} | {role}"),
        ("Title", "{role} | {company}"),
        ("What", "{role} ({company})"),
        ("Bewerbung", "{company} ({role})"),
        ("Posten", "{role} (m/w/d) bei {company} GmbH"),
        ("Candidature", "{role} chez {company}"),
        ("Card", "{company}: {role}"),
        ("Card", "{company}\n{role}"),
        ("Job", "[{role} at {company}](https://trello.example/c/1)"),
    ],
)
def test_it_is_cut_in_two_where_the_words_tell_which_is_which(header, shape):
    content = sheet(header, *(shape.format(role=r, company=c) for r, c in FOUR))

    marked = "(m/w/d)" in shape
    wanted = [(c + " GmbH", r + " (m/w/d)") if marked else (c, r) for r, c in FOUR]
    assert told(content) == wanted
    assert asked(content) == []
    assert not any(row.needs_a_look for row in rows(content))


def test_the_page_says_why_and_it_can_be_read_otherwise():
    column = mapping(sheet("Card Name", *(f"{r} at {c}" for r, c in FOUR))).columns[0]

    assert (column.fact, column.certainty) == ("company_role", "proposed")
    assert "Data Analyst at Marlow Ferries" in column.why


def test_a_header_that_names_both_says_which_comes_first():
    content = sheet("Company - Position", "Wurm - Zink", "Blau - Gelb", "Zapf - Zander")

    assert told(content) == [("Wurm", "Zink"), ("Blau", "Gelb"), ("Zapf", "Zander")]
    assert asked(content) == []


def test_where_the_words_do_not_tell_it_is_asked_with_a_row_of_the_sheet():
    content = sheet("Job", "Wurm - Zink", "Blau - Gelb", "Zapf - Zander")
    question = next(q for q in mapping(content).questions if q.code == "company_role")

    assert question.words == "Which is the company in “Wurm - Zink”?"
    assert question.options == {
        "role_first": "“Zink”: the company stands last",
        "company_first": "“Wurm”: the company stands first",
        "ask": "Not sure",
    }
    assert question.rows == 3
    assert all(row.needs_a_look for row in rows(content))


@pytest.mark.parametrize(("answer", "company"), [("role_first", "Zink"), ("company_first", "Wurm")])
def test_an_answer_holds_for_all_rows(answer, company):
    content = sheet("Job", "Wurm - Zink", "Blau - Gelb", "Zapf - Zander")
    chosen = mapping(content)
    chosen.answer("company_role", answer)
    chosen = Mapping.from_json(chosen.as_json())

    assert rows(content, chosen)[0].facts["company"] == company
    assert not any(row.needs_a_look for row in rows(content, chosen))


def test_of_several_dashes_the_company_is_at_its_end():
    content = sheet(
        "Card",
        "Marlow Ferries - Data Analyst - Harbour team",
        "Larkspur Bakery - Night Baker",
        "Pinecrest Dental - Receptionist",
        "Tern Island Parks - Park Ranger",
    )

    assert told(content)[0] == ("Marlow Ferries", "Data Analyst - Harbour team")


def test_a_part_that_may_be_something_else_waits_for_a_look():
    content = sheet(
        "Card",
        *[f"{role} - {company}" for role, company in FOUR] * 3,
        "Night Cook - Hill Clinic - Hobart",
        "Hill Clinic - Night Cook",
        "Night Cook - Remote",
        "Night Cook",
    )
    found = rows(content)

    assert [row.needs_a_look for row in found] == [False] * 12 + [True] * 4
    assert found[12].problems[0][1] == (
        "“Night Cook - Hill Clinic - Hobart” has more than two parts. Which is the company?"
    )
    assert told(content)[13] == ("Hill Clinic", "Night Cook")
    assert told(content)[14:] == [("", "Night Cook - Remote"), ("", "Night Cook")]


def test_written_now_so_now_so_each_cell_is_told_by_its_own_words():
    content = sheet(
        "Card",
        "Data Analyst at Marlow Ferries",
        "Larkspur Bakery - Night Baker",
        "Receptionist | Pinecrest Dental",
        "Park Ranger (Tern Island Parks)",
    )

    assert [company for company, _ in told(content)] == [company for _, company in FOUR]


@pytest.mark.parametrize(
    "cells",
    [
        ("Data Analyst - Remote", "Night Baker - Part-time", "Receptionist - Hybrid"),
        ("Data Analyst (m/w/d)", "Night Baker (m/w/d)", "Receptionist (m/w/d)"),
        ("Data Analyst, Senior", "Baker, Night", "Ranger, Parks"),
        ("Data Analyst", "Night Baker", "Receptionist"),
    ],
)
def test_a_role_with_something_beside_it_is_not_cut(cells):
    assert mapping(sheet("Role", *cells)).missing == ["company"]


def test_a_column_of_companies_beside_it_keeps_the_role_whole():
    content = (
        "Where to,Role,Status\nMarlow Ferries,Data Analyst - Harbour,Applied\n"
        "Larkspur Bakery,Baker - Nights,Applied\nPinecrest Dental,Receptionist - Clinic,Applied\n"
    )

    assert told(content)[0] == ("Marlow Ferries", "Data Analyst - Harbour")


def test_a_place_that_another_column_says_too_is_no_company():
    content = (
        "Role,Location,Status\nData Analyst - Hobart,Hobart,Applied\n"
        "Baker - Cowes,Cowes,Applied\nReceptionist - Geelong,Geelong,Applied\n"
    )

    assert mapping(content).missing == ["company"]


def test_a_company_of_its_own_is_believed_and_the_role_stays_as_it_is():
    content = "Company,Role,Status\nMarlow Ferries,Data Analyst at Night,Applied\n"

    assert told(content) == [("Marlow Ferries", "Data Analyst at Night")]


def test_the_words_of_other_columns_are_no_company_and_role():
    content = "Notes,Role,Status\n" + "Met Jo the manager at a fair,Cook,Applied\n" * 3

    assert mapping(content).missing == ["company"]


def test_a_board_of_cards_comes_in_whole():
    content = (
        "Card ID,Card Name,Card URL,Labels,Members,Due Date,List Name,Archived\n"
        "a1,Data Analyst at Marlow Ferries,https://cards.example/1,,Jo Lee,,Applied,false\n"
        "a2,Night Baker at Larkspur Bakery,https://cards.example/2,,Jo Lee,,Rejected,true\n"
        "a3,Park Ranger at Tern Island Parks,https://cards.example/3,,Jo Lee,,Wishlist,false\n"
    )
    found = rows(content)

    assert [row.facts["company"] for row in found] == [
        "Marlow Ferries", "Larkspur Bakery", "Tern Island Parks",
    ]  # fmt: skip
    assert [row.stage or row.kind for row in found] == ["applied", "rejected", "lead"]
    assert not any(row.needs_a_look for row in found)
