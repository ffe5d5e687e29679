"""What happened to one's account: read, never written here."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from tracker.clock import now
from tracker.extensions import db
from tracker.models.account_event import SHEET, AccountEvent, Happened
from tracker.models.device import Device
from tracker.models.imports import Import
from tracker.values.formatting import plural, shortened
from tracker.web.access import device, me
from tracker.web.rendering import forbid_storing, page

blueprint = Blueprint("history", __name__, url_prefix="/settings/history")
SHOWN = 300
AT_ONCE = timedelta(seconds=10)
"""Within it a device and the line of its sign-in are written."""
HERE = "this device"
LONGEST = 60
WORDS: Mapping[Happened, str] = {
    Happened.SIGNED_IN: "Signed in",
    Happened.REFUSED: "A wrong password was typed with your email",
    Happened.CODE_REFUSED: "A wrong code was typed after the right password",
    Happened.DEVICE_ENDED: "Signed out a device",
    Happened.PASSWORD_CHANGED: "Password changed",
    Happened.PASSWORD_SET: "Password set anew",
    Happened.RESET_LINK: "A link to set a new password was made",
    Happened.EMAIL_CHANGED: "Email changed",
    Happened.EXPORTED: "A file to take away was made",
    Happened.ACCOUNT_FILE: "An account file was imported",
    Happened.IMPORTED: "Imported",
    Happened.LINK_MADE: "A link for a coach was made",
    Happened.LINK_ENDED: "A link for a coach was turned off",
    Happened.LINK_REOPENED: "A link for a coach was turned on again",
    Happened.CALENDAR_MADE: "A new address of your calendar was made",
    Happened.CALENDAR_ENDED: "The address of your calendar was closed",
    Happened.SECOND_STEP_ON: "The code at sign-in was turned on",
    Happened.SECOND_STEP_OFF: "The code at sign-in was turned off",
    Happened.NEW_CODES: "New recovery codes were made",
    Happened.CODE_USED: "A recovery code was used",
    Happened.JOINED: "An account elsewhere was joined, to sign in with",
    Happened.PARTED: "An account elsewhere was parted from yours",
    Happened.PASSKEY_MADE: "A passkey was added",
    Happened.PASSKEY_GONE: "A passkey was taken away",
    Happened.CHANNEL_ADDED: "Reminders were set up to go out",
    Happened.CHANNEL_REMOVED: "Reminders go out one way fewer",
    Happened.RESTORED: "This Onward was restored from a backup",
    Happened.MADE_OWNER: "You were made an owner of this server",
    Happened.OWNER_NO_LONGER: "You are no owner of this server any more",
}


class EventLine(NamedTuple):
    """One line of the page."""

    what: str
    detail: str
    at: datetime
    """On the person's clock."""
    where: str


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The latest first."""
    at, user = now(), me()
    events = db.session.scalars(AccountEvent.of(user.id, at).limit(SHOWN))
    sheets = list(db.session.execute(Import.landed(user.id)))
    lines = [line_of(event, user.zone, device(), sheets) for event in events if event.kind in WORDS]
    return forbid_storing(page("account/history/index.html", lines=lines, shown=SHOWN))


def line_of(
    event: AccountEvent, zone: ZoneInfo, here: Device, sheets: Sequence[Row[*tuple[Any, ...]]] = ()
) -> EventLine:
    """In words: what, and from where."""
    times = f"{event.times} times" if event.times > 1 else ""
    where = "\u00a0· ".join(filter(None, (event.device, event.address))) or "On the server itself"
    this = HERE if began(here, event) else ""
    detail = ", ".join(filter(None, (sheet_of(event, sheets) or event.detail, times, this)))
    return EventLine(WORDS[Happened(event.kind)], detail, event.at.astimezone(zone), where)


def sheet_of(event: AccountEvent, sheets: Sequence[Row[*tuple[Any, ...]]]) -> str:
    """The file that was brought in then, as long as its import is known: an event has no names."""
    if event.kind != Happened.IMPORTED or event.detail != SHEET:
        return ""
    for filename, rows, made, landed in sheets:
        if made <= event.at <= landed:
            return f"{shortened(filename, LONGEST)}, {plural(rows, 'row')}"
    return ""


def began(device: Device, event: AccountEvent) -> bool:
    """Whether this is the sign-in of that device."""
    signed_in = event.kind == Happened.SIGNED_IN and event.device == device.label
    return signed_in and timedelta() <= event.at - device.created_at < AT_ONCE
