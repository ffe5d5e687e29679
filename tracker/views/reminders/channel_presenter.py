"""Channels as they read: what each is, how it stands, and which there could be."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from flask import current_app

from tracker.config.settings import Settings
from tracker.models.messages.reminder_channel import UNPROVED, ReminderChannel
from tracker.models.user import User
from tracker.reminders.channels import apprise_process
from tracker.reminders.channels.every_channel import CHANNELS
from tracker.reminders.push.keys import is_installed
from tracker.values.days import day_of
from tracker.values.formatting import in_sentence, moment

LABELS = {
    "push": "This device",
    "email": "Email",
    "ntfy": "ntfy",
    "gotify": "Gotify",
    "apprise": "Something else",
}
SAID = {
    "push": "A notification on this phone or computer",
    "email": "A few plain lines, to an address of yours",
    "ntfy": "A free app that shows them on your phone",
    "gotify": "For people who run Gotify",
    "apprise": "For people who use Telegram, Matrix or Signal",
}


NEAREST = (
    ("push", "notifications on this device", "ONWARD_EXTRAS=push bin/serve"),
    ("email", "email", "ONWARD_SMTP_HOST"),
)
"""With what the owner sets each up."""


class Row(NamedTuple):
    """One channel in a list."""

    id: int
    kind: str
    label: str
    said: str
    failing: bool


class Way(NamedTuple):
    """One that could be added."""

    kind: str
    label: str
    said: str


def channel_rows(
    channels: Sequence[ReminderChannel], taken: Mapping[int, datetime], now: datetime, zone: tzinfo
) -> list[Row]:
    """Each with a word on how it stands, and when it took one last."""
    today = day_of(now, zone)
    last = {number: in_sentence(moment(at, zone, today)) for number, at in taken.items()}
    return [
        Row(each.id, each.kind, each.label, _said(each, last.get(each.id)), bool(each.problem))
        for each in channels
    ]


def _said(channel: ReminderChannel, last: str | None) -> str:
    if channel.problem:
        return channel.problem
    if channel.state == UNPROVED:
        return "Waits for the code that was sent there"
    if last:
        return f"Works: the last one {last}"
    return CHANNELS[channel.kind].name if channel.kind in CHANNELS else ""


class Missing(NamedTuple):
    """What most people would look for first and this server can't do yet."""

    said: str
    how: Sequence[tuple[str, str]]
    """For its owner: each, and the setting that it takes."""


def missing_ways(user: User, ways: Sequence[Way]) -> Missing | None:
    """What is not set up, if anything is; who does not own the server reads of no settings."""
    there = {each.kind for each in ways}
    lacking = [(name, how) for kind, name, how in NEAREST if kind not in there]
    if not lacking:
        return None
    names = " and ".join(name for name, _ in lacking)
    are = "is" if names == "email" else "are"
    said = f"{names[0].upper()}{names[1:]} {are} not set up here"
    return Missing(said, lacking if user.is_keeper else ())


def ways_to_add(user: User) -> list[Way]:
    """Those that this server can take, for this person."""
    settings: Settings = current_app.config["ONWARD"]
    there = {
        "push": is_installed(),
        "email": settings.smtp is not None,
        "ntfy": True,
        "gotify": True,
        "apprise": user.is_keeper and apprise_process.is_installed(),
    }
    return [Way(kind, LABELS[kind], SAID[kind]) for kind, known in there.items() if known]
