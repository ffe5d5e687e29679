"""A reminder that reaches a device: the worker shows it, and opens only pages of ours."""

import json
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from e2e.conftest import PATIENCE, PHONE, Server, until
from tracker.models import User

NOTED = """() => {
  self.shown = [];
  ServiceWorkerRegistration.prototype.showNotification = async (title, options) => {
    const { body, tag, data, icon } = options;
    shown.push({ title, body, tag, ...data, icon });
  };
}"""
"""Chromium without windows lets nobody show notifications."""


def test_a_reminder_is_shown_and_leads_nowhere_else(
    open_page: Callable[..., Page], server: Server, person: User
) -> None:
    page = open_page(PHONE, user=person, service_workers="allow", path="/today")
    until(page, "!!navigator.serviceWorker.controller")
    browser = page.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []

    def heard(said: dict[str, Any]) -> None:
        found.append(said)

    browser.on("ServiceWorker.workerRegistrationUpdated", heard)
    browser.send("ServiceWorker.enable")
    until(page, "true")
    worker = page.context.service_workers[0]
    worker.evaluate(NOTED)
    told = {"title": "One thing for today", "body": "It.", "tag": "digest-2026-11-24",
            "href": "/actions/1"}  # fmt: skip
    for data in (json.dumps(told), "no words of ours"):
        registration = found[-1]["registrations"][0]["registrationId"]
        about = {"origin": server.url, "registrationId": registration, "data": data}
        browser.send("ServiceWorker.deliverPushMessage", about)

    give_up = time.monotonic() + PATIENCE
    while len(shown := worker.evaluate("shown")) < 2:
        assert time.monotonic() < give_up, shown
        page.wait_for_timeout(20)
    assert "/static/" in shown[0].pop("icon")
    assert shown[0] == told
    assert (shown[1]["title"], shown[1]["href"]) == ("Onward", "/today")
    opened = worker.evaluate(
        "['/today', '//elsewhere.example/x', '/actions/1#a'].map((href) => placeOf(href))"
    )
    assert opened == [f"{server.url}/today", f"{server.url}/today", f"{server.url}/actions/1#a"]
