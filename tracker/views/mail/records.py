"""The one tap: what the mail said is kept, by the same verbs as the forms."""

from typing import Any, cast

from flask import abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.application_facts import BLANK
from tracker.models.changes.application import record
from tracker.views.mail.invitation_fields import take_pick
from tracker.views.mail.keepers import KEEPERS
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.proposal_page import render_proposal
from tracker.views.mail.validation import checked
from tracker.views.mail.way_back import chosen_in, settle, waiting_row, with_email
from tracker.web.access import me, own_application
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal
from tracker.web.idempotency import KeySpent, once
from tracker.web.paging import address
from tracker.web.rendering import see_other
from tracker.web.toasts import say

AFTER_NO = "/after"
SPENT = "This email is saved already, as something else. Look at the application."


def create() -> ResponseReturnValue:
    """Keep it once, however often it is sent."""
    at, user = now(), me()
    form = cast("MailForm", MailForm().in_zone(user.zone))
    if form.kind.data == "invitation":
        take_pick(form)
    if form.about.data and form.kind.data == "invitation":
        ask_about(form.day, "interview", own_application(form.about.data))
    if not checked(form):
        return render_proposal(form, Refusal(form.status))
    kept: dict[str, Any] = {}
    try:
        with writing(user, at) as session:

            def make() -> int:
                row = waiting_row(session, form, at)
                chosen = chosen_in(form, row, at)
                application = about(session, form)
                kept.update(KEEPERS[form.kind.data or "none"](session, application, form))
                made = None if form.about.data else application.id
                email = settle(session, row)
                if "undo_url" in kept["toast"]:
                    undo = kept["toast"]["undo_url"]
                    kept["toast"]["undo_url"] = with_email(undo, email, made, chosen)
                return application.id

            application_id, _ = once(session, user, at, make)
    except KeySpent:
        abort(409, description=SPENT)
    say(kept.get("toast") or "Saved.")
    after = "" if form.kind.data != "no" or kept.get("beside") else AFTER_NO
    if after and request.form.get("then") == "ask":
        after = "/ask"
    listed = {"from": "/mail"} if form.proposal.data and not after else {}
    place = kept.get("place") or f"/applications/{application_id}{after}"
    return see_other(address(place, listed))


def about(session: Session, form: MailForm) -> Application:
    """The application that was chosen, or one that is made of the two words typed."""
    if form.about.data:
        return own_application(form.about.data, session)
    facts: dict[str, Any] = BLANK | {
        "company": form.company.data,
        "role": form.role.data,
        "source": (form.through.data or "")[:100],
        "skills": [],
        "sparks": [],
    }
    return record(session, me(), facts, now(), Stage.APPLIED)
