"""What the steps without a line look at: the bar, what is kept, what waits and what was made."""

from e2e.browser.storage import WAITING
from tests.browsers.engine import Engine, Fell, Lacks
from tests.browsers.story import FIRST, Step

BAR = "(document.getElementById('waits')?.innerText ?? '')"
TOAST = "document.getElementById('toast').textContent"
SIGN_OUT = "document.querySelector('form[action$=\"/logout\"]').requestSubmit()"
MOVES = "SELECT count(*) FROM stage_changes WHERE application_id = ?"
NOTES = "SELECT count(*) FROM notes WHERE body = ?"


def needs_worker(step: Step) -> Step:
    """Says what the engine lacks, where it has no worker; the line is whole after each step."""

    def tried(browser: Engine) -> str:
        if not browser.ask("'serviceWorker' in navigator"):
            raise Lacks("no service worker in this window")
        try:
            return step(browser)
        finally:
            browser.served.line.mend()

    return tried


def bar(browser: Engine, words: str) -> None:
    browser.until(f"{BAR}.includes({words!r})", f"the bar says {words!r}")


def number(browser: Engine) -> str:
    """An application that waits for an answer."""
    browser.go("/board")
    return str(browser.until(FIRST))


def write_note(browser: Engine, words: str) -> None:
    browser.type("#note-box textarea", words)
    browser.tap("#note-box button", "Save note")


def all_sent(browser: Engine) -> None:
    """The line is back, and somebody looks at a page."""
    browser.served.line.mend()
    browser.go("/board")
    browser.until(f"{WAITING}.then((many) => !many)", "all is sent")
    browser.until("!document.getElementById('waits')", "the bar goes")


def made(browser: Engine, wanted: int, statement: str, *values: object) -> None:
    found = browser.served.count(statement, *values)
    if found != wanted:
        raise Fell(f"made {found} times, not {wanted}: {statement} {values}")


def move_first(browser: Engine) -> None:
    """The first that waits for an answer gets an interview."""
    browser.tap("#column-applied .card [name=card]", "Move")
    browser.tap("#move-sheet button", "Interview")
