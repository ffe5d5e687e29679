"""The line to the server is cut: what is read from the phone, what stays, and signing out."""

from collections.abc import Callable

from e2e.browser.storage import KEPT, WAITING
from tests.browsers import waiting
from tests.browsers.engine import Engine, Fell
from tests.browsers.line import (
    MOVES,
    SIGN_OUT,
    TOAST,
    bar,
    made,
    move_first,
    needs_worker,
    number,
)
from tests.browsers.story import Step, sign_in


def register(browser: Engine) -> str:
    sign_in(browser)
    browser.go("/board")
    browser.until("!!navigator.serviceWorker.controller", "a worker minds the page")
    card = number(browser)
    paths = ["/today", "/board", f"/applications/{card}"]
    for path in paths:
        browser.go(path)
    kept = f"{KEPT}.then((kept) => {paths}.every((path) => kept.includes(path)) && kept.length)"
    return f"{browser.until(kept, 'the pages are kept')} pages and files kept"


def read(browser: Engine) -> str:
    card = number(browser)
    browser.served.line.sever()
    for path in ("/today", "/board", f"/applications/{card}"):
        browser.go(path)
        bar(browser, "Saved at")
    browser.go("/people")
    browser.until("document.querySelector('h1')?.textContent === 'You can still read these'")
    links = browser.until("document.querySelectorAll('#kept-list a').length")
    browser.served.line.mend()
    browser.go("/today")
    browser.served.line.hang()
    browser.go("/today")
    bar(browser, "Saved at")
    return f"kept; a list of {links} for what is not"


def stays(browser: Engine) -> str:
    browser.go("/lines")
    browser.tap("main .write > summary")
    browser.type("main [name=text]", "Words that stay")
    browser.served.line.sever()
    browser.tap("main form button", "Save this line")
    browser.until(f"{TOAST}.includes('so this was not saved')", "it says so")
    if browser.ask("document.querySelector('main [name=text]').value") != "Words that stay":
        raise Fell("what was typed is gone")
    return "on its page, as typed"


def leave(browser: Engine) -> str:
    card = number(browser)
    moves = browser.served.count(MOVES, card)
    browser.served.line.sever()
    browser.script(SIGN_OUT)
    browser.until(f"{TOAST}.includes('you are still signed in')", "it says that it can't yet")
    move_first(browser)
    bar(browser, "1 change waiting")
    browser.script(SIGN_OUT)
    browser.until("document.getElementById('leave')?.innerText.includes('it is lost')", "it asks")
    browser.served.line.mend()
    browser.tap("#leave button", "Sign out anyway")
    browser.until("document.querySelector('h1')?.textContent === 'Sign in'", "signed out")
    browser.until("caches.keys().then((names) => !names.length)", "no page is kept")
    browser.until(f"{WAITING}.then((many) => !many)", "nothing waits")
    made(browser, moves, MOVES, card)
    return "asks first; nothing is left"


TOLD: list[tuple[str, Callable[[Engine], str]]] = [
    ("The worker begins", register),
    ("No line: pages are read from the phone", read),
    ("No line: a move and a note wait", waiting.wait_and_send),
    ("The line is cut at the answer", waiting.lost_answer),
    ("No line: a form of a page waits", waiting.plain_form),
    ("Signed out while a change waits", waiting.signed_out),
    ("Moved elsewhere meanwhile", waiting.changed_meanwhile),
    ("No line: Undo of what waits", waiting.taken_back),
    ("No line: what can't wait stays", stays),
    ("No line: signing out empties the phone", leave),
]
STEPS: list[tuple[str, Step]] = [(name, needs_worker(step)) for name, step in TOLD]
