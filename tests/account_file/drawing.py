"""Draws accounts: any rows that could be, tied to each other in any way that could be."""

import base64
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, String, Text

from tracker.account_file.allowed import NUMBERS, WORDS
from tracker.account_file.tables import ORDER, PERSON, TABLES
from tracker.models.base import UtcDateTime

SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(SIGNS, max_size=12) | st.sampled_from(
    ["=1+1", "‮evil", "👩‍👩‍👧", "株式会社", '\\u0000 \\ " {[,', "a\nb", "<b>", "%s"]
)
DAYS = st.dates(date(1970, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2198, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
OWN: dict[str, st.SearchStrategy[Any]] = {
    "applications.pay_currency": st.sampled_from(["AUD", "EUR", "JPY"]),
    "documents.filename": st.sampled_from(["a.pdf", "résumé 株.docx", "=1+1.txt"]),
    "documents.sha256": st.just(""),
    "documents.size": st.just(0),
    "import_rows.cells": st.lists(TEXTS, max_size=3),
    "import_rows.reading": st.just(
        {"number": 1, "facts": {"company": "A{[", "applied_on": "2026-01-02"}}
    ),
    "import_rows.changes": st.lists(
        st.fixed_dictionaries(
            {"name": st.just("status"), "here": TEXTS, "sheet": TEXTS, "take": st.booleans()}
        ),
        max_size=2,
    ),
    "known_rows.said": st.just(
        {"facts": {"company": "A{[", "applied_on": "2026-01-02"}, "notes": ["0a1b2c"]}
    ),
    "imports.headers": st.lists(TEXTS, max_size=3),
    "imports.mapping": st.just({}),
    "imports.other_sheets": st.lists(TEXTS, max_size=2),
    "leads.link": st.sampled_from(["", "https://example.org/1"]),
    "share_links.choice": st.just(
        {"parts": ["summary", "pay"], "companies": False, "people": True}
    ),
    "users.former_zones": st.lists(
        st.tuples(MOMENTS.map(datetime.isoformat), st.sampled_from(["Europe/Berlin", "UTC"])).map(
            list
        ),
        max_size=2,
    ),
    "applications.link": st.sampled_from(["", "https://example.org/1"]),
    "users.log_choice": st.just({"preset": "au", "au": {"points": {"workshop": 3}}}),
}


def values(column: Column[Any]) -> st.SearchStrategy[Any]:
    """Any value that a column can hold, as the file writes it."""
    found = _values(column)
    empty = column.nullable and column.name != "content"
    return st.none() | found if empty else found


def _values(column: Column[Any]) -> st.SearchStrategy[Any]:
    named, kind = f"{column.table.name}.{column.name}", column.type
    if named in OWN:
        return OWN[named]
    if named in WORDS:
        return st.sampled_from(sorted(WORDS[named]))
    if isinstance(kind, Boolean):
        return st.booleans()
    if isinstance(kind, UtcDateTime):
        return MOMENTS.map(datetime.isoformat)
    if isinstance(kind, Date):
        return DAYS.map(date.isoformat)
    if isinstance(kind, LargeBinary):
        return st.binary(min_size=1, max_size=20).map(
            lambda found: base64.b64encode(found).decode()
        )
    if isinstance(kind, Integer):
        return st.integers(*NUMBERS.get(named, (-(2**31) + 1, 2**31 - 1)))
    assert isinstance(kind, String | Text), named
    return TEXTS.map(lambda text: text[: kind.length or 100])


@st.composite
def accounts(draw: st.DrawFn) -> dict[str, Any]:
    """A file of a few rows a table."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for name in ORDER:
        kept, rows = TABLES[name], []
        needs = [
            kept.names[c.name] for c in kept.columns if c.name in kept.names and not c.nullable
        ]
        most = 3 if all(tables[target] for target in needs) else 0
        numbers = draw(st.lists(st.integers(1, 2**63 - 1), max_size=most, unique=True))
        for number in sorted(numbers):
            row = {c.name: draw(values(c)) for c in kept.columns if c.name not in kept.names}
            if kept.numbered:
                row["id"] = number
            for c in kept.columns:
                if c.name in kept.names:
                    there = [each["id"] for each in tables.get(kept.names[c.name], rows)]
                    row[c.name] = _tie(draw, name, there, c.nullable)
            if name == "interviews" and None in (row["on"], row["starts_at"]):
                row |= {"on": None, "starts_at": None, "hour_known": True}
            rows.append(row)
        tables[name] = _once(name, rows)
    _settle(draw, tables)
    person = {c.name: draw(values(c)) for c in PERSON}
    head = {"format": "onward", "version": 1, "private_writing": True, "user": person}
    return {**head, "tables": tables}


def _tie(draw: st.DrawFn, name: str, there: list[int], nullable: bool) -> int | None:
    """One of the rows that are there, or none; of a theme, none here: see `_settle`."""
    if not there or (nullable and draw(st.booleans())):
        return None
    return draw(st.sampled_from(there))


def _once(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without rows that a unique constraint of the database forbids."""
    unique = [
        [column.name for column in constraint.columns]
        for constraint in TABLES[name].table.constraints
        if type(constraint).__name__ in ("UniqueConstraint", "PrimaryKeyConstraint")
    ]
    for columns in unique:
        if "token_hash" not in columns:
            rows = list({tuple(row.get(c) for c in columns): row for row in rows}.values())
    return rows


def _settle(draw: st.DrawFn, tables: dict[str, list[dict[str, Any]]]) -> None:
    """What has to agree does: a history ends where its card stands; themes have two levels."""
    broad = [theme["id"] for theme in tables["themes"] if theme["parent_id"] is None]
    for theme in tables["themes"]:
        if theme["parent_id"] is not None:
            theme["parent_id"] = draw(st.sampled_from(broad)) if broad else None
    changes = tables["stage_changes"]
    highest = max((change["id"] for change in changes), default=0) // 2
    for change in changes:
        change["id"] = change["id"] // 2 or 1
    kept = list({change["id"]: change for change in changes}.values())
    for change in kept:
        change["undoes_id"] = None
    for number, card in enumerate(tables["applications"], 1):
        end = {
            "id": highest + number + 1,
            "application_id": card["id"],
            "before": None,
            "after": card["stage"],
            "on": None,
            "recorded_at": "2199-01-01T00:00:00+00:00",
            "place_before": draw(st.none() | st.integers(-(2**63) + 1, 2**63 - 1)),
            "undoes_id": kept[0]["id"] if kept else None,
        }
        kept.append(end)
    tables["stage_changes"] = kept
