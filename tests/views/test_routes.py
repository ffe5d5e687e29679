"""Every route, walked from the URL map, so that a new one can't be forgotten."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.browser import HERE, Browser
from tests.builders import Build
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application
from tracker.web.access import OPEN

SAFE = {"GET", "HEAD", "OPTIONS"}


def routes(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Each method of each rule."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield method, rule


def is_open(app: Flask, rule: Rule) -> bool:
    """Whether people who are not signed in may use it."""
    return getattr(app.view_functions[rule.endpoint], OPEN, False)


def filled(rule: Rule, numbers: dict[str, int]) -> str:
    """A rule as an address, with the numbers of real rows."""

    def value(match: re.Match[str]) -> str:
        kind, _, name = match.group(1).rpartition(":")
        if kind == "id":
            return str(numbers.get(name, 1))
        return {"stage": "applied", "kind": "ask", "way": "ntfy"}.get(name, "anything")

    return re.sub(r"<([^>]+)>", value, rule.rule)


def rows_of(build: Build, owner: Browser) -> dict[str, int]:
    """One row of every noun, all of one person's."""
    with build.together():
        card: Application = build.application(owner.user, company="Marked-Secret-Company")
        contact = build.contact(owner.user)
        part = build.part(card, contact)
        feedback = build.feedback(card, "Your answers at Marked-Secret-Company were long.")
        point = build.point(feedback)
        link, _ = build.link(owner.user)
        story = build.story(owner.user, situation="Marked-Secret-Company")
        rows = {
            "application_id": card.id,
            "proposal_id": build.mail_proposal(owner.user, text="Marked-Secret-Company").id,
            "note_id": build.note(card).id,
            "interview_id": build.interview(card, starts_at=now()).id,
            "rejection_id": build.rejection(card).id,
            "attempt_id": build.attempt(card).id,
            "feedback_id": feedback.id,
            "point_id": point.id,
            "offer_id": build.offer(
                card, note="Marked-Secret-Company", received_on=now().date()
            ).id,
            "theme_id": build.theme(owner.user).id,
            "action_id": build.action(owner.user, point).id,
            "contact_id": contact.id,
            "part_id": part.id,
            "lead_id": build.lead(owner.user).id,
            "document_id": build.document(owner.user).id,
            "link_id": link.id,
            "coach_note_id": build.coach_note(link, suggestion="Marked-Secret-Company").id,
            "device_id": owner.device.id,
            "user_id": owner.user.id,
            "member_id": owner.user.id,
            "passkey_id": build.passkey(owner.user).id,
            "identity_id": build.identity(owner.user).id,
            "import_id": build.spreadsheet(owner.user).id,
            "export_id": build.export(
                owner.user, state="made", content=b"Marked-Secret-Company"
            ).id,
            "row_id": 1,
            "skill_id": build.skill(owner.user).id,
            "spark_id": build.spark(owner.user).id,
            "check_in_id": build.check_in(card, words="Marked-Secret-Company").id,
            "thought_id": build.thought(card, story="Marked-Secret-Company").id,
            "line_id": build.line(owner.user, "Marked-Secret-Company").id,
            "change_id": 1,
            "look_id": build.step_back(owner.user, fit="Marked-Secret-Company").id,
            "review_id": build.review(owner.user, said="Marked-Secret-Company").id,
            "channel_id": build.reminder_channel(owner.user).id,
            "tag_id": build.tag(owner.user, "Marked-Secret-Company", card).id,
            "view_id": build.saved_view(owner.user, "Marked-Secret-Company").id,
            "story_id": story.id,
            "run_id": build.run(story).id,
            "activity_id": build.activity(owner.user, "Marked-Secret-Company").id,
        }
    bulk = build.bulk_change(owner.user, build.application(owner.user))
    return rows | {"removal_id": build.removal(card).id, "bulk_id": bulk.id}


@dataclass
class Walk:
    """What one who has a row of everything is answered, by the rule; a redirect, then its page."""

    numbers: dict[str, int]
    answers: dict[str, list[TestResponse]]


WALKS: dict[str, Walk] = {}


def walked(app: Flask, browser: Browser, build: Build, rows: dict[str, int] | None = None) -> Walk:
    """All pages, asked for once for all tests that only look at them."""
    kind = db.engine.dialect.name
    if kind not in WALKS:
        numbers, answers = rows or rows_of(build, browser), {}
        for method, rule in routes(app):
            if method == "GET":
                answer = browser.get(filled(rule, numbers))
                answers[rule.rule] = [answer]
                if answer.location and rule.rule != "/logout":
                    answers[rule.rule] += [browser.get(answer.location, follow_redirects=True)]
        WALKS[kind] = Walk(numbers, answers)
    return WALKS[kind]


def from_a_form(browser: Browser) -> dict[str, str]:
    """What a form of ours sends along: one token is good for all of them."""
    return {"Origin": HERE, "X-CSRFToken": browser.token()}


def test_every_route_but_the_open_ones_asks_a_stranger_to_sign_in(
    app: Flask, visitor: Browser
) -> None:
    signed = from_a_form(visitor)
    for method, rule in routes(app):
        if is_open(app, rule):
            continue
        response = visitor.open(filled(rule, {}), method=method, headers=signed, forged=True)
        where = f"{method} {rule.rule}"

        assert response.status_code in (302, 303, 401), where
        if response.status_code != 401:
            assert response.headers["Location"].startswith("/login"), where


def test_open_routes_are_the_few_that_must_be(app: Flask) -> None:
    opened = {rule.rule for _, rule in routes(app) if is_open(app, rule)}

    coach = {
        "/s/<token>",
        "/s/<token>/notes",
        "/s/<token>/applications/<id:application_id>",
        "/s/<token>/applications/<id:application_id>/notes",
        "/s/<token>/applications/<id:application_id>/resume",
        "/s/<token>/applications/<id:application_id>/letter",
        "/s/<path:anything>",
    }
    assert (
        opened
        == {
            "/apple-touch-icon-precomposed.png",
            "/apple-touch-icon.png",
            "/calendar/<token>.ics",
            "/csrf",
            "/favicon.ico",
            "/healthz",
            "/login",
            "/login/code",
            "/login/passkey",
            "/login/provider",
            "/login/provider/answer",
            "/login/proxy",
            "/logout",
            "/manifest.webmanifest",
            "/metrics",
            "/offline",
            "/reset/<token>",
            "/setup",
            "/sw.js",
        }
        | coach
    )


TO_THEIR_LIST = {"/mail/proposals/<id:proposal_id>": "/mail"}
"""Pages whose row goes once it is dealt with, so that Back meets nothing: they lead to the list of
whoever asks, also where the row is another person's, so that both look alike."""


def test_every_route_with_a_row_is_not_found_for_another_person(
    app: Flask, sign_in: Callable[..., Browser], build: Build
) -> None:
    owner, other = sign_in(), sign_in()
    signed = from_a_form(other)
    numbers = rows_of(build, owner)
    names = set(itertools.chain.from_iterable(rule.arguments for _, rule in routes(app)))
    unknown = {name for name in names if name.endswith("_id")} - set(numbers)
    assert not unknown, f"tell rows_of() about {unknown}"

    for method, rule in routes(app):
        if not any(name.endswith("_id") for name in rule.arguments):
            continue
        response = other.open(filled(rule, numbers), method=method, headers=signed, forged=True)
        where = f"{method} {rule.rule} gave {response.status_code}"

        if rule.rule in TO_THEIR_LIST and method == "GET":
            assert (response.status_code, response.location) == (303, TO_THEIR_LIST[rule.rule])
        else:
            assert response.status_code in (404, 405), where
        assert "Marked-Secret-Company" not in response.text, where


FROM_THE_PHONE = {"/share"}
"""What the phone's own Share menu sends to, with no page of ours before it: it changes nothing
(`tests/views/phone/test_share.py`). It may come from no page at all, and never from another's."""

ELSEWHERE: list[dict[str, str]] = [
    {},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://localhost:9999"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
]


def test_every_unsafe_route_refuses_what_comes_from_elsewhere(app: Flask, browser: Browser) -> None:
    """Each sign of it at every eighth route, and all of them where the phone may send to."""
    token = {"X-CSRFToken": browser.token()}
    unsafe = [(method, rule) for method, rule in routes(app) if method not in SAFE]
    assert len(unsafe) > 200

    for place, (method, rule) in enumerate(unsafe):
        own = [ELSEWHERE[place % len(ELSEWHERE)]]
        if rule.rule in FROM_THE_PHONE:
            own = [sign for sign in ELSEWHERE if sign.get("Sec-Fetch-Site") != "none"]
        for sign in own:
            response = browser.open(
                filled(rule, {}), method=method, headers=sign | token, forged=True
            )

            assert response.status_code == 403, f"{method} {rule.rule} {sign}"


def test_every_unsafe_route_refuses_a_form_without_the_token(app: Flask, browser: Browser) -> None:
    for method, rule in routes(app):
        if method in SAFE:
            continue
        if rule.rule.startswith("/s/"):
            continue  # the secret in the address takes the place of a token: no cookie is read
        if rule.rule in FROM_THE_PHONE:
            continue  # nothing comes of it, so there is nothing to forge
        response = browser.open(
            filled(rule, {}), method=method, headers={"Origin": "http://localhost"}, forged=True
        )

        assert response.status_code in (400, 401, 403), f"{method} {rule.rule}"


@pytest.mark.both_databases
def test_every_page_carries_the_strict_headers_and_nothing_inline_or_from_elsewhere(
    app: Flask, browser: Browser, build: Build
) -> None:
    for rule, answers in walked(app, browser, build).answers.items():
        response = answers[0]
        policy = response.headers["Content-Security-Policy"]

        assert "default-src 'none'" in policy, rule
        assert "unsafe" not in policy, rule
        assert response.headers["X-Content-Type-Options"] == "nosniff", rule
        assert response.headers["Referrer-Policy"] == "same-origin", rule
        if "html" not in response.headers.get("Content-Type", ""):
            continue
        page = response.text

        assert not re.search(r"<[^>]+\sstyle=", page), rule
        assert not re.search(r"<[^>]+\son[a-z]+=", page), rule
        assert "<style" not in page, rule
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), rule
        assert not re.search(r'(?:src|action)="(?:https?:)?//', page), rule
        assert "hx-on" not in page, rule


@pytest.mark.both_databases
def test_no_page_breaks_on_odd_words_in_its_address(app: Flask, browser: Browser) -> None:
    odd = "?q=%00%ff%22%27*&after=9.9.9&page=99999999999999999999&sort=;drop&source=%ed%a0%80"
    for method, rule in routes(app):
        if method != "GET" or rule.arguments:
            continue

        assert browser.get(rule.rule + odd).status_code < 500, rule.rule


def test_number_too_large_for_a_database_is_not_found(app: Flask, browser: Browser) -> None:
    """Most rules do not take it; where another does, the page says so."""
    asked, places, taken = 0, app.url_map.bind("localhost"), []
    for method, rule in routes(app):
        names = [name for name in rule.arguments if name.endswith("_id")]
        if not names:
            continue
        asked += 1
        address = filled(rule, dict.fromkeys(names, 2**63))
        try:
            places.match(address, method)
        except (NotFound, MethodNotAllowed):
            continue
        taken.append((method, address))

    assert asked > 200
    for method, address in [*taken, ("GET", f"/applications/{2**63}")]:
        response = browser.open(address, method=method)
        assert response.status_code in (404, 405), f"{method} {address}"
