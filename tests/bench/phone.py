"""The board on an emulated phone: a slower processor, a slow network, a cold and a warm cache."""

import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.bench.client import SignedIn
from tests.bench.report import Figure, Report

SLOWER = 4
NETWORK = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Slow 4G as Lighthouse says it: 150 ms there and back, 1.6 Mbit/s down, 0.75 up."""
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/149.0.0.0 Mobile Safari/537.36",
}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROBE = Path(__file__).with_name("phone.js").read_text()
SETTLE = 1500
"""Milliseconds in which nothing more is asked for once the page has loaded."""


def measure(report: Report, known: SignedIn, rounds: int) -> None:
    """Every round a new profile: cold, in a new tab, from Today, and a card moved by two taps."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        report.skip("phone", "Playwright is not installed")
        return
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if chromium is None:
        report.skip("phone", "Chromium is not installed")
        return
    seen: dict[str, list[float]] = defaultdict(list)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for _ in range(rounds):
            for name, value in one_round(browser, known).items():
                seen[name].append(value)
        browser.close()
    note = f"{SLOWER} x slower processor, {NETWORK['latency']} ms, 1.6 Mbit/s"
    for name, unit, budget in (
        ("phone: first card, cold", "ms", 800.0),
        ("phone: first card, warm", "ms", 400.0),
        ("phone: first card, warm, in a new tab", "ms", None),
        ("phone: screen of cards, cold", "ms", None),
        ("phone: screen of cards, warm", "ms", None),
        ("phone: screen of cards, warm, in a new tab", "ms", None),
        ("phone: blocking time, cold", "ms", 50.0),
        ("phone: layout shift, cold", "", 0.0),
        ("phone: elements", "", 1500.0),
        ("phone: tap to moved, as seen", "ms", 130.0),
        ("phone: tap to moved, settled", "ms", 350.0),
        ("phone: requests of a move by two taps", "", 1.0),
        ("cold visit", "KB", 45.0),
        ("cold visit, requests", "", 5.0),
    ):
        report.add(Figure(name, unit, seen[name], budget, note=note))
        note = ""


def one_round(browser: Any, known: SignedIn) -> dict[str, float]:
    """What one new profile saw."""
    context = browser.new_context(**PHONE, locale="en-AU")
    jar = dict(each.split("=", 1) for each in known.cookie.split("; "))
    context.add_cookies([{"name": n, "value": v, "url": known.origin} for n, v in jar.items()])
    context.add_init_script(PROBE)
    try:
        cold, traffic, _ = visit(context, known)
        new_tab, _, page = visit(context, known)
        page.goto(f"{known.origin}/today", wait_until="load")
        warm = open_board(page, known)
        return {
            "phone: first card, cold": cold["card"],
            "phone: first card, warm": warm["card"],
            "phone: first card, warm, in a new tab": new_tab["card"],
            "phone: screen of cards, cold": cold["screen"],
            "phone: screen of cards, warm": warm["screen"],
            "phone: screen of cards, warm, in a new tab": new_tab["screen"],
            "phone: blocking time, cold": sum(max(0.0, long - 50) for _, long in cold["long"]),
            "phone: layout shift, cold": cold["shift"],
            "phone: elements": cold["elements"],
            "cold visit": sum(traffic) / 1000,
            "cold visit, requests": len(traffic),
            **move(page),
        }
    finally:
        context.close()


def visit(context: Any, known: SignedIn) -> tuple[dict[str, Any], list[float], Any]:
    """Open the board on a page of its own: what it noted, and the bytes of each answer."""
    page = context.new_page()
    control = context.new_cdp_session(page)
    traffic: list[float] = []
    control.on("Network.loadingFinished", lambda end: traffic.append(end["encodedDataLength"]))
    control.send("Network.enable")
    control.send("Network.emulateNetworkConditions", {"offline": False, **NETWORK})
    control.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    noted = open_board(page, known)
    return noted, [size for size in traffic if size > 0], page


def open_board(page: Any, known: SignedIn) -> dict[str, Any]:
    """Go to the board on a page that is open: what it noted."""
    page.goto(f"{known.origin}/board", wait_until="load")
    wait(page, "benchProbe.card !== null")
    page.wait_for_timeout(SETTLE)
    noted: dict[str, Any] = page.evaluate(
        "({...benchProbe, elements: document.querySelectorAll('*').length, watchMove: null})"
    )
    return noted


def move(page: Any) -> dict[str, float]:
    """Two taps: Move on the first card, then a stage."""
    card, asked = page.locator("#column-applied .card").first, list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("id => benchProbe.watchMove(id, 'interview')", card.get_attribute("id")[5:])
    card.get_by_role("button", name="Move").tap()
    page.locator("#move [name=stage][value=interview]").tap()
    wait(page, "benchProbe.seen !== null && benchProbe.settled !== null")
    noted = page.evaluate("({...benchProbe, watchMove: null})")
    return {
        "phone: tap to moved, as seen": noted["seen"] - noted["tap"],
        "phone: tap to moved, settled": noted["settled"] - noted["tap"],
        "phone: requests of a move by two taps": len(asked),
    }


def wait(page: Any, what: str) -> None:
    """Until it is so; Playwright's own way of waiting needs eval, which our policy forbids."""
    for _ in range(100):
        if page.evaluate(what):
            return
        page.wait_for_timeout(100)
    raise TimeoutError(what)
