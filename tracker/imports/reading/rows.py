"""A row of the file, as an application or a lead, with everything that was not understood."""

import hashlib
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.imports.reading.wide_format import ReadInterview
from tracker.values.contradictions import Kind, doubt
from tracker.values.formatting import full_day


@dataclass
class ReadRejection:
    """A no, as far as the row tells."""

    on: date | None = None
    how: str | None = None
    words: str = ""


@dataclass
class ReadOffer:
    """An offer, as far as the row tells."""

    on: date | None = None
    decision: str | None = None


@dataclass
class ReadRow:
    """What one row says; facts are named as the columns of an application."""

    number: int
    kind: str = "application"
    """application, lead or blank"""
    facts: dict[str, Any] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    """The stages that it went through, the present one last."""
    archived: bool = False
    outcome: str | None = None
    interviews: list[ReadInterview] = field(default_factory=list)
    rejection: ReadRejection | None = None
    offer: ReadOffer | None = None
    notes: str = ""
    private_notes: str = ""
    """Words that others never see, as answers about gender or health."""
    tags: list[str] = field(default_factory=list)
    """Words to sort by."""
    problems: list[tuple[str, str]] = field(default_factory=list)
    """(fact, message): not understood; the row waits until somebody has looked."""
    questions: list[tuple[str, str]] = field(default_factory=list)
    """(code, message): the person decides; `Mapping.answer(code, …)` does so for all alike."""
    hangs: list[str] = field(default_factory=list)
    """Codes of the questions that it hangs on, those that hold nothing back among them."""
    remarks: list[str] = field(default_factory=list)
    """Worth a glance; nothing waits for it."""
    is_double_of: int | None = None
    """The number of an earlier row that is the same in every cell."""
    part_of: int | None = None
    """The number of the row that says where the same application stood later."""

    def ask(self, code: str, message: str) -> None:
        """Let it wait until that question is answered."""
        self.questions.append((code, message))
        self.hangs_on(code)

    def hangs_on(self, code: str) -> None:
        """Count it with that question."""
        if code not in self.hangs:
            self.hangs.append(code)

    @property
    def stage(self) -> str | None:
        """The present stage; a lead has none."""
        return self.path[-1] if self.path else None

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody must decide before it is saved."""
        return bool(self.problems or self.questions)

    def contradictions(self, today: date) -> list[str]:
        """What to ask about its days that can hardly be right together, or not yet."""
        applied_on = self.facts.get("applied_on")
        days: list[tuple[Kind, str, date | None]] = [("applied", "Applied", applied_on)]
        days += [("interview", "Interview", talk.on) for talk in self.interviews]
        if self.rejection is not None:
            days.append(("no", "They said no", self.rejection.on))
        if self.offer is not None:
            days.append(("offer", "Offer", self.offer.on))
        asked = [(doubt(kind, on, today, applied_on), name, on) for kind, name, on in days]
        return [f"{name} on {full_day(on)}. {words}" for words, name, on in asked if words and on]

    def as_json(self) -> dict[str, Any]:
        """Plain data with ISO dates, without what is empty."""
        return {name: _plain(value) for name, value in vars(self).items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "ReadRow":
        """The same row again."""
        row = cls(**data)
        row.facts = {name: _dated(name, value) for name, value in row.facts.items()}
        row.interviews = [ReadInterview(**_with_date(talk)) for talk in data.get("interviews", [])]
        row.problems = [(fact, message) for fact, message in row.problems]
        row.questions = [(code, message) for code, message in row.questions]
        if data.get("rejection") is not None:
            row.rejection = ReadRejection(**_with_date(data["rejection"]))
        if data.get("offer") is not None:
            row.offer = ReadOffer(**_with_date(data["offer"]))
        return row


def fingerprint(cells: Iterable[str]) -> bytes:
    """Equal for rows that are the same in every cell."""
    text = "\x1f".join(cell.strip() for cell in cells).rstrip("\x1f")
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def note_double(row: ReadRow, cells: Iterable[str], seen: MutableMapping[bytes, int]) -> None:
    """Say which earlier row a row repeats."""
    earlier = seen.setdefault(fingerprint(cells), row.number)
    if earlier != row.number:
        row.is_double_of = earlier


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, ReadInterview | ReadRejection | ReadOffer):
        value = vars(value)
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _dated(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name.endswith("_on") and isinstance(value, str) else value


def _with_date(data: dict[str, Any]) -> dict[str, Any]:
    on = data.get("on")
    return {**data, "on": date.fromisoformat(on) if isinstance(on, str) else on}
