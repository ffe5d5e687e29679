import re

from sqlalchemy import select

from tests.imported import added, brought, heading, send
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Import

SHEET = "Company,Role,Status,Colour\nAcme,Clerk,humming,{colour}\nBolt,Cook,{last},green\n"


def sheet(colour="red", last="humming"):
    return SHEET.format(colour=colour, last=last)


def status_field(page, words):
    found = re.search(rf'name="(status-[0-9a-f]+)"[^>]*aria-label="What {words} means"', page)
    return found.group(1)


def told(browser, content, **choices):
    """Send a file and say what its words mean."""
    url = send(browser, content).headers["Location"]
    names = {status_field(browser.get(url).text, word): choice for word, choice in choices.items()}
    browser.post(f"{url}/mapping", data={"column-3": "location", **names})
    return url


def outcomes(browser):
    found = db.session.scalars(select(Application).where(Application.user_id == browser.user.id))
    return {each.company: (each.outcome, each.location) for each in found}


def test_what_was_said_of_a_sheet_holds_for_the_next_one_with_the_same_columns(browser):
    told(browser, sheet(), humming="withdrawn")

    url = send(browser, sheet("blue")).headers["Location"]
    page = browser.get(url).text
    assert "Read as you told us on" in page
    browser.post(f"{url}/mapping")
    browser.post(f"{url}/landing")

    assert outcomes(browser) == {"Acme": ("withdrawn", "blue"), "Bolt": ("withdrawn", "green")}


def test_columns_in_another_order_are_the_same_columns(browser):
    told(browser, sheet(), humming="withdrawn")
    turned = "Colour,Status,Role,Company\nblue,humming,Clerk,Acme\n"
    added(browser, turned)

    assert outcomes(browser) == {"Acme": ("withdrawn", "blue")}


def test_a_word_that_a_sheet_in_between_lacks_is_remembered(browser):
    told(browser, sheet(last="over"), humming="withdrawn", over="rejected")
    brought(browser, sheet())
    added(browser, sheet(last="over"))

    found = {each.company: each.stage for each in db.session.scalars(select(Application))}
    assert found["Bolt"] == "rejected"


def test_what_was_said_is_taken_back_in_one_tap_and_for_the_next_sheet_too(browser):
    told(browser, sheet(), humming="withdrawn")
    url = send(browser, sheet("blue")).headers["Location"]

    answer = browser.post(f"{url}/mapping/reversal")
    assert answer.status_code == 303
    page = browser.get(url).text
    assert "Read as you told us" not in page
    assert '<option value="notes" selected>' in page.partition('name="column-3"')[2]
    browser.post(f"{url}/mapping")

    later = send(browser, sheet("pink")).headers["Location"]
    assert "Read as you told us" not in browser.get(later).text


def test_only_what_oneself_has_confirmed_of_the_same_columns_is_remembered(browser, sign_in):
    """And nothing once that sheet is forgotten."""

    def read_as_told(content):
        url = send(browser, content).headers["Location"]
        return "Read as you told us" in browser.get(url).text

    send(browser, sheet())
    assert not read_as_told(sheet("blue")), "nobody confirmed it"
    told(sign_in(), sheet(), humming="withdrawn")
    assert not read_as_told(sheet("pink")), "another person did"
    url = told(browser, sheet(), humming="withdrawn")
    assert not read_as_told(sheet().replace("Colour", "Hue")), "other columns"
    assert read_as_told(sheet("black"))
    browser.post(f"{url}/deletion")
    assert not read_as_told(sheet("white")), "it is forgotten"


def test_what_an_older_release_kept_and_can_no_longer_be_read_is_left_aside(browser):
    told(browser, sheet(), humming="withdrawn")
    with writing() as session:
        earlier = session.scalar(select(Import))
        earlier.mapping = earlier.mapping | {"columns": [{"header": "Company", "fact": "shoe"}]}

    assert heading(browser.get(brought(browser, sheet("blue"))))
