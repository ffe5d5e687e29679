"""The loop's part of an application's story: asking, answers, actions. Private writing never."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    Date,
    Row,
    Select,
    String,
    Text,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.attempt import Attempt
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback
from tracker.values.days import day_of, days_after, start_of

BEGINNING = 280
"""Characters of an answer that the story shows; the rest is on its own page."""
MOST = 200
"""Lines of one kind: far more than anybody tries."""

CARD: BindParameter[int] = bindparam("application_id")
NO_WORD, NO_WORDS, NO_DAY = cast(null(), String), cast(null(), Text), cast(null(), Date)


def _lines() -> Select[Any]:
    mine = Action.about(CARD)
    attempts = (
        select(
            literal("attempt").label("kind"),
            Attempt.id.label("id"),
            Attempt.created_at.label("recorded_at"),
            Attempt.on.label("day"),
            Attempt.kind.label("before"),
            Attempt.result.label("after"),
            func.substr(Attempt.note, 1, BEGINNING).label("words"),
            Contact.name.label("people"),
            Attempt.channel.label("channel"),
            NO_DAY.label("due"),
        )
        .outerjoin(Contact, Contact.id == Attempt.contact_id)
        .where(Attempt.application_id == CARD)
    )
    answers = select(
        literal("feedback"),
        Feedback.id,
        Feedback.created_at,
        Feedback.received_on,
        NO_WORD,
        NO_WORD,
        func.substr(Feedback.words, 1, BEGINNING + 1),
        Feedback.giver,
        Feedback.channel,
        NO_DAY,
    ).where(Feedback.application_id == CARD)
    made = select(
        literal("action"),
        Action.id,
        Action.created_at,
        NO_DAY,
        NO_WORD,
        NO_WORD,
        Action.what,
        NO_WORDS,
        Action.kind,
        Action.due_on,
    ).where(mine)
    done = select(
        literal("action_done"),
        Action.id,
        Action.updated_at,
        Action.done_on,
        NO_WORD,
        NO_WORD,
        Action.what,
        func.substr(Action.proof, 1, BEGINNING),
        Action.kind,
        NO_DAY,
    ).where(mine, Action.done_on.is_not(None))
    lines = union_all(attempts, answers, made, done).subquery()
    return select(lines).order_by(lines.c.recorded_at.desc(), lines.c.id.desc()).limit(MOST)


LINES = _lines()


def loop_lines(session: Session, application_id: int) -> Sequence[Row[Any]]:
    """All of them, the latest first."""
    return session.execute(LINES, {"application_id": application_id}).all()


def moment_of(line: Row[Any], zone: ZoneInfo) -> datetime:
    """When it was written down; where that was on another day, the end of the day itself."""
    recorded: datetime = line.recorded_at
    if line.day is None or line.day == day_of(recorded, zone):
        return recorded
    return start_of(days_after(line.day, 1), zone) - timedelta(microseconds=1)
