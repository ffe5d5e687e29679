"""By when an answer is asked for, as a mail says it."""

from datetime import date, time
from typing import NamedTuple

from tracker.mail.other_hours import DEADLINE, deadlines_in
from tracker.mail.own_words import own_text
from tracker.mail.requests import requests_in
from tracker.mail.times.days import dates_in
from tracker.mail.zones.zone_words import zone_after


class AnswerBy(NamedTuple):
    """A day, its hour where there is one, and by whose clock that is told."""

    on: date
    at: time | None
    zone: str

    @property
    def hour(self) -> str:
        """17:00 AEST: as they told it; empty where they named none."""
        return f"{self.at:%H:%M} {self.zone}".strip() if self.at is not None else ""


def answer_by(text: str, sent: date) -> AnswerBy | None:
    """The first such day that is not past; of what they ask for, any day by which."""
    own = own_text(text)
    said = [(each.start(), each[0]) for each in deadlines_in(own)]
    for asked in requests_in(text):
        said += [(asked.start + each.start(), each[0]) for each in DEADLINE.finditer(asked.text)]
    for start, words in said:
        for day in dates_in(words, sent, with_near=True):
            if day.on >= sent:
                ends = start + day.hour_ends
                return AnswerBy(day.on, day.at, zone_after(own, ends) if day.hour_ends else "")
    return None


__all__ = ["AnswerBy", "answer_by"]
