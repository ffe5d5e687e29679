"""Rows without a date and an answer: the question names what it closes, and closes no other."""

import re

import pytest
from sqlalchemy import select

from tests.imported import added, finish, row_url, send
from tests.sent import form_of
from tracker.extensions import db
from tracker.models import Application, Rejection

HEAD = "company,role,applied,status\n"
PARKED = HEAD + (
    "Gum 1,Driver,2026-10-04,applied\n"
    "Gum 2,Driver,,parked for now\n"
    "Gum 3,Driver,,applied\n"
    "Gum 4,Driver,2026-10-10,parked for now\n"
)
HTMX = {"HX-Request": "true"}


def closed():
    db.session.rollback()
    silent = select(Application.company).join(Rejection).where(Rejection.how == "silence")
    return sorted(db.session.scalars(silent))


def hint(page):
    """The words below the question."""
    found = re.search(r'id="ask-undated-hint"[^>]*>(.*?)</p>', page, re.DOTALL)[1]
    return " ".join(re.sub(r"<[^>]+>", "", found).split())


def code_of(page):
    return re.search(r'name="(status-[0-9a-f]+)"', page)[1]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_row_whose_word_was_told_is_neither_named_nor_closed(browser, scripts):
    url = send(browser, PARKED).headers["Location"]
    page = browser.get(url).text
    assert hint(page).endswith("1 row: Driver, Gum 3")
    form = form_of(page, f"{url}/mapping") | {code_of(page): "applied", "undated": "silence"}
    again = browser.post(f"{url}/mapping/look", data=form, headers=HTMX if scripts else {})
    page = again.text if scripts else browser.get(again.headers["Location"]).text
    assert hint(page).endswith("1 row: Driver, Gum 3")
    browser.post(f"{url}/mapping", data=form)
    finish(browser, url)
    browser.post(f"{url}/landing")
    finish(browser, url)

    assert closed() == ["Gum 3"]


def test_a_word_that_is_told_after_it_came_in_stays_as_it_was_told(browser):
    url = send(browser, PARKED).headers["Location"]
    code = code_of(browser.get(url).text)
    browser.post(f"{url}/mapping", data={code: "ask", "undated": "silence"})
    finish(browser, url)
    browser.post(f"{url}/landing")
    finish(browser, url)
    browser.post(f"{url}/answers", data={"code": code, "answer": "applied"})
    finish(browser, url)

    assert closed() == ["Gum 3"]
    assert len(db.session.scalars(select(Application.id)).all()) == 4


def test_what_is_told_of_a_word_that_was_known_is_counted_anew(browser):
    url = send(browser, PARKED).headers["Location"]
    page = browser.get(url).text
    known = re.search(r'name="(status-[0-9a-f]+)"[^>]*aria-label="What applied means"', page)[1]
    form = form_of(page, f"{url}/mapping") | {known: "interview", "undated": "silence"}
    again = browser.post(f"{url}/mapping/look", data=form, headers=HTMX).text

    assert 'id="ask-undated-hint" hx-swap-oob="true"' in again
    assert hint(again).endswith("No row is left for it.")


def test_where_another_column_holds_the_days_it_is_asked_again_before_any_is_closed(browser):
    url = send(browser, PARKED).headers["Location"]
    form = form_of(browser.get(url).text, f"{url}/mapping")
    form |= {"column-2": "notes", "undated": "silence"}
    page = browser.get(browser.post(f"{url}/mapping", data=form).headers["Location"]).text
    assert "2 rows: Driver, Gum 1 · Driver, Gum 3" in hint(page)

    browser.post(f"{url}/mapping", data=form_of(page, f"{url}/mapping"))
    finish(browser, url)
    assert "No answer came" in browser.get(url).text


def test_a_row_that_was_left_out_is_not_named(browser):
    url = send(browser, PARKED).headers["Location"]
    browser.post(f"{url}/mapping", data={})
    finish(browser, url)
    row = row_url(browser.get(url), 4)
    browser.post(f"{row}/inclusion", data={"include": "0"})

    assert hint(browser.get(f"{url}/mapping").text).endswith("No row is left for it.")


def test_a_repeat_of_a_row_is_not_named(browser):
    sheet = HEAD + "Gum 1,Driver,,applied\nGum 2,Driver,,applied\nGum 2,Driver,,applied\n"
    url = send(browser, sheet).headers["Location"]

    assert hint(browser.get(url).text).endswith("2 rows: Driver, Gum 1 · Driver, Gum 2")
    added(browser, sheet, undated="silence")
    assert closed() == ["Gum 1", "Gum 2"]
