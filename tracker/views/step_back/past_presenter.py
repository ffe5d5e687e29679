"""A step back that is done with: the words that were written, and what came of it."""

import uuid
from typing import Any

from tracker.clock import now
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.step_back import StepBack
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import full_day
from tracker.views.actions import actions_presenter
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
    """The words that were written, under the heads of their parts, and what came of it."""
    return {
        "words": [
            (head, getattr(look, name)) for name, head in HEADS.items() if getattr(look, name)
        ],
        "actions": planned_actions(look),
        "ended": end_day(look, me()),
        "key": uuid.uuid4(),
    }


def planned_actions(look: StepBack) -> list[actions_presenter.PresentedAction]:
    """What came of it."""
    session, user = db.session(), me()
    rows = session.scalars(
        Action.of(user.id).where(Action.step_back_id == look.id).order_by(Action.id)
    )
    return actions_presenter.present_actions(session, rows, day_of(now(), user.zone))
