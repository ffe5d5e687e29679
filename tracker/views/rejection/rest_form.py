"""The form of a rest: when to look again."""

from datetime import datetime

from tracker.loop.rest import KINDS, chosen_kind, rest_end, rest_options
from tracker.models.user import User
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form
from tracker.web.fields.moment import refuse
from tracker.web.fields.one_of import OneOfField


class RestForm(Form):
    """A choice of mornings, tonight, or a day."""

    look_again = OneOfField("No reminders until", KINDS.items(), empty=None)
    day = DayField("Which day, if you pick one")
    rests_until: datetime | None = None
    """What was chosen, once it is valid."""

    def stand(self, rests_until: datetime | None, now: datetime, user: User) -> "RestForm":
        """Offer what there is now, with what stands already as the choice."""
        rests = rest_options(now, user.zone, user.morning_hour)
        labels = [(rest.kind, rest.label) for rest in rests]
        self.look_again.choices = [*labels, ("day", KINDS["day"])]
        if not self.is_submitted():
            kind = chosen_kind(rests_until, now, user.zone, user.morning_hour)
            self.look_again.data = kind
            if kind == "day" and rests_until is not None:
                self.day.data = rests_until.astimezone(user.zone).date()
        return self

    def chosen_for(self, now: datetime, user: User) -> bool:
        """Whether it is valid and names a moment, which it then knows."""
        self.look_again.data = kind = self.look_again.data or "tomorrow"
        valid = self.validate()
        if self.day.errors or self.look_again.errors:
            return False
        self.rests_until = rest_end(kind, self.day.data, now, user.zone, user.morning_hour)
        if self.rests_until is None:
            return refuse(self.day, "Choose a day from tomorrow on, within a year.")
        return valid
