"""The same lesson from several applications: which points one action answers."""

from collections.abc import Sequence
from urllib.parse import urlencode

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.changes.action import answer_points, take_back_points
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.stage_change import StageChange
from tracker.models.step_back import StepBack
from tracker.values.formatting import plural
from tracker.values.text import clean_line
from tracker.views.actions.proposal import offered_elsewhere
from tracker.views.actions.show import quotes
from tracker.web.access import all_own_named, me, own, own_named
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("points", __name__, url_prefix="/actions")
MOST = 100
"""Points that one action answers."""


@blueprint.get("/points")
def choose() -> ResponseReturnValue:
    """Points for an action that is to be planned, found by a word."""
    return render_chooser(points_named(request.args), None, theme_named(request.args))


@blueprint.get("/<id:action_id>/points")
def edit(action_id: int) -> ResponseReturnValue:
    """Points of an action: those it answers, and others that say the same."""
    action = own(Action, action_id)
    ticked = points_named(request.args) if "q" in request.args else quotes(db.session(), action)
    return render_chooser(ticked, action)


@blueprint.post("/<id:action_id>/points")
def update(action_id: int) -> ResponseReturnValue:
    """Let it answer those that are ticked, and no others."""
    at, user, points = now(), me(), points_named(request.form)
    before = quotes(db.session(), own(Action, action_id))
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        moved = answer_points(session, action, own_points(points), at)
        undo = {"was": [each.id for each in before], "moved": [each.id for each in moved]}
    cards = len({each.application_id for each in points})
    words = f"Saved: one action for {plural(cards, 'application')}." if cards > 1 else "Saved."
    address = f"/actions/{action_id}/points/reversal?{urlencode(undo, doseq=True)}"
    say(undo_toast(words, address))
    return see_other(f"/actions/{action_id}")


@blueprint.post("/<id:action_id>/points/reversal")
def reverse(action_id: int) -> ResponseReturnValue:
    """The points that it answered before; cards that moved with it go back."""
    at, user = now(), me()
    before = points_named(request.args, "was")
    moved = all_own_named(StageChange, request.args.getlist("moved")[:MOST])
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        take_back_points(session, action, own_points(before), moved, at)
    say("Undone.")
    return see_other(f"/actions/{action_id}")


def own_points(points: Sequence[FeedbackPoint]) -> list[FeedbackPoint]:
    """The same, read afresh where they are written."""
    return all_own_named(FeedbackPoint, [str(each.id) for each in points])


def points_named(given: MultiDict[str, str], name: str = "point") -> list[FeedbackPoint]:
    """The points that a form or an address names: each the person's own, or a 404."""
    numbers = given.getlist(name)
    if len(numbers) > MOST:
        abort(422, description=f"One action answers up to {MOST} points. Please tick fewer.")
    return all_own_named(FeedbackPoint, numbers)


def theme_named(given: MultiDict[str, str]) -> Theme | None:
    """The theme that it is about, where one is named."""
    return own_named(Theme, given["theme"]) if given.get("theme") else None


def chooser_address(
    points: Sequence[FeedbackPoint],
    application: Application | None,
    theme: Theme | None,
    look: StepBack | None,
) -> str:
    """Where further points are found for an action that is to be planned."""
    asked = {
        "theme": [theme.id] if theme is not None else [],
        "application": [application.id] if application is not None else [],
        "look": [look.id] if look is not None else [],
        "point": [each.id for each in points],
    }
    return f"/actions/points?{urlencode(asked, doseq=True)}"


def render_chooser(
    ticked: Sequence[FeedbackPoint], action: Action | None, theme: Theme | None = None
) -> ResponseReturnValue:
    """A list to tick, with those that are ticked first."""
    q = clean_line(request.args.get("q", ""))[:200]
    offered = offered_elsewhere(db.session(), me(), ticked, None, theme, q)
    return page(
        "actions/points/index.html",
        action=action,
        theme=theme,
        kept={name: request.args.get(name, "") for name in ("application", "look")},
        offered=offered,
        chosen={each.id for each in ticked},
        q=q,
    )
