"""Versions of a résumé or a letter, kept in the database so that one backup has all."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import NamedTuple, Self

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    LargeBinary,
    Select,
    SQLColumnExpression,
    String,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, deferred, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
KINDS = {"resume": "Résumé", "letter": "Cover letter"}


class Document(Owned, Base):
    """One file; its bytes are read only when it is asked for."""

    __tablename__ = "documents"

    kind: Mapped[Word] = mapped_column(default="resume")
    label: Mapped[Line]
    filename: Mapped[Line]
    media_type: Mapped[Line]
    size: Mapped[int]
    """Bytes."""
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary), raiseload=True)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's documents, the latest first, without their bytes."""
        return (
            select(cls).where(cls.user_id == user_id).order_by(cls.created_at.desc(), cls.id.desc())
        )

    @classmethod
    def versions(
        cls, session: Session, user_id: int, kept: Collection[int]
    ) -> "Sequence[DocumentFacts]":
        """What a form lets choose from, archived ones where they are kept."""
        asked = {"user_id": user_id, "kept": list(kept)}
        return [DocumentFacts(*row) for row in session.connection().execute(cls._versions(), asked)]

    @classmethod
    @cache
    def _versions(cls) -> Select[int, str, str, bool]:
        """Put together once: every form of an application asks it, and when it is sent again."""
        archived = cls.archived_at.is_not(None)
        kept: BindParameter[int] = bindparam("kept", expanding=True)
        return (
            select(cls.id, cls.kind, cls.label, archived)
            .where(cls.user_id == bindparam("user_id"), ~archived | cls.id.in_(kept))
            .order_by(cls.created_at.desc(), cls.id.desc())
        )

    @classmethod
    def labels(cls, user_id: int) -> Select[str]:
        """What all of them are called."""
        return select(cls.label).where(cls.user_id == user_id)

    @classmethod
    def label_of(cls, document_id: int) -> Select[str]:
        """What one is called."""
        return select(cls.label).where(cls.id == document_id)

    @classmethod
    def ids_among(cls, user_id: int, ids: Iterable[int | None]) -> Select[int]:
        """Those of these numbers that are the person's own."""
        return select(cls.id).where(
            cls.user_id == user_id, cls.id.in_([each for each in ids if each])
        )

    @classmethod
    def uses_by_document(cls, user_id: int) -> Select[int, int, int, date | None]:
        """How many applications each was used in, how many of these came to an interview, and when
        it was sent last; those in the bin left out."""
        return (
            select(
                cls.id,
                func.count(),
                func.count().filter(Application.interviewed),
                func.max(Application.applied_on),
            )
            .join(Application, sent_with(cls.id))
            .where(cls.user_id == user_id, Application.deleted_at.is_(None))
            .group_by(cls.id)
        )


class DocumentFacts(NamedTuple):
    """What a form says of a document."""

    id: int
    kind: str
    label: str
    archived: bool


class Paper(NamedTuple):
    """What was sent with an application."""

    kind: str
    id: int
    label: str


def sent_with(document_id: SQLColumnExpression[int] | int) -> ColumnElement[bool]:
    """Whether an application says that this was sent, as its résumé or as its letter."""
    return or_(Application.resume_id == document_id, Application.letter_id == document_id)


SENT = select(Document.id, Document.label).where(
    or_(Document.id == bindparam("resume"), Document.id == bindparam("letter"))
)
"""Put together once: the page of every application asks it."""


def papers_of(session: Session, application: Application) -> list[Paper]:
    """The résumé and the letter that were sent with it."""
    sent = {"resume": application.resume_id, "letter": application.letter_id}
    if not any(sent.values()):
        return []
    labels = {each.id: each.label for each in session.connection().execute(SENT, sent)}
    return [
        Paper(kind, each, labels[each]) for kind, each in sent.items() if each and each in labels
    ]
