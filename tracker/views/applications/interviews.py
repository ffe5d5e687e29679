"""Interviews of an application."""

from datetime import datetime
from functools import partial
from typing import Any

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.practice import to_try, what_matters
from tracker.models.application import Application
from tracker.models.changes.interviews import add_interview, may_move
from tracker.models.check_in import OwnLine
from tracker.models.contact import Contact
from tracker.models.interview import CANCELLED, OFF, POSTPONED, Interview
from tracker.models.interview_plans import drop_plans, plan_moments, restore_dropped
from tracker.models.reads.interviews_ahead import on_or_next, without_day
from tracker.models.reads.preparation.interview_preparation import read_preparation
from tracker.models.reads.preparation.practice import as_own, gaps_asked, practised, said_to
from tracker.values.regions import city_of
from tracker.values.text import is_web_link
from tracker.views.applications.deadline_by_email import deadline_by_email
from tracker.views.applications.interview_addition import added_toast
from tracker.views.applications.interview_form import InterviewForm
from tracker.views.applications.interview_moves import note_new_time, remember, remembered
from tracker.views.applications.interviews_presenter import interview_parts, present_interview
from tracker.views.people.people_presenter import present_person
from tracker.views.practice.practice_presenter import present_matters
from tracker.web.access import me, own_application, own_on
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import take_off

SAVED = {
    POSTPONED: "Saved. It still waits for its new time.",
    CANCELLED: "Saved. It is still cancelled.",
}
"""What is said of one that does not take place."""
blueprint = Blueprint(
    "interviews", __name__, url_prefix="/applications/<id:application_id>/interviews"
)


@blueprint.get("/new")
def new(application_id: int) -> ResponseReturnValue:
    """An empty form; where the card still stands in Applied, it moves along unless unticked."""
    return render_interview_form(
        own_application(application_id), InterviewForm(formdata=None, kind=None, moves=True)
    )


@blueprint.get("/coming")
def coming(application_id: int) -> ResponseReturnValue:
    """The one that is on, else the next, to prepare for."""
    application = own_application(application_id)
    row = on_or_next(db.session(), application, now())
    if row is None:
        waits = without_day(db.session(), application) is not None
        where = "undated" if waits else "new"
        return see_other(f"/applications/{application_id}/interviews/{where}")
    return render_interview_form(
        application, InterviewForm.of(row, me().zone), row=row, first="preparation"
    )


@blueprint.get("/unreviewed")
def unreviewed(application_id: int) -> ResponseReturnValue:
    """The latest without a word on how it went."""
    application = own_application(application_id)
    row = db.session().scalar(Interview.unreviewed(application, now()).limit(1))
    if row is None:
        return see_other(f"/applications/{application_id}")
    return render_interview_form(
        application, InterviewForm.of(row, me().zone), row=row, first="review"
    )


@blueprint.get("/undated")
def undated(application_id: int) -> ResponseReturnValue:
    """The latest that waits for its day, or for a new one, to add it."""
    row = without_day(db.session(), own_application(application_id))
    place = f"/applications/{application_id}"
    return see_other(f"{place}/interviews/{row.id}" if row is not None else place)


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Make it once, however often it is sent."""
    at, form = now(), InterviewForm().in_zone(me().zone)
    application = own_application(application_id)
    ask_about(form.day, "interview", application)

    said: dict[str, object] = {"text": "Interview added."}

    def make(session: Session) -> int:
        nonlocal said
        application = own_application(application_id, session)
        row = Interview.beside(application, at)
        form.write(row)
        change = add_interview(session, application, row, at, form.moves.data)
        said = added_toast(session, row, change)
        return row.id

    create_once(form, make, partial(render_interview_form, application))
    say(said)
    return see_other(f"/applications/{application_id}")


@blueprint.get("/<id:interview_id>")
def edit(application_id: int, interview_id: int) -> ResponseReturnValue:
    """One interview, with the part that its time asks for first."""
    application = own_application(application_id)
    row = own_on(Interview, interview_id, application_id)
    past = row.starts_at is not None and row.starts_at <= now() and not row.is_off
    first = "review" if past else "when"
    return render_interview_form(
        application, InterviewForm.of(row, me().zone), row=row, first=first
    )


@blueprint.post("/<id:interview_id>")
def update(application_id: int, interview_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), InterviewForm().in_zone(me().zone)
    application = own_application(application_id)
    saved = own_on(Interview, interview_id, application_id)
    ask_about(form.day, "interview", application, saved.on)
    with saving(
        form,
        partial(own_on, Interview, interview_id, application_id),
        lambda row, form, why: render_interview_form(application, form, why, row),
        lambda row: InterviewForm.of(row, user.zone),
    ) as (session, row):
        was = remembered(row)
        write_interview(session, form, row, at)
        undo = remember(was, row, at) if row.updated_at == at else ""
        if was["outcome"] in OFF and not row.is_off and was["starts"] != remembered(row)["starts"]:
            session.add(note_new_time(application, was, row, at, user.zone))
    place, words = place_after(application, form, interview_id, at)
    say(undo_toast(words, undo) if undo else words)
    return see_other(place)


def place_after(
    application: Application, form: InterviewForm, number: int, at: datetime
) -> tuple[str, str]:
    """Where one goes on, and what is said there: whoever prepares stays with the one ahead."""
    place = f"/applications/{application.id}"
    ahead = on_or_next(db.session(), application, at) if form.reading.data else None
    if ahead is not None and ahead.id == number:
        return f"{place}/interviews/coming#notes", "Notes saved."
    row = own_on(Interview, number, application.id)
    return place, SAVED.get(row.outcome or "", "Interview saved.")


def write_interview(session: Session, form: InterviewForm, row: Interview, at: datetime) -> None:
    """As the form says; with one that is off goes what was planned for it.

    A new day ahead puts it on again, without what was planned for the old one.
    """
    before, moments, was_off = row.scheduled, plan_moments([row]), row.is_off
    outcome, starts, off_at = row.outcome, row.starts_at, row.updated_at
    form.write(row)
    moved = row.starts_at is not None and row.starts_at > at and row.starts_at != starts
    named = outcome == POSTPONED and form.day.data is not None
    if was_off and (moved or named) and row.outcome == outcome:
        row.outcome = None
    if row.scheduled == before:
        return
    row.updated_at = at
    if row.is_off and not was_off:
        drop_plans(session, moments, at)
    elif was_off and not row.is_off and not moved and off_at is not None:
        restore_dropped(session, row.application_id, off_at, at)


@blueprint.post("/<id:interview_id>/removal")
def delete(application_id: int, interview_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    return take_off("interview", Interview, interview_id, application_id, "Interview deleted.")


def render_interview_form(
    application: Application,
    form: InterviewForm,
    refusal: Refusal | None = None,
    row: Interview | None = None,
    first: str = "when",
) -> Response:
    """The form, one part of it open."""
    zone = me().zone
    parts = list(Contact.on(db.session(), application))
    shown = present_interview(row, now(), zone) if row is not None else None
    if row is not None and row.is_off:
        form.day.label.text, form.clock.label.text = "New day", "New time"
    form.people.offer(contact.name for contact, _, _ in parts)
    if shown is not None and shown.is_test:
        form.place.label.text, form.preparation.label.text = "Link", "Notes"
        form.preparation.description = "What they ask for, what to look up"
    return form_page(
        "applications/interviews/form.html",
        form,
        refusal,
        InterviewForm.of(row, zone) if row is not None else None,
        application=application,
        row=row,
        may_move=row is None and may_move(application),
        first=first,
        open_all=refusal is not None,
        shown=shown,
        parts=interview_parts(form, shown),
        city=city_of(me().time_zone),
        people=[present_person(contact, part) for contact, _, part in parts],
        **(preparation_context(application) if first == "preparation" else {}),
        **(deadline_by_email(db.session(), row, me()) if row is not None and row.is_test else {}),
    )


def preparation_context(application: Application) -> dict[str, Any]:
    """What stands beside the box in which one prepares."""
    session = db.session()
    stories = practised(session, application.user_id)
    said = said_to(session, application.user_id)
    matters = what_matters(
        said,
        gaps_asked(session, application),
        application.posting,
        as_own(stories, application),
    )
    told = {each.of for each in matters if each.because == "said"}
    return {
        "matters": present_matters(matters, stories, application.id),
        "lines": session.scalars(OwnLine.of(application.user_id)).all(),
        "to_try": to_try(said, told),
        "learnt": read_preparation(session, application),
        "link": application.link if is_web_link(application.link) else None,
    }
