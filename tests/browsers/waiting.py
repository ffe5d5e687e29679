"""Changes that are made without a line wait on the phone, and each is made once."""

from e2e.browser.storage import KEPT, WAITING
from tests.browsers.engine import Engine
from tests.browsers.line import (
    MOVES,
    NOTES,
    TOAST,
    all_sent,
    bar,
    made,
    move_first,
    number,
    write_note,
)
from tests.browsers.story import sign_in


def wait_and_send(browser: Engine) -> str:
    card = number(browser)
    moves, words = browser.served.count(MOVES, card), "Written in a tunnel"
    browser.go(f"/applications/{card}")
    browser.go("/board")
    browser.served.line.sever()
    move_first(browser)
    sign = f"document.querySelector('#column-interview #card-{card} .unsent')?.textContent"
    browser.until(f"{sign} === 'Will be sent'", "the card says so")
    browser.go(f"/applications/{card}")
    write_note(browser, words)
    bar(browser, "2 changes waiting")
    browser.go("/board")
    browser.until(f"{sign} === 'Will be sent'", "the kept board says so")
    all_sent(browser)
    browser.go("/board")
    made(browser, moves + 1, MOVES, card)
    made(browser, 1, NOTES, words)
    return "will be sent; each once"


def lost_answer(browser: Engine) -> str:
    card, words = number(browser), "Its answer was lost"
    browser.go(f"/applications/{card}")
    browser.served.line.sever_at_change("after")
    write_note(browser, words)
    bar(browser, "1 change waiting")
    made(browser, 1, NOTES, words)
    all_sent(browser)
    made(browser, 1, NOTES, words)
    return "sent twice, made once"


def plain_form(browser: Engine) -> str:
    browser.go("/applications/new")
    browser.until(f"{KEPT}.then((kept) => kept.includes('/applications/new'))", "the form is kept")
    browser.served.line.sever()
    browser.go("/applications/new")
    browser.type("input[name=company]", "Spoonbill Tunnels")
    browser.type("input[name=role]", "Digger")
    browser.tap("main button.main")
    bar(browser, "1 change waiting")
    all_sent(browser)
    made(browser, 1, "SELECT count(*) FROM applications WHERE company = 'Spoonbill Tunnels'")
    return "waits, and is made once"


def signed_out(browser: Engine) -> str:
    card, words = number(browser), "Signed out meanwhile"
    browser.go(f"/applications/{card}")
    browser.served.line.sever()
    write_note(browser, words)
    bar(browser, "1 change waiting")
    browser.served.change("DELETE FROM devices")
    browser.served.line.mend()
    browser.script("dispatchEvent(new Event('online'))")
    bar(browser, "Sign in again to send it.")
    made(browser, 0, NOTES, words)
    browser.tap("#waits a", "Sign in")
    sign_in(browser)
    all_sent(browser)
    made(browser, 1, NOTES, words)
    return "waits, then sent once"


def changed_meanwhile(browser: Engine) -> str:
    card = number(browser)
    moves = browser.served.count(MOVES, card)
    browser.served.line.sever()
    move_first(browser)
    bar(browser, "1 change waiting")
    browser.served.change(
        "UPDATE applications SET stage = 'action_taken', version = version + 1 WHERE id = ?", card
    )
    browser.served.line.mend()
    browser.go("/offline")
    browser.find("#waiting-list li", "Needs a look")
    browser.tap("#waiting-list button", "Move it to Interview")
    browser.until(f"{WAITING}.then((many) => !many)", "it is sent")
    made(browser, moves + 1, MOVES, card)
    return "both ways on; one moves it"


def taken_back(browser: Engine) -> str:
    card = number(browser)
    moves = browser.served.count(MOVES, card)
    browser.served.line.sever()
    browser.go("/board")
    move_first(browser)
    browser.until(f"{TOAST}.includes('Will be sent')", "it says so")
    browser.tap("#toast button", "Undo")
    browser.until(f"{WAITING}.then((many) => !many)", "nothing waits")
    browser.until(f"document.querySelector('#column-applied #card-{card}') !== null", "it is back")
    all_sent(browser)
    made(browser, moves, MOVES, card)
    return "before it is sent"
