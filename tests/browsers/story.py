"""What is tried in each browser, one step after another."""

from collections.abc import Callable
from pathlib import Path

from tests.browsers.engine import Engine, Fell
from tests.browsers.served import EMAIL, PASSWORD

SHEET = Path(__file__).parents[1] / "data" / "messy-spreadsheet.csv"
FIRST = "document.querySelector('#column-applied .card')?.id.slice(5)"
MARKED = "document.querySelector('.tabs [aria-current]')?.hash.slice(8)"
COUNT = "Number(document.getElementById('count-applied')?.textContent)"
Step = Callable[[Engine], str]


def sign_in(browser: Engine) -> str:
    browser.go("/login")
    if browser.ask("document.body.dataset.person"):
        return "in already"
    browser.type("input[name=email]", EMAIL)
    browser.type("input[name=password]", PASSWORD)
    browser.tap("button.main", "Sign in")
    browser.until("document.body.classList.contains('signed-in')", "signed in")
    return "in"


def today(browser: Engine) -> str:
    browser.go("/today")
    browser.head(",")  # Good morning, Mia; at night Hello, Mia
    return f"{browser.ask('innerWidth')} px wide, {sideways(browser)}"


def sideways(browser: Engine) -> str:
    """Whether something is wider than the window."""
    over = browser.ask("document.scrollingElement.scrollWidth - innerWidth")
    if over > 0:
        raise Fell(f"{over} px wider than the window")
    return "nothing wider"


def more(browser: Engine) -> str:
    shown = "document.getElementById('nav-more').getClientRects().length > 0"
    browser.go("/today")
    browser.tap(".nav > button", "More")
    browser.until(shown, "More is open")
    links = browser.ask("document.querySelectorAll('#nav-more a').length")
    browser.tap("h1")
    browser.until(f"!({shown})", "More is closed by a tap beside it")
    return f"{links} places; a tap beside it closes"


def tabs(browser: Engine) -> str:
    browser.go("/board")
    browser.tap(".tabs a[href='#column-interview']")
    browser.until(f"{MARKED} === 'interview'", "the tapped tab is marked")
    browser.script(
        "const all = document.querySelector('.columns');"
        "all.scrollTo({ left: document.getElementById('column-rejected').offsetLeft })"
    )
    browser.until(f"{MARKED} === 'rejected'", "the tab of what is swiped to is marked")
    return "a tap and a swipe"


def move(browser: Engine) -> str:
    browser.go("/board")
    before, card = browser.until(COUNT), browser.ask(FIRST)
    browser.tap("#column-applied .card [name=card]", "Move")
    browser.tap("#move-sheet button", "Interview")
    browser.until(f"{COUNT} === {before - 1}", "the count follows")
    browser.until(f"document.querySelector('#column-interview #card-{card}') !== null")
    browser.tap("#toast button", "Undo")
    browser.until(f"{COUNT} === {before}", "the count is back")
    browser.until(f"document.querySelector('#column-applied #card-{card}') !== null")
    return f"{before}, {before - 1}, {before}"


def narrow(browser: Engine) -> str:
    browser.go("/board")
    count = "document.querySelectorAll('.card').length"
    before = browser.until(count)
    browser.type("#q", "data")
    browser.until("location.search.includes('q=data')", "the filter is in the address")
    browser.until(f"{count} < {before}", "fewer cards")
    return f"{before} cards, {browser.ask(count)}; {browser.ask('location.search')}"


def said_no(browser: Engine) -> str:
    browser.go("/board")
    browser.tap("#column-applied .card [name=card]", "Move")
    browser.tap("#move-sheet button", "They said no")
    browser.head("I’m sorry")
    return "two taps"


def draft(browser: Engine) -> str:
    browser.go("/board")
    place = f"/applications/{browser.until(FIRST)}/check-in"
    browser.go(f"{place}#step-2")
    browser.type("textarea[name=words]", "Not lost")
    browser.until("Object.keys(localStorage).some((name) => name.startsWith('draft:'))")
    browser.go("/today")
    browser.go(f"{place}#step-2")
    browser.until("document.querySelector('[name=words]').value === 'Not lost'", "it is back")
    browser.until("document.querySelector('#toast').textContent.includes('is back')")
    browser.tap("form[data-draft] button.main", "Save")
    browser.until("location.pathname !== " + repr(place), "its button could be pressed")
    return "back, and saved"


def letter(browser: Engine) -> str:
    browser.go("/board")
    card = browser.until("document.querySelector('#column-rejected .card')?.id.slice(5)")
    browser.go(f"/applications/{card}/ask/letter/ask")
    browser.type("textarea[name=body]", "(it's me)")
    browser.until(
        "decodeURIComponent(document.querySelector('[data-mail]').href).includes(\"(it's me)\")",
        "the mail link holds what was typed",
    )
    return "the link follows"


def add(browser: Engine) -> str:
    browser.go("/applications/new")
    browser.type("input[name=company]", "Wattlebird")
    browser.type("input[name=role]", "Analyst")
    browser.tap("main button.main")
    browser.until("document.body.textContent.includes('Added Analyst at Wattlebird')")
    return "saved"


def bring_in(browser: Engine) -> str:
    browser.go("/imports")
    browser.until("document.querySelector('input[type=file]') !== null")
    browser.keys(browser.script("return document.querySelector('input[type=file]')"), str(SHEET))
    browser.tap("main button.main")
    return str(browser.until("document.querySelector('main').innerText.match(/[0-9]+ rows/)?.[0]"))


def insights(browser: Engine) -> str:
    browser.go("/insights")
    browser.until("document.querySelectorAll('.chart svg').length > 0", "charts")
    shown = "(chart) => chart.getClientRects().length"
    charts = f"[...document.querySelectorAll('.chart svg')].filter({shown})"
    if browser.ask(f"{charts}.some((chart) => chart.clientWidth < 100)"):
        raise Fell("a chart has no room")
    return f"{browser.ask(f'{charts}.length')} charts, {sideways(browser)}"


def coach(browser: Engine) -> str:
    browser.go("/coach")
    browser.tap("main a", "Make a link")
    browser.tap("main button", "Make the link")
    address = browser.until("document.querySelector('copy-text textarea')?.value")
    browser.navigate(browser.base + "/s/" + address.partition("/s/")[2])
    browser.head("job search")
    return f"opened, {sideways(browser)}"


STEPS: list[tuple[str, Step]] = [
    ("Sign in", sign_in),
    ("Today", today),
    ("More opens, and closes", more),
    ("The tabs of the board", tabs),
    ("Move a card, and undo", move),
    ("Filter", narrow),
    ("They said no", said_no),
    ("A moment's draft comes back", draft),
    ("A letter", letter),
    ("Add an application", add),
    ("Bring in a spreadsheet", bring_in),
    ("Insights", insights),
    ("A coach's page", coach),
]
