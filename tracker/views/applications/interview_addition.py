"""An interview that was just added: what is said of it, and its way back."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.mails.from_mail_back import take_interview_back
from tracker.models.interview import Interview
from tracker.models.stage_change import StageChange
from tracker.views.applications.interview_moves import TOO_LATE
from tracker.web.access import me, own_application, own_on
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.row_as_left import check_left, undo_address
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import BACK

blueprint = Blueprint(
    "interview_addition",
    __name__,
    url_prefix="/applications/<id:application_id>/interviews/<id:interview_id>/addition",
)


@blueprint.post("/reversal")
def reverse(application_id: int, interview_id: int) -> ResponseReturnValue:
    """Without it, and the card where it was; a 409 where more happened since."""
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            application = own_application(application_id, session)
            row = own_on(Interview, interview_id, application_id, session)
            try:
                check_left(row)
                take_interview_back(session, application, row, at)
            except ValueError:
                abort(409, description=TOO_LATE)
            return application_id

        once(session, user, at, make)
    say(BACK)
    return see_other(f"/applications/{application_id}")


def added_toast(session: Session, row: Interview, change: StageChange | None) -> dict[str, object]:
    """The words after adding one; Undo takes the interview away, and the move that it made."""
    name = "Test" if row.is_test else "Interview"
    home = f"/applications/{row.application_id}/interviews/{row.id}/addition/reversal"
    undo = undo_address(session, home, row)
    if change is None:
        return undo_toast(f"{name} added.", undo)
    said = undo_toast(f"{name} added, and the card moved to Interview.", undo)
    return said | {"card": row.application_id, "stage": change.before}
