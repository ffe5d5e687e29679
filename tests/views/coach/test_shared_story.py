"""The story of one application as a coach reads it."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of
from tracker.models import Application, User
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart

ALL = frozenset(FOR_LINKS)


@pytest.fixture
def card(browser: Browser, build: Build) -> Application:
    return build.application(
        browser.user, stage="interview", applied_on=date(2026, 10, 1), stage_since=date(2026, 10, 8)
    )


@pytest.fixture
def story(app: Flask, build: Build, browser: Browser, card: Application) -> Any:
    """Its entries, each as one line."""

    def told(parts: frozenset[SharedPart] = ALL) -> list[str]:
        owner: User = browser.user
        _, token = build.link(owner, choice=Selection(parts, people=True).as_json())
        page = Browser.of(app).get(f"/s/{token}/applications/{card.id}").text
        listed = page.partition('<ol class="timeline">')[2].partition("</ol>")[0]
        entries = (" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in listed.split("<li>"))
        return [entry for entry in entries if entry]

    return told


def sends(browser: Browser, address: str, **typed: str) -> None:
    """What is typed on the page of that form."""
    sent = form_of(browser.get(address).text, address.partition("?")[0].removesuffix("/new"))
    answer = browser.post(address.partition("?")[0].removesuffix("/new"), data=sent | typed)
    assert answer.status_code == 303


def offers(card: Application) -> str:
    return f"/applications/{card.id}/offer"


def test_a_coach_reads_each_round_its_answer_and_that_it_was_taken_back(
    browser: Browser, card: Application, story: Any
) -> None:
    sends(browser, offers(card), received_on="2026-11-02", pay_text="$65k", note="Four days")
    sends(
        browser, f"{offers(card)}/rounds/new", received_on="2026-11-05", pay_text="$70k",
        answer_by="2026-11-09",
    )  # fmt: skip
    assert story()[:2] == [
        "They made an offer Thu 5 Nov 2026 Pay: $70k To answer by Mon 9 Nov 2026",
        "They made an offer Mon 2 Nov 2026 Pay: $65k Four days Another offer came",
    ]

    sends(browser, offers(card), answer="accept", decided_on="2026-11-07")
    assert story()[0] == "Accepted Sat 7 Nov 2026"

    sends(browser, f"/applications/{card.id}/rejection?taken_back=1", on="2026-11-20")
    told = story()
    assert told[0].startswith("They took their offer back Fri 20 Nov 2026")
    kinds = ("They took", "Accepted", "They made an offer Thu", "They made an offer Mon")
    places = [next(at for at, each in enumerate(told) if each.startswith(kind)) for kind in kinds]
    assert places == sorted(places)


def test_pay_stays_where_it_is_not_ticked_and_so_do_words(
    browser: Browser, card: Application, story: Any
) -> None:
    sends(browser, offers(card), received_on="2026-11-02", pay_text="$65k", note="65k a year")

    assert story(ALL - {SharedPart.PAY})[0] == "They made an offer Mon 2 Nov 2026"
    assert story(ALL - {SharedPart.NOTES})[0] == "They made an offer Mon 2 Nov 2026 Pay: $65k"


def test_an_offer_and_an_answer_without_days_are_told_without(
    browser: Browser, card: Application, story: Any
) -> None:
    sends(browser, offers(card), received_on="", note="", answer="keep", decided_on="")

    assert "They made an offer Declined" in story()


def test_what_only_an_outcome_tells_is_told_once(
    browser: Browser, card: Application, story: Any
) -> None:
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "offer_accepted"})

    told = story()
    assert [each for each in told if "offer" in each or "Accepted" in each] == ["Accepted"]


def test_taken_back_is_told_where_no_rejections_are_shown(
    browser: Browser, card: Application, story: Any
) -> None:
    sends(browser, offers(card), received_on="2026-11-02", note="")
    sends(browser, f"/applications/{card.id}/rejection", on="2026-11-20")

    made = "They made an offer Mon 2 Nov 2026"
    assert made in story()
    assert f"{made} Taken back by them" in story(ALL - {SharedPart.FEEDBACK})


def test_the_day_of_an_interview_stands_there_once(
    build: Build, card: Application, story: Any
) -> None:
    build.interview(card, on=date(2026, 11, 2), outcome="cancelled")
    build.interview(card, starts_at=datetime(2026, 11, 3, 0, 30, tzinfo=UTC))
    build.interview(card)
    told = [each for each in story() if each.startswith("Interview ")]

    assert "Interview Mon 2 Nov 2026 Cancelled" in told
    assert any(re.fullmatch(r"Interview Tue 3 Nov 2026 \d\d:\d\d", each) for each in told)
    assert not any(re.search(r"(\d{4}).*\1", each) for each in told)


def test_a_role_that_was_cancelled_is_told_apart_from_a_no_to_the_person(
    card: Application, build: Build, story: Any
) -> None:
    build.rejection(card, how="email", on=date(2026, 10, 20), role_cancelled=True)

    assert story()[0] == "They closed the role · By email Tue 20 Oct 2026"


def test_what_was_planned_and_done_about_it_is_told_where_actions_are_shown(
    card: Application, browser: Browser, build: Build, story: Any
) -> None:
    planned = datetime(2026, 10, 20, 9, tzinfo=UTC)
    done = {"done_on": date(2026, 10, 22), "proof": "Two examples"}
    build.action(
        browser.user, what="Prepare examples", application_id=card.id, created_at=planned, **done
    )

    assert story()[:2] == [
        "Did it Thu 22 Oct 2026 Prepare examples Proof: Two examples",
        "Planned an action Tue 20 Oct 2026 Prepare examples",
    ]
    assert not any("Prepare examples" in each for each in story(ALL - {SharedPart.ACTIONS}))
