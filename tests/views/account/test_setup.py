"""The first start: one keeper, by the code from the terminal, and never again."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker import setup_code
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Device, Setting, User
from tracker.models.server.setting import BASE_URL, SETUP_CODE
from tracker.values.passwords import verify_password
from tracker.web import network
from tracker.web.urls import ALONE

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"


@pytest.fixture
def stranger(app: Flask) -> Browser:
    """A browser at a server that has no account yet."""
    return Browser.of(app)


@pytest.fixture
def code(app: Flask) -> str:
    """What the terminal shows."""
    made = setup_code.ensure()
    assert made is not None
    return made


def typed(code: str, **other: str) -> dict[str, str]:
    """A form filled in well."""
    return {
        "code": code,
        "name": "Kim O’Neil",
        "email": "Kim@Example.org",
        "password": PASSWORD,
        "time_zone": "Europe/Berlin",
        "country": "DE",
        "state": "DE-BY",
        **other,
    }


def people() -> list[User]:
    """Every account."""
    db.session.rollback()
    return list(db.session.scalars(User.everybody()))


def words(answer: TestResponse) -> str:
    """The page as text."""
    return answer.get_data(as_text=True)


def test_setup_is_not_found_once_there_is_an_account(visitor: Browser) -> None:
    assert visitor.get("/setup").status_code == 404
    assert visitor.get("/setup?code=ABCD-EFGH").status_code == 404
    assert visitor.post("/setup", data=typed("ABCD-EFGH")).status_code == 404


def test_a_wrong_code_makes_nobody_a_keeper(stranger: Browser, code: str) -> None:
    answer = stranger.post("/setup", data=typed("WRON-GONE"))
    assert answer.status_code == 422
    assert "That is not the code" in words(answer)
    assert "The terminal in which Onward was started shows it." in words(answer)
    assert stranger.post("/setup", data=typed("")).status_code == 422
    assert people() == []


def test_a_code_that_was_chosen_is_not_looked_for_in_the_terminal(
    app: Flask, stranger: Browser
) -> None:
    app.config["ONWARD"] = replace(app.config["ONWARD"], setup_code="plum-gravel-7")
    setup_code.ensure()

    refused = words(stranger.post("/setup", data=typed("WRON-GONE")))

    for page in (words(stranger.get("/setup")), refused):
        assert "It was chosen when Onward was installed. Whoever did that can tell you." in page
        assert "terminal" not in page
    assert stranger.post("/setup", data=typed("Plum gravel 7")).status_code == 303


def test_all_that_needs_another_look_is_said_at_once_and_all_but_the_password_kept(
    stranger: Browser, code: str
) -> None:
    page = words(stranger.post("/setup", data=typed("WRON-GONE", password="short", email="kim")))

    for said in ("That is not the code.", "Use at least 10 characters", "An email looks like"):
        assert said in page
    assert "Nothing is lost" not in page
    assert "the password is not kept" in page
    for kept in ("WRON-GONE", "Kim O’Neil", "kim"):
        assert f'value="{kept}"' in page
    assert 'selected value="Europe/Berlin"' in page


def test_where_no_code_was_ever_made_none_fits(stranger: Browser) -> None:
    assert stranger.post("/setup", data=typed("None")).status_code == 422
    assert people() == []


def test_the_eleventh_wrong_code_is_not_looked_at_and_stops_nobody_elsewhere(
    stranger: Browser, code: str
) -> None:
    """Whoever has the code may mistype the rest: that is no guess."""
    there = {"REMOTE_ADDR": "192.168.1.66"}
    mistyped = typed(code, password="short")
    assert stranger.post("/setup", data=mistyped, environ_base=there).status_code == 422
    for _ in range(10):
        guess = stranger.post("/setup", data=typed("WRON-GONE"), environ_base=there)
        assert guess.status_code == 422
    answer = stranger.post("/setup", data=typed(code), environ_base=there)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 901
    assert "Kim O’Neil" in words(answer)
    assert people() == []
    assert stranger.post("/setup", data=typed(code)).status_code == 303


def test_what_can_not_be_kept_is_said_beside_its_field_and_the_rest_stays_typed(
    stranger: Browser, code: str
) -> None:
    for odd, *said in (
        (
            {"email": "", "password": "", "time_zone": "Mars/Olympus"},
            *("Type an email.", "Choose a password.", "Not a valid choice"),
        ),
        (
            {"email": "kim at example", "password": "short", "state": "AU-NSW"},
            *("An email looks like", "Use at least 10 characters", "is in another country"),
        ),
        (
            {"email": "a" * 260 + "@example.org", "password": "password1234", "country": "ZZ"},
            *("An email looks like", "Many people use this one", "Not a valid choice"),
        ),
        ({"email": "kim@example.org\x00, eve@example.org"}, "An email looks like"),
        (
            {"password": "kim@example.org", "name": "x" * 501},
            *("mostly your name", "Use at most 500 characters"),
        ),
    ):
        answer = stranger.post("/setup", data=typed(code) | odd)
        page = words(answer)
        assert answer.status_code == 422, odd
        assert [each for each in said if each not in page] == [], odd
        assert "name" in odd or "Kim O’Neil" in page, odd
        assert PASSWORD not in page, odd
        assert people() == [], odd


def test_a_form_from_another_site_is_refused(stranger: Browser, code: str) -> None:
    answer = stranger.post("/setup", data=typed(code), headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert people() == []


def test_every_page_leads_to_setup_while_there_is_no_account(stranger: Browser) -> None:
    for path in ("/", "/board", "/login", "/settings", "/settings/members"):
        answer = stranger.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/setup"), path


def test_the_link_from_the_terminal_brings_the_code_along(stranger: Browser, code: str) -> None:
    page = words(stranger.get(f"/setup?code={code}"))
    assert f'value="{code}"' in page
    assert "no-store" in stranger.get("/setup").headers["Cache-Control"]


def test_the_keeper_is_made_signed_in_and_sent_to_the_board_and_the_code_is_gone(
    stranger: Browser, code: str
) -> None:
    answer = stranger.post("/setup", data=typed(code.lower()))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/today")
    (keeper,) = people()
    assert keeper.is_keeper
    assert (keeper.email, keeper.name) == ("kim@example.org", "Kim O’Neil")
    assert (keeper.time_zone, keeper.country, keeper.state) == ("Europe/Berlin", "DE", "BY")
    assert verify_password(keeper.password_hash, PASSWORD)
    assert stranger.get("/board").status_code == 200

    assert Setting.read(db.session(), SETUP_CODE) is None
    assert setup_code.ensure() is None
    assert stranger.get("/setup").status_code == 404

    stranger.post("/settings/address", data={"address": "http://jobs.example.org"})
    assert stranger.get("/login", base_url="http://evil.example").status_code == 400
    assert stranger.get("/login", base_url="http://jobs.example.org").status_code == 200


def test_the_code_fits_however_it_is_typed() -> None:
    for typed in ("abcd-efgh", "ABCDEFGH", " AB CD-EFGH "):
        assert setup_code.fits(typed, "ABCD-EFGH"), typed
    assert not setup_code.fits("ABCD-EFGJ", "ABCD-EFGH")


def test_every_process_is_told_the_same_code(app: Flask, code: str) -> None:
    assert setup_code.ensure() == code


@pytest.mark.both_databases
def test_two_at_once_make_one_keeper(app: Flask, code: str) -> None:
    def claim(number: int) -> int:
        browser = Browser.of(app)
        with app.app_context():
            form = typed(code, email=f"kim{number}@example.org")
            return browser.post("/setup", data=form).status_code

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(claim, range(4)))
    assert len(people()) == 1
    assert set(answers) <= {303, 404}


@pytest.mark.parametrize(
    ("alone", "address"), [(False, "http://192.168.1.20"), (True, "http://localhost")]
)
def test_the_address_comes_after_the_account_and_never_where_nobody_reaches_it(
    stranger: Browser, code: str, monkeypatch: pytest.MonkeyPatch, alone: bool, address: str
) -> None:
    monkeypatch.setattr("tracker.web.urls.lan_address", lambda: "192.168.1.20")
    monkeypatch.setitem(stranger.application.config, ALONE, alone)
    assert 'name="address"' not in words(stranger.get("/setup"))
    stranger.post("/setup", data=typed(code))
    assert Setting.read(db.session(), BASE_URL) == address
    assert address not in words(stranger.get("/today"))
    page = words(stranger.get("/settings"))
    assert f"Links begin with {address}" in page and 'href="/settings/address"' in page


def test_where_one_is_stands_in_one_line_that_opens_where_it_can_not_be(
    stranger: Browser, code: str
) -> None:
    page = words(stranger.get("/setup"))
    assert "<span data-place>Sydney, Australia</span>" in page
    assert "<browser-zone" in page and "<details open" not in page
    refused = words(stranger.post("/setup", data=typed(code, state="AU-NSW")))
    assert "<span data-place>Berlin, Germany</span>" in refused
    assert '<details class="fold" open>' in refused


class TestWithAnAddressFromTheEnvironment:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        from dataclasses import replace

        return replace(settings, base_url="http://localhost")

    def test_it_is_shown_and_not_asked_for(self, stranger: Browser, code: str) -> None:
        page = words(stranger.get("/setup"))
        assert "http://localhost" in page
        assert 'name="address"' not in page
        form = typed(code, address="http://evil.example")
        assert stranger.post("/setup", data=form).status_code == 303
        assert Setting.read(db.session(), BASE_URL) is None


@pytest.mark.both_databases
def test_a_second_sign_up_leaves_no_device(stranger: Browser, code: str, build: Build) -> None:
    build.user(keeper=True)
    stranger.post("/setup", data=typed(code))
    assert db.session.query(Device).count() == 0


def test_guesses_from_one_ipv6_line_count_together() -> None:
    counted = {
        "192.168.1.20": "192.168.1.20",
        "::ffff:192.168.1.20": "192.168.1.20",
        "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64",
        "2001:db8:1:2:ffff::1": "2001:db8:1:2::/64",
        "": "",
        "unix:": "unix:",
    }
    assert {address: network.network_of(address) for address in counted} == counted


@pytest.mark.on("sqlite")
def test_code_of_the_first_start_may_be_chosen(app: Flask) -> None:
    drawn = setup_code.ensure()
    app.config["ONWARD"] = replace(app.config["ONWARD"], setup_code="plum-gravel-7")

    assert setup_code.ensure() == "plum-gravel-7" != drawn
    assert setup_code.fits("PLUM GRAVEL 7", setup_code.ensure())
