"""What every model stands on; a room of its own, so that tables may have rooms above it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any

from sqlalchemy import BigInteger, Date, DateTime, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.types import TypeDecorator

LINE = 500
"""The most characters that a one-line fact may have."""

BigKey = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC, without its zone on SQLite, which has none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Aware again, by one call instead of four: a board reads hundreds of moments."""
        return _read_text if dialect.name == "sqlite" else _in_utc


def _read_text(kept: str | None) -> datetime | None:
    return None if kept is None else datetime.fromisoformat(f"{kept}+00:00")


def _in_utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


Line = Annotated[str, mapped_column(String(LINE))]
Words = Annotated[str, mapped_column(Text)]
Word = Annotated[str, mapped_column(String(32))]
PERSON = {"names": "person"}
"""In a column's `info`: it holds a person's name, which is hidden wherever people are."""
PEOPLE = {"names": "people"}
"""Names of one or several, with their parts perhaps: Jo Wren (CTO), Dee Grey."""
MAYBE = {"names": "maybe"}
"""Somebody, or an organisation."""
COMPANY = {"names": "company"}
LINK = {"names": "link"}
"""An address that may be a company's own."""


class Base(DeclarativeBase):
    """The declarative base: names for constraints, aware moments, big keys."""

    registry = registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={datetime: UtcDateTime, date: Date},
    )

    def __init_subclass__(cls, **options: Any) -> None:
        """No number is given out twice: SQLite would give the last row's to the next, anybody's.

        An Undo, an import or a cached page that still names a deleted row would then mean it.
        """
        super().__init_subclass__(**options)
        if issubclass(cls, Keyed):
            cls.metadata.tables[cls.__tablename__].dialect_options["sqlite"]["autoincrement"] = True


class Keyed:
    """A row with a number of its own."""

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)


class Owned(Keyed):
    """A row that belongs to one user, and goes with that user."""

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)


def belongs_to(target: str, **options: Any) -> Mapped[int]:
    """A foreign key whose rows go with the row that they belong to."""
    return mapped_column(ForeignKey(target, ondelete="CASCADE"), index=True, **options)


__all__ = [
    "COMPANY",
    "LINE",
    "LINK",
    "MAYBE",
    "PEOPLE",
    "PERSON",
    "Base",
    "BigKey",
    "Keyed",
    "Line",
    "Owned",
    "UtcDateTime",
    "Word",
    "Words",
    "belongs_to",
]
