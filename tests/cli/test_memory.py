"""What a server holds in memory: nothing of the rooms and libraries that nobody asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.served import PATIENCE, ROOT, Prepared, environment

SERVE_AND_ASK = """
import sys
from tracker.cli import waitress_server, serve
from tracker.cli.app_context import started_app
from tracker.clock import now
from tracker.config.settings import read_settings
from tracker.tasks.runner import run_due

with started_app(read_settings()) as app:
    browser = app.test_client(use_cookies=False)
    for path in sys.argv[2:]:
        answer = browser.get(path, headers={"Cookie": sys.argv[1]})
        assert answer.status_code == 200, (path, answer.status)
    run_due(app, now(), apart=True)
print(*sys.modules)
"""
SELDOM = (
    *("account_file", "backup.check", "backup.restore", "backup.trial", "demo", "exports"),
    *("imports", "mail.parsing", "mailbox.imap", "migrations", "tasks.mailboxes"),
    *("views.backups.backups", "views.exports.exports", "views.imports.imports", "views.mail.mail"),
)
LIBRARIES = (
    *("alembic", "authlib", "cryptography", "docx", "fido2", "flask_migrate", "holidays"),
    *("icalendar", "imaplib", "lxml", "mako", "mistune", "nh3", "psycopg", "pyotp", "requests"),
    *("typst", "xlsxwriter", "zxcvbn"),
)


def said_by(program: str, instance: Path, *words: str) -> str:
    """What it prints in a process of its own: the names of all that is loaded by then, too."""
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env=environment(instance),
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    ).stdout


@pytest.mark.on("sqlite")
def test_server_loads_nothing_for_pages_that_nobody_asked_for(tmp_path: Path) -> None:
    prepared = Prepared.at(tmp_path)
    words = (prepared.headers["Cookie"], "/today", "/board")
    loaded = set(said_by(SERVE_AND_ASK, tmp_path, *words).split())

    assert {f"tracker.{name}" for name in ("web.seldom", "tasks.every_task")} <= loaded
    assert loaded & {f"tracker.{name}" for name in SELDOM} == set()
    assert loaded & set(LIBRARIES) == set()


SERVE = """
import sys
from tracker.cli import waitress_server, onward

waitress_server.serve_here = lambda app, listener, behind: print(*sys.modules)
onward.main(["serve", "--host", "127.0.0.1", "--port", "0"], standalone_mode=False)
"""


@pytest.mark.on("sqlite")
def test_server_that_made_its_database_holds_nothing_of_what_made_it(tmp_path: Path) -> None:
    said = said_by(SERVE, tmp_path)
    loaded = set(said.split())

    assert "First start" in said
    assert "tracker.views" in loaded
    assert loaded & {"alembic", "mako", "tracker.migrations", "flask_migrate"} == set()
