"""A topic of ntfy."""

import json
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from tracker.fetching.refusals import Why
from tracker.reminders.channels.outgoing import WHY, DeliveryRefused, Outgoing, Ways


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken."""
    try:
        parts = urlsplit(given["url"])
    except ValueError as error:
        raise DeliveryRefused(WHY[Why.NO_LINK]) from error
    above, _, topic = parts.path.rstrip("/").rpartition("/")
    said = {"topic": topic, "title": message.title, "message": message.body}
    if message.link:
        said["click"] = message.link
    headers = {"Content-Type": "application/json"}
    if given.get("token"):
        headers["Authorization"] = f"Bearer {given['token']}"
    server = urlunsplit((parts.scheme, parts.netloc, f"{above}/", "", ""))
    status = ways.post(server, json.dumps(said).encode(), headers).status
    if status in (401, 403):
        raise DeliveryRefused("ntfy wants an access token for this topic, or another one.")
    if not 200 <= status < 300:
        raise DeliveryRefused(f"ntfy refused it ({status}).")
