"""What is ticked in the list stays in its place, with a line below it, until one goes on."""

import re
import uuid

from flask import request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db, htmx
from tracker.models.action import Action
from tracker.models.changes.action import moved_by
from tracker.models.changes.growing import skill_of
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import plural, shortened
from tracker.views.actions import actions_presenter
from tracker.web.access import me
from tracker.web.rendering import answer_with_partials, see_other
from tracker.web.ticked import list_again

LIST = re.compile(r"/actions|/applications/\d+/actions")


def answer_in_list(action: Action) -> ResponseReturnValue:
    """Its row alone where a script asks; else the list at this row, beside those ticked before."""
    user, session = me(), db.session()
    if not htmx:
        return see_other(list_again("action", action.id, action.is_done))
    today = day_of(now(), user.zone)
    due = action.due_on is not None and action.due_on <= today
    return answer_with_partials(
        "actions/answer_row.html",
        each=actions_presenter.present_actions(session, [action], today)[0],
        days=actions_presenter.day_options(today) if due else [],
        came=came_of(action, user) if action.is_done else None,
        said=completion_words(action, user) if action.is_done else "Marked as not done.",
        key=uuid.uuid4(),
        foremost="foremost" in request.form,
    )


def completion_words(action: Action, user: User) -> str:
    """That it is done, and what happened with it."""
    return " ".join(filter(None, ("Done.", came_of(action, user))))


def came_of(action: Action, user: User) -> str:
    """What happened to the cards, and to the skill that it was for."""
    session = db.session()
    moved = moved_by(session, action, user.zone)
    skill = skill_of(session, action) if action.grew else None
    said = []
    if moved:
        what = shortened(moved[0][0].role, 50)
        what = plural(len(moved), "card") if len(moved) > 1 else what
        said.append(f"{what} moved to Action taken.")
    if skill is not None:
        said.append(f"{shortened(skill.name, 50)}: you’re learning it now.")
    return " ".join(said)
