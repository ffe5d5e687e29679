"""One point: what it is about, what one makes of it, or no point after all."""

import uuid

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.changes.picked_points import take_away
from tracker.models.changes.themes import seed, themes
from tracker.models.feedback import FeedbackPoint
from tracker.views.feedback.feedback import own_feedback
from tracker.views.feedback.point_form import KeptPointForm
from tracker.views.feedback.theme_field import check_theme, theme_id
from tracker.web.access import me, own, own_application
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("point", __name__, url_prefix="/points/<id:point_id>")


@blueprint.get("")
def edit(point_id: int) -> ResponseReturnValue:
    """One point, to change."""
    point, application = own_point(point_id)
    return edited(point, application, form_of(point))


@blueprint.post("")
def update(point_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), KeptPointForm()
    point, application = own_point(point_id)
    check_theme(ready(form))
    if not (form.validate() and in_their_words(form, point)):
        return edited(point, application, form, form.status)
    with writing(user, at) as session:
        point, application = own_point(point_id, session)
        both = conflict(form, form_of(point))
        if both is None:
            seed(session, user.id)
            form.write(point)
            point.theme_id = theme_id(session, user, form.theme.data)
    if both is not None:
        return edited(point, application, form, 409, both)
    say("Saved.")
    return see_other(f"/feedback/{point.feedback_id}/points")


@blueprint.post("/removal")
def delete(point_id: int) -> ResponseReturnValue:
    """No point after all; Undo brings it back."""
    at, user = now(), me()
    own(FeedbackPoint, point_id)
    with writing(user, at) as session:
        point, application = own_point(point_id, session)
        feedback_id = point.feedback_id
        removal_id = take_away(session, application, point, at).id
    undo = f"/applications/{application.id}/removals/{removal_id}/reversal"
    say(undoing("No longer a point. Their words stay.", undo))
    return see_other(f"/feedback/{feedback_id}/points")


def own_point(point_id: int, session: Session | None = None) -> tuple[FeedbackPoint, Application]:
    """A point of the signed-in person's with its application, or a 404."""
    point = own(FeedbackPoint, point_id, session)
    return point, own_application(point.application_id, session)


def ready(form: KeptPointForm) -> KeptPointForm:
    """Let the form offer the themes."""
    form.offer(themes(db.session(), me().id))
    return form


def form_of(point: FeedbackPoint) -> KeptPointForm:
    """The form as the kept point fills it."""
    form = ready(KeptPointForm.of(point))
    form.theme.data = str(point.theme_id) if point.theme_id else None
    return form


def in_their_words(form: KeptPointForm, point: FeedbackPoint) -> bool:
    """Whether the quote is still what they said."""
    quote, (feedback, _) = form.quote.data or "", own_feedback(point.feedback_id)
    said = " ".join(f"{feedback.words}\n{point.quote}".split())
    if " ".join(quote.split()) in said:
        return True
    form.quote.errors = ["Please keep to their own words here; yours go into the action."]
    return False


def edited(
    point: FeedbackPoint,
    application: Application,
    form: KeptPointForm,
    status: int = 200,
    both: Conflict | None = None,
) -> Response:
    """The form of a point."""
    fresh = version_of(form_of(point))
    return page(
        "feedback/points/form.html",
        application=application,
        point=point,
        form=ready(form),
        conflict=both,
        version=request.form.get("version") if status in (413, 422) else fresh,
        key=request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
    )
