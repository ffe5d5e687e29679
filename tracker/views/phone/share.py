"""The phone's Share menu: what it hands over stands in a form, and nothing is saved by that."""

import uuid
from collections.abc import Callable
from urllib.parse import urlencode

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.values.days import day_of
from tracker.views.applications.application_form import ApplicationForm
from tracker.views.applications.new import render_new_form
from tracker.views.phone.shared import Shared, read_shared
from tracker.web.access import me
from tracker.web.carried_form import Fields, carries
from tracker.web.rendering import page, see_other
from tracker.web.security import from_the_phone
from tracker.web.urls import is_served

blueprint = Blueprint("share", __name__)

LONGEST = 2000
"""Signs of an address; more words than that are sent as a form."""


def carried() -> Fields:
    """All that was shared, files too, for whoever has to sign in first."""
    return read_shared(request.form, request.files.getlist("file")).fields()


@blueprint.post("/share")
@from_the_phone
@carries(carried)
def create() -> ResponseReturnValue:
    """What the phone shares, on to the page that reads it."""
    return hand_on(read_shared(request.form, request.files.getlist("file")))


@blueprint.get("/share")
@blueprint.get("/capture")
def show() -> ResponseReturnValue:
    """The same, from a bookmark or a shortcut of one's own."""
    return hand_on(read_shared(request.args))


def hand_on(shared: Shared) -> ResponseReturnValue:
    """To the first that is there and can read it."""
    for path, can_read, hand in READERS:
        if can_read(shared) and is_served(path):
            return hand(path, shared)
    return fill_in(shared)


def by_address(path: str, shared: Shared) -> ResponseReturnValue:
    """Straight on, its words in the address; through a form where they are too many for one."""
    words = urlencode([each for each in shared.fields() if each[0] != "message"])
    return see_other(f"{path}?{words}") if len(words) <= LONGEST else by_form(path, shared)


def by_form(path: str, shared: Shared) -> ResponseReturnValue:
    """A page that shows what came, and a button that sends it on."""
    return page("phone/share.html", path=path, shared=shared)


def fill_in(shared: Shared) -> ResponseReturnValue:
    """The usual form for an application, with what is known of it."""
    form = ApplicationForm(
        formdata=None,
        data={
            "role": shared.title,
            "link": shared.url,
            "posting": shared.text,
            "note": shared.message,
            "applied_on": day_of(now(), me().zone),
        },
    )
    return render_new_form(form, str(uuid.uuid4()), typed=True)


Hand = Callable[[str, Shared], ResponseReturnValue]
READERS: tuple[tuple[str, Callable[[Shared], bool], Hand], ...] = (
    ("/mail/new", lambda shared: bool(shared.message), by_form),
    ("/postings/new", lambda shared: not shared.message, by_address),
)
"""Who reads it: the page, what it can read, and how it is handed there."""
