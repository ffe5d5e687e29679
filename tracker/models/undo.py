"""What was taken away, as it was, so that Undo can put it back."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Date, ForeignKey, Select, delete, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.types import TypeEngine

from tracker.models.action import Action
from tracker.models.action_point import ActionPoint
from tracker.models.activity import Activity
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.base import Base, Owned, UtcDateTime, Word, Words
from tracker.models.check_in import OwnLine
from tracker.models.coach_note import CoachNote
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.document import Document
from tracker.models.feedback import Feedback, FeedbackPoint, Theme
from tracker.models.interview import Interview
from tracker.models.interview_plans import drop_plans, plan_moments, restore_dropped
from tracker.models.many.saved_view import SavedView
from tracker.models.messages.mailbox import MailProposal
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.review import Review
from tracker.models.share_link import ShareLink
from tracker.models.skill import ApplicationTag, Tag
from tracker.models.step_back import StepBack
from tracker.models.story import PracticeRun, Story
from tracker.models.user import User
from tracker.values.days import day_of

KEPT = timedelta(days=30)
NOUNS: dict[str, type[Base]] = {
    "notes": Note,
    "interviews": Interview,
    "offers": Offer,
    "rejections": Rejection,
    "attempts": Attempt,
    "contacts": Contact,
    "application_contacts": ApplicationContact,
    "feedback": Feedback,
    "feedback_points": FeedbackPoint,
    "action_points": ActionPoint,
    "own_lines": OwnLine,
    "reviews": Review,
    "step_backs": StepBack,
    "stories": Story,
    "practice_runs": PracticeRun,
    "activities": Activity,
    "coach_notes": CoachNote,
    "saved_views": SavedView,
    "tags": Tag,
    "application_tags": ApplicationTag,
    "mail_proposals": MailProposal,
}
PARENTS: dict[str, type[Owned]] = {
    "application_id": Application,
    "contact_id": Contact,
    "rejection_id": Rejection,
    "feedback_id": Feedback,
    "theme_id": Theme,
    "point_id": FeedbackPoint,
    "action_id": Action,
    "document_id": Document,
    "link_id": ShareLink,
    "tag_id": Tag,
    "story_id": Story,
}


class Removal(Owned, Base):
    """Rows that are gone from their tables, so that no list, search or export can show them."""

    __tablename__ = "removals"

    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    noun: Mapped[Word]
    """As it reads in a sentence: note, interview, person."""
    kept: Mapped[Words]
    """The rows in JSON, in the order in which they can be put back."""
    at: Mapped[datetime]

    @classmethod
    def of_noun(cls, user_id: int, noun: str) -> Select[int]:
        """One that is kept of these, if there is any."""
        return select(cls.id).where(cls.user_id == user_id, cls.noun == noun).limit(1)

    @classmethod
    def sweep(cls, session: Session, user_id: int, now: datetime) -> bool:
        """Let go of a person's that nobody can put back any more; whether there were any."""
        gone = session.execute(delete(cls).where(cls.user_id == user_id, cls.at < now - KEPT))
        return bool(gone.rowcount)  # type: ignore[attr-defined]


def remove_with_undo(
    session: Session,
    noun: str,
    rows: Sequence[Any],
    now: datetime,
    application_id: int | None = None,
) -> Removal:
    """Take rows away, the last first, and keep them for 30 days; call inside `writing()`."""
    removal = Removal(
        user_id=rows[0].user_id,
        application_id=application_id,
        noun=noun,
        kept=json.dumps([_written(row) for row in rows], ensure_ascii=False),
        at=now,
    )
    moments = plan_moments(row for row in rows if isinstance(row, Interview))
    drop_plans(session, moments, now)
    for row in reversed(rows):
        session.delete(row)
        session.flush()
    Removal.sweep(session, removal.user_id, now)
    session.add(removal)
    session.flush()
    return removal


def undo_removal(session: Session, removal: Removal, now: datetime) -> list[Any]:
    """Put the rows back as they were, except those that now have nothing to belong to."""
    moved: dict[tuple[type[Any], int], int] = {}
    back = []
    for table, values in json.loads(removal.kept):
        model = NOUNS[table]
        facts = _read(model, values)
        if model is Interview and "on" not in facts:
            facts |= _day_of_old(facts, User.zone_of(session, removal.user_id))
        for name, parent in PARENTS.items():
            if name in facts:
                facts[name] = moved.get((parent, facts[name]), facts[name])
        row = _put_back(session, model, facts, removal.user_id)
        if row is not None:
            back.append(row)
            if isinstance(row, Interview):
                row.updated_at = now  # calendars were told that it is off
                restore_dropped(session, row.application_id, removal.at, now)
            if isinstance(row, Offer):
                row.came_back(session, removal.at)
            if isinstance(row, Owned):
                moved[model, values["id"]] = row.id
    session.delete(removal)
    session.flush()
    return back


def _day_of_old(facts: dict[str, Any], zone: tzinfo) -> dict[str, date | None]:
    """Of an interview that was put aside before days were kept: as an upgrade reads them."""
    starts, written = facts.get("starts_at"), facts.get("created_at")
    if starts is None:
        return {"on": None}
    invited = day_of(written, zone) if written is not None and written < starts else None
    return {"on": day_of(starts, zone), "invited_on": invited}


def _put_back(
    session: Session, model: type[Base], facts: dict[str, Any], user_id: int
) -> Base | None:
    """The row, or None where what it belongs to is gone or, by now, somebody else's number."""
    for name, parent in PARENTS.items():
        found = session.get(parent, facts[name]) if facts.get(name) is not None else None
        if name in facts and (found is None or found.user_id != user_id):
            if not inspect(model).columns[name].nullable:
                return None
            facts[name] = None
    if model is Tag and (same := Tag.alike(session, user_id, facts["name"])) is not None:
        return same  # somebody made it anew meanwhile
    if model is ApplicationContact and session.scalar(ApplicationContact.same(**facts)):
        return None
    if session.get(model, facts["id"] if "id" in facts else tuple(facts.values())) is not None:
        if "id" not in facts:
            return None
        del facts["id"]
    row = model(**facts)
    session.add(row)
    session.flush()
    return row


def _written(row: Base) -> list[Any]:
    names = [column.key for column in inspect(type(row)).column_attrs]
    return [_table_of(row), {name: _plain(getattr(row, name)) for name in names}]


def _table_of(row: Base) -> str:
    return next(table for table, model in NOUNS.items() if type(row) is model)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _read(model: type[Base], values: dict[str, Any]) -> dict[str, Any]:
    kinds = {each.key: each.columns[0].type for each in inspect(model).column_attrs}
    return {name: _typed(kinds[name], values[name]) for name in kinds if name in values}


def _typed(kind: TypeEngine[Any], value: Any) -> Any:
    if value is None or not isinstance(kind, (UtcDateTime, Date)):
        return value
    return (datetime if isinstance(kind, UtcDateTime) else date).fromisoformat(value)
