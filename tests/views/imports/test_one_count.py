"""What the three pages of an import say of the same rows, each sheet after the one before."""

import re

import pytest

from tests.imported import added, finish, heading, send
from tests.imports.reads import shared
from tracker.extensions import db
from tracker.models import Import
from tracker.models.import_row import THERE

SHEETS = (
    "messy-spreadsheet.csv",
    "wide-spreadsheet.csv",
    "semicolon-german.csv",
    "jobsync-export.csv",
    "huntr-export.csv",
    "teal-export.csv",
    "us-month-first.csv",
    "again-1.csv",
    "again-2.csv",
    "wide-spreadsheet.csv",
    "messy-spreadsheet.csv",
)


def number(page, words):
    """The number before these words at the top of a page; none is 0."""
    top = page.text.partition("<h1")[2].partition("</p>")[0]
    found = re.search(rf"(\d+) {words}", re.sub(r"\s+", " ", top))
    return int(found[1]) if found else 0


def checked(page):
    """What would come of it, as the check says."""
    return {
        "added": number(page, "applications?") + number(page, "leads?"),
        "there": number(page, "already there"),
        "changed": number(page, "you already have"),
        "look": number(page, "rows? needs? a look"),
        "doubles": number(page, "probable duplicates?"),
    }


def counted(url):
    """The rows as they were read."""
    counts = db.session.get_one(Import, int(url.rpartition("/")[2])).counts(db.session())
    db.session.rollback()
    return counts


def facts(counts):
    """The same of the rows as they were read."""
    return {
        "added": counts["ready"],
        "there": counts["already_there"],
        "changed": counts["changed"],
        "look": counts["needs_a_look"],
        "doubles": counts["likely_double"],
    }


@pytest.mark.parametrize("sheets", [SHEETS, SHEETS[::-1]], ids=["forwards", "backwards"])
def test_the_check_the_rows_and_what_was_added_are_the_same_numbers(browser, sheets):
    for name in sheets:
        url = send(browser, shared(name), name).headers["Location"]
        finish(browser, url)
        check = checked(browser.get(f"{url}/mapping"))
        browser.post(f"{url}/mapping", data={})
        finish(browser, url)
        assert check == facts(counted(url)), name
        assert check == checked(browser.get(f"{url}/mapping")), "and once more on the way back"

        browser.post(f"{url}/landing")
        finish(browser, url)
        done = counted(url)
        assert done["landed"] == check["added"]
        assert sum(done[each] for each in THERE) == check["there"] + check["changed"]
        assert heading(browser.get(url)).startswith(f"{check['added']} added")


def test_without_its_day_a_row_of_another_sheet_is_new_in_the_check_too(browser):
    added(browser, "Company,Role,Date Applied,Notes,Pay\nAcme,Clerk,2026-03-02,asked,50\n")

    other = "Company,Role,Recruiter Call,Panel Interview,Offer\nAcme,Clerk,,,\n"
    url = send(browser, other).headers["Location"]

    assert heading(browser.get(url)) == "1 application"
