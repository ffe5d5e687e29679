"""The page of an email as it is proposed: what it reads as, what about, and one button."""

from collections.abc import Sequence
from typing import Any, cast

from flask import Response, abort
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.mail.application_match import still_waits
from tracker.mail.duty import asking_words
from tracker.mail.proposals import PROPOSED, ProposedKind
from tracker.mail.saved_words import write_offer, write_words
from tracker.mail.things import list_below
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.reads.mails.saved_emails import read_same_email
from tracker.values.formatting import ago, in_sentence
from tracker.views.mail.about_choice import (
    about_choices,
    choose_application,
    coming_of,
    domain_words,
    in_sight,
    looked_for,
    undated_of,
)
from tracker.views.mail.answer_deadline import asked_form, duty_words
from tracker.views.mail.clashes import clash_of, is_then, slot_clashes, tells_more
from tracker.views.mail.invitation_fields import keep_its_time, name_day
from tracker.views.mail.mail_form import NEW, MailForm
from tracker.views.mail.mail_presenter import page_of
from tracker.views.mail.pick_presenter import present_picks
from tracker.views.mail.proposal_presenter import MailView, is_test, present_mail
from tracker.views.mail.read_mail import ReadMail
from tracker.views.mail.time_words import ButtonPart, ahead_words, present_slots
from tracker.views.mail.words.proposal_words import BUTTONS, MORE, MORE_LINE, STILL_WAITS
from tracker.views.mail.zone_hours_presenter import present_zone_hours
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.rendering import forbid_storing

NOT_NAMED = "Not named in it: write it here"


def render_proposal(form: MailForm, refusal: Refusal | None = None) -> Response:
    """The proposal, the words that say so, and one button."""
    at, session, read = now(), db.session(), form.read
    kind = cast("ProposedKind", form.kind.data)
    if kind not in PROPOSED:
        abort(400)
    off = kind == "none" and read.calls_off
    choose_application(session, form, kind == "invitation" or off, refusal is not None)
    if refusal is None:
        keep_its_time(session, form)
    coming = interview_ahead(session, form, off)
    if coming is None:
        form.instead.data = False
    elif (
        refusal is None
        and not off
        and (coming.on is None or coming.is_off or is_then(form, coming))
    ):
        form.instead.data = True
    elif refusal is None:
        like = form.told_to_be != "test" or coming.is_test
        form.instead.data = names_it(read, coming) if off else form.moves_one and like
    replaced = coming if form.instead.data and not off else None
    more = replaced is not None and is_then(form, replaced)
    moves = replaced is not None and replaced.on is not None and not more
    name_day(form, moves)
    known = undated_of(session, form.about.data) if form.day_to_come else None
    still = known is not None and replaced is None
    goes = off or (moves and form.day_to_come)
    shown = present_mail(read, kind, form, at, moves, off)
    response = form_page(
        "mail/show.html",
        form,
        refusal,
        kind=kind,
        shown=as_waiting(shown) if still else as_more(shown) if more else shown,
        moves=moves,
        more=more,
        still=still,
        ahead=coming.id if coming else "",
        coming=ahead_words(coming, read.today, me().zone, goes) if coming else "",
        off=off,
        duty=duty_words(read, kind),
        asked_form=asked_form(read, kind),
        doubt=kind == "none" and read.in_doubt is not None,
        things=things_of(kind, read.mail.text),
        test=is_test(kind, form),
        **of_application(form),
        **(of_invitation(session, form, replaced) if kind == "invitation" else {}),
        **saved_before(session, form),
    )
    return forbid_storing(response)


def things_of(kind: ProposedKind, text: str) -> Sequence[str]:
    """What it asks for, where that is more than a line holds."""
    return list_below(asking_words(kind, text)) if kind in ("request", "offer") else ()


def as_waiting(shown: MailView) -> MailView:
    """Where an interview waits for its day, and the email names none either: no second is made."""
    return shown._replace(line=STILL_WAITS, button=[ButtonPart(BUTTONS["request"])])


def as_more(shown: MailView) -> MailView:
    """Of an interview that one has, at that very time: what is new goes to it."""
    return shown._replace(head=MORE, line=MORE_LINE, button=[ButtonPart(BUTTONS["request"])])


def of_application(form: MailForm) -> dict[str, Any]:
    """Those that can be chosen, in sight and folded, and why."""
    asked_again = bool(form.about.errors) or looked_for(form)
    chosen = None if asked_again else form.about.data
    if not form.company.data:
        form.company.description = NOT_NAMED
    if not form.role.data:
        form.role.description = NOT_NAMED
    choices, known = about_choices(form), form.read.applications
    picks, more = present_picks(choices, known, in_sight(form, chosen, choices), form.read.today)
    return {
        "picks": picks,
        "more_picks": more,
        "unknown": not form.read.matching.likely,
        "asks_no": still_waits(known, chosen) is not False,
        "why": domain_words(form.read, form.about.data),
        "archived": archive_words(form.about.data),
        "new": NEW,
    }


def archive_words(chosen: int | None) -> str:
    """That the one it is about is put away, and as what; nothing where it is not."""
    application = db.session().get(Application, chosen) if chosen else None
    if application is None or application.user_id != me().id or application.live:
        return ""
    label = application.state_label
    return f"It is in your archive: {label[:1].lower()}{label[1:]}."


def saved_before(session: Session, form: MailForm) -> dict[str, Any]:
    """That this very email is saved already, and where; before anything else is offered."""
    mail, user = form.mail, me()
    row = read_same_email(session, user.id, mail.text, write_words(mail), write_offer(mail))
    if row is None:
        return {}
    when = in_sentence(ago(row.kept_at, now(), user.zone))
    return {"known": f"You saved this email {when}.", "known_at": page_of(row)}


def of_invitation(session: Session, form: MailForm, replaced: Interview | None) -> dict[str, Any]:
    """Its times, what else is then, and what they ask for."""
    besides = replaced.id if replaced else None
    if form.several:
        clashes = slot_clashes(session, form, me().id, besides)
        slots, other = present_slots(form, [each.words for each in clashes])
        slot = form.their_hour
        meant = slot.local_hours(form.zone) if slot is not None else None
        asks = meant is not None and meant.asks
        hours = present_zone_hours(form) if asks else None
        again = form.read.asks_again
        return {"slots": slots, "other": other, "again": again, "zone_hours": hours}
    clash = clash_of(session, form, me().id, besides)
    return {
        "clash": clash.words,
        "have": f"/applications/{form.about.data}/interviews/coming" if clash.is_same else "",
        "zone_hours": present_zone_hours(form),
    }


def interview_ahead(session: Session, form: MailForm, off: bool) -> Interview | None:
    """The one that it may replace or cancel; nothing where it is this very one, and no more."""
    if form.kind.data != "invitation" and not off:
        return None
    coming = coming_of(session, form.about.data, form.read)
    if coming is None or off or not is_then(form, coming):
        return coming
    return coming if tells_more(form, coming) else None


def names_it(read: ReadMail, coming: Interview) -> bool:
    """Whether the mail names the day of that interview, or none at all."""
    days = {each.here(read.zone).on for each in read.invitation.slots}
    return not days or coming.on in days | read.named_days
