"""By when an answer is asked for, as a mail says it."""

import re
from datetime import date, time, timedelta
from typing import NamedTuple

from tracker.mail.other_hours import END_OF_DAY, LAST_MINUTE, deadlines_in
from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import dates_in
from tracker.mail.zones.zone_words import zone_after

BEFORE = {"before", "vor"}
"""Behind it stands the first day that is too late, where it has no hour."""
CLOSE = re.compile(
    r"\b(?:close|cob|eod|end|ende|(?:dienst|geschäfts|büro)schluss|feierabend)\b", re.IGNORECASE
)
"""Before the end of a day: that day is not too late."""
DAY = timedelta(days=1)


class AnswerBy(NamedTuple):
    """A day, its hour where there is one, and by whose clock that is told."""

    on: date
    at: time | None
    zone: str
    said: str = ""
    """How they gave it, where they named no day: within 5 business days."""

    @property
    def hour(self) -> str:
        """17:00 AEST: as they told it; empty where they named none."""
        return f"{self.at:%H:%M} {self.zone}".strip() if self.at is not None else ""


def answer_by(text: str, sent: date) -> AnswerBy | None:
    """The first such day that is not past; one with its last minute is one, too."""
    own = own_text(text)
    for found in deadlines_in(own):
        for day in dates_in(found[0], sent, with_near=True):
            whole = found["word"].lower() not in BEFORE or CLOSE.search(found[0]) is not None
            on = day.on if whole or day.at is not None else day.on - DAY
            if on >= sent:
                ends = found.start() + day.hour_ends
                return AnswerBy(on, day.at, zone_after(own, ends) if day.hour_ends else "")
    if LAST_MINUTE.search(own) is None:
        return None
    ends_with = (day for day in dates_in(own, sent, with_near=True) if day.at == END_OF_DAY)
    last = next((day for day in ends_with if day.on >= sent), None)
    return AnswerBy(last.on, last.at, zone_after(own, last.hour_ends)) if last else None


__all__ = ["AnswerBy", "answer_by"]
