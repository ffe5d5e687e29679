"""The form of an interview."""

from typing import Self
from zoneinfo import ZoneInfo

from wtforms import BooleanField

from tracker.clock import now
from tracker.models.interview import KINDS, OUTCOMES, Interview
from tracker.web.fields.moment import MomentForm, moment_data
from tracker.web.fields.names import NamesField
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField
from tracker.web.fields.whole_number import WholeField

RATINGS = [(str(each), str(each)) for each in range(1, 6)]
LONGEST = 24 * 60


class InterviewForm(MomentForm):
    """All that can be said about one, most of it later."""

    minutes = WholeField("Minutes", LONGEST)
    kind = OneOfField("Kind", KINDS.items(), empty=None, default="other", chips=True)
    round = WholeField("Round", 99)
    place = LineField("Place or link", render_kw={"autocapitalize": "none"})
    people = NamesField("Who will be there", render_kw={"rows": 1, "autocapitalize": "words"})
    preparation = WordsField("What to ask and tell", description="Questions for them, examples")
    went_well = WordsField("What went well?")
    would_change = WordsField("What would you change?")
    rating = OneOfField(
        "How did it feel?",
        RATINGS,
        coerce=int,
        chips=True,
        empty="Can’t say",
        description="From 1, not well, to 5, very well",
    )
    outcome = OneOfField("What came of it?", OUTCOMES.items(), chips=True, empty="Nothing yet")
    moves = BooleanField("Move the card to Interview")
    reading = BooleanField("Sent from where one prepares")
    buttons = ("moves", "reading")

    @classmethod
    def of(cls, row: Interview, zone: ZoneInfo) -> Self:  # type: ignore[override]
        """The form as the saved interview fills it; of one that is off not its old time."""
        said = {} if row.is_off else moment_data(row.begins, zone) or {"day": row.on}
        form = cls(formdata=None, obj=row, **said)
        return form.in_zone(zone)

    def write(self, row: Interview) -> None:
        """Let the interview say what the form says; one that is off stays so without a new day."""
        was_off = row.is_off
        super().write(row)
        if self.day.data is not None or not was_off:
            row.hold(self.day.data, self.starts_at, now(), self.zone)
