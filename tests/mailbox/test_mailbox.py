"""A mailbox is only read; what is about an application waits, and nothing else of it stays."""

import errno
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.browser import Browser
from tests.mailbox.imap_server import NAME, PASSWORD, USER, Server, serving, trusting
from tests.sent import form_of
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.mailbox.connection import Connector, Unreachable
from tracker.mailbox.imap import Login, opened, quoted
from tracker.mailbox.password_file import file_of, keep_password, trial_of
from tracker.mailbox.trial_file import read_trial, sweep_trials
from tracker.models import Device, Mailbox, MailProposal, Rejection, User
from tracker.models.messages.mailbox import KEPT_FOR
from tracker.tasks import mailboxes
from tracker.tasks.mailboxes import look_into
from tracker.values import passwords
from tracker.views.mail.mailbox import TRIES
from tracker.views.mail.providers import PROVIDERS
from tracker.web.outgoing_calls import outgoing_call

NO = (
    b"From: Jo <jo@banksia.example>\r\nSubject: Your application\r\n"
    b"Date: Tue, 24 Nov 2026 22:30:00 +0000\r\n\r\n"
    b"Unfortunately we have decided to move forward with other candidates.\r\n"
)
LETTER = b"From: Mum <mum@home.example>\r\nSubject: Sunday\r\n\r\nAre you coming on Sunday?\r\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def settings(app: Flask, tmp_path: Path) -> Iterator[Settings]:
    """With a folder of the test's own, in which passwords are kept."""
    before: Settings = app.config["ONWARD"]
    app.config["ONWARD"] = replace(before, instance=tmp_path)
    yield app.config["ONWARD"]
    app.config["ONWARD"] = before


@pytest.fixture
def reach(server: Server, monkeypatch: pytest.MonkeyPatch) -> Connector:
    monkeypatch.setattr("tracker.views.mail.mailbox.reach_of", lambda _: server.reach())
    return server.reach()


@pytest.fixture
def user(browser: Browser, build, server: Server, settings: Settings):
    build.application(browser.user, company="Banksia Software", role="Tester")
    with writing() as session:
        session.add(
            Mailbox(
                user_id=browser.user.id,
                host=NAME,
                port=server.port,
                username=USER,
                folder="Jobs",
                made_at=now(),
            )
        )
    keep_password(settings.instance, browser.user.id, PASSWORD)
    return browser.user


def look(settings: Settings, user, reach: Connector, later: timedelta = timedelta()) -> Mailbox:
    look_into(settings, user.id, now() + later, reach)
    db.session.rollback()
    return db.session.get_one(Mailbox, user.id, populate_existing=True)


def waiting() -> list[MailProposal]:
    db.session.rollback()
    return list(db.session.scalars(select(MailProposal).order_by(MailProposal.id)))


def test_only_mail_about_an_application_waits_and_each_is_looked_at_once(
    settings, server, reach, user, browser
) -> None:
    server.mails = {4: LETTER, 9: NO}
    mailbox = look(settings, user, reach)

    assert [(row.kind, row.company, row.uid) for row in waiting()] == [
        ("no", "Banksia Software", 9)
    ]
    assert (mailbox.last_uid, mailbox.uid_validity, mailbox.problem) == (9, 7, "")
    assert {each.split()[0] for each in server.asked} <= {
        *("CAPABILITY", "LOGIN", "EXAMINE", "UID", "LOGOUT")
    }
    assert all("BODY.PEEK" in each for each in server.asked if "FETCH" in each)
    server.asked.clear()
    look(settings, user, reach)
    assert [each for each in server.asked if "FETCH" in each] == []
    assert db.session.scalar(select(func.count()).select_from(Rejection)) == 0


def test_their_feedback_and_a_cancelled_interview_wait_for_a_word_too(
    settings, server, reach, user
) -> None:
    head, said = NO.partition(b"\r\n\r\n")[0], {
        3: b"About the Tester role at Banksia Software: here is the feedback that you asked for. "
        b"Your answers stayed general. A concrete example would have helped.",
        4: b"Your interview for the Tester role at Banksia Software has been cancelled.",
        5: b"Sorry, Monday does not work any more for the Tester role. Could you do Thursday?",
        6: b"The Tester team at Banksia Software has moved to a new office on Bridge Street.",
    }  # fmt: skip
    server.mails = {number: head + b"\r\n\r\n" + words for number, words in said.items()}
    look(settings, user, reach)

    assert [row.uid for row in waiting()] == [3, 4, 5]
    assert waiting()[0].kind == "feedback"


def test_numbers_that_mean_other_mails_are_begun_anew(settings, server, reach, user) -> None:
    server.mails = {9: LETTER}
    look(settings, user, reach)
    server.validity, server.mails = 8, {1: NO}

    assert look(settings, user, reach).last_uid == 1
    assert len(waiting()) == 1


def test_today_has_one_line_and_one_tap_keeps_what_it_says(
    settings, server, reach, user, browser
) -> None:
    server.mails = {1: NO}
    look(settings, user, reach)
    (row,) = waiting()

    assert "An email from Banksia Software reads as a no" in browser.get("/today").text
    assert f"/mail/proposals/{row.id}" in browser.get("/mail").text
    page = browser.get(f"/mail/proposals/{row.id}").text
    browser.post("/mail/records", data=form_of(page, "/mail/records"))
    assert waiting() == []
    assert db.session.scalar(select(Rejection.how)) == "email"


def test_not_this_deletes_it(settings, server, reach, user, browser, sign_in) -> None:
    server.mails = {1: NO}
    look(settings, user, reach)
    (row,) = waiting()

    assert sign_in().post(f"/mail/proposals/{row.id}/dismissal", data={}).status_code == 404
    assert browser.post(f"/mail/proposals/{row.id}/dismissal", data={}).status_code == 303
    assert waiting() == []


@pytest.mark.both_databases
def test_what_waits_too_long_is_gone(settings, server, reach, user) -> None:
    server.mails = {1: NO}
    look(settings, user, reach)
    with writing() as session:
        MailProposal.sweep(session, now() + KEPT_FOR + timedelta(hours=1))

    assert waiting() == []


def test_a_mailbox_that_fails_for_hours_is_said_kindly_and_well_again_is_not(
    settings, server, reach, user, browser
) -> None:
    server.folders.clear()
    look(settings, user, reach, -timedelta(hours=7))
    failing = look(settings, user, reach)

    assert failing.problem == "There is no folder of that name in the mailbox."
    assert "Your mailbox can’t be read" in browser.get("/today").text
    assert failing.problem in browser.get("/settings").text
    assert failing.problem in browser.get("/settings/mailbox").text
    server.folders.add("Jobs")
    assert look(settings, user, reach).problem == ""
    assert "Your mailbox can’t be read" not in browser.get("/today").text


def test_mailbox_is_tried_then_kept_and_its_password_is_in_no_table_and_no_page(
    settings, server, reach, browser, caplog
) -> None:
    form = {"host": NAME, "port": f"{server.port}", "username": USER, "password": PASSWORD}
    form |= {"folder": "Jobs"}
    server.mails = {1: LETTER}
    refused = browser.post("/settings/mailbox", data=form | {"folder": "Nowhere"})
    assert refused.status_code == 422
    assert "no folder of that name" in refused.text
    assert form_of(refused.text, "/settings/mailbox")["host"] == NAME
    tried = browser.post("/settings/mailbox", data=form | {"trial": "1"})
    assert "It works: 1 email in Jobs." in tried.text
    assert db.session.get(Mailbox, browser.user.id) is None

    assert browser.post("/settings/mailbox", data=form).status_code == 303
    file = file_of(settings.instance, browser.user.id)
    assert file.read_text() == PASSWORD
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    row = db.session.get(Mailbox, browser.user.id)
    assert PASSWORD not in str([getattr(row, each.name) for each in Mailbox.__table__.columns])
    assert PASSWORD not in browser.get("/settings/mailbox").text + caplog.text

    browser.post("/settings/mailbox/closure", data={})
    assert not file.exists()
    assert db.session.get(Mailbox, browser.user.id) is None


def test_provider_is_asked_first_and_fills_the_server(settings, browser) -> None:
    assert 'name="password"' not in browser.get("/settings/mailbox").text
    for key, each in PROVIDERS.items():
        address = "?at=other&username=mia@uni.example" if key == "other" else f"?at={key}"
        page = browser.get(f"/settings/mailbox{address}").text
        offered = f'href="/settings/mailbox?at={key}"' in browser.get("/settings/mailbox").text
        assert offered == each.listed
        if each.open:
            form = form_of(page, "/settings/mailbox")
            assert (form["host"], form["port"], form["folder"]) == (each.host, "993", "INBOX")
            assert page.index("changes nothing") < page.index('name="password"')
        else:
            assert 'name="password"' not in page
            assert 'href="/mail/new"' in page


@pytest.mark.parametrize("fault", ["no name resolves", "no way out", "no such name"])
def test_no_internet_is_told_as_that_and_a_password_that_was_typed_is_there_for_the_next_try(
    settings, server, reach, browser, monkeypatch, fault
) -> None:
    away = {
        "no name resolves": replace(reach, lookup=lambda *_: []),
        "no way out": replace(reach, lookup=lambda *_: ["192.0.2.1", "2001:db8::1"]),
        "no such name": replace(reach, lookup=lambda host, _: [] if host == NAME else ["::1"]),
    }[fault]

    def refuse(*_: object) -> None:
        raise OSError(errno.ENETUNREACH, "no network")

    form = {"host": NAME, "port": f"{server.port}", "username": USER, "password": PASSWORD}
    form |= {"folder": "Jobs"}
    with monkeypatch.context() as patch:
        patch.setattr("tracker.views.mail.mailbox.reach_of", lambda _: away)
        patch.setattr("tracker.mailbox.connection.socket.create_connection", refuse)
        page = browser.post("/settings/mailbox", data=form)
    told = fault != "no such name"
    assert page.status_code == 422 and PASSWORD not in page.text
    assert ("Is it connected to the internet?" in page.text) == told
    assert ("no server of that name" in page.text) == (not told)
    assert (f"could not reach {NAME}. " if told else f"of that name: {NAME}.") in page.text
    assert "We still have it" in page.text
    assert ("With another server, paste it again" in page.text) == (not told)
    file = trial_of(settings.instance, browser.user.id)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    # to no other server, to nobody's mailbox after a while
    elsewhere = form | {"password": "", "host": "evil.example"}
    assert "Paste the app password" in browser.post("/settings/mailbox", data=elsewhere).text
    sweep_trials(settings.instance, now() + timedelta(minutes=14))
    assert browser.post("/settings/mailbox", data=form | {"password": ""}).status_code == 303
    assert file_of(settings.instance, browser.user.id).read_text() == PASSWORD
    assert not file.exists()


def test_password_that_was_only_tried_is_gone_after_a_while_and_a_wrong_one_at_once(
    settings, server, reach, browser
) -> None:
    form = {"host": NAME, "port": f"{server.port}", "username": USER, "password": PASSWORD}
    form |= {"folder": "Jobs", "trial": "1"}
    file = trial_of(settings.instance, browser.user.id)
    assert "It works" in browser.post("/settings/mailbox", data=form).text and file.exists()
    assert read_trial(settings.instance, browser.user.id, NAME, now()) == PASSWORD
    late = now() + timedelta(minutes=16)
    assert read_trial(settings.instance, browser.user.id, NAME, late) == ""
    sweep_trials(settings.instance, late)
    assert not file.exists()

    browser.post("/settings/mailbox", data=form | {"password": "guess"})
    assert not file.exists()


@pytest.mark.parametrize(
    ("wrong", "about"),
    [
        ({"folder": "Nowhere"}, "folder"),
        ({"password": "guess"}, "password"),
        ({"host": ""}, "host"),
    ],
)
def test_what_went_wrong_stands_at_its_field_which_has_the_focus(
    settings, server, reach, browser, wrong, about
) -> None:
    form = {"host": NAME, "port": f"{server.port}", "username": USER, "password": PASSWORD}
    page = browser.post("/settings/mailbox", data=form | {"folder": "Jobs", "at": "gmx"} | wrong)

    assert page.status_code == 422
    (focused,) = re.findall(r"<input[^>]* autofocus[^>]*>", page.text)
    assert f'name="{about}"' in focused
    assert 'aria-invalid="true"' in focused
    assert f'id="{about}-error"' in page.text
    assert "Connect GMX" in page.text


def test_kept_password_goes_to_no_other_server(settings, server, reach, user, browser) -> None:
    form = {"host": "evil.example", "port": f"{server.port}", "username": USER, "password": ""}
    answer = browser.post("/settings/mailbox", data=form | {"folder": "Jobs"})

    assert answer.status_code == 422
    assert "Paste the app password for this mailbox" in answer.text
    assert server.asked == []


@pytest.mark.parametrize("typed", ["127.0.0.1", "robin", "robin@", "@gmail.com", "a b@gmail.com"])
def test_what_is_no_email_address_is_said_before_anything_is_tried_and_the_password_stays(
    settings, server, reach, browser, typed
) -> None:
    form = {"host": "imap.gmail.com", "port": f"{server.port}", "folder": "Jobs", "at": "gmail"}
    page = browser.post("/settings/mailbox", data=form | {"username": typed, "password": PASSWORD})

    assert page.status_code == 422
    assert "Write your whole email address, like you@gmail.com." in page.text
    assert "We still have it" in page.text
    assert db.session.scalar(select(func.count()).select_from(Mailbox)) == 0
    assert (server.asked, browser.get("/settings/mailbox?at=icloud").status_code) == ([], 200)
    elsewhere = form | {"host": "imap.mail.me.com", "username": "robin", "password": ""}
    assert "Paste the app password" in browser.post("/settings/mailbox", data=elsewhere).text


def test_app_password_stays_while_the_accounts_own_is_asked_for(
    settings, server, reach, browser, quick_hashing
) -> None:
    hashed = passwords.hash_password("heron umbrella kettle")
    with writing() as session:
        session.get_one(User, browser.user.id).password_hash = hashed
        session.get_one(Device, browser.device.id).proved_at = None
    form = {"host": NAME, "port": f"{server.port}", "username": USER, "folder": "Jobs"}
    assert browser.post("/settings/mailbox", data=form | {"host": "a b"}).status_code == 422
    asked = browser.post("/settings/mailbox", data=form | {"at": "other", "password": PASSWORD})

    assert (asked.status_code, server.asked) == (401, [])
    assert "What you typed and chose is kept." in asked.text and PASSWORD not in asked.text
    wrong = form_of(asked.text, "/settings/mailbox") | {"password_again": "teapot in the tree"}
    again = browser.post("/settings/mailbox", data=wrong)
    assert again.status_code == 422
    right = form_of(again.text, "/settings/mailbox") | {"password_again": "heron umbrella kettle"}
    assert browser.post("/settings/mailbox", data=right).status_code == 303
    assert file_of(settings.instance, browser.user.id).read_text() == PASSWORD


def test_nobody_tries_without_end(settings, server, reach, browser) -> None:
    form = {"host": NAME, "port": f"{server.port}", "username": USER, "password": "guess"}
    form |= {"folder": "Jobs", "trial": "1"}
    with writing() as session:
        for _ in range(TRIES.pair):
            TRIES.note(session, f"mailbox {browser.user.id}", now())

    answer = browser.post("/settings/mailbox", data=form)
    assert answer.status_code == 429
    assert form_of(answer.text, "/settings/mailbox")["host"] == NAME
    assert server.asked == []


def test_wrong_password_is_said_and_never_logged(server) -> None:
    login = Login(NAME, server.port, USER, "secret-typed", "Jobs")
    with (
        pytest.raises(Unreachable, match="doesn’t take this name") as caught,
        opened(login, server.reach()),
    ):
        pass
    assert "secret-typed" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.5", "192.168.1.9", "169.254.169.254", "100.64.0.1", "::1", "fd00::1",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "fe80::1%eth0", "0.0.0.0"],
)  # fmt: skip
def test_no_server_inside_a_network_is_reached(server, address) -> None:
    reach = Connector(context=trusting, lookup=lambda *_: ["93.184.216.34", address])

    with pytest.raises(Unreachable, match="inside a home or office network"):
        reach.connect(NAME, server.port)
    assert server.asked == []


def test_certificate_of_another_name_is_not_believed(server) -> None:
    with pytest.raises(Unreachable, match="is not valid for that name"):
        server.reach().connect("other.example.org", server.port)


@pytest.mark.both_databases
def test_server_that_sends_more_than_asked_for_is_left(settings, server, reach, user) -> None:
    server.mails, server.literal = {1: NO}, 4_000_000_000

    assert "broke off" in look(settings, user, reach).problem


def test_passwords_of_accounts_that_are_gone_are_deleted(settings, server, user) -> None:
    keep_password(settings.instance, 987_654, "left behind")
    mailboxes.sweep_passwords(settings.instance, [user.id])

    assert not file_of(settings.instance, 987_654).exists()
    assert file_of(settings.instance, user.id).exists()


def test_folders_are_named_as_the_protocol_writes_them() -> None:
    assert quoted("INBOX") == '"INBOX"'
    assert quoted('A & "B"') == '"A &- \\"B\\""'
    assert quoted("Entwürfe") == '"Entw&APw-rfe"'
    assert quoted("日本語") == '"&ZeVnLIqe-"'


def test_who_finds_others_trying_theirs_is_told_and_nobody_waits(
    settings: Settings, reach: Connector, browser: Browser
) -> None:
    form = {"host": NAME, "port": "993", "username": USER, "password": PASSWORD, "folder": "Jobs"}
    with outgoing_call(), outgoing_call():
        answer = browser.post("/settings/mailbox", data=form)

    assert answer.status_code == 422
    assert "In a few seconds it is your turn" in answer.text
