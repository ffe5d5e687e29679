"""Values of every kind as the file writes them: taken out of it, or refused in a few words."""

import base64
import binascii
import json
import re
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from tracker.account_file.shapes import LONGEST
from tracker.loop.rest import FOR_GOOD
from tracker.models.document import LARGEST

NOT_STORABLE = re.compile(r"[\x00\ud800-\udfff]")
FIRST, LAST = date(1900, 1, 1), date(2200, 1, 1)
"""Days and moments that are read; a rest that time alone does not end lies beyond."""


def truth(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return value


def number(value: Any, least: int, most: int) -> int:
    """A whole number between these two."""
    if type(value) is not int or not least <= value <= most:
        raise ValueError("is no number that fits")
    return value


def text_within(value: Any, longest: int, words: Collection[str] | None = None) -> str:
    """A text that is no longer, and one of these words where some are given."""
    if not isinstance(value, str):
        raise ValueError("is no text")
    if len(value) > longest:
        raise ValueError("is too long")
    if NOT_STORABLE.search(value):
        raise ValueError("has signs in it that can’t be kept")
    if words is not None and value not in words:
        raise ValueError("is not one of the words that can stand there")
    return value


def day(value: Any) -> date:
    """A day of these centuries."""
    try:
        found = date.fromisoformat(text_within(value, 10))
    except ValueError:
        raise ValueError("is no day like 2026-03-31") from None
    if not FIRST <= found <= LAST:
        raise ValueError("is no day of these centuries")
    return found


def moment(value: Any) -> datetime:
    """A moment with its zone, in UTC."""
    try:
        found = datetime.fromisoformat(text_within(value, 40))
    except ValueError:
        raise ValueError("is no moment like 2026-03-31T09:00:00+00:00") from None
    if found.tzinfo is None:
        raise ValueError("is no moment with its time zone")
    if not FIRST < found.date() < LAST and found != FOR_GOOD:
        raise ValueError("is no moment of these centuries")
    return found.astimezone(UTC)


def file_bytes(value: Any) -> bytes:
    """What a document holds."""
    if not isinstance(value, str):
        raise ValueError("is no file in base64")
    try:
        found = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("is no file in base64") from None
    if len(found) > LARGEST:
        raise ValueError("is over 10 MB")
    return found


def json_value(value: Any) -> Any:
    """A list or an object, as it is."""
    if not isinstance(value, dict | list):
        raise ValueError("is neither a list nor an object")
    if NOT_STORABLE.search(json.dumps(value, ensure_ascii=False).replace("\\u0000", "\0")):
        raise ValueError("has signs in it that can’t be kept")
    return value


def lines(value: Any) -> list[str]:
    """A list of texts."""
    if not isinstance(value, list):
        raise ValueError("is no list")
    return [text_within(each, LONGEST) for each in value]


def json_object(value: Any) -> Any:
    """An object, as it is."""
    if not isinstance(json_value(value), dict):
        raise ValueError("is no object")
    return value
