"""What is said once an answer is kept, with the way back."""

from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.stage_change import StageChange
from tracker.web.toasts import undo_toast


def feedback_toast(application: Application, made: int) -> dict[str, object]:
    """What happened, and a way back for the move; the words stay either way."""
    session = db.session()
    feedback, latest = session.get(Feedback, made), StageChange.latest(session, application)
    if feedback is None or latest is None or latest.recorded_at != feedback.created_at:
        return {"text": "Saved, word for word."}
    undo = f"/applications/{application.id}/stage/{latest.id}/reversal"
    said = undo_toast("Saved, and moved to Feedback received.", undo)
    return said | {"card": application.id, "stage": latest.before}
