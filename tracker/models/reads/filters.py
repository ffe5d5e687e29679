"""What of a person's applications is shown: facts that all have to be so."""

from dataclasses import dataclass, fields
from typing import Any, Literal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from tracker.loop.ending import ENDINGS
from tracker.loop.stage import Stage
from tracker.loop.step_kind import Kind
from tracker.loop.today_rank import BY_KIND
from tracker.models.application import Application
from tracker.models.reads.standing import AsOf, standing
from tracker.models.reads.today import within
from tracker.models.search import holds
from tracker.models.skill import ApplicationTag, Tag


@dataclass(frozen=True)
class Filters:
    """Those of the board; empty asks for nothing."""

    q: str = ""
    source: str = ""
    standing: str = ""
    workplace: str = ""
    tag: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def conditions(
        self, session: Session, user_id: int, moment: AsOf | None
    ) -> list[ColumnElement[bool]]:
        """To be asked beside whose they are; how one stands is asked as of a moment."""
        row: Any = Application
        where = [
            getattr(row, name) == getattr(self, name)
            for name in ("source", "workplace")
            if getattr(self, name)
        ]
        if self.standing and moment is not None:
            where.append(standing(moment) == self.standing)
        if self.tag:
            where.append(Application.id.in_(_tagged(user_id, self.tag)))
        if self.q:
            where.append(holds(session, user_id, self.q))
        return where


@dataclass(frozen=True)
class TableFilters(Filters):
    """Those of a list, which can ask for a stage too, or for how it ended."""

    stage: str = ""

    def conditions(
        self, session: Session, user_id: int, moment: AsOf | None
    ) -> list[ColumnElement[bool]]:
        """The stage is one's own: what ended without a no stands in Rejected, and is no no."""
        where = super().conditions(session, user_id, moment)
        if self.stage in ENDINGS:
            where.append(Application.ending == self.stage)
        elif self.stage:
            where.append(Application.stage == self.stage)
            if self.stage == Stage.REJECTED:
                where.append(Application.ending.is_(None))
        return where


@dataclass(frozen=True)
class ManyFilters(TableFilters):
    """Those of many at once, which can ask for what Today lists of one kind of next step."""

    step: Kind | Literal[""] = ""

    def conditions(
        self, session: Session, user_id: int, moment: AsOf | None
    ) -> list[ColumnElement[bool]]:
        """By the same place as Today's own list: both are the same rows."""
        where = super().conditions(session, user_id, moment)
        return [*where, within(BY_KIND[self.step])] if self.step else where


def _tagged(user_id: int, name: str) -> Any:
    """However it is capitalised: by its own words first, as a database may fold fewer letters."""
    mine = Tag.user_id == user_id
    alike = (Tag.name == name) | (func.lower(Tag.name) == name.lower())
    return (
        select(ApplicationTag.application_id)
        .join(Tag, Tag.id == ApplicationTag.tag_id)
        .where(mine, alike)
    )


__all__ = ["Filters", "ManyFilters", "TableFilters"]
