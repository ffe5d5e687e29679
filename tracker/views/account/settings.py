"""One's own facts, the signed-in devices, the phone."""

import io

from flask import Blueprint, Response, abort, current_app
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import Device
from tracker.models.messages.mailbox import Mailbox
from tracker.models.messages.reminder_channel import ReminderChannel, reminder_words
from tracker.models.server.setting import BASE_URL, Setting
from tracker.models.user import User
from tracker.values.regions import city_of
from tracker.views.account.account_forms import AddressForm, ProfileForm
from tracker.web.access import device, keeper_only, me
from tracker.web.account_events import Happened, note_event
from tracker.web.address_use import opened
from tracker.web.fields.account import typed_text_of
from tracker.web.password_again import password_again, prove
from tracker.web.rendering import page, see_other
from tracker.web.security import forget_base_url
from tracker.web.toasts import say
from tracker.web.urls import answers_this_machine_alone, is_for_this_machine_alone, link
from tracker.web.ways_in import webauthn
from tracker.web.ways_in.provider import provider_name

blueprint = Blueprint("settings", __name__, url_prefix="/settings")
TAKEN = "Another account here has that email."


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Everything that can be set, with what is set now."""
    user = me()
    return page(
        "account/settings/index.html",
        user=user,
        devices=db.session.scalars(Device.of(user)).all(),
        this=device(),
        at=now(),
        mailbox=db.session.get(Mailbox, user.id),
        reminders=reminder_words(db.session.scalars(ReminderChannel.of(user.id)).all()),
        address=link(""),
        alone=is_for_this_machine_alone(link("")),
        opened=opened(),
        unheard=answers_this_machine_alone(link("")),
        zone=user.zone,
        place=city_of(user.time_zone),
        provider=provider_name(),
        passkeys=webauthn.is_installed(),
        address_editable=user.is_keeper and not decided_outside(),
    )


@blueprint.get("/profile")
def profile() -> ResponseReturnValue:
    """Name, email, where and when."""
    return page("account/settings/profile.html", form=ProfileForm.of(me()))


@blueprint.post("/profile")
def update_profile() -> ResponseReturnValue:
    """Keep them."""
    form = ProfileForm()
    if form.validate():
        moved = form.facts()["email"] != me().email
        if moved:
            prove()
        try:
            with writing(me()) as session:
                user = session.get_one(User, me().id)
                for name, value in form.facts().items():
                    setattr(user, name, value)
                if moved:
                    note_event(session, user.id, Happened.EMAIL_CHANGED)
        except IntegrityError:
            form.email.errors = [TAKEN]
    if form.errors:
        return page("account/settings/profile.html", form=form, status=422)
    say("Saved.")
    return see_other("/settings")


@blueprint.get("/phone.svg")
def phone_code() -> ResponseReturnValue:
    """The address as a QR code."""
    import segno

    drawn = io.BytesIO()
    segno.make(link("/"), micro=False).save(
        drawn, kind="svg", scale=8, border=3, light="#fff", svgclass=None, lineclass=None
    )
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


@blueprint.get("/address")
def address() -> ResponseReturnValue:
    """The address that people use, for the keeper to change."""
    check_address_is_ours()
    known = link("")
    usable = "" if is_for_this_machine_alone(known) else known
    return page("account/settings/address.html", form=AddressForm(data={"address": usable}))


@blueprint.post("/address")
@password_again
def update_address() -> ResponseReturnValue:
    """Keep it; other names are refused from now on."""
    check_address_is_ours()
    form = AddressForm()
    if not form.validate():
        return page("account/settings/address.html", form=form, status=422)
    kept = typed_text_of(form.address)
    with writing() as session:
        Setting.write(session, BASE_URL, kept)
    forget_base_url()
    plain = "" if kept.startswith("https:") else " Without https it works in your own network only."
    say(f"Saved: {kept}.{plain}")
    return see_other("/settings/phone")


def check_address_is_ours() -> None:
    """A 404 for everybody but the keeper, and where the environment decides the address."""
    keeper_only()
    if decided_outside():
        abort(404)


def decided_outside() -> bool:
    """Whether the environment names the address, so that it can't be changed here."""
    return current_app.config["ONWARD"].base_url is not None
