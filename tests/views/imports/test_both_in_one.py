"""A sheet with one column for the company and the role, on the page and in the terminal."""

from sqlalchemy import select

from tests.imported import added, brought, heading, send
from tracker.extensions import db
from tracker.models import Application

TOLD = "Card,Status\nNight Baker at Larkspur Bakery,Applied\nDeckhand at Marlow Ferries,Rejected\n"
UNTOLD = "Job,Status\nWurm - Zink,Applied\nBlau - Gelb,Applied\n"
UNKNOWN = "Was,Status\nWurm zu Zink,Applied\nBlau zu Gelb,Applied\n"


def pairs():
    db.session.rollback()
    rows = select(Application.company, Application.role).order_by(Application.company)
    return [tuple(row) for row in db.session.execute(rows)]


def test_it_comes_in_as_two(browser):
    added(browser, TOLD)

    assert pairs() == [("Larkspur Bakery", "Night Baker"), ("Marlow Ferries", "Deckhand")]


def test_the_page_says_how_it_reads_such_a_column(browser):
    page = browser.get(send(browser, TOLD).headers["Location"]).text

    assert "Read as company and role in one, as its cells hold both" in page
    assert "Which column is the company?" not in page


def test_it_is_asked_which_is_which_with_the_likeliest_selected(browser):
    page = " ".join(browser.get(send(browser, UNTOLD).headers["Location"]).text.split())

    assert "Which is the company in “Wurm - Zink”?" in page
    assert 'name="company_role" value="role_first" checked' in page
    assert 'name="company_role" value="ask"' in page


def test_what_is_answered_holds_for_all_and_for_the_next_such_sheet(browser):
    added(browser, UNTOLD, company_role="role_first")
    assert pairs() == [("Gelb", "Blau"), ("Zink", "Wurm")]

    url = send(browser, "Job,Status\nZapf - Zander,Applied\nWurm - Zink,Applied\n").headers[
        "Location"
    ]
    assert "Read as you told us on" in browser.get(url).text
    browser.post(f"{url}/mapping")
    browser.post(f"{url}/landing")
    assert len(pairs()) == 3


def test_who_is_not_sure_has_the_rows_wait_and_may_answer_there(browser):
    url = brought(browser, UNTOLD, company_role="ask")
    page = browser.get(url)

    assert "Which is the company in “Wurm - Zink”? 2 rows." in page.text
    browser.post(f"{url}/answers", data={"code": "company_role", "answer": "company_first"})
    browser.post(f"{url}/landing")
    assert heading(browser.get(url)) == "2 added"
    assert pairs() == [("Blau", "Gelb"), ("Wurm", "Zink")]


def test_a_column_can_be_said_to_hold_both(browser):
    sheet = "Was,Wer,Status\nNight Baker at Larkspur Bakery,Jo,Applied\nWurm zu Zink,Jo,Applied\n"
    url = added(browser, sheet, **{"column-0": "company_role"})

    assert pairs() == [("Larkspur Bakery", "Night Baker")]
    assert heading(browser.get(url)) == "1 added, 1 needs a look"


def test_naming_one_column_for_both_is_understood(browser):
    sheet = "Was,Status\nNight Baker at Larkspur Bakery,Applied\nWurm zu Zink,Applied\n"
    added(browser, sheet, **{"which-company": "0", "which-role": "0"})

    assert pairs() == [("Larkspur Bakery", "Night Baker")]


def test_naming_one_column_for_both_where_nothing_is_to_cut_is_refused(browser):
    url = send(browser, UNKNOWN).headers["Location"]
    answer = browser.post(f"{url}/mapping", data={"which-company": "0", "which-role": "0"})

    page = browser.get(answer.headers["Location"]).text
    assert "Which column is the company? Choose it here." in page
