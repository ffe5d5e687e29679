"""What was ended since a backup stays ended, and people sign in as they did before a restore."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, delete, select, text, update
from sqlalchemy.pool import NullPool

from tests.backup.test_backup import AT
from tests.browser import Browser
from tests.builders import Build
from tests.test_released_migrations import with_rows
from tracker import schema
from tracker.backup import postgresql, sqlite
from tracker.backup.backup import back_up
from tracker.backup.restore import restore, restore_while_serving
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    CalendarFeed,
    Device,
    Identity,
    Passkey,
    RecoveryCode,
    Reminder,
    ReminderChannel,
    ReminderDelivery,
    ReminderSettings,
    SecondStep,
    ShareLink,
    User,
)
from tracker.models.user import KEEPER, MEMBER
from tracker.values import passwords

pytestmark = pytest.mark.usefixtures("quick_hashing")
OLD, NEW = "heron umbrella kettle", "lantern quiet harbour"


@dataclass
class Home:
    """A server with one person, who has all that lets anybody in, and a backup of that day."""

    app: Flask
    settings: Settings
    user_id: int
    kept: dict[str, str]
    ended: dict[str, str]
    backup: Path
    stop: Callable[[], None]

    def restore(self, file: Path | None = None) -> bool:
        """By the command; whether it was known what was ended."""
        self.stop()
        return restore(self.settings, file or self.backup, now()).known

    def opens(self, path: str) -> bool:
        return Browser.of(self.app).get(path).status_code == 200

    def signs_in(self, email: str, password: str) -> bool:
        form = {"email": email, "password": password}
        return "Location" in Browser.of(self.app).post("/login", data=form).headers


@pytest.fixture
def home(
    app: Flask,
    build: Build,
    settings: Settings,
    database_kind: str,
    request: pytest.FixtureRequest,
) -> Home:
    def stop() -> None:
        db.session.remove()
        db.engine.dispose()
        if database_kind == "postgresql":
            request.getfixturevalue("cluster").let_go()

    hashed = passwords.hash_password(OLD)
    user = build.user(email="mia@example.org", keeper=True, password_hash=hashed)
    build.application(user, role="Baker")
    names = "kept", "ended"
    addresses = [
        {"coach": f"/s/{build.link(user)[1]}", "calendar": f"/calendar/{build.feed(user)[1]}.ics"}
        for _ in names
    ]
    for name in names:
        build.passkey(user, credential_id=name, counter=5)
        build.identity(user, subject=name)
    with writing() as session:
        RecoveryCode.renew(session, user.id)
    user_id, made = user.id, back_up(settings, None, AT).file
    return Home(app, settings, user_id, *addresses, made, stop)


def end(home: Home) -> None:
    """One of each, and what the person signs in with is another."""
    with writing() as session:
        links = session.scalars(select(ShareLink).order_by(ShareLink.id)).all()
        links[1].revoke(now())
        feeds = session.scalars(select(CalendarFeed).order_by(CalendarFeed.id)).all()
        feeds[1].ended_at = now()
        session.execute(delete(Passkey).where(Passkey.credential_id == "ended"))
        session.execute(update(Passkey).values(counter=9))
        session.execute(delete(Identity).where(Identity.subject == "ended"))
        session.execute(delete(RecoveryCode).where(RecoveryCode.id > 1))
        person = session.get_one(User, home.user_id)
        person.email, person.password_hash = "wren@example.org", passwords.hash_password(NEW)


def left() -> tuple[list[tuple[str, int]], list[str], int]:
    """Passkeys with their counters, accounts elsewhere, and how many recovery codes."""
    db.session.rollback()
    keys = db.session.scalars(select(Passkey).order_by(Passkey.id))
    subjects = db.session.scalars(select(Identity.subject).order_by(Identity.id)).all()
    codes = len(db.session.scalars(select(RecoveryCode)).all())
    return [(key.credential_id, key.counter) for key in keys], list(subjects), codes


@pytest.mark.both_databases
def test_what_was_ended_since_a_backup_stays_ended_and_the_rest_holds(home: Home) -> None:
    assert all(home.opens(path) for path in (*home.kept.values(), *home.ended.values()))
    end(home)

    assert home.restore()

    assert all(home.opens(path) for path in home.kept.values())
    assert not any(home.opens(path) for path in home.ended.values())
    assert left() == ([("kept", 9)], ["kept"], 1)
    assert home.signs_in("wren@example.org", NEW)
    assert not home.signs_in("wren@example.org", OLD)
    assert not home.signs_in("mia@example.org", OLD)


def test_reminders_begin_anew_and_none_goes_to_a_device_that_was_signed_in(
    home: Home, build: Build
) -> None:
    before = now()
    with writing() as session:
        user = session.get_one(User, home.user_id)
        session.add(Device.sign_in(user, "A phone", before))
    device = db.session.scalars(select(Device)).one()
    phone = build.reminder_channel(user, kind="push", device_id=device.id)
    build.reminder_channel(user, label="Stays")
    with writing() as session:
        usual = ReminderSettings.usual(user.id, before)
        usual.named = True
        reminder = Reminder(
            user_id=user.id, kind="digest", day=before.date(), title="One thing", body="It.",
            about=[], decided_at=before, due_at=before, expires_at=before,
        )  # fmt: skip
        session.add_all([usual, reminder])
        session.flush()
        facts = {"user_id": user.id, "reminder_id": reminder.id, "channel_id": phone.id}
        session.add(ReminderDelivery(label="Phone", try_at=before, **facts))
    home.backup = back_up(home.settings, None, AT).file

    assert home.restore()

    db.session.rollback()
    assert db.session.scalars(select(ReminderChannel.label)).all() == ["Stays"]
    assert db.session.scalars(select(ReminderDelivery)).all() == []
    assert db.session.scalars(select(Reminder.title)).all() == ["One thing"]
    begun = db.session.scalars(select(ReminderSettings)).one()
    assert (begun.since > before, begun.named) == (True, False)


def test_nothing_ended_since_ends_nothing(home: Home) -> None:
    assert home.restore()

    assert all(home.opens(path) for path in (*home.kept.values(), *home.ended.values()))
    assert left() == ([("kept", 5), ("ended", 5)], ["kept", "ended"], 10)
    assert home.signs_in("mia@example.org", OLD)


@pytest.mark.parametrize("since", ["on", "off"])
def test_code_at_sign_in_is_asked_for_as_it_was_before_the_restore(home: Home, since: str) -> None:
    step = {"user_id": home.user_id, "secret": "A" * 32, "last_counter": 7, "made_at": AT}
    if since == "off":
        with writing() as session:
            session.add(SecondStep(**step))
        home.backup = back_up(home.settings, None, AT).file
    with writing() as session:
        if since == "off":
            SecondStep.end(session, home.user_id)
        else:
            session.add(SecondStep(**step))

    home.restore()

    counters = db.session.scalars(select(SecondStep.last_counter)).all()
    assert counters == ([7] if since == "on" else [])


@pytest.mark.both_databases
def test_account_that_was_removed_since_comes_back_with_its_rows_and_lets_nobody_in(
    home: Home, build: Build
) -> None:
    gone = build.user(email="ned@example.org", password_hash=passwords.hash_password(OLD))
    build.application(gone, role="Gardener")
    build.passkey(gone, credential_id="theirs")
    link = f"/s/{build.link(gone)[1]}"
    home.backup = back_up(home.settings, None, AT).file
    with writing() as session:
        User.remove(session, gone.id)
        session.get_one(User, home.user_id).email = "ned@example.org"

    home.restore()

    assert left()[0] == [("kept", 5), ("ended", 5)]
    assert not home.opens(link)
    assert home.signs_in("ned@example.org", OLD)  # who has that address today
    people = db.session.execute(select(User.email, User.role, User.password_hash.is_(None)))
    other = f"removed-{gone.id}-ned@example.org"
    assert sorted(people.all()) == [("ned@example.org", KEEPER, False), (other, MEMBER, True)]


def test_two_who_swapped_their_addresses_since_keep_them(home: Home, build: Build) -> None:
    build.user(email="ned@example.org")
    home.backup = back_up(home.settings, None, AT).file
    with writing() as session:
        mia = User.id == home.user_id
        for who, email in ((mia, "between"), (~mia, "mia"), (mia, "ned")):
            session.execute(update(User).where(who).values(email=f"{email}@example.org"))

    home.restore()

    assert db.session.get_one(User, home.user_id).email == "ned@example.org"


@pytest.mark.parametrize("present", ["none", "another", "damaged"])
@pytest.mark.on("sqlite")
def test_where_nobody_knows_what_was_ended_every_link_ends(
    home: Home, tmp_path: Path, present: str
) -> None:
    """On a new machine, on one where somebody has begun anew, and over what can't be read."""
    end(home)
    home.stop()
    file = home.settings.sqlite_file
    assert file is not None
    if present == "damaged":
        file.write_bytes(file.read_bytes()[:100] + os.urandom(100_000))
    else:
        file.unlink()
    if present == "another":
        with_rows(home.settings, schema.head())

    assert not home.restore()

    assert not any(home.opens(path) for path in (*home.kept.values(), *home.ended.values()))
    assert len(left()[0]) == 2
    assert home.signs_in("mia@example.org", OLD)


@pytest.mark.on("sqlite")
def test_of_a_damaged_database_what_can_be_read_is_known(home: Home) -> None:
    end(home)
    home.stop()
    file = home.settings.sqlite_file
    assert file is not None
    sqlite.fold_wal(file)
    with sqlite.opened(file) as opened:
        of = "SELECT rootpage FROM sqlite_schema WHERE name = 'applications'"
        ((page,),) = opened.execute(of)
    with file.open("r+b") as torn:
        torn.seek((page - 1) * 4096)
        torn.write(b"rubbish!" * 512)

    assert home.restore()

    assert all(home.opens(path) for path in home.kept.values())
    assert not any(home.opens(path) for path in home.ended.values())


@pytest.mark.on("sqlite")
def test_what_is_ended_between_the_look_and_the_restore_stays_ended(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite, late = sqlite.overwrite, [lambda: end(home)]

    def end_then_overwrite(*given: object) -> None:
        while late:
            late.pop()()
        overwrite(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(sqlite, "overwrite", end_then_overwrite)
    assert restore_while_serving(home.settings, home.backup, now()).known

    db.session.rollback()
    assert all(home.opens(path) for path in home.kept.values())
    assert not any(home.opens(path) for path in home.ended.values())
    assert left() == ([("kept", 9)], ["kept"], 1)


@pytest.mark.both_databases
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_backup_from_before_codes_at_sign_in_turns_none_off(
    bare_database: str, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "instance", bare_database, "x" * 32)
    settings.instance.mkdir(mode=0o700)
    with_rows(settings, "0021")
    made = back_up(settings, None, AT).file
    schema.upgrade(bare_database)
    engine = create_engine(bare_database, poolclass=NullPool)
    with engine.begin() as connection:
        step = "INSERT INTO second_steps (user_id, secret, salt, key_mark, last_counter, made_at)"
        connection.execute(
            text(f"{step} VALUES (1, '', 'it''s \\ \\:a', '%s', 7, '2026-11-01 09:00:00.000000')")
        )

    assert restore(settings, made, AT).known

    with engine.connect() as connection:
        found = connection.execute(text("SELECT salt, key_mark, last_counter FROM second_steps"))
        assert found.all() == [("it's \\ :a", "%s", 7)]
    engine.dispose()


@pytest.mark.on("postgresql")
def test_secrets_are_on_no_command_line(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    run, seen = postgresql.run, []

    def watched(program: Path, arguments: list[str], database_url: str) -> None:
        seen.extend(arguments)
        run(program, arguments, database_url)

    monkeypatch.setattr(postgresql, "run", watched)
    hashed = db.session.get_one(User, home.user_id).password_hash
    assert hashed

    home.restore()

    assert seen and not any(hashed in argument for argument in seen)
    assert list(home.settings.instance.glob("**/.*part*")) == []
