"""What a column's value may be in the file, and how it is kept: everything else is refused."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, String, Text

from tracker.account_file.allowed import NUMBERS, WORDS
from tracker.account_file.import_values import changes, mapping, reading, sheet_facts
from tracker.account_file.log_choice import log_choice
from tracker.account_file.plain_values import (
    day,
    file_bytes,
    json_object,
    json_value,
    lines,
    moment,
    number,
    text_within,
    truth,
)
from tracker.account_file.shapes import LONGEST
from tracker.models.base import UtcDateTime
from tracker.sharing.selection import Selection
from tracker.values.file_names import bare_name
from tracker.values.text import is_web_link

Check = Callable[[Any], Any]
CURRENCY = re.compile(r"[A-Z]{3}")
LONGEST_NAME = 200
GIVEN = frozenset({"documents.content"})
"""Columns that are never empty, though the model leaves it open."""


def checker(column: Column[Any]) -> Check:
    """What takes a column's value out of the file; it raises ValueError with a few words."""
    named = f"{column.table.name}.{column.name}"
    check = OWN.get(named) or _by_type(named, column)
    if not column.nullable or named in GIVEN:
        return check
    return lambda value: None if value is None else check(value)


def _by_type(named: str, column: Column[Any]) -> Check:
    kind = column.type
    if isinstance(kind, Boolean):
        return truth
    if isinstance(kind, UtcDateTime):
        return moment
    if isinstance(kind, Date):
        return day
    if isinstance(kind, LargeBinary):
        return file_bytes
    if isinstance(kind, Integer):
        names_a_row = column.name == "id" or column.name.endswith("_id")
        most = 2**63 - 1 if names_a_row or isinstance(kind, BigInteger) else 2**31 - 1
        least, most = NUMBERS.get(named, (-most, most))
        return lambda value: number(value, least, most)
    if isinstance(kind, String | Text):
        words, longest = WORDS.get(named), kind.length or LONGEST
        return lambda value: text_within(value, longest, words)
    return json_value


def _link(value: Any) -> str:
    text = text_within(value, LONGEST)
    if text and not is_web_link(text):
        raise ValueError("is no link to the web")
    return text


def _filename(value: Any) -> str:
    """As an upload keeps it: it goes into a header when the file is fetched."""
    return bare_name(text_within(value, LONGEST))[:LONGEST_NAME] or "document"


def _currency(value: Any) -> str:
    if not CURRENCY.fullmatch(text_within(value, 3)):
        raise ValueError("is no currency like AUD")
    return str(value)


def _shown(value: Any) -> dict[str, Any]:
    return Selection.from_json(json_object(value)).for_link().as_json()


def _stays(value: Any) -> list[list[str]]:
    """Zones of before, each after the moment up to which it was the person's."""
    if not isinstance(value, list) or len(value) > 1000:
        raise ValueError("is no list")
    return [
        [moment(until).isoformat(), text_within(name, 100, WORDS["users.time_zone"])]
        for until, name in value
    ]


OWN: Mapping[str, Check] = {
    "applications.link": _link,
    "applications.pay_currency": _currency,
    "documents.filename": _filename,
    "import_rows.cells": lines,
    "import_rows.reading": reading,
    "import_rows.changes": changes,
    "imports.headers": lines,
    "imports.mapping": mapping,
    "imports.other_sheets": lines,
    "known_rows.said": sheet_facts,
    "leads.link": _link,
    "share_links.choice": _shown,
    "users.former_zones": _stays,
    "users.log_choice": log_choice,
}
"""Columns with a check of their own."""
