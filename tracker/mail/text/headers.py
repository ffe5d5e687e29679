"""Headers as people read them: decoded, and never longer than a look takes."""

import re
from datetime import UTC, datetime, tzinfo
from email.message import Message
from email.policy import default as reading_policy
from email.utils import parsedate_to_datetime
from typing import Any

from tracker.values.text import clean_line

LONGEST, LINE = 2_000, 500
ADDRESS = re.compile(r"[\w.+'=-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}")
IN_ADDRESS = re.compile(r"<[^<>]{0,400}>?$")


def header(message: "Message[Any, Any]", name: str) -> str:
    """One header in words, or nothing; as it stands where it can't be decoded."""
    try:
        raw = str(message.get(name, ""))[:LONGEST]
    except Exception:  # the standard library fails in its own ways
        return ""
    try:
        said = str(reading_policy.header_fetch_parse(name, raw))
    except Exception:  # IndexError, AttributeError, LookupError, ValueError were seen
        said = raw
    return clean_line(said)[:LINE]


def sender(said: str) -> tuple[str, str]:
    """The name and the address of whoever wrote it."""
    found = ADDRESS.search(said)
    address = found[0].lower() if found else ""
    name = IN_ADDRESS.sub("", said[:LINE].strip()).strip(" \"'")
    return ("" if "@" in name and name.lower() == address else name), address


HALF_DAY = re.compile(r"\b1?\d:\d\d(?::\d\d)?[ \u202f\xa0]?([aApP])\.?[mM]\b")
"""3:12 PM, of which the standard's reader takes the numbers alone."""


def sent_at(said: str, zone: tzinfo = UTC) -> datetime | None:
    """An aware moment; one without a zone is on this clock."""
    try:
        moment = parsedate_to_datetime(said[:100])
        if half := HALF_DAY.search(said[:100]):
            moment = moment.replace(hour=moment.hour % 12 + (12 if half[1] in "pP" else 0))
        own = UTC if "-0000" in said else zone
        aware = moment if moment.tzinfo else moment.replace(tzinfo=own)
        return aware.astimezone(UTC) if 1990 <= aware.year <= 2190 else None
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
