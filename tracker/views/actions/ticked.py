"""What is ticked in the list stays in its place, with a line below it, until one goes on."""

import re
import uuid
from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

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
from tracker.values.whole_number import whole_number
from tracker.views.actions import actions_presenter
from tracker.web.access import me
from tracker.web.rendering import answer_with_partials, see_other
from tracker.web.return_to import came_from

LIST = re.compile(r"/actions|/applications/\d+/actions")
MOST = 20
"""Rows that stay: more ticks would make the address long."""


def came_from_the_list() -> bool:
    """Whether it was ticked among the others, where one goes on then."""
    return LIST.fullmatch(came_from().path) is not None


def ticked_here() -> list[int]:
    """The rows that the list's address names as ticked just now."""
    return numbers_in(request.args.getlist("ticked"))


def numbers_in(given: Sequence[str]) -> list[int]:
    """What of it may be a row's number, each once."""
    found = [number for each in given[-MOST:] if (number := whole_number(each)) is not None]
    return list(dict.fromkeys(found))


def answer_in_list(action: Action) -> ResponseReturnValue:
    """Its row alone where a script asks; else the list at this row, beside those ticked before."""
    user, session = me(), db.session()
    if not htmx:
        came = came_from()
        before = numbers_in(parse_qs(came.query).get("ticked", []))
        ticked = [each for each in before if each != action.id]
        ticked += [action.id] if action.is_done else []
        query = f"?{urlencode({'ticked': ticked}, doseq=True)}" if ticked else ""
        return see_other(f"{came.path}{query}#action-{action.id}")
    today = day_of(now(), user.zone)
    due = action.due_on is not None and action.due_on <= today
    return answer_with_partials(
        "actions/answer_row.html",
        each=actions_presenter.present_actions(session, [action], today)[0],
        days=actions_presenter.day_options(today) if due else [],
        came=came_of(action, user) if action.is_done else None,
        said=completion_words(action, user) if action.is_done else "Marked as not done.",
        key=uuid.uuid4(),
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
        said.append(f"{shortened(skill.name, 50)} moved from Gap to Growing.")
    return " ".join(said)
