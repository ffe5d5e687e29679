"""Databases as older releases made them."""

from pathlib import Path

from sqlalchemy import NullPool, create_engine, inspect, make_url

from tracker import schema

MADE: dict[str, bytes] = {}
"""The files of a run, by their revision: a test that needs one again gets a copy."""


def make_older(database_url: str, revision: str) -> None:
    """The schema of that revision, in a database that has none yet.

    On SQLite the migrations go on from the newest file that was made before: all that lead up to
    it take longer than the test that asks.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or url.database is None:
        schema.upgrade(database_url, revision)
        return
    file, known = Path(url.database), schema.revisions()
    earlier = [each for each in known[: known.index(revision) + 1] if each in MADE]
    if earlier:
        file.write_bytes(MADE[earlier[-1]])
    if revision not in MADE:
        schema.upgrade(database_url, revision)
        engine = create_engine(database_url, poolclass=NullPool)
        if inspect(engine).has_table("settings"):
            schema.settled(engine)  # an older release left no mark of an upgrade
        MADE[revision] = file.read_bytes()
