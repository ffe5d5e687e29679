"""Who plays which part in an application."""

import uuid
from datetime import datetime
from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.user import User
from tracker.views.people.contact_form import NewPartForm, PartForm
from tracker.web.access import me, own, own_application, own_beside
from tracker.web.forms import Refusal, create_once, form_page
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import take_off

blueprint = Blueprint(
    "on_application", __name__, url_prefix="/applications/<id:application_id>/people"
)


@blueprint.get("/new")
def new(application_id: int) -> ResponseReturnValue:
    """Somebody known, or somebody new, who is likely to be of the same company."""
    application = own_application(application_id)
    form = NewPartForm(formdata=None, company=application.company)
    return render_part_form(application, form.offer(own_contacts()))


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Give somebody a part; somebody new is added to the people."""
    at, user, form = now(), me(), NewPartForm()
    application = own_application(application_id)
    form.offer(own_contacts())

    def make(session: Session) -> int:
        application = own_application(application_id, session)
        contact = chosen_contact(session, user, form, at)
        part = ApplicationContact.give(session, application, contact, form.part.data)
        return part.id

    made, _ = create_once(form, make, partial(render_part_form, application))
    say("Added.")
    if not is_for_ask():
        return see_other(f"/applications/{application_id}#people")
    part = db.session.get(ApplicationContact, made)
    return see_other(f"/applications/{application_id}/ask?to={part.contact_id if part else ''}")


@blueprint.get("/<id:part_id>")
def edit(application_id: int, part_id: int) -> ResponseReturnValue:
    """The part as it is."""
    application = own_application(application_id)
    part = own_beside(ApplicationContact, part_id, application)
    return render_role_form(application, part, PartForm(formdata=None, part=part.part))


@blueprint.post("/<id:part_id>")
def update(application_id: int, part_id: int) -> ResponseReturnValue:
    """Another part; where they have that one too, the two become one."""
    at, user, form = now(), me(), PartForm()
    application = own_application(application_id)
    part = own_beside(ApplicationContact, part_id, application)
    if not form.part.validate(form):
        return render_role_form(application, part, form, 422)
    with writing(user, at) as session:
        part = own_beside(ApplicationContact, part_id, application, session)
        wanted = form.part.data
        same = session.scalar(ApplicationContact.same(application_id, part.contact_id, wanted))
        if same is None:
            part.part = wanted
        elif same.id != part.id:
            session.delete(part)
    say("Saved.")
    return see_other(f"/applications/{application_id}#people")


@blueprint.post("/<id:part_id>/removal")
def delete(application_id: int, part_id: int) -> ResponseReturnValue:
    """Take somebody off an application; they stay among the people, and Undo puts them back."""
    words = "Removed from this application. They stay in your contacts."
    return take_off("part", ApplicationContact, part_id, application_id, words, "#people")


def chosen_contact(session: Session, user: User, form: NewPartForm, at: datetime) -> Contact:
    """Who was chosen, or whoever was written down."""
    if form.contact_id.data is not None:
        return own(Contact, form.contact_id.data, session)
    contact = Contact(user_id=user.id, created_at=at)
    form.write(contact)
    session.add(contact)
    session.flush()
    return contact


def is_for_ask() -> bool:
    """Whether somebody is added in order to ask them for advice."""
    return request.values.get("for") == "ask"


def own_contacts() -> list[Contact]:
    """Everybody, by name."""
    return list(db.session().scalars(Contact.of(me().id)))


def render_part_form(
    application: Application, form: NewPartForm, refusal: Refusal | None = None
) -> Response:
    """The form."""
    return form_page(
        "people/on_application/new.html",
        form,
        refusal,
        application=application,
        asking=is_for_ask(),
    )


def render_role_form(
    application: Application, part: ApplicationContact, form: PartForm, status: int = 200
) -> Response:
    """The form of a part."""
    return page(
        "people/on_application/edit.html",
        application=application,
        part=part,
        contact=own(Contact, part.contact_id),
        form=form,
        key=uuid.uuid4(),
        status=status,
    )
