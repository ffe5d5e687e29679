"""Signing in and out, coming back to where one was, and keeping what was typed."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask, session
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Device, FailedLogin, User
from tracker.values import passwords
from tracker.web import pending_form, urls

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"
CHROME = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/131.0.0.0 Mobile Safari/537.36"
)


@pytest.fixture
def hashed(quick_hashing: None) -> str:
    """The password above, hashed."""
    return passwords.hash_password(PASSWORD)


@pytest.fixture
def person(visitor: Browser, build: Build, hashed: str) -> User:
    """Somebody with that password."""
    return build.user(email="mia@example.org", password_hash=hashed)


def sign_in(browser: Browser, password: str = PASSWORD, **other: Any) -> TestResponse:
    """Send the sign-in form."""
    form = {"email": "mia@example.org", "password": password} | other.pop("form", {})
    return browser.post("/login", data=form, **other)


def words(answer: TestResponse) -> str:
    """The page as text."""
    return answer.get_data(as_text=True)


def carried_by(answer: TestResponse) -> str:
    """What the sign-in page carries."""
    found = re.search(r'name="carried"[^>]*value="([^"]*)"', words(answer))
    assert found is not None
    return unescape(found[1])


def devices() -> int:
    """How many devices are signed in."""
    return db.session.scalar(select(func.count()).select_from(Device)) or 0


# Refusals


def test_a_wrong_password_signs_nobody_in(visitor: Browser, person: User) -> None:
    answer = sign_in(visitor, "heron umbrella teapot")
    assert answer.status_code == 422
    assert 'value="mia@example.org"' in words(answer)
    assert "teapot" not in words(answer)
    assert visitor.get("/board").headers["Location"] == "/login"
    assert devices() == 0


def test_the_refusal_does_not_tell_whether_there_is_such_an_account(
    visitor: Browser, person: User, build: Build
) -> None:
    build.user(email="no-password-yet@example.org")
    emails = ("mia@example.org", "nobody@example.org", "no-password-yet@example.org")
    answers = [sign_in(visitor, "wrong words here", form={"email": email}) for email in emails]
    pages = {
        re.sub(r'csrf_token" value="[^"]*"', "", words(answer)).replace(email, "")
        for answer, email in zip(answers, emails, strict=True)
    }
    assert {answer.status_code for answer in answers} == {422}
    assert len(pages) == 1


def test_an_unknown_account_takes_the_same_work(
    visitor: Browser, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[str] = []
    real = passwords.check_password_hash

    def counted(hashed: str, password: str) -> bool:
        worked.append(hashed.partition("$")[0])
        return real(hashed, password)

    monkeypatch.setattr(passwords, "check_password_hash", counted)
    sign_in(visitor, "wrong words here")
    sign_in(visitor, "wrong words here", form={"email": "nobody@example.org"})
    assert worked == [passwords.METHOD, passwords.METHOD]


def test_an_empty_form_is_refused(visitor: Browser, person: User) -> None:
    for form in ({"email": ""}, {"password": ""}, {"email": "", "password": ""}):
        assert sign_in(visitor, form=form).status_code == 422, form


def test_odd_input_is_refused_and_breaks_nothing(visitor: Browser, person: User) -> None:
    for odd in ("\x00", "\ud800", "x" * 100_000, "' OR 1=1 --", "İ@ﬀ.org"):
        sent = odd.encode("utf-8", "surrogatepass")
        assert sign_in(visitor, form={"email": sent}).status_code == 422, odd[:20]
        assert sign_in(visitor, form={"password": sent}).status_code == 422, odd[:20]


def test_the_eleventh_guess_is_not_looked_at_but_the_owner_elsewhere_gets_in(
    visitor: Browser, person: User
) -> None:
    """Whatever address somebody says that they come from."""
    for number in range(10):
        forged = {"X-Forwarded-For": f"198.51.100.{number}"}
        assert sign_in(visitor, "wrong words here", headers=forged).status_code == 422
    answer = sign_in(visitor)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 901
    assert 'value="mia@example.org"' in words(answer)
    assert devices() == 0
    assert sign_in(visitor, environ_base={"REMOTE_ADDR": "192.168.1.20"}).status_code == 303


def test_an_unknown_account_is_slowed_just_the_same(visitor: Browser, person: User) -> None:
    answers = [sign_in(visitor, form={"email": "nobody@example.org"}) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]


@pytest.mark.both_databases
def test_guesses_sent_all_at_once_are_counted_too(
    app: Flask, visitor: Browser, person: User
) -> None:
    def guess(_: int) -> int:
        return sign_in(Browser.of(app), "wrong words here").status_code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(16)))
    assert answers.count(422) == 10
    assert answers.count(429) == 6


def test_many_accounts_guessed_at_from_one_address_are_slowed_as_well(
    visitor: Browser, person: User
) -> None:
    at = now()
    with writing() as writer:
        writer.add_all(
            FailedLogin(account_hash=str(number), address="127.0.0.1", at=at)
            for number in range(100)
        )
    assert sign_in(visitor).status_code == 429


@pytest.mark.both_databases
def test_guesses_are_forgotten_after_a_quarter_of_an_hour_and_once_the_password_is_right(
    visitor: Browser, person: User
) -> None:
    for _ in range(10):
        sign_in(visitor, "wrong words here")
    with writing() as writer:
        writer.execute(update(FailedLogin).values(at=now() - timedelta(minutes=15, seconds=1)))
    assert sign_in(visitor, "wrong words here").status_code == 422
    assert sign_in(visitor).status_code == 303
    assert db.session.scalar(select(func.count()).select_from(FailedLogin)) == 0


class TestBehindATrustedProxy:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, trusted_proxies=1)

    def test_the_address_that_the_proxy_saw_is_counted(
        self, visitor: Browser, person: User
    ) -> None:
        with writing() as writer:
            writer.add_all(
                FailedLogin(account_hash=str(number), address="203.0.113.9", at=now())
                for number in range(100)
            )
        there = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}
        assert sign_in(visitor, headers=there).status_code == 429
        assert sign_in(visitor, headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 303


def test_a_sign_in_from_another_site_is_refused(visitor: Browser, person: User) -> None:
    answer = sign_in(visitor, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert devices() == 0


def test_a_sign_in_page_that_was_open_for_too_long_keeps_the_email(
    visitor: Browser, person: User
) -> None:
    answer = sign_in(visitor, headers={"X-CSRFToken": "old"})
    assert answer.status_code == 400
    assert "Please sign in once more" in words(answer)
    assert 'value="mia@example.org"' in words(answer)


# Signing in


def test_the_right_password_opens_the_board_with_a_cookie_kept_from_scripts_and_other_sites(
    visitor: Browser, person: User
) -> None:
    typed = {"email": "  MIA@Example.org "}
    answer = sign_in(visitor, form=typed, headers={"User-Agent": CHROME})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age=31536000" in cookie
    assert "Expires" not in cookie  # which a server whose clock is behind would get wrong
    assert "Secure" not in cookie
    assert visitor.get("/board").status_code == 200
    device = db.session.scalars(select(Device)).one()
    assert (device.user_id, device.label) == (person.id, "Chrome on Android")


def test_the_cookie_is_secure_on_https(visitor: Browser, person: User) -> None:
    here = "https://localhost"
    answer = sign_in(visitor, base_url=here, headers={"Origin": here})
    assert "Secure" in answer.headers["Set-Cookie"]


def test_signing_in_makes_a_new_session_and_a_new_token(
    app: Flask, visitor: Browser, person: User
) -> None:
    visitor.get("/login")
    with visitor.session_transaction() as before:
        before["planted"] = "by somebody else"
        token = before["csrf_token"]
    sign_in(visitor)
    with visitor.session_transaction() as after:
        assert "planted" not in after
        assert after.get("csrf_token") != token
        first = after["_user_id"]
    sign_in(visitor)
    with visitor.session_transaction() as again:
        assert again["_user_id"] != first
    assert devices() == 1


def test_a_password_hashed_with_an_older_setting_is_hashed_anew(
    visitor: Browser, build: Build
) -> None:
    old = passwords.generate_password_hash(PASSWORD, "scrypt:128:8:1")
    user = build.user(email="mia@example.org", password_hash=old)
    assert sign_in(visitor).status_code == 303
    renewed = db.session.get_one(User, user.id).password_hash
    assert not passwords.needs_rehash(renewed or "")
    assert passwords.verify_password(renewed, PASSWORD)


def test_whoever_is_signed_in_is_sent_on_from_the_sign_in_page(browser: Browser) -> None:
    assert browser.get("/login").headers["Location"] == "/"


def test_devices_idle_for_ninety_days_are_swept_for_good(
    app: Flask, visitor: Browser, person: User, build: Build
) -> None:
    old = Browser.of(app)
    old.sign_in(build.user())
    with writing() as writer:
        writer.execute(update(Device).values(last_seen_at=now() - timedelta(days=90, seconds=1)))
    assert old.get("/board").status_code == 303
    assert devices() == 0


# Signing out


def test_signing_out_kills_the_session_on_the_server(visitor: Browser, person: User) -> None:
    sign_in(visitor)
    stolen = visitor.get_cookie("onward")
    assert stolen is not None
    assert visitor.post("/logout").headers["Location"] == "/login"
    visitor.set_cookie("onward", stolen.value)
    assert visitor.get("/board").headers["Location"] == "/login"
    assert devices() == 0


def test_signing_out_over_https_clears_what_the_browser_keeps(browser: Browser) -> None:
    here = "https://localhost"
    answer = browser.post("/logout", base_url=here, headers={"Origin": here})
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_signing_out_is_no_link(browser: Browser) -> None:
    assert browser.get("/logout").status_code == 303
    assert browser.get("/today").status_code == 200


def test_signing_out_from_an_old_page_still_leads_to_the_sign_in_page(visitor: Browser) -> None:
    answer = visitor.post("/logout", headers={"X-CSRFToken": "old"})
    assert answer.headers["Location"] == "/login"


# Coming back to where one was


def test_signing_in_leads_back_to_where_one_was(visitor: Browser, person: User) -> None:
    visitor.get("/board?q=baker&source=Seek")
    assert sign_in(visitor).headers["Location"] == "/board?q=baker&source=Seek"


def test_an_address_in_the_query_is_not_followed(visitor: Browser, person: User) -> None:
    visitor.get("/login?next=https://evil.example/")
    assert sign_in(visitor, query_string={"next": "//evil.example"}).headers["Location"] == "/"


OUTSIDE = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%5cevil.example",
    "/%5Cevil.example",
    "/%2fevil.example",
    "/%2F/evil.example",
    "/%255cevil.example",
    "/\tevil.example",
    "/%09/evil.example",
    "\t//evil.example",
    "/\n/evil.example",
    "/\x00",
    " //evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "https://evil.example",
    "https:evil.example",
    "http:///evil.example",
    "evil.example",
    "@evil.example",
    "?next=x",
    "",
    "/" + "x" * 2000,
]


def test_an_address_outside_is_known_as_such() -> None:
    assert [target for target in OUTSIDE if urls.local_path(target) is not None] == []


def test_an_address_outside_is_never_followed(visitor: Browser, person: User) -> None:
    with visitor.session_transaction() as cookie:
        cookie["next"] = OUTSIDE[0]
    assert sign_in(visitor).headers["Location"] == "/"


def test_an_address_of_this_site_is_followed() -> None:
    ours = ("/", "/board", "/board?q=a//b", "/search?q=%5C", "/board#card-7", "/people/%C3%BC")
    assert [urls.local_path(target) for target in ours] == [*ours]


def test_a_hostile_path_is_not_remembered(visitor: Browser, person: User) -> None:
    for path in ("//evil.example/board", "/%5Cevil.example", "/%09/evil.example"):
        visitor.get(path)
    location = sign_in(visitor).headers["Location"]
    assert location == "/"


def test_a_picture_is_no_place_to_come_back_to(visitor: Browser, person: User) -> None:
    visitor.get("/board")
    visitor.get("/settings/phone.svg", headers={"Accept": "image/avif,image/webp,*/*;q=0.8"})
    assert sign_in(visitor).headers["Location"] == "/board"


def test_htmx_is_told_to_sign_in_and_comes_back_to_the_page_it_was_on(
    visitor: Browser, person: User
) -> None:
    answer = visitor.get(
        "/board/columns/applied",
        htmx=True,
        headers={"HX-Current-URL": "http://localhost/board?q=baker"},
    )
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/login"
    assert sign_in(visitor).headers["Location"] == "/board?q=baker"


def test_htmx_does_not_come_back_to_another_site(visitor: Browser, person: User) -> None:
    there = {"HX-Current-URL": "http://localhost.evil.example/"}
    visitor.get("/board/columns/applied", htmx=True, headers=there)
    assert sign_in(visitor).headers["Location"] == "/"


# Keeping what was typed

NOTE = "They liked the portfolio.\r\n\r\n<script>alert(1)</script> & more \N{WAVING HAND SIGN}"


def expired(browser: Browser, **form: str) -> TestResponse:
    """Send a form whose sign-in has expired."""
    return browser.post("/settings/profile", data=form)


def test_a_form_after_the_sign_in_expired_is_carried_through_signing_in(
    visitor: Browser, person: User
) -> None:
    """Only what was typed is shown, and all of it is carried."""
    typed = {"name": NOTE, "email": "mia@example.org", "was": '{"role": "28da"}'}
    asked = expired(visitor, **typed, employment="full_time", key="k1")
    assert asked.status_code == 401
    assert "What you typed is safe" in words(asked)
    assert "<script>alert" not in words(asked)
    again = sign_in(visitor, form={"carried": carried_by(asked)})
    page = words(again)
    assert again.status_code == 200
    assert "You are signed in again" in page
    assert 'action="/settings/profile"' in page
    assert f'name="name" value="{NOTE[:10]}' in page
    assert 'name="key" value="k1"' in page
    assert "&lt;script&gt;" in page
    assert "<dt>Name</dt>" in page
    assert "<dt>Was</dt>" not in page
    assert "<dt>Employment</dt>" not in page
    assert 'name="was"' in page
    assert 'name="employment" value="full_time"' in page
    assert visitor.get("/board").status_code == 200


def test_what_is_carried_reads_as_its_form_does(visitor: Browser, person: User) -> None:
    form = {
        "received_on": "2026-03-26",
        "channel": "call",
        "words": "Speak of numbers",
        "key": "k1",
    }
    asked = visitor.post("/applications/7/feedback", data=form)
    page = words(sign_in(visitor, form={"carried": carried_by(asked)}))

    for label, value in (
        ("Their words", "Speak of numbers"),
        ("How did they tell you", "By phone"),
        ("When", "Thu 26 Mar 2026"),
    ):
        assert re.search(rf"<dt>{label}[^<]*</dt><dd[^>]*>{value}", page), label
    assert "<dt>Words</dt>" not in page


def test_what_is_carried_to_an_address_of_no_form_is_still_shown(
    visitor: Browser, person: User
) -> None:
    asked = visitor.post("/applications/7/stage", data={"stage": "interview", "odd_one": "Typed"})
    page = words(sign_in(visitor, form={"carried": carried_by(asked)}))

    assert "<dt>Odd one</dt>" in page
    assert "<dt>Stage</dt>" not in page


def test_neither_a_wrong_password_nor_a_stale_page_loses_what_is_carried(
    visitor: Browser, person: User
) -> None:
    asked = expired(visitor, name=NOTE)
    wrong = sign_in(visitor, "wrong words here", form={"carried": carried_by(asked)})
    assert wrong.status_code == 422
    form, old = {"carried": carried_by(wrong)}, {"X-CSRFToken": "old"}
    stale = sign_in(visitor, form=form, headers=old)
    assert carrying_fields(visitor.application, carried_by(stale)) == [("name", NOTE)]


def carrying_fields(app: Flask, packed: str) -> list[tuple[str, str]]:
    """The fields inside."""
    with app.app_context():
        found = pending_form.unpack(packed)
    assert found is not None
    return found.fields


def test_passwords_and_tokens_are_never_carried(visitor: Browser, person: User) -> None:
    asked = visitor.post(
        "/settings/password",
        data={"current_password": "secret-1", "password": "secret-2", "csrf_token": "t", "x": "y"},
    )
    assert carrying_fields(visitor.application, carried_by(asked)) == [("x", "y")]
    assert "secret-" not in words(asked)


def test_a_note_of_a_megabyte_is_carried(visitor: Browser, person: User) -> None:
    note = "".join(f"{number} ü\n" for number in range(110_000))[:900_000]
    carried = carried_by(expired(visitor, name=note))
    answer = sign_in(visitor, form={"carried": carried})
    assert answer.status_code == 200
    assert len(answer.data) > 900_000


def test_more_than_could_be_carried_is_left_on_the_page_before(
    visitor: Browser, person: User
) -> None:
    asked = expired(visitor, name="x" * 1_300_000)
    assert asked.status_code == 401
    assert 'name="carried"' not in words(asked)
    assert "go back to the page before" in words(asked)


def test_what_was_not_packed_here_is_ignored(visitor: Browser, person: User) -> None:
    for forged in ("", "x", "WyIvIl0.x.y", "null"):
        answer = sign_in(visitor, form={"carried": forged})
        assert (answer.status_code, answer.headers["Location"]) == (303, "/"), forged


def test_what_another_server_packed_is_ignored(
    app: Flask, visitor: Browser, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(app.config, "SECRET_KEY", "the secret of somebody else's server")
        with app.test_request_context("/settings/profile", method="POST", data={"name": "x"}):
            packed = pending_form.pack(pending_form.pending_form_from_request())
    assert sign_in(visitor, form={"carried": packed}).status_code == 303


def test_what_is_carried_never_goes_to_another_site(app: Flask) -> None:
    for path in OUTSIDE[:6]:
        packed = pending_form.pack(pending_form.PendingForm(path, [("name", "x")], None, False))
        assert pending_form.unpack(packed) is None, path


def test_another_person_is_not_shown_what_was_typed(
    app: Flask, visitor: Browser, person: User, build: Build, hashed: str
) -> None:
    build.user(email="zoe@example.org", password_hash=hashed)
    sign_in(visitor)
    with writing() as writer:
        Device.end(writer, person.id)
    carried = carried_by(expired(visitor, name="private words"))
    answer = sign_in(visitor, form={"email": "zoe@example.org", "carried": carried})
    assert answer.status_code == 303
    assert "private words" not in words(visitor.get("/board"))


def test_a_token_from_before_signing_in_again_loses_nothing(browser: Browser) -> None:
    before = browser.user.name
    answer = browser.post(
        "/settings/profile", data={"name": "Mia Wren"}, headers={"X-CSRFToken": "old"}
    )
    assert answer.status_code == 400
    assert 'name="name" value="Mia Wren"' in words(answer)
    assert db.session.get_one(User, browser.user.id).name == before


def test_a_token_that_does_not_fit_is_a_notice_for_htmx(browser: Browser, build: Build) -> None:
    application = build.application(browser.user)
    answer = browser.post(
        f"/applications/{application.id}/stage",
        data={"stage": "interview", "version": 1},
        htmx=True,
        headers={"X-CSRFToken": "old"},
    )
    assert answer.status_code == 400
    assert "Reload it" in words(answer)
    assert db.session.get_one(Application, application.id).stage == "applied"


def test_what_was_carried_can_be_sent_on(visitor: Browser, person: User, build: Build) -> None:
    application = build.application(person)
    asked = visitor.post(
        f"/applications/{application.id}/stage",
        data={"stage": "interview", "version": application.version, "key": "once"},
    )
    page = words(sign_in(visitor, form={"carried": carried_by(asked)}))
    action = re.search(r'<form[^>]*action="([^"]+)"', page)
    fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    assert action is not None
    assert visitor.post(unescape(action[1]), data=fields).status_code == 303
    assert db.session.get_one(Application, application.id).stage == "interview"


def test_a_form_with_a_file_says_that_the_file_is_to_be_chosen_again(app: Flask) -> None:
    import io

    data = {"label": "Résumé", "file": (io.BytesIO(b"x"), "cv.pdf")}
    with app.test_request_context("/settings/profile", method="POST", data=data):
        found = pending_form.pending_form_from_request()
        assert "csrf_token" not in session
    assert found is not None
    assert found.files
