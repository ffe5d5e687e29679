"""One page to take to a coach."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from tests.browser import Browser
from tests.builders import Build
from tracker.database import writing
from tracker.models import User


def printed(browser: Browser) -> tuple[int, str]:
    """How many pages it has, and what stands on them."""
    answer = browser.get("/coach/session.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "private, no-store"
    reader = PdfReader(BytesIO(answer.data))
    return len(reader.pages), " ".join(" ".join(p.extract_text().split()) for p in reader.pages)


def test_an_empty_search_has_a_sheet_to_write_on(browser: Browser) -> None:
    page = browser.get("/coach/session").text
    pages, text = printed(browser)

    for shown in (page, text):
        for head in ("What I’d like help with", "What we agree", "To write on"):
            assert head in shown
        assert "Planned already" not in shown
    assert 'href="/coach/session"' in browser.get("/coach").text
    assert pages == 1


def test_it_says_what_help_is_wanted_with_where_they_stand_and_what_is_planned(
    browser: Browser, build: Build
) -> None:
    build.application(browser.user, applied_on=date(2026, 11, 2))
    build.action(browser.user, what="Write three stories", due_on=date(2026, 12, 9))
    build.action(browser.user, what="Done long ago", done_on=date(2026, 11, 9))
    build.action(build.user(), what="Somebody else’s")
    with writing(browser.user) as session:
        session.get_one(User, browser.user.id).help_wanted = "How do I talk about the gap?"
    shown = browser.get("/coach/session").text, printed(browser)[1]

    for text in shown:
        assert "How do I talk about the gap?" in text
        assert "1 application sent" in text
        assert "Write three stories (by 9 Dec 2026)" in text
        assert "Done long ago" not in text and "Somebody else" not in text


def test_it_stays_one_page_whatever_was_typed(browser: Browser, build: Build) -> None:
    with build.together():
        for number in range(9):
            build.action(browser.user, what=f"{number} " + "a long plan " * 30)
            build.rejection(build.application(browser.user, stage="rejected"))
    with writing(browser.user) as session:
        session.get_one(User, browser.user.id).help_wanted = "How do I begin? 家 " * 300

    assert printed(browser)[0] == 1
