"""A no that was kept by one tap may be about another application that is open at the company."""

from flask import abort
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.changes.rejection import current_rejection, undo_rejection
from tracker.models.reads.companies.same_company import others_open
from tracker.models.rejection import SILENCE, Rejection
from tracker.values.days import day_of
from tracker.views.rejection.rejection_form import NewRejectionForm, RejectionForm
from tracker.web.access import me, own_application


def new_form(application: Application, yes: bool, **options: object) -> NewRejectionForm:
    """Of a no that is not kept yet; what ends a `yes` is about that one, and somebody told it."""
    others = () if yes else db.session.scalars(others_open(application))
    today = day_of(now(), me().zone)
    form = NewRejectionForm.among(application, others, today, **options)
    if yes:
        form.how.choices = [each for each in form.how.choices if each[0] != SILENCE]
    return form


def move_elsewhere(
    session: Session, application_id: int, row: Rejection, other_id: int
) -> tuple[Application, Rejection]:
    """The no of one tap was another card's: the tapped one goes back, the other's no is told."""
    try:
        undo_rejection(session, own_application(application_id, session), row, now())
    except ValueError:
        abort(409, description="The card has moved since, so its no stays where it is.")
    session.flush()
    other = own_application(other_id, session)
    return other, current_rejection(session, other) or Rejection.beside(other, now())


def others_of(application: Application, row: Rejection) -> list[Application]:
    """Which it may be about instead: asked only while nothing but the tap is kept."""
    if row.words or row.reason or current_rejection(db.session(), application) is not row:
        return []
    return list(db.session.scalars(others_open(application)))


def saved_form(application: Application, row: Rejection) -> RejectionForm:
    """The form as the row fills it."""
    others, today = others_of(application, row), day_of(now(), me().zone)
    if not others:
        return RejectionForm.of(row)
    return NewRejectionForm.among(application, others, today, formdata=None, obj=row)


def sent_form(application: Application, row: Rejection) -> RejectionForm:
    """The form as it was sent."""
    others = others_of(application, row)
    if not others:
        return RejectionForm()
    return NewRejectionForm.among(application, others, day_of(now(), me().zone))
