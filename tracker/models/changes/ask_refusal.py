"""They were asked for advice and would rather not say: kept on the attempt, and taken back."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.loop.ask_state import AWAITED
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.note import Note
from tracker.models.reads.mails.saved_emails import EMAIL
from tracker.models.rejection import Rejection

DECLINED = "declined"


def refuse(
    session: Session, application: Application, subject: str, on: date, now: datetime
) -> tuple[Attempt, str, date | None]:
    """The attempt that waited, and what stood there; a new one where none was noted."""
    tried = session.scalars(Attempt.of(application)).all()
    row = tried[-1] if tried and tried[-1].result in AWAITED else None
    if row is not None:
        was = row.result, row.follow_up_on
        row.result, row.follow_up_on = DECLINED, None
        return row, *was
    rejection = Rejection.latest(session, application)
    row = Attempt(
        user_id=application.user_id,
        application_id=application.id,
        rejection_id=rejection.id if rejection else None,
        channel=EMAIL,
        result=DECLINED,
        subject=subject,
        on=on,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row, "", None


def take_refusal_back(
    session: Session,
    application: Application,
    note: Note,
    attempt_id: int,
    was: str,
    until: date | None,
) -> bool:
    """The ask waits again, and the email's words go; False where more was written since."""
    row = session.get(Attempt, attempt_id)
    mine = row is not None and row.application_id == application.id and row.result == DECLINED
    if row is None or not mine or note.updated_at != note.created_at:
        return False
    if was:
        row.result, row.follow_up_on = was, until
    elif row.created_at == note.created_at:
        session.delete(row)
    else:
        return False
    session.delete(note)
    session.flush()
    return True
