"""The same company, role and day in two rows: somebody wrote a second one when it had changed."""

import re

from sqlalchemy import select

from tests.imported import added, brought, heading, send
from tests.sent import form_of
from tracker.extensions import db
from tracker.models import Application, ImportRow, Interview, Note

HEAD = "Company,Role,Date Applied,Status,Notes\n"
TWO = HEAD + (
    "Acme,Clerk,2026-03-02,Applied,By Jo\n"
    "Bolt,Cook,2026-03-03,Applied,\n"
    "Acme,Clerk,2026-03-02,Rejected,No reason\n"
)


def stages():
    db.session.rollback()
    rows = select(Application.company, Application.stage).order_by(Application.id)
    return [tuple(row) for row in db.session.execute(rows)]


def states():
    db.session.rollback()
    return list(db.session.scalars(select(ImportRow.state).order_by(ImportRow.id)))


def test_it_is_asked_and_the_likeliest_answer_is_selected(browser):
    page = browser.get(send(browser, TWO).headers["Location"])

    assert "Same company, role and day in two rows: is it one application?" in page.text
    assert "Row 2 says “Applied”, and row 4 “Rejected”." in page.text
    likely = re.search(r'class="main full" name="twice" value="(\w+)"', page.text)
    assert likely and likely[1] == "later"


def test_alone_on_its_page_its_answers_are_the_buttons_that_go_on(browser):
    rows = "Acme,Clerk,2026-03-02,Offer,\nAcme,Clerk,,Rejected,\n"
    url = send(browser, HEAD + rows).headers["Location"]
    page = browser.get(url).text
    assert "Yes, one: it ended with a no" in page
    assert "As one, it ends as in row 3" in page
    assert "Looks right" not in page

    form = form_of(page, f"{url}/mapping") | {"twice": "later"}
    browser.post(f"{url}/mapping", data=form)

    assert "An earlier state of row 3" in browser.get(url).text


def test_as_one_it_stands_where_the_later_row_says_and_keeps_what_the_other_tells(browser):
    url = added(browser, TWO, twice="later")

    assert heading(browser.get(url)) == "2 added"
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]
    notes = db.session.scalars(select(Note.body)).all()
    assert len(notes) == 1
    assert "By Jo" in notes[0]
    assert "No reason" in notes[0]
    assert "An earlier state of row 4" in browser.get(url).text


def test_an_interview_of_the_earlier_row_stays_reached(browser):
    rows = "Acme,Clerk,2026-03-02,Interview,\nAcme,Clerk,2026-03-02,Rejected,\n"
    added(browser, HEAD + rows, twice="later")

    assert stages() == [("Acme", "rejected")]
    assert len(db.session.scalars(select(Interview.id)).all()) == 1


def test_the_later_state_may_stand_above_the_earlier_one(browser):
    rows = "Acme,Clerk,2026-03-02,Rejected,\nAcme,Clerk,2026-03-02,Applied,\n"
    added(browser, HEAD + rows, twice="later")

    assert stages() == [("Acme", "rejected")]


def test_who_is_not_sure_keeps_both(browser):
    added(browser, TWO, twice="both")

    assert sorted(stages()) == [("Acme", "applied"), ("Acme", "rejected"), ("Bolt", "applied")]


def test_other_days_roles_or_the_same_status_are_not_asked_about(browser):
    for rows in (
        "Acme,Clerk,2026-03-02,Applied,\nAcme,Clerk,2026-03-09,Rejected,\n",
        "Acme,Clerk,2026-03-02,Applied,\nAcme,Cook,2026-03-02,Rejected,\n",
        "Acme,Clerk,,Applied,\nAcme,Clerk,,Rejected,\n",
        "Acme,Clerk,2026-03-02,Applied,x\nAcme,Clerk,2026-03-02,Applied,y\n",
    ):
        page = browser.get(send(browser, HEAD + rows).headers["Location"])

        assert "is it one application" not in page.text, rows


def test_an_offer_beside_a_no_for_the_same_role_is_asked_about_and_nothing_is_dropped(browser):
    rows = "Acme,Clerk,,Offer,\nBolt,Cook,2026-03-03,Applied,\nAcme,Clerk,2026-06-07,Rejected,\n"
    page = browser.get(send(browser, HEAD + rows).headers["Location"])

    assert "Same company and role in two rows: is it one application?" in page.text
    assert "Row 2 says “Offer received”, and row 4 “Rejected”." in page.text
    assert 'class="main full" name="twice" value="later"' in page.text

    added(browser, HEAD + rows, twice="later")
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]


def test_where_the_no_stands_above_the_offer_both_are_selected(browser):
    rows = "Acme,Clerk,2026-06-07,Rejected,\nAcme,Clerk,,Offer,\n"
    page = browser.get(send(browser, HEAD + rows).headers["Location"])

    assert 'class="main full" name="twice" value="both"' in page.text


def test_an_offer_and_a_no_on_two_days_are_two_applications(browser):
    rows = "Acme,Clerk,2026-03-02,Offer,\nAcme,Clerk,2026-06-07,Rejected,\n"
    page = browser.get(send(browser, HEAD + rows).headers["Location"])

    assert "is it one application" not in page.text


def test_two_links_are_two_openings(browser):
    sheet = (
        "Company,Role,Date Applied,Status,Link\n"
        "Acme,Clerk,2026-03-02,Applied,https://a.example/1\n"
        "Acme,Clerk,2026-03-02,Rejected,https://a.example/2\n"
    )
    page = browser.get(send(browser, sheet).headers["Location"])

    assert "is it one application" not in page.text


def test_a_second_row_that_came_since_changes_the_application_that_is_here(browser):
    added(browser, HEAD + "Acme,Clerk,2026-03-02,Applied,By Jo\nBolt,Cook,2026-03-03,Applied,\n")
    url = brought(browser, TWO, twice="later")
    page = browser.get(url)

    assert "Updates for 1 you already have" in page.text
    assert states()[-3:] == ["likely_double", "already_there", "changed"]

    browser.post(f"{url}/landing")
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]


def test_the_same_sheet_again_is_there_already(browser):
    added(browser, TWO, twice="later")
    url = brought(browser, TWO)

    assert heading(browser.get(url)) == "0 rows ready to add"
    assert "Updates for" not in browser.get(url).text


def test_with_no_answer_both_rows_wait(browser):
    url = brought(browser, TWO, twice="ask")

    assert states() == ["needs_a_look", "ready", "needs_a_look"]
    browser.post(f"{url}/landing")
    browser.post(f"{url}/answers", data={"code": "twice", "answer": "later"})
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]


def test_a_word_that_is_not_known_is_asked_about_beside_its_own_row_alone(browser):
    rows = "Acme,Clerk,2026-03-02,no reply,\nAcme,Clerk,2026-03-02,nothing yet,\n"
    url = send(browser, HEAD + rows).headers["Location"]
    form = form_of(browser.get(url).text, f"{url}/mapping") | {"twice": "later"}
    browser.post(f"{url}/mapping", data=form)
    page = browser.get(url).text

    assert states() == ["ready", "needs_a_look"]
    assert "What does “nothing yet” mean? 1 row.</p>" in page
    assert page.count("We don't know what “nothing yet” means.".replace("'", "&#39;")) == 1
