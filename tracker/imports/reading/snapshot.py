"""What one side says of an application: the sheet last time, the sheet now, or what is here."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.imports.reading.match_keys import plain_link
from tracker.imports.reading.row_stage import stage_choice
from tracker.imports.reading.rows import ReadOffer, ReadRejection, ReadRow
from tracker.imports.reading.wide_format import ReadInterview
from tracker.models.application_facts import IMPORTED

KEPT = ("kind", "facts", "path", "archived", "outcome", "interviews", "rejection", "offer")
"""What is remembered of a row as it was read."""
MOST_LINES = 1_000
NAMES = tuple(each.name for each in IMPORTED)


@dataclass
class Snapshot:
    """One of the three sides."""

    facts: Mapping[str, Any]
    """As `comparable` gives them."""
    stands: str
    """One of the choices of a status."""
    talks: list[ReadInterview] = field(default_factory=list)
    no: ReadRejection | None = None
    offer: ReadOffer | None = None
    lines: frozenset[str] = frozenset()
    """Signs of the lines of its notes."""
    private: frozenset[str] = frozenset()
    """The same of private notes; of what is here, they stand among the others."""


def sign(text: str) -> str:
    """A short sign of words, spaces and capitals left aside."""
    plain = " ".join(text.split()).casefold()
    return hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=6).hexdigest()


def lines_of(text: str) -> list[str]:
    """The lines of a note that say something."""
    return [line for line in (each.strip() for each in text.split("\n")) if line]


def line_signs(text: str) -> list[str]:
    """The sign of each line."""
    return [sign(line) for line in lines_of(text)]


def remembered(row: ReadRow) -> dict[str, Any]:
    """What is kept of a row, as plain data: of notes and postings signs alone."""
    data = row.as_json()
    said = {name: data[name] for name in KEPT if name in data}
    if posting := row.facts.get("posting"):
        said["facts"] = {**said["facts"], "posting": sign(posting)}
    said["notes"] = line_signs(row.notes)
    said["private"] = line_signs(row.private_notes)
    said["asked"] = question_signs(row)
    return said


def added_to(before: Mapping[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """What is remembered once another sheet, or a barer one, has told less: nothing is forgotten.

    So a fact or a line that a sheet has said once is no news when it says it again.
    """
    lines = {
        name: list(dict.fromkeys((*_texts(before.get(name)), *said[name])))[-MOST_LINES:]
        for name in ("notes", "private")
    }
    facts = {**before.get("facts", {}), **said.get("facts", {})}
    return {**said, "facts": facts, **lines}


def question_signs(row: ReadRow) -> list[str]:
    """Signs of what was not understood, so that it is not asked again."""
    return [sign(message) for _, message in (*row.problems, *row.questions)]


def snapshot_of(row: ReadRow) -> Snapshot:
    """What the sheet says now."""
    lines = frozenset(line_signs(row.notes))
    facts = comparable(row.facts)
    return Snapshot(facts, stage_choice(row), list(row.interviews), row.rejection, row.offer, lines)


def remembered_snapshot(said: Mapping[str, Any]) -> Snapshot:
    """What the sheet said last time."""
    row = ReadRow.from_json({"number": 0, **{name: said[name] for name in KEPT if name in said}})
    told = snapshot_of(row)
    told.facts = {**told.facts, "posting": row.facts.get("posting")}
    told.lines = frozenset(_texts(said.get("notes")))
    told.private = frozenset(_texts(said.get("private")))
    return told


def is_asked_anew(row: ReadRow, said: Mapping[str, Any] | None) -> bool:
    """Whether a row holds something that was neither understood nor asked about before."""
    return (
        not set(question_signs(row)) <= set(_texts(said.get("asked"))) if said else row.needs_a_look
    )


def comparable(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as they are compared: nothing is nothing, and of a posting its sign."""
    return {name: _comparable(name, facts.get(name)) for name in NAMES}


def _comparable(name: str, value: Any) -> Any:
    if value in (None, ""):
        return None
    if name == "posting":
        return sign(value)
    if name == "link":
        return plain_link(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _texts(found: Any) -> list[str]:
    if isinstance(found, str):
        return line_signs(found)
    return [each for each in found or () if isinstance(each, str)]
