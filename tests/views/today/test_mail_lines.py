"""An email that was left for later is not out of sight: Today says that it waits."""

import pytest

from tracker.models.messages.mailbox import PASTED
from tracker.views.today.email_requests import asked_clause


@pytest.fixture
def put_off(browser, build):
    def one(kind: str, company: str = "Banksia Software"):
        return build.mail_proposal(browser.user, kind=kind, company=company, uid=PASTED)

    return one


def parts(browser) -> tuple[str, str]:
    """What stands above the one thing that is to be done, and what below it."""
    before, after = browser.get("/today").text.split('class="next-step first')
    return before, after


def test_one_that_may_be_about_tomorrow_stands_above_what_is_to_be_done(
    browser, build, put_off
) -> None:
    build.offer(build.application(browser.user, stage="interview"))
    row = put_off("invitation")

    above, below = parts(browser)

    assert "An email from Banksia Software may be about an interview" in above
    assert f"/mail/proposals/{row.id}" in above
    assert "mail-waiting" not in below


def test_a_no_that_was_left_for_later_waits_below_and_is_not_said_again_to_be_one(
    browser, build, put_off
) -> None:
    build.offer(build.application(browser.user, stage="interview"))
    put_off("no")

    above, below = parts(browser)

    assert "mail-waiting" not in above
    assert "An email from Banksia Software waits for a look" in below
    assert "reads as a no" not in below


def test_several_are_one_line_that_leads_to_all(browser, build, put_off) -> None:
    build.offer(build.application(browser.user, stage="interview"))
    for kind in ("no", "feedback", "offer"):
        put_off(kind)

    above, _ = parts(browser)

    assert "3 emails wait for a look" in above
    assert above.count("mail-waiting") == 1


@pytest.mark.parametrize("kind", ["no", "invitation", "offer", "none"])
def test_nothing_needs_you_does_not_stand_where_an_email_waits(
    browser, build, put_off, kind: str
) -> None:
    build.application(browser.user)
    assert "Nothing needs you today." in browser.get("/today").text
    put_off(kind)

    page = browser.get("/today").text

    assert "<p>One email to look at.</p>" in page
    assert "Nothing needs you today" not in page
    assert "You can close this page" not in page


def test_a_note_from_a_coach_is_something_too(browser, build) -> None:
    build.application(browser.user)
    build.coach_note(build.link(browser.user)[0])
    assert "<p>One thing to look at.</p>" in browser.get("/today").text


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        ([False], "one answer due today"),
        ([False, False], "two answers due today"),
        ([True], "one test due today"),
        ([True, False], "two things they asked for due today"),
    ],
)
def test_what_is_asked_for_is_counted_in_plain_words(tests: list[bool], said: str) -> None:
    assert asked_clause(tests) == said
