"""The page of an email as it is proposed: what it reads as, what about, and one button."""

from typing import cast

from flask import Response, abort
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.mail import KINDS, Mail, MailKind, calls_off, read_kind
from tracker.mail.application_match import ApplicationMatch, Candidate, match, order, words
from tracker.mail.other_hours import moves_one
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.reads.mails.match_candidates import read_match_candidates, read_with_interview
from tracker.values.days import day_of
from tracker.values.folding import fold
from tracker.values.formatting import shortened
from tracker.views.mail.answer_deadline import duty_words
from tracker.views.mail.clashes import Clash, clash_of
from tracker.views.mail.mail_form import NEW, MailForm
from tracker.views.mail.proposal_presenter import (
    ahead_words,
    is_chosen,
    present_mail,
    present_picks,
    slot_words,
)
from tracker.views.mail.slots import slots_of
from tracker.views.mail.zone_hours_presenter import present_zone_hours
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.rendering import forbid_storing

MOST_FOUND, LATEST = 20, 5
"""Applications that are found by name, and those that are offered where a mail names none."""


def render_proposal(form: MailForm, mail: Mail, refusal: Refusal | None = None) -> Response:
    """The proposal, the words that say so, and one button."""
    at, user, session = now(), me(), db.session()
    today = day_of(at, user.zone)
    kind = cast("MailKind", form.kind.data)
    if kind not in KINDS:
        abort(400)
    off = kind == "none" and calls_off(mail, day_of(mail.sent_at or at, user.zone))
    reading = read_kind(mail.subject, mail.text)
    known = [Candidate(*each) for each in read_match_candidates(session, user.id)]
    found = match(mail, known)
    choices = about_choices(form, known, found)
    if form.about.data is None or refusal is None:
        chosen = form.about.data if form.about.data in dict(choices) else None
        form.about.data = found.sure if chosen is None and not looked_for(form) else chosen
        if form.about.data is None and (kind == "invitation" or off) and not looked_for(form):
            form.about.data = inferred(session, form, found, off or moves_one_of(mail))
        if chosen is None and kind == "invitation" and other_role(form, known):
            form.about.data = None
    form.about.choices = choices
    coming = coming_of(session, form.about.data) if kind == "invitation" or off else None
    if coming is not None and not off and coming.begins in form.moments():
        coming = None  # it is this very one
    if coming is not None and refusal is None:
        form.instead.data = names_it(form, coming) if off else moves_one_of(mail)
    moves = coming is not None and bool(form.instead.data) and not off
    asked_again = bool(form.about.errors) or looked_for(form)
    picks = present_picks(choices, known, None if asked_again else form.about.data)
    clash = Clash()
    if kind == "invitation":
        clash = clash_of(session, form, user.id, coming.id if coming and moves else None)
    response = form_page(
        "mail/show.html",
        form,
        refusal,
        kind=kind,
        shown=present_mail(mail, kind, reading, form, at, today, moves, off),
        slots=[(slot_words(each, today, user.zone), is_chosen(each, form)) for each in form.slots]
        if len(form.slots) > 1
        else [],
        moves=moves,
        clash=clash.words,
        have=f"/applications/{form.about.data}/interviews/coming" if clash.is_same else "",
        ahead=coming.id if coming else "",
        zone_hours=present_zone_hours(form) if kind == "invitation" else None,
        picks=picks[0],
        more_picks=picks[1],
        unknown=not found.likely,
        coming=ahead_words(coming, today, user.zone, off) if coming else "",
        off=off,
        duty=duty_words(form, at) if kind == "invitation" else "",
        new=NEW,
    )
    return forbid_storing(response)


def moves_one_of(mail: Mail) -> bool:
    """Whether it puts an interview on another day."""
    return moves_one(mail.text, mail.subject)


def names_it(form: MailForm, coming: Interview) -> bool:
    """Whether the mail names the day of that interview, or none at all."""
    days = {each.here(form.zone).on for each in slots_of(form)}
    return not days or coming.on in days


def inferred(session: Session, form: MailForm, found: ApplicationMatch, of_one: bool) -> int | None:
    """`of_one` ahead: the only likely one that has it; a new application where none is named."""
    if of_one:
        ahead = read_with_interview(session, me().id, found.likely, now())
        return ahead[0] if len(ahead) == 1 else None
    return NEW if not found.likely and (form.company.data or form.role.data) else None


def other_role(form: MailForm, known: list[Candidate]) -> bool:
    """Whether the mail names a role that shares no word with the one it seems to be about."""
    said = {*words(form.role.data or "").split()}
    own = next((each.role for each in known if each.id == form.about.data), "")
    return bool(said and own) and said.isdisjoint(words(own).split())


def looked_for(form: MailForm) -> bool:
    """Whether another application is looked for."""
    return bool(form.look.data)


def about_choices(
    form: MailForm, known: list[Candidate], found: ApplicationMatch
) -> list[tuple[int, str]]:
    """The likely ones, those that were looked for, the one that is chosen, and a new one."""
    ids = list(found.likely) or [each.id for each in known[:LATEST]]
    if form.look.data:
        words = fold(form.look.data).split()
        hits = [
            each.id
            for each in known
            if all(word in fold(f"{each.company} {each.role}") for word in words)
        ]
        ids = [*hits[:MOST_FOUND], *ids]
    if form.about.data:
        ids.append(form.about.data)
    shown = order(known, list(dict.fromkeys(ids)))
    return [
        *(
            (each.id, f"{shortened(each.role, 80)}, {shortened(each.company, 80)}")
            for each in shown
        ),
        (NEW, "None of these: a new application"),
    ]


def coming_of(session: Session, number: int | None) -> Interview | None:
    """The interview ahead of the application that is chosen."""
    application = session.get(Application, number) if number else None
    if application is None or application.user_id != me().id:
        return None
    return session.scalar(Interview.coming(application, now()).limit(1))
