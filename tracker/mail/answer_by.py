"""By when an answer is asked for, as a mail says it."""

from datetime import date

from tracker.mail.days import dates_in
from tracker.mail.hours import SaidDay
from tracker.mail.not_then import deadlines_in
from tracker.mail.own_words import own_text
from tracker.mail.zone_words import zone_after


def answer_by(text: str, sent: date) -> tuple[SaidDay, str] | None:
    """The first such day that is not past, and by whose clock its hour is told."""
    own = own_text(text)
    for found in deadlines_in(own):
        for day in dates_in(found[0], sent, with_near=True):
            if day.on >= sent:
                ends = found.start() + day.hour_ends
                return day, zone_after(own, ends) if day.hour_ends else ""
    return None


__all__ = ["answer_by"]
