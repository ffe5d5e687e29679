"""The tasks of a server as it is really started."""

import sqlite3
import subprocess
import time
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.served import PATIENCE, Prepared, Server
from tests.postgres import Cluster
from tracker import create_app
from tracker.backup import BackupFailed
from tracker.clock import now
from tracker.config.settings import read_settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import User
from tracker.models.user import KEEPER
from tracker.startup import prepare_database
from tracker.tasks import backup_process
from tracker.tasks.backup_process import back_up_apart


def backups(instance: Path, least: int) -> list[str]:
    """The backups of a server, once there are so many and the look that made them has ended."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if (instance / "backups.json").exists() and "tried" in (
            instance / "backups.json"
        ).read_text("utf-8"):
            found = sorted(file.name for file in (instance / "backups").glob("automatic-*"))
            if len(found) >= least:
                return found
        time.sleep(0.1)
    pytest.fail("no backup came")


@pytest.mark.on("sqlite")
def test_served_process_makes_its_backups_and_stops_when_asked(tmp_path: Path) -> None:
    prepared = Prepared.at(tmp_path)
    with Server.running(tmp_path, ONWARD_TASKS="on") as server:
        (name,) = backups(tmp_path, 1)
        assert server.healthy()
        assert server.stop() == 0

    with sqlite3.connect(tmp_path / "backups" / name) as opened:
        assert opened.execute("SELECT id FROM applications").fetchall() == [(prepared.cards[0],)]
    opened.close()


@pytest.mark.on("sqlite")
def test_what_the_process_of_the_night_could_not_do_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_database(read_settings({"ONWARD_INSTANCE": str(tmp_path)}))
    monkeypatch.setenv("ONWARD_INSTANCE", str(tmp_path))
    (tmp_path / "backups").write_text("a file where the folder should be")

    with pytest.raises(BackupFailed, match=r"^The folder .*backups can't be written to"):
        back_up_apart(now(), ZoneInfo("Australia/Hobart"))

    monkeypatch.setattr(backup_process, "NIGHT", "no-such-command")
    with pytest.raises(subprocess.CalledProcessError):
        back_up_apart(now(), UTC)


def test_of_several_workers_one_makes_the_backup(cluster: Cluster, tmp_path: Path) -> None:
    url = cluster.create()
    instance = tmp_path / "instance"
    settings = read_settings({"ONWARD_INSTANCE": str(instance), "ONWARD_DATABASE_URL": url})
    prepare_database(settings)
    app = create_app(settings)
    with app.app_context():
        with writing() as session:
            session.add(User(email="k@example.org", role=KEEPER, created_at=now()))
        db.session.remove()
        db.engine.dispose()
    given = {"ONWARD_TASKS": "on", "ONWARD_DATABASE_URL": url}
    with Server.running(instance, "--workers", "2", **given) as server:
        made = backups(instance, 1)
        assert server.stop() == 0

    assert len(made) == 1
    assert len(list((instance / "backups").glob("automatic-*"))) == 1
    cluster.drop(url)
