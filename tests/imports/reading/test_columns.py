"""What stands in a column decides; its header only proposes."""

import pytest

from tests.imports.reads import mapping, rows
from tracker.imports.reading.rows import ReadRejection

HEAD = "Company,Role,Status,Applied on"


def columns(head: str, *lines: str) -> dict[str, tuple[str, str]]:
    return {c.header: (c.fact, c.certainty) for c in mapping("\n".join([head, *lines])).columns}


def test_the_column_whose_cells_read_as_a_status_is_the_status():
    found = columns("Company,Role,State,Status", "A,B,OR,Rejected", "C,D,ID,Applied")

    assert found["Status"] == ("status", "certain")
    assert found["State"] == ("location", "certain")
    assert columns("Company,Role,State", "A,B,Rejected", "C,D,Applied")["State"][0] == "status"


def test_a_column_of_which_less_than_half_reads_is_not_recognised_and_says_so():
    sheet = "Company,Role,Type,Status\nA,B,Tech,Applied\nC,D,Health,Applied\nE,F,Remote,Applied\n"
    column = mapping(sheet).columns[2]

    assert (column.fact, column.recognised) == ("notes", False)
    assert column.why == "the header says Type, but only 1 of 3 cells read as a place of work"
    assert rows(sheet)[0].notes == "Type: Tech"


def test_columns_that_are_just_notes_are_recognised():
    found = mapping("Company,Role,Tags,Blurb,Status\nA,B,sea,x,Applied\n").columns

    assert [column.recognised for column in found] == [True, True, True, False, True]


def test_a_column_says_why_it_is_read_so():
    found = mapping(
        "Company,Role,What happened,Day I sent it,Status of it\n"
        "A,B,nice chat,2026-09-02,Applied\nC,D,so so,2026-09-03,Rejected\n"
    ).columns

    assert found[3].fact == "applied_on"
    assert (found[3].why, found[3].certainty) == ("as the header says Day I sent it", "proposed")
    assert (found[4].fact, found[4].why) == ("status", "as the header says Status of it")


@pytest.mark.parametrize(
    "header", ["Date Posted", "Start Date", "Date Opened", "Last updated", "Follow-up date",
               "Available from", "Posting date"],
)  # fmt: skip
def test_a_day_of_something_else_is_no_day_of_applying(header: str):
    (row,) = rows(f"Company,Role,Status,{header}\nA,B,Applied,2026-09-02\n")

    assert "applied_on" not in row.facts
    assert row.notes == f"{header}: 2026-09-02"


@pytest.mark.parametrize(
    "header", ["Response Date", "Status Date", "Date heard back", "Réponse le"]
)
def test_the_day_of_a_reply_is_the_day_of_a_no_beside_it_and_of_nothing_else(header: str):
    no, talk = rows(
        f"{HEAD},{header}\nA,B,Rejected,2026-09-02,2026-09-09\n"
        "C,D,Interview,2026-09-02,2026-09-10\n"
    )

    assert str(no.rejection.on) == "2026-09-09"
    assert no.notes == ""
    assert [each.on for each in talk.interviews] == []
    assert talk.notes == f"{header}: 2026-09-10"


def test_silence_has_no_day_of_reply():
    (row,) = rows(f"{HEAD},Response date\nA,B,Ghosted,2026-09-02,2026-09-09\n")

    assert row.rejection == ReadRejection(None, "silence")


def test_applied_no_is_never_overruled():
    sheet = "Company,Role,Status,Applied,Date Posted\n"
    said, unsaid, gone = rows(
        f"{sheet}A,B,Interview,No,2026-09-02\nC,D,Open,No,2026-09-02\nE,F,Closed,No,2026-09-02\n"
    )

    assert [code for code, _ in said.questions] == ["applied_but_not"]
    assert [(row.kind, row.needs_a_look) for row in (unsaid, gone)] == [("lead", False)] * 2
    (no,) = rows("Company,Role,Applied,Rejected\nA,B,No,Y\n")
    assert [code for code, _ in no.questions] == ["applied_but_not"]


def test_a_header_whose_words_are_not_known_is_asked_about_cell_by_cell():
    sheet = "Company,Role,Status\nA,B,Odrzucone\nC,D,Wysłane\nE,F,Odrzucone\n"

    assert mapping(sheet).columns[2].fact == "status"
    assert all(row.needs_a_look for row in rows(sheet))


def test_in_a_language_that_is_not_known_the_columns_are_told_by_what_is_in_them():
    found = columns(
        "Pracodawca,Stanowisko,Kiedy,Stan sprawy",
        *(f"Firma {n},Analyst {n},2026-09-0{n},{s}" for n, s in ((1, "Applied"), (2, "Rejected"),
                                                                 (3, "Applied"), (4, "Ghosted"))),
    )  # fmt: skip

    assert [fact for fact, _ in found.values()] == ["company", "role", "applied_on", "status"]


@pytest.mark.parametrize("empty", ["null", "N/A", "none", "-", "NULL", "n.v.t.", "aucun"])
def test_words_of_empty_cells_are_empty_everywhere(empty: str):
    head = "Company,Role,Status,Applied on,Response date,Link,Salary,Source,Location"
    sheet = f"{head}\nA,B,Applied{',2026-09-02' + f',{empty}' * 5}\nC,D{f',{empty}' * 7}\n"
    first, _ = rows(sheet)

    assert set(first.facts) == {"company", "role", "applied_on"}
    assert first.notes == ""


def test_linkedins_applications_leave_out_ones_own_address_and_keep_answers_private():
    chosen = mapping(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
        "Resume Name,Question And Answers\n"
        '"12/16/25, 3:07 PM",me@example.com,+1555,Acme,Baker,http://x.example/1,cv.pdf,'
        '"Gender:Female | Email address:me@example.com | Salary:61000"\n'
    )
    assert [c.fact for c in chosen.columns][1:3] == ["skip", "skip"]
    (row,) = rows(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
        "Resume Name,Question And Answers\n"
        '"12/16/25, 3:07 PM",me@example.com,+1555,Acme,Baker,http://x.example/1,cv.pdf,'
        '"Gender:Female | Email address:me@example.com | Salary:61000"\n',
        chosen,
    )

    assert row.private_notes == "Question And Answers: Gender:Female\nSalary:61000"
    assert "me@example.com" not in row.notes
    assert "Gender" not in row.notes


def test_words_that_may_be_a_yes_are_a_status_under_that_header():
    saved, over, going = rows(
        "Name,Status,Company,Date Applied\nBaker,Not started,Acme,\nCook,Done,Bolt,2026-09-02\n"
        "Clerk,In progress,Dell,2026-09-03\n"
    )

    assert (saved.kind, saved.facts["role"]) == ("lead", "Baker")
    assert [message for _, message in over.questions] == ["Does “Done” mean: Archived?"]
    assert (going.stage, going.needs_a_look) == ("applied", False)


def test_a_day_without_a_year_in_a_step_follows_the_day_of_applying():
    (row,) = rows("Company,Role,Date applied,Phone screen\nA,B,2025-12-28,3 Jan\n")

    assert [str(talk.on) for talk in row.interviews] == ["2026-01-03"]


def test_numbered_columns_of_a_step_are_that_step():
    found = columns("Company,Role,Onsite 1,Onsite #2,Status", "A,B,yes,no,Applied")

    assert [found[name] for name in ("Onsite 1", "Onsite #2")] == [("step_onsite", "certain")] * 2


def test_a_day_of_something_unknown_is_no_day_of_applying():
    sheet = "Company,Role,Alert date\nA,B,2026-09-02\nC,D,2026-09-03\n"

    assert mapping(sheet).columns[2].recognised is False
    assert [row.kind for row in rows(sheet)] == ["lead", "lead"]


def test_a_number_of_one_row_is_no_rejection_and_remote_is_a_place_too():
    (row,) = rows("No,Company,Role,Location,Status\n1,A,B,Remote (Perth),Applied\n")

    assert (row.stage, row.facts["location"]) == ("applied", "Remote (Perth)")
    assert row.facts["workplace"] == "remote"


TWO = "Company,Role,Applied on,{}\nA,B,2026-09-02,{}\nC,D,2026-09-03,{}\nE,F,2026-09-04,{}\n"


@pytest.mark.parametrize("heads", ["Phase,Outcome", "Your status,Employer status", "Stage,Result"])
def test_of_two_columns_of_status_neither_is_lost_however_few_rows_there_are(heads: str):
    no, offer, unsure = rows(
        TWO.format(heads, "2nd interview,Rejected", "Final round,Offer", "Offer,Declined by me")
    )

    assert (no.path, no.needs_a_look) == (["applied", "interview", "rejected"], False)
    assert offer.offer is not None
    assert unsure.needs_a_look


def test_a_place_that_is_open_or_closed_is_no_place():
    found = columns(
        "Company,Role,State,Stage", "A,B,Open,Sent", "C,D,Closed,Rejected", "E,F,Closed,Interviewed"
    )

    assert found["State"][0] != "location"


@pytest.mark.parametrize("header", ["Where are we at?", "Tags", "Result of contact"])
def test_words_of_a_status_are_a_status_whatever_they_stand_under(header: str):
    found = columns(
        f"Company,Role,{header}", "A,B,rejected :(", "C,D,had an interview", "E,F,Applied"
    )

    assert found[header][0] == "status"


def test_what_was_saved_and_has_no_day_of_applying_beside_others_that_do_is_a_lead():
    sent, saved = rows("Company,Role,Applied,Saved on\nA,B,2 Sep,1 Sep\nC,D,,1 Sep\n")

    assert (sent.kind, saved.kind) == ("application", "lead")


def test_a_no_in_the_notes_is_no_word_of_a_rejection():
    row, no, _ = rows(
        "Company,Role,Status,Applied on,Was it a rejection\nA,B,Applied,2026-09-02,✗\n"
        "C,D,Applied,2026-09-02,rejection by phone\nE,F,Applied,2026-09-02,red\n"
    )

    assert not row.needs_a_look
    assert [code for code, _ in no.questions] == ["no_in_notes"]


@pytest.mark.parametrize("role", ["TBD", "tba", "not specified"])
def test_a_role_that_is_still_to_be_told_waits(role: str):
    row, _ = rows(f"{HEAD}\nA,{role},Applied,2026-09-02\nC,Clerk,Applied,2026-09-03\n")

    assert [fact for fact, _ in row.problems] == ["role"]


def test_an_address_behind_words_is_the_link():
    one, other = rows(
        "Company,Role,Link\n[Acme](https://acme.example.org),Clerk,\n"
        "Bolt,Cook,[Apply](https://bolt.example.org/1)\n"
    )

    assert (one.facts["company"], one.facts["link"]) == ("Acme", "https://acme.example.org")
    assert other.facts["link"] == "https://bolt.example.org/1"


@pytest.mark.parametrize("header", ["Absage", "Rejected", "Refus"])
def test_a_column_of_a_rejection_may_hold_a_yes_in_one_row_and_a_day_in_the_next(header: str):
    yes, day, no = rows(
        f"Company,Role,Applied on,{header}\nA,B,2026-09-02,x\nC,D,2026-09-03,2026-09-20\n"
        "E,F,2026-09-04,\n"
    )

    assert [row.stage for row in (yes, day, no)] == ["rejected", "rejected", "applied"]
    assert (str(day.rejection.on), yes.needs_a_look) == ("2026-09-20", False)


@pytest.mark.parametrize("header", ["Current round", "What happened next?", "Retorno", "Riscontro"])
def test_more_headers_of_a_status(header: str):
    found = columns(f"Company,Role,{header}", "A,B,Applied", "C,D,Interview", "E,F,Rejected")

    assert found[header][0] == "status"


def test_a_look_at_papers_in_the_column_of_an_interview_is_no_interview():
    row, done = rows(
        "Company,Role,Applied on,Interview 1\nA,B,2026-09-02,under review\n"
        "C,D,2026-09-03,submitted\n"
    )

    assert (row.interviews, row.needs_a_look) == ([], True)
    assert len(done.interviews) == 1


@pytest.mark.parametrize("header", ["Referral status", "Visa status", "Result of reference check"])
def test_the_status_of_something_else_is_not_that_of_the_application(header: str):
    one, two = rows(
        f"Company,Role,Applied on,Status,{header}\nA,B,2026-09-02,Applied,Accepted\n"
        "C,D,2026-09-03,Applied,Rejected by mail\n"
    )

    assert (one.stage, one.offer, one.needs_a_look) == ("applied", None, False)
    assert two.rejection is None


def test_the_client_of_an_agency_is_the_company():
    (row,) = rows("Agency,Client,Role,Status\nHays,Acme,Clerk,Applied\n")
    (alone,) = rows("Agency,Role,Status\nHays,Clerk,Applied\n")

    assert (row.facts["company"], alone.facts["company"]) == ("Acme", "Hays")


WHERE = (
    ("ghosted", "nope", "on ice"),
    ("on ice", "nope"),
    ("ghosted", "phone screen done", "on ice", "nope", "sent off", "they loved me!!", "ghosted"),
)


@pytest.mark.parametrize(
    "header", ["Where it's at", "Where it’s at", "where its at", "How it went"]
)
@pytest.mark.parametrize("words", WHERE)
def test_a_column_that_is_headed_where_it_is_at_is_the_status(header, words):
    lines = [f"A{n},B,2026-09-{n + 1:02},{word}" for n, word in enumerate(words)]
    sheet = "\n".join([f"Employer,Position,Sent,{header}", *lines])

    assert columns(*sheet.split("\n"))[header][0] == "status"
    found = rows(sheet)
    assert found[words.index("nope")].stage == "rejected"
    assert found[words.index("on ice")].needs_a_look


def test_a_column_of_days_that_is_headed_interview_is_their_day():
    head, days = "Company,Role,Status,Interview", ("2026-03-02", "2026-03-09, 2026-03-11", "")
    lines = [f'A{n},B,Interview,"{day}"' for n, day in enumerate(days)]

    assert columns(head, *lines)["Interview"][0] == "interview_on"
    found = rows("\n".join([head, *lines]))
    assert [[talk.on.day for talk in row.interviews if talk.on] for row in found] == [
        [2],
        [9, 11],
        [],
    ]
    assert not any(row.notes for row in found)
    assert columns(head, *lines, "C,D,Interview,yes")["Interview"][0] == "step_other"


@pytest.mark.parametrize(
    ("word", "day"),
    [("Offer", "2026-03-09"), ("Offer accepted", "2026-03-09"), ("Offer taken back by them", None)],
)
def test_an_offer_has_the_day_on_which_they_replied(word, day):
    sheet = f"Company,Role,Sent,Status,Heard back\nA,B,2026-03-02,{word},2026-03-09\n"
    [row] = rows(sheet)

    assert row.offer is not None
    assert str(row.offer.on) == str(day)
    assert "2026" not in row.notes
