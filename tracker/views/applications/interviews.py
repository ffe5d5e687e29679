"""Interviews of an application."""

import uuid
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application, Stage
from tracker.models.contact import Contact
from tracker.models.interview import Interview
from tracker.models.reads.interview_preparation import learnt
from tracker.models.removal import remove
from tracker.values.text import is_web_link
from tracker.views.applications.interview_form import InterviewForm
from tracker.views.applications.interviews_presenter import interview
from tracker.views.people.people_presenter import person
from tracker.web.access import me, own_application, own_beside
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint(
    "interviews", __name__, url_prefix="/applications/<id:application_id>/interviews"
)


@blueprint.get("/new")
def new(application_id: int) -> ResponseReturnValue:
    """An empty form."""
    return shown(own_application(application_id), InterviewForm(formdata=None))


@blueprint.get("/coming")
def coming(application_id: int) -> ResponseReturnValue:
    """The next one, to prepare for."""
    application = own_application(application_id)
    row = db.session().scalar(Interview.coming(application, now()).limit(1))
    if row is None:
        return see_other(f"/applications/{application_id}/interviews/new")
    return shown(application, InterviewForm.of(row, me().zone), row=row, first="preparation")


@blueprint.get("/unreviewed")
def unreviewed(application_id: int) -> ResponseReturnValue:
    """The latest without a word on how it went."""
    application = own_application(application_id)
    row = db.session().scalar(Interview.unreviewed(application, now()).limit(1))
    if row is None:
        return see_other(f"/applications/{application_id}")
    return shown(application, InterviewForm.of(row, me().zone), row=row, first="review")


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Make it once, however often it is sent."""
    at, user, form = now(), me(), InterviewForm().in_zone(me().zone)
    application = own_application(application_id)
    if not form.validate():
        return shown(application, form, form.status)
    try:
        with writing(user, at) as session:
            application = own_application(application_id, session)

            def make() -> int:
                row = Interview.beside(application, at)
                form.write(row)
                session.add(row)
                session.flush()
                return row.id

            once(session, user, at, make)
    except KeySpent as spent:
        return shown(application, form, 409, made_before=spent.result_id)
    say(added(application))
    return see_other(f"/applications/{application_id}")


@blueprint.get("/<id:interview_id>")
def edit(application_id: int, interview_id: int) -> ResponseReturnValue:
    """One interview, with the part that its time asks for first."""
    application = own_application(application_id)
    row = own_beside(Interview, interview_id, application)
    past = row.starts_at is not None and row.starts_at <= now()
    first = "review" if past else "when"
    return shown(application, InterviewForm.of(row, me().zone), row=row, first=first)


@blueprint.post("/<id:interview_id>")
def update(application_id: int, interview_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), InterviewForm().in_zone(me().zone)
    application = own_application(application_id)
    row = own_beside(Interview, interview_id, application)
    if not form.validate():
        return shown(application, form, form.status, row=row)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        row = own_beside(Interview, interview_id, application, session)
        both = conflict(form, InterviewForm.of(row, user.zone))
        if both is None:
            before = row.scheduled
            form.write(row)
            if row.scheduled != before:
                row.updated_at = at
    if both is not None:
        return shown(application, form, 409, row=row, both=both)
    say("Interview saved.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/<id:interview_id>/removal")
def delete(application_id: int, interview_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            row = own_beside(Interview, interview_id, application, session)
            removal = remove(session, "interview", [row], at, application)
            return removal.id

        removal_id, _ = once(session, user, at, make)
    undo = f"/applications/{application_id}/removals/{removal_id}/reversal"
    say(undoing("Interview deleted.", undo))
    return see_other(f"/applications/{application_id}")


def shown(
    application: Application,
    form: InterviewForm,
    status: int = 200,
    row: Interview | None = None,
    first: str = "when",
    both: Conflict | None = None,
    made_before: int | None = None,
) -> Response:
    """The form, one part of it open."""
    same = status in (413, 422)
    return page(
        "applications/interviews/form.html",
        application=application,
        form=form,
        row=row,
        first=first,
        open_all=status != 200,
        conflict=both,
        made_before=made_before,
        key=uuid.uuid4() if made_before else request.form.get("key") or uuid.uuid4(),
        version=version_shown(row, same),
        shown=interview(row, now(), me().zone) if row is not None else None,
        zone_name=me().time_zone,
        status=status,
        **(helpful(application) if first == "preparation" else {}),
    )


def helpful(application: Application) -> dict[str, Any]:
    """What stands beside the box in which one prepares."""
    session = db.session()
    return {
        "learnt": learnt(session, application),
        "link": application.link if is_web_link(application.link) else None,
        "people": [
            person(contact, part) for contact, _, part in session.execute(Contact.on(application))
        ],
    }


def version_shown(row: Interview | None, same: bool) -> str | None:
    """The sign that the form carries: the one it came with where only its words were refused."""
    if row is None:
        return None
    return request.form.get("version", "") if same else version_of(InterviewForm.of(row, me().zone))


def added(application: Application) -> dict[str, object]:
    """The words after adding one; a card that still waits may move, if wanted."""
    if application.stage != Stage.APPLIED or not application.live:
        return {"text": "Interview added."}
    return {
        "text": "Interview added.",
        "move_url": f"/applications/{application.id}/stage",
        "move_key": str(uuid.uuid4()),
        "move_version": application.version,
        "move_stage": Stage.INTERVIEW.value,
        "move_label": "Move to Interview",
    }
