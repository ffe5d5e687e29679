"""An application of a Gotify server."""

import json
from collections.abc import Mapping

from tracker.reminders.channels.outgoing import DeliveryRefused, Outgoing, Ways

PRIORITY = 5
MESSAGES = "/message"


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken."""
    said: dict[str, object] = {
        "title": message.title,
        "message": message.body,
        "priority": PRIORITY,
    }
    if message.link:
        said["extras"] = {"client::notification": {"click": {"url": message.link}}}
    headers = {"Content-Type": "application/json", "X-Gotify-Key": given["token"]}
    url = given["url"].rstrip("/") + MESSAGES
    status = ways.post(url, json.dumps(said).encode(), headers).status
    if status in (401, 403):
        raise DeliveryRefused("Gotify does not know this token.")
    if not 200 <= status < 300:
        raise DeliveryRefused(f"Gotify refused it ({status}).")
