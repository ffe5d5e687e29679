"""What a column's value may be in the file, and how it is kept: everything else is refused."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, get_args
from zoneinfo import available_timezones

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, String, Text

from tracker.account_file.log_choice import log_choice
from tracker.account_file.shapes import LONGEST, fits
from tracker.imports.reading.mapping import Mapping as ColumnMapping
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.snapshot import KEPT as REMEMBERED
from tracker.imports.reading.snapshot import remembered_snapshot
from tracker.imports.reading.stands import stage_choice
from tracker.imports.reading.statuses import CHOICES
from tracker.loop.ask import LANGUAGES, TONES
from tracker.loop.ask_state import RESULTS
from tracker.loop.outcome import Outcome
from tracker.loop.rest import FOR_GOOD
from tracker.loop.stage import Stage
from tracker.models import (
    action,
    activity,
    application,
    application_facts,
    attempt,
    contact,
    document,
    feedback,
    imports,
    interview,
    rejection,
    review,
    skill,
    thought,
)
from tracker.models.base import UtcDateTime
from tracker.models.document import LARGEST
from tracker.models.offer import DECISIONS
from tracker.sharing.selection import Selection
from tracker.values.date_range import NAMES
from tracker.values.file_names import bare_name
from tracker.values.file_types import DOCX, ODT, PDF, TEXT
from tracker.values.pay import Period
from tracker.values.text import is_web_link

Check = Callable[[Any], Any]
NOT_STORABLE = re.compile(r"[\x00\ud800-\udfff]")
FIRST, LAST = date(1900, 1, 1), date(2200, 1, 1)
"""Days and moments that are read; a rest that time alone does not end lies beyond."""
CURRENCY = re.compile(r"[A-Z]{3}")
LONGEST_NAME = 200
FACTS = application.Application.__table__.columns

WORDS: Mapping[str, Collection[str]] = {
    "actions.kind": action.KINDS,
    "activities.kind": activity.KINDS,
    "application_contacts.part": contact.PARTS,
    "applications.applied_how": application_facts.WAYS_TO_APPLY,
    "applications.employment": application_facts.EMPLOYMENTS,
    "applications.outcome": {each.value for each in Outcome},
    "applications.pay_period": get_args(Period),
    "applications.stage": {each.value for each in Stage},
    "applications.workplace": application_facts.WORKPLACES,
    "attempts.channel": attempt.CHANNELS,
    "attempts.kind": attempt.KINDS,
    "attempts.result": RESULTS,
    "documents.kind": document.KINDS,
    "documents.media_type": {each.type for each in (PDF, DOCX, ODT, TEXT)},
    "feedback.channel": feedback.CHANNELS,
    "feedback_points.agreed": feedback.AGREED,
    "feedback_points.kind": feedback.POINTS,
    "import_rows.state": imports.ROW_STATES,
    "imports.duplicates": imports.DUPLICATES,
    "imports.state": imports.STATES,
    "interviews.kind": interview.KINDS,
    "interviews.outcome": interview.OUTCOMES,
    "offers.decision": set(DECISIONS),
    "rejections.how": rejection.WAYS,
    "rejections.stage_reached": {each.value for each in Stage},
    "reviews.subject": review.SUBJECTS,
    "share_links.span": NAMES,
    "skills.level": skill.LEVELS,
    "stage_changes.after": {each.value for each in Stage},
    "stage_changes.before": {each.value for each in Stage},
    "thoughts.ended": thought.ENDS,
    "users.letter_language": LANGUAGES,
    "users.letter_tone": TONES,
    "users.time_zone": available_timezones(),
}
"""Columns that hold one of a few words."""

NUMBERS: Mapping[str, tuple[int, int]] = {
    "activities.minutes": (0, 100_000),
    "applications.excitement": (1, 5),
    "applications.version": (1, 2**31 - 2),
    "actions.version": (1, 2**31 - 2),
    "check_ins.after": (0, 10),
    "check_ins.before": (0, 10),
    "feedback.version": (1, 2**31 - 2),
    "interviews.minutes": (1, 24 * 60),
    "interviews.rating": (1, 5),
    "interviews.round": (1, 99),
    "leads.excitement": (1, 5),
    "notes.version": (1, 2**31 - 2),
    "thoughts.strength_after": (0, 10),
    "thoughts.strength_before": (0, 10),
    "users.first_weekday": (0, 6),
    "users.morning_hour": (0, 23),
}
"""Columns that hold a number between two others."""


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
        return _truth
    if isinstance(kind, UtcDateTime):
        return _moment
    if isinstance(kind, Date):
        return _day
    if isinstance(kind, LargeBinary):
        return _bytes
    if isinstance(kind, Integer):
        names_a_row = column.name == "id" or column.name.endswith("_id")
        most = 2**63 - 1 if names_a_row or isinstance(kind, BigInteger) else 2**31 - 1
        least, most = NUMBERS.get(named, (-most, most))
        return lambda value: _number(value, least, most)
    if isinstance(kind, String | Text):
        words, longest = WORDS.get(named), kind.length or LONGEST
        return lambda value: _text(value, longest, words)
    return _json


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return value


def _number(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError("is no number that fits")
    return value


def _text(value: Any, longest: int, words: Collection[str] | None = None) -> str:
    if not isinstance(value, str):
        raise ValueError("is no text")
    if len(value) > longest:
        raise ValueError("is too long")
    if NOT_STORABLE.search(value):
        raise ValueError("has signs in it that can’t be kept")
    if words is not None and value not in words:
        raise ValueError("is not one of the words that can stand there")
    return value


def _day(value: Any) -> date:
    try:
        found = date.fromisoformat(_text(value, 10))
    except ValueError:
        raise ValueError("is no day like 2026-03-31") from None
    if not FIRST <= found <= LAST:
        raise ValueError("is no day of these centuries")
    return found


def _moment(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(_text(value, 40))
    except ValueError:
        raise ValueError("is no moment like 2026-03-31T09:00:00+00:00") from None
    if found.tzinfo is None:
        raise ValueError("is no moment with its time zone")
    if not FIRST < found.date() < LAST and found != FOR_GOOD:
        raise ValueError("is no moment of these centuries")
    return found.astimezone(UTC)


def _bytes(value: Any) -> bytes:
    if not isinstance(value, str):
        raise ValueError("is no file in base64")
    try:
        found = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("is no file in base64") from None
    if len(found) > LARGEST:
        raise ValueError("is over 10 MB")
    return found


def _json(value: Any) -> Any:
    if not isinstance(value, dict | list):
        raise ValueError("is neither a list nor an object")
    if NOT_STORABLE.search(json.dumps(value, ensure_ascii=False).replace("\\u0000", "\0")):
        raise ValueError("has signs in it that can’t be kept")
    return value


def _link(value: Any) -> str:
    text = _text(value, LONGEST)
    if text and not is_web_link(text):
        raise ValueError("is no link to the web")
    return text


def _filename(value: Any) -> str:
    """As an upload keeps it: it goes into a header when the file is fetched."""
    return bare_name(_text(value, LONGEST))[:LONGEST_NAME] or "document"


def _currency(value: Any) -> str:
    if not CURRENCY.fullmatch(_text(value, 3)):
        raise ValueError("is no currency like AUD")
    return str(value)


def _lines(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise ValueError("is no list")
    return [_text(each, LONGEST) for each in value]


def _shown(value: Any) -> dict[str, Any]:
    return Selection.from_json(_object(value)).for_link().as_json()


def _mapping(value: Any) -> dict[str, Any]:
    if _object(value):
        _fitting(value, ColumnMapping)
        ColumnMapping.from_json(value)
    return dict(value)


def _reading(value: Any) -> dict[str, Any]:
    row = ReadRow.from_json(_row(value))
    if stage_choice(row) not in CHOICES or not set(row.path) <= set(WORDS["applications.stage"]):
        raise ValueError("says of no application where it stands")
    return {
        **value,
        "facts": {n: fact for n, fact in value.get("facts", {}).items() if fact is not None},
    }


def _row(value: Any) -> dict[str, Any]:
    """What a row of a sheet said, each fact as its column has it."""
    row: dict[str, Any] = _fitting(_object(value), ReadRow)
    for name, fact in row.get("facts", {}).items():
        _fact(name, fact)
    for talk in row.get("interviews", []):
        if talk["kind"] not in interview.KINDS:
            raise ValueError("has an interview of no kind that there is")
        time.fromisoformat(talk.get("at") or "00:00")
    return row


def _fact(name: str, value: Any) -> None:
    column = FACTS.get(name)
    if value is None or column is None:
        return
    form: type = str
    if isinstance(column.type, Date):
        form = date
    elif isinstance(column.type, Boolean):
        form = bool
    elif isinstance(column.type, Integer):
        form = int
    _fitting(value, form)


def _said(value: Any) -> dict[str, Any]:
    kept = {name: value[name] for name in REMEMBERED if name in _object(value)}
    _row({"number": 0, **kept})
    remembered_snapshot(value)
    return dict(value)


def _fitting(value: Any, form: Any) -> Any:
    if not fits(value, form):
        raise ValueError("has another form than it can have")
    return value


def _changes(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ValueError("is no list of objects")
    return [
        {
            "name": _text(each.get("name"), 100),
            "here": _text(each.get("here"), LONGEST),
            "sheet": _text(each.get("sheet"), LONGEST),
            "take": each.get("take") is True,
        }
        for each in value
    ]


def _stays(value: Any) -> list[list[str]]:
    """Zones of before, each after the moment up to which it was the person's."""
    if not isinstance(value, list) or len(value) > 1000:
        raise ValueError("is no list")
    return [
        [_moment(until).isoformat(), _text(name, 100, available_timezones())]
        for until, name in value
    ]


def _object(value: Any) -> Any:
    if not isinstance(_json(value), dict):
        raise ValueError("is no object")
    return value


OWN: Mapping[str, Check] = {
    "applications.link": _link,
    "applications.pay_currency": _currency,
    "documents.filename": _filename,
    "import_rows.cells": _lines,
    "import_rows.reading": _reading,
    "import_rows.changes": _changes,
    "imports.headers": _lines,
    "imports.mapping": _mapping,
    "imports.other_sheets": _lines,
    "known_rows.said": _said,
    "leads.link": _link,
    "share_links.choice": _shown,
    "users.former_zones": _stays,
    "users.log_choice": log_choice,
}
"""Columns with a check of their own."""
