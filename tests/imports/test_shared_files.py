"""The four sample files, against counts made by hand (by reading and by grep, not by the code)."""

from collections import Counter
from datetime import date

from tests.imports.reads import mapping, rows, shared
from tracker.imports.reading.rows import ReadRejection

MESSY = "messy-spreadsheet.csv"
GERMAN = "semicolon-german.csv"
JOBSYNC = "jobsync-export.csv"
WIDE = "wide-spreadsheet.csv"


def test_messy_has_87_filled_rows_and_a_blank_one():
    read = rows(shared(MESSY))
    assert Counter(row.kind for row in read) == {"application": 87, "blank": 1}


def test_messy_stages_and_outcomes():
    read = [row for row in rows(shared(MESSY)) if row.kind != "blank"]
    # Applied 16, "applied " 3, Submitted 14, In Progress 3, Withdrew 1; Rejected 21, auto email 4,
    # after interview 1, ghosted 6, no reply 3; screen 4, 2nd 3, Interviewing 6; Offer, Accepted
    # say nothing of an interview
    assert Counter(row.stage for row in read) == {"applied": 39, "rejected": 35, "interview": 13}
    assert Counter(row.outcome for row in read if row.archived) == {
        "offer_accepted": 1,
        "withdrawn": 1,
    }
    assert [row.number for row in read if row.offer] == [5, 19]
    assert Counter(row.rejection.how for row in read if row.rejection) == {
        None: 22,
        "email": 4,
        "silence": 9,
    }
    assert [row.path for row in read if row.number == 8] == [["applied", "interview", "rejected"]]


def test_messy_needs_seven_looks_and_has_two_likely_doubles():
    read = rows(shared(MESSY))
    assert [(row.number, row.problems) for row in read if row.problems] == [
        (66, [("company", "The company is missing.")])
    ]
    assert [row.number for row in read if row.questions] == [12, 19, 39, 52, 80, 82]
    assert [(r.number, r.is_double_of) for r in read if r.is_double_of] == [(23, 22), (56, 55)]


def test_messy_dates_are_day_first_and_in_order_with_seven_unknown():
    chosen = mapping(shared(MESSY))
    assert (chosen.order, chosen.order_certainty, chosen.order_example) == (
        "day_first",
        "certain",
        "18/03/2026",
    )
    read = [row for row in rows(shared(MESSY)) if row.kind != "blank"]
    days = [row.facts.get("applied_on") for row in read]
    assert sum(day is None for day in days) == 7  # six empty cells, and the row without a company
    known = [day for day in days if day]
    assert known == sorted(known)
    assert (known[0], known[-1]) == (date(2026, 3, 2), date(2026, 10, 12))


def test_messy_pay_is_kept_and_read():
    read = rows(shared(MESSY))
    by_pay = {row.facts.get("pay_text"): row.facts for row in read}
    ranged = by_pay["$70,000 - $78,000 + super"]
    assert (ranged["pay_min"], ranged["pay_max"]) == (7_000_000, 7_800_000)
    assert (ranged["pay_currency"], ranged["pay_period"]) == ("AUD", "year")
    assert by_pay["$28.50/hr"]["pay_min"] == 2850
    assert by_pay["$28.50/hr"]["pay_period"] == "hour"
    assert "pay_min" not in by_pay["award rate"]


def test_messy_words_are_all_kept():
    read = {row.number: row for row in rows(shared(MESSY))}
    assert read[6].notes == "line one\nline two\nStatus: REJECTED - auto email"
    assert read[22].notes == "=need to follow up?\nStatus: 2nd interview"
    assert read[34].notes.startswith("😬 went blank on the SQL test")
    assert "ghosted" not in read[26].notes  # the fact says so
    assert read[26].rejection == ReadRejection(None, "silence")
    assert read[12].questions == [
        ("no_in_notes", "The notes speak of a rejection; the status doesn't.")
    ]
    assert read[24].facts["company"] == 'Pinnacle Print "Same Day"'


def test_messy_notes_that_speak_of_a_no_are_answered_for_all_rows_alike():
    chosen = mapping(shared(MESSY))
    chosen.answer("no_in_notes", "rejected")
    said_no = {row.number: row for row in rows(shared(MESSY), chosen)}
    assert [said_no[number].stage for number in (12, 52, 80, 82)] == ["rejected"] * 4
    assert said_no[12].path == ["applied", "interview", "rejected"]

    chosen.answer("no_in_notes", "status")
    as_it_says = {row.number: row for row in rows(shared(MESSY), chosen)}
    assert [as_it_says[number].stage for number in (12, 52)] == ["interview", "applied"]
    assert not as_it_says[12].needs_a_look


def test_german_has_23_applications_and_two_leads():
    read = rows(shared(GERMAN))
    assert Counter((row.kind, row.stage, row.archived) for row in read) == {
        ("application", "applied", False): 11,
        ("application", "interview", False): 5,
        ("application", "rejected", False): 4,
        ("application", "applied", True): 3,
        ("lead", None, False): 2,
    }
    assert not any(row.needs_a_look or row.is_double_of for row in read)


def test_german_interviews_have_their_days():
    read = rows(shared(GERMAN))
    dated = [row for row in read if row.interviews]
    assert Counter(row.stage for row in dated) == {"interview": 3, "rejected": 3}
    assert dated[0].interviews[0].on == date(2026, 3, 12)
    assert dated[0].notes == "telefonisch nachgefragt; keine Antwort"
    assert [row.path for row in read if row.number == 8] == [["applied", "interview", "rejected"]]
    assert read[2].facts["saved_on"] == date(2026, 3, 10)


def test_jobsync_asks_about_eleven_contradictions():
    read = rows(shared(JOBSYNC))
    asked = Counter(code for row in read for code, _ in row.questions)
    # draft 4 and new 5 although applied; applied 2 although not
    assert asked == {"saved_but_applied": 9, "applied_but_not": 2}
    clear = [row for row in read if not row.needs_a_look]
    assert Counter((row.kind, row.stage, row.archived) for row in clear) == {
        ("application", "applied", False): 9,  # applied 6, offer 3
        ("application", "interview", False): 5,
        ("application", "rejected", False): 6,
        ("application", "applied", True): 3,
        ("lead", None, False): 6,  # draft 3, new 1, expired 2
    }


def test_jobsync_facts():
    read = {row.number: row for row in rows(shared(JOBSYNC))}
    assert read[2].facts == {
        "applied_on": date(2026, 3, 3),
        "company": "Metro Rail Services, Pty Ltd",
        "role": "Marketing Coordinator",
        "employment": "contract",
        "workplace": "hybrid",
        "location": "Perth WA",
        "source": "Company Career page",
    }
    assert read[2].notes == "createdAt: 2026-03-02"
    assert "workplace" not in read[4].facts  # Not specified
    assert "source" not in read[8].facts  # N/A


def test_jobsync_contradictions_can_be_answered_for_all_rows_alike():
    chosen = mapping(shared(JOBSYNC))
    chosen.answer("saved_but_applied", "application")
    chosen.answer("applied_but_not", "lead")
    read = rows(shared(JOBSYNC), chosen)
    assert not any(row.needs_a_look for row in read)
    assert Counter(row.kind for row in read) == {"application": 32, "lead": 8}


def test_wide_has_49_rejected_32_at_interview_one_unanswered_and_68_applied():
    read = rows(shared(WIDE))
    assert len(read) == 150
    assert Counter(row.stage for row in read) == {"applied": 68, "interview": 32, "rejected": 50}
    assert not any(row.facts.get("applied_on") for row in read)
    assert not any(talk.on for row in read for talk in row.interviews)


def test_wide_interviews_are_the_steps_that_say_yes():
    read = {row.number: row for row in rows(shared(WIDE))}
    assert [talk.kind for talk in read[61].interviews] == [
        "phone_screen",
        "other",
        "assessment",
        "panel",
    ]
    assert read[61].offer is None  # Offer: N
    assert "Offer: N" in read[61].notes
    assert read[31].rejection == ReadRejection(None, "silence")  # G: ghosted after that step
    assert [talk.kind for talk in read[31].interviews] == ["phone_screen", "other"]
    kinds = Counter(talk.kind for row in read.values() for talk in row.interviews)
    assert kinds["phone_screen"] == 33


def test_wide_rows_that_ended_without_a_word_become_rejections_only_when_told_so():
    chosen = mapping(shared(WIDE))
    chosen.answer("ended", "rejected")
    read = rows(shared(WIDE), chosen)
    # 21 rows say N, N; one of them tells that no answer came
    assert Counter(row.stage for row in read) == {"applied": 68, "interview": 12, "rejected": 70}
    waiting = [row for row in rows(shared(WIDE)) if row.needs_a_look]
    assert {code for row in waiting for code, _ in row.questions} == {"ended"}
    assert (len(waiting), {row.stage for row in waiting}) == (20, {"interview"})


def test_wide_likely_doubles_are_the_rows_alike_in_every_cell():
    doubles = [(r.number, r.is_double_of) for r in rows(shared(WIDE)) if r.is_double_of]
    assert doubles == [(53, 47), (122, 33), (140, 124)]
