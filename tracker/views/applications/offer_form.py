"""The form of an offer."""

from tracker.models.application import Application
from tracker.web.fields import DayField, Form, OneOfField, WordsField, required

ANSWERS = [
    ("accept", "Accept"),
    ("decline", "Decline and put away"),
    ("keep", "Decline, keep on the board"),
]


class OfferForm(Form):
    """When it came, what it says, and perhaps the answer, which is the button that was pressed."""

    received_on = DayField("When did it come?", [required("Which day? A guess is fine.")])
    note = WordsField("What do they offer?", description="Pay, start, what to ask about")
    answer = OneOfField("Your answer", ANSWERS, empty="Not yet")
    buttons = ("answer",)

    @classmethod
    def of(cls, application: Application) -> "OfferForm":
        """The form as the saved offer fills it."""
        return cls(
            formdata=None,
            received_on=application.offer_received_on,
            note=application.offer_note,
        )
