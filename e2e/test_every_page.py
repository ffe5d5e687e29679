"""Every page, walked from the URL map: readable by all, on the narrowest phone, in the dark.

A browser shows as many of them as hold one of each kind of element that any page holds, where a
very long word in it makes a kind of its own; all, where ONWARD_PAGES is "whole". What markup alone
tells is asked of all.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

from flask import Flask
from lxml import html
from playwright.sync_api import Error, Page, Response

from e2e.conftest import Server
from e2e.pages.barriers import NARROW, barriers
from e2e.pages.kinds import covering, faults_of_markup, kinds
from tests.builders import Build
from tests.views.test_routes import filled, is_open
from tracker.clock import now
from tracker.models import User

LONG = "W" * 90 + " Österreichische-Donaudampfschifffahrtsgesellschaft 株式会社ヤマト O’Connor " * 3
NOT_PAGES = {"/healthz", "/metrics", "/", "/reset/<token>"}
FRAGMENT = "/earlier"
FILES = (".csv", ".ics", ".pdf", ".svg", ".vcf", "/file")
"""How addresses of what is no page end: tests of what is in it ask for it without a browser."""


def addresses(app: Flask, numbers: dict[str, int]) -> list[str]:
    """Every page that a signed-in person can open."""
    return sorted(
        filled(rule, numbers)
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and rule.rule not in NOT_PAGES
        and not is_open(app, rule)
        and not rule.rule.endswith((FRAGMENT, *FILES))
    )


def a_busy_person(build: Build, person: User) -> dict[str, int]:
    """One of everything, some of it very long; the numbers of the rows."""
    card = build.application(
        person,
        role=LONG[:300],
        company=LONG[:300],
        location=LONG[:200],
        link="https://example.org/x",
    )
    build.application(person, role="Baker", stage="rejected")
    build.application(person, role="Clerk", stage="interview", offer_received_on=now().date())
    build.application(person, role="Old", archived_at=now(), outcome="withdrawn")
    build.application(person, role="Gone", deleted_at=now())
    contact = build.contact(person, email="mary@example.org", phone="0400 000 000")
    build.interview(card, starts_at=now() + timedelta(hours=20))
    feedback = build.feedback(card, f"You came across well.\n\n{LONG}\n\nYour answers were long.")
    point = build.point(feedback, "Your answers were long.")
    action = build.action(
        person, point, what=LONG[:300], due_on=now().date(), kind="interview_practice"
    )
    link, _ = build.link(person, label=LONG[:200], opens=3, last_opened_at=now())
    build.link(person, label="Over", revoked_at=now())
    coach_note = build.coach_note(
        link, LONG, by=LONG[:100], suggestion=LONG, application_id=card.id
    )
    build.coach_note(link, answer="Thank you.", hidden_at=now())
    build.action(person, what="Ask Sam to listen", done_on=now().date())
    return {
        "feedback_id": feedback.id,
        "point_id": point.id,
        "theme_id": build.theme(person, LONG[:200]).id,
        "action_id": action.id,
        "application_id": card.id,
        "proposal_id": build.mail_proposal(
            person, text=LONG * 9, sender=LONG, subject=LONG[:400]
        ).id,
        "channel_id": build.reminder_channel(person, label=LONG[:100], problem=LONG[:200]).id,
        "note_id": build.note(card, body="# A heading\n\n- one\n- two\n\n`code` " + LONG).id,
        "interview_id": build.interview(card, starts_at=now() - timedelta(days=2)).id,
        "rejection_id": build.rejection(card).id,
        "offer_id": build.offer(card, note=f"By email\n\n{LONG}", received_on=now().date()).id,
        "attempt_id": build.attempt(card, channel="email", result="sent", body=LONG).id,
        "contact_id": contact.id,
        "part_id": build.part(card, contact).id,
        "lead_id": build.lead(person, company=LONG[:200]).id,
        "document_id": build.document(person).id,
        "link_id": link.id,
        "coach_note_id": coach_note.id,
        "import_id": build.spreadsheet(person, state="landed").id,
        "export_id": build.export(person, state="made", filename="made.zip", content=b"made").id,
        "check_in_id": build.check_in(card, before=8, after=3, after_at=now(), words=LONG).id,
        "thought_id": build.thought(card, LONG, ended="question", question=LONG[:300]).id,
        "line_id": build.line(person, LONG[:300]).id,
        "skill_id": build.skill(person).id,
        "spark_id": build.spark(person).id,
        "tag_id": build.tag(person, LONG[:200], card).id,
        "view_id": build.saved_view(person, LONG[:200], asked=f"q={LONG[:100]}&source=x").id,
        "bulk_id": build.bulk_change(person, build.application(person)).id,
        "look_id": build.step_back(person, fit=LONG).id,
        "review_id": build.review(person, by=LONG[:200], said=LONG).id,
        "activity_id": build.activity(person, LONG[:300], minutes=90).id,
        "user_id": build.user().id,
        "member_id": build.user().id,
    }


def pages(server: Server, person: User, numbers: dict[str, int]) -> dict[str, html.HtmlElement]:
    """What a signed-in person gets at each address, but for files and ways elsewhere."""
    client = server.app.test_client()
    client.set_cookie("onward", server.cookie(person)["value"], domain="127.0.0.1")
    found: dict[str, html.HtmlElement] = {}
    refused: set[tuple[int, str]] = set()
    for address in (*addresses(server.app, numbers), f"/companies?name={quote(LONG[:300])}"):
        answer = client.get(address, base_url=server.url)
        if answer.location or answer.mimetype != "text/html":
            continue
        page = html.document_fromstring(answer.text)
        if answer.status_code >= 400:
            said = (answer.status_code, page.find(".//main").text_content())
            if said in refused:
                continue
            refused.add(said)
        found[address] = page
    return found


def test_no_page_has_a_barrier_a_sideways_scroll_or_a_tiny_target(
    open_page: Callable[..., Page], server: Server, person: User, build: Build
) -> None:
    all_pages = pages(server, person, a_busy_person(build, person))
    assert len(all_pages) > 120
    faults = [
        f"{address}: {fault}"
        for address, page in all_pages.items()
        for fault in faults_of_markup(page)
    ]
    page = open_page(NARROW, user=person)
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))

    some = covering({address: kinds(page) for address, page in all_pages.items()})
    for address in all_pages if os.environ.get("ONWARD_PAGES") == "whole" else some:
        said.clear()
        response = shown(page, address)
        assert response, address
        faults += [f"{address}: {fault}" for fault in barriers(page)]
        if response.status < 400:
            faults += [f"{address}: {words}" for words in said]

    assert not faults, "\n".join(faults)


def shown(page: Page, address: str) -> Response | None:
    """The answer that is on the screen; None for a download and for what leads elsewhere."""
    try:
        response = page.goto(address, wait_until="load")
    except Error as error:
        if "Download is starting" in error.message:
            return None
        raise
    if response is None or response.request.redirected_from:
        return None
    return response if "html" in response.headers.get("content-type", "") else None
