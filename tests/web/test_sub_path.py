"""Below a path of a host: every address of ours in an answer leads there, and comes back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask, Response

from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import walked
from tracker import create_app
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.web.sub_path import SubPath, put_in_front

ROOT = "/home/onward"
SITE = "http://localhost"
ADDRESS = re.compile(r'\s(?:href|src|action|formaction|hx-[a-z-]+|data-[a-z-]+|content)="(/[^"]*)"')

pytestmark = pytest.mark.on("sqlite")


@pytest.fixture(scope="module")
def served() -> list[Flask]:
    """The app below a path, once the first of these tests has made it."""
    return []


@pytest.fixture
def below(settings: Settings, app: Flask, served: list[Flask]) -> Iterator[Flask]:
    """The app as it is served below a path."""
    if not served:
        served.append(create_app(replace(settings, base_url=f"{SITE}{ROOT}")))
    made = served[0]
    assert made.config["ONWARD"].database_url == settings.database_url
    as_made = dict(made.config)
    made.test_client_class = Browser
    with made.app_context():
        yield made
        db.session.remove()
        db.engine.dispose()
    made.config.clear()
    made.config.update(as_made)


@pytest.fixture
def browser(below: Flask) -> Browser:
    below.config["SESSION_COOKIE_PATH"] = "/"  # the test's client asks at the top for its cookie
    browser = Browser.of(below)
    browser.sign_in(Build().user(keeper=True))
    return browser


def ask(browser: Browser, path: str, **given: object):
    """As a proxy hands it on that leaves the path as it is."""
    headers = {"Origin": SITE, **given.pop("headers", {})}
    return browser.open(ROOT + path, base_url=SITE, headers=headers, **given)


def test_every_address_on_every_page_leads_below_the_path(app: Flask, build: Build) -> None:
    """All pages as they were made at the top, and then what is done to each on its way out."""
    browser, pages, links = Browser.of(app), 0, 0
    browser.sign_in(build.user())
    for rule, (made, *_) in walked(app, browser, build).answers.items():
        answer = put_in_front(Response(made.data, made.status, made.headers), ROOT)
        if "Location" in answer.headers:
            assert answer.headers["Location"].startswith((ROOT, "http")), rule
        if answer.mimetype != "text/html" or answer.status_code >= 500:
            continue
        pages += 1
        for address in ADDRESS.findall(answer.get_data(as_text=True)):
            if address.startswith("/static/"):
                continue  # as the template was told where the site is: see the next test
            links += 1
            assert all(each.startswith(ROOT) for each in address.split()), (rule, address)
    assert pages > 80
    assert links > 1000


def test_style_and_script_come_from_there(browser: Browser) -> None:
    page = ask(browser, "/board").text
    files = re.findall(rf'(?:href|src|data-later)="({ROOT}/static/[^"]+)"', page)
    assert len(files) > 2
    for file in " ".join(files).split():
        assert browser.get(unescape(file), base_url=SITE).status_code == 200
    assert f'<html lang="en-AU" data-root="{ROOT}">' in page


def test_form_leads_back_to_a_page_that_is_there(browser: Browser) -> None:
    answer = ask(browser, "/leads", method="POST", data={"company": "Acme", "role": "Clerk"})

    assert answer.status_code == 303
    assert answer.location.startswith(f"{ROOT}/leads")
    assert browser.get(answer.location, base_url=SITE).status_code == 200


@pytest.mark.parametrize("path", ["/today", f"{ROOT}/today"])
def test_proxy_may_take_the_path_off_or_leave_it_on(browser: Browser, path: str) -> None:
    answer = browser.get(path, base_url=SITE)

    assert answer.status_code == 200
    assert f'href="{ROOT}/board"' in answer.text


def test_htmx_is_sent_below_the_path_and_knows_the_page_it_is_on(
    below: Flask, browser: Browser
) -> None:
    below.config["SESSION_COOKIE_PATH"] = "/"
    Build().user()
    stranger = Browser.of(below)
    answer = ask(
        stranger,
        "/search?q=a",
        headers={"HX-Request": "true", "HX-Current-URL": f"{SITE}{ROOT}/insights?days=90"},
    )
    assert answer.headers["HX-Redirect"] == f"{ROOT}/login"
    with stranger.session_transaction() as cookie:
        assert cookie["next"] == "/insights?days=90"


def test_cookie_is_for_that_path_alone(below: Flask) -> None:
    Build().user()
    answer = ask(Browser.of(below), "/board")
    assert f"Path={ROOT};" in answer.headers["Set-Cookie"]


def test_words_that_look_like_an_address_stay_as_they_are(browser: Browser) -> None:
    build = Build()
    card = build.application(browser.user, role='<a href="/evil">x</a>', location='" href="/x')
    build.note(card, 'See href="/board" and [this](/board).')

    page = ask(browser, f"/applications/{card.id}").text

    assert "&lt;a href=&#34;/evil&#34;&gt;x&lt;/a&gt;" in page
    assert f"href=&#34;{ROOT}" not in page


def test_form_of_another_site_is_refused_there_too(browser: Browser) -> None:
    fields = {"company": "Acme", "role": "Clerk"}
    for origin in ("https://evil.example", f"{SITE}.evil.example", "null"):
        answer = ask(browser, "/leads", method="POST", data=fields, headers={"Origin": origin})
        assert answer.status_code == 403


@pytest.mark.parametrize(
    ("given", "known"),
    [
        (f"{SITE}{ROOT}/board?a=1", f"{SITE}/board?a=1"),
        (f"{SITE}{ROOT}", f"{SITE}/"),
        (f"{SITE}{ROOT}x/board", f"{SITE}{ROOT}x/board"),
        (f"{SITE}/board", f"{SITE}/board"),
        ("nothing", "nothing"),
    ],
)
def test_page_that_led_here_is_known_as_inside(given: str, known: str) -> None:
    assert SubPath(lambda *_: [], ROOT).without_root(given) == known
