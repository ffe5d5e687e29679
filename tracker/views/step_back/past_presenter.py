"""A step back that is done with: the words that were written, and what came of it."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.reads.step_back import StepBackMaterial, read_step_back
from tracker.models.step_back import StepBack
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import full_day
from tracker.views.actions import actions_presenter
from tracker.views.step_back.step_back_presenter import scope_words, theme_words
from tracker.web.access import me

HEADS = {
    "fit": "What I aim for",
    "themes": "What they keep saying",
    "papers": "Versions of the résumé",
    "sources": "Where I look",
    "others": "Ask someone to review",
}


def end_day(look: StepBack, user: User) -> str:
    """The day on which it was done with."""
    return full_day(day_of(look.ended_at or look.started_at, user.zone))


def present_past(look: StepBack) -> dict[str, Any]:
    """What was seen, the words that were written, under the heads of their parts, what came."""
    session, user = db.session(), me()
    return {
        "saw": saw_words(read_step_back(session, user, look.ended_at or look.started_at)),
        "words": [
            (head, getattr(look, name)) for name, head in HEADS.items() if getattr(look, name)
        ],
        "actions": planned_actions(look),
        "ended": end_day(look, user),
        "key": uuid.uuid4(),
    }


def saw_words(seen: StepBackMaterial) -> str:
    """What the six steps showed, in one sentence: what they say most, else how many there were."""
    return theme_words(seen.themes) or scope_words(seen)


def first_lines(session: Session, looks: Sequence[StepBack]) -> dict[int, str]:
    """Of each, the first thing that was planned, else the first words that were written."""
    lines = {
        look.id: next(filter(None, (getattr(look, name) for name in HEADS)), "") for look in looks
    }
    planned = session.scalars(
        select(Action)
        .where(Action.step_back_id.in_(lines), Action.dropped_at.is_(None))
        .order_by(Action.id.desc())
    )
    return lines | {each.step_back_id or 0: each.what for each in planned}


def planned_actions(look: StepBack) -> list[actions_presenter.PresentedAction]:
    """What came of it."""
    session, user = db.session(), me()
    rows = session.scalars(
        Action.of(user.id).where(Action.step_back_id == look.id).order_by(Action.id)
    )
    return actions_presenter.present_actions(session, rows, day_of(now(), user.zone))
