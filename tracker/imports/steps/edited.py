"""Whether an application was changed after it had come of a sheet."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select

from tracker.models.application import Application
from tracker.models.contact import ApplicationContact
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange


def changed() -> ColumnElement[bool]:
    """Whether an application was touched after it had come: edited, moved, written about."""

    def later(model: Any, moment: Any) -> ColumnElement[bool]:
        beside = model.application_id == Application.id
        return exists(select(model.id).where(beside, moment > Application.created_at))

    since = or_(
        Application.updated_at > Application.created_at,
        later(StageChange, StageChange.recorded_at),
        later(Note, Note.updated_at),
        later(Interview, Interview.created_at),
        later(Rejection, Rejection.created_at),
        exists(
            select(ApplicationContact.id).where(ApplicationContact.application_id == Application.id)
        ),
    )
    return and_(Application.deleted_at.is_(None), since)
