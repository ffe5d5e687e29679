"""Two lines for oneself before asking others: what went well, what one would change."""

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.views.account.help import nearby
from tracker.views.applications.show import check_in_to_ask_about
from tracker.views.ask.ask_form import SelfAnalysisForm
from tracker.web.access import me, own_application
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say

blueprint = Blueprint(
    "self_analysis", __name__, url_prefix="/applications/<id:application_id>/self-analysis"
)


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The two lines as they stand; a no that isn't noted yet is noted first."""
    application = own_application(application_id)
    row = latest_no(application)
    if row is None:
        return see_other(f"/applications/{application_id}/rejection")
    return render_self_analysis_form(application, SelfAnalysisForm.of(row), row)


@blueprint.get("/first")
def first(application_id: int) -> ResponseReturnValue:
    """Before the first try: how heavy it is now, and the two lines; once told, on to the ask."""
    application, session = own_application(application_id), db.session()
    row = latest_no(application)
    weight = check_in_to_ask_about(session, application, me(), now())
    tried = session.scalar(Attempt.of(application).limit(1)) is not None
    if row is None or tried or (weight is None and has_words(session, application, row)):
        return see_other(ask_place(application))
    return render_self_analysis_form(application, SelfAnalysisForm.of(row), row, how_now=weight)


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """Keep them, and go on to the ask."""
    form = SelfAnalysisForm()
    application = own_application(application_id)
    if latest_no(application) is None:
        return render_self_analysis_form(
            application, form, None, Refusal(409 if form.validate() else form.status)
        )
    with saving(
        form,
        lambda session: latest_no(own_application(application_id, session)) or abort(409),
        lambda row, form, why: render_self_analysis_form(application, form, row, why),
    ) as (_, row):
        form.write(row)
    say("Saved. Next: ask them.")
    return see_other(ask_place(application))


def latest_no(application: Application) -> Rejection | None:
    """The no that the two lines are about."""
    return db.session().scalar(Rejection.of(application).limit(1))


def has_words(session: Session, application: Application, row: Rejection) -> bool:
    """Whether there is a word already, about the no or after an interview."""
    described = select(Interview.id).where(
        Interview.application_id == application.id, Interview.described()
    )
    return bool(row.went_well or row.would_change) or bool(session.scalar(described.limit(1)))


def ask_place(application: Application) -> str:
    """Where the ask goes on: with the letter, if nobody can be called."""
    letter = "/letter/ask" if application.ask_next == "write" else ""
    return f"/applications/{application.id}/ask{letter}"


def render_self_analysis_form(
    application: Application,
    form: SelfAnalysisForm,
    row: Rejection | None,
    refusal: Refusal | None = None,
    how_now: int | None = None,
) -> Response:
    """The form, beside what was noted after the interview."""
    return form_page(
        "ask/self_analysis/form.html",
        form,
        refusal,
        SelfAnalysisForm.of(row) if row is not None else None,
        application=application,
        interview=db.session().scalar(Interview.of(application).limit(1)),
        how_now=how_now,
        ask_href=ask_place(application),
        unrecorded=row is None,
        **nearby(),
    )
