"""Asking for advice on a phone: the call with its words in view, then the email."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.clock import now
from tracker.models import Application, User
from tracker.values.days import day_of

TYPED = "Hello Mary,\n\nIt’s 100 % “fine” & (really) *thanks*! Søren + 李雷"


@pytest.fixture
def card(build: Build, person: User) -> Application:
    """A no of today, after an interview with Mary."""
    card = build.application(person, role="Bookkeeper", company="Banksia Books", stage="rejected")
    build.interview(card, starts_at=now() - timedelta(days=6), rating=3)
    build.rejection(card, on=day_of(now(), person.zone), how="email", stage_reached="interview")
    mary = build.contact(person, phone="0400 000 000", email="mary.o'connor@example.org")
    build.part(card, mary, "interviewer")
    return card


def mail_link(page: Page) -> str:
    """The link as the phone would open it."""
    link: str = page.get_by_role("link", name="Open in my mail app").evaluate("(a) => a.href")
    return link


def test_voicemail_leads_to_the_email_and_then_to_waiting(
    open_page: Callable[..., Page], card: Application, person: User
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}/ask")
    call = page.get_by_role("link", name="Call Mary")
    expect(call).to_be_in_viewport()
    expect(call).to_have_attribute("href", "tel:0400000000")
    spoken = page.get_by_role("list", name="What to say").get_by_role("paragraph").first
    assert (
        spoken.evaluate("(words) => words.getBoundingClientRect().top")
        < PHONE["viewport"]["height"] / 3
    )
    page.get_by_role("link", name="What happened?").click()

    page.get_by_role("button", name="I left a message").click()
    expect(page.get_by_role("heading", name="The email")).to_be_visible()
    page.get_by_label("Your email").fill(TYPED)
    page.get_by_role("button", name="I sent it").click()

    expect(page.get_by_text(re.compile("^Nothing to do before"))).to_be_visible()
    expect(page.get_by_text("Today · I left a message")).to_be_visible()


def test_mail_link_follows_what_is_typed_as_the_server_would_write_it(
    open_page: Callable[..., Page], card: Application, person: User
) -> None:
    place = f"/applications/{card.id}/ask/letter/ask"
    page = open_page(PHONE, user=person, path=place)
    built = page.get_by_role("link", name="Open in my mail app").get_attribute("href")
    assert mail_link(page) == built

    page.get_by_label("Your email").fill(TYPED)
    page.get_by_label("Subject").fill("Rat & Tat")
    live = mail_link(page)
    assert unquote(live).endswith("&body=" + TYPED.replace("\n", "\r\n"))

    plain = open_page(PHONE, user=person, java_script_enabled=False)
    plain.goto(place)
    plain.get_by_label("Your email").fill(TYPED)
    plain.get_by_label("Subject").fill("Rat & Tat")
    plain.get_by_role("button", name="Put my changes into the mail link").click()
    link = plain.get_by_role("link", name="Open in my mail app")
    expect(link).to_have_attribute("href", live)
    expect(plain.get_by_role("button", name="Copy")).to_have_count(0)


def test_long_letter_is_cut_alike_and_said_to_be(
    open_page: Callable[..., Page], card: Application, person: User
) -> None:
    place = f"/applications/{card.id}/ask/letter/ask"
    page = open_page(PHONE, user=person, path=place)
    words = "\n\n".join(["Wörter und mehr " * 12] * 12).replace(" \n", "\n").strip()

    page.get_by_label("Your email").fill(words)

    expect(page.get_by_text("It is too long for a link")).to_be_visible()
    plain = open_page(PHONE, user=person, java_script_enabled=False)
    plain.goto(place)
    plain.get_by_label("Your email").fill(words)
    plain.get_by_role("button", name="Put my changes into the mail link").click()
    link = plain.get_by_role("link", name="Open in my mail app")
    expect(link).to_have_attribute("href", mail_link(page))


def test_what_was_typed_in_a_letter_comes_back_with_its_link(
    open_page: Callable[..., Page], card: Application, person: User
) -> None:
    place = f"/applications/{card.id}/ask/letter/ask"
    page = open_page(PHONE, user=person, path=place)
    page.get_by_label("Your email").fill(TYPED)

    page.reload()

    expect(page.get_by_label("Your email")).to_have_value(TYPED)
    assert unquote(mail_link(page)).endswith(TYPED.replace("\n", "\r\n"))
    page.get_by_text("Warm, English").click()
    page.get_by_role("link", name="Formal").click()
    expect(page.get_by_label("Your email")).not_to_have_value(TYPED)
    page.get_by_text("Formal, English").click()
    page.get_by_role("link", name="Warm").click()
    expect(page.get_by_label("Your email")).to_have_value(TYPED)


def test_enter_in_the_subject_marks_nothing_as_sent(
    open_page: Callable[..., Page], card: Application, person: User
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}/ask/letter/ask")
    page.get_by_label("Your email").fill(TYPED)

    before = page.get_by_label("Subject").input_value()
    page.get_by_label("Subject").press("Enter")

    expect(page.get_by_label("Subject")).to_have_value(before)
    expect(page.get_by_role("button", name="I sent it")).to_be_visible()
    expect(page.get_by_label("Your email")).to_have_value(TYPED)
    page.goto(f"/applications/{card.id}/ask")
    expect(page.get_by_text("So far")).to_have_count(0)


def test_letter_can_be_copied(
    open_page: Callable[..., Page], card: Application, person: User
) -> None:
    desk: dict[str, Any] = PHONE | {"permissions": ["clipboard-read", "clipboard-write"]}
    page = open_page(desk, user=person, path=f"/applications/{card.id}/ask/letter/ask")
    page.get_by_label("Your email").fill(TYPED)

    page.get_by_role("button", name="Copy", exact=True).click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == TYPED
