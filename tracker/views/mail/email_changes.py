"""What an email did to an interview that was there before: moved it, or cancelled it."""

from datetime import date
from zoneinfo import ZoneInfo

from tracker.mail import calls_off
from tracker.mail.invitation import read_invitation
from tracker.mail.moved_days import OldTime
from tracker.mail.other_hours import moves_one
from tracker.mail.slots import Slot
from tracker.models.reads.mails.saved_emails import SavedEmail
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.views.mail.saved_words import read_words

CHANGES = ("moved", "moved_on", "cancelled")
"""moved_on: moved, and to another day or cancelled since."""


def change_of(row: SavedEmail, zone: ZoneInfo) -> str:
    """What it became; one whose interview was changed again since is read for what it did."""
    if row.became != "note" or not row.words:
        return row.became
    mail, sent = read_words(row.words), day_of(row.kept_at, zone)
    if calls_off(mail, sent):
        return "cancelled"
    if not moves_one(mail.text, mail.subject):
        return row.became
    old = OldTime(row.on) if row.on else None
    slots = read_invitation(mail.text, mail.subject, sent, old=old).slots
    if not slots:
        return row.became
    return "moved" if any(is_of(each, row, zone) for each in slots) else "moved_on"


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
    if became == "cancelled":
        return "They cancelled"
    known = became == "moved" and row.on is not None
    return (
        f"They moved it to {in_sentence(day(row.on, today))}"
        if known and row.on
        else "They moved it"
    )
