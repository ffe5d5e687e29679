"""Which done actions an application used."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.action_use import ActionUse
from tracker.models.changes.action_uses import offered_actions, use_only
from tracker.web.access import all_own_named, me, own_application
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("uses", __name__, url_prefix="/applications/<id:application_id>/uses")


@blueprint.get("")
def index(application_id: int) -> ResponseReturnValue:
    """The latest done actions, those used ticked."""
    session, application = db.session(), own_application(application_id)
    used = session.scalars(ActionUse.by(application)).all()
    latest = offered_actions(session, me().id)
    known = {each.id for each in used}
    return page(
        "applications/uses/index.html",
        application=application,
        actions=[*used, *(each for each in latest if each.id not in known)],
        used=[str(each) for each in known],
    )


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """It used these and no others."""
    own_application(application_id)
    all_own_named(Action, request.form.getlist("used"))
    with writing(me()) as session:
        application = own_application(application_id, session)
        actions = all_own_named(Action, request.form.getlist("used"), session)
        use_only(session, application, actions, now())
    say("Saved." if actions else "Saved: none used here.")
    return see_other(f"/applications/{application_id}")
