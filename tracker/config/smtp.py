"""The server by which mail is sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.config.misconfigured import PREFIX, Misconfigured
from tracker.config.one_setting import one_of, whole_number

STARTTLS, TLS, OFF = "starttls", "tls", "off"
PORTS = {STARTTLS: "587", TLS: "465", OFF: "25"}
HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,250}[A-Za-z0-9])?")
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


@dataclass(frozen=True)
class Smtp:
    """Where, as whom, and from which address."""

    host: str
    port: int
    tls: str
    sender: str
    """The bare address that mail comes from."""
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = 60.0
    """For all that is said with it: less than a delivery is held by one sender."""


def smtp(given: Mapping[str, str]) -> Smtp | None:
    """The server, if there is one; a password goes over TLS alone."""
    host = given.get("SMTP_HOST", "")
    said = [name for name in given if name.startswith("SMTP_") and given[name]]
    if not host:
        if said:
            raise Misconfigured(f"{PREFIX}{said[0]} needs {PREFIX}SMTP_HOST as well.")
        return None
    tls = one_of("SMTP_TLS", given.get("SMTP_TLS") or STARTTLS, (STARTTLS, TLS, OFF))
    port = whole_number("SMTP_PORT", given.get("SMTP_PORT") or PORTS[tls])
    user, password = given.get("SMTP_USER", ""), given.get("SMTP_PASSWORD", "")
    sender = given.get("SMTP_FROM", "") or (user if "@" in user else "")
    if not HOST.fullmatch(host) or not 0 < port < 65536:
        raise Misconfigured(
            f"{PREFIX}SMTP_HOST must be the name of a server, like mail.example.org."
        )
    if not ADDRESS.fullmatch(sender):
        raise Misconfigured(f"{PREFIX}SMTP_FROM must be an address like onward@example.org.")
    if bool(user) != bool(password):
        raise Misconfigured(f"Set {PREFIX}SMTP_USER and {PREFIX}SMTP_PASSWORD, or neither.")
    if user and tls == OFF:
        raise Misconfigured(f"{PREFIX}SMTP_TLS=off would send the password for all to read.")
    return Smtp(host, port, tls, sender, user, password)
