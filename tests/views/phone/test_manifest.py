"""What a phone is told when Onward is put on its home screen."""

import json
from dataclasses import replace

import pytest
from flask import Flask

from tests.browser import Browser
from tests.pictures.icons import DRAWN, ICONS
from tracker import create_app
from tracker.config.settings import Settings


def manifest(browser: Browser, root: str = "") -> dict:
    answer = browser.get(f"{root}/manifest.webmanifest")
    assert answer.status_code == 200
    assert answer.mimetype == "application/manifest+json"
    return json.loads(answer.text)


def test_manifest_says_what_a_phone_needs_to_install_it(visitor: Browser) -> None:
    told = manifest(visitor)

    assert told["name"] == told["short_name"] == "Onward"
    assert (told["id"], told["scope"], told["start_url"]) == ("/", "/", "/today")
    assert told["display"] == "standalone"
    assert 'content="#f6f4ef" media="(prefers-color-scheme: light)"' in visitor.get("/login").text
    assert told["theme_color"] == told["background_color"] == "#f6f4ef"


def test_manifest_is_kept_for_a_while_and_asked_for_by_its_mark(visitor: Browser) -> None:
    answer = visitor.get("/manifest.webmanifest")
    again = visitor.get("/manifest.webmanifest", headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert again.status_code == 304


def test_every_icon_is_there_in_the_size_that_is_said(visitor: Browser) -> None:
    told = manifest(visitor)
    icons = told["icons"] + [icon for each in told["shortcuts"] for icon in each["icons"]]

    for icon in icons:
        answer = visitor.get(icon["src"])
        assert (answer.status_code, answer.mimetype) == (200, icon["type"]), icon
        sides = [int.from_bytes(answer.data[place : place + 4]) for place in (16, 20)]
        assert icon["sizes"] == "x".join(map(str, sides)), icon
    sizes = {(icon["purpose"], icon["sizes"]) for icon in told["icons"]}
    assert sizes >= {
        (kind, size) for kind in ("any", "maskable") for size in ("192x192", "512x512")
    }


def test_every_shortcut_leads_to_a_page(visitor: Browser, browser: Browser) -> None:
    told = manifest(visitor)

    assert [each["short_name"] for each in told["shortcuts"]] == ["Add", "Today", "They said no"]
    for each in told["shortcuts"]:
        assert browser.get(each["url"]).status_code == 200, each


def test_every_drawing_is_small() -> None:
    assert all((ICONS / f"{icon.name}.png").stat().st_size < 6_000 for icon in DRAWN)


def test_browsers_find_an_icon_where_they_look_by_themselves(visitor: Browser) -> None:
    for path in ("/favicon.ico", "/apple-touch-icon.png", "/apple-touch-icon-precomposed.png"):
        answer = visitor.get(path)
        assert (answer.status_code, answer.mimetype) == (200, "image/png")
        answer.close()
    page = visitor.get("/login").text
    assert '<link rel="apple-touch-icon" href="/apple-touch-icon.png">' in page
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page


def test_a_coachs_page_is_no_app(visitor: Browser, build) -> None:
    _, token = build.link(build.user())

    assert "manifest" not in visitor.get(f"/s/{token}").text


@pytest.fixture
def made(settings: Settings, app: Flask) -> Flask:
    """Below a path, behind a proxy that signs people in."""
    told = replace(
        settings, base_url="http://localhost/home/onward", trusted_user_header="Remote-Email"
    )
    return create_app(told)


def test_below_a_path_every_address_lies_there_and_a_proxys_cookie_goes_along(made: Flask) -> None:
    root = "/home/onward"
    browser = made.test_client()
    told = json.loads(browser.get(f"{root}/manifest.webmanifest").text)

    addresses = [told[name] for name in ("id", "scope", "start_url")]
    addresses += [each["url"] for each in told["shortcuts"]]
    addresses += [each["src"] for each in told["icons"]] + [told["share_target"]["action"]]
    assert all(each.startswith(f"{root}/") for each in addresses), addresses
    assert browser.get(told["icons"][0]["src"]).status_code == 200
    link = f'<link rel="manifest" href="{root}/manifest.webmanifest" crossorigin="use-credentials">'
    assert link in browser.get(f"{root}/setup").text
