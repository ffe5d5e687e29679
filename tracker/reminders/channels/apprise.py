"""Whatever Apprise reaches; its addresses are the keeper's alone, as some of them lead inside."""

from collections.abc import Mapping

from tracker.reminders.channels.outgoing import NotTaken, Outgoing, Ways


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken, without a word of the address."""
    body = "\n".join(filter(None, (message.body, message.link)))
    if not ways.apprise(given["url"], message.title, body, ways.hurry):
        raise NotTaken("Apprise could not hand it over. Check the address.")
