"""Every kind of channel: how it sends, and what it is called."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tracker.reminders.channels import apprise, email, gotify, ntfy, push
from tracker.reminders.channels.outgoing import Gone, Outgoing, Ways

Send = Callable[[Mapping[str, str], Outgoing, Ways], None]
NOT_HERE = "How to reach it is not on this server any more. Set it up once more."


class Channel(NamedTuple):
    """One kind."""

    name: str
    send: Send


CHANNELS: Mapping[str, Channel] = {
    "push": Channel("Notifications", push.send),
    "email": Channel("Email", email.send),
    "ntfy": Channel("A topic of ntfy", ntfy.send),
    "gotify": Channel("A Gotify server", gotify.send),
    "apprise": Channel("Through Apprise", apprise.send),
}


def send(kind: str, given: Mapping[str, str] | None, message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken."""
    if given is None or kind not in CHANNELS:
        raise Gone(NOT_HERE)
    try:
        CHANNELS[kind].send(given, message, ways)
    except KeyError as error:
        raise Gone(NOT_HERE) from error
