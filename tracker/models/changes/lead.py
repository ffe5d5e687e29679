"""A lead becomes an application: "I applied"."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.application import record
from tracker.models.changes.bin import put_in_bin
from tracker.models.changes.merge_edits import COLUMNS
from tracker.models.lead import Lead
from tracker.models.user import User

SHARED = (
    "company",
    "role",
    "link",
    "location",
    "source",
    "posting",
    "pay_text",
    "closes_on",
    "excitement",
)
"""Facts that go over as they are; the lead's notes become the first note."""


def take(session: Session, user: User, lead: Lead, now: datetime, today: date) -> Application:
    """The application that it becomes, applied for today; one that it became before stays it."""
    if lead.application_id is not None:
        return session.get_one(Application, lead.application_id)
    facts = dict.fromkeys(COLUMNS) | {name: getattr(lead, name) for name in SHARED}
    facts |= {"applied_on": today, "public_sector": False, "internal_candidate": False}
    facts |= {"skills": [], "sparks": []}
    application = record(session, user, facts, now, note=lead.notes)
    application.import_id = lead.import_id
    lead.application_id = application.id
    return application


def give_back(session: Session, lead: Lead, now: datetime) -> None:
    """A lead again; the application that it became goes to the bin."""
    if lead.application_id is None:
        return
    application = session.get_one(Application, lead.application_id)
    put_in_bin(application, now)
    lead.application_id = None
