"""The schema: what the models say, changed whole or not at all, and never backwards."""

import contextlib
import os
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import Engine, Integer, create_engine, event, select, text
from sqlalchemy.pool import NullPool

from tests.builders import Build
from tests.later import one_ahead
from tracker import schema, startup
from tracker.backup import BackupFailed, backup, files, in_use
from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Base
from tracker.models.application import Application
from tracker.models.search import holds
from tracker.startup import prepare_database

pytestmark = pytest.mark.both_databases


def ours(thing: object, name: str | None, kind: str, *further: object) -> bool:
    """Search's own tables are made by its module; indexes and foreign keys have tests below."""
    return kind not in ("index", "foreign_key_constraint") and not (name or "").startswith(
        ("application_search", "search_")
    )


def same_type(*compared: Any) -> bool | None:
    """SQLite's integers are all of 64 bits."""
    both_whole = all(isinstance(kind, Integer) for kind in compared[-2:])
    return False if both_whole and db.engine.dialect.name == "sqlite" else None


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_make_what_the_models_say(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": same_type}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_make_every_index_of_the_models(app: Flask) -> None:
    names = {
        "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
        " AND NOT indexname ~ '^(pk|uq|alembic_version_pkc)' AND NOT indexname ~ '_search$'",
    }
    said = {index.name for table in Base.metadata.tables.values() for index in table.indexes}

    assert set(db.session.scalars(text(names[db.engine.dialect.name]))) == said


def test_migrations_make_every_foreign_key_of_the_models(app: Flask) -> None:
    """Asked of the database itself: SQLAlchemy reads no options of a column that was added."""
    said = {
        (table.name, key.parent.name, key.column.table.name, key.ondelete)
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
    }
    queries = {
        "sqlite": 'SELECT t.name, k."from", k."table", k.on_delete FROM sqlite_schema t,'
        " pragma_foreign_key_list(t.name) k WHERE t.type = 'table'",
        "postgresql": "SELECT conrelid::regclass::text, a.attname, confrelid::regclass::text,"
        " CASE confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' END"
        " FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]"
        " WHERE contype = 'f'",
    }
    made = db.session.execute(text(queries[db.engine.dialect.name]))

    assert {tuple(row) for row in made} == said


@pytest.mark.on("sqlite")
def test_no_table_gives_the_number_of_a_deleted_row_to_another(app: Flask) -> None:
    made = dict(db.session.execute(text("SELECT name, sql FROM sqlite_schema")).all())
    numbered = [name for name, table in Base.metadata.tables.items() if "id" in table.columns]

    assert [name for name in numbered if "AUTOINCREMENT" not in made[name]] == []


@pytest.mark.on("sqlite")
def test_database_says_whose_it_is(app: Flask) -> None:
    with db.engine.connect() as connection:
        assert connection.scalar(text("PRAGMA application_id")) == schema.APPLICATION_ID


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_rebuilt_table_keeps_its_children_and_is_searched(
    app: Flask,
    build: Build,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = build.user()
    application = build.application(user, role="Baker")
    build.note(application, "Bring references")
    build.interview(application)
    before = children()
    assert all(before.values())
    forget()

    one_ahead(tmp_path, monkeypatch, "always" if settings.sqlite_file else "never")
    schema.upgrade(settings.database_url)

    assert children() == before
    for word in ("baker", "references"):
        assert found(user.id, word) == [application.id]
    build.note(build.application(user, role="Gardener"), "Wants wellies")
    assert len(found(user.id, "wellies")) == 1
    assert db.session.scalar(text("SELECT made_up FROM applications LIMIT 1")) == 7


def found(user_id: int, word: str) -> list[int]:
    db.session.rollback()
    says = holds(db.session(), user_id, word)
    own = select(Application.id).where(Application.user_id == user_id, says)
    return list(db.session.scalars(own))


def children() -> dict[str, int]:
    db.session.rollback()
    return {
        table: db.session.scalar(text(f"SELECT count(*) FROM {table}")) or 0
        for table in ("applications", "stage_changes", "notes", "interviews")
    }


def forget() -> None:
    db.session.remove()
    db.engine.dispose()


def test_start_puts_a_copy_aside_before_it_upgrades(
    app: Flask,
    build: Build,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build.application(build.user())
    forget()
    one_ahead(tmp_path, monkeypatch)

    assert prepare_database(settings) is schema.State.OLDER

    assert schema.state(db.engine) is schema.State.CURRENT
    (aside,) = files.folder(settings).iterdir()
    assert aside.name.startswith("before-upgrade-")
    forget()
    assert prepare_database(settings) is schema.State.CURRENT
    assert len(list(files.folder(settings).iterdir())) == 1


def test_start_does_not_upgrade_what_it_could_not_put_aside(
    app: Flask, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget()
    one_ahead(tmp_path, monkeypatch)

    def no_room(settings: Settings) -> None:
        raise BackupFailed("There is no room for the backup.")

    monkeypatch.setattr(backup, "before_upgrade", no_room)

    with pytest.raises(Misconfigured, match="was not upgraded, as no copy could be put aside"):
        prepare_database(settings)

    assert schema.state(db.engine) is schema.State.OLDER


@pytest.mark.on("sqlite")
def test_start_does_not_upgrade_under_a_server_that_runs(
    app: Flask, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_ahead(tmp_path, monkeypatch)
    monkeypatch.setattr(startup, "PATIENCE", 0.1)

    with (
        in_use.shared_use(settings.sqlite_file),
        pytest.raises(Misconfigured, match=r"another Onward is using it\. Stop that one first"),
    ):
        prepare_database(settings)


def test_newer_database_is_refused_and_left_as_it_is(app: Flask, settings: Settings) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    forget()

    with pytest.raises(Misconfigured, match=r"made by a newer Onward\. Install that version"):
        prepare_database(settings)

    assert schema.state(db.engine) is schema.State.NEWER


def test_migration_that_breaks_leaves_the_old_schema(
    app: Flask,
    build: Build,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build.application(build.user())
    forget()
    revision = one_ahead(tmp_path, monkeypatch)
    file = schema.MIGRATIONS / "versions" / f"{revision}_made_up.py"
    file.write_text(file.read_text() + "    raise RuntimeError('halfway')\n")

    with pytest.raises(RuntimeError, match="halfway"):
        schema.upgrade(settings.database_url)

    assert schema.state(db.engine) is schema.State.OLDER
    assert children()["applications"] == 1
    with db.engine.connect() as connection:
        columns = connection.execute(text("SELECT * FROM applications")).keys()
    assert "made_up" not in columns


@pytest.mark.on("sqlite")
def test_migration_that_orphans_rows_is_undone(
    app: Flask,
    build: Build,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build.note(build.application(build.user()))
    forget()
    revision = one_ahead(tmp_path, monkeypatch)
    file = schema.MIGRATIONS / "versions" / f"{revision}_made_up.py"
    file.write_text(file.read_text() + "    op.execute('DELETE FROM applications')\n")

    with pytest.raises(RuntimeError, match="orphaned rows"):
        schema.upgrade(settings.database_url)

    assert children()["applications"] == 1


@pytest.mark.on("sqlite")
def test_migration_killed_anywhere_leaves_the_old_or_the_new(
    app: Flask,
    build: Build,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = build.user()
    for role in ("Baker", "Barista"):
        build.note(build.application(user, role=role, posting="Long. " * 3000))
    forget()
    old = schema.head()
    assert settings.sqlite_file is not None
    new = one_ahead(tmp_path, monkeypatch, "always")
    seen = set()
    for statements in range(2, 400, 40):
        finished = upgrade_killed_after(statements, settings.database_url)
        with sqlite3.connect(settings.sqlite_file) as opened:
            revision = opened.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            columns = {row[1] for row in opened.execute("PRAGMA table_info(applications)")}
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
            assert opened.execute("SELECT count(*) FROM notes").fetchone() == (2,)
            said = "SELECT rowid FROM application_search WHERE application_search MATCH 'baker'"
            assert opened.execute(said).fetchall() == [(1,)]
        opened.close()
        assert revision == (new if "made_up" in columns else old)
        seen.add(revision)
        if finished:
            break
    assert seen == {old, new}


def upgrade_killed_after(statements: int, url: str) -> bool:
    """Upgrade in a process that is killed at that statement; whether it came to its end."""
    child = os.fork()
    if child == 0:
        left = [statements]

        def count(*_: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        event.listen(Engine, "commit", count)
        try:
            schema.upgrade(url)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_two_first_starts_at_once_make_one_schema(bare_database: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path, bare_database, "x" * 32)
    starts = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                with contextlib.suppress(Exception):  # a start that waited too long is made again
                    prepare_database(settings)
                prepare_database(settings)
                status = 0
            finally:
                os._exit(status)
        starts.append(child)

    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in starts]

    assert statuses == [0, 0]
    engine = create_engine(bare_database, poolclass=NullPool)
    assert schema.state(engine) is schema.State.CURRENT
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1
