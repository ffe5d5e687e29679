"""A day and a time on the person's own clock, which may skip an hour or tell one twice."""

from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from wtforms import TimeField

from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.optional import OptionalField

SECOND = "second"
TWICE = [("first", "The first, before the clocks go back"), (SECOND, "The second, an hour later")]


class ClockField(OptionalField, TimeField):
    """A time of day, or none."""

    unread = "Please write it like 14:30."

    def __init__(self, label: str, **options: Any) -> None:
        options["render_kw"] = {"autocomplete": "off", **options.get("render_kw", {})}
        super().__init__(label, format=["%H:%M", "%H:%M:%S", "%H.%M"], **options)


class MomentForm(Form):
    """A form with a day, a time, and which of the two where the time comes twice."""

    day = DayField("Day")
    clock = ClockField("Time", description="Leave it empty if you don’t know it yet")
    which = OneOfField("This time comes twice that night. Which one?", TWICE, empty="Choose one")
    zone: tzinfo = UTC
    starts_at: datetime | None = None
    """The moment, where the hour was told."""
    twice = False
    """Whether to ask which of the two."""

    def in_zone(self, zone: tzinfo) -> "MomentForm":
        """Read the time on clocks of this zone; call before validating."""
        self.zone = zone
        self.twice = len(self.moments()) == 2
        return self

    def moments(self) -> list[datetime]:
        """The moments at which the clock says this: none in an hour that is skipped."""
        if self.day.data is None or self.clock.data is None:
            return []
        return moments(self.day.data, self.clock.data, self.zone)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it names one moment, a day without an hour, or nothing at all."""
        valid = super().validate(extra_validators)
        return self._timed() and valid

    def _timed(self) -> bool:
        self.starts_at, found = None, self.moments()
        if self.day.errors or self.clock.errors:
            return False
        if self.day.data is None and self.clock.data is None:
            return True
        if self.day.data is None:
            return refuse(self.day, "Which day is it?")
        if self.clock.data is None:
            return True
        if not found:
            return refuse(
                self.clock,
                f"The clocks go forward and skip {self.clock.data:%H:%M} that night. "
                "An hour later, perhaps?",
            )
        if len(found) == 2 and not self.which.data:
            return refuse(self.which, "Please choose one.")
        self.starts_at = found[-1] if self.which.data == SECOND else found[0]
        return True


def refuse(field: Any, words: str) -> bool:
    """Say what is wanted beside a field."""
    field.errors = [*field.errors, words]
    return False


def moments(day: date, clock: time, zone: tzinfo) -> list[datetime]:
    """Every moment at which the clocks of a zone say this, in UTC and in order."""
    told = datetime.combine(day, clock)
    found = {told.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(
        moment for moment in found if moment.astimezone(zone).replace(tzinfo=None) == told
    )


def moment_data(moment: datetime | None, zone: tzinfo) -> dict[str, Any]:
    """What the three fields say for a moment."""
    if moment is None:
        return {}
    local = moment.astimezone(zone)
    twice = len(moments(local.date(), local.time(), zone)) == 2
    which = {"which": SECOND if local.fold else "first"} if twice else {}
    minute = local.time().replace(second=0, microsecond=0, fold=0)
    return {"day": local.date(), "clock": minute, **which}
