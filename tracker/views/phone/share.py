"""The phone's Share menu: what it hands over stands in a form, and nothing is saved by that."""

import uuid
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

READS_EMAILS = "/mail/read"
"""Takes a form with the email as its `text`."""
READS_POSTINGS = "/postings/new"
"""Takes what was shared in its address."""
LONGEST = 4000
"""Signs of such an address: proxies refuse longer ones."""


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
def show() -> ResponseReturnValue:
    """The same, from a bookmark or a shortcut of one's own."""
    return hand_on(read_shared(request.args))


def hand_on(shared: Shared) -> ResponseReturnValue:
    """To the page that reads such things, where there is one; else the usual form, filled in."""
    if shared.message and is_served(READS_EMAILS, "POST"):
        return page("phone/share.html", path=READS_EMAILS, message=shared.message)
    words = urlencode(shared.fields())
    if not shared.message and is_served(READS_POSTINGS) and len(words) <= LONGEST:
        return see_other(f"{READS_POSTINGS}?{words}")
    return fill_in(shared)


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
    return render_new_form(form, str(uuid.uuid4()), seen={"told": "This is what you shared."})
