"""One's own facts, devices and password; the keeper's care for accounts."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html import unescape
from xml.etree import ElementTree

import pytest
from flask import Flask
from sqlalchemy import event, func, select, update
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Device, PasswordReset, Setting, User
from tracker.models.server.setting import BASE_URL
from tracker.values import passwords
from tracker.web import user_agent
from tracker.web.security import forget_base_url

pytestmark = pytest.mark.usefixtures("quick_hashing")
OLD, NEW = "heron umbrella kettle", "walnut paper lagoon"
SignIn = Callable[..., Browser]


def words(answer: TestResponse) -> str:
    """The page as text."""
    return unescape(answer.get_data(as_text=True))


@pytest.fixture
def member(quick_hashing: None, build: Build, sign_in: SignIn) -> Browser:
    """A member, signed in, with a password."""
    return sign_in(build.user(email="mia@example.org", password_hash=passwords.hash_password(OLD)))


@pytest.fixture
def keeper(build: Build, sign_in: SignIn) -> Browser:
    """The keeper, signed in."""
    return sign_in(build.user(email="keeper@example.org", keeper=True))


def profile(**other: str) -> dict[str, str]:
    """The form of one's own facts, filled in well."""
    return {
        "name": "Mia Wren",
        "email": "mia@example.org",
        "time_zone": "Pacific/Auckland",
        "country": "NZ",
        "state": "NZ-WGN",
        "first_weekday": "6",
        "morning_hour": "7",
        "letter_language": "de",
        **other,
    }


# One's own facts


def test_facts_that_can_not_be_kept_are_said_beside_their_field(member: Browser) -> None:
    for odd, *said in (
        (
            {"email": "", "state": "AU-NSW", "name": "x" * 501},
            *("Type an email.", "is in another country", "Use at most 500"),
        ),
        ({"email": "mia", "morning_hour": "27"}, "An email looks like", "Not a valid choice"),
        ({"time_zone": "Mars/Olympus"}, "Not a valid choice"),
        ({"first_weekday": "3"}, "Not a valid choice"),
        ({"morning_hour": "x"}, "Not a valid choice"),
        ({"letter_language": "tlh"}, "Not a valid choice"),
    ):
        answer = member.post("/settings/profile", data=profile() | odd)
        assert answer.status_code == 422, odd
        assert [each for each in said if each not in words(answer)] == [], odd
        zone = db.session.get_one(User, member.user.id).time_zone
        assert zone == "Australia/Sydney", odd


def test_an_email_of_somebody_else_is_refused(member: Browser, build: Build) -> None:
    build.user(email="zoe@example.org")
    answer = member.post("/settings/profile", data=profile(email="ZOE@example.org"))
    assert answer.status_code == 422
    assert "Another account here has that email." in words(answer)
    assert 'value="Mia Wren"' in words(answer)


def test_ones_own_facts_are_kept(member: Browser) -> None:
    revision = member.user.revision
    answer = member.post("/settings/profile", data=profile())
    assert (answer.status_code, answer.headers["Location"]) == (303, "/settings")
    user = db.session.get_one(User, member.user.id)
    assert (user.name, user.time_zone, user.country, user.state) == (
        "Mia Wren",
        "Pacific/Auckland",
        "NZ",
        "WGN",
    )
    assert (user.first_weekday, user.morning_hour, user.letter_language) == (6, 7, "de")
    assert user.revision == revision + 1
    assert "Saved." in words(member.get("/settings"))
    page = words(member.get("/settings/profile"))
    for chosen in ("Pacific/Auckland", "NZ", "NZ-WGN", "7"):
        assert re.search(rf'<option[^>]* selected[^>]* value="{chosen}"', page)
    for chosen in ("6", "de"):
        assert re.search(rf'<input checked[^>]* type="radio" value="{chosen}"', page)


# Devices


def test_a_device_is_ended_by_the_server_and_nobody_elses(member: Browser, sign_in: SignIn) -> None:
    """To end the one at hand is to sign out."""
    lost, other = sign_in(member.user), sign_in()
    assert member.post(f"/settings/devices/{other.device.id}/sign-out").status_code == 404
    assert other.get("/board").status_code == 200
    answer = member.post(f"/settings/devices/{lost.device.id}/sign-out")
    assert answer.status_code == 303
    assert lost.get("/board").headers["Location"] == "/login"
    assert member.get("/settings").status_code == 200

    answer = member.post(f"/settings/devices/{member.device.id}/sign-out")
    assert answer.headers["Location"] == "/login"
    assert member.get("/board").status_code == 303


def test_signing_out_everywhere_else_leaves_this_device_and_other_people(
    member: Browser, sign_in: SignIn
) -> None:
    others, somebody = [sign_in(member.user), sign_in(member.user)], sign_in()
    member.post("/settings/other-devices/sign-out")
    assert [other.get("/board").status_code for other in others] == [303, 303]
    assert somebody.get("/board").status_code == 200
    assert member.get("/board").status_code == 200


def test_devices_are_listed_with_when_they_were_last_seen(member: Browser, sign_in: SignIn) -> None:
    other = sign_in(member.user)
    with writing() as writer:
        writer.execute(
            update(Device)
            .where(Device.id == other.device.id)
            .values(label="Safari on iPhone", last_seen_at=now() - timedelta(days=3))
        )
    page = words(member.get("/settings"))
    assert "Safari on iPhone" in page
    assert "Last seen 3 days ago" in page
    assert "This device" in page


IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)"


LABELS = (
    ("Mozilla/5.0 (Linux; Android 10; K) Chrome/131.0 Safari/537.36", "Chrome on Android"),
    (f"{IPHONE} Version/18.1 Safari/604.1", "Safari on iPhone"),
    (f"{IPHONE} CriOS/131 Safari/604.1", "Chrome on iPhone"),
    ("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0", "Edge on Windows"),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Firefox/132.0", "Firefox on Linux"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", "Safari on Mac"),
    ("curl/8.5", "A browser"),
    ("", "A browser"),
)


def test_a_browser_is_called_what_its_owner_calls_it() -> None:
    assert [(agent, user_agent.label(agent)) for agent, _ in LABELS] == [*LABELS]


# The password


def change(member: Browser, current: str = OLD, new: str = NEW) -> TestResponse:
    """Send the form."""
    form = {"current_password": current, "password": new}
    return member.post("/settings/password", data=form)


def test_a_password_is_not_changed_without_the_old_one_or_for_a_weak_one(member: Browser) -> None:
    for current, new, said in (
        ("not my password", NEW, "That is not your password now."),
        ("", NEW, "Type the password that you have now."),
        (OLD, "", "Choose a password."),
        (OLD, "short", "Use at least 10 characters"),
        (OLD, "mia@example.org", "mostly your name"),
    ):
        answer = change(member, current, new)
        assert answer.status_code == 422, said
        assert said in words(answer), said
        assert NEW not in words(answer), said
        kept = db.session.get_one(User, member.user.id).password_hash
        assert passwords.verify_password(kept, OLD), said


def test_the_old_password_can_not_be_guessed_at_leisure(member: Browser) -> None:
    """Another email makes no room for more guesses."""
    answers = [change(member, "not my password").status_code for _ in range(10)]
    assert answers == [422] * 10
    with writing() as session:
        session.get_one(User, member.user.id).email = "elsewhere@example.org"

    assert change(member).status_code == 429


def test_a_new_password_ends_the_other_devices_and_the_links_to_set_one(
    app: Flask, keeper: Browser, member: Browser, sign_in: SignIn
) -> None:
    stolen = sign_in(member.user)
    keeper.post(f"/settings/members/{member.user.id}/password-reset")
    link = link_in(keeper.get("/settings/members"))
    assert change(member).headers["Location"] == "/settings"
    assert stolen.get("/board").headers["Location"] == "/login"
    assert member.get("/board").status_code == 200
    fresh = db.session.get_one(User, member.user.id)
    assert passwords.verify_password(fresh.password_hash, NEW)
    assert Browser.of(app).get(link).status_code == 404


def test_a_password_that_was_set_meanwhile_is_not_overwritten(
    member: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = passwords.hash_password("set by a link meanwhile")
    hashing = passwords.hash_password

    def overtaken(password: str) -> str:
        with writing() as session:
            session.get_one(User, member.user.id).password_hash = elsewhere
        return hashing(password)

    monkeypatch.setattr(passwords, "hash_password", overtaken)

    assert change(member).status_code == 422
    assert db.session.get_one(User, member.user.id).password_hash == elsewhere


# The phone


def test_the_phone_finds_the_address_as_a_qr_code(member: Browser) -> None:
    answer = member.get("/settings/phone.svg")
    assert answer.mimetype == "image/svg+xml"
    assert b"style=" not in answer.data
    assert ElementTree.fromstring(answer.data).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_host_that_is_only_claimed_is_in_no_link(keeper: Browser) -> None:
    for host in ("http://evil.example", "http://203.0.113.9"):
        headers = {"Origin": host, "X-Forwarded-Host": "evil.example"}
        page = words(keeper.get("/settings", base_url=host, headers=headers))
        assert "evil.example" not in page
        assert "203.0.113.9" not in page


def test_the_keeper_changes_the_address(keeper: Browser) -> None:
    for typed, kept in (
        ("server.tail1234.ts.net", "https://server.tail1234.ts.net"),
        ("http://jobs.example.org", "http://jobs.example.org"),
        ("nas:8000", "http://nas:8000"),
        ("nas.local", "http://nas.local"),
        ("192.168.1.20:8000", "http://192.168.1.20:8000"),
        ("jobs.example.org", "https://jobs.example.org"),
    ):
        answer = keeper.post("/settings/address", data={"address": typed})
        assert answer.status_code == 303
        assert Setting.read(db.session(), BASE_URL) == kept
        page = words(keeper.get("/settings"))
        assert f"Saved: {kept}." in page
        assert ("own network only" in page) is kept.startswith("http:")


def test_an_address_that_is_none_is_refused(keeper: Browser) -> None:
    for address, fault in {
        "http://a b/": "Leave out the space. ",
        "notanaddress space": "Leave out the space. ",
        "ftp://example.org": "It has to begin with https:// or http://. ",
        "http://example.org/onward": "Leave out “/onward” at the end. ",
        "http://kim:secret@example.org": "Leave out the name and the password. ",
        "http://münze.example": "Use plain letters only, without accents. ",
        "javascript:alert(1)": "",
        "http://example.org:99999": "",
    }.items():
        answer = keeper.post("/settings/address", data={"address": address})
        assert answer.status_code == 422, address
        said = f"{fault}An address looks like https://onward.example.org."
        assert said in words(answer), address
    for address in ("localhost:8000", "127.0.0.1", "http://127.1", "[::1]:8000", "0.0.0.0:8000"):
        answer = keeper.post("/settings/address", data={"address": address})
        assert answer.status_code == 422, address
        assert "That opens only on Onward’s own computer" in words(answer), address
        assert f'value="{address}"' in words(answer)


def test_a_name_without_a_dot_or_a_port_is_asked_about_before_it_is_saved(keeper: Browser) -> None:
    for typed in ("notanaddress", "http://notanaddress"):
        before = Setting.read(db.session(), BASE_URL)
        answer = keeper.post("/settings/address", data={"address": typed})
        assert answer.status_code == 422
        assert "Does notanaddress open on your phone?" in words(answer)
        assert f'value="{typed}"' in words(answer) and "Yes, that is right" in words(answer)
        assert Setting.read(db.session(), BASE_URL) == before
        other = {"address": typed, "sure": "address:nas"}
        assert keeper.post("/settings/address", data=other).status_code == 422
        sure = {"address": typed, "sure": f"address:{typed}"}
        assert keeper.post("/settings/address", data=sure).status_code == 303
        kept = Setting.read(db.session(), BASE_URL)
        assert kept is not None and kept.startswith("http://notanaddress")


def test_a_bare_address_of_a_home_network_gets_the_port_that_this_server_has(
    keeper: Browser,
) -> None:
    here = {"Host": "localhost:8320", "Origin": "http://localhost:8320"}
    for typed, kept in (
        ("192.168.1.20", "http://192.168.1.20:8320"),
        ("nas.local/", "http://nas.local:8320"),
        ("[fd00::1]", "http://[fd00::1]:8320"),
        ("192.168.1.20:9000", "http://192.168.1.20:9000"),
        ("http://192.168.1.20", "http://192.168.1.20"),
        ("jobs.example.org", "https://jobs.example.org"),
    ):
        answer = keeper.post("/settings/address", data={"address": typed}, headers=here)
        assert answer.status_code == 303, typed
        assert Setting.read(db.session(), BASE_URL) == kept


def test_members_do_not_change_the_address(member: Browser) -> None:
    assert member.get("/settings/address").status_code == 404
    answer = member.post("/settings/address", data={"address": "http://evil.example"})
    assert answer.status_code == 404


class TestWithAnAddressFromTheEnvironment:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, base_url="http://localhost")

    def test_it_can_not_be_changed_here(self, keeper: Browser) -> None:
        assert keeper.get("/settings/address").status_code == 404
        assert "Change the address" not in words(keeper.get("/settings"))


# Members


def test_nobody_but_the_keeper_knows_of_the_members_page(member: Browser, build: Build) -> None:
    other = build.user()
    assert member.get("/settings/members").status_code == 404
    assert member.post("/settings/members", data={"email": "a@example.org"}).status_code == 404
    assert member.post(f"/settings/members/{other.id}/password-reset").status_code == 404
    assert member.get(f"/settings/members/{other.id}/removal").status_code == 404
    answer = member.post(f"/settings/members/{other.id}/removal", data={"email": other.email})
    assert answer.status_code == 404
    assert db.session.get(User, other.id) is not None
    assert "People with an account" not in words(member.get("/settings"))


def test_a_member_that_can_not_be_added_is_said_so(keeper: Browser) -> None:
    for email, said in (
        ("", "Type an email."),
        ("mia", "An email looks like"),
        ("KEEPER@example.org", "There is an account with that email already."),
    ):
        answer = keeper.post("/settings/members", data={"email": email, "name": "Mia"})
        assert answer.status_code == 422, email
        assert said in words(answer), email
        assert 'value="Mia"' in words(answer), email


def link_in(answer: TestResponse) -> str:
    """The path of the link that is shown once."""
    found = re.search(r'value="http://[^/"]+(/reset/[^"]+)"', words(answer))
    assert found is not None
    return found[1]


def test_a_member_is_added_with_a_link_that_is_shown_once(keeper: Browser, app: Flask) -> None:
    answer = keeper.post("/settings/members", data={"email": "Mia@example.org", "name": "Mia"})
    assert answer.status_code == 303
    listed = keeper.get("/settings/members")
    assert listed.headers["Cache-Control"] == "no-store"
    path = link_in(listed)
    assert "/reset/" not in words(keeper.get("/settings/members"))
    mia = Browser.of(app)
    assert mia.post(path, data={"password": NEW}).headers["Location"] == "/today"
    assert mia.get("/board").status_code == 200
    user = db.session.scalars(User.by_email("mia@example.org")).one()
    assert not user.is_keeper
    assert user.time_zone == keeper.user.time_zone


def test_the_list_of_members_asks_the_database_as_often_for_many_as_for_few(
    keeper: Browser, build: Build, sign_in: SignIn
) -> None:
    def queries() -> int:
        asked: list[str] = []

        def note(*facts: object) -> None:
            asked.append(str(facts[2]))

        event.listen(db.engine, "before_cursor_execute", note)
        keeper.get("/settings/members")
        event.remove(db.engine, "before_cursor_execute", note)
        return len([statement for statement in asked if statement.startswith("SELECT")])

    keeper.get("/settings/members")
    few = queries()
    for _ in range(5):
        sign_in()
    assert queries() == few
    assert few == 4


def test_a_member_who_is_not_there_is_not_found(keeper: Browser) -> None:
    assert keeper.post("/settings/members/987654/password-reset").status_code == 404
    assert keeper.get("/settings/members/987654/removal").status_code == 404


def test_a_member_is_not_removed_unless_the_email_is_typed(
    keeper: Browser, member: Browser
) -> None:
    path = f"/settings/members/{member.user.id}/removal"
    answer = keeper.post(path, data={"email": "somebody@example.org"})
    assert answer.status_code == 422
    assert "Type the email exactly" in words(answer)
    assert member.get("/board").status_code == 200


def test_the_last_keeper_can_not_be_removed(keeper: Browser) -> None:
    path = f"/settings/members/{keeper.user.id}/removal"
    answer = keeper.post(path, data={"email": "keeper@example.org"})
    assert answer.status_code == 409
    assert "This server needs an owner" in words(answer)
    assert keeper.get("/board").status_code == 200


def test_removing_a_member_takes_all_that_is_theirs_and_nothing_else(
    keeper: Browser, member: Browser, build: Build
) -> None:
    build.note(build.application(member.user))
    kept = build.application(keeper.user)
    path = f"/settings/members/{member.user.id}/removal"
    assert keeper.post(path, data={"email": " MIA@example.org"}).status_code == 303
    assert member.get("/board").status_code == 303
    db.session.rollback()
    ids = db.session.scalars(select(Application.id)).all()
    assert ids == [kept.id]
    assert db.session.scalar(select(func.count()).select_from(Device)) == 1


# Links to set a password


@pytest.fixture
def link(keeper: Browser, member: Browser) -> str:
    """A link that the keeper made for the member."""
    keeper.post(f"/settings/members/{member.user.id}/password-reset")
    return link_in(keeper.get("/settings/members"))


def test_a_link_that_never_was_is_not_found(visitor: Browser) -> None:
    assert visitor.get("/reset/never-was").status_code == 404
    assert visitor.post("/reset/never-was", data={"password": NEW}).status_code == 404


def test_links_can_not_be_guessed_at_leisure(visitor: Browser) -> None:
    answers = [visitor.post(f"/reset/{number}").status_code for number in range(11)]
    assert answers == [404] * 10 + [429]


@pytest.mark.both_databases
def test_a_link_ends_after_two_days_and_when_a_later_one_is_made(
    app: Flask, keeper: Browser, member: Browser, link: str
) -> None:
    keeper.post(f"/settings/members/{member.user.id}/password-reset")
    later = link_in(keeper.get("/settings/members"))
    assert Browser.of(app).get(link).status_code == 404
    with writing() as writer:
        writer.execute(update(PasswordReset).values(expires_at=now()))
    assert Browser.of(app).get(later).status_code == 404


def test_a_link_works_once_and_its_password_ends_every_other_device(
    app: Flask, member: Browser, link: str
) -> None:
    """A weak password leaves it good."""
    fresh, second = Browser.of(app), Browser.of(app)
    page = fresh.get(link)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "mia@example.org" in words(page)
    assert fresh.post(link, data={"password": "short"}).status_code == 422
    assert fresh.post(link, data={"password": NEW}).status_code == 303
    assert member.get("/board").status_code == 303
    user = db.session.get_one(User, member.user.id)
    assert passwords.verify_password(user.password_hash, NEW)
    assert "you are signed in" in words(fresh.get("/board"))

    used = second.get(link)
    assert used.status_code == 404
    assert words(used).replace(link, "") == words(second.get("/reset/never-was"))
    assert second.post(link, data={"password": OLD}).status_code == 404


def test_a_link_is_built_from_the_address_that_people_use(keeper: Browser, member: Browser) -> None:
    with writing() as writer:
        Setting.write(writer, BASE_URL, "https://jobs.example.org")
    forget_base_url()
    keeper.post(f"/settings/members/{member.user.id}/password-reset")
    assert "https://jobs.example.org/reset/" in words(keeper.get("/settings/members"))


def test_every_row_of_settings_has_a_picture(browser: Browser) -> None:
    page = browser.get("/settings").text
    rows = re.findall(r'<li>\s*<svg[^>]*><path d="([^"]*)"/></svg>\s*<div><a href="([^"]+)"', page)

    assert "/settings/mailbox" in {href for _, href in rows}
    assert [href for path, href in rows if not path] == []
