"""Files of an older Onward: moments that stood for days become the days that they were.

Read on the calendar of the person whose file it is, as an upgrade of their database does.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tracker.loop.rest import for_good
from tracker.models.rejection import SILENCE
from tracker.values.days import day_of

Row = dict[str, Any]
DAY_UNKNOWN = "The sheet doesn't say which day the offer came; this is the day of the import."


def in_todays_form(name: str, row: Row, zone: ZoneInfo) -> Row:
    """The row of a table, as a file of today has it; one of today is left as it is."""
    change = CHANGES.get(name)
    return change(dict(row), zone) if change is not None else row


def _stage_change(row: Row, zone: ZoneInfo) -> Row:
    if "at" in row:
        row.setdefault("on", _day(row.pop("at"), zone))
    return row


def _application(row: Row, zone: ZoneInfo) -> Row:
    row["stage_since"] = _day(row.get("stage_since"), zone)
    if "archived_on" not in row:
        row["archived_on"] = _day(row.get("archived_at"), zone)
    return row


def _interview(row: Row, zone: ZoneInfo) -> Row:
    if "on" not in row:
        row["on"] = _day(row.get("starts_at"), zone)
        written, starts = _moment(row.get("created_at")), _moment(row.get("starts_at"))
        if written is not None and starts is not None and written < starts:
            row["invited_on"] = _day(row["created_at"], zone)
    return row


def _offer(row: Row, zone: ZoneInfo) -> Row:
    """What a sheet had no day for had that of the import, and said so."""
    if "implied" not in row:
        noted = any(row.get(name) for name in ("received_on", "answer_by", "pay_text", "note"))
        row["implied"] = not noted and row.get("decision") is not None
        note = str(row.get("note", ""))
        if DAY_UNKNOWN in note and row.get("received_on") == _day(row.get("created_at"), zone):
            row["received_on"], row["note"] = None, note.replace(DAY_UNKNOWN, "").strip()
    return row


def _rejection(row: Row, zone: ZoneInfo) -> Row:
    """Silence that a sheet had brought rested for good, too."""
    if row.get("how") == SILENCE and for_good(_moment(row.get("rest_until"))):
        row["rest_until"] = None
    return row


def _moment(value: Any) -> datetime | None:
    """None where it is no moment: whoever checks the row says so."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else None


def _day(value: Any, zone: ZoneInfo) -> Any:
    found = _moment(value)
    return day_of(found, zone).isoformat() if found is not None else value


CHANGES: Mapping[str, Callable[[Row, ZoneInfo], Row]] = {
    "applications": _application,
    "interviews": _interview,
    "offers": _offer,
    "rejections": _rejection,
    "stage_changes": _stage_change,
}
