"""An answer sorted into points: strength, to improve, or not about the person at all."""

import uuid

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.feedback_reading import read_feedback
from tracker.models.application import Application
from tracker.models.changes.feedback_points import save_points
from tracker.models.changes.themes import seed, themes
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.rejection import Rejection
from tracker.models.summary.loop import attempts_since
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import plural
from tracker.views.feedback import points_presenter
from tracker.views.feedback.feedback import own_feedback
from tracker.views.feedback.point_form import SpecificForm
from tracker.views.feedback.theme_field import check_theme, theme_id
from tracker.web.access import me, own_application
from tracker.web.edit_conflicts import is_current, sign
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("points", __name__)


@blueprint.get("/applications/<id:application_id>/points")
def latest(application_id: int) -> ResponseReturnValue:
    """The latest answer, or the form for one where there is none."""
    application = own_application(application_id)
    feedback = db.session().scalar(Feedback.of(application).limit(1))
    if feedback is None:
        return see_other(f"/applications/{application_id}/feedback/new")
    return render_points_page(feedback, application)


@blueprint.get("/feedback/<id:feedback_id>/points")
def index(feedback_id: int) -> ResponseReturnValue:
    """One answer, sentence by sentence."""
    return render_points_page(*own_feedback(feedback_id))


@blueprint.post("/feedback/<id:feedback_id>/points")
def create(feedback_id: int) -> ResponseReturnValue:
    """Take the chosen sentences as points."""
    at, user, whole = now(), me(), SpecificForm()
    feedback, application = own_feedback(feedback_id)
    vocabulary = themes(db.session(), user.id)
    typed = points_presenter.present_sentences(
        read_feedback(feedback.words), vocabulary, take=False, typed=True
    )
    taken = [each for each in typed if each.form.take.data]
    for each in taken:
        check_theme(each.form)
    if request.form.get("version") and not is_current(sign(feedback.words)):
        return render_points_page(feedback, application, typed, whole, 409)
    if not all([whole.validate(), *(each.form.validate() for each in taken)]):
        return render_points_page(feedback, application, typed, whole, 422)
    with writing(user, at) as session:
        feedback, application = own_feedback(feedback_id, session)

        def make() -> int:
            seed(session, user.id)
            picked = [point_of(session, user, each) for each in taken]
            save_points(session, application, feedback, picked, whole.specific.data, at)
            return feedback_id

        once(session, user, at, make, anew=True)
    say(f"Saved {plural(len(taken), 'point')}." if taken else "Noted.")
    return see_other(f"/feedback/{feedback_id}/points")


def point_of(
    session: Session, user: User, choice: points_presenter.SentenceChoice
) -> FeedbackPoint:
    """A chosen sentence as a point."""
    point = FeedbackPoint(quote=choice.text)
    choice.form.write(point)
    point.theme_id = theme_id(session, user, choice.form.theme.data)
    return point


def render_points_page(
    feedback: Feedback,
    application: Application,
    typed: list[points_presenter.SentenceChoice] | None = None,
    whole: SpecificForm | None = None,
    status: int = 200,
) -> Response:
    """The page: what is kept, what could be, and the person's own view beside it."""
    session, user = db.session(), me()
    vocabulary, reading = themes(session, user.id), read_feedback(feedback.words)
    kept = session.scalars(FeedbackPoint.of(feedback)).all()
    fresh = not kept and feedback.specific is None
    every = typed or points_presenter.present_sentences(reading, vocabulary, take=fresh)
    specific = feedback.specific if feedback.specific is not None else not reading.generic
    quotes = {each.quote for each in kept}
    contact = session.get(Contact, feedback.contact_id) if feedback.contact_id else None
    giver = contact.name if contact is not None else feedback.giver
    rejection = Rejection.latest(session, application)
    return page(
        "feedback/points/index.html",
        application=application,
        feedback=feedback,
        source=points_presenter.source_words(
            giver, feedback.channel, feedback.received_on, day_of(now(), user.zone)
        ),
        sentences=[each for each in every if each.text not in quotes and not each.framing],
        framing=[each for each in every if each.text not in quotes and each.framing],
        points=points_presenter.present_points(session, kept, vocabulary),
        fresh=fresh,
        typed=status != 200,
        stale=status == 409,
        generic=not specific,
        may_probe=not specific and may_probe(session, application, fresh),
        because=points_presenter.in_quotation_marks(reading.because),
        whole=whole or SpecificForm(formdata=None, specific=specific),
        views=points_presenter.present_both_views(rejection, reading, vocabulary),
        cut=len(reading.sentences) > points_presenter.MOST,
        version=sign(feedback.words),
        key=uuid.uuid4(),
        status=status,
    )


def may_probe(session: Session, application: Application, fresh: bool) -> bool:
    """Whether one more question can be asked: never a second, nor once they were thanked."""
    if not fresh and application.ask_next not in ("probe", "thank"):
        return False
    return all(each.kind != "probe" for each in attempts_since(session, application))
