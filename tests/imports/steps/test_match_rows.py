from datetime import date

from tests.imports.reads import rows
from tracker.imports.reading.match_keys import view
from tracker.imports.steps.existing import Existing
from tracker.imports.steps.match_rows import RowMatcher

HEAD = "Company,Role,Date Applied,Link\n"


def mine(number, link="", day="2026-03-02", **facts):
    on = date.fromisoformat(day) if day else None
    named = view({"company": "Acme", "role": "Clerk", "link": link, "applied_on": on, **facts})
    return Existing(number, None, [named], known_row=facts.get("known_row"))


def assigned(sheet, *there):
    read = rows(HEAD + sheet)
    found = RowMatcher(there).assign((row.number, row) for row in read)
    return {number: each.application_id for number, each in found.items()}


def test_two_in_the_file_and_one_there_leave_one_new():
    assert assigned("Acme,Clerk,2026-03-02,\nAcme,Clerk,2026-03-02,\n", mine(7)) == {2: 7}


def test_the_row_with_the_same_link_comes_before_the_one_above_it():
    sheet = "Acme,Clerk,2026-03-02,\nAcme,Clerk,2026-03-02,https://jobs.example.com/7\n"

    assert assigned(sheet, mine(7, "https://jobs.example.com/7")) == {3: 7}


def test_each_of_two_openings_finds_its_own():
    sheet = (
        "Acme,Clerk,2026-03-02,https://jobs.example.com/8\n"
        "Acme,Clerk,2026-03-02,https://jobs.example.com/7\n"
    )
    there = (mine(7, "https://jobs.example.com/7"), mine(8, "https://jobs.example.com/8"))

    assert assigned(sheet, *there) == {2: 8, 3: 7}


def test_one_link_for_all_openings_tells_none_apart():
    link = "https://acme.example.com/careers"
    sheet = f"Acme,Clerk,2026-03-09,{link}\nAcme,Clerk,2026-04-09,{link}\n"

    assert assigned(sheet, mine(7, link)) == {}


def test_what_is_spoken_for_is_not_given_again():
    known = RowMatcher([mine(7)], applications={7})

    assert known.assign((row.number, row) for row in rows(HEAD + "Acme,Clerk,2026-03-02,\n")) == {}
    assert not known


def test_a_row_whose_day_cannot_be_told_is_not_matched_by_its_names():
    assert assigned("Acme,Clerk,31/31/2026,\n", mine(7, day="")) == {}


def test_rows_alike_in_every_cell_are_likely_doubles_and_others_are_not():
    read = rows("Company,Role,Notes\nA,B,x\nA,B,x\nA,B,y\nA,B, x \n")

    assert [row.is_double_of for row in read] == [None, 2, None, 2]
