"""What an import and its rows hold in the file: how a sheet is read, and what each row said."""

from datetime import date, time
from typing import Any

from sqlalchemy import Boolean, Date, Integer

from tracker.account_file.allowed import WORDS
from tracker.account_file.plain_values import json_object, text_within
from tracker.account_file.shapes import LONGEST, fits
from tracker.imports.reading.mapping import Mapping as ColumnMapping
from tracker.imports.reading.row_stage import stage_choice
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.snapshot import KEPT as REMEMBERED
from tracker.imports.reading.snapshot import remembered_snapshot
from tracker.imports.reading.status_meaning import CHOICES
from tracker.models import interview
from tracker.models.application import Application

FACTS = Application.__table__.columns


def mapping(value: Any) -> dict[str, Any]:
    """How the columns of a sheet are read."""
    if json_object(value):
        _fitting(value, ColumnMapping)
        ColumnMapping.from_json(value)
    return dict(value)


def reading(value: Any) -> dict[str, Any]:
    """What a row was read as."""
    row = ReadRow.from_json(_row(value))
    if stage_choice(row) not in CHOICES or not set(row.path) <= set(WORDS["applications.stage"]):
        raise ValueError("says of no application where it stands")
    return {
        **value,
        "facts": {n: fact for n, fact in value.get("facts", {}).items() if fact is not None},
    }


def _row(value: Any) -> dict[str, Any]:
    """What a row of a sheet said, each fact as its column has it."""
    row: dict[str, Any] = _fitting(json_object(value), ReadRow)
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


def sheet_facts(value: Any) -> dict[str, Any]:
    """What a row said last of something that is known."""
    kept = {name: value[name] for name in REMEMBERED if name in json_object(value)}
    _row({"number": 0, **kept})
    remembered_snapshot(value)
    return dict(value)


def _fitting(value: Any, form: Any) -> Any:
    if not fits(value, form):
        raise ValueError("has another form than it can have")
    return value


def changes(value: Any) -> list[dict[str, Any]]:
    """What a sheet says new, each with whether it is wanted."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ValueError("is no list of objects")
    return [
        {
            "name": text_within(each.get("name"), 100),
            "here": text_within(each.get("here"), LONGEST),
            "sheet": text_within(each.get("sheet"), LONGEST),
            "take": each.get("take") is True,
        }
        for each in value
    ]
