"""Everybody met on the way."""

import uuid
from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.contact import PARTS, Contact
from tracker.models.lists.cursor import cut
from tracker.models.reads.suggestions import own_values
from tracker.values.text import clean_line
from tracker.views.people.contact_form import ContactForm
from tracker.views.people.people_presenter import present_person
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.paging import next_url, rows_passed
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import take_away

blueprint = Blueprint("people", __name__, url_prefix="/people")
PAGE = 50


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them by name, or those that fit a few words."""
    session, user = db.session(), me()
    q = clean_line(request.args.get("q", ""))[:200]
    start = rows_passed()
    wanted = Contact.search(session, user.id, q).limit(PAGE + 1).offset(start)
    found, more = cut(session.scalars(wanted).all(), PAGE)
    return page(
        "people/index.html",
        fragment="people/_list.html",
        people=[present_person(each) for each in found],
        more_url=next_url("/people", "from", start + PAGE if more else None, {"q": q}),
        q=q,
        start=start,
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """An empty form."""
    return render_contact_form(ContactForm(formdata=None))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Make them once, however often the form is sent."""
    at, user, form = now(), me(), ContactForm()

    def make(session: Session) -> int:
        contact = Contact(user_id=user.id, created_at=at)
        form.write(contact)
        session.add(contact)
        session.flush()
        return contact.id

    made, _ = create_once(form, make, render_contact_form)
    say("Added to your contacts.")
    return see_other(f"/people/{made}")


@blueprint.get("/<id:contact_id>")
def show(contact_id: int) -> ResponseReturnValue:
    """One person, and the applications with them."""
    contact = own(Contact, contact_id)
    parts = db.session().execute(Contact.in_applications(contact))
    return page(
        "people/show.html",
        contact=contact,
        person=present_person(contact),
        applications=[application_line(application, part) for application, _, part in parts],
        key=uuid.uuid4(),
    )


@blueprint.get("/<id:contact_id>/edit")
def edit(contact_id: int) -> ResponseReturnValue:
    """The form as they are kept."""
    contact = own(Contact, contact_id)
    return render_contact_form(ContactForm.of(contact), contact=contact)


@blueprint.post("/<id:contact_id>")
def update(contact_id: int) -> ResponseReturnValue:
    """Save them, unless another version was saved in the meantime."""
    form = ContactForm()
    with saving(
        form,
        partial(own, Contact, contact_id),
        lambda contact, form, why: render_contact_form(form, why, contact),
    ) as (_, contact):
        form.write(contact)
    say("Saved.")
    return see_other(f"/people/{contact_id}")


@blueprint.post("/<id:contact_id>/removal")
def delete(contact_id: int) -> ResponseReturnValue:
    """Take them away, with the parts that they play; Undo brings all of it back."""

    def load(session: Session) -> list[Base]:
        contact = own(Contact, contact_id, session)
        return [contact, *session.scalars(contact.parts())]

    return take_away("person", load, "Removed from your contacts.", "/people")


def application_line(application: Application, part: str) -> dict[str, str]:
    """An application as somebody's page shows it."""
    return {
        "href": f"/applications/{application.id}",
        "role": application.role,
        "company": application.company,
        "about": f"{PARTS.get(part, '')}. {application.state_label}",
    }


def render_contact_form(
    form: ContactForm, refusal: Refusal | None = None, contact: Contact | None = None
) -> Response:
    """The form."""
    return form_page(
        "people/form.html",
        form,
        refusal,
        ContactForm.of(contact) if contact is not None else None,
        contact=contact,
        companies=list(db.session().scalars(own_values(me().id, "company"))),
    )
