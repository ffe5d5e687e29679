"""The form of a link for a coach."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from wtforms import Field, SelectMultipleField
from wtforms.validators import ValidationError

from tracker.models.share_link import UNNAMED
from tracker.sharing.selection import BEHIND_LINKS, BESIDE, SharedPart
from tracker.values.days import days_after, start_of
from tracker.views.coach.note_form import few_words
from tracker.views.coach.selection_form import SelectionForm
from tracker.web.fields.day import DayField
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField

LASTS = {"7": "For a week", "30": "For 30 days", "90": "For 90 days", "day": "Up to a day"}
LONGEST_DAYS = 366
WITH_APPLICATIONS = "Postings, résumés and letters belong to applications: tick those, too."
NAMED = "A letter names the company: leave letters out, or show companies by their names."


class ShareLinkForm(SelectionForm):
    """What a link shows, for whom, until when."""

    label = LineField(
        "For whom?", description="Only you see this", render_kw={"placeholder": UNNAMED}
    )
    help_wanted = WordsField(
        "What would you like help with?",
        [few_words],
        description="Shown at the top of their page. You can leave it empty",
    )
    lasts = OneOfField("It works", LASTS.items(), empty=None, default="30")
    last_open_day = DayField("Its last day")

    @classmethod
    def offering(cls, parts: Iterable[SharedPart] = BEHIND_LINKS, **options: object) -> Self:
        """What only a link can show, too."""
        return super().offering(parts, **options)

    def validate_parts(self, field: SelectMultipleField) -> None:
        """What stands beside an application needs it; a letter names the company."""
        super().validate_parts(field)
        ticked = self.choice.parts
        if ticked & set(BESIDE) and SharedPart.APPLICATIONS not in ticked:
            raise ValidationError(WITH_APPLICATIONS)
        if SharedPart.LETTER in ticked and not self.choice.companies:
            raise ValidationError(NAMED)

    def validate_last_open_day(self, field: Field) -> None:
        """A day ahead, where it is asked for."""
        if self.lasts.data == "day" and field.data is None:
            raise ValidationError("Choose the last day on which the link works.")

    def check_end(self, today: date) -> bool:
        """Whether the last day lies ahead, and no more than a year."""
        day = self.last_open_day.data if self.lasts.data == "day" else None
        if day is None or today <= day <= days_after(today, LONGEST_DAYS):
            return True
        self.last_open_day.errors = ["Choose a day from today on, up to a year ahead."]
        return False

    def end(self, now: datetime, today: date, zone: ZoneInfo) -> datetime:
        """The moment at which it stops: after so many days, or when its last day is over."""
        day = self.last_open_day.data
        if self.lasts.data == "day" and day is not None:
            return start_of(days_after(day, 1), zone)
        return now + timedelta(days=int(self.lasts.data))
