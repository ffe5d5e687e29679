"""The form of an answer."""

from collections.abc import Iterable

from wtforms import BooleanField

from tracker.models.contact import Contact
from tracker.models.feedback import CHANNELS, OWN
from tracker.views.people.contact_form import contact_label
from tracker.web.fields.day import MAY_BE_UNKNOWN, DayField
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField

TOLD = [(name, label) for name, label in CHANNELS.items() if name != OWN]


class FeedbackForm(Form):
    """Their words, and how they came."""

    words = WordsField(
        "Their words",
        [required("Write or paste what they said first. One sentence is fine.")],
        description="As they said or wrote it. What it means for you comes later.",
        render_kw={"rows": 10},
    )
    contact_id = OneOfField("Who said it?", (), coerce=int, empty="Somebody else, or not known")
    giver = LineField("Somebody else", description="A name, or “the panel”")
    channel = OneOfField("How did they tell you?", TOLD)
    received_on = DayField("When", description=MAY_BE_UNKNOWN)

    def offer(self, contacts: Iterable[Contact]) -> "FeedbackForm":
        """Let one of these be who said it."""
        self.contact_id.choices = [
            self.contact_id.choices[0],
            *((str(each.id), contact_label(each)) for each in contacts),
        ]
        return self


class NewFeedbackForm(FeedbackForm):
    """An answer that may have brought a no along, where the card is still open."""

    said_no = BooleanField(
        "They said no at the same time", description="The card moves to Feedback received"
    )
    cancels = BooleanField(default=True)
    """Asked where an interview lies ahead, ticked at first."""
    buttons = ("cancels",)
