"""Words to send that have gaps: the one button leads through them, and then to the mail app."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.models import User

ASKS = """From: Jo Ito <jo@banksia.example>
Subject: Your application: Tester at Banksia Software

Hello Robin,

Please send us a copy of your driver licence or passport and your tax file number.

Kind regards
Jo Ito
"""


def test_the_button_leads_to_each_gap_and_then_to_the_mail_app(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    build.application(person, role="Tester", company="Banksia Software")
    page = open_page(PHONE, user=person, path="/mail/new")
    page.locator("textarea").first.fill(ASKS)
    page.locator("main button.main").first.click()
    page.locator("main button.main").first.click()
    page.goto(page.url.split("/mail")[0].split("/app")[0] + "/actions")
    page.get_by_role("link", name=re.compile("what they ask for|licence")).first.click()
    words = page.get_by_label("Your email")

    page.get_by_role("link", name="Fill in the 2 gaps first").click()
    expect(words).to_be_focused()
    page.keyboard.type("my passport")
    expect(words).to_have_value(re.compile("I have attached my passport"))
    page.get_by_role("link", name="Fill in the gap first").click()
    page.keyboard.type("123 456")
    expect(words).to_have_value(re.compile("tax file number is: 123 456"))

    button = page.locator("letter-gaps a")
    expect(button).to_have_text("Email Jo Ito")
    sent = unquote(str(button.get_attribute("href")))
    assert sent.startswith("mailto:jo@banksia.example")
    assert "123 456" in sent

    page.reload()
    expect(words).to_have_value(re.compile("tax file number is: 123 456"))
    expect(button).to_have_text("Email Jo Ito")
