"""One row that the person has looked at: it may be about something that is there already."""

from sqlalchemy.orm import Session

from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps.compare import propose_for_row
from tracker.imports.steps.row_reader import row_matcher
from tracker.models.import_row import ImportRow
from tracker.models.user import User


def is_there(session: Session, user: User, row: ImportRow, read: ReadRow) -> bool:
    """Let a row wait beside what is there; False where it is new."""
    row.application_id = row.lead_id = None
    session.flush()
    there = row_matcher(user.id, row.import_id).assign([(row.id, read)]).get(row.id)
    if there is None or there.binned:
        return False
    row.application_id, row.lead_id = there.application_id, there.lead_id
    row.changes = propose_for_row(session, user, read, there) or None
    row.state = "changed" if row.changes else "already_there"
    return True
