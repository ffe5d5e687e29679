import pytest

from tests.imports.reads import TODAY, mapping, rows, table
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.status_meaning import CHOICES
from tracker.imports.reading.statuses import code
from tracker.imports.reading.survey import count_questions

OPENINGS = "Company,Role,Link\nAcme,Baker,https://x.example/1\nBolt,Cook,https://x.example/2\n"
OVER = "Company,Role,Applied on,Status\nA,B,2026-09-01,Over\nC,D,2026-09-02,over.\nE,F,2026-09-03,"
OVER += "Applied\n"
TWO = (
    "Company,Role,Applied on,Status,Outcome\nA,B,2026-09-01,Rejected,Offer\n"
    "C,D,2026-09-02,Interview,Rejected\nE,F,2026-09-03,Applied,Rejected\n"
)
STEPS = "Company,Role,In Progress,Phone screen\nA,B,N,Y\nC,D,N,Y\nE,F,Y,Y\n"
SLASHES = "Company,Role,Applied on\nA,B,3/4/2026\nC,D,5/5/2026\nE,F,6/4/2026\n"


def asked(content: str) -> dict[str, tuple[int, str]]:
    return {each.code: (each.rows, each.likely) for each in mapping(content).questions}


def test_a_list_of_openings_is_asked_about_once_and_leads_until_answered():
    chosen = mapping(OPENINGS)

    assert asked(OPENINGS) == {"applied": (2, "lead")}
    assert [row.kind for row in rows(OPENINGS, chosen)] == ["lead", "lead"]
    chosen.answer("applied", "application")
    assert [row.stage for row in rows(OPENINGS, chosen)] == ["applied", "applied"]
    chosen.answer("applied", "ask")
    assert all(row.needs_a_look for row in rows(OPENINGS, chosen))


def test_where_a_header_speaks_of_applying_the_likely_answer_is_that_one_did():
    assert asked("Company applied to,Role\nAcme,Baker\n")["applied"] == (1, "application")


def test_words_that_differ_in_signs_alone_are_one_question_and_wait():
    chosen = mapping(OVER)

    assert asked(OVER) == {code("over"): (2, "archived")}
    assert [row.needs_a_look for row in rows(OVER, chosen)] == [True, True, False]
    chosen.answer(code("Over"), "rejected")
    assert [row.stage for row in rows(OVER, chosen)] == ["rejected", "rejected", "applied"]
    assert chosen.questions == []


def test_every_question_offers_not_sure_and_preselects_the_first():
    for content in (OPENINGS, OVER, TWO, STEPS, SLASHES):
        for each in mapping(content).questions:
            assert each.options["ask"] == "Not sure"
            assert next(iter(each.options)) == each.likely or each.likely == "ask"
            assert each.words
            assert each.decides


def test_a_status_that_would_change_nothing_is_not_asked_about():
    closed = "Company,Role,Status,Applied\nA,B,Closed,No\nC,D,Applied,Yes\n"
    assert code("Closed") not in asked(closed)
    assert [row.kind for row in rows(closed, mapping(closed))] == ["lead", "application"]

    assert code("Closed") in asked(closed + "E,F,Closed,Yes\n")


def test_a_status_can_be_left_open():
    chosen = mapping(OVER)
    chosen.answer(code("over"), "rejected")
    chosen.answer(code("over"), "ask")

    assert rows(OVER, chosen)[0].needs_a_look


def test_of_two_columns_that_are_a_status_the_one_that_went_further_counts():
    contrary, later, last = rows(TWO)

    assert [name for name, _ in contrary.questions] == ["which_status"]
    assert later.path == ["applied", "interview", "rejected"]
    assert (last.stage, last.needs_a_look) == ("rejected", False)


def test_which_column_is_the_status_is_asked_where_they_say_two_things():
    chosen = mapping(TWO)

    assert asked(TWO) == {"which_status": (1, "3")}
    chosen.answer("which_status", "4")
    chosen.settle(table(TWO).rows(), TODAY)
    first = rows(TWO, chosen)[0]
    assert (first.offer is not None, first.needs_a_look) == (True, False)


def test_what_the_other_column_says_more_still_counts_once_that_is_answered():
    chosen = mapping(TWO)
    chosen.answer("which_status", "3")
    chosen = Mapping.from_json(chosen.as_json())

    contrary, later, last = rows(TWO, chosen)
    assert (contrary.stage, contrary.needs_a_look) == ("rejected", False)
    assert later.path == ["applied", "interview", "rejected"]
    assert last.stage == "rejected"


@pytest.mark.parametrize(("heads", "likely"), [("Phase,Outcome", "4"), ("Outcome,Phase", "3"),
                                               ("Job status,My status", "4")])  # fmt: skip
def test_how_it_ended_and_what_is_ones_own_is_the_likelier_status(heads: str, likely: str):
    one, two = ("Rejected", "Offer") if likely == "4" else ("Offer", "Rejected")
    sheet = f"Company,Role,Applied on,{heads}\nA,B,2026-09-01,{one},{two}\n"

    assert asked(sheet) == {"which_status": (1, likely)}


def test_an_offer_that_one_said_no_to_in_the_other_column_is_declined():
    (row,) = rows("Company,Role,Applied on,Stage,Outcome\nA,B,2026-09-01,Offer,I withdrew\n")

    assert row.offer is not None
    assert (row.offer.decision, row.needs_a_look) == ("declined", False)


def test_an_offer_after_an_interview_in_the_other_column_keeps_both():
    (row,) = rows("Company,Role,Applied on,Stage,Outcome\nA,B,2026-09-01,Final round,Offer\n")

    assert row.offer is not None
    assert len(row.interviews) == 1


@pytest.mark.parametrize(
    "words", ["they have not rejected me yet", "no rejection so far", "keine Absage bisher"]
)
def test_notes_that_deny_a_rejection_speak_of_none(words: str):
    (row,) = rows(f"Company,Role,Applied on,Status,Notes\nA,B,2026-09-01,Applied,{words}\n")

    assert not row.needs_a_look


def test_those_that_are_over_without_a_word_wait_until_somebody_says_how():
    chosen = mapping(STEPS)

    assert asked(STEPS)["ended"] == (2, "rejected")
    assert [row.needs_a_look for row in rows(STEPS, chosen)] == [True, True, False]
    for answer, stage in (("rejected", "rejected"), ("silence", "rejected"), ("interview",) * 2):
        chosen.answer("ended", answer)
        assert rows(STEPS, chosen)[0].stage == stage
    chosen.answer("ended", "silence")
    assert rows(STEPS, chosen)[0].rejection.how == "silence"


def test_dates_that_can_be_read_either_way_wait_with_what_they_said():
    chosen = mapping(SLASHES)

    assert asked(SLASHES)["order"] == (2, "month_first")  # so the rows stay in order
    first, same, _ = rows(SLASHES, chosen)
    assert first.questions == [("order", "“3/4/2026” could be 4 March or 3 April.")]
    assert first.notes == "Applied on: 3/4/2026"
    assert str(same.facts["applied_on"]) == "2026-05-05"
    chosen.answer("order", "month_first")
    assert [str(row.facts["applied_on"]) for row in rows(SLASHES, chosen)] == [
        "2026-03-04",
        "2026-05-05",
        "2026-06-04",
    ]


def test_undated_applications_can_be_closed_as_no_answer_in_one_step():
    sheet = "Company,Role,Status\nA,B,Applied\nC,D,Interview\nE,F,Rejected\n"
    chosen = mapping(sheet)

    assert asked(sheet) == {"undated": (1, "open")}
    assert not any(row.needs_a_look for row in rows(sheet, chosen))
    chosen.answer("undated", "silence")
    closed, talked, _ = rows(sheet, chosen)
    assert (closed.stage, closed.rejection.how) == ("rejected", "silence")
    assert talked.stage == "interview"


def test_whatever_came_back_without_a_day_is_never_offered_as_no_answer():
    sheet = (
        "Company,Role,Status,Response date\nA,B,Offer,\nC,D,Offer declined,\nE,F,Interview,\n"
        "G,H,Applied,2026-03-09\nI,J,Applied,\n"
    )
    chosen = mapping(sheet)

    assert asked(sheet)["undated"][0] == 1
    chosen.answer("undated", "silence")
    *_, silent = found = rows(sheet, chosen)
    assert found[0].offer is not None
    assert [row.rejection is not None for row in found] == [False] * 4 + [True]
    assert silent.rejection.how == "silence"


PARKED = "Company,Role,Applied on,Status,Notes\nA,B,,parked for now,\nC,D,,Applied,\n"
TOLD = (
    (PARKED, code("parked for now"), "applied"),
    (PARKED.replace("parked for now", "Rejected"), code("Rejected"), "applied"),
    (PARKED.replace("parked for now,", "Applied,rejected by mail"), "no_in_notes", "status"),
    (PARKED.replace("parked for now,", "Applied,rejected by mail"), "no_in_notes", "rejected"),
    (
        "Company,Role,Date saved,Applied,Status\nA,B,,Y,Not applied\nC,D,,Y,Applied\n",
        "applied_but_not",
        "application",
    ),
    (
        "Company,Role,Still active,Status\nA,B,N,Applied\nC,D,Y,Applied\n",
        "ended",
        "interview",
    ),
)


@pytest.mark.parametrize(("sheet", "name", "answer"), TOLD)
@pytest.mark.parametrize("before", [True, False])
def test_none_of_which_something_else_was_told_is_closed_with_the_undated(
    sheet, name, answer, before
):
    chosen = mapping(sheet)
    hang = [row.number for row in rows(sheet, chosen) if "undated" in row.hangs]
    for each, said in [(name, answer), ("undated", "silence")][:: 1 if before else -1]:
        chosen.answer(each, said)
    found = rows(sheet, chosen)

    assert hang == [3]
    assert asked(sheet)["undated"][0] == 1
    silent = [row.number for row in found if row.rejection and row.rejection.how == "silence"]
    assert silent == hang == [row.number for row in found if "undated" in row.hangs]


def test_of_two_columns_that_say_two_things_the_choice_leaves_the_row_open():
    sheet = "Company,Role,Status,Outcome\nA,B,Applied,Wishlist\nC,D,Applied,Applied\n"
    chosen = mapping(sheet)
    assert "which_status" in asked(sheet)
    chosen.answer("undated", "silence")
    chosen.answer("which_status", "2")
    chosen.answer("which_status", "3")
    chosen.answer("which_status", "2")

    assert [row.stage for row in rows(sheet, chosen)] == ["applied", "rejected"]
    assert "which_status" not in [each.code for each in chosen.questions]


@pytest.mark.parametrize(
    ("name", "answer"),
    [("applied", "maybe"), ("order", "year_first"), ("which_status", "9"), ("status-0", "lead"),
     ("which_status", "x"), (code("over"), "eaten"), ("nothing", "ask")],
)  # fmt: skip
def test_answers_that_there_are_not_are_refused(name: str, answer: str):
    with pytest.raises(ValueError):
        mapping(OVER).answer(name, answer)


def test_a_mapping_from_before_is_still_read():
    old = mapping(OVER).as_json()
    del old["hangs"], old["answers"]
    for column in old["columns"]:
        del column["why"], column["runner_up"]
    old["answers"] = {"ended": "interview", "no_in_notes": "ask"}

    read = Mapping.from_json(old)
    assert read.answers["ended"] == "interview"
    assert read.answers["applied"] == "lead"


def test_a_mapping_that_somebody_has_seen_is_theirs():
    chosen = Mapping.from_json(mapping(OVER).as_json())
    chosen.confirm()

    assert chosen.questions == []
    assert not any(row.needs_a_look for row in rows(OVER, chosen))
    assert chosen.statuses["over"].choice in CHOICES


def test_of_a_long_file_the_first_rows_are_counted_and_it_says_so(monkeypatch):
    monkeypatch.setattr("tracker.imports.reading.survey.COUNTED", 1)
    chosen = mapping(OPENINGS)
    count_questions(chosen, table(OPENINGS).rows())

    (question,) = chosen.questions
    assert (question.rows, question.at_least) == (1, True)


@pytest.mark.parametrize("status", ["Didn't apply", "Not applied", "Pas encore postulé"])
def test_a_status_that_denies_applying_beside_a_day_is_likely_an_opening(status):
    found = mapping(
        f"Company,Role,Date Applied,Status\nA,B,2026-03-02,{status}\nC,D,2026-03-02,Applied\n"
    )

    (question,) = found.questions
    assert (question.code, question.likely, question.rows) == ("applied_but_not", "lead", 1)


def test_saved_beside_a_day_of_applying_is_likely_an_application():
    found = mapping("Company,Role,Date Applied,Status\nA,B,2026-03-02,Saved\nC,D,,Applied\n")

    assert {each.code: each.likely for each in found.questions}["saved_but_applied"] == (
        "application"
    )


@pytest.mark.parametrize(
    "offer",
    ["Offer\nA,B,2026-03-02,Declined,Yes", "Offer Date\nA,B,2026-03-02,Declined,2026-03-09"],
)
def test_declined_beside_an_offer_is_likely_an_offer_that_i_declined(offer):
    found = mapping(f"Company,Role,Date Applied,Status,{offer}\nC,D,2026-03-02,Applied,\n")

    (question,) = found.questions
    assert question.likely == "offer_declined"


def test_declined_without_an_offer_is_likely_a_no():
    found = mapping(
        "Company,Role,Date Applied,Status,Offer\nA,B,2026-03-02,Declined,No\n"
        "C,D,2026-03-02,Applied,\n"
    )

    (question,) = found.questions
    assert question.likely == "rejected"


def test_an_interview_that_was_cancelled_did_not_take_place_though_it_has_a_day():
    first, _ = rows(
        "Company,Role,Date Applied,Status,Interview Date\n"
        "A,B,2026-03-02,Interview cancelled,2026-03-10\nC,D,2026-03-02,Applied,\n"
    )

    assert first.interviews == []
    assert first.path == ["applied"]
    assert "2026-03-10" in first.notes


def test_an_offer_beside_a_certain_no_is_kept_in_the_notes():
    first, _ = rows(
        "Company,Role,Date Applied,Status,Offer\nA,B,2026-03-02,Rejected,Yes\n"
        "C,D,2026-03-02,Applied,\n"
    )

    assert first.path == ["applied", "rejected"]
    assert "Offer: yes" in first.notes
