"""One point: what it is about, what one makes of it, or no point after all."""

from functools import partial

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.extensions import db
from tracker.loop.practice import can_practise
from tracker.models.application import Application
from tracker.models.changes.feedback_points import with_its_links
from tracker.models.changes.themes import seed, themes
from tracker.models.feedback import FeedbackPoint
from tracker.models.reads.preparation.practice import theme_said
from tracker.views.feedback.feedback import own_feedback
from tracker.views.feedback.point_form import SavedPointForm
from tracker.views.feedback.theme_field import check_theme, theme_id
from tracker.web.access import me, own, own_application
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import take_away

blueprint = Blueprint("point", __name__, url_prefix="/points/<id:point_id>")


@blueprint.get("")
def edit(point_id: int) -> ResponseReturnValue:
    """One point, to change."""
    point, application = own_point(point_id)
    return render_point_form(point, application, form_of(point))


@blueprint.post("")
def update(point_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    user, form = me(), add_theme_options(SavedPointForm())
    point, application = own_point(point_id)
    check_theme(form)
    form.said = f"{own_feedback(point.feedback_id)[0].words}\n{point.quote}"
    with saving(
        form,
        partial(own, FeedbackPoint, point_id),
        lambda point, form, why: render_point_form(point, application, form, why),
        form_of,
    ) as (session, point):
        seed(session, user.id)
        form.write(point)
        point.theme_id = theme_id(session, user, form.theme.data)
    say("Saved.")
    return see_other(f"/feedback/{point.feedback_id}/points")


@blueprint.post("/removal")
def delete(point_id: int) -> ResponseReturnValue:
    """Remove this point; Undo brings it back."""
    point, application = own_point(point_id)
    return take_away(
        "point",
        lambda session: with_its_links(session, own(FeedbackPoint, point_id, session)),
        "Removed. Their words are kept.",
        f"/applications/{application.id}",
        f"/feedback/{point.feedback_id}/points",
        application.id,
    )


def own_point(point_id: int, session: Session | None = None) -> tuple[FeedbackPoint, Application]:
    """A point of the signed-in person's with its application, or a 404."""
    point = own(FeedbackPoint, point_id, session)
    return point, own_application(point.application_id, session)


def add_theme_options(form: SavedPointForm) -> SavedPointForm:
    """Let the form offer the themes."""
    form.offer(themes(db.session(), me().id))
    return form


def form_of(point: FeedbackPoint) -> SavedPointForm:
    """The form as the kept point fills it."""
    form = add_theme_options(SavedPointForm.of(point))
    form.theme.data = str(point.theme_id) if point.theme_id else None
    return form


def render_point_form(
    point: FeedbackPoint,
    application: Application,
    form: SavedPointForm,
    refusal: Refusal | None = None,
) -> Response:
    """The form of a point."""
    return form_page(
        "feedback/points/form.html",
        add_theme_options(form),
        refusal,
        form_of(point),
        application=application,
        point=point,
        practise=point.is_to_improve and can_practise(theme_said(db.session(), point)),
    )
