"""Everybody met on the way."""

import uuid
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.contact import PARTS, Contact
from tracker.models.removal import remove
from tracker.values.text import clean_line
from tracker.views.people.contact_form import ContactForm
from tracker.views.people.people_presenter import person
from tracker.web.access import me, own
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("people", __name__, url_prefix="/people")
PAGE = 50


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them by name, or those that fit a few words."""
    session, user = db.session(), me()
    q = clean_line(request.args.get("q", ""))[:200]
    given = request.args.get("from", "")
    start = int(given) if given.isascii() and given.isdigit() and len(given) < 8 else 0
    wanted = Contact.found(session, user.id, q).limit(PAGE + 1).offset(start)
    found = list(session.scalars(wanted))
    more = urlencode({"q": q, "from": start + PAGE} if q else {"from": start + PAGE})
    return page(
        "people/index.html",
        fragment="people/_list.html",
        people=[person(each) for each in found[:PAGE]],
        more_url=f"/people?{more}" if len(found) > PAGE else None,
        q=q,
        start=start,
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """An empty form."""
    return shown(ContactForm(formdata=None))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Make them once, however often the form is sent."""
    at, user, form = now(), me(), ContactForm()
    if not form.validate():
        return shown(form, form.status)
    try:
        with writing(user, at) as session:

            def make() -> int:
                contact = Contact(user_id=user.id, created_at=at)
                form.write(contact)
                session.add(contact)
                session.flush()
                return contact.id

            made, _ = once(session, user, at, make)
    except KeySpent as spent:
        return shown(form, 409, made_before=spent.result_id)
    say("Added to your people.")
    return see_other(f"/people/{made}")


@blueprint.get("/<id:contact_id>")
def show(contact_id: int) -> ResponseReturnValue:
    """One person, and the applications with them."""
    contact = own(Contact, contact_id)
    parts = db.session().execute(Contact.in_applications(contact))
    return page(
        "people/show.html",
        contact=contact,
        person=person(contact),
        applications=[line(application, part) for application, _, part in parts],
        key=uuid.uuid4(),
    )


@blueprint.get("/<id:contact_id>/edit")
def edit(contact_id: int) -> ResponseReturnValue:
    """The form as they are kept."""
    contact = own(Contact, contact_id)
    return shown(ContactForm.of(contact), contact=contact)


@blueprint.post("/<id:contact_id>")
def update(contact_id: int) -> ResponseReturnValue:
    """Save them, unless another version was saved in the meantime."""
    at, user, form = now(), me(), ContactForm()
    contact = own(Contact, contact_id)
    if not form.validate():
        return shown(form, form.status, contact)
    with writing(user, at) as session:
        contact = own(Contact, contact_id, session)
        both = conflict(form, ContactForm.of(contact))
        if both is None:
            form.write(contact)
    if both is not None:
        return shown(form, 409, contact, both)
    say("Saved.")
    return see_other(f"/people/{contact_id}")


@blueprint.post("/<id:contact_id>/removal")
def delete(contact_id: int) -> ResponseReturnValue:
    """Take them away, with the parts that they play; Undo brings all of it back."""
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            contact = own(Contact, contact_id, session)
            rows = [contact, *session.scalars(contact.parts())]
            return remove(session, "person", rows, at).id

        removal_id, _ = once(session, user, at, make)
    say(undoing("Taken off your people.", f"/people/removals/{removal_id}/reversal"))
    return see_other("/people")


def line(application: Application, part: str) -> dict[str, str]:
    """An application as somebody's page shows it."""
    return {
        "href": f"/applications/{application.id}",
        "role": application.role,
        "company": application.company,
        "about": f"{PARTS.get(part, '')}. {application.state_label}",
    }


def shown(
    form: ContactForm,
    status: int = 200,
    contact: Contact | None = None,
    both: Conflict | None = None,
    made_before: int | None = None,
) -> Response:
    """The form."""
    version = version_of(ContactForm.of(contact)) if contact is not None else None
    return page(
        "people/form.html",
        form=form,
        contact=contact,
        conflict=both,
        made_before=made_before,
        key=uuid.uuid4() if made_before else request.form.get("key") or uuid.uuid4(),
        version=request.form.get("version") if status in (413, 422) else version,
        companies=list(db.session().scalars(Application.distinct(me().id, "company"))),
        typed=status != 200,
        status=status,
    )
