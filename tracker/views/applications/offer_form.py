"""The form of an offer."""

from typing import Any

from tracker.models.application import Application
from tracker.models.offer import Offer
from tracker.web.fields.day import MAY_BE_UNKNOWN, DayField
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField
from tracker.web.fields_doubt import ask_about

ANSWERS = [
    ("accept", "Accept"),
    ("decline", "Decline and archive"),
    ("keep", "Decline, leave on the board"),
]


class OfferForm(Form):
    """When it came, what it says, and perhaps the answer, which is the button that was pressed."""

    received_on = DayField("When did it come?", description=MAY_BE_UNKNOWN)
    answer_by = DayField("To answer by", description="If they gave you a day")
    pay_text = LineField("Pay")
    note = WordsField("What do they offer?", description="Start, hours, what to ask about")
    decided_on = DayField("When did you answer?", description=MAY_BE_UNKNOWN)
    answer = OneOfField("Your answer", ANSWERS, empty="Not yet")
    buttons: tuple[str, ...] = ("answer", "decided_on")

    def for_row(self, row: Offer) -> "OfferForm":
        """The day of an answer is a fact of one that was answered, else part of the button."""
        self.buttons = ("answer",) if row.answered else ("answer", "decided_on")
        return self

    def write(self, row: Any) -> None:
        """What is noted; the day of an answer only where there is one."""
        decided_on = row.decided_on
        super().write(row)
        row.implied = False
        if not row.answered:
            row.decided_on = decided_on

    def ask(self, application: Application, row: Offer) -> None:
        """About its days, where they can hardly be right."""
        ask_about(self.received_on, "offer", application, row.received_on)
        came = self.received_on.data
        if self.answer.data or row.answered:
            known = row.decided_on if came == row.received_on else None
            ask_about(self.decided_on, "answer", application, known, offered_on=came)
