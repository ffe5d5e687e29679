"""What an email did to an interview that was there before: moved it, cancelled it, or asked to."""

from datetime import date
from zoneinfo import ZoneInfo

from tracker.loop.by_email import EMAIL_TITLES
from tracker.mail import calls_off
from tracker.mail.another_time import asks_again
from tracker.mail.invitation import read_invitation
from tracker.mail.meeting.times_wanted import asks_which
from tracker.mail.moved_days import OldTime
from tracker.mail.other_hours import moves_one
from tracker.mail.saved_words import read_words
from tracker.mail.slots import Slot
from tracker.models.interview import POSTPONED
from tracker.models.reads.mails.saved_emails import SavedEmail
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence

CHANGES = ("moved", "moved_on", "asked", "agreed", "postponed", "off", "cancelled", "more")
"""moved_on: moved, and to another day or cancelled since; agreed: they asked, and it was moved."""
NO_CHANGE = ("no", "closed", "request", "acknowledgement", "no_feedback")
"""What an email was saved as that did nothing to an interview."""

WORDS = {
    "moved": "They moved it",
    "moved_on": "They moved it",
    "asked": "They asked for another time",
    "agreed": "You moved it",
    "postponed": "They want to move it",
    "off": "The old time is off",
    "cancelled": "They cancelled",
    "more": EMAIL_TITLES["more"],
}


def change_of(row: SavedEmail, zone: ZoneInfo) -> str:
    """What it became; one whose interview was changed again since is read for what it did."""
    if row.became not in ("note", "moved", "cancelled") or not row.words:
        return row.became
    if row.kept_as == "more":
        return "more"
    if row.kept_as in NO_CHANGE:
        return "note"
    mail, sent = read_words(row.words), day_of(row.kept_at, zone)
    asked = asks_again(mail.text)
    if row.became == "moved":
        return "agreed" if asked else "moved"
    if calls_off(mail, sent):
        return "cancelled"
    if row.became == "cancelled" and row.off == POSTPONED:
        return "asked" if asked or asks_which(mail.text) else "postponed"
    if row.became == "cancelled":
        if asked or asks_which(mail.text):
            return "asked"
        return "postponed" if moves_one(mail.text, mail.subject) else "off"
    if not asked and not moves_one(mail.text, mail.subject):
        return row.became
    old = OldTime(row.on) if row.on else None
    slots = read_invitation(mail.text, mail.subject, sent, old=old).slots
    then = any(is_of(each, row, zone) for each in slots)
    if asked:
        return "agreed" if then else "asked"
    return ("moved" if then else "moved_on") if slots else row.became


def is_of(slot: Slot, row: SavedEmail, zone: ZoneInfo) -> bool:
    """Whether the interview is then: on that day, or at that hour of that weekday."""
    if row.on is None or row.starts_at is None:
        return slot.on == row.on
    same_hour = slot.at == row.starts_at.astimezone(zone).time()
    return slot.on == row.on or (same_hour and slot.on.weekday() == row.on.weekday())


def change_words(row: SavedEmail, became: str, today: date) -> str:
    """They moved it to Tue 8 Dec; nothing of what changed none."""
    if became not in CHANGES:
        return ""
    words = WORDS[became]
    known = became in ("moved", "agreed") and row.on is not None
    return f"{words} to {in_sentence(day(row.on, today))}" if known and row.on else words
