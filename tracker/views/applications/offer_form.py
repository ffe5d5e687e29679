"""The form of an offer."""

from tracker.web.fields import DayField, Form, LineField, OneOfField, WordsField, required

ANSWERS = [
    ("accept", "Accept"),
    ("decline", "Decline and put away"),
    ("keep", "Decline, keep on the board"),
]


class OfferForm(Form):
    """When it came, what it says, and perhaps the answer, which is the button that was pressed."""

    received_on = DayField("When did it come?", [required("Which day? A guess is fine.")])
    answer_by = DayField("To answer by", description="If they gave you a day")
    pay_text = LineField("Pay")
    note = WordsField("What do they offer?", description="Start, hours, what to ask about")
    answer = OneOfField("Your answer", ANSWERS, empty="Not yet")
    buttons = ("answer",)
