"""What an email asks the person to do, and by when."""

from datetime import date
from typing import NamedTuple

from tracker.loop.feedback_reading.sentences import Sentence
from tracker.mail.answer_by import AnswerBy
from tracker.mail.confirmation import Confirmation
from tracker.mail.form_request import form_request, upload_address
from tracker.mail.invitation import Invitation
from tracker.mail.requests import requests_in
from tracker.mail.things import things_in, to_send


class Duty(NamedTuple):
    """To confirm, to choose a time, to answer, to send something or to do it, and by when."""

    asks: str
    """confirm, choose, answer, send, upload, fill (in a form) or do."""
    confirmation: Confirmation | None
    by: AnswerBy | None
    """None: they name no day."""

    def due_on(self, today: date) -> date:
        """The day that they name; without one it is done best at once."""
        return self.by.on if self.by is not None else today


def duty_in(
    invitation: Invitation,
    by: AnswerBy | None,
    confirmation: Confirmation | None,
    again: bool,
    today: date,
) -> Duty | None:
    """What is asked; of a day that is past no more is said. `again`: for another time."""
    slots = invitation.slots
    if slots and all(each.on < today for each in slots):
        return None
    if len(slots) > 1 or again:
        return Duty("choose", confirmation, by)
    if invitation.by_itself:
        return Duty("do", None, by or (AnswerBy(slots[0].on, None, "") if slots else None))
    if confirmation is not None:
        return Duty("confirm", confirmation, by)
    return Duty("answer", None, by) if by is not None else None


def duty_of_request(text: str, by: AnswerBy | None) -> Duty:
    """Of an email that asks for something: to send it, to fill in a form, or to answer."""
    form = form_request(text)
    if form is not None and form.only:
        return Duty("fill", None, by)
    if not to_send(text):
        return Duty("answer", None, by)
    return Duty("upload" if upload_address(text) else "send", None, by)


def papers_asked(text: str) -> list[Sentence]:
    """The sentences that ask for papers that are known by name."""
    return [
        each for each in requests_in(text)
        if any(thing.words.to_send for thing in things_in(each.text))
    ]  # fmt: skip


def asking_words(kind: str | None, text: str) -> str:
    """What asks for things: of an offer only what asks for papers, and not for the answer to it.

    Only the days named there are days for them. Empty where an offer asks for none.
    """
    if kind != "offer":
        return text
    return "\n\n".join(each.text for each in papers_asked(text))


def without_papers_asked(text: str) -> str:
    """What is left of it: a day for the papers is none by which an offer is to be answered."""
    for each in papers_asked(text):
        text = text.replace(each.text, " ")
    return text
