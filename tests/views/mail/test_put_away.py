"""An email about an application in the archive says so, and the page after has one way on."""

import pytest

from tests.browser import Browser
from tests.sent import form_of
from tests.views.mail.test_told_as import KEEP, read
from tracker.clock import now
from tracker.models import Application

CLOSED = "Unfortunately the position has been cancelled, so we won't be filling it."
NO = "Unfortunately we have chosen another candidate."


@pytest.fixture
def put_away(browser: Browser, build) -> Application:
    return build.application(
        browser.user,
        company="Banksia Software",
        role="Tester",
        stage="applied",
        outcome="withdrawn",
        archived_at=now(),
    )


@pytest.mark.parametrize(
    ("words", "title"), [(CLOSED, "They closed the role"), (NO, "They said no")]
)
def test_it_says_that_it_is_in_the_archive_and_afterwards_what_happened(
    browser: Browser, put_away: Application, words: str, title: str
) -> None:
    page = read(browser, words)
    assert "It is in your archive: withdrawn." in page
    form = form_of(page, KEEP) | {"about": f"{put_away.id}"}
    after = browser.post(KEEP, data=form, follow_redirects=True).text

    assert f">{title}</h1>" in after
    assert f"<title>{title}" in after
    assert "For yourself" not in after
    assert after.count('class="button main"') == 1
    assert "Go on to Today" in after


def test_of_one_on_the_board_nothing_is_said_of_an_archive(browser: Browser, build) -> None:
    build.application(browser.user, company="Banksia Software", role="Tester", stage="applied")
    assert "archive" not in read(browser, NO).split("Their words")[0]
