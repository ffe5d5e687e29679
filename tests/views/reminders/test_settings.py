"""Reminders are off until a way took a test; what opens it is in a file, and nowhere else."""

import os
import re
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text

from tests.browser import Browser
from tests.reminders.services import Post, Service, post_office, service, ways
from tests.sent import form_of, queries
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.config.smtp import Smtp
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    AccountEvent,
    Device,
    Reminder,
    ReminderChannel,
    ReminderDelivery,
    ReminderSettings,
)
from tracker.models.changes.reminder_channels import MOST
from tracker.reminders.channels.outgoing import Ways
from tracker.reminders.secret_file import FOLDER, keep_secret, new_name
from tracker.tasks.reminders import sweep_reminders
from tracker.tasks.task import Task, Turn
from tracker.views.reminders import channel_presenter, new_channel, trial, wishes
from tracker.web.account_events import Happened

TASK = Task("sweep", timedelta(1), lambda *_: None, sweep_reminders)
NEW = "/settings/reminders/channels/new"
SECRET = "a-topic-that-nobody-guesses"
TORN = ("http://[/t", "http://[1.2.3.4]/t", "https://a]b/t", "https://a℀b/t", "https://x:99999/t")
NO_ADDRESSES = (
    "", "ftp://ntfy.sh/x", "https://ntfy.sh", "https://me:pw@ntfy.sh/x", "https://ntfy.sh/a b",
    *TORN,
)  # fmt: skip


@pytest.fixture(scope="module")
def web() -> Iterator[Service]:
    with service() as running:
        yield running


@pytest.fixture(scope="module")
def office() -> Iterator[tuple[Smtp, Post]]:
    with post_office() as running:
        yield running


@pytest.fixture
def folder(
    app: Flask,
    web: Service,
    office: tuple[Smtp, Post],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Where secrets are kept, with ways that reach the test's own services."""
    web.got.clear()
    web.status = 200
    office[1].__init__()
    app.config["ONWARD"] = replace(app.config["ONWARD"], instance=tmp_path, smtp=office[0])
    monkeypatch.setattr(trial, "ways_of", lambda _: ways(tmp_path, office[0]))
    return tmp_path


def channels() -> list[ReminderChannel]:
    db.session.rollback()
    return list(db.session.scalars(select(ReminderChannel).order_by(ReminderChannel.id)))


@pytest.mark.both_databases
def test_ntfy_takes_a_test_first_and_its_address_is_in_no_table_page_or_log(
    browser: Browser, folder: Path, web: Service, caplog: pytest.LogCaptureFixture
) -> None:
    assert "They are off" in browser.get("/settings/reminders").text
    url = f"{web.url}/{SECRET}"
    web.status = 503
    refused = browser.post(f"{NEW}/ntfy", data={"url": url, "token": "tk_secret", "label": "Mine"})
    assert (refused.status_code, channels()) == (422, [])
    assert "refused it (503)" in refused.text
    assert "tk_secret" not in refused.text
    web.status = 200
    told = browser.post(f"{NEW}/ntfy", data={"url": url, "token": "tk_secret", "label": "Mine"})

    assert told.status_code == 303
    (channel,) = channels()
    assert (channel.label, channel.state) == ("Mine", "on")
    assert b"A test from Onward" in web.got[-1].body
    file = folder / FOLDER / channel.file
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = "".join(
        str(row)
        for name in ("reminder_channels", "reminder_settings", "account_events")
        for row in db.session.execute(text(f"SELECT * FROM {name}")).all()
    )
    pages = "".join(
        browser.get(page).text
        for page in (
            "/settings/reminders", f"/settings/reminders/channels/{channel.id}",
            "/settings", "/settings/history", "/reminders",
        )
    )  # fmt: skip
    for secret in (SECRET, "tk_secret"):
        assert secret not in kept + pages + caplog.text
    assert "Reminders were set up to go out" in pages
    assert "Works: the last one " in browser.get("/settings/reminders").text
    web.status = 503
    browser.post(f"/settings/reminders/channels/{channel.id}/test")
    sent = browser.get("/reminders").text
    assert sent.count("A test from Onward") == 2
    failed, taken = sent.index("Mine did not take it"), sent.index("Mine took it")
    assert failed < sent.index("ntfy refused it (503).") < taken  # the latest first
    web.status = 502
    browser.post(f"/settings/reminders/channels/{channel.id}/test")
    sent = browser.get("/reminders").text
    assert sent.count("did not take it") == 2 and sent.count("ntfy refused it") == 1  # of then
    browser.post(f"/settings/reminders/channels/{channel.id}/closure")
    assert (channels(), file.exists()) == ([], False)


def test_an_address_that_is_none_is_said_beside_its_field(browser: Browser, folder: Path) -> None:
    for url in NO_ADDRESSES:
        answer = browser.post(f"{NEW}/ntfy", data={"url": url, "token": "", "label": "x"})

        assert answer.status_code == 422, url
        assert form_of(answer.text, f"{NEW}/ntfy")["url"] == url, url
        assert channels() == [], url


def test_a_browser_that_names_no_address_and_a_torn_server_are_refused(
    browser: Browser, folder: Path, web: Service
) -> None:
    phone = web.phone().given()
    answers = [
        browser.post(f"{NEW}/{way}", data=data)
        for url in TORN[:4]
        for way, data in (
            ("push", phone | {"endpoint": url, "label": "x"}),
            ("gotify", {"url": url, "token": "A", "label": "x"}),
        )
    ]

    assert {each.status_code for each in answers} == {422}
    assert channels() == []


WHYS = {
    "ntfy.sh/topic": "has to begin with https://",
    "ftp://ntfy.sh/topic": "has to begin with https://",
    "https://me:pw@ntfy.sh/topic": "can’t stand in the address itself",
    "https://me@ntfy.sh/topic": "can’t stand in the address itself",
    "https:///topic": "write the whole address",
    "https://ntfy.sh:99999/topic": "write the whole address",
    "https://ntfy.sh/a b": "without spaces",
    "https://ntfy.example.org:8080/topic": "80 and 443",
    "http://127.0.0.1:8132/topic": "inside a home or office network",
    "http://127.0.0.1/topic": "inside a home or office network",
    "http://[::1]:8080/topic": "inside a home or office network",
    "https://192.168.1.1/topic": "inside a home or office network",
    "https://localhost/topic": "inside a home or office network",
    "https://printer.local:9000/topic": "inside a home or office network",
}


def test_why_an_address_is_not_taken_is_said_beside_its_field_and_nothing_goes_out(
    browser: Browser, folder: Path, web: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "ways_of", lambda _: Ways(folder))
    monkeypatch.setattr("tracker.fetching.names.resolve", lambda *_: pytest.fail("looked up"))
    for url, why in WHYS.items():
        page = browser.post(f"{NEW}/ntfy", data={"url": url, "token": "A"})
        error = page.text.split('id="url-error">')[1].split("<")[0]
        assert (page.status_code, why in error) == (422, True), (url, error)
    for way, data, why in (
        ("ntfy", {"url": "https://ntfy.sh/my%20topic"}, "letters, digits"),
        ("gotify", {"url": "https://g.example.org/?a=1", "token": "A"}, "without a ?"),
        ("gotify", {"url": "http://[::1]:8080", "token": "A"}, "a home or office network"),
        ("email", {"address": "jörg@example.org"}, "without accents"),
    ):
        assert why in browser.post(f"{NEW}/{way}", data=data).text
    assert (web.got, channels()) == ([], [])


def test_an_email_address_is_used_once_its_code_came_back(
    browser: Browser, folder: Path, office: tuple[Smtp, Post]
) -> None:
    box = office[1]
    page = browser.get(f"{NEW}/email").text
    assert browser.user.email in page
    for bad in ("a@b\r\nBcc: x@example.org", "a@b, c@d", "Jo <jo@example.org>", "jo"):
        assert browser.post(f"{NEW}/email", data={"address": bad}).status_code == 422
    assert box.mails == []
    browser.post(f"{NEW}/email", data={"address": "jo@example.org"})
    browser.post(f"{NEW}/email", data={"address": "jo@example.org"})
    (channel,) = channels()
    code = re.findall(r"\d{6}", str(box.mails[-1]["Subject"]))[0]
    place = f"/settings/reminders/channels/{channel.id}"

    assert channel.state == "unproved"
    wrong = "111111" if code != "111111" else "222222"
    assert browser.post(f"{place}/code", data={"code": wrong}).status_code == 422
    assert browser.post(f"{place}/test").status_code == 422
    assert (
        browser.post(f"{place}/code", data={"code": f" {code[:3]} {code[3:]}"}).status_code == 303
    )
    (channel,) = channels()
    assert (channel.state, channel.label) == ("on", "j…@example.org")
    assert box.to == ["jo@example.org"] * 2
    sent = browser.get("/reminders").text
    assert sent.count("A code from Onward") == 2 and code not in sent
    assert browser.post(f"{place}/test").status_code == 303
    assert "List-Unsubscribe" in box.mails[-1]


@pytest.mark.both_databases
def test_a_device_says_where_it_is_and_ends_with_its_sign_in(
    browser: Browser, folder: Path, web: Service
) -> None:
    phone = web.phone()
    page = browser.get(f"{NEW}/push").text
    assert len(re.findall(r'data-key="([\w-]{87})"', page)) == 1
    assert browser.post(f"{NEW}/push", data={"label": "x"}).status_code == 422
    answer = browser.post(f"{NEW}/push", data=phone.given() | {"label": "My phone"})
    browser.post(f"{NEW}/push", data=phone.given() | {"label": "My phone"})

    assert answer.status_code == 303
    assert phone.read(web.got[0].body)["title"] == "A test from Onward"
    (channel,) = channels()
    assert channel.device_id == browser.device.id
    with writing() as session:
        session.delete(session.get_one(Device, browser.device.id))
    assert channels() == []


def test_apprise_is_for_the_keeper_alone_and_acts_on_no_server_itself(
    browser: Browser, folder: Path, build, sign_in, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert browser.get(f"{NEW}/apprise").status_code == 404
    keeper = sign_in(build.user(keeper=True))
    said: list[tuple[str, str, str]] = []

    def taken(*told: str) -> bool:
        said.append(told)
        return True

    monkeypatch.setattr(trial, "ways_of", lambda _: replace(ways(folder), apprise=taken))
    for url in (
        "syslog://", "dbus://", "BLINK1://x", "not an address", "json://example.org/,syslog://",
        "json://example.org/,gio://_", "json://example.org/;syslog://",
    ):  # fmt: skip
        answer = keeper.post(f"{NEW}/apprise", data={"url": url, "label": "x"})
        assert (answer.status_code, channels()) == (422, [])
        assert said == []
    answer = keeper.post(f"{NEW}/apprise", data={"url": "tgram://secret/1", "label": "Telegram"})
    assert answer.status_code == 303
    assert said[0][:2] == ("tgram://secret/1", "A test from Onward")


def test_two_tests_are_under_way_at_once_and_who_comes_then_keeps_what_was_typed(
    browser: Browser, folder: Path, build, sign_in, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, answered, seconds = threading.Semaphore(0), threading.Event(), set()

    def slow(_kind, _given, _message, by: Ways) -> None:
        seconds.update((by.hurry, by.poster.seconds))
        under_way.release()
        answered.wait(60)

    monkeypatch.setattr(trial, "send", slow)
    mine = build.reminder_channel(browser.user)
    typed = {"url": "https://ntfy.example.org/a-topic", "token": "", "label": "Mine"}
    others = [sign_in(build.user()) for _ in range(2)]
    sent = [(each, {"X-CSRFToken": each.token()}) for each in others]
    db.session.remove()
    with ThreadPoolExecutor(2) as threads:
        waiting = [
            threads.submit(each.post, f"{NEW}/ntfy", data=typed, headers=headers)
            for each, headers in sent
        ]
        try:
            assert all(under_way.acquire(timeout=60) for _ in others)
            third = browser.post(f"{NEW}/ntfy", data=typed)
            again = browser.post(f"/settings/reminders/channels/{mine.id}/test")
        finally:
            answered.set()

    assert (third.status_code, again.status_code) == (429, 429)
    assert seconds == {trial.SECONDS}
    assert trial.FULL in third.text
    assert trial.FULL in again.text
    assert form_of(third.text, f"{NEW}/ntfy")["url"] == typed["url"]
    assert [each.result().status_code for each in waiting] == [303, 303]
    db.session.rollback()
    assert db.session.get_one(ReminderChannel, mine.id).problem == ""
    assert browser.post(f"/settings/reminders/channels/{mine.id}/test").status_code == 303


def test_a_sweep_in_the_middle_of_adding_leaves_the_new_ways_file(
    browser: Browser, folder: Path, web: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = now()
    left = [folder / FOLDER / name for name in (new_name(), f".{new_name()}.0a.part")]
    for file in left:
        keep_secret(folder, file.name, {})
        os.utime(file, (at.timestamp() - 3700,) * 2)

    def swept_before(*facts: Any) -> Any:
        sweep_reminders(Turn(TASK, browser.application.config["ONWARD"], at, ""))
        return writing(*facts)

    monkeypatch.setattr(new_channel, "writing", swept_before)
    typed = {"url": f"{web.url}/{SECRET}", "label": "Mine"}
    assert browser.post(f"{NEW}/ntfy", data=typed).status_code == 303
    (channel,) = channels()

    assert [file.name for file in (folder / FOLDER).iterdir()] == [channel.file]


@pytest.mark.both_databases
def test_however_many_are_sent_at_once_nobody_has_more_ways_than_there_may_be(
    browser: Browser, build, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(MOST - 1):
        build.reminder_channel(browser.user)

    def another_first(*facts: Any) -> Any:
        monkeypatch.undo()
        build.reminder_channel(browser.user)
        return writing(*facts)

    monkeypatch.setattr(trial, "send", lambda *_: None)
    monkeypatch.setattr(new_channel, "writing", another_first)
    typed = {"url": f"https://ntfy.example.org/{SECRET}", "label": "Mine"}
    answer = browser.post(f"{NEW}/ntfy", data=typed)

    assert (answer.status_code, len(channels())) == (422, MOST)
    assert form_of(answer.text, f"{NEW}/ntfy")["url"] == typed["url"]
    assert list((folder / FOLDER).glob("*")) == []


def test_the_password_is_asked_before_words_go_out(
    browser: Browser, folder: Path, web: Service
) -> None:
    with writing() as session:
        session.get_one(Device, browser.device.id).proved_at = now() - timedelta(hours=1)

    answer = browser.post(f"{NEW}/ntfy", data={"url": f"{web.url}/x", "label": "x"})
    assert (answer.status_code, web.got, channels()) == (401, [], [])
    assert "Your password, to change your reminders" in answer.text


def test_off_they_begin_with_one_button_and_the_ways_of_servers_are_folded(
    browser: Browser, folder: Path
) -> None:
    page = browser.get("/settings/reminders").text
    (first,) = re.findall(r'class="button main[^>]*href="([^"]+)"', page)
    assert first in (f"{NEW}/push", f"{NEW}/email")
    assert page.index("Other ways") < page.index(f"{NEW}/ntfy")


def test_at_an_address_without_https_the_first_way_is_one_that_works_there(
    app: Flask, browser: Browser, folder: Path, build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wishes, "works_offline", lambda: False)
    monkeypatch.setitem(app.jinja_env.globals, "works_offline", lambda: False)
    for smtp, first in ((app.config["ONWARD"].smtp, "email"), (None, "ntfy")):
        monkeypatch.setitem(app.config, "ONWARD", replace(app.config["ONWARD"], smtp=smtp))
        page = browser.get("/settings/reminders").text
        assert re.findall(r'class="button main[^>]*href="([^"]+)"', page) == [f"{NEW}/{first}"]
        assert f"{NEW}/push" not in page
        assert "begins with https" in page and "/calendar" in page
    page = browser.get(f"{NEW}/push").text
    assert "email" not in page.partition("<main")[2] and "<form" not in page.partition("<main")[2]
    assert re.findall(r'class="button main[^>]*href="([^"]+)"', page) == ["/settings/reminders"]


def test_a_name_that_nobody_guesses_is_made_up_for_ntfy_and_stays_after_a_refusal(
    browser: Browser, folder: Path
) -> None:
    names = []
    for _ in range(2):
        page = browser.get(f"{NEW}/ntfy").text
        url = form_of(page, f"{NEW}/ntfy")["url"]
        assert re.fullmatch(r"https://ntfy\.sh/onward(?:-[0-9a-f]{4}){3}", url)
        assert f">{url.rpartition('/')[2]}</b>" in page
        names.append(url)
    assert names[0] != names[1]
    again = browser.post(f"{NEW}/ntfy", data={"url": url, "token": "not a token", "label": "x"})
    assert again.status_code == 422
    assert form_of(again.text, f"{NEW}/ntfy")["url"] == url
    assert "Get the app ntfy" not in browser.post(f"{NEW}/ntfy", data={"url": "x"}).text


def test_what_a_server_can_not_do_yet_is_said_and_its_owner_learns_how(
    app: Flask, browser: Browser, folder: Path, sign_in, build, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "not set up here" not in browser.get("/settings/reminders").text
    monkeypatch.setattr(channel_presenter, "is_installed", lambda: False)
    monkeypatch.setitem(app.config, "ONWARD", replace(app.config["ONWARD"], smtp=None))

    member = browser.get("/settings/reminders").text
    keeper = sign_in(build.user(keeper=True)).get("/settings/reminders").text

    both = "Notifications on this device and email are not set up here"
    assert both in member
    assert "ONWARD_" not in member
    summary, _, told = keeper.partition(both)[2].partition("</summary>")
    assert "ONWARD_" not in keeper.partition(both)[0] + summary
    assert "ONWARD_EXTRAS=push" in told and "ONWARD_SMTP_HOST" in told


def test_hours_are_kept_and_what_is_no_hour_is_said(browser: Browser, build, folder: Path) -> None:
    build.reminder_channel(browser.user)
    page = browser.get("/settings/reminders").text
    facts = form_of(page, "/settings/reminders")
    assert facts["digest_at"] == "08:00"
    wrong = browser.post("/settings/reminders", data=facts | {"digest_at": "25:00"})
    assert wrong.status_code == 422
    facts |= {"digest_at": "06:30", "named": "y", "quiet_to": "07:15"}
    assert browser.post("/settings/reminders", data=facts).status_code == 303

    kept = db.session.get_one(ReminderSettings, browser.user.id)
    assert (f"{kept.digest_at:%H:%M}", kept.named) == ("06:30", True)
    assert "it comes at 07:15" in browser.get("/settings/reminders").text


def test_a_week_without_any_and_on_again(browser: Browser, build, folder: Path) -> None:
    build.reminder_channel(browser.user)
    browser.post("/settings/reminders/pause")
    kept = db.session.get_one(ReminderSettings, browser.user.id)
    left = kept.paused_until - now()

    assert timedelta(days=6) - timedelta(hours=2) < left <= timedelta(days=7, hours=1)
    assert "Paused: nothing comes until" in browser.get("/settings/reminders").text
    settings: Settings = browser.application.config["ONWARD"]
    browser.application.config["ONWARD"] = replace(settings, tasks=False)
    assert "does nothing by itself" in browser.get("/settings/reminders").text
    browser.post("/settings/reminders/pause/ending")
    db.session.expire_all()
    assert db.session.get_one(ReminderSettings, browser.user.id).paused_until is None


def test_what_fails_is_said_on_today_and_in_the_settings(
    browser: Browser, build, folder: Path
) -> None:
    build.reminder_channel(
        browser.user, problem="ntfy refused it (503).", failing_since=now() - timedelta(hours=2)
    )

    assert "Some reminders don’t reach you" in browser.get("/today").text
    assert "ntfy refused it (503)." in browser.get("/settings/reminders").text
    assert "does not work" in browser.get("/settings").text


def test_what_was_sent_is_listed_for_its_owner_with_how_it_went(
    browser: Browser, build, sign_in
) -> None:
    at = now()
    with writing() as session:
        facts = {"user_id": browser.user.id, "day": at.date(), "about": []}
        row = Reminder(
            kind="digest", title="Two things for today", body="Something you planned.",
            decided_at=at, due_at=at, expires_at=at, **facts,
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.add_all(
            ReminderDelivery(user_id=browser.user.id, reminder_id=row.id, label=label, state=state)
            for label, state in (("My phone", "sent"), ("Email", "failed"))
        )
    page = browser.get("/reminders").text
    asked = queries(lambda: browser.get("/reminders"))

    assert asked == 4
    for words in (
        "Two things for today",
        "My phone took it",
        "Email did not take it",
        "Partly sent",
    ):
        assert words in page
    assert "Two things for today" not in sign_in().get("/reminders").text
    assert (
        db.session.scalar(
            select(AccountEvent.id).where(AccountEvent.kind == Happened.CHANNEL_ADDED.value)
        )
        is None
    )
