"""Signing out and going Back: what the browser kept may not be seen."""

import time

from tests.browsers.engine import PATIENCE, Engine, Fell
from tests.browsers.story import FIRST, Step, sign_in

LOOKS = 1.5
"""Seconds for which a page that should not be there is looked out for."""
PRIVATE = "document.body.dataset.person && document.body.innerText.length > 50"
SIGN_IN = "document.querySelector('h1')?.textContent === 'Sign in'"
PLACES = ("/moments", "/today", "/applications/{}", "/applications/{}/check-in", "/board")


def leave_and_go_back(path: str) -> Step:
    """A step that signs out on that page, and goes Back."""

    def step(browser: Engine) -> str:
        sign_in(browser)
        browser.go("/board")
        browser.go(path.format(browser.until(FIRST)))
        browser.until("document.body.dataset.person", "a page of somebody's")
        browser.script("document.querySelector('form[action$=\"/logout\"]').requestSubmit()")
        browser.until(SIGN_IN, "signed out")
        browser.back()
        began, looks, private, asked = time.monotonic(), 0, 0, False
        while time.monotonic() - began < LOOKS or not asked:
            looks, asked = looks + 1, browser.ask(SIGN_IN)
            private += bool(browser.ask(PRIVATE))
            if time.monotonic() - began > PATIENCE:
                raise Fell("the page never asked to sign in")
        if private:
            raise Fell(f"the private page was seen, at {private} of {looks} looks")
        return f"sign-in at once, at {looks} looks"

    return step


STEPS: list[tuple[str, Step]] = [
    (f"Sign out on {path.format('…')}, then Back", leave_and_go_back(path)) for path in PLACES
]
