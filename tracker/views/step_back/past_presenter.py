"""A step back that is done with: the words that were written, and what came of it."""

import re
import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.loop.step_back import ENOUGH, reply_times
from tracker.models.action import Action
from tracker.models.reads.step_back import StepBackMaterial, read_step_back
from tracker.models.step_back import StepBack
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, plural, shortened
from tracker.views.actions import actions_presenter
from tracker.views.step_back.plan_proposal import propose_plan
from tracker.views.step_back.step_back_presenter import present_step_back
from tracker.views.step_back.tally_presenter import TallyTable, compared, known_rows
from tracker.web.access import me

LONGEST = 200
"""Signs of the sentence that the page begins with."""
HEADS = {
    "fit": "What I aim for",
    "themes": "What they keep saying",
    "papers": "Versions of the résumé",
    "sources": "Where I look",
    "others": "Ask someone to review",
}


def end_day(look: StepBack, user: User) -> str:
    """The day on which it was done with."""
    ended = day_of(look.ended_at or look.started_at, user.zone)
    return day(ended, day_of(now(), user.zone))


def present_past(look: StepBack) -> dict[str, Any]:
    """What was seen, the words that were written, under the heads of their parts, what came."""
    session, user, at = db.session(), me(), look.ended_at or look.started_at
    material, planned = read_step_back(session, user, at), planned_actions(look)
    words = [(head, getattr(look, name)) for name, head in HEADS.items() if getattr(look, name)]
    own = own_sentence(words[0][1]) if words else ""
    return {
        "own": own,
        "saw": saw_lines(material, day_of(at, user.zone), usual_silence(session, user, at)),
        "proposed": None if planned else propose_plan(session, user, look, material, now()),
        "words": [each for each in words if each[1].strip() != own],
        "actions": planned,
        "ended": end_day(look, user),
        "finished": in_sentence(end_day(look, user)),
        "key": uuid.uuid4(),
    }


def own_sentence(words: str) -> str:
    """The first sentence of what the person wrote."""
    line = words.strip().partition("\n")[0].strip()
    first = re.match(r".+?[.!?…](?=\s|$)", line)
    return shortened(first[0] if first else line, LONGEST)


def saw_lines(material: StepBackMaterial, today: date, quiet_days: int) -> list[str]:
    """What the six steps showed, in a few sentences with the person's own numbers."""
    seen = present_step_back(material, today, quiet_days)
    lines = (seen.about, place_words(seen.sources), answer_words(material), seen.said)
    return [each for each in lines if each]


def place_words(sources: TallyTable) -> str:
    """Which place has the larger share; with too few to compare, how it is where most were found.

    Nought of so many is left unsaid.
    """
    if compared(sources.rows):
        return sources.finding
    most = next(iter(known_rows(sources.rows)), None)
    if most is None or not most.interviews:
        return ""
    counts = f"{most.interviews} of {most.sent}"
    return f"“{shortened(most.name, 60)}”: {counts} came to an interview so far."


def answer_words(material: StepBackMaterial) -> str:
    """How soon they answer, where half of several can be told."""
    found = reply_times(material.sent)
    if found is None or found.answered < ENOUGH:
        return ""
    return f"Half of {found.answered} answers came within {plural(found.middle, 'day')}."


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
