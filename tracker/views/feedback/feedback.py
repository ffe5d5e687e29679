"""What they said, word for word."""

from functools import partial
from typing import TypeVar

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.changes.feedback import date_the_answer, record_feedback, with_its_points
from tracker.models.changes.interviews import cancel_coming
from tracker.models.changes.themes import seed
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback
from tracker.models.reads.interviews_ahead import days_ahead
from tracker.models.reads.mails.saved_emails import EMAIL
from tracker.models.rejection import Rejection
from tracker.values.days import day_of
from tracker.views.feedback import points_presenter
from tracker.views.feedback.advice_in_no import advice_href
from tracker.views.feedback.feedback_form import FeedbackForm, NewFeedbackForm
from tracker.views.feedback.feedback_toast import feedback_toast
from tracker.web.access import me, own, own_application, own_named
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.queued_changes import queueable
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import take_away

blueprint = Blueprint("feedback", __name__)
Sent = TypeVar("Sent", bound=FeedbackForm)


@blueprint.get("/applications/<id:application_id>/feedback/new")
def new(application_id: int) -> ResponseReturnValue:
    """A form with today as its day; who answered last, and how, as far as that is told.

    With `?words=no`, or while there is advice in it, it begins with what they wrote as a no.
    """
    application, session = own_application(application_id), db.session()
    answered = session.scalar(Attempt.answered(application))
    row = Rejection.latest(session, application)
    asked_for = request.args.get("words") == "no" or advice_href(session, application, row)
    no = row if asked_for else None
    form = NewFeedbackForm(
        formdata=None,
        received_on=(no and no.on) or day_of(now(), me().zone),
        channel=no.how if no and no.how == EMAIL else answered and answered.channel,
        contact_id=answered and answered.contact_id,
        words=no.words if no else None,
    )
    form.said_no.data = application.next_interview_at is None
    return render_feedback_form(application, form)


@blueprint.post("/applications/<id:application_id>/feedback")
@queueable("feedback", "/applications/$1")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it once, however often it is sent; the card moves with it."""
    at, user, application = now(), me(), own_application(application_id)
    form = add_contact_options(NewFeedbackForm(), application)
    no = Rejection.latest(db.session(), application)
    ask_about(form.received_on, "feedback", application, no.on if no is not None else None)

    def make(session: Session) -> int:
        application = own_application(application_id, session)
        seed(session, user.id)
        feedback = Feedback(user_id=user.id, application_id=application.id, created_at=at)
        form.write(feedback)
        change = record_feedback(session, application, feedback, at, bool(form.said_no.data))
        if change is not None and form.said_no.data and form.cancels.data:
            cancel_coming(session, application, at)
        return feedback.id

    made, _ = create_once(form, make, partial(render_feedback_form, application))
    say(feedback_toast(application, made))
    return see_other(f"/feedback/{made}/points")


@blueprint.get("/feedback/<id:feedback_id>")
def edit(feedback_id: int) -> ResponseReturnValue:
    """One answer, to read and to change."""
    feedback, application = own_feedback(feedback_id)
    return render_feedback_form(application, FeedbackForm.of(feedback), feedback=feedback)


@blueprint.post("/feedback/<id:feedback_id>")
def update(feedback_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    saved, application = own_feedback(feedback_id)
    form = add_contact_options(FeedbackForm(), application)
    ask_about(form.received_on, "feedback", application, saved.received_on)
    with saving(
        form,
        partial(own, Feedback, feedback_id),
        lambda feedback, form, why: render_feedback_form(application, form, why, feedback),
        lambda feedback: add_contact_options(FeedbackForm.of(feedback), application),
    ) as (session, feedback):
        form.write(feedback)
        date_the_answer(session, own_application(application.id, session), feedback)
    say("Saved.")
    return see_other(f"/feedback/{feedback_id}/points")


@blueprint.post("/feedback/<id:feedback_id>/removal")
def delete(feedback_id: int) -> ResponseReturnValue:
    """Take it away with its points; Undo brings all of it back."""
    number = own_feedback(feedback_id)[1].id
    return take_away(
        "feedback",
        lambda session: with_its_points(session, own(Feedback, feedback_id, session)),
        "Deleted, with its points. What you planned stays.",
        f"/applications/{number}",
        application_id=number,
    )


def own_feedback(feedback_id: int, session: Session | None = None) -> tuple[Feedback, Application]:
    """An answer of the signed-in person's with its application, or a 404."""
    feedback = own(Feedback, feedback_id, session)
    return feedback, own_application(feedback.application_id, session)


def add_contact_options(form: Sent, application: Application) -> Sent:
    """Let the form offer the people of this application, and whoever it names."""
    people = [contact for contact, _, _ in Contact.on(db.session(), application)]
    chosen = form.contact_id.data
    if isinstance(chosen, int) and chosen not in {each.id for each in people}:
        people.append(own_named(Contact, chosen))
    form.giver.label.text = "Somebody else" if people else "Who said it?"
    form.offer({each.id: each for each in people}.values())
    return form


def giver_in(form: FeedbackForm) -> str:
    """Who said it, as the form has it so far."""
    named = dict(form.contact_id.choices).get(str(form.contact_id.data or ""), "")
    return (named if form.contact_id.data else form.giver.data) or ""


def render_feedback_form(
    application: Application,
    form: FeedbackForm,
    refusal: Refusal | None = None,
    feedback: Feedback | None = None,
) -> Response:
    """The form."""
    still_open = feedback is None and application.is_open and application.live
    return form_page(
        "feedback/form.html",
        add_contact_options(form, application),
        refusal,
        add_contact_options(FeedbackForm.of(feedback), application)
        if feedback is not None
        else None,
        application=application,
        feedback=feedback,
        source=points_presenter.source_words(
            giver_in(form), form.channel.data, form.received_on.data, day_of(now(), me().zone)
        ),
        still_open=still_open,
        ahead=days_ahead(db.session(), application, now()) if still_open else [],
    )
