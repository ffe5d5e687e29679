"""The page on how to put it on a phone: it promises what is there, at this address, and no more."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tracker.database import writing
from tracker.models import Setting, User
from tracker.models.server.setting import BASE_URL
from tracker.web.security import forget_base_url
from tracker.web.urls import ALONE

ONLY_OVER_HTTPS = ("then <b>Install</b>", "without an address bar. Press", "<install-app")
TO_GET_IT = (
    "An address that begins with https",
    "tailscale serve --bg 8310",
    "--host 127.0.0.1 --port 8310",
    "Caddy",
)


IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1"
)
ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/126.0.0.0 Mobile Safari/537.36"


def page_at(browser: Browser, address: str, agent: str = "A computer") -> str:
    with writing() as session:
        Setting.write(session, BASE_URL, address)
    forget_base_url()
    headers = {"User-Agent": agent, "Host": "localhost:8310"}
    return unescape(browser.get("/settings/phone", headers=headers).text)


def test_plain_http_is_told_what_it_lacks_and_how_to_get_it(
    browser: Browser, sign_in: Callable[[User], Browser], build: Build
) -> None:
    member = page_at(browser, "http://192.168.1.20:8000")
    assert "Ask the owner" in member and "begins with https, so that I can" in member
    assert "tailscale serve" not in member and "ONWARD_" not in member
    browser = sign_in(build.user(keeper=True))
    page = page_at(browser, "http://192.168.1.20:8000")

    assert "http://192.168.1.20:8000" in page
    assert all(each in page for each in TO_GET_IT)
    assert not any(each in page for each in ONLY_OVER_HTTPS)
    assert 'href="/settings/phone"' in browser.get("/settings").text


def test_https_is_told_the_steps_and_nothing_of_what_it_has(browser: Browser) -> None:
    page = page_at(browser, "https://onward.example")

    assert all(each in page for each in ONLY_OVER_HTTPS)
    assert not any(each in page for each in TO_GET_IT)
    assert "Add to Home Screen" in page


def test_reading_without_a_connection_is_promised_only_where_a_worker_can_be(
    browser: Browser,
) -> None:
    promised = "pages that you opened before can still be read"
    assert promised in page_at(browser, "https://onward.example")
    assert browser.get("/sw.js").status_code == 200


def test_an_address_of_this_computer_alone_gets_no_code_and_no_steps_that_cannot_work(
    sign_in: Callable[[User], Browser], build: Build
) -> None:
    browser = sign_in(build.user(keeper=True))
    page = page_at(browser, "http://127.0.0.1:8000")
    settings = browser.get("/settings").text
    assert "a phone can’t open it" in page and "a phone can’t open it" in settings
    assert 'href="/settings/address"' in page
    assert "phone.svg" not in page + settings and "Open <b>" not in page + settings
    asked = page.split("<textarea")[1].split("</textarea>")[0]
    assert "begins with https" in asked and "https://tailscale.com/" in asked
    assert "docs/deploy" not in page
    assert 'value="http' not in browser.get("/settings/address").text
    assert "phone.svg" in page_at(browser, "http://192.168.1.20:8000")


def test_a_server_that_answers_this_computer_alone_says_that_a_phone_cannot_reach_it(
    app: Flask, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan = "http://192.168.1.20:8310"
    assert "a phone can’t reach it yet" not in page_at(browser, lan)
    monkeypatch.setitem(app.config, ALONE, True)
    page = page_at(browser, lan)
    assert "a phone can’t reach it yet" in page and "Nobody has opened" not in page
    settings = unescape(browser.get("/settings", headers={"Host": "localhost:8310"}).text)
    assert "a phone can’t reach it yet" in settings
    assert "a phone can’t reach it yet" not in page_at(browser, "https://onward.example.org")


def test_an_address_counts_as_opened_once_somebody_came_by_it_signed_in(
    app: Flask, browser: Browser
) -> None:
    address, nobody = "http://192.168.1.20:8000", "Nobody has opened this address yet"
    by_it = {"Host": address.removeprefix("http://")}
    for host in ("192.168.1.20", "192.168.1.21", "onward.example"):
        for cookie in list(browser._cookies.values()):
            browser.set_cookie(cookie.key, cookie.value, domain=host)

    assert nobody in page_at(browser, address)
    app.test_client().get("/login", headers=by_it | {"User-Agent": IPHONE})
    other = browser.get("/today", headers={"Host": "192.168.1.21:8000", "User-Agent": IPHONE})
    assert other.status_code == 200
    assert nobody in page_at(browser, address) and nobody in browser.get("/settings").text
    browser.get("/today", headers=by_it | {"User-Agent": "Windows"})
    assert "A computer opened it today. A phone has not" in page_at(browser, address)
    assert "A computer opened it today." in browser.get("/settings").text
    browser.get("/today", headers=by_it | {"User-Agent": IPHONE})
    browser.get("/today", headers=by_it | {"User-Agent": "Windows"})
    page = page_at(browser, address)
    assert "An iPhone opened it today." in page and nobody not in page
    assert nobody in page_at(browser, "https://onward.example")
    browser.get("/today", headers={"Host": "onward.example", "User-Agent": ANDROID})
    assert nobody in page_at(browser, "https://onward.example"), "it came without https"
    secure = {"Host": "onward.example", "Sec-Fetch-Site": "none", "User-Agent": ANDROID}
    browser.get("/today", headers=secure)
    assert "An Android phone opened it" in page_at(browser, "https://onward.example")
    assert nobody in page_at(browser, address)
    browser.get("/today", headers=by_it | {"User-Agent": IPHONE})
    assert "An iPhone opened it today." in page_at(browser, address), "it was another's meanwhile"


def test_a_phone_that_reads_it_is_never_told_that_it_cannot_open_it(browser: Browser) -> None:
    for agent in (ANDROID, IPHONE):
        page = page_at(browser, "http://127.0.0.1:8000", agent)
        ways = browser.get("/postings/ways", headers={"User-Agent": agent}).text
        assert "open it" not in page and "works only on" not in page + ways
        assert "Open <b>" not in page and 'class="guide to-install"' in page


def test_a_phone_gets_its_own_steps_and_no_others(browser: Browser) -> None:
    address = "https://onward.example"
    android, iphone = (page_at(browser, address, agent) for agent in (ANDROID, IPHONE))

    assert "then <b>Install</b>" in android and "Add to Home Screen" not in android
    assert "Add to Home Screen" in iphone and "then <b>Install</b>" not in iphone
    assert "phone.svg" not in android + iphone
    assert f"Open <b>{address}</b>" in iphone


def test_a_phone_is_told_the_ways_to_put_a_posting_in_that_work_on_it(browser: Browser) -> None:
    def first(agent: str, address: str = "https://onward.example") -> str:
        page_at(browser, address)
        page = browser.get("/postings/ways", headers={"User-Agent": agent}).text
        return page.partition('id="others"')[0]

    assert "then <b>Copy</b>" in first(IPHONE) and "bookmarks bar" not in first(IPHONE)
    assert (
        "From Share on this phone"
        in browser.get("/postings/ways", headers={"User-Agent": IPHONE}).text
    )
    assert "then <b>Onward</b>" in first(ANDROID)
    assert "then <b>Onward</b>" not in first(ANDROID, "http://192.168.1.20:8000")
    assert 'draggable="true"' in first("A computer")
    in_hand = browser.get("/postings/ways").text  # a computer by its name, perhaps a tablet
    assert 'class="stack at-desk"' in in_hand and 'class="fold in-hand"' in in_hand
    assert 'action="/postings/look"' in in_hand.split('id="others"')[0]


def test_nothing_is_said_of_notifications(browser: Browser) -> None:
    for address in ("http://192.168.1.20:8000", "https://onward.example"):
        assert "notif" not in page_at(browser, address).lower()


def test_each_command_can_be_copied(sign_in: Callable[[User], Browser], build: Build) -> None:
    page = page_at(sign_in(build.user(keeper=True)), "http://192.168.1.20:8000")
    commands = re.findall(r"<code>((?:tailscale|ONWARD_)[^<]+)</code>", page)
    assert len(commands) == 4
    for command in commands:
        assert re.search(rf'aria-hidden="true" value="{re.escape(command)}">\s*</copy-text>', page)
