"""What an invitation asks the person to do: said on the page, and kept as an action."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.by_email import ACTIONS, LONGEST
from tracker.mail.another_time import asks_again
from tracker.mail.duty import Duty, asking_words, duty_in, duty_of_request
from tracker.mail.form_request import FormRequest, form_request
from tracker.mail.meeting.times_wanted import asks_which
from tracker.mail.new_time import promised_time
from tracker.mail.requests import requests_in
from tracker.mail.saved_words import read_words
from tracker.mail.things import short_list, things_in
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.note import Note
from tracker.values.formatting import day, full_day, in_sentence, shortened, without_this_year
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.read_mail import ReadMail

ASKED = {
    "confirm": "confirm",
    "choose": "tell them which time",
    "answer": "answer",
    "send": "send them what they ask for",
    "upload": "upload what they ask for",
    "fill": "fill in the form",
    "do": "do it",
}
MOST = 50
"""Emails whose answers are looked at once a day is named, the latest first."""
PLANNED = {
    "confirm": "confirm it",
    "choose": "tell them which time",
    "answer": "answer them",
    "send": "send them what they ask for",
    "upload": "upload what they ask for",
    "fill": "fill in the form",
}


def duty_of(read: ReadMail, kind: str | None) -> Duty | None:
    """Of the email as it is read now, where it is of that kind."""
    if kind == "request":
        return duty_of_request(read.mail.text, read.answer_by)
    if kind == "offer":
        papers = asking_words(kind, read.mail.text)
        return duty_of_request(papers, read.day_in(papers)) if papers else None
    if kind != "invitation":
        return None
    if not read.invitation.slots and (read.asks_again or asks_which(read.mail.text)):
        return None if promised_time(read.mail.text) else Duty("answer", None, read.answer_by)
    again = read.asks_again
    return duty_in(read.invitation, read.answer_by, read.confirmation, again, read.today)


def asks_person(read: ReadMail) -> bool:
    """Whether the words themselves ask for an answer, whatever the person said that it is."""
    text = read.mail.text
    return asks_again(text) or asks_which(text) or bool(requests_in(text))


def duty_words(read: ReadMail, kind: str) -> str:
    """Remind me to confirm by Thu 3 Dec, 12:00 AWST; nothing where none is asked."""
    duty = duty_of(read, kind)
    if duty is None:
        return ""
    if duty.by is None and duty.asks == "do":
        return "Remind me to do it by that day"
    if duty.by is None:
        return f"Remind me today to {ASKED[duty.asks]}{_how(duty)}"
    near, whole = day(duty.by.on, read.today), full_day(duty.by.on)
    whole = without_this_year(whole, read.today)
    when = whole if near == whole else f"{in_sentence(near)}, {whole}"
    words = ", ".join(filter(None, (f"Remind me to {ASKED[duty.asks]} by {when}", duty.by.hour)))
    return f"{words} (“{duty.by.said}”)" if duty.by.said else words


def asked_form(read: ReadMail, kind: str) -> FormRequest | None:
    """The form that they ask for."""
    return form_request(read.mail.text) if kind == "request" else None


def _how(duty: Duty) -> str:
    return f" {duty.confirmation.way}".rstrip() if duty.confirmation is not None else ""


def keep_duty(session: Session, application: Application, form: MailForm, now: datetime) -> str:
    """As an action due that day, where that was left ticked; says so in a sentence."""
    duty = duty_of(form.read, form.kind.data) if form.duty.data else None
    if duty is None:
        return ""
    action = Action(user_id=application.user_id, created_at=now, updated_at=now)
    action.application_id = application.id
    own = form.day.data if duty.asks == "do" else None
    action.due_on = own or duty.due_on(form.read.today)
    asking = asking_words(form.kind.data, form.read.mail.text)
    things = things_in(asking) if form.kind.data in ("request", "offer") else ()
    name = shortened(application.company or application.role, LONGEST)
    action.what = action_words(duty, name, short_list(things) if duty.asks != "fill" else ())
    session.add(action)
    session.flush()
    if duty.asks == "do":
        return f" It is on your list for {in_sentence(day(action.due_on, form.read.today))}."
    return f" On your list now: {PLANNED[duty.asks]}{_how(duty)}."


def action_words(duty: Duty, name: str, things: Sequence[str] = ()) -> str:
    """Confirm the interview with Banksia by text, 0412 555 019, by 12:00.

    Send Banksia what they ask for (licence, two references).
    """
    number = duty.confirmation.number if duty.confirmation is not None else ""
    hour = duty.by.hour if duty.by is not None else ""
    first = ACTIONS[duty.asks].format(name) + _how(duty)
    first += f" ({', '.join(things)})" if things else ""
    return first + (f", {number}" if number else "") + (f" by {hour}" if hour else "")


def settle_times(session: Session, application_id: int, now: datetime) -> str:
    """Drop what is still to answer to emails that asked for another time, or which one suits.

    It is known by its moment, which is that of the note with the email's words.
    """
    together = (
        select(Action, Note.body)
        .join(
            Note,
            (Note.application_id == Action.application_id) & (Note.created_at == Action.created_at),
        )
        .where(Action.application_id == application_id, Action.is_open)
        .order_by(Action.created_at.desc())
        .limit(MOST)
    )
    settled = ""
    for action, body in session.execute(together).all():
        words = read_words(body).text
        if asks_which(words) or asks_again(words):
            action.dropped_at = now
            action.touch(now)
            settled = " What you had to answer is off your list."
    return settled
