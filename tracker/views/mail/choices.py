"""What was tapped on the page of an email, in its address: Back and a reload find it as it was."""

from datetime import time
from typing import Any, cast
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from tracker.views.mail.mail_form import MailForm
from tracker.web.access import me

CHOSEN = ("kind", "chosen", "about", "look", "company", "role", "day", "clock", "which", "told",
          "minutes", "place", "people", "interview_kind", "duty", "said_no")  # fmt: skip
"""What may be changed there; the email itself stays where it waits."""


def place_of(number: int, form: MailForm, filled: MailForm, mark: str = "") -> str:
    """Its address, with no more than differs from what the email fills by itself."""
    given = choices_of(form, filled)
    query = f"?{urlencode(given)}" if given else ""
    return f"/mail/proposals/{number}{query}{mark}"


def choices_of(form: MailForm, filled: MailForm) -> dict[str, str]:
    """What differs from how the email fills it."""
    return {
        name: written(form[name]) for name in CHOSEN if written(form[name]) != written(filled[name])
    }


def with_choices(filled: MailForm, args: MultiDict[str, str]) -> MailForm:
    """The form as the email fills it, and what was chosen in its place."""
    if not any(name in args for name in CHOSEN):
        return filled
    sent = {name: written(field) for name, field in filled._fields.items()}
    sent |= {name: args[name] for name in CHOSEN if name in args}
    left = {name: value for name, value in sent.items() if value or name not in ("about", "which")}
    form = cast("MailForm", MailForm(formdata=MultiDict(left)).in_zone(me().zone))
    form.read = filled.read.as_chosen(form.told_to_be)
    form.slots = form.read.invitation.slots
    return form


def written(field: Any) -> str:
    """As a form would send it; a box that is not ticked is empty."""
    data = field.data
    if data is None or data is False:
        return ""
    if data is True:
        return "y"
    return f"{data:%H:%M}" if isinstance(data, time) else str(data)
