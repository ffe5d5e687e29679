"""A note that came through a link, as its coach sees it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from tracker.database import writing
from tracker.extensions import db
from tracker.models.coach_note import CoachNote
from tracker.models.share_link import ShareLink
from tracker.models.user import User
from tracker.sharing.record import Record
from tracker.values.days import day_of
from tracker.values.formatting import full_day
from tracker.views.coach.note_form import CoachNoteForm
from tracker.web.idempotency import once


class SharedNote(NamedTuple):
    """A note that came through this link, and what became of it."""

    id: int
    by: str
    when: str
    body: str
    suggestion: str
    taken_up: bool
    answer: str
    about: str
    application_id: int | None
    at: datetime


def present_notes(rows: Iterable[CoachNote], record: Record) -> list[SharedNote]:
    """The notes of one link as its coach sees them; the owner's answers are masked too."""
    about = {line.id: f"{line.role}, {line.company}" for line in record.applications}
    zone = record.made_at.tzinfo
    return [
        SharedNote(
            id=row.id,
            by=row.by,
            when=full_day(day_of(row.created_at, zone or UTC)),
            body=row.body,
            suggestion=row.suggestion,
            taken_up=row.action_id is not None,
            answer=record.mask.text(row.answer),
            about=about.get(row.application_id or 0, ""),
            application_id=row.application_id if row.application_id in about else None,
            at=row.created_at,
        )
        for row in rows
    ]


def save_note(
    link: ShareLink, at: datetime, application_id: int | None, form: CoachNoteForm
) -> int:
    """Write it down; sent again with other words, it is another note. Its number."""
    owner, beside = db.session.get_one(User, link.user_id), application_id or "-"
    with writing(owner) as session:

        def make() -> int:
            note = CoachNote(
                user_id=owner.id, link_id=link.id, application_id=application_id, created_at=at
            )
            form.write(note)
            session.add(note)
            session.flush()
            return note.id

        route = f"/s/{link.id}/{beside}/notes"
        return once(session, owner, at, make, route, anew=True)[0]
