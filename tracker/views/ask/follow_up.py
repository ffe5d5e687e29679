"""Following up on silence."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.ask import LANGUAGES, TONES, letter, mailto
from tracker.loop.ask.letters import Letter
from tracker.loop.ask.mailto import LONGEST
from tracker.loop.facts import SILENT_FOR, Facts
from tracker.loop.next_step import TAKEN_OFF
from tracker.loop.quiet_days import (
    LONG_SILENT,
    heard_nothing_since,
    new_time_awaited_since,
    promised_by,
)
from tracker.models.application import Application
from tracker.models.changes.follow_up import follow_up, undo_follow_up
from tracker.models.contact import Contact
from tracker.models.note import Note
from tracker.models.reads.ask import read_ask
from tracker.models.summary import facts_of
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, on_day, plural
from tracker.views.ask.ask import chosen_id, language_of, tone_of
from tracker.views.ask.follow_up_form import FollowUpForm
from tracker.views.ask.last_writer import last_writer
from tracker.views.ask.letter_builder import instance
from tracker.views.people.people_presenter import Person, present_person
from tracker.web.access import me, own_application, own_beside
from tracker.web.forms import form_key
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other
from tracker.web.return_to import return_url
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint(
    "follow_up", __name__, url_prefix="/applications/<id:application_id>/follow-up"
)


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """How long it has been silent, and whom to ask."""
    return render_follow_up_page(own_application(application_id))


@blueprint.post("/letter")
def letter_again(application_id: int) -> ResponseReturnValue:
    """The link to the mail app, made again from what was typed; nothing is saved."""
    form = FollowUpForm()
    application = own_application(application_id)
    return render_follow_up_page(application, form, 200 if form.validate() else form.status)


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """I followed up: a note of it, and the silence counts afresh."""
    at, user, form = now(), me(), FollowUpForm()
    application = own_application(application_id)
    if not form.validate():
        return render_follow_up_page(application, form, form.status)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        earlier = application.followed_up_on

        def make() -> int:
            note = follow_up(session, application, form.note_words, at, user.zone)
            return note.id

        note_id, _ = once(session, user, at, make, anew=True)
    undo = f"/applications/{application_id}/follow-up/{note_id}/reversal?earlier={earlier or ''}"
    say(undo_toast("Noted. The waiting starts again from today.", undo))
    return see_other(return_url() or f"/applications/{application_id}")


@blueprint.post("/<id:note_id>/reversal")
def reverse(application_id: int, note_id: int) -> ResponseReturnValue:
    """It was a slip."""
    at, user, earlier = now(), me(), earlier_day(request.args.get("earlier", ""))
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            note = own_beside(Note, note_id, application, session)
            if application.followed_up_on != day_of(note.created_at, user.zone):
                abort(409, description="This was changed since, so that can’t be undone.")
            undo_follow_up(session, application, note, earlier, at)
            return 0

        once(session, user, at, make)
    say("Taken back.")
    return see_other(f"/applications/{application_id}")


def earlier_day(given: str) -> date | None:
    """The day of the follow-up before, if there was one."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def render_follow_up_page(
    application: Application, form: FollowUpForm | None = None, status: int = 200
) -> Response:
    """The page; tone, language and whom it is for may stand in the address or in the form."""
    session, at, user = db.session(), now(), me()
    asking = read_ask(session, application, user, at)
    to = asking.to(chosen_id())
    tone, language = tone_of(request.values.get("tone", user.letter_tone)), language_of(user)
    known = facts_of(application)
    cancelled = new_time_awaited_since(known, user.zone)
    asked = application.followed_up_on
    writer = last_writer(session, application) if to is None else None
    facts = replace(
        asking.situation(user, to),
        contact=to.name if to else writer.name if writer and writer.is_person else "",
        asked_on=None if asked and cancelled and asked <= cancelled else asked,
        cancelled_on=cancelled,
        to_be_moved=known.new_time_to_come,
    )
    built = letter(facts, tone, language, "follow_up", instance())
    form = form or FollowUpForm(formdata=None, subject=built.subject, body=built.body)
    if not (form.subject.data or form.body.data):
        form.subject.data, form.body.data = built.subject, built.body
    written = Letter(form.subject.data or "", form.body.data or "")
    address = to.email if to else writer.email if writer else ""
    return page(
        "ask/follow_up/show.html",
        application=application,
        form=form,
        silence=silence_words(known, user.zone, day_of(at, user.zone)),
        cancelled=cancelled is not None,
        people=recipients(session, application),
        came_from=return_url(),
        to=to,
        followed_up=facts.asked_on is not None and application.is_open,
        others=[each for each in asking.people if to is not None and each.id != to.id],
        writer=writer,
        address=address,
        link=mailto(written, address),
        longest=LONGEST,
        problem=built.problem,
        tone=tone,
        tones=TONES,
        language=language,
        languages=LANGUAGES,
        key=form_key(),
        typed=request.method == "POST",
        status=status,
    )


def silence_words(known: Facts, zone: ZoneInfo, today: date) -> str:
    """Since when nothing was heard, in words; of a new time, that it was not named yet."""
    cancelled, asked = new_time_awaited_since(known, zone), known.followed_up_on
    since = heard_nothing_since(known, zone)
    if cancelled is not None:
        words = f"They cancelled the interview {on_day(cancelled, today)}. Nothing heard since."
        if known.new_time_to_come:
            words = f"{TAKEN_OFF} {on_day(cancelled, today)}. No new time came yet."
        asked = asked if asked and asked > cancelled else None
    elif since is None:
        return "You haven’t noted when you applied, so there is no telling how long it has been."
    else:
        quiet = plural(max((today - since).days, 0), "day")
        words = f"Nothing heard for {quiet}, since {in_sentence(day(since, today))}."
        if (today - since).days >= LONG_SILENT:
            words = f"Nothing heard since {in_sentence(day(since, today))}."
        elif known.quiet_days == SILENT_FOR:
            words += f" {SILENT_FOR} days is a default until five of your replies are known."
    promised = promised_by(known, zone)
    if promised is not None:
        words = f"They said they would answer by {in_sentence(day(promised, today))}."
    if asked is not None:
        words += f" You followed up {on_day(asked, today)}."
    return words


def recipients(session: Session, application: Application) -> list[Person]:
    """The people who can be asked."""
    place = f"/applications/{application.id}/people"
    return [
        present_person(contact, part, f"{place}/{part_id}")
        for contact, part_id, part in Contact.on(session, application)
    ]
