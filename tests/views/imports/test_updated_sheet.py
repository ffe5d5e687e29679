"""The same sheet once more, kept up since: what changed is shown, taken over, and taken back."""

import re
from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from tests.account_file.files import content_of
from tests.imported import added, brought, heading, newest, row_url, told
from tests.imports.reads import shared
from tests.worlds import begun, signed_in_as
from tracker.account_file.account import Account
from tracker.account_file.restore import restore_account
from tracker.backup.consistency import other_stages, untrue_summaries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Application,
    ImportRow,
    Interview,
    KnownRow,
    Lead,
    Note,
    Offer,
    Rejection,
    StageChange,
)
from tracker.models.changes.rejection import reject

HEAD = "Company,Role,Date Applied,Status,Notes,Link\n"
ROW = "Acme,Clerk,2026-03-02,{},{},https://jobs.example.com/a1\n"


def sheet(status="Applied", notes="", head=HEAD, row=ROW):
    return head + row.format(status, notes)


def applications():
    db.session.rollback()
    db.session.expire_all()
    return list(db.session.scalars(select(Application).order_by(Application.id)))


def only():
    (application,) = applications()
    return application


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def section(page):
    return page.text.partition('aria-labelledby="changes"')[2].partition("</section>")[0]


def ticks(page, ticked=None):
    """What the section would send: all that it shows, with what is ticked beforehand."""
    part = section(page)
    boxes = re.findall(r'name="take" value="([^"]+)"[^>]*?( checked)?>', part)
    chosen = [value for value, on in boxes if on] if ticked is None else ticked
    return {"seen": re.findall(r'name="seen" value="(\d+)"', part), "take": chosen}


def take_over(browser, content, **typed):
    """Bring a sheet in and add it, with what is ticked beforehand."""
    url = brought(browser, content, **typed)
    browser.post(f"{url}/landing", data=ticks(browser.get(url)))
    return url


def sheet_came_in(sign_in):
    browser = sign_in()
    added(browser, sheet())
    return signed_in_as(browser)


def three_came_in(sign_in):
    browser = sign_in()
    added(browser, shared("again-1.csv"), "jobs.csv")
    return signed_in_as(browser)


def three_were_brought_up_to_date(sign_in):
    browser = sign_in()
    added(browser, shared("again-1.csv"), "jobs.csv")
    take_over(browser, shared("again-2.csv"))
    return signed_in_as(browser)


@pytest.fixture
def known(app, sign_in):
    """A browser of somebody who brought a sheet of one row in."""
    return begun(app, sheet_came_in, sign_in)


@pytest.fixture
def three(app, sign_in):
    """The same, with three rows."""
    return begun(app, three_came_in, sign_in)


@pytest.fixture
def up_to_date(app, sign_in):
    """The same, with what a second sheet told of them taken over."""
    return begun(app, three_were_brought_up_to_date, sign_in)


def test_what_changed_is_shown_beside_what_is_here_and_comes_in_with_the_import(three):
    url = brought(three, shared("again-2.csv"), "jobs.csv")
    page = three.get(url)

    assert heading(page) == "2 rows ready to add"
    assert "Updates for 2 you already have" in section(page)
    assert "Applied" in section(page)
    assert "Rejected" in section(page)
    assert "they chose an internal person" in section(page)
    assert [each.stage for each in applications()] == ["applied"] * 3
    assert "Add 2 rows and updates" in " ".join(page.text.split())

    three.post(f"{url}/landing", data=ticks(page))

    assert told(three.get(url)) == (
        "2 added",
        "2 were there already, and are up to date now.",
    )
    stages = {(each.company, each.link[-2:]): each.stage for each in applications()}
    assert stages == {
        ("Marlow Ferries", "e1"): "rejected",
        ("Larkspur Bakery", "e2"): "interview",
        ("Hayfield Staffing", "e3"): "applied",
        ("Hayfield Staffing", "e9"): "applied",
        ("Tern Island Parks", "e4"): "applied",
    }
    notes = set(db.session.scalars(select(Note.body)))
    assert notes == {"they chose an internal person", "call on Tuesday 10:00"}


def test_one_undo_takes_back_the_new_rows_and_what_was_taken_over(up_to_date):
    url = newest()
    up_to_date.post(f"{url}/reversal")

    assert heading(up_to_date.get(url)) == "Import undone"
    assert [(each.company, each.stage) for each in applications()] == [
        ("Marlow Ferries", "applied"),
        ("Larkspur Bakery", "applied"),
        ("Hayfield Staffing", "applied"),
    ]
    assert (count(Note), count(Rejection), count(Interview)) == (0, 0, 0)
    assert not any(each.interviewed or each.rejection_recorded for each in applications())

    up_to_date.post(f"{url}/landing", data=ticks(up_to_date.get(url)))
    assert len(applications()) == 5
    assert count(Rejection) == 0

    up_to_date.post(f"{url}/changes", data=ticks(up_to_date.get(url)) | {"act": "take"})
    assert count(Rejection) == 1


def test_an_import_that_was_taken_back_is_offered_again_from_the_file(up_to_date):
    url = newest()
    up_to_date.post(f"{url}/reversal")
    up_to_date.post(f"{url}/deletion")

    again = up_to_date.get(brought(up_to_date, shared("again-2.csv")))
    assert "Updates for 2 you already have" in section(again)


@pytest.mark.both_databases
def test_what_a_sheet_tells_since_of_a_no_of_a_company_renamed_here_and_of_talks(browser):
    """A no has its day and rests, a renamed company is known, a talk put off is moved."""
    sheet = (
        "Company,Role,Date Applied,Status,Interview Date,Rejected on\n"
        "Acme,Clerk,2026-03-02,{},,{}\nBolt,Cook,2026-03-03,{},,\nCrux,Guide,2026-03-04,{},{},\n"
    )
    added(browser, sheet.format("Applied", "", "Applied", "Applied", ""))
    bolt = applications()[1]
    with writing(browser.user) as session:
        session.get(Application, bolt.id).company = "Bolt Holdings"
    since = "Rejected", "2026-03-20", "Rejected", "Interview"
    url = take_over(browser, sheet.format(*since, "2026-03-10"))

    assert told(browser.get(url)) == (
        "0 added",
        "3 were there already, and are up to date now.",
    )
    acme, bolt, crux = applications()
    no = db.session.scalars(Rejection.of(acme)).one()
    assert (no.on, acme.stage, acme.stage_since) == (date(2026, 3, 20), "rejected", no.on)
    assert acme.rest_until is not None
    assert acme.rest_until.year > 2900
    assert (bolt.company, bolt.stage) == ("Bolt Holdings", "rejected")
    (talk,) = db.session.scalars(select(Interview))
    assert (talk.on, crux.stage) == (date(2026, 3, 10), "interview")

    url = take_over(browser, sheet.format(*since, "2026-03-12"))
    db.session.expire_all()
    assert [each.on for each in db.session.scalars(select(Interview))] == [date(2026, 3, 12)]
    browser.post(f"{url}/reversal")
    db.session.expire_all()
    assert [each.on for each in db.session.scalars(select(Interview))] == [date(2026, 3, 10)]


def test_what_was_moved_here_stays_where_it_is(known):
    acme = only()
    known.post(
        f"/applications/{acme.id}/stage", data={"stage": "interview", "version": acme.version}
    )
    url = brought(known, sheet("Rejected"))
    page = known.get(url)
    assert "Interview" in section(page)
    known.post(f"{url}/landing", data=ticks(page))

    assert only().stage == "interview"
    assert "Updates for 1 you already have" in section(known.get(url))

    chosen = [f"{ticks(page)['seen'][0]}:status"]
    known.post(f"{url}/changes", data={**ticks(page, chosen), "act": "take"})
    assert only().stage == "rejected"
    assert told(known.get(url)) == (
        "0 added",
        "1 was there already, and is up to date now.",
    )


def test_one_can_be_left_and_the_other_taken(known):
    url = brought(known, sheet("Rejected", "they wrote kindly"))
    row = ticks(known.get(url))["seen"][0]
    known.post(f"{url}/landing", data={"seen": row, "take": f"{row}:notes"})

    assert only().stage == "applied"
    assert count(Note) == 1


def test_doubles_that_are_added_later_take_no_change_along(browser):
    twice = "Bolt,Cook,2026-03-05,Applied,,\n" * 2
    added(browser, sheet())
    url = brought(browser, sheet("Rejected") + twice)
    page = browser.get(url)
    browser.post(f"{url}/landing", data={**ticks(page), "take": []})
    browser.post(f"{url}/changes", data={"act": "all"})
    browser.post(f"{url}/duplicates", data={"duplicates": "keep"})

    assert told(browser.get(url)) == ("2 added", "1 was there already: 1 has updates.")
    assert Counter(each.stage for each in applications()) == {"applied": 3}


def test_all_and_none_are_one_tap_each(three):
    url = brought(three, shared("again-2.csv"))
    before = ticks(three.get(url))
    assert len(before["take"]) == 4

    three.post(f"{url}/changes", data={**before, "act": "none"})
    assert ticks(three.get(url))["take"] == []
    three.post(f"{url}/changes", data={**before, "act": "all"})
    assert ticks(three.get(url))["take"] == before["take"]


def test_a_long_list_goes_on_and_keeps_the_ticks_of_each_page(browser, monkeypatch):
    monkeypatch.setattr("tracker.views.imports.changes_presenter.SHOWN", 5)
    line = "Company {n},Clerk,2026-03-02,{status},,\n"
    added(browser, HEAD + "".join(line.format(n=n, status="Applied") for n in range(7)))
    url = brought(browser, HEAD + "".join(line.format(n=n, status="Rejected") for n in range(7)))
    first = browser.get(url)
    assert "Updates for 7 you already have" in section(first)
    after = re.search(r'name="after" value="([^"]+)"', section(first)).group(1)
    sent = browser.post(
        f"{url}/changes", data={**ticks(first, []), "act": "more", "after": after}
    ).headers["Location"]
    second = browser.get(sent.partition("#")[0])
    assert len(ticks(second)["seen"]) == 2
    browser.post(f"{url}/landing", data=ticks(second))

    assert Counter(each.stage for each in applications()) == {"applied": 5, "rejected": 2}


def test_what_is_kept_as_it_is_here_is_not_asked_about_again(known):
    url = brought(known, sheet("Rejected"))
    known.post(f"{url}/changes", data={**ticks(known.get(url), []), "act": "keep"})
    assert not section(known.get(url))

    again = brought(known, sheet("Rejected"))
    assert not section(known.get(again))
    third = brought(known, sheet("Interview"))
    assert "Interview" in section(known.get(third))


def test_a_button_that_there_is_not_is_refused(known):
    assert known.post(f"{newest()}/changes", data={"act": "shoe"}).status_code == 400


def test_ticks_of_another_persons_rows_change_nothing(known, sign_in):
    url = brought(known, sheet("Rejected"))
    row = ticks(known.get(url))["seen"][0]
    other = sign_in()
    theirs = brought(other, sheet())

    other.post(f"{theirs}/landing", data={"seen": row, "take": f"{row}:status"})
    assert other.post(f"{url}/changes", data={"act": "all"}).status_code == 404
    assert db.session.get(ImportRow, int(row)).state == "changed"


def test_what_was_edited_after_it_was_taken_over_stays_and_is_said(known):
    url = take_over(known, sheet("Rejected", "they wrote kindly"))
    acme = only()
    with writing(known.user) as session:
        no = session.scalar(select(Rejection))
        no.went_well = "I asked good questions"
    assert known.post(f"{url}/reversal").headers["Location"].endswith("/reversal")
    page = known.get(f"{url}/reversal").text
    assert "That stays as it is" in page
    assert acme.role in page
    known.post(f"{url}/reversal", data={"changed": "keep"})

    assert only().stage == "rejected"
    assert count(Note) == 0
    assert "Changed here since, kept" in known.get(url).text


def test_a_further_step_of_a_wide_sheet_is_an_interview_of_its_kind(browser):
    head = "Company,Role,Applied,Phone Screen,Onsite,Rejected\n"
    added(browser, head + "Acme,Clerk,Y,Y,,\nBolt,Cook,Y,,,\n")
    url = take_over(browser, head + "Acme,Clerk,Y,Y,Y,Y\nBolt,Cook,Y,Y,,\n")
    found = sorted(
        (application.company, talk.kind)
        for application in applications()
        for talk in db.session.scalars(Interview.of(application))
    )
    assert found == [("Acme", "onsite"), ("Acme", "phone_screen"), ("Bolt", "phone_screen")]
    assert [each.stage for each in applications()] == ["rejected", "interview"]
    browser.post(f"{url}/reversal")
    assert count(Interview) == 1


def test_a_row_that_was_unclear_and_is_known_waits_beside_what_is_here(known):
    url = brought(known, sheet("blubb", "they rang"))
    page = known.get(url)
    assert not section(page)
    assert "We don" in page.text
    known.post(f"{row_url(page, 2)}/inclusion", data={"include": "1"})

    assert "they rang" in section(known.get(url))
    known.post(f"{url}/landing", data=ticks(known.get(url)))
    assert len(applications()) == 1
    assert "they rang" in db.session.scalar(select(Note.body))


def test_a_row_that_is_corrected_by_hand_is_still_known(known):
    url = brought(known, sheet("blubb"))
    typed = {
        "company": "Acme",
        "role": "Clerk",
        "choice": "rejected",
        "applied_on": "2026-03-02",
        "link": "https://jobs.example.com/a1",
    }
    known.post(row_url(known.get(url), 2), data=typed)
    known.post(f"{url}/landing", data=ticks(known.get(url)))

    assert only().stage == "rejected"


def test_an_account_that_comes_in_as_a_file_remembers_what_the_sheet_said(up_to_date, sign_in):
    file = content_of(up_to_date.user)
    other = sign_in()
    restore_account(other.user, Account(file), now())
    db.session.rollback()
    page = up_to_date.get(brought(up_to_date, shared("again-2.csv")))
    theirs = other.get(brought(other, shared("again-2.csv")))

    assert not section(page)
    assert not section(theirs)


def test_an_offer_and_its_answer_come_in_as_what_they_are(browser):
    added(browser, sheet("Interview"))
    url = take_over(browser, sheet("Offer"))
    assert only().offer_open
    later = take_over(browser, sheet("Accepted"))
    acme = only()
    assert (acme.outcome, acme.offer_decision, count(Offer)) == ("offer_accepted", "accepted", 1)
    assert acme.archived_on is None  # the sheet doesn't say when

    browser.post(f"{later}/reversal")
    assert (only().outcome, only().offer_open) == (None, True)
    browser.post(f"{url}/reversal")
    assert (count(Offer), only().stage) == (0, "interview")


ENDS = {
    "Withdrawn": "withdrawn",
    "Position closed": "role_closed",
    "Offer accepted": "offer_accepted",
    "Offer declined": "offer_declined",
}


def test_an_end_that_the_sheet_tells_later_is_taken_over_once_and_goes_back(browser):
    """Another answer to an offer is no further offer."""
    rows = "".join(f"{status} Ltd,Clerk,2026-03-02,{{}},,\n" for status in ENDS)
    rows += "Other Ltd,Clerk,2026-03-02,{},,\n"
    told = HEAD + rows.format(*ENDS, "Offer declined")
    added(browser, HEAD + rows.format(*["Applied"] * len(ENDS), "Accepted"))
    url = take_over(browser, told)
    *others, other = applications()
    assert {each.company: (each.outcome, each.archived_on) for each in others} == {
        f"{status} Ltd": (outcome, None) for status, outcome in ENDS.items()
    }
    assert (other.outcome, other.offer_decision) == ("offer_declined", "declined")
    assert len(db.session.scalars(Offer.of(other.id)).all()) == 1

    assert not section(browser.get(brought(browser, told)))

    browser.post(f"{url}/reversal")
    *others, other = applications()
    assert {(each.outcome, each.archived_at) for each in others} == {(None, None)}
    assert (other.outcome, other.offer_decision) == ("offer_accepted", "accepted")
    assert count(Offer) == 1


def test_feedback_that_a_sheet_tells_of_goes_back_in_one_go(known):
    url = take_over(known, sheet("Feedback received"))
    assert only().stage == "feedback_received"
    response = known.post(f"{url}/reversal")

    assert not response.headers["Location"].endswith("/reversal")
    assert (only().stage, count(Rejection)) == ("applied", 0)


def test_an_offer_taken_back_here_is_a_no_to_a_sheet(browser):
    added(browser, sheet("Offer"))
    acme = only()
    with writing(browser.user) as session:
        application = session.get(Application, acme.id)
        reject(session, application, Rejection.beside(application, now()), now(), browser.user)
    assert only().ending == "taken_back"

    assert not section(browser.get(brought(browser, sheet("Rejected"))))


def test_a_saved_opening_that_was_applied_for_becomes_an_application(browser):
    added(browser, sheet("Saved", row="Acme,Clerk,,{},{},https://jobs.example.com/a1\n"))
    assert (count(Lead), len(applications())) == (1, 0)
    url = take_over(browser, sheet("Interview", "met Jo"))

    acme = only()
    assert (acme.stage, acme.applied_on, acme.link[-2:]) == ("interview", date(2026, 3, 2), "a1")
    assert db.session.scalar(select(Lead.application_id)) == acme.id
    browser.post(f"{url}/reversal")
    assert (count(Lead), len(applications())) == (1, 0)
    assert db.session.scalar(select(Lead.application_id)) is None


def test_a_barer_sheet_in_between_makes_no_news_of_what_was_said_before(browser):
    head = "Company,Role,Date Applied,Status,Notes,Location\n"
    full = head + "Acme,Clerk,2026-03-02,Applied,Ask for Jo,Perth\n"
    added(browser, full)
    acme = only()
    with writing(browser.user) as session:
        session.get(Application, acme.id).location = "Sydney"
        session.execute(Note.__table__.delete())
    added(browser, "Company,Role,Date Applied\nAcme,Clerk,2026-03-02\n")

    assert not section(browser.get(brought(browser, full)))


def test_summaries_stay_true_and_stages_follow_their_history(three):
    steps = [take_over(three, shared("again-2.csv"))]
    for status in ("Rejected", "Offer", "Withdrawn"):
        steps.append(take_over(three, shared("again-2.csv").replace(b"Interview", status.encode())))
        assert untrue_summaries(db.session(), now()) == []
    for url in reversed(steps):
        three.post(f"{url}/reversal", data={"changed": "keep"})
        assert untrue_summaries(db.session(), now()) == []
        assert other_stages(db.session()) == []
    assert Counter(each.stage for each in applications()) == {"applied": 3}
    assert (count(Offer), count(Rejection), count(Interview), count(Note)) == (0, 0, 0, 0)


def test_a_day_told_later_is_believed_of_the_same_sheet_and_not_of_another(browser):
    added(browser, "Company,Role,Status,Rating\nAcme,Clerk,Applied,\n")
    other = brought(browser, "Employer,Position,Applied on,Town\nAcme,Clerk,2026-03-02,Perth\n")
    assert heading(browser.get(other)) == "1 row ready to add"

    same = brought(browser, "Company,Role,Status,Applied on\nAcme,Clerk,Applied,2026-03-02\n")
    assert "Mon 2 Mar 2026" in section(browser.get(same))


def test_the_same_cells_are_no_news_however_they_are_read(browser):
    content = HEAD.replace("Notes", "Where") + ROW.format("Applied", "Perth")
    added(browser, content)
    url = brought(browser, content, **{"column-4": "location"})

    assert not section(browser.get(url))
    assert "Already there" in browser.get(url).text


def test_a_row_that_was_corrected_by_hand_is_not_asked_about_again(browser):
    content = HEAD + ",Clerk,2026-03-02,Applied,,\n"
    url = added(browser, content)
    typed = {"company": "Acme", "role": "Clerk", "choice": "interview", "applied_on": "2026-03-02"}
    browser.post(row_url(browser.get(url), 2), data=typed)
    assert only().stage == "interview"

    again = browser.get(brought(browser, content))
    assert "The company is missing." not in again.text.partition('id="row-2"')[0]
    assert heading(again) == "0 rows ready to add"
    assert "Already there" in again.text


def test_what_is_in_the_bin_here_is_not_brought_back(known):
    acme = only()
    known.post(f"/applications/{acme.id}/deletion", data={"version": acme.version})
    assert only().deleted_at is not None
    url = added(known, sheet("Rejected"))

    assert heading(known.get(url)).startswith("0 added")
    assert len(applications()) == 1


def test_what_was_changed_here_between_the_look_and_the_yes_waits(known):
    url = brought(known, sheet("Rejected"))
    chosen = ticks(known.get(url))
    acme = only()
    known.post(
        f"/applications/{acme.id}/stage", data={"stage": "interview", "version": acme.version}
    )
    known.post(f"{url}/landing", data=chosen)

    assert only().stage == "interview"
    assert "Updates for 1 you already have" in section(known.get(url))


def test_without_a_memory_what_was_left_as_it_was_is_ticked_and_what_was_edited_never(known):
    acme = only()
    with writing(known.user) as session:
        session.execute(KnownRow.__table__.delete())
    page = known.get(brought(known, sheet("Rejected")))
    assert ticks(page)["take"] == [f"{ticks(page)['seen'][0]}:status"]

    with writing(known.user) as session:
        session.get(Application, acme.id).touch(datetime(2030, 1, 1, tzinfo=ZoneInfo("UTC")))
    page = known.get(brought(known, sheet("Rejected")))

    assert "Rejected" in section(page)
    assert ticks(page)["take"] == []


def test_an_import_that_was_undone_offers_no_changes_and_takes_none_when_it_is_added_again(known):
    url = take_over(known, sheet("Rejected", head=HEAD) + "Bolt,Cook,2026-03-03,Applied,,\n")
    assert [each.stage for each in applications()] == ["rejected", "applied"]

    known.post(f"{url}/reversal", data={"changed": "keep"})
    assert "changed since" not in known.get(url).text
    changes = list(db.session.scalars(select(StageChange).order_by(StageChange.id)))
    assert [(each.before, each.after) for each in changes] == [
        (None, "applied"),
        ("applied", "rejected"),
        ("rejected", "applied"),
    ]
    assert changes[2].undoes_id == changes[1].id
    assert only().stage_since == date(2026, 3, 2)
    known.post(f"{url}/landing")

    assert [each.stage for each in applications()] == ["applied", "applied"]
    assert "Updates for 1 you already have" in known.get(url).text


def test_rows_that_are_no_longer_in_the_sheet_are_told_and_stay(browser):
    rest = "Bolt,Cook,2026-03-03,Applied,,\nCrux,Guide,2026-03-04,Applied,,\n"
    added(browser, sheet() + rest)
    url = brought(browser, HEAD + rest)
    told = "1 row of the earlier sheet is no longer in it. Nothing is"

    assert told in " ".join(browser.get(url).text.split())
    browser.post(f"{url}/landing")
    assert told in " ".join(browser.get(url).text.split())
    assert len(applications()) == 3


def test_another_sheet_with_the_same_columns_says_nothing_of_the_rows_before(browser):
    added(browser, sheet() + "Bolt,Cook,2026-03-03,Applied,,\n")
    url = brought(browser, HEAD + "Crux,Guide,2026-03-04,Applied,,\n")

    assert "no longer in it" not in browser.get(url).text


PRIVATE = (
    "Company,Role,Date Applied,Status,Gender\nAcme,Clerk,2026-03-02,Applied,{}\n"
    "Bolt,Cook,{},{},Not said\n"
)


def notes():
    db.session.rollback()
    return [(each.body, each.private) for each in db.session.scalars(select(Note))]


def test_new_private_notes_are_offered_and_come_in_as_private_ones_and_go_with_undo(browser):
    """Those of an opening are private ones of its application."""
    private = ("Gender: Not said", True)
    added(browser, PRIVATE.format("", "", "Saved"))
    assert "Private: Gender: Not said" in db.session.scalars(select(Lead.notes)).one()
    later = PRIVATE.format("Not said", "2026-03-02", "Applied")
    url = brought(browser, later)
    assert "New private notes" in section(browser.get(url))

    browser.post(f"{url}/landing", data=ticks(browser.get(url)))
    assert notes() == [private, private]
    assert "Private: Gender: Not said" in db.session.scalars(select(Lead.notes)).one()

    again = brought(browser, later)
    assert section(browser.get(again)) == ""

    browser.post(f"{url}/reversal", data={"changed": "keep"})
    assert notes() == []


def test_to_update_with_nothing_ticked_says_beside_the_button_what_to_tick(three):
    url = brought(three, shared("again-2.csv"), "jobs.csv")
    three.post(f"{url}/landing", data=ticks(three.get(url), ticked=[]))
    page = three.get(url)
    assert section(page).count('class="main"') == 0

    refused = three.post(f"{url}/changes", data=ticks(page, ticked=[]) | {"act": "take"})

    assert refused.status_code == 422
    assert "Nothing is ticked. Tick what to use from the sheet" in section(refused)
    assert re.search(r'class="button main" href="/board">See the board', refused.text)
    assert three.get(url).status_code == 200
    assert told(three.get(url)) == ("2 added", "2 were there already: 2 have updates.")
