"""A notification of a browser, by the push service that it named."""

import json
from collections.abc import Mapping

from tracker.reminders.channels.outgoing import DeliveryRefused, Gone, Outgoing, Ways
from tracker.reminders.push.encryption import encrypt
from tracker.reminders.push.keys import authorization, decoded, is_installed, server_key

NO_LONGER = "This device takes no reminders any more. Turn them on there once more."
MISSING = "This server lacks a part that reminders to devices need (the extra `push`)."


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken. The words can be read by that browser alone."""
    if not is_installed():
        raise DeliveryRefused(MISSING)
    said = {
        "title": message.title,
        "body": message.body,
        "tag": message.tag,
        "href": message.path,
    }
    endpoint = given["endpoint"]
    try:
        sealed = encrypt(
            json.dumps(said).encode(), decoded(given["p256dh"]), decoded(given["auth"])
        )
        whose = authorization(server_key(ways.instance), endpoint, message.site)
    except (ValueError, KeyError) as error:
        raise Gone(NO_LONGER) from error
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Encoding": "aes128gcm",
        "TTL": str(message.seconds),
        "Urgency": "normal",
        "Topic": message.tag,
        "Authorization": whose,
    }
    status = ways.post(endpoint, sealed, headers, secure=ways.only_https).status
    if status in (401, 403, 404, 410):  # ended there, or made for another server's key
        raise Gone(NO_LONGER)
    if not 200 <= status < 300:
        raise DeliveryRefused(f"The push service of this device refused it ({status}).")
