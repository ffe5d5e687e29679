"""Adding an application, and changing its facts."""

import uuid
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.changes.action_uses import offered_actions, use
from tracker.models.changes.application import record, tie
from tracker.values.days import day_of
from tracker.views.applications.application_form import ApplicationForm
from tracker.views.applications.form_groups import NEW, field_groups
from tracker.views.applications.form_options import (
    add_options,
    add_options_for_validation,
    suggestions,
)
from tracker.views.applications.previous import present_previous
from tracker.web.access import all_own_named, me, own_application, own_named
from tracker.web.fields.link_or_ad import keep_unread
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, create_once, form_key
from tracker.web.queued_changes import queueable
from tracker.web.rendering import page, see_other
from tracker.web.toasts import LONGEST_NAME, named, say, settled_draft

blueprint = Blueprint("new", __name__)


@blueprint.get("/applications/new")
def new() -> ResponseReturnValue:
    """The short form, with today as the day."""
    user, earlier = me(), earlier_named()
    form = ApplicationForm(applied_on=day_of(now(), user.zone))
    if earlier is not None and not form.company.data:
        form.company.data = earlier.company
    return render_new_form(form, str(uuid.uuid4()))


@blueprint.post("/applications")
@queueable("application", "/board")
def create() -> ResponseReturnValue:
    """Make it once, however often the form is sent."""
    at, user, form = now(), me(), ApplicationForm()
    keep_unread(form, request.form.get("ad", ""))
    add_options_for_validation(db.session(), user.id, form)
    ask_about(form.applied_on, "applied")
    used, earlier = all_own_named(Action, request.form.getlist("used")), earlier_named()

    def make(session: Session) -> int:
        note = form.note.data or ""
        application = record(session, user, form.facts(), at, form.stage.data, note)
        if used:
            use(session, application, used, at)
        if earlier is not None:
            tie(session, application, own_application(earlier.id, session))
        return application.id

    made, new = create_once(form, make, again)
    say(added_toast(made, form.facts()) if new else "That one was added already.")
    if earlier is not None and "another" not in request.form:
        return see_other(f"/applications/{made}")
    return see_other("/applications/new" if "another" in request.form else f"/board#card-{made}")


def earlier_named() -> Application | None:
    """The application whose no named this role, where it comes of one."""
    given = request.values.get("from", "")
    return own_application(own_named(Application, given).id) if given else None


def render_new_form(form: ApplicationForm, key: str, status: int = 200, **seen: Any) -> Response:
    """The form for a new one; `seen` is what was read of a posting."""
    session, user = db.session(), me()
    return page(
        "applications/new.html",
        form=add_options(session, user.id, form),
        groups=field_groups(form, day_of(now(), user.zone), NEW),
        key=key,
        status=status,
        suggestions=suggestions(session, user.id),
        actions=offered_actions(session, user.id),
        used=request.form.getlist("used"),
        earlier=present_previous(session, user.id, form.company.data or ""),
        came_from=earlier_named(),
        **seen,
    )


def added_toast(made: int, facts: dict[str, Any]) -> dict[str, object]:
    """The words after adding, with a way back."""
    role, company = facts["role"], facts["company"]
    if len(role) + len(company) > LONGEST_NAME:
        role, company = named(role, LONGEST_NAME * 3 // 5), named(company, LONGEST_NAME // 2)
    return {
        "text": f"Added {role} at {company}.",
        "undo_url": f"/applications/{made}/deletion",
        "undo_key": str(uuid.uuid4()),
    } | settled_draft()


def again(form: ApplicationForm, refusal: Refusal) -> Response:
    """The form with what was typed."""
    if refusal.status == 409:
        return made_before(form, refusal.made_before)
    return render_new_form(form, form_key(refusal), refusal.status)


def made_before(form: ApplicationForm, made: int | None) -> Response:
    """Back, edit, save: this form made one already, so ask which of two things is meant."""
    session, user = db.session(), me()
    application = session.scalar(Application.of(user.id).where(Application.id == made))
    untouched = application is not None and application.updated_at == application.created_at
    return page(
        "applications/made_before.html",
        form=add_options(session, user.id, form),
        groups=field_groups(form, day_of(now(), user.zone), NEW),
        key=str(uuid.uuid4()),
        spent=request.form.get("key", ""),
        application=application,
        version=application.version if application is not None and untouched else "",
        suggestions=suggestions(session, user.id),
        actions=offered_actions(session, user.id),
        used=request.form.getlist("used"),
        came_from=earlier_named(),
        status=409,
    )
