"""Signed-in devices, ended one by one or all but this."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import delete

from tracker.database import writing
from tracker.models.device import Device
from tracker.views.account.session import end_session
from tracker.web.access import device, me, own
from tracker.web.account_events import Happened, note_event
from tracker.web.rendering import see_other
from tracker.web.toasts import say

blueprint = Blueprint("devices", __name__, url_prefix="/settings")


@blueprint.post("/devices/<id:device_id>/sign-out")
def end_one(device_id: int) -> ResponseReturnValue:
    """Sign one device out; its cookie is worth nothing from now on."""
    found = own(Device, device_id)
    with writing() as session:
        session.execute(delete(Device).where(Device.id == found.id))
        note_event(session, me().id, Happened.DEVICE_ENDED, found.label)
    if found.id == device().id:
        end_session()
        return see_other("/login")
    say(f"{found.label or 'That device'} is signed out.")
    return see_other("/settings#devices")


@blueprint.post("/other-devices/sign-out")
def end_others() -> ResponseReturnValue:
    """Sign out everywhere else."""
    with writing() as session:
        Device.end(session, me().id, but=device().id)
        note_event(session, me().id, Happened.DEVICE_ENDED, "every other device")
    say("You are signed out everywhere else.")
    return see_other("/settings#devices")
