"""`onward check`: finds what does not agree, and puts right what can be worked out."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, text, update

from tests.backup.test_backup import damage
from tests.builders import Build
from tracker import schema
from tracker.backup import BackupFailed, permissions
from tracker.backup.check import run_checks
from tracker.backup.repair import repair
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Interview, Note, StageChange
from tracker.models.changes.stage import move
from tracker.models.stage_change import Stage


def wrong(settings: Settings, days: int = 0) -> dict[str, str]:
    """What is not well, by what it is about; perhaps some days from now."""
    db.session.rollback()
    found = run_checks(settings, now() + timedelta(days=days))
    return {part.about: part.said for part in found if not part.well}


@pytest.fixture
def hunt(app: Flask, build: Build, settings: Settings) -> list[Application]:
    """Applications with all that is summed up and searched."""
    permissions.close(settings)
    with build.together():
        user, other = build.user(), build.user(time_zone="America/St_Johns")
        cards = [build.application(user, role=role) for role in ("Baker", "Barista", "Ärztin")]
        build.note(cards[0], "Bring the café’s\nreferences")
        build.note(cards[0], "Second of two")
        build.note(cards[1], "Not to be found", private=True)
        build.interview(cards[0], starts_at=now() + timedelta(days=3))
        build.interview(cards[1], starts_at=now() - timedelta(days=3))
        build.part(cards[2], build.contact(user, name="Zoë O’Connor", company="Łódź Bakery"))
        build.part(cards[2], build.contact(user, name="Second Person"))
        build.rejection(cards[2], on=now().date(), rest_until=now() + timedelta(hours=20))
        theirs = build.application(other, offer_received_on=now().date())
    with writing(user) as session:
        moved = session.get_one(Application, cards[2].id)
        move(session, moved, Stage.REJECTED, now())
        binned = session.get_one(Application, cards[1].id)
        binned.deleted_at = now()
    return [*cards, theirs]


def test_all_is_well_today_and_when_time_has_passed(
    hunt: list[Application], settings: Settings
) -> None:
    for days in (0, 4, 400):
        assert wrong(settings, days) == {}


def test_answer_whose_no_was_taken_away_counts_for_its_summary(
    app: Flask, build: Build, settings: Settings
) -> None:
    permissions.close(settings)
    build.feedback(build.application(build.user(), stage="feedback_received"))

    assert wrong(settings) == {}


@pytest.mark.both_databases
def test_untrue_summary_is_found_and_repaired(hunt: list[Application], settings: Settings) -> None:
    with db.engine.begin() as connection:
        connection.execute(
            update(Application)
            .where(Application.id == hunt[0].id)
            .values(next_interview_at=now() + timedelta(days=9))
        )
        connection.execute(
            update(Application).where(Application.id == hunt[2].id).values(rejection_recorded=False)
        )
        connection.execute(
            update(Application).where(Application.id == hunt[3].id).values(pinned=False)
        )

    found = wrong(settings)["Summaries"]

    assert found.startswith(f"not so of 3 applications: {hunt[0].id}, {hunt[2].id}, {hunt[3].id};")
    repair(settings, now())
    assert wrong(settings) == {}


def test_wrong_time_to_wake_is_found_and_repaired(
    hunt: list[Application], settings: Settings
) -> None:
    with db.engine.begin() as connection:
        connection.execute(
            update(Application)
            .where(Application.id == hunt[0].id)
            .values(wake_at=now() + timedelta(days=200))
        )

    assert "Summaries" in wrong(settings)
    repair(settings, now())
    assert wrong(settings) == {}


def test_stage_that_its_history_does_not_end_with_is_found(
    hunt: list[Application], settings: Settings
) -> None:
    with db.engine.begin() as connection:
        connection.execute(
            update(Application).where(Application.id == hunt[0].id).values(stage="interview")
        )
        connection.execute(delete(StageChange).where(StageChange.application_id == hunt[3].id))

    assert wrong(settings)["Stages"] == f"not so of 2 applications: {hunt[0].id}, {hunt[3].id}"


def test_row_of_another_person_is_found(hunt: list[Application], settings: Settings) -> None:
    with db.engine.begin() as connection:
        connection.execute(
            update(Interview)
            .where(Interview.application_id == hunt[0].id)
            .values(user_id=hunt[3].user_id)
        )

    assert wrong(settings)["Owners"] == f"not so of 1 application: {hunt[0].id}"


@pytest.mark.on("sqlite")
def test_search_that_lost_a_word_is_found_and_repaired(
    hunt: list[Application], settings: Settings
) -> None:
    for fault in (
        "UPDATE application_search SET notes = 'other words' WHERE rowid = 1",
        "DELETE FROM application_search WHERE rowid = 3",
        "DROP TRIGGER notes_search_insert",
    ):
        with db.engine.begin() as connection:
            connection.execute(text(fault))

        assert list(wrong(settings)) == ["Search"], fault
        repair(settings, now())
        assert wrong(settings) == {}, fault


@pytest.mark.on("postgresql")
def test_missing_index_of_search_is_found_and_repaired(
    hunt: list[Application], settings: Settings
) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_notes_search"))

    assert wrong(settings)["Search"].startswith("ix_notes_search is missing")
    repair(settings, now())
    assert wrong(settings) == {}


@pytest.mark.on("sqlite")
def test_file_that_others_may_read_is_found_and_closed(
    hunt: list[Application], settings: Settings
) -> None:
    assert settings.sqlite_file is not None
    settings.sqlite_file.chmod(0o644)
    settings.instance.chmod(0o755)

    assert wrong(settings)["Files"].startswith("others may read")
    repair(settings, now())
    assert wrong(settings) == {}
    assert settings.sqlite_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="gives a folder away")
def test_a_folder_of_somebody_else_is_theirs_to_close(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = replace(settings, instance=tmp_path / "data")
    there.instance.mkdir()
    os.chown(there.instance, 4712, 4712)
    there.instance.chmod(0o1777)
    assert there.instance in permissions.too_open(there)

    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert there.instance not in permissions.too_open(there)
    permissions.close(there)
    assert there.instance.stat().st_mode & 0o7777 == 0o1777


@pytest.mark.on("sqlite")
def test_reference_to_a_row_that_is_not_there_is_found(
    hunt: list[Application], settings: Settings
) -> None:
    raw = db.engine.raw_connection()
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE notes SET application_id = 999")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.close()

    assert "names a row of applications that is not there" in wrong(settings)["Database"]


@pytest.mark.on("sqlite")
def test_torn_pages_are_found(
    hunt: list[Application], app: Flask, build: Build, settings: Settings
) -> None:
    build.note(hunt[0], "A long note. " * 20_000)
    damage(app, settings)

    assert "Database" in wrong(settings)


def test_older_schema_is_said_and_nothing_guessed(
    hunt: list[Application], settings: Settings
) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert wrong(settings) == {
        "Schema": "9999, which this program doesn't know: it is too old for this database"
    }
    assert schema.state(db.engine) is schema.State.NEWER


@pytest.mark.on("sqlite")
def test_check_without_a_database_says_so(settings: Settings, tmp_path: object) -> None:
    assert settings.sqlite_file is not None
    settings.sqlite_file.unlink()

    with pytest.raises(BackupFailed, match="There is no database yet"):
        run_checks(settings, now())


def test_check_and_repair_change_nothing_that_people_wrote(
    hunt: list[Application], settings: Settings
) -> None:
    def written() -> list[object]:
        db.session.rollback()
        return [
            *db.session.query(Application.id, Application.role, Application.version),
            *db.session.query(Note.id, Note.body).order_by(Note.id),
        ]

    before = written()

    run_checks(settings, now())
    repair(settings, now())

    assert written() == before


INDEXES = {
    "DROP INDEX ix_applications_wake": "index ix_applications_wake is missing",
    "DROP INDEX ix_applications_binned": "index ix_applications_binned is missing",
}
LOST = {
    "ALTER TABLE offers DROP COLUMN pay_text": "column offers.pay_text is missing",
    "DROP TABLE own_lines": "table own_lines is missing",
}
MORE = {
    "ALTER TABLE offers ADD COLUMN odd INTEGER NOT NULL DEFAULT 3": "",
    "CREATE TABLE others (id INTEGER)": "",
}


@pytest.mark.parametrize("changes", [INDEXES | MORE, LOST], ids=["indexes", "lost"])
def test_shape_that_is_not_the_models_is_found(
    hunt: list[Application], settings: Settings, changes: dict[str, str]
) -> None:
    with db.engine.begin() as connection:
        for change in changes:
            connection.execute(text(change))

    found = wrong(settings).get("Schema", "")

    assert [said for said in changes.values() if said not in found] == []
    assert "odd" not in found and "others" not in found
    if changes is not LOST:
        repair(settings, now())
        assert wrong(settings) == {}
    db.session.remove()
    with db.engine.begin() as connection:  # the next test looks at the shape of its database
        connection.execute(text("DROP TABLE IF EXISTS others"))


@pytest.mark.on("postgresql")
def test_constraint_that_is_not_there_is_found(hunt: list[Application], settings: Settings) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE notes DROP CONSTRAINT fk_notes_application_id"))
        connection.execute(text("ALTER TABLE users DROP CONSTRAINT uq_users_email"))
        connection.execute(text("ALTER TABLE notes ALTER COLUMN body DROP NOT NULL"))

    told = wrong(settings)["Schema"]

    assert "column notes.body may be empty" in told
    assert "notes.application_id does not hold on to applications" in told
    assert "users may hold email twice" in told
