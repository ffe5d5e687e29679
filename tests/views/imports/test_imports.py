import io
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from math import inf

import pytest
from sqlalchemy import delete, event, func, select

from tests.imported import added, brought, finish, heading, newest, row_url, send, told
from tests.imports.reads import shared, workbook
from tests.worlds import begun, signed_in_as
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.steps import batch_size, staging, work
from tracker.models import (
    Application,
    Import,
    ImportRow,
    Interview,
    Lead,
    Note,
    Rejection,
    StageChange,
)

SHEET = (
    "Company,Role,Status,Date Applied\nAcme,Clerk,Applied,2/3/2026\nBolt,Cook,Rejected,18/3/2026\n"
)

UNSURE = {
    "ended": "ask",
    "no_in_notes": "ask",
    "no_beside_offer": "ask",
    "saved_but_applied": "ask",
    "applied_but_not": "ask",
    "twice": "both",
}
"""Not sure: the rows that hang on it wait, and of two that may be one each is kept."""


def sheet_waits(sign_in):
    browser = sign_in()
    brought(browser, SHEET)
    return signed_in_as(browser)


def sheet_came_in(sign_in):
    browser = sign_in()
    added(browser, SHEET)
    return signed_in_as(browser)


@pytest.fixture
def staged(app, sign_in):
    """A browser of somebody whose sheet of two rows is looked at."""
    return begun(app, sheet_waits, sign_in)


@pytest.fixture
def landed(app, sign_in):
    """A browser of somebody who has brought that sheet in."""
    return begun(app, sheet_came_in, sign_in)


def applications(user):
    return list(db.session.scalars(Application.of(user.id).order_by(Application.position)))


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


@pytest.mark.parametrize(
    ("name", "said", "stages", "leads"),
    [
        (
            "messy-spreadsheet.csv",
            "80 added, 5 need a look",
            {"applied": 35, "rejected": 34, "interview": 11},
            0,
        ),
        (
            "wide-spreadsheet.csv",
            "147 added",
            {"applied": 65, "rejected": 50, "interview": 32},
            0,
        ),
        (
            "jobsync-export.csv",
            "29 added, 11 need a look",
            {"applied": 12, "rejected": 6, "interview": 5},
            6,
        ),
        (
            "semicolon-german.csv",
            "25 added",
            {"applied": 14, "rejected": 4, "interview": 5},
            2,
        ),
    ],
)
def test_each_sample_file_comes_in_with_the_counts_made_by_hand_and_once_more_adds_nothing(
    browser, name, said, stages, leads
):
    answers = UNSURE | {"ended": "interview"}
    url = added(browser, shared(name), name, **answers)

    assert heading(browser.get(url)) == said
    assert Counter(each.stage for each in applications(browser.user)) == stages
    assert count(Lead) == leads
    assert browser.get("/board").status_code == 200
    assert untrue_summaries(db.session(), now()) == []
    assert all(
        each.pinned == (each.offer_open and each.live) for each in applications(browser.user)
    )
    before = count(Application), count(Lead)
    if not leads:
        return  # the same again is asked of those that bring in all there is

    url = added(browser, shared(name), name, **answers)

    assert heading(browser.get(url)).startswith("0 added")
    assert (count(Application), count(Lead)) == before
    shown = browser.get("/settings/history").text
    assert shown.count("<b>Imported</b>") == 2
    assert shown.count(f"<b>Imported</b> · {name}, ") == 2


def test_a_file_that_was_only_looked_at_is_no_import_in_the_accounts_history(browser):
    url = brought(browser, "Company,Role\nEmu,Cook\n")
    assert "<b>Imported</b>" not in browser.get("/settings/history").text

    browser.post(f"{url}/landing")
    finish(browser, url)
    assert "<b>Imported</b> · jobs.csv, 1 row" in browser.get("/settings/history").text

    with writing(browser.user) as session:
        session.execute(delete(Import))
    assert "<b>Imported</b> · a sheet" in browser.get("/settings/history").text


def test_a_column_of_stages_is_no_place_though_it_is_headed_state(browser):
    said = ["applied", "rejected", "offer", "second round", "no reply", "said no"] * 2
    rows = (f"{n:02d}/11/2026,Firm {n},Cook,{word}\n" for n, word in enumerate(said, 1))
    url = added(browser, "When,Company,Role,State\n" + "".join(rows))
    kept = Counter(each.stage for each in applications(browser.user))
    assert kept["rejected"] == 6 and kept["interview"] == 2
    assert not any(each.location for each in applications(browser.user))
    assert heading(browser.get(url)).startswith("12 added")


def test_the_first_page_asks_for_a_file_and_says_that_any_sheet_will_do(browser):
    page = browser.get("/imports").text

    assert 'type="file"' in page
    assert "Any sheet will do" in page


def test_what_is_wrong_with_a_file_stands_above_the_files_that_wait(browser):
    send(browser, SHEET, "waits.csv")

    page = send(browser, b"%PDF-1.7 \x00\x01", "cv.pdf").text
    assert page.index("This is a PDF") < page.index("Go on where you left off")

    page = browser.get("/imports").text
    assert page.index("Go on where you left off") < page.index('type="file"')
    assert page.count('type="file"') == 1


def test_no_file_is_asked_for_kindly(browser):
    response = browser.post("/imports", data={"key": "x"})

    assert response.status_code == 422
    assert "Choose a file first." in response.text


def test_a_file_larger_than_the_cap_gets_the_page_in_the_houses_words(app, browser):
    app.config["MAX_CONTENT_LENGTH"] = 1000

    response = send(browser, b"Company,Role\n" + b"x" * 5000)

    assert response.status_code == 413
    assert "any other file up to 50 MB" in response.text
    assert re.search(r'<a class="button main" href="/imports">\s*Back\s*</a>', response.text)


def test_a_double_tap_brings_the_file_in_once_and_another_file_with_its_key_too(browser):
    first, second = send(browser, SHEET, key="one"), send(browser, SHEET, key="one")
    assert first.headers["Location"] == second.headers["Location"]
    assert count(Import) == 1

    other = send(browser, SHEET.replace("Acme", "Dell"), key="one")
    assert other.headers["Location"] != first.headers["Location"]
    assert count(Import) == 2


def test_the_proposal_is_chosen_so_that_one_tap_leads_to_a_preview_of_every_row(browser):
    """And of what was not understood."""
    url = send(browser, shared("messy-spreadsheet.csv"), "messy.csv").headers["Location"]
    page = browser.get(url)

    assert heading(page) == "83 applications, and 1 row needs a look"
    assert "We can tell from <bdi>18/03/2026</bdi>" in page.text
    assert re.search(r'value="day_first" checked', page.text)
    rejected = page.text.partition("REJECTED - auto email")[2].partition("</li>")[0]
    assert '<option value="rejected" selected>' in rejected
    assert "4 rows · by email" in " ".join(rejected.split())
    assert "How the rest is read: 9 columns" in page.text

    browser.post(f"{url}/mapping", data=UNSURE)
    page = browser.get(url)
    assert heading(page) == "80 rows ready to add"
    assert count(Application) == 0
    first = page.text.partition('id="row-2"')[2].partition("</li>")[0]
    assert "Junior Data Analyst" in first
    assert 'data-stage="applied">Applied<' in first
    assert re.search(r"Applied </span>2 Mar( 2026)?<", first)
    assert "Fremantle WA · award rate · GradConnection" in first
    assert 'id="row-52"' in page.text  # row 44 is blank
    assert 'id="row-53"' not in page.text
    assert 'id="row-53"' in browser.get(f"{url}?show=all&after=52").text
    look = browser.get(f"{url}?show=look").text
    assert "The company is missing." in look
    doubles = browser.get(f"{url}?show=doubles").text
    assert "Same as row 22" in doubles


def test_each_page_says_how_far_one_is(browser):
    url = send(browser, SHEET).headers["Location"]

    def now_at():
        page = browser.get(url).text
        assert page.count('aria-current="step"') == 1
        return page.partition('aria-current="step">')[2].partition("<")[0]

    assert now_at() == "1 Check"
    browser.post(f"{url}/mapping")
    assert now_at() == "2 Look"
    browser.post(f"{url}/landing")
    assert now_at() == "3 Done"


def test_a_status_can_mean_something_else(browser):
    url = send(browser, SHEET).headers["Location"]
    page = browser.get(url).text
    name = re.search(r'(status-[0-9a-f]+)" id="[^"]+" aria-label="What Applied means"', page)
    browser.post(f"{url}/mapping", data={name.group(1): "withdrawn"})
    browser.post(f"{url}/landing")

    acme = next(each for each in applications(browser.user) if each.company == "Acme")
    assert acme.outcome == "withdrawn"
    assert acme.archived_at is not None


def test_dates_can_be_read_the_other_way_round(browser):
    sheet = "Company,Role,Date Applied\nAcme,Clerk,3/4/2026\nBolt,Cook,5/4/2026\n"
    added(browser, sheet, order="month_first")

    days = {each.company: each.applied_on for each in applications(browser.user)}
    assert days == {"Acme": date(2026, 3, 4), "Bolt": date(2026, 5, 4)}


def test_two_columns_for_one_fact_are_refused_beside_the_second(browser):
    url = send(browser, SHEET).headers["Location"]
    answer = browser.post(f"{url}/mapping", data={"column-1": "company"})

    page = browser.get(answer.headers["Location"]).text
    error = page.partition('id="column-1-error"')[2].partition("</p>")[0]
    assert "“Company” is read as Company already" in error


def test_a_sheet_without_a_company_asks_which_column_it_is(browser):
    url = send(browser, "Kind,Role,Colour\nx,Clerk,red\ny,Cook,blue\n").headers["Location"]
    answer = browser.post(f"{url}/mapping")
    page = browser.get(answer.headers["Location"]).text
    assert "Which column is the company? Choose it here." in page

    assert browser.post(f"{url}/mapping", data={"column-0": "company"}).status_code == 303
    assert heading(browser.get(url)) == "2 rows ready to add"


def test_a_choice_that_is_not_offered_is_refused(browser):
    url = send(browser, SHEET).headers["Location"]

    for typed in ({"column-0": "shoe"}, {"order": "sideways"}, {"ended": "well"}):
        assert browser.post(f"{url}/mapping", data=typed).status_code == 422, typed


def test_another_column_for_the_statuses_shows_them_before_going_on(browser):
    sheet = (
        "Company,Role,Status,Where it is\nAcme,Clerk,Applied,Rejected\nBolt,Cook,Applied,Offer\n"
    )
    url = send(browser, sheet).headers["Location"]
    browser.post(f"{url}/mapping", data={"column-2": "notes", "column-3": "status"})
    page = browser.get(url).text

    assert "The statuses come from another column now." in page
    assert "What Offer means" in page


def test_what_was_read_wrongly_can_be_read_again(staged):
    url = newest()
    assert staged.get(f"{url}/mapping").status_code == 200
    staged.post(f"{url}/mapping", data={"column-3": "notes"})
    staged.post(f"{url}/landing")

    assert [each.applied_on for each in applications(staged.user)] == [None, None]
    assert "Date Applied: 2/3/2026" in db.session.scalars(select(Note.body)).all()


def test_likely_doubles_are_left_out_until_the_person_wants_them(browser):
    sheet = "Company,Role,Status\nAcme,Clerk,Applied\nAcme,Clerk,Applied\nBolt,Cook,Applied\n"
    url = added(browser, sheet)
    assert count(Application) == 2
    assert "3 rows · 1 is a repeat, left out" in " ".join(browser.get(url).text.split())

    browser.post(f"{url}/duplicates", data={"duplicates": "keep"})
    assert count(Application) == 3
    assert heading(browser.get(url)) == "3 added"


def test_likely_doubles_can_be_kept_before_the_import(browser):
    url = brought(browser, "Company,Role,Status\nAcme,Clerk,Applied\nAcme,Clerk,Applied\n")
    browser.post(f"{url}/duplicates", data={"duplicates": "keep"})
    assert heading(browser.get(url)) == "2 rows ready to add"
    browser.post(f"{url}/landing")

    assert count(Application) == 2


def test_two_in_the_file_and_one_there_leave_one_new(browser, build):
    build.application(browser.user, company="ACME", role="clerk", applied_on=None)
    url = added(browser, "Company,Role,Status,Notes\nAcme,Clerk,Applied,x\nAcme,Clerk,Applied,y\n")

    assert told(browser.get(url)) == ("1 added", "1 was there already: 1 has updates.")
    assert count(Application) == 2


def test_what_another_person_has_is_not_there_already(browser, sign_in, build):
    build.application(sign_in().user, company="Acme", role="Clerk", applied_on=date(2026, 3, 2))
    url = added(browser, SHEET)

    assert heading(browser.get(url)) == "2 added"


def test_a_row_can_be_left_out_and_brought_back(staged):
    url = newest()
    place = row_url(staged.get(url), 2)
    assert "Leave it out" in staged.get(place).text
    staged.post(f"{place}/inclusion", data={"include": "0"})
    assert heading(staged.get(url)) == "1 row ready to add"
    assert "Add it too" in staged.get(place).text
    staged.post(f"{place}/inclusion", data={"include": "1"})
    assert heading(staged.get(url)) == "2 rows ready to add"


FORM = {"company": "Found Ltd", "role": "Clerk", "choice": "interview", "applied_on": "2026-04-05"}


def test_a_row_that_needs_a_look_is_corrected_before_the_import(browser):
    url = brought(browser, "Company,Role,Status\n,Clerk,Applied\nBolt,Cook,Applied\n")
    place = row_url(browser.get(url), 2)
    page = browser.get(place).text
    assert "The company is missing." in page
    assert browser.post(place, data={**FORM, "company": ""}).status_code == 422
    assert browser.post(place, data=FORM).status_code == 303
    browser.post(f"{url}/mapping", data={"column-2": "status"})  # the rest is read again
    assert heading(browser.get(url)) == "2 rows ready to add"
    browser.post(f"{url}/landing")

    found = {each.company: each for each in applications(browser.user)}
    assert found["Found Ltd"].stage == "interview"
    assert found["Found Ltd"].applied_on == date(2026, 4, 5)


def test_a_row_that_needs_a_look_is_corrected_after_the_import_and_joins_the_others(browser):
    url = added(browser, "Company,Role,Status\n,Clerk,Applied\nBolt,Cook,Applied\n")
    assert heading(browser.get(url)) == "1 added, 1 needs a look"
    place = row_url(browser.get(url), 2)
    browser.post(place, data=FORM)

    assert heading(browser.get(url)) == "2 added"
    newest = next(each for each in applications(browser.user) if each.company == "Found Ltd")
    path = select(StageChange.after).where(StageChange.application_id == newest.id)
    assert list(db.session.scalars(path.order_by(StageChange.id))) == ["applied", "interview"]
    assert browser.get(place).status_code == 404  # it has landed


def test_contradictions_are_answered_for_all_rows_at_once_before_the_import_and_after(browser):
    url = brought(browser, shared("jobsync-export.csv"), "jobsync.csv", **UNSURE)
    page = browser.get(url)
    assert "9 rows marked as saved, with a sign that you applied. Did you apply?" in page.text
    browser.post(f"{url}/answers", data={"code": "saved_but_applied", "answer": "application"})
    assert heading(browser.get(url)) == "38 rows ready to add"
    browser.post(f"{url}/landing")
    assert heading(browser.get(url)) == "38 added, 2 need a look"
    browser.post(f"{url}/answers", data={"code": "applied_but_not", "answer": "lead"})

    assert heading(browser.get(url)) == "40 added"
    assert (count(Application), count(Lead)) == (32, 8)


def test_an_answer_that_was_not_chosen_is_asked_for_once_more(browser):
    url = brought(browser, "Company,Role,Status\nAcme,Clerk,humming along\n")
    assert heading(browser.get(url)) == "1 row needs a look"
    code = re.search(r'name="code" value="([^"]+)"', browser.get(url).text)[1]

    assert browser.post(f"{url}/answers", data={"code": code, "answer": ""}).status_code == 303
    assert "Choose an answer first." in browser.get(url).text


def test_an_answer_to_nothing_is_refused(staged):
    url = newest()

    for typed in ({"code": "x", "answer": "lead"}, {"code": "ended", "answer": "x"}, {}):
        assert staged.post(f"{url}/answers", data=typed).status_code == 400, typed
        assert staged.post(f"{url}/duplicates", data=typed).status_code == 400, typed


def test_the_newest_stands_on_top_below_what_was_there(browser, build):
    mine = build.application(browser.user, company="Mine")
    lines = ("Old,A,2026-01-05", "New,B,2026-05-05", "Unknown,C,", "Mid,D,2026-03-05")
    added(browser, "\n".join(["Company,Role,Date Applied", *lines]))

    order = [each.company for each in applications(browser.user)]
    assert order == [mine.company, "New", "Mid", "Old", "Unknown"]


def test_an_open_offer_is_pinned_and_its_day_stays_unknown(browser):
    added(browser, "Company,Role,Status\nAcme,Clerk,Offer\nBolt,Cook,Accepted!\n")
    found = {each.company: each for each in applications(browser.user)}

    acme, bolt = found["Acme"], found["Bolt"]
    assert (acme.pinned, acme.offer_open) == (True, True)
    assert (acme.offer_received_on, acme.offer_note) == (None, "")
    assert "Answer the offer" in browser.get("/today").text
    assert not bolt.pinned
    assert (bolt.outcome, bolt.offer_decision) == ("offer_accepted", "accepted")
    assert bolt.offer_received_on is None


def test_an_offer_says_nothing_of_an_interview_unless_the_sheet_does(browser):
    added(
        browser,
        "Company,Role,Status,Interview date\nAcme,Clerk,Offer,\nBolt,Cook,Offer,2026-03-02\n"
        "Cask,Baker,Offer accepted,\n",
    )
    found = {each.company: (each.stage, each.interviewed) for each in applications(browser.user)}

    assert found == {
        "Acme": ("applied", False), "Bolt": ("interview", True), "Cask": ("applied", False),
    }  # fmt: skip


def test_an_imported_no_rests_and_unknown_days_stay_unknown(browser):
    added(browser, "Company,Role,Status\nAcme,Clerk,rejected after interview\n")
    (acme,) = applications(browser.user)
    (no,) = db.session.scalars(select(Rejection))
    changes = list(db.session.scalars(select(StageChange).order_by(StageChange.id)))

    assert acme.rest_until == no.rest_until > datetime(2900, 1, 1, tzinfo=UTC)
    assert acme.rejection_recorded
    assert (no.on, no.stage_reached) == (None, "interview")
    assert [(each.before, each.after, each.on) for each in changes] == [
        (None, "applied", None),
        ("applied", "interview", None),
        ("interview", "rejected", None),
    ]
    assert db.session.scalars(select(Interview.starts_at)).all() == [None]
    assert "Paused" in browser.get(f"/applications/{acme.id}").text


def test_undo_takes_everything_back_and_can_itself_be_undone(browser):
    url = added(browser, shared("messy-spreadsheet.csv"), **UNSURE)
    assert "on your board, " in browser.get(url).text
    response = browser.post(f"{url}/reversal")
    assert response.status_code == 303
    page = browser.get(url)
    assert heading(page) == "Import undone"
    assert "What it added is removed." in page.text
    for model in (Application, StageChange, Interview, Rejection, Note):
        assert count(model) == 0

    browser.post(f"{url}/landing")
    assert heading(browser.get(url)) == "80 added, 5 need a look"


def test_undo_asks_about_what_was_changed_since_and_keeps_it(landed):
    url = newest()
    acme = next(each for each in applications(landed.user) if each.company == "Acme")
    landed.post(
        f"/applications/{acme.id}/stage", data={"stage": "interview", "version": acme.version}
    )
    response = landed.post(f"{url}/reversal")
    assert response.headers["Location"].endswith("/reversal")
    page = landed.get(f"{url}/reversal").text
    assert "Acme" in page
    assert "Bolt" not in page
    assert count(Application) == 2

    landed.post(f"{url}/reversal", data={"changed": "keep"})
    assert [each.company for each in applications(landed.user)] == ["Acme"]
    assert "1 row stays in Onward, because you changed it." in landed.get(url).text
    landed.post(f"{url}/landing")
    assert count(Application) == 2


def test_undo_can_take_back_what_was_changed_too(landed, build):
    url = newest()
    acme = next(each for each in applications(landed.user) if each.company == "Acme")
    build.note(acme)
    landed.post(f"{url}/reversal", data={"changed": "remove"})

    assert count(Application) == 0


def test_undo_leaves_what_was_there_before(browser, build):
    build.application(browser.user, company="Acme", role="Clerk", applied_on=date(2026, 3, 2))
    url = added(browser, SHEET)
    assert told(browser.get(url)) == ("1 added", "1 was there already.")
    browser.post(f"{url}/reversal")

    assert [each.company for each in applications(browser.user)] == ["Acme"]


@pytest.mark.both_databases
def test_a_lead_that_was_applied_for_since_is_kept(browser):
    url = added(browser, shared("semicolon-german.csv"))
    lead = db.session.scalar(select(Lead).where(Lead.company == "Peak Outdoor"))
    saved = lead.created_at.astimezone(browser.user.zone).date()
    assert saved == date(2026, 3, 10), "it keeps the day on which it was saved"
    assert lead.role in browser.get("/leads").text
    browser.post(f"/leads/{lead.id}/application")
    browser.post(f"{url}/reversal", data={"changed": "keep"})

    assert [each.company for each in applications(browser.user)] == ["Peak Outdoor"]
    assert count(Lead) == 1


def test_a_forgotten_file_leaves_what_it_added(landed):
    url = newest()
    landed.post(f"{url}/deletion")

    assert "What it added stays" in landed.get("/imports").text
    assert landed.get(url).status_code == 404
    assert (count(Import), count(ImportRow), count(Application)) == (0, 0, 2)


def test_a_forgotten_file_that_added_nothing_is_told_so(staged):
    url = newest()
    staged.post(f"{url}/deletion")
    page = staged.get("/imports").text

    assert "It had added nothing" in page
    assert "What it added stays" not in page


def test_an_application_of_tomorrow_needs_a_look_and_comes_in_when_it_had_one(browser):
    tomorrow = now().astimezone(browser.user.zone).date() + timedelta(days=1)
    sheet = f"Company,Role,Status,Date Applied\nAcme,Clerk,Applied,{tomorrow}\n"
    url = added(browser, sheet)

    assert heading(browser.get(url)) == "0 added, 1 needs a look"
    page = browser.get(f"{url}?show=needs_a_look")
    assert "That day is still ahead" in page.text
    assert "Add as read" in browser.get(row_url(page, 2)).text
    browser.post(f"{row_url(page, 2)}/inclusion", data={"include": "1"})
    assert [each.applied_on for each in applications(browser.user)] == [tomorrow]


@pytest.mark.parametrize("day", ["31/02/2026", "3/4/2026"])
def test_a_row_whose_day_is_not_read_is_added_without_it_and_says_so(browser, day):
    sheet = f"Company,Role,Status,Date Applied\nAcme,Clerk,Applied,{day}\n"
    url = added(browser, sheet, order="ask")
    row = row_url(browser.get(f"{url}?show=needs_a_look"), 2)
    page = browser.get(row).text
    assert "Add without the date" in page
    assert "Add as read" not in page

    browser.post(f"{row}/inclusion", data={"include": "1"})
    assert [each.applied_on for each in applications(browser.user)] == [None]


def test_after_the_import_the_columns_are_settled(landed):
    url = newest()

    assert landed.get(f"{url}/mapping").status_code == 409
    assert landed.post(f"{url}/mapping").status_code == 409


def test_another_persons_import_is_not_found(staged, sign_in):
    url = newest()
    place = row_url(staged.get(url), 2)
    other = sign_in()

    for path in ("", "/mapping", "/reversal"):
        assert other.get(url + path).status_code == 404
    for path in (
        "/mapping",
        "/staging",
        "/landing",
        "/duplicates",
        "/answers",
        "/reversal",
        "/deletion",
    ):
        assert other.post(url + path, data={"duplicates": "keep"}).status_code == 404
    assert other.get(place).status_code == 404
    assert other.post(place, data=FORM).status_code == 404
    assert other.post(f"{place}/inclusion", data={"include": "0"}).status_code == 404
    assert heading(staged.get(url)) == "2 rows ready to add"


def test_a_row_of_another_import_is_not_found_under_this_one(browser):
    first = brought(browser, SHEET)
    second = brought(browser, SHEET.replace("Acme", "Dell"))
    place = row_url(browser.get(second), 2).replace(second, first)

    assert browser.get(place).status_code == 404


def test_a_list_costs_the_same_with_many_rows(browser):
    def asked(url):
        statements = []

        def note(connection, cursor, statement, *rest):
            statements.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        browser.get(url)
        event.remove(db.engine, "before_cursor_execute", note)
        return len([each for each in statements if each.startswith("SELECT")])

    few = brought(browser, SHEET)
    many = brought(browser, shared("wide-spreadsheet.csv"))
    browser.get(few)

    assert asked(few) <= 6
    assert asked(many) <= 7
    assert asked("/imports") <= 3


def test_many_rows_come_in_step_by_step(browser, monkeypatch):
    """More than any part of it takes at once."""
    lines = "".join(f"Company {n},Clerk,Applied,{n % 28 + 1}/3/2026\n" for n in range(110))
    monkeypatch.setattr(work, "SLICE", 0.0)
    monkeypatch.setattr(staging, "AT_ONCE", 40)
    monkeypatch.setattr(batch_size, "FIRST", 50)
    monkeypatch.setattr(work, "go_on", lambda user, import_id: None)
    url = send(browser, "Company,Role,Status,Date Applied\n" + lines).headers["Location"]
    assert "Taking in · 50 rows so far" in browser.get(url).text
    assert re.search(r"taking in, \d+&nbsp;%", browser.get("/imports").text)
    while "Taking in" in browser.get(url).text:
        browser.post(f"{url}/staging")

    browser.post(f"{url}/mapping")
    page = browser.get(url)
    assert "Reading · 40 of 110" in page.text
    part = browser.post(f"{url}/staging", htmx=True)
    assert part.text.lstrip().startswith("<form")
    assert "Reading · 80 of 110" in part.text
    assert browser.get("/board").status_code == 200  # others go on meanwhile
    for _ in range(2):
        browser.post(f"{url}/staging")
    assert heading(browser.get(url)) == "110 rows ready to add"

    browser.post(f"{url}/landing")
    assert "Adding · 50 of 110" in browser.get(url).text
    assert re.search(r"adding, 45&nbsp;%", browser.get("/imports").text)
    while 'id="work"' in browser.get(url).text:
        last = browser.post(f"{url}/staging", htmx=True)
    assert last.headers["HX-Redirect"] == url
    assert heading(browser.get(url)) == "110 added"
    assert count(Application) == 110


def test_a_step_that_two_processes_take_at_once_is_taken_once(staged, monkeypatch):
    from tracker.imports.steps import insert

    url = newest()
    ready = insert._ready

    def overtaken(import_id, count_):
        rows = ready(import_id, count_)
        if rows and not count(Application):
            monkeypatch.setattr(insert, "_ready", ready)
            insert.insert_ready_rows(staged.user, import_id, datetime.now(UTC), inf)
        return rows

    monkeypatch.setattr(insert, "_ready", overtaken)
    staged.post(f"{url}/landing")

    assert count(Application) == 2


def test_a_workbook_and_tabs_come_in_too(browser):
    book = workbook(
        ["Company", "Role", "Date applied"],
        ["Acme", "Clerk", date(2026, 3, 7)],
        sheets={"Ideas": [["Idea", "When"], ["Ask Mia", "soon"]]},
    )
    url = send(browser, book, "jobs.xlsx").headers["Location"]
    assert "<bdi>Ideas</bdi> · 1 row" in browser.get(url).text
    added(browser, "Company\tRole\tStatus\nBolt\tCook\tApplied\n".encode("utf-16"), "jobs.tsv")
    added(browser, book, "jobs.xlsx")

    assert {each.company for each in applications(browser.user)} == {"Acme", "Bolt"}


def test_words_that_would_be_code_are_shown_as_words(browser):
    url = brought(
        browser, 'Company,Role,Notes\n<script>x</script>,"=1+1","<img src=x>"\n', "<b>.csv"
    )
    page = browser.get(url).text

    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page
    assert "<b>.csv" not in page
    assert "=1+1" in page


def test_an_import_whose_file_came_only_in_part_says_so_beside_the_field(browser, build):
    made = build.spreadsheet(browser.user)

    browser.post(f"/imports/{made.id}/staging")
    page = browser.get(f"/imports/{made.id}").text
    assert "came only in part" in page.partition('id="file-error"')[2].partition("</p>")[0]
    browser.post(f"/imports/{made.id}/deletion")
    assert count(Import) == 0


def test_a_page_number_that_is_none_shows_the_first_page(staged):
    url = newest()

    for odd in ("?after=9.9.9", "?show=zzz&after=-1", "?after=99999999999999999999", "?after=٣"):
        assert staged.get(url + odd).status_code == 200


def test_the_list_says_how_far_each_file_came(browser):
    added(browser, SHEET, "first.csv")
    brought(browser, SHEET.replace("Acme", "Dell"), "second.csv")
    page = browser.get("/imports").text

    assert "2 rows · 2 added" in " ".join(page.split())
    assert 'aria-label="Go on with second.csv"' in page


def test_a_file_is_read_the_same_whatever_it_is_called(browser):
    response = browser.post(
        "/imports",
        data={"file": (io.BytesIO(SHEET.encode()), "C:\\Users\\me\\..\\jobs.csv"), "key": "k"},
        content_type="multipart/form-data",
    )

    assert "jobs.csv</bdi>" in browser.get(response.headers["Location"]).text


def test_ghosted_and_a_closed_role_end_as_what_they_are_on_no_known_day(browser):
    sheet = (
        "Company,Role,Status,Date Applied\nAcme,Clerk,Ghosted,2/3/2026\n"
        "Bolt,Cook,Position cancelled,18/3/2026\n"
    )
    added(browser, sheet)
    ghosted, closed = applications(browser.user)

    assert (ghosted.state_label, ghosted.ending) == ("No answer", "no_answer")
    assert (ghosted.rejection_on, ghosted.stage_since, ghosted.no_stands) == (None, None, False)
    assert ghosted.rest_until is None, "silence is nothing to rest from"
    assert (closed.state_label, closed.archived_on) == ("Role closed", None)
    latest = StageChange.latest(db.session(), ghosted)
    assert latest is not None and latest.on is None
