"""Whatever is taken away with an Undo comes back by it, once however often it is sent."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import func, select

from tests.browser import Browser
from tests.builders import Build
from tests.sent import undo_of
from tests.views.test_routes import filled, routes, rows_of
from tracker.extensions import db
from tracker.models.undo import NOUNS

OTHERWISE = {
    "/actions/<id:action_id>/removal",
    "/settings/members/<id:user_id>/removal",
    "/settings/removal",
}
"""An action is dropped, and with an account goes everything."""


def removals(app: Flask) -> list[str]:
    """Where something is taken away."""
    rules = [rule for method, rule in routes(app) if method == "POST"]
    return [rule for rule in rules if rule.rule.endswith("/removal") and rule.rule not in OTHERWISE]


def counts() -> dict[str, int]:
    db.session.rollback()
    return {
        table: db.session.scalar(select(func.count()).select_from(model)) or 0
        for table, model in NOUNS.items()
    }


def test_all_that_is_taken_away_comes_back_by_its_undo(
    app: Flask, sign_in: Callable[..., Browser], build: Build
) -> None:
    owner, other = sign_in(), sign_in()
    numbers, found = rows_of(build, owner), removals(app)
    assert len(found) == 18
    for rule in found:
        address, before = filled(rule, numbers), counts()

        taken = owner.post(address, data={"key": "taken"})

        assert taken.status_code == 303, address
        gone = counts()
        assert any(gone[table] < before[table] for table in before), address
        undo = undo_of(owner.get(taken.location).text)
        assert owner.post(address, data={"key": "taken"}).status_code in (303, 404), address
        assert other.post(undo, data={"key": "back"}).status_code == 404, undo
        for _ in range(2):
            assert owner.post(undo, data={"key": "back"}).status_code == 303, undo
        assert counts() == before, address


def test_what_was_taken_off_an_application_in_the_bin_waits_until_that_is_out_of_it(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    removal = build.removal(card)
    undo = f"/applications/{card.id}/removals/{removal.id}/reversal"
    browser.post(f"/applications/{card.id}/deletion")

    assert browser.post(undo, data={"key": "a"}).status_code == 404
    browser.post(f"/applications/{card.id}/deletion/reversal")
    assert browser.post(undo, data={"key": "b"}).status_code == 303
