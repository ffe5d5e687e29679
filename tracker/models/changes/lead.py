"""A lead becomes an application: "I applied"."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.application_facts import BLANK, OF_LEADS
from tracker.models.changes.application import record
from tracker.models.changes.bin import put_in_bin
from tracker.models.lead import Lead
from tracker.models.user import User


def convert_lead(
    session: Session, user: User, lead: Lead, now: datetime, today: date
) -> Application:
    """The application that it becomes, applied for today; one that it became before stays it."""
    if lead.application_id is not None:
        return session.get_one(Application, lead.application_id)
    facts = BLANK | {name: getattr(lead, name) for name in OF_LEADS}
    facts |= {
        "applied_on": today,
        "skills": Lead.names_in(lead.skills),
        "sparks": Lead.names_in(lead.sparks),
    }
    application = record(session, user, facts, now, note=lead.notes)
    application.import_id = lead.import_id
    lead.application_id = application.id
    return application


def undo_conversion(session: Session, lead: Lead, now: datetime) -> None:
    """A lead again; the application that it became goes to the bin."""
    if lead.application_id is None:
        return
    application = session.get_one(Application, lead.application_id)
    put_in_bin(application, now)
    lead.application_id = None
