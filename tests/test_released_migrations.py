"""What was released stays as it is: a database that went through it is not asked again."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine
from sqlalchemy.pool import NullPool

from tests.older import make_older
from tests.test_upgrade import adder
from tracker import schema
from tracker.backup import permissions
from tracker.backup.check import run_checks
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.startup import prepare_database

RELEASED = {
    "0001_first.py": "e6968c5f2a9a6f29a0b94869be6aaf60",
    "0002_loop.py": "0e12ef4f4cb827b45a24ab13637d3c21",
    "0003_coach.py": "3d1824d3f4d0afe57fecd12908a35f89",
    "0004_search.py": "9dbf0561d1b41dde80c3b24ba4c4f1ca",
    "0005_heard.py": "db07863f8d1744ff1d47575099533df7",
    "0006_silence.py": "4f22ed2251a3816e72c77377919a7066",
    "0007_unread.py": "35f58cc1618b656a145060710822dc20",
    "0008_pay.py": "a4bf529f3cbd8fb167955fdc360d8474",
    "0009_days.py": "573215366d2ed93238248c7e7fe107f8",
    "0010_offers.py": "44023bd59954cf94184e27ea22601ee8",
    "0011_how_sent.py": "5c2b78d8aacf237c3b50b8c72ea58069",
    "0012_visits.py": "3e5899ab318b5e61d22580014c5b81eb",
    "0013_standing.py": "c7625a05708f59964ac6a5a83f180cce",
    "0014_onward.py": "90e5226713a20c85da51c72c158efaa5",
    "0015_offers.py": "8310092663653d3642ea662ab4a325a6",
    "0016_endings.py": "8a59c8a329b2b95431ac5e4e00099324",
    "0017_import_progress.py": "30fff24894407049b0c14c98b9088f62",
    "0018_import_rows.py": "67756e0fa9f56fddc98f38b871200c7c",
}
"""SHA-256 of each, its first half. A change that is wanted is a migration of its own."""
FIRST_RELEASE = "0006"
EARLIER = schema.revisions()[:-1]
"""Every sixth of them is upgraded from: rows of the first go through all that came later."""
WROTE = datetime(2026, 3, 2, 9, tzinfo=UTC)
SAID_NO = datetime(2026, 3, 9, 9, tzinfo=UTC)


def test_released_migrations_are_as_they_were() -> None:
    folder = schema.MIGRATIONS / "versions"
    found = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()[:32] for name in RELEASED
    }

    assert found == RELEASED


def test_every_migration_but_the_newest_is_on_the_list() -> None:
    there = sorted(file.name for file in (schema.MIGRATIONS / "versions").glob("0*.py"))

    assert set(there[: len(RELEASED)]) == set(RELEASED)


def with_rows(settings: Settings, revision: str) -> None:
    """A hunt in the schema of that day, with nothing summed up."""
    make_older(settings.database_url, revision)
    engine = create_engine(settings.database_url, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        add = adder(connection, tables)
        add("users", id=1, time_zone="Australia/Sydney", created_at=WROTE)
        for number, stage in enumerate(("applied", "interview", "rejected", "rejected"), 1):
            beside = {"user_id": 1, "application_id": number}
            add("applications", id=number, user_id=1, stage=stage, created_at=WROTE,
                updated_at=SAID_NO)  # fmt: skip
            add("stage_changes", **beside, after="applied", recorded_at=WROTE)
            if stage != "applied":
                add("stage_changes", **beside, before="applied", after=stage, recorded_at=SAID_NO)
            if stage == "interview":
                add("interviews", **beside, starts_at=SAID_NO, created_at=WROTE)
            if stage == "rejected":
                how = {"how": "email"} if number == 3 else {"how": "silence"}
                add("rejections", **beside, on=date(2026, 3, 9), created_at=SAID_NO, **how)
    engine.dispose()


@pytest.mark.filterwarnings("ignore:.*expression-based index")
@pytest.mark.on("sqlite")
@pytest.mark.parametrize("revision", sorted({*EARLIER[::6], *EARLIER[-1:], FIRST_RELEASE}))
def test_after_an_upgrade_from_any_schema_all_is_well(
    bare_database: str, tmp_path: Path, revision: str
) -> None:
    settings = Settings(tmp_path, bare_database, "x" * 32)
    with_rows(settings, revision)

    assert prepare_database(settings) is schema.State.OLDER

    permissions.close(settings)
    assert [part for part in run_checks(settings, now()) if not part.well] == []


@pytest.mark.filterwarnings("ignore:.*expression-based index")
@pytest.mark.on("postgresql")
def test_after_an_upgrade_from_the_first_release_all_is_well(
    bare_database: str, tmp_path: Path
) -> None:
    settings = Settings(tmp_path, bare_database, "x" * 32)
    with_rows(settings, FIRST_RELEASE)

    prepare_database(settings)

    permissions.close(settings)
    assert [part for part in run_checks(settings, now()) if not part.well] == []


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_an_upgrade_cut_off_before_all_was_summed_up_is_finished_by_the_next_start(
    bare_database: str, tmp_path: Path
) -> None:
    settings = Settings(tmp_path, bare_database, "x" * 32)
    with_rows(settings, "0006")
    schema.upgrade(settings.database_url)  # and no more: the power failed

    assert prepare_database(settings) is schema.State.CURRENT

    permissions.close(settings)
    assert [part for part in run_checks(settings, now()) if not part.well] == []
    engine = create_engine(settings.database_url, poolclass=NullPool)
    assert not schema.unsettled(engine)
