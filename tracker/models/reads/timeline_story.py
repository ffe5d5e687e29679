"""What happened to an application and has rows of its own: moves, notes, interviews."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    Text,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from tracker.models.base import UtcDateTime
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.reads.called_back import theirs_came
from tracker.models.stage_change import StageChange

MOST = 5000
"""Notes, moves and interviews of one application that are told: more than anybody makes."""
BEGINNING = 1500
"""Characters of a long note that the timeline shows."""

APPLICATION = bindparam("application_id", type_=Integer)


def _line(kind: str, model: Any, at: Any, recorded_at: Any, **facts: Any) -> Select[Any]:
    """The columns of Entry, in its order, with nothing where a kind has no such fact."""
    empty: dict[str, SQLColumnExpression[Any]] = {
        "before": cast(null(), String),
        "after": cast(null(), String),
        "words": cast(null(), Text),
        "more": cast(null(), Text),
        "people": cast(null(), Text),
        "number": cast(null(), Integer),
        "rating": cast(null(), Integer),
        "marked": cast(null(), Boolean),
        "latest": cast(null(), Boolean),
        "length": cast(null(), Integer),
        "came": cast(null(), Boolean),
        "on": cast(null(), Date),
    }
    return select(
        literal(kind).label("kind"),
        model.id.label("id"),
        at.label("at"),
        recorded_at.label("recorded_at"),
        *(facts.get(name, nothing).label(name) for name, nothing in empty.items()),
    ).where(model.application_id == APPLICATION)


def _story() -> Select[Any]:
    undoing, later, taken = (aliased(StageChange) for _ in range(3))
    lines = union_all(
        _line(
            "stage",
            StageChange,
            cast(null(), UtcDateTime),
            StageChange.recorded_at,
            on=StageChange.on,
            before=StageChange.before,
            after=StageChange.after,
            number=StageChange.undoes_id,
            came=theirs_came(),
            marked=select(true())
            .where(undoing.application_id == APPLICATION, undoing.undoes_id == StageChange.id)
            .exists(),
            latest=StageChange.id
            == select(func.max(later.id))
            .where(later.application_id == APPLICATION, later.undoes_id.is_(None))
            .where(~exists().where(taken.undoes_id == later.id))
            .scalar_subquery(),
        ),
        _line(
            "note",
            Note,
            Note.created_at,
            Note.created_at,
            before=Note.kept_as,
            words=func.substr(Note.body, 1, BEGINNING),
            marked=Note.private,
            length=func.length(Note.body),
        ),
        _line(
            "interview",
            Interview,
            Interview.starts_at,
            Interview.created_at,
            on=case((~Interview.hour_known, Interview.on)),
            before=Interview.kind,
            after=Interview.outcome,
            words=func.substr(Interview.went_well, 1, BEGINNING),
            more=func.substr(Interview.would_change, 1, BEGINNING),
            people=func.substr(Interview.people, 1, BEGINNING),
            number=Interview.round,
            rating=Interview.rating,
        ).where(~Interview.day_to_come(bindparam("expected_after", type_=UtcDateTime()))),
    ).subquery()
    return select(lines).order_by(lines.c.recorded_at.desc(), lines.c.id.desc()).limit(MOST)


STORY = _story()
