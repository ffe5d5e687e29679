"""Who helped on the way to a job: by a part in it, feedback, notes, a look at the papers."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.coach_note import CoachNote
from tracker.models.contact import PARTS, ApplicationContact, Contact
from tracker.models.feedback import Feedback
from tracker.models.review import Review

MOST = 50


class Helper(NamedTuple):
    """Somebody by name, and what they did."""

    name: str
    did: str
    href: str
    contact: Contact | None = None
    thanks: str | None = None
    """Where a letter to them is ready, if it is."""


def read_helpers(session: Session, taken: Application) -> list[Helper]:
    """Each once, by the first that they did; nobody who has no name."""
    found: dict[object, Helper] = {}
    for read in (_on_it, _said, _coached, _reviewed):
        for each in read(session, taken):
            known = {one.name.casefold() for one in found.values()}
            key = each.contact.id if each.contact is not None else each.name.casefold()
            if each.contact is None and each.name.casefold() in known:
                continue
            if key in found:
                found[key] = found[key]._replace(thanks=found[key].thanks or each.thanks)
            elif len(found) < MOST:
                found[key] = each
    return list(found.values())


def _on_it(session: Session, taken: Application) -> Iterator[Helper]:
    for contact, _, part in Contact.on(session, taken):
        words = f"{PARTS.get(part, PARTS['other'])} here" if part != "other" else "Here with you"
        yield Helper(contact.name, words, f"/people/{contact.id}", contact)


def _said(session: Session, taken: Application) -> Iterator[Helper]:
    """A letter names whoever has a part in that application: else none is ready."""
    has_part = (
        select(ApplicationContact.id)
        .where(
            ApplicationContact.application_id == Feedback.application_id,
            ApplicationContact.contact_id == Feedback.contact_id,
        )
        .exists()
    )
    rows: Any = session.execute(
        select(Feedback, Application.company, Contact, has_part)
        .join(Application, Application.id == Feedback.application_id)
        .outerjoin(Contact, Contact.id == Feedback.contact_id)
        .where(
            Feedback.user_id == taken.user_id,
            Application.deleted_at.is_(None),
            Feedback.is_theirs,
            (Feedback.giver != "") | Feedback.contact_id.is_not(None),
        )
        .order_by(Feedback.id.desc())
        .limit(MOST)
    )
    for row, company, contact, is_part in rows:
        did = f"Gave you feedback · {company}"
        if contact is None:
            yield Helper(row.giver, did, f"/feedback/{row.id}/points")
            continue
        letter = f"/applications/{row.application_id}/ask/letter/thanks?to={contact.id}"
        yield Helper(
            contact.name, did, f"/people/{contact.id}", contact, letter if is_part else None
        )


def _coached(session: Session, taken: Application) -> Iterator[Helper]:
    giver = (
        CoachNote.givers()
        .add_columns(func.max(CoachNote.id))
        .where(CoachNote.user_id == taken.user_id, CoachNote.hidden_at.is_(None))
    )
    named = giver.group_by(giver.selected_columns[0]).order_by(func.max(CoachNote.id).desc())
    for name, note_id in session.execute(named.limit(MOST)):
        yield Helper(name or "Your coach", "Left you notes", f"/coach/notes/{note_id}")


def _reviewed(session: Session, taken: Application) -> Iterator[Helper]:
    looked = Review.of(taken.user_id).where(Review.on.is_not(None), Review.by != "").limit(MOST)
    for row in session.scalars(looked):
        yield Helper(row.by, f"Looked at your {SEEN[row.subject]}", "/reviews")


SEEN = {"resume": "résumé", "linkedin": "LinkedIn page", "social": "social media"}
