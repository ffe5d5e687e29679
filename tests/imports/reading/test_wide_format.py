import pytest

from tests.imports.reads import mapping, rows

HEAD = "Company,Role,Applied Date,Coding Challenge,Phone,Onsite,Interviews"
OTHERS = "X,Y,2026-09-01,yes,no,yes,\nX,Z,2026-09-01,no,yes,no,1\n"


def read(cells: str):
    sheet = f"{HEAD}\n{OTHERS}A,B,2026-09-02,{cells}\n"
    assert not mapping(sheet).missing
    return rows(sheet)[-1]


def test_several_days_in_a_cell_are_several_interviews():
    row = read(",9/15/2026 & 9/24/2026,,")

    assert [(talk.kind, str(talk.on)) for talk in row.interviews] == [
        ("phone_screen", "2026-09-15"),
        ("phone_screen", "2026-09-24"),
    ]


def test_each_step_keeps_its_kind_and_a_number_is_how_many_there_were():
    row = read("done,x,✓,3")

    assert [talk.kind for talk in row.interviews] == [
        "assessment",
        "phone_screen",
        "onsite",
        *["other"] * 3,
    ]
    assert [talk.round for talk in row.interviews][-3:] == [1, 2, 3]


@pytest.mark.parametrize("yes", ["checked", "✓", "TRUE()", "x", "1", "done", "Oui", "sí", "ja"])
def test_words_that_say_yes(yes: str):
    assert [talk.kind for talk in read(f"{yes},,,").interviews] == ["assessment"]


@pytest.mark.parametrize("no", ["unchecked", "FALSE", "0", "non", "nee", "☐"])
def test_words_that_say_no(no: str):
    assert read(f"{no},,,").interviews == []


@pytest.mark.parametrize("word", ["G", "ghosted", "no response"])
def test_ghosted_in_a_step_is_silence_after_it(word: str):
    row = read(f"yes,{word},,")

    assert [talk.kind for talk in row.interviews] == ["assessment", "phone_screen"]
    assert (row.stage, row.rejection.how, row.needs_a_look) == ("rejected", "silence", False)


def test_a_no_in_a_step_is_a_no_after_it():
    row = read("yes,rejected,,")

    assert row.path == ["applied", "interview", "rejected"]
    assert row.rejection.how is None
    assert "Phone: rejected" in row.notes


def test_several_days_of_applying_wait_for_the_person():
    (row,) = rows("Company,Role,Date applied,Onsite\nA,B,2026-09-02 and 2026-10-01,\n")

    assert row.problems == [
        ("applied_on", "“2026-09-02 and 2026-10-01” holds 2 days: which one is it?")
    ]
    assert row.kind == "application"


def test_what_is_neither_waits():
    assert read("purple,,,").problems == [
        ("status", "“purple” under “Coding Challenge” isn't a yes or a no.")
    ]


@pytest.mark.parametrize(
    ("header", "stands"),
    [
        ("Unsuccessful", "rejected"),
        ("Not selected", "rejected"),
        ("Offre", "offer"),
    ],
)
def test_a_header_that_would_be_a_status_in_a_cell_is_a_step(header: str, stands: str):
    yes, no = rows(f"Company,Role,Applied on,{header}\nA,B,2026-09-02,✓\nC,D,2026-09-03,✗\n")

    assert ("offer" if yes.offer else yes.stage) == stands
    assert (no.stage, no.needs_a_look) == ("applied", False)


def test_pending_is_no_offer_no_interview_and_no_rejection():
    offer, talk, no = rows(
        "Company,Role,Applied on,Interview,Offer,Rejected\n"
        "A,B,2026-09-02,yes,Pending,no\nC,D,2026-09-02,Pending,no,no\nE,F,2026-09-02,yes,no,pending\n"
    )

    assert offer.offer is None
    assert talk.interviews == []
    assert (offer.needs_a_look, talk.needs_a_look) == (True, True)
    assert (no.stage, no.needs_a_look) == ("interview", False)


@pytest.mark.parametrize("header", ["Closed?", "Archived", "Over", "Chiuso"])
def test_closed_yes_is_asked_about_as_what_is_no_longer_going(header: str):
    over, going, no = rows(
        f"Company,Role,Status,Applied on,{header}\nA,B,Interview,2026-09-02,Yes\n"
        "C,D,Applied,2026-09-02,No\nE,F,Rejected,2026-09-02,Yes\n"
    )

    assert [code for code, _ in over.questions] == ["ended"]
    assert (going.stage, going.needs_a_look) == ("applied", False)
    assert (no.stage, no.needs_a_look) == ("rejected", False)


@pytest.mark.parametrize("header", ["Interview Type", "Interview format", "Interview with"])
def test_how_an_interview_is_makes_no_second_one(header: str):
    row, _ = rows(
        f"Company,Role,Status,Applied on,Interview date,{header}\n"
        "A,B,Rejected,2026-09-02,2026-09-10,Phone\nC,D,Applied,2026-09-03,,\n"
    )

    assert [str(talk.on) for talk in row.interviews] == ["2026-09-10"]
    assert f"{header}: Phone" in row.notes


def test_failed_is_a_no_after_the_step_and_passed_that_it_took_place():
    failed, passed, open_one = rows(
        "Company,Role,Applied on,Online tests,Video interview\nA,B,2026-09-02,Passed,Failed\n"
        "C,D,2026-09-03,Passed,\nE,F,2026-09-04,,\n"
    )

    assert (failed.stage, [t.kind for t in failed.interviews]) == (
        "rejected",
        ["assessment", "video"],
    )
    assert (passed.stage, open_one.stage) == ("interview", "applied")
