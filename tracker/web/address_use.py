"""Whether the address that people use was ever opened: nothing asks it, its own requests tell."""

from datetime import datetime, tzinfo
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request
from flask_login import current_user

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import db
from tracker.models.server.setting import OPENED, Setting
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.web.access import OPEN
from tracker.web.security import base_url
from tracker.web.urls import is_for_this_machine_alone
from tracker.web.user_agent import device

DEVICES = {"iphone": "An iPhone", "android": "An Android phone", "computer": "A computer"}


class AddressUse(NamedTuple):
    """When somebody who was signed in came by the address first, and on what."""

    at: datetime
    device: str

    @property
    def by_phone(self) -> bool:
        """Whether it was a phone; a computer may reach what a phone can't."""
        return self.device != "computer"

    def words(self, zone: tzinfo) -> str:
        """An iPhone opened it on Sun 29 Nov."""
        on = day(day_of(self.at, zone), day_of(now(), zone))
        between = " " if on in {"Today", "Yesterday"} else " on "
        return f"{DEVICES[self.device]} opened it{between}{in_sentence(on)}."


def opened() -> AddressUse | None:
    """What is known of the address that people use; of another nothing is."""
    return _read(Setting.read(db.session(), OPENED), base_url())


def _read(kept: str | None, address: str | None) -> AddressUse | None:
    of, at, kind = (kept or "").split("\n") if (kept or "").count("\n") == 2 else ("", "", "")
    if not address or of != address or kind not in DEVICES:
        return None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return AddressUse(moment, kind) if moment.tzinfo else None


def came_by(address: str) -> bool:
    """Whether this request came by an address.

    Browsers say where a request comes from (Sec-Fetch-Site) over HTTPS alone, whatever a proxy
    that isn't trusted says of itself.
    """
    ours, used = urlsplit(address), urlsplit(request.host_url)
    secure = request.is_secure or "Sec-Fetch-Site" in request.headers
    return used.netloc == ours.netloc and secure == (ours.scheme == "https")


def look() -> None:
    """Remember what is to be kept once the answer is on its way; a phone counts for more."""
    address = base_url()
    of, by = current_app.extensions.get("opened", ("", ""))
    if not address or (of == address and by != "computer"):
        return
    kind = device(request.user_agent.string)
    if (of, by) == (address, kind) or not tells(address):
        return
    known = opened()
    if known is not None and (known.by_phone or kind == "computer"):
        current_app.extensions["opened"] = address, known.device
    else:
        g.opened_by = address, kind


def tells(address: str) -> bool:
    """Whether somebody who is signed in came by an address that others could come by, too."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, OPEN, False) or is_for_this_machine_alone(address):
        return False
    return came_by(address) and bool(current_user.is_authenticated)


def save_address_use(error: BaseException | None) -> None:
    """Once for an address, and once more when a phone comes; after the answer."""
    by = g.pop("opened_by", None)
    if by is not None and error is None:
        address, kind = by
        with optional_write(), writing() as session:
            Setting.write(session, OPENED, f"{address}\n{now().isoformat()}\n{kind}")
        current_app.extensions.pop("opened", None)  # of another address nothing is known any more


def init_app(app: Flask) -> None:
    """Look at each request until it is known."""
    app.before_request(look)
    app.teardown_request(save_address_use)
