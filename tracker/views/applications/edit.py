"""Changing the facts of an application; two who do so at once lose nothing."""

import json
from datetime import datetime
from typing import Any, NamedTuple

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.application_facts import APPLICATION_FACTS
from tracker.models.changes.application import add_note, revise
from tracker.models.changes.bin import take_out
from tracker.models.changes.merge_edits import NAMES, facts_of, merge, signs_of
from tracker.models.changes.stage import move
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.applications.application_form import ApplicationForm, filled
from tracker.views.applications.form_groups import field_groups
from tracker.views.applications.form_options import (
    add_options,
    add_options_for_validation,
    suggestions,
)
from tracker.views.applications.previous import present_previous
from tracker.web.access import me, own_application
from tracker.web.edit_conflicts import is_current
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import form_key
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, settled_draft

blueprint = Blueprint("edit", __name__)
LONGEST_SHOWN = 2000


class EditConflict(Exception):
    """Somebody else changed the same facts, or deleted it; carries both versions."""

    def __init__(self, names: list[str], merged: dict[str, Any], theirs: dict[str, Any]) -> None:
        super().__init__("changed by two")
        self.names, self.merged, self.theirs = names, merged, theirs


class FactVersions(NamedTuple):
    """Of two versions of one fact."""

    name: str
    label: str
    theirs: str
    mine: str
    differs: bool = True


@blueprint.get("/applications/<id:application_id>/edit")
def edit(application_id: int) -> ResponseReturnValue:
    """All the facts."""
    session, application = db.session(), own_application(application_id)
    facts = facts_of(session, application)
    return render_edit_form(
        filled(facts), application, application.version, json.dumps(signs_of(facts))
    )


@blueprint.post("/applications/<id:application_id>")
def update(application_id: int) -> ResponseReturnValue:
    """Save them, unless somebody else changed the same ones meanwhile."""
    at, user, form = now(), me(), ApplicationForm()
    add_options_for_validation(db.session(), user.id, form)
    before = own_application(application_id, binned=True)
    ask_about(form.applied_on, "applied", before, before.applied_on)
    if not form.validate():
        application = own_application(application_id, binned=True)
        carried = request.form.get("version", ""), request.form.get("was", "")
        return render_edit_form(form, application, *carried, status=form.status)
    try:
        with writing(user, at) as session:
            application = own_application(application_id, session, binned=True)
            if application.deleted_at is not None and "restore" in request.form:
                take_out(session, application, at)
            saved = facts_of(session, application)
            facts = merged_facts(application, form.facts(), saved)
            add_note(session, application, form.note.data or "", at)
            restage(session, application, form.stage.data, at)
            revise(session, user, application, facts, saved, at)
    except EditConflict as conflict:
        return render_conflict_page(application_id, form, conflict)
    say({"text": "Saved."} | settled_draft())
    return see_other(f"/applications/{application_id}")


def merged_facts(
    application: Application, mine: dict[str, Any], theirs: dict[str, Any]
) -> dict[str, Any]:
    """The facts to save: mine over those that are saved. Raises Conflict."""
    was = carried_marks()
    taken = set(request.form.getlist("theirs")) | unsent(bool(was))
    if is_current(application.version):
        was = signs_of(theirs)
    merged = merge(mine, theirs, was, taken)
    if merged.conflicts or application.deleted_at is not None:
        raise EditConflict(merged.conflicts, merged.facts, theirs)
    return merged.facts


def restage(session: Session, application: Application, stage: Stage, at: datetime) -> None:
    """The form for a new one, sent again for the one that it made, names a stage too."""
    if is_current(application.version) and "stage" in request.form and stage != application.stage:
        move(session, application, stage, at)


def carried_marks() -> dict[str, str]:
    """What the form says that the facts were when it was opened."""
    try:
        was = json.loads(request.form.get("was", ""))
    except (ValueError, RecursionError):
        return {}
    return was if isinstance(was, dict) else {}


def unsent(whole: bool) -> set[str]:
    """Facts that a script left out stay as they are; a page leaves out boxes not ticked."""
    boxes = {each.name for each in APPLICATION_FACTS if each.kind == "yes"} if whole else set()
    return {name for name in NAMES if name not in request.form} - boxes


def render_conflict_page(
    application_id: int, form: ApplicationForm, conflict: EditConflict
) -> Response:
    """Both versions side by side, and the whole form with what was typed."""
    application = own_application(application_id, binned=True)
    add_options(db.session(), application.user_id, form)
    versions = [
        FactVersions(
            name,
            form[name].label.text,
            shortened(form.fact_words(name, conflict.theirs[name]), LONGEST_SHOWN),
            shortened(form.fact_words(name, conflict.merged[name]), LONGEST_SHOWN),
        )
        for name in conflict.names
    ]
    form.show(conflict.merged)
    carried = application.version, json.dumps(signs_of(conflict.theirs))
    return render_edit_form(
        form, application, *carried, 409, "applications/conflict.html", versions
    )


def render_edit_form(
    form: ApplicationForm,
    application: Application,
    version: object,
    was: str,
    status: int = 200,
    template: str = "applications/edit.html",
    versions: list[FactVersions] | None = None,
) -> Response:
    """The form, with what it started from."""
    session, user_id = db.session(), application.user_id
    return page(
        template,
        status=status,
        form=add_options(session, user_id, form),
        groups=field_groups(form, day_of(now(), me().zone)),
        application=application,
        version=version,
        was=was,
        versions=versions or [],
        key=form_key(),
        suggestions=suggestions(session, user_id),
        earlier=present_previous(session, user_id, form.company.data or "", application.id),
    )
