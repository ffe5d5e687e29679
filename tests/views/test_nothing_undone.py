"""Nothing that people read counts what somebody did not do."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tests.worlds import begun, signed_in_as
from tracker.clock import now
from tracker.exports.report.read import read_report
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.sharing.selection import FOR_LINKS, Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

UNDONE = re.compile(
    r"""
    \bnot\ (yet\ )?(asked|done|looked|answered|learnt|planned|written)
    | \byou\ (have\ not|haven’t|didn’t)
    | \b(none|nobody)\ (was|is|of|has(?!\ to\b)|came|answered|asked|in\ the)\b
    | \bno\ (loop|action|feedback|answer|note|interview|application)s?\ (is|was|has|in|yet)\b
    | \bnothing\ (is|was)\ (asked|done|planned|sorted|written)
    | (?<![\d.,])0\ (of|actions|answers|interviews|applications|to\ an\ offer)\b
    | \bin\ a\ row\b | \bbeen\ here\b | \boverdue\b | \bfewer\ than\b
    | \bwithout\ an?\ (interview|answer|reply|action)\ (so\ far|yet)
    """,
    re.VERBOSE | re.IGNORECASE,
)
ROLES = 8


def a_hunt(sign_in: Callable[..., Browser], build: Build) -> tuple[int, int, str]:
    """Many rejections, none of them asked about, learnt from or acted on."""
    browser = sign_in()
    with build.together():
        for number in range(ROLES):
            day = day_of(now() - timedelta(days=60 - 5 * number), browser.user.zone)
            card = build.application(
                browser.user,
                role=f"Role {chr(65 + number)}",
                company=f"Company {chr(65 + number)}",
                source="Seek",
                stage="rejected",
                applied_on=day,
                at=now() - timedelta(days=40),
            )
            build.rejection(
                card, on=day_of(now() - timedelta(days=3), browser.user.zone), how="email"
            )
    return signed_in_as(browser)


@pytest.fixture
def hunter(app: Flask, sign_in: Callable[..., Browser], build: Build) -> Browser:
    """Whose hunt that is."""
    return begun(app, a_hunt, sign_in, build)


def visible(page: str) -> str:
    """What stands on it, sentence by sentence, figures of tables left out."""
    main = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    main = re.sub(r"<(script|style|table)\b.*?</\1>", " ", main, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def undone(text: str) -> list[str]:
    return [text[max(0, hit.start() - 40) : hit.end() + 40] for hit in UNDONE.finditer(text)]


PLACES = (
    "/today",
    "/insights?span=all",
    "/insights?span=90",
    "/step-back",
    "/actions",
    "/moments",
    "/coach",
    "/coach/session",
    "/reviews",
    "/exports",
    "/board",
    "/applications/1",
    "/applications/1/actions",
    "/applications/1/uses",
    "/applications/1/after",
)


def test_no_page_counts_what_was_not_done(hunter) -> None:
    for place in PLACES:
        answer = hunter.get(place)

        assert answer.status_code == 200, place
        assert len(visible(answer.text)) > 40, place
        assert undone(visible(answer.text)) == [], place


def test_no_step_back_counts_what_was_not_done(hunter) -> None:
    step = hunter.post("/step-back", follow_redirects=True)

    assert "Role" in visible(step.text) or "application" in visible(step.text)
    assert undone(visible(step.text)) == []


def test_no_coach_reads_what_was_not_done(app, hunter, build) -> None:
    _, token = build.link(hunter.user)
    place, visitor = f"/s/{token}", Browser.of(app)

    whole = visible(visitor.get(place).text)
    again = visible(visitor.get(place).text)

    assert f"Rejections {ROLES} " in whole
    assert undone(whole) == undone(again) == []
    assert undone(visible(visitor.get(f"{place}/applications/1").text)) == []


def test_no_report_tells_what_was_not_done(hunter) -> None:
    everything = ExportRequest("pdf", Selection(frozenset(FOR_LINKS)), DateRange())
    report = read_report(db.session(), hunter.user, everything, now())
    text = re.sub(r"<[^>]+>", " ", str(report))

    assert f"{ROLES} rejections" in text
    assert "Actions" not in [each.heading for each in report.sections]
    assert undone(text) == []


def test_a_search_that_has_only_begun_is_told_no_noughts(browser, build) -> None:
    build.application(browser.user)
    _, token = build.link(browser.user)

    for place in ("/today", "/insights?span=all", f"/s/{token}"):
        assert undone(visible(browser.get(place).text)) == []


def test_a_sentence_that_does_would_be_found() -> None:
    for text in (
        "You have asked about none of them yet.",
        "5 in a row ended without an interview.",
        "No loop is closed yet.",
        "0 of 12 rejections",
        "Nobody has been asked for advice yet.",
    ):
        assert undone(text), text
