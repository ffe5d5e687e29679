"""They wrote after all: what was closed without an answer is open again, or their no is known."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.changes.archival import put_back
from tracker.models.changes.stage import move, undo
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.models.undo import Removal, remove_with_undo, undo_removal

NOUN = "rejection"


def come_alive(
    session: Session, application: Application, stage: Stage, now: datetime
) -> StageChange | None:
    """Back among the open ones; what said that no answer came goes, unless words stand in it."""
    silence = Rejection.latest(session, application)
    if silence is not None and not silence.is_said and not _has_more(session, silence):
        remove_with_undo(session, NOUN, [silence], now, application.id)
    put_back(session, application, now)
    change = move(session, application, stage, now)
    session.flush()
    return change


def undo_coming_alive(
    session: Session, application: Application, change: StageChange, now: datetime
) -> None:
    """It was a slip: no answer came. Raises ValueError when the card has moved since."""
    undo(session, application, change, now)
    removal = session.scalar(
        select(Removal).where(
            Removal.application_id == application.id,
            Removal.noun == NOUN,
            Removal.at == change.recorded_at,
        )
    )
    if removal is not None:
        undo_removal(session, removal, now)


def _has_more(session: Session, row: Rejection) -> bool:
    typed = (row.words, row.reason, row.went_well, row.would_change, row.questions)
    asked = select(exists().where(Attempt.rejection_id == row.id))
    return any(typed) or bool(session.scalar(asked))
