"""The table of next steps: a kind that is added in one place only is told here what it lacks."""

from datetime import UTC, date, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.loop.ask_state import Next
from tracker.loop.facts import Facts
from tracker.loop.next_step import ASKING, next_step
from tracker.loop.path import PathFacts, part_now
from tracker.loop.step_kind import PARTS, Kind, Section
from tracker.loop.steps import STEPS
from tracker.values.days import day_of, days_after

ZONE = ZoneInfo("Australia/Sydney")
NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)  # Wednesday 13:00 in Sydney
TODAY = date(2026, 3, 4)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WITHOUT_A_PART = {"answer_offer", "wait", "none"}
"""After a no: an offer leaves the path, waiting is where one waits, and nothing is nowhere."""


def facts(stage: str, **known: object) -> Facts:
    nothing: dict[str, object] = {
        "archived": False,
        "stage_since": None,
        "applied_on": None,
        "next_interview_at": None,
        "unreviewed_interview_at": None,
        "offer_open": False,
        "rejection_recorded": stage not in ("applied", "interview"),
        "rest_until": None,
        "closes_on": None,
    }
    return Facts(stage=stage, **(nothing | known))


LEADS_TO: dict[Kind, Facts] = {
    "answer_offer": facts("rejected", offer_open=True),
    "prepare_interview": facts("interview", next_interview_at=NOW + HOUR),
    "do_action": facts("rejected", action_due_on=TODAY, actions_open=1),
    "nudge": facts("rejected", ask_next="nudge"),
    "review_interview": facts("interview", unreviewed_interview_at=NOW - DAY),
    "write_feedback": facts("rejected", ask_next="write_down"),
    "record_rejection": facts("rejected", rejection_recorded=False),
    "send_letter": facts("rejected", ask_next="write"),
    "read_feedback": facts("feedback_received", feedback_unread=1),
    "pick_point": facts("feedback_received", points_open=1),
    "ask": facts("rejected", ask_next="call"),
    "probe": facts("feedback_received", ask_next="probe"),
    "thank": facts("feedback_received", ask_next="thank"),
    "own_lesson": facts("rejected", ask_next="closed"),
    "follow_up": facts("applied", applied_on=date(2025, 12, 1)),
    "close": facts("applied", applied_on=date(2025, 6, 1)),
    "put_away": facts("action_taken", loop_ended=True),
    "rest": facts("rejected", rest_until=NOW + DAY),
    "await_interview": facts("interview", next_interview_at=NOW - HOUR / 2),
    "wait": facts("applied", applied_on=TODAY),
    "none": facts("applied", archived=True),
}
AFTER_A_NO = [each for each in LEADS_TO.values() if each.stage not in ("applied", "interview")]


def test_every_kind_has_its_entry_and_no_entry_is_without_a_kind() -> None:
    assert set(STEPS) == set(get_args(Kind))


@pytest.mark.parametrize("kind", STEPS)
def test_every_kind_is_reached_by_some_facts(kind: Kind) -> None:
    assert next_step(LEADS_TO[kind], NOW, ZONE).kind == kind


@pytest.mark.parametrize("kind", [kind for kind in STEPS if kind != "none"])
def test_every_step_says_why(kind: Kind) -> None:
    assert next_step(LEADS_TO[kind], NOW, ZONE).why


@pytest.mark.parametrize("kind", [kind for kind in STEPS if kind != "await_interview"])
def test_a_step_has_a_button_exactly_where_it_leads_somewhere(kind: Kind) -> None:
    assert bool(STEPS[kind].label) == bool(STEPS[kind].address)
    assert len(STEPS[kind].label) <= 26
    assert "?" not in STEPS[kind].address  # a form's GET would drop it


def test_what_is_awaited_is_named_and_leads_nowhere() -> None:
    assert STEPS["await_interview"].label
    assert not STEPS["await_interview"].address


def test_every_step_with_a_button_is_listed_on_today_and_only_those_and_a_rest() -> None:
    with_a_button = {kind for kind, step in STEPS.items() if step.address}

    assert {kind for kind, step in STEPS.items() if step.section} == with_a_button | {"rest"}


def test_sections_of_today_follow_each_other_in_the_table() -> None:
    sections = [step.section for step in STEPS.values()]

    assert list(dict.fromkeys(sections)) == [*get_args(Section), None]
    assert sections == sorted(sections, key=[*get_args(Section), None].index)


def test_what_has_time_stands_back_and_what_is_due_does_not() -> None:
    assert all(step.quiet for step in STEPS.values() if step.section == "unhurried")
    assert not any(step.quiet for step in STEPS.values() if step.section == "due")


def test_every_part_of_the_path_has_a_step_and_every_step_after_a_no_its_part() -> None:
    kinds = {next_step(each, NOW, ZONE).kind for each in AFTER_A_NO}

    assert {step.part for step in STEPS.values()} == {*PARTS, None}
    assert {kind for kind in kinds if STEPS[kind].part is None} <= WITHOUT_A_PART


def test_waiting_belongs_to_the_part_in_which_one_waits() -> None:
    waits = facts("rejected", ask_next="wait", ask_turns_on=date(2026, 3, 9))
    step = next_step(waits, NOW, ZONE)

    assert step.kind == "wait"
    assert part_now(waits, step, PathFacts()) == "ask"


def test_everything_that_an_ask_may_call_for_is_a_step() -> None:
    assert {*ASKING, "wait", "thank", "none"} == set(get_args(Next))


def test_every_address_shows_a_page_of_the_application(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, stage="feedback_received")
    today = day_of(now(), browser.user.zone)
    build.interview(card, starts_at=now() - DAY)
    build.interview(card, starts_at=now() + DAY)
    build.rejection(card, on=days_after(today, -3))
    build.attempt(card, on=days_after(today, -3), channel="email")
    build.action(browser.user, build.point(build.feedback(card, "Your answers were long.")))
    leading = [kind for kind, step in STEPS.items() if step.address]
    addresses = {kind: next_step(LEADS_TO[kind], NOW, ZONE).href(card.id) for kind in leading}
    assert all(addresses.values())

    for href in {str(href).partition("#")[0] for href in addresses.values()}:
        answer = browser.get(href, follow_redirects=True)
        assert answer.status_code == 200, href
        assert f"/applications/{card.id}" in answer.text
