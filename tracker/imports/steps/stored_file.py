"""A file in pieces in the database, from where any process can go on reading it."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from sqlalchemy import delete, insert, select

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.files.table import Unreadable
from tracker.models.imports import Import, ImportFile
from tracker.models.user import User

PIECE = 1 << 20
AT_ONCE = 4
"""Pieces in one transaction: others may write in between."""
CUT_SHORT = "This file came only in part. Choose it once more."


@dataclass(frozen=True)
class Measure:
    """How large a file is, and what tells it from any other."""

    size: int
    digest: str


def measure(stream: BinaryIO) -> Measure:
    """Read all of it once."""
    stream.seek(0)
    digest = hashlib.file_digest(stream, "sha256")  # type: ignore[arg-type]
    return Measure(stream.seek(0, 2), digest.hexdigest())


def save_file(user: User, import_id: int, stream: BinaryIO) -> None:
    """Put it away, a few pieces at a time."""
    stream.seek(0)
    place = 0
    while pieces := [piece for _ in range(AT_ONCE) if (piece := stream.read(PIECE))]:
        with writing() as session:
            if session.get(Import, import_id) is None:  # forgotten meanwhile
                return
            rows = [
                {"user_id": user.id, "import_id": import_id, "place": place + n, "content": piece}
                for n, piece in enumerate(pieces)
            ]
            session.execute(insert(ImportFile), rows)
        place += len(pieces)


@contextmanager
def opened(brought: Import) -> Iterator[BinaryIO]:
    """The file, as one that can be read anywhere in; raises Unreadable where it is not whole."""
    import_id, size = brought.id, brought.size
    with tempfile.TemporaryFile() as file:
        place = 0
        while (piece := _piece(import_id, place)) is not None:
            file.write(piece)
            place += 1
        db.session.rollback()
        if not size or file.tell() != size:
            raise Unreadable(CUT_SHORT)
        yield cast(BinaryIO, file)


def forget(import_id: int) -> None:
    """Let go of it, a few pieces at a time."""
    of_it = ImportFile.import_id == import_id
    while numbers := db.session.scalars(select(ImportFile.id).where(of_it).limit(AT_ONCE)).all():
        with writing() as session:
            gone = delete(ImportFile).where(ImportFile.id.in_(numbers))
            session.execute(gone.execution_options(synchronize_session=False))


def _piece(import_id: int, place: int) -> bytes | None:
    return db.session.scalar(
        select(ImportFile.content).where(
            ImportFile.import_id == import_id, ImportFile.place == place
        )
    )
