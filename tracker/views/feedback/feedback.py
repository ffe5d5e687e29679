"""What they said, word for word."""

import uuid

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.changes.feedback import forget, receive
from tracker.models.changes.themes import seed
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback
from tracker.models.stage_change import StageChange
from tracker.values.days import day_of
from tracker.views.feedback.feedback_form import FeedbackForm, NewFeedbackForm
from tracker.web.access import me, own, own_application
from tracker.web.chosen_rows import own_named
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("feedback", __name__)


@blueprint.get("/applications/<id:application_id>/feedback/new")
def new(application_id: int) -> ResponseReturnValue:
    """A form with today as its day; who answered last, and how, as far as that is told."""
    application = own_application(application_id)
    answered = db.session().scalar(Attempt.answered(application))
    form = NewFeedbackForm(
        formdata=None,
        received_on=day_of(now(), me().zone),
        channel=answered and answered.channel,
        contact_id=answered and answered.contact_id,
    )
    form.said_no.data = application.next_interview_at is None
    return shown(application, form)


@blueprint.post("/applications/<id:application_id>/feedback")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it once, however often it is sent; the card moves with it."""
    at, user, form = now(), me(), NewFeedbackForm()
    application = own_application(application_id)
    ready(form, application)
    if not form.validate():
        return shown(application, form, form.status)
    try:
        with writing(user, at) as session:
            application = own_application(application_id, session)

            def make() -> int:
                seed(session, user.id)
                feedback = Feedback(user_id=user.id, application_id=application.id, created_at=at)
                form.write(feedback)
                no = bool(form.said_no.data)
                receive(session, application, feedback, at, no)
                return feedback.id

            made, _ = once(session, user, at, make)
    except KeySpent as spent:
        return shown(application, form, 409, made_before=spent.result_id)
    say(recorded(application, made))
    return see_other(f"/feedback/{made}/points")


@blueprint.get("/feedback/<id:feedback_id>")
def edit(feedback_id: int) -> ResponseReturnValue:
    """One answer, to read and to change."""
    feedback, application = own_feedback(feedback_id)
    return shown(application, FeedbackForm.of(feedback), feedback=feedback)


@blueprint.post("/feedback/<id:feedback_id>")
def update(feedback_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), FeedbackForm()
    feedback, application = own_feedback(feedback_id)
    ready(form, application)
    if not form.validate():
        return shown(application, form, form.status, feedback=feedback)
    with writing(user, at) as session:
        feedback, application = own_feedback(feedback_id, session)
        both = conflict(form, ready(FeedbackForm.of(feedback), application))
        if both is None:
            form.write(feedback)
    if both is not None:
        return shown(application, form, 409, feedback=feedback, both=both)
    say("Saved.")
    return see_other(f"/feedback/{feedback_id}/points")


@blueprint.post("/feedback/<id:feedback_id>/removal")
def delete(feedback_id: int) -> ResponseReturnValue:
    """Take it away with its points; Undo brings all of it back."""
    at, user = now(), me()
    own(Feedback, feedback_id)
    with writing(user, at) as session:
        feedback, application = own_feedback(feedback_id, session)
        removal_id = forget(session, application, feedback, at).id
    undo = f"/applications/{application.id}/removals/{removal_id}/reversal"
    say(undoing("Deleted, with its points. What you planned stays.", undo))
    return see_other(f"/applications/{application.id}")


def own_feedback(feedback_id: int, session: Session | None = None) -> tuple[Feedback, Application]:
    """An answer of the signed-in person's with its application, or a 404."""
    feedback = own(Feedback, feedback_id, session)
    return feedback, own_application(feedback.application_id, session)


def ready(form: FeedbackForm, application: Application) -> FeedbackForm:
    """Let the form offer the people of this application, and whoever it names."""
    people = [contact for contact, _, _ in db.session().execute(Contact.on(application))]
    chosen = form.contact_id.data
    if isinstance(chosen, int) and chosen not in {each.id for each in people}:
        people.append(own_named(Contact, chosen))
    form.giver.label.text = "Somebody else" if people else "Who said it?"
    return form.offer({each.id: each for each in people}.values())


def shown(
    application: Application,
    form: FeedbackForm,
    status: int = 200,
    feedback: Feedback | None = None,
    both: Conflict | None = None,
    made_before: int | None = None,
) -> Response:
    """The form."""
    ready(form, application)
    saved = ready(FeedbackForm.of(feedback), application) if feedback is not None else None
    version = version_of(saved) if saved is not None else None
    return page(
        "feedback/form.html",
        application=application,
        form=form,
        feedback=feedback,
        conflict=both,
        made_before=made_before,
        still_open=feedback is None and application.is_open and application.live,
        key=uuid.uuid4() if made_before else request.form.get("key") or uuid.uuid4(),
        version=request.form.get("version") if status in (413, 422) else version,
        typed=status != 200,
        status=status,
    )


def recorded(application: Application, made: int) -> dict[str, object]:
    """What happened, and a way back for the move; the words stay either way."""
    session = db.session()
    feedback, latest = session.get(Feedback, made), StageChange.latest(session, application)
    if feedback is None or latest is None or latest.at != feedback.created_at:
        return {"text": "Kept, word for word."}
    undo = f"/applications/{application.id}/stage/{latest.id}/reversal"
    said = undoing("Kept, and moved to Feedback received.", undo)
    return said | {"card": application.id, "stage": latest.before}
