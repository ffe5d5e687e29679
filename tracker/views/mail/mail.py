"""An email that was pasted or dropped: read, and shown with what it seems to be."""

from datetime import datetime
from typing import Any, cast

from flask import Response, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from tracker.clock import now
from tracker.mail import Mail, MailKind
from tracker.mail.invitation import Slot
from tracker.models.messages.mailbox import MailProposal
from tracker.values.formatting import shortened
from tracker.views.mail.listing import render_list
from tracker.views.mail.mail_form import MailForm, PasteForm
from tracker.views.mail.proposal_page import render_proposal
from tracker.views.mail.read_mail import ReadMail
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page


def new() -> ResponseReturnValue:
    """One field."""
    return render_mail_field(PasteForm(formdata=None))


def read() -> ResponseReturnValue:
    """What it seems to be; nothing is stored. The page itself asks again for another kind."""
    if "sent" in request.form:
        return read_again()
    return render_read(PasteForm())


def render_read(form: PasteForm) -> Response:
    """What it seems to be, or the page that it came from again with what is missing."""
    if not form.validate() or form.mail is None:
        again = render_list if request.form.get("from") == "list" else render_mail_field
        return again(form, Refusal(form.status))
    return render_proposal(proposed(form.mail, now()))


def read_again() -> ResponseReturnValue:
    """Another kind was tapped, another application looked for, another day chosen."""
    form = cast("MailForm", MailForm().in_zone(me().zone))
    chosen = request.form.get("as", "")
    if chosen:
        form.kind.data = chosen
    slot = request.form.get("slot", "")
    if request.form.get("hour"):
        choose_hour(form, request.form["hour"])
    elif slot:
        choose_slot(form, slot)
    elif chosen == "invitation" and form.day.data is None:
        fill_invitation(form)
    return render_proposal(form)


def render_mail_field(form: PasteForm, refusal: Refusal | None = None) -> Response:
    """The page with the field; what was typed is kept."""
    return form_page("mail/new.html", form, refusal)


def filled_mail_field(text: str) -> Response:
    """The same with a text in it: what another program shared."""
    return render_mail_field(PasteForm(formdata=None, text=text))


def render_shared_mail(text: str) -> Response:
    """A text that the person shared to have it read: read at once."""
    return render_read(PasteForm(formdata=MultiDict({"text": text})))


def proposed(mail: Mail, at: datetime, proposal: MailProposal | None = None) -> MailForm:
    """The form as the mail fills it."""
    read = ReadMail(mail, me().id, me().zone, at)
    about = read.about
    kind = cast("MailKind", proposal.kind) if proposal else read.reading.kind
    if kind == "invitation" and read.calls_off:
        kind = "none"
    form = MailForm(
        formdata=None,
        text=mail.text,
        subject=mail.subject,
        sender=mail.name,
        address=mail.address,
        sent=mail.sent_at.isoformat() if mail.sent_at else "",
        proposal=str(proposal.id) if proposal else "",
        kind=kind,
        company=shortened(about.company, 100),
        role=shortened(about.role, 100),
        through=shortened(about.through, 100),
    )
    form.in_zone(me().zone)
    form.read = read
    fill_invitation(form)
    return form


def fill_invitation(form: MailForm) -> None:
    """Day, hour, place and kind of the interview; several days are asked about."""
    found = form.read.invitation
    form.slots = found.slots
    form.duty.data = True
    put(form.people, ", ".join(found.people))
    put(form.minutes, str(found.minutes or ""))
    put(form.interview_kind, found.kind)
    put(form.place, found.place)
    if len(found.slots) == 1:
        put_slot(form, found.slots[0])


def put_slot(form: MailForm, slot: Slot) -> None:
    """The day and the hour on the person's own clock."""
    here, meant = slot.here(form.zone), slot.local_hours(form.zone)
    asked = meant is not None and meant.asks
    told = f"{slot.on}T{slot.at:%H:%M} {slot.zone}" if slot.at and slot.zone else ""
    put(form.day, here.on)
    put(form.clock, None if asked else here.at)
    put(form.minutes, str(here.minutes or ""))
    put(form.told, told)
    form.in_zone(form.zone)


def choose_hour(form: MailForm, given: str) -> None:
    """One of the hours was tapped that theirs may be."""
    try:
        at = datetime.fromisoformat(given[:16])
    except ValueError:
        abort(400)
    put(form.day, at.date())
    put(form.clock, at.time())
    form.in_zone(form.zone)


def put(field: Any, value: object) -> None:
    """Let a field say it, whatever was sent."""
    field.raw_data = None
    field.process(None, value)


def choose_slot(form: MailForm, given: str) -> None:
    """One of several days was tapped."""
    slots = form.slots = form.read.invitation.slots
    if not (given.isascii() and given.isdigit() and len(given) < 3 and int(given) < len(slots)):
        abort(400)
    put_slot(form, slots[int(given)])
