"""A real app on a real database, made afresh for every test; on both kinds where it is marked."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from math import inf
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Connection, Engine, text

from tests.browser import Browser
from tests.builders import Build
from tests.hashing import hash_quickly
from tests.postgres import Cluster
from tests.signed_in import SignedIn
from tests.still import keep_still, share_statements
from tracker import create_app, schema
from tracker.backup import copy_to, schema_check
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.imports.steps import work
from tracker.web import security
from tracker.web.security import forget_base_url

HERE = Path(__file__).parent
KINDS = ("sqlite", "postgresql")
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database sqlite` for a quick round, `--database postgresql` for all tests on that."""
    parser.addoption("--database", choices=KINDS, default=None)


gc.disable()
"""Until all is collected: what is imported and collected stays, and is no garbage."""


SHAPE = {
    "sqlite": "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid",
    "postgresql": """
        SELECT 'column', attrelid::regclass::text, attnum::text, attname::text,
            concat(atttypid, attnotnull, atthasdef, attidentity, attgenerated, attisdropped)
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND attnum > 0
        UNION ALL
        SELECT 'index', indexrelid::regclass::text, indrelid::regclass::text, indkey::text,
            concat(indisunique, indisprimary, pg_get_indexdef(indexrelid))
        FROM pg_index JOIN pg_class c ON c.oid = indrelid
        WHERE c.relnamespace = current_schema()::regnamespace
        UNION ALL
        SELECT 'constraint', conrelid::regclass::text, conname::text, conkey::text,
            concat(contype, confrelid::regclass::text, confkey, confdeltype)
        FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
        ORDER BY 1, 2, 3, 4""",
}
"""All that the look at a database's shape looks at: what it says of the same is the same."""


@pytest.fixture(scope="session", autouse=True)
def known_shapes() -> Iterator[None]:
    """A shape is compared with the models once, and not for each check, backup and restore."""
    compared, known = schema_check.differences, dict[tuple[object, ...], list[str]]()

    def remembered(connection: Connection) -> list[str]:
        kind = connection.dialect.name
        shape = (kind, *map(tuple, connection.execute(text(SHAPE[kind]))))
        if shape not in known:
            known[shape] = compared(connection)
        return list(known[shape])

    with pytest.MonkeyPatch.context() as patch:
        for module in (schema_check, copy_to):
            patch.setattr(module, "differences", remembered)
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """A statement is put into SQL once a run, and not once for each engine that sends it."""
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        yield


def pytest_collection(session: pytest.Session) -> None:
    """Where no test is compiled yet, each of two workers finds half of them done by the other."""
    every = session.config.args == session.config.getini("testpaths")
    if not every or os.environ.get("PYTEST_XDIST_WORKER") != "gw1":
        return
    root = HERE.parent
    files = [
        file for path in session.config.args for file in sorted(root.glob(f"{path}/**/test_*.py"))
    ]
    for file in reversed(files):
        with suppress(Exception, pytest.skip.Exception):  # said where it is collected
            import_module(".".join(file.relative_to(root).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """What all tests share (modules, their items) is not gone through again for garbage."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # a test makes more things than that, and keeps few
    gc.enable()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Once for each kind of database that the test is for."""
    if "database_kind" in metafunc.fixturenames:
        kinds = kinds_for(metafunc.definition, metafunc.config.getoption("--database"))
        metafunc.parametrize("database_kind", kinds, indirect=True)


def kinds_for(test: pytest.Item, chosen: str | None) -> list[str]:
    """SQLite, and PostgreSQL too where a test is marked; a kind asked for runs all that it can."""
    only = test.get_closest_marker("on")
    if only or chosen:
        return [kind for kind in (only.args if only else KINDS) if chosen in (None, kind)]
    return list(KINDS if test.get_closest_marker("both_databases") else KINDS[:1])


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which kind of database this test runs on."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file."""
    file = tmp_path_factory.mktemp("template") / "onward.db"
    schema.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A PostgreSQL server of this session's own, with a migrated, empty template."""
    with Cluster.running(tmp_path_factory.mktemp("cluster")) as cluster:
        schema.upgrade(cluster.create("template_onward"))
        yield cluster


@pytest.fixture(scope="session")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An instance folder for each kind, emptied before every test."""
    return {kind: tmp_path_factory.mktemp(f"instance-{kind}") for kind in KINDS}


@pytest.fixture(scope="session")
def signed_in(tmp_path_factory: pytest.TempPathFactory) -> SignedIn:
    """Where the database is kept in which one person is signed in, once it was made."""
    return SignedIn(tmp_path_factory.mktemp("signed-in") / "onward.db")


@pytest.fixture
def empty_database(
    database_kind: str, grounds: dict[str, Path], request: pytest.FixtureRequest
) -> str:
    """The address of a migrated database with nothing in it, or the one person of `browser`."""
    folder = grounds[database_kind]
    shutil.rmtree(folder)
    folder.mkdir(mode=0o700)
    if database_kind == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        return cluster.emptied("onward", template="template_onward")
    file: Path = request.getfixturevalue("sqlite_template")
    if "browser" in request.fixturenames:
        file = request.getfixturevalue("signed_in").database(file)
    shutil.copy(file, folder / "onward.db")
    return f"sqlite:///{folder / 'onward.db'}"


@pytest.fixture
def bare_database(
    database_kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a database without a schema, for a test that makes an older one in it."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'onward.db'}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    made = cluster.create()
    yield made
    cluster.drop(made)


@pytest.fixture
def settings(empty_database: str, database_kind: str, grounds: dict[str, Path]) -> Settings:
    """Settings of an instance that no test has touched yet."""
    return Settings(
        instance=grounds[database_kind],
        database_url=empty_database,
        secret_key="a secret that is long enough for tests",
        testing=True,
    )


@pytest.fixture(scope="session")
def apps() -> dict[str, Flask]:
    """One app for each kind: making one takes longer than most tests."""
    return {}


@pytest.fixture
def app(
    settings: Settings,
    database_kind: str,
    apps: dict[str, Flask],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Flask]:
    """The app, as it was made, inside an app context.

    The base address is read once a test: a page asks as much, however slow the machine is.
    """
    monkeypatch.setattr(security, "REMEMBERED_FOR", inf)
    app = apps.get(database_kind)
    if app is None or app.config["ONWARD"] != settings:
        app = create_app(settings)
        keep_still(app, tmp_path_factory)
        apps.setdefault(database_kind, app)
    as_made = dict(app.config)
    app.test_client_class = Browser
    with app.app_context():
        forget_base_url()
        listening = listeners(db.engine)
        yield app
        assert listeners(db.engine) == listening, "a test left a listener to those that come after"
        work.wait_for_all()
        db.session.remove()
        if database_kind == "sqlite":  # whose file goes with the test
            db.engine.dispose()
    app.config.clear()
    app.config.update(as_made)


def listeners(engine: Engine) -> list[object]:
    """Who is told of its statements and its connections."""
    return [*engine.dispatch.before_cursor_execute, *engine.pool.dispatch.checkout]


@pytest.fixture(scope="session", autouse=True)
def quick_hashing() -> Iterator[None]:
    """Passwords are hashed with a hundredth of the work, but where that work is what is asked."""
    with pytest.MonkeyPatch.context() as patch:
        hash_quickly(patch)
        yield


@pytest.fixture
def build(app: Flask) -> Build:
    """Makes people, applications and what belongs to them."""
    return Build()


@pytest.fixture
def visitor(app: Flask, build: Build) -> Browser:
    """A browser that is not signed in, on a server that has its keeper."""
    build.user(email="keeper@example.org", keeper=True)
    return Browser.of(app)


@pytest.fixture
def sign_in(app: Flask, build: Build) -> Callable[..., Browser]:
    """Signs a person in on a browser of their own; makes a person where none is given."""

    def signed_in(user: object = None) -> Browser:
        browser = Browser.of(app)
        browser.sign_in(user or build.user())
        return browser

    return signed_in


@pytest.fixture
def browser(
    app: Flask, database_kind: str, sign_in: Callable[..., Browser], signed_in: SignedIn
) -> Browser:
    """A browser with somebody signed in: `browser.user`."""
    return signed_in.browser(app) if database_kind == "sqlite" else sign_in()
