"""Loops closed, wherever they are counted: one action may answer points of two applications."""

import re

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Application, FeedbackPoint, StageChange
from tracker.values.days import day_of


@pytest.fixture
def cards(browser: Browser, build: Build) -> list[Application]:
    """Two that were told no, each with a lesson of the person's own: nobody was asked."""
    made = []
    for role in ("Baker", "Barista"):
        card = build.application(browser.user, role=role, stage="feedback_received")
        build.rejection(card, on=day_of(now(), browser.user.zone), how="email")
        lesson = build.feedback(card, f"Too long for a {role}.", channel="own", specific=True)
        build.point(lesson)
        made.append(card)
    return made


@pytest.fixture
def action(browser: Browser, cards: list[Application]) -> Action:
    """One that was planned out of both points, and is done."""
    points = [str(number) for number in db.session.scalars(db.select(FeedbackPoint.id))]
    new = browser.get("/actions/new", query_string={"point": points}).text
    browser.post("/actions", data=form_of(new, "/actions") | {"point": points, "what": "Be brief"})
    action = db.session.scalars(db.select(Action)).one()
    browser.post(f"/actions/{action.id}/completion")
    return action


def test_one_action_closes_the_loops_of_all_whose_points_it_answers(
    browser: Browser, build: Build, action: Action
) -> None:
    _, token = build.link(browser.user)

    assert "You learnt something from 2 rejections" in browser.get("/today").text
    assert "Learnt something from 2 of 2 rejections" in browser.get("/insights?span=all").text
    coachs = browser.get(f"/s/{token}").text
    assert "<dt>Rejections</dt>" in coachs and "<dd>2 of 2: did something about it" in coachs


@pytest.mark.both_databases
def test_action_that_was_dropped_closes_none(
    browser: Browser, cards: list[Application], action: Action
) -> None:
    browser.post(f"/actions/{action.id}/removal")

    assert "learnt something" not in browser.get("/today").text


def test_action_that_is_used_counts_for_all_whose_points_it_answers(
    browser: Browser, build: Build, action: Action
) -> None:
    later = build.application(browser.user, role="Baker again")
    browser.post(f"/applications/{later.id}/uses", data={"used": str(action.id)})

    page = browser.get("/insights?span=all").text

    row = page[page.rindex("Used in a later application") :].split("</tr>")[0]
    assert re.search(r'<td class="num"[^>]*>2</td>', row)


def test_action_that_is_due_stands_once_though_it_came_from_a_card_that_is_put_away(
    browser: Browser, build: Build, cards: list[Application]
) -> None:
    points = list(db.session.scalars(db.select(FeedbackPoint)))
    build.action(
        browser.user,
        *points,
        application_id=cards[0].id,
        what="Practise once",
        due_on=day_of(now(), browser.user.zone),
    )
    browser.post(f"/applications/{cards[0].id}/archival", data={"outcome": "withdrawn"})

    page = browser.get("/today").text

    assert f'href="/applications/{cards[1].id}/actions"' in page
    assert "Practise once" not in page


def test_move_to_interview_that_was_undone_is_told_as_none(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, applied_on=day_of(now(), browser.user.zone))
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )
    change = db.session.scalars(db.select(StageChange).order_by(StageChange.id.desc())).first()
    assert change is not None
    browser.post(f"/applications/{card.id}/stage/{change.id}/reversal")
    _, token = build.link(browser.user)

    page = browser.get(f"/s/{token}").text
    assert re.search(r"<dt>Sent</dt>\s*<dd[^>]*>1</dd>", page)
    assert "Interviewed" not in page
