"""The form of a no as a page, and whether it ends an offer that was accepted."""

from datetime import date

from flask import Response, request

from tracker.clock import now
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.offer import Offer
from tracker.models.reads.interviews_ahead import days_ahead
from tracker.models.rejection import Rejection
from tracker.views.account.help import nearby
from tracker.views.rejection.rejection_form import RejectionForm
from tracker.web.forms import Refusal, form_page


def of_a_yes(application: Application) -> bool:
    """Whether it is asked for as the end of an offer that was accepted."""
    on_board = application.live and application.ended_on is None
    return application.taken and ("taken_back" in request.values or on_board)


def offer_on(application: Application) -> date | None:
    """When the offer came that a no takes back."""
    offer = Offer.latest(db.session(), application)
    return offer.received_on if offer is not None else None


def render_rejection_form(
    application: Application,
    form: RejectionForm,
    refusal: Refusal | None = None,
    row: Rejection | None = None,
) -> Response:
    """The form."""
    saved = RejectionForm.of(row) if row is not None else None
    ahead = [] if row is not None else days_ahead(db.session(), application, now())
    return form_page(
        "rejection/form.html",
        form,
        refusal,
        saved,
        application=application,
        row=row,
        ahead=ahead,
        yes=row is None and of_a_yes(application),
        **nearby(),
    )
