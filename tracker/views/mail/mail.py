"""An email that was pasted or dropped: read, and shown with what it seems to be."""

from datetime import datetime
from typing import cast

from flask import Response, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from tracker.clock import now
from tracker.extensions import db
from tracker.mail import Mail
from tracker.mail.application_match import still_waits
from tracker.mail.proposals import KEPT_AS, PROPOSED, ProposedKind, Told, shown_kind
from tracker.models.messages.mailbox import MailProposal
from tracker.values.formatting import shortened
from tracker.values.whole_number import whole_number
from tracker.views.mail.about_choice import coming_of
from tracker.views.mail.answer_deadline import asks_person
from tracker.views.mail.choices import place_of
from tracker.views.mail.invitation_fields import (
    choose_hour,
    fill_invitation,
    forget_day,
    take_pick,
)
from tracker.views.mail.listing import render_list
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.paste_form import PasteForm
from tracker.views.mail.proposal_page import render_proposal
from tracker.views.mail.put_aside import mail_of, put_aside
from tracker.views.mail.read_mail import ReadMail
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.rendering import see_other


def new() -> ResponseReturnValue:
    """One field."""
    return render_mail_field(PasteForm(formdata=None))


def read() -> ResponseReturnValue:
    """What it seems to be. The page itself asks again for another kind."""
    if "sent" in request.form:
        return read_again()
    return render_read(PasteForm())


def render_read(form: PasteForm) -> ResponseReturnValue:
    """The address at which it waits, or the page that it came from with what is missing."""
    if not form.validate() or form.mail is None:
        again = render_list if request.form.get("from") == "list" else render_mail_field
        return again(form, Refusal(form.status))
    return see_other(f"/mail/proposals/{put_aside(form.mail, now())}")


def read_again() -> ResponseReturnValue:
    """Another kind was tapped, another application looked for, another day chosen."""
    form = cast("MailForm", MailForm().in_zone(me().zone))
    chosen = request.form.get("as", "")
    if chosen:
        form.chosen.data, form.kind.data = chosen, KEPT_AS.get(cast("Told", chosen))
    if form.kind.data not in PROPOSED:
        abort(400)
    form.duty.data = form.duty.data or chosen == "request"
    if chosen == "another_time":
        forget_day(form)
    if request.form.get("hour"):
        choose_hour(form, request.form["hour"])
    elif form.slot.data and form.kind.data == "invitation":
        take_pick(form)
    elif chosen == "test" or (form.kind.data == "invitation" and chosen and not form.day.data):
        fill_invitation(form)
    if chosen == "another_time" and form.day_to_come:
        form.duty.data = asks_person(form.read)
    return see_other(again_at(form))


def again_at(form: MailForm) -> str:
    """Where it waits, with what was tapped; one that waits nowhere yet waits from now on."""
    session, at = db.session(), now()
    row = session.get(MailProposal, whole_number(form.proposal.data or "") or 0)
    if row is None or row.user_id != me().id:
        row = session.get_one(MailProposal, put_aside(form.mail, at))
    mark = "#picked" if "hour" in request.form else "#about" if form.look.data else ""
    return place_of(row.id, form, proposed(mail_of(row, at), at, row), mark)


def render_mail_field(form: PasteForm, refusal: Refusal | None = None) -> Response:
    """The page with the field; what was typed is kept."""
    return form_page("mail/new.html", form, refusal)


def filled_mail_field(text: str) -> Response:
    """The same with a text in it: what another program shared."""
    return render_mail_field(PasteForm(formdata=None, text=text))


def render_shared_mail(text: str) -> Response:
    """A text that was shared, read at once: any page may send one, so it is not put aside."""
    form = PasteForm(formdata=MultiDict({"text": text}))
    if form.validate() and form.mail is not None:
        return render_proposal(proposed(form.mail, now()))
    return render_mail_field(form, Refusal(form.status))


def proposed(mail: Mail, at: datetime, proposal: MailProposal | None = None) -> MailForm:
    """The form as the mail fills it."""
    read = ReadMail(mail, me().id, me().zone, at)
    about = read.about
    kind = cast("ProposedKind", proposal.kind) if proposal else read.kind
    kind = shown_kind(kind, mail, read.sent_on)
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
    form.said_no.data = was_the_no(read)
    return form


def was_the_no(read: ReadMail) -> bool:
    """Whether feedback is news of a no: where a card is still open, and no interview lies ahead."""
    sure = read.matching.sure
    return (
        bool(still_waits(read.applications, sure)) and coming_of(db.session(), sure, read) is None
    )
