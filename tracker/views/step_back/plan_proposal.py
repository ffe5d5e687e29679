"""The one plan that a look back is ended with, to be changed: from what they say most."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.loop.doing import DOINGS
from tracker.models.feedback import Theme
from tracker.models.reads.step_back import StepBackMaterial, ThemeCount
from tracker.models.step_back import StepBack
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day as day_words
from tracker.values.formatting import in_sentence, plural, shortened
from tracker.views.actions.origin import latest_of
from tracker.views.actions.proposal import due_on, proposal
from tracker.views.step_back.actions import FIRST_WORDS
from tracker.web.access import own_named

WITHOUT_OBJECT = {
    DOINGS[theme]
    for theme in (
        "skills.tools",
        "skills.test",
        "skills.language",
        "qualifications",
        "qualifications.licence",
        "qualifications.checks",
    )
}
"""What says “the tool” or “it”: clear beside the words that it answers, and nowhere else."""


class ProposedPlan(NamedTuple):
    """What it is, by when, and the form that has both."""

    why: str
    """What it answers, as the words that stand before it; empty where it answers nothing said."""
    what: str
    by: str
    href: str


def propose_plan(
    session: Session, user: User, look: StepBack, seen: StepBackMaterial, at: datetime
) -> ProposedPlan | None:
    """What they say most and nothing answers yet; else the résumé, where any was sent."""
    for theme in seen.themes:
        if theme.theme_id is None or theme.times < 2:
            continue
        named = own_named(Theme, str(theme.theme_id))
        points = latest_of(session, user, named)
        if points:
            facts = proposal(session, user, points, at, named)
            if facts["what"] in WITHOUT_OBJECT:
                continue
            href = f"/actions/new?theme={named.id}&look={look.id}"
            what = facts["what"] or f"One thing about “{named.to_improve}”"
            return ProposedPlan(_why(theme, seen), what, _by(facts["due_on"], user, at), href)
    if not seen.sent:
        return None
    by = _by(due_on(session, user, at), user, at)
    return ProposedPlan(
        "", FIRST_WORDS["resume"], by, f"/step-back/{look.id}/actions/new?kind=resume"
    )


def _why(theme: ThemeCount, seen: StepBackMaterial) -> str:
    """How often it came up; where another did more often, that this one has no plan yet."""
    came = f"“{shortened(theme.name, 60)}” came up {plural(theme.times, 'time')}"
    first = theme.theme_id == seen.themes[0].theme_id
    return f"{came}. If you like:" if first else f"{came} and has no plan yet. If you like:"


def _by(day: date, user: User, at: datetime) -> str:
    return f"By {in_sentence(day_words(day, day_of(at, user.zone)))}"
