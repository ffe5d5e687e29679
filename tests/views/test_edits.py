"""Every edit is saved in one way: refused where another was faster, with nothing lost."""

from collections.abc import Iterator

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tests.sent import form_of
from tests.views.test_routes import rows_of
from tracker.extensions import db
from tracker.models import User

PHONE, LAPTOP = "From the phone", "From the laptop"
EDITS = {
    "/applications/{application_id}/notes/{note_id}": "body",
    "/applications/{application_id}/interviews/{interview_id}": "preparation",
    "/applications/{application_id}/rejection/{rejection_id}": "words",
    "/applications/{application_id}/attempts/{attempt_id}": "note",
    "/applications/{application_id}/offer": "note",
    "/applications/{application_id}/self-analysis": "went_well",
    "/feedback/{feedback_id}": "words",
    "/actions/{action_id}": "what",
    "/actions/{done_id} /proof": "proof",
    "/people/{contact_id}": "name",
    "/lines/{line_id}": "text",
    "/thoughts/{thought_id}": "story",
    "/reviews/{review_id}": "said",
    "/step-back/{look_id}": "fit",
    "/work-search/activities/{activity_id}": "what",
    "/coach /help": "help_wanted",
    "/coach/notes/{coach_note_id} /answer": "answer",
}
"""What is edited where, and a field of it; after a blank, where the form is sent below its page."""


def edits(build: Build, browser: Browser) -> Iterator[tuple[str, str, str]]:
    """The page, where its form is sent, and the field; one row of every noun is there."""
    numbers = rows_of(build, browser)
    numbers["done_id"] = build.action(browser.user, done_on=LONG_AGO.date()).id
    for address, field in EDITS.items():
        page, _, below = address.format(**numbers).partition(" ")
        yield f"{page}/edit" if page.startswith("/people") else page, page + below, field


def revision(browser: Browser) -> int:
    db.session.rollback()
    return db.session.get_one(User, browser.user.id).revision


def test_edit_that_was_overtaken_is_shown_with_both_versions_and_saved_when_sent_again(
    browser: Browser, build: Build
) -> None:
    """By other words than its own: by the same ones it is saved, and by others nothing is."""
    for page, address, field in edits(build, browser):
        opened = form_of(browser.get(page).text, address)
        assert browser.post(address, data=opened | {field: PHONE}).status_code == 303, address
        assert browser.post(address, data=opened | {field: PHONE}).status_code == 303, address
        before = revision(browser)

        answer = browser.post(address, data=opened | {field: LAPTOP})

        assert (answer.status_code, revision(browser)) == (409, before), address
        assert PHONE in answer.text, address
        again = form_of(answer.text, address)
        assert again[field] == LAPTOP, address
        assert browser.post(address, data=again).status_code == 303, address
        assert form_of(browser.get(page).text, address)[field] == LAPTOP, address


def test_edit_that_is_too_long_keeps_its_words_and_the_version_that_it_was_made_from(
    browser: Browser, build: Build
) -> None:
    numbers = rows_of(build, browser)
    address = f"/lines/{numbers['line_id']}"
    opened = form_of(browser.get(address).text, address)
    browser.post(address, data=opened | {"text": PHONE})

    answer = browser.post(address, data=opened | {"text": "x" * 501})

    assert answer.status_code == 422
    assert form_of(answer.text, address) == opened | {"text": "x" * 501}
