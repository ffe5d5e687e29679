import gc
import io
import tracemalloc
from datetime import date

import pytest

from tests.imports.reads import TODAY, mapping, rows, table
from tracker.imports.files import read_table
from tracker.imports.reading import interpret
from tracker.imports.reading.guess_mapping import guess_mapping
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.row_stage import apply_choice, stage_choice
from tracker.imports.reading.rows import ReadRejection, ReadRow
from tracker.imports.reading.statuses import code

SHEET = (
    "Company,Role,Status,Date Applied,Interview date,Rejected on,Rejection reason,Colour\n"
    "Acme,Clerk,Rejected,2/3/26,5/3/26 14:30,18/3/26,someone had more,blue\n"
)


def test_a_row_with_everything():
    (row,) = rows(SHEET)
    assert row.path == ["applied", "interview", "rejected"]
    assert row.facts["applied_on"] == date(2026, 3, 2)
    assert [(talk.on, talk.at) for talk in row.interviews] == [(date(2026, 3, 5), "14:30")]
    assert row.rejection is not None
    assert row.rejection.on == date(2026, 3, 18)
    assert row.rejection.words == "someone had more"
    assert row.notes == "Colour: blue"


def test_a_row_survives_json():
    for row in rows(SHEET):
        assert ReadRow.from_json(row.as_json()) == row


def test_a_mapping_survives_json():
    chosen = mapping(SHEET)
    assert Mapping.from_json(chosen.as_json()) == chosen


@pytest.mark.parametrize(
    "change",
    [
        {"columns": [{"header": "A", "fact": "shoe size"}]},
        {"columns": [{"fact": "company"}]},
        {"columns": 3},
        {"statuses": {"x": {"choice": "eaten"}}},
        {"order": "year_first"},
        {"answers": {"ended": "well"}},
        {"years": [["x", "y"]]},
    ],
)
def test_a_mapping_edited_wrongly_is_refused(change: dict[str, object]):
    with pytest.raises(ValueError):
        Mapping.from_json(mapping(SHEET).as_json() | change)


def test_what_is_missing_is_a_problem_on_that_row():
    read = rows("Company,Role\n,Clerk\nAcme,N/A\nUnknown,Clerk\n")
    assert read[2].problems == []
    assert read[0].problems == [("company", "The company is missing.")]
    assert read[1].problems == [("role", "The role is missing.")]


def test_a_company_that_is_too_long_is_a_problem_and_all_of_it_is_kept():
    (row,) = rows(f"Company,Role\n{'A' * 600},Clerk\n")
    assert row.problems[0][0] == "company"
    assert len(row.facts["company"]) == 500
    assert row.notes == f"Company: {'A' * 600}"


def test_a_link_that_is_none_goes_to_the_notes():
    read = rows(
        "Company,Role,Link\nA,B,https://x.example/1\nC,D,www.seek.com.au/job/1\n"
        "E,F,javascript:alert(1)\nG,H,ask Tom\nI,J,https://x.example/2\n"
    )
    assert [row.facts.get("link") for row in read] == [
        "https://x.example/1",
        "https://www.seek.com.au/job/1",
        None,
        None,
        "https://x.example/2",
    ]
    assert read[2].notes == "Link: javascript:alert(1)"
    assert not any(row.needs_a_look for row in read)


def test_a_closing_date_in_words_is_kept_and_holds_nothing_up():
    (row,) = rows("Company,Role,Closing date\nA,B,when filled\nC,D,3/3/26\n")[:1]
    assert not row.needs_a_look
    assert row.notes == "Closing date: when filled"


def test_an_unknown_status_waits_for_the_person():
    read = rows("Company,Role,Status\nA,B,Purple\nC,D,Applied\n")
    assert read[0].questions == [(code("Purple"), "We don't know what “Purple” means.")]
    chosen = mapping("Company,Role,Status\nA,B,Purple\nC,D,Applied\n")
    chosen.statuses["purple"] = chosen.statuses["purple"].chosen("offer")
    read = rows("Company,Role,Status\nA,B,Purple\nC,D,Applied\n", chosen)
    assert read[0].offer is not None
    assert read[0].notes == "Status: Purple"


def test_in_progress_without_a_day_is_a_saved_opening():
    with_day, without = rows(
        "Company,Role,Status,Date Applied\nA,B,In Progress,20/3/26\nC,D,In Progress,\n"
    )
    assert (with_day.kind, with_day.stage) == ("application", "applied")
    assert (without.kind, without.stage) == ("lead", None)


def test_an_interview_that_took_place_is_told_even_when_they_went_silent():
    (row,) = rows("Company,Role,Status,Interview date\nA,B,ghosted,2026-03-02\n")
    assert row.path == ["applied", "interview", "rejected"]
    assert row.rejection == ReadRejection(None, "silence")


def test_ghosted_without_a_day_has_ended_on_a_day_that_nobody_knows():
    (row,) = rows("Company,Role,Status,Applied\nA,B,ghosted,2026-03-02\n")
    assert row.path == ["applied", "rejected"]
    assert (row.rejection.how, row.rejection.on) == ("silence", None)

    apply_choice(row, "applied")
    assert (row.rejection, row.path) == (None, ["applied"])
    apply_choice(row, "silence")
    assert (row.rejection.how, row.rejection.on, row.stage) == ("silence", None, "rejected")


def test_ghosted_with_a_day_is_closed_without_an_answer_and_no_reply():
    (row,) = rows("Company,Role,Status,Rejected on\nA,B,ghosted,2026-03-02\n")
    assert row.path == ["applied", "rejected"]
    assert (row.rejection.how, row.rejection.on) == ("silence", date(2026, 3, 2))
    assert stage_choice(row) == "silence"

    apply_choice(row, "rejected")
    assert (row.rejection.how, row.rejection.on) == (None, date(2026, 3, 2))
    apply_choice(row, "silence")
    assert (row.rejection.how, row.path) == ("silence", ["applied", "rejected"])


def test_a_lead_keeps_how_and_where_one_works():
    (row,) = rows("Company,Role,Status,Job type,Workplace\nA,B,saved,Full Time,Hybrid\n")
    assert row.kind == "lead"
    assert (row.facts["employment"], row.facts["workplace"], row.notes) == (
        "full_time",
        "hybrid",
        "",
    )


@pytest.mark.parametrize(
    ("cells", "path"),
    [
        ("Y,N,,", ["applied", "rejected"]),
        ("N,Y,Y,", ["applied", "interview"]),
        ("N,Y,2026-03-12,", ["applied", "interview"]),
        ("Y,N,Y,", ["applied", "interview", "rejected"]),
        ("N,Y,N,", ["applied"]),
        ("N,Y,Y,Y", ["applied", "interview"]),
        (",,,", ["applied"]),
        ("n/a,yes,✓,", ["applied", "interview"]),
    ],
)
def test_steps_of_a_wide_sheet(cells: str, path: list[str]):
    head = "Company,Role,Auto Rejected,In-Progress,Recruiter Call,Offer\n"
    others = "A,B,Y,N,Y,N\nC,D,N,Y,Y,N\nE,F,N,Y,Y,Y\nG,H,N,Y,N,N\n"
    row = rows(f"{head}{others}X,Y,{cells}\n")[-1]
    assert row.path == path
    assert not row.needs_a_look


def peak_of(count: int) -> int:
    line = "Acme {},Clerk,12/3/2026,Applied,a few words about it\n"
    content = "Company,Role,Date Applied,Status,Notes\n" + "".join(map(line.format, range(count)))
    stream = io.BytesIO(content.encode())
    kept = gc.get_threshold()
    gc.set_threshold(100, 2, 2)  # what nobody holds any more is no memory of the rows
    gc.collect()
    tracemalloc.start()
    table = read_table(stream)
    chosen = guess_mapping(table, TODAY)
    assert sum(1 for row in interpret(table.rows(), chosen) if row.stage == "applied") == count
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    gc.set_threshold(*kept)
    return peak


def test_rows_are_read_one_by_one_so_that_memory_hardly_grows():
    peak_of(2_000)  # words that are kept for the next reading are no memory of the rows
    few, many = peak_of(500), peak_of(2_000)

    assert (many - few) / 1_500 < 400  # bytes a row: what tells doubles and years apart


def test_thousands_of_rows_are_all_read():
    line = "Acme {},Clerk,12/3/2026\n"
    content = "Company,Role,Date Applied\n" + "".join(map(line.format, range(5_000)))
    table = read_table(io.BytesIO(content.encode()))

    assert sum(1 for _ in interpret(table.rows(), guess_mapping(table, TODAY))) == 5_000


@pytest.mark.parametrize(
    ("applied", "status", "rejected", "words"),
    [
        ("2025-11-09", "Rejected", "2025-11-03", "before you applied, on Sun 9 Nov 2025"),
        ("2025-11-09", "Rejected", "2027-03-01", "They said no on Mon 1 Mar 2027. That day"),
        ("2026-12-24", "Applied", "", "Applied on Thu 24 Dec 2026. That day is still ahead"),
    ],
)
def test_days_that_can_hardly_be_right_need_a_look(applied, status, rejected, words) -> None:
    found = table(
        "Company,Role,Applied on,Status,Rejected on\n"
        f"Acme,Baker,{applied},{status},{rejected}\n"
        "Acme,Cook,2025-11-01,Rejected,2025-11-02\n"
    )

    odd, plain = interpret(found.rows(), guess_mapping(found, TODAY), today=TODAY)

    assert [fact for fact, _ in odd.problems] == ["applied_on"]
    assert words in odd.problems[0][1]
    assert not plain.needs_a_look
