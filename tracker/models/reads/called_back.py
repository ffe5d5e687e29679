"""Whether they got in touch after all, or the person put a card back by hand."""

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import aliased

from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.reads.mails.saved_emails import is_email
from tracker.models.stage_change import StageChange


def theirs_came() -> ColumnElement[bool]:
    """Whether an interview, an offer or an email came after the move before this one."""
    earlier = aliased(StageChange)
    same = earlier.application_id == StageChange.application_id
    ended_at = select(func.max(earlier.recorded_at)).where(same, earlier.id < StageChange.id)
    since = ended_at.correlate(StageChange).scalar_subquery()
    news = ((Interview,), (Offer,), (Note, is_email(Note.body)))
    return or_(
        *(
            exists()
            .where(model.application_id == StageChange.application_id, model.created_at > since)
            .where(*only)
            .correlate(StageChange)
            for model, *only in news
        )
    )
