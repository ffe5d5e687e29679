"""What excites me in a job."""

from typing import Self

from sqlalchemy import Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped

from tracker.models.base import Base, Line, Owned, belongs_to


class Spark(Owned, Base):
    """One word of a person's own vocabulary of sparks."""

    __tablename__ = "sparks"

    name: Mapped[Line]

    __table_args__ = (UniqueConstraint("user_id", "name"),)

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's sparks by name."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.name)


class ApplicationSpark(Base):
    """A spark that an application has."""

    __tablename__ = "application_sparks"

    application_id: Mapped[int] = belongs_to("applications.id", primary_key=True)
    spark_id: Mapped[int] = belongs_to("sparks.id", primary_key=True)
