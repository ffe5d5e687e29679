"""Whole stories in a real browser, against the program as it is served."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, Error, Page, expect

from e2e.browser.windows import Windows
from e2e.browser.wire import Wire
from tests.builders import Build
from tests.hashing import hash_quickly
from tests.serving import serving
from tests.still import keep_still
from tracker import create_app, schema
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, User

HERE = Path(__file__).parent
PATIENCE = 90
"""Seconds that anything may take before a test gives up: a busy machine is slow and not wrong."""
expect.set_options(timeout=PATIENCE * 1000)

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/149.0.0.0 Mobile Safari/537.36",
}
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
SHARP: dict[str, Any] = {"device_scale_factor": 2}
"""As screens of phones are: four times as much to draw, for tests that measure."""
LIVELY: dict[str, Any] = {"reduced_motion": "no-preference"}
"""Sheets rise and columns slide, sixty pictures a second, for tests of what moves."""
# Chromium heeds the last such list only, so what Playwright turns off is named again. The omnibox
# of each new window is two more pages, which take longer to start than the page under test.
OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter"),
    *("PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    # A page in the place of another on the same site takes its frame over, as it did for years.
    *("RenderDocument", "RenderDocumentCompositorReuse"),
]
QUIET = [
    f"--disable-features={','.join(OFF)}",
    "--process-per-site",  # else each page has a second process made ready that nobody needs
    "--renderer-process-limit=1",
    # What draws and what speaks HTTP are threads of the browser: else half of the work is telling.
    "--in-process-gpu",
    "--enable-features=NetworkServiceInProcess2",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The system's own Chromium; missing is a failure in CI, a skip elsewhere.

    Without windows, where it is packaged so: the same engine, and a quarter of the time saved.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    message = "Chromium is not installed (Debian: apt-get install chromium)"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Walks of many pages come first: one that began last would keep the other worker waiting."""
    places = [place for place, item in enumerate(items) if HERE in item.path.parents]
    ours = sorted((items[place] for place in places), key=lambda item: "barrier" not in item.name)
    for place, item in zip(places, ours, strict=True):
        items[place] = item


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, without its calls home."""
    return browser_type_launch_args | {"executable_path": chromium(), "args": QUIET}


@pytest.fixture(scope="session")
def database_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database."""
    file = tmp_path_factory.mktemp("template") / "onward.db"
    schema.upgrade(f"sqlite:///{file}")
    return file


PATIENT = f"""{{
const limit = AbortSignal.timeout
AbortSignal.timeout = () => limit.call(AbortSignal, {PATIENCE * 1000})
const calm = new CSSStyleSheet()
calm.replaceSync(".toast {{ animation: none !important }}")
document.adoptedStyleSheets.push(calm)
}}"""
"""On a busy machine no answer comes in three seconds, and no Undo is pressed in eleven."""


class Server:
    """The program, as a browser reaches it."""

    def __init__(self, app: Flask, port: int) -> None:
        self.app = app
        self.build = Build()
        self._port = port

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self._port}"

    def cookie(self, user: User) -> dict[str, Any]:
        """The cookie of a device on which this person has just signed in."""
        with writing() as session:
            device = Device.sign_in(user, "A browser in a test", now())
            session.add(device)
        signer = SecureCookieSessionInterface().get_signing_serializer(self.app)
        assert signer is not None
        value = signer.dumps({"_user_id": device.token, "_fresh": True})
        return {"name": "onward", "value": value, "url": self.url, "httpOnly": True}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One for all tests: to make one, its style and its templates takes longer than most tests."""
    instance = tmp_path_factory.mktemp("instance")
    app = create_app(
        Settings(
            instance=instance,
            database_url=f"sqlite:///{instance / 'onward.db'}",
            secret_key="a secret that is long enough for tests",
        )
    )
    keep_still(app, tmp_path_factory)
    return app


@pytest.fixture(scope="session")
def served(app: Flask) -> Iterator[Any]:
    """What serves it to all tests, so that a browser knows the scripts and the style by now."""
    with serving(app, 6, PATIENCE) as served:
        yield served


@pytest.fixture
def server(
    app: Flask, served: Any, database_template: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    """The program on an empty database, with an app context open for the test."""
    instance = app.config["ONWARD"].instance
    for left in instance.glob("onward.db*"):
        left.unlink()
    shutil.copy(database_template, instance / "onward.db")
    as_made = dict(app.extensions)
    hash_quickly(monkeypatch)
    with app.app_context():
        yield Server(app, served.effective_port)
        work = served.task_dispatcher
        while work.queue or work.active_count:  # else it would write into the next test's rows
            time.sleep(0.01)
        db.session.remove()
        db.engine.dispose()
    app.extensions.clear()
    app.extensions.update(as_made)  # what it remembered of this database is forgotten


@pytest.fixture
def build(server: Server) -> Build:
    """Makes people, applications and what belongs to them."""
    return server.build


@pytest.fixture
def person(build: Build) -> User:
    """Somebody with an account, the keeper."""
    return build.user(email="sam@example.org", name="Sam", keeper=True)


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    """Between the browser and the server."""
    wire = Wire(int(server.url.rpartition(":")[2]))
    yield wire
    wire.stop()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows that tests left as they had found them."""
    return Windows(browser)


@pytest.fixture
def open_page(server: Server, windows: Windows) -> Iterator[Callable[..., Page]]:
    """Opens a page of its own: `open_page(PHONE, user=person, path="/board")`.

    It gives the server time, and its notices stay, unless it is not to be `patient`. There is no
    worker, as on plain HTTP, unless one asks for `service_workers="allow"`; nothing slides, as for
    people who want it so, unless it is LIVELY.
    """

    def opened(
        device: dict[str, Any] | None = None,
        user: User | None = None,
        path: str = "",
        patient: bool = True,
        **more: Any,
    ) -> Page:
        options = {"locale": "en-AU", "timezone_id": "Australia/Sydney", "base_url": server.url}
        options |= {"service_workers": "block", "reduced_motion": "reduce"} | (device or PHONE)
        if patient and not more:
            page = windows.usual(options, PATIENT)
        else:
            page = windows.odd(options | more, PATIENT if patient else "")
        page.context.set_default_timeout(PATIENCE * 1000)
        if user is not None:
            page.context.add_cookies([server.cookie(user)])  # type: ignore[list-item]
        if path:
            page.goto(path)
        return page

    windows.begin()
    yield opened
    windows.leave()


def until(page: Page, expression: str) -> None:
    """Waits until it is true; Playwright's own way needs eval, which our policy forbids."""
    give_up = time.monotonic() + PATIENCE
    while not _is_true(page, expression):
        assert time.monotonic() < give_up, f"never true: {expression}"
        page.wait_for_timeout(20)


IN_THE_PAGE = """async () => {{
  for (let left = 250; ; left--) {{
    let is = false
    try {{ is = !!(await ({})) }} catch {{}}
    // A clock that a test holds never comes to the next look.
    if (is || !left || !setTimeout.toString().includes("native")) return is
    await new Promise((go) => setTimeout(go, 20))
  }}
}}"""
"""Looks again by itself: to be asked each time takes ten times as long as to look."""


def _is_true(page: Page, expression: str) -> bool:
    try:
        return bool(page.evaluate(IN_THE_PAGE.format(expression)))
    except Error:
        if page.is_closed():
            raise
        return False  # the page gave way to the next one
