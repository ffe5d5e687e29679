"""Whatever Apprise reaches; its addresses are the keeper's alone, as some of them lead inside."""

from collections.abc import Mapping

from tracker.reminders.channels.apprise_process import NoSuchAddress
from tracker.reminders.channels.outgoing import DeliveryRefused, Outgoing, Ways


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken, without a word of the address."""
    body = "\n".join(filter(None, (message.body, message.link)))
    try:
        taken = ways.apprise(given["url"], message.title, body, ways.hurry)
    except NoSuchAddress:
        raise DeliveryRefused("Apprise knows no service by an address like that.") from None
    if not taken:
        raise DeliveryRefused("Apprise could not hand it over: the service refused it, or is away.")
