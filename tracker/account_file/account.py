"""A whole account in a file: looked through once, every row and every tie, before any is kept."""

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from tracker.account_file.history import FileHistory, check_interview
from tracker.account_file.reader import WRONG, Row, TableReader, checked, wrong
from tracker.account_file.row_stream import File
from tracker.account_file.tables import NO_LONGER, ORDER, PERSON, TABLES, FileTable
from tracker.account_file.values import checker
from tracker.imports.files.table import Unreadable
from tracker.loop.stage import Stage
from tracker.models.changes.archival import DECIDED_BY_OUTCOME
from tracker.values.formatting import plural

SAID = {
    "interviews": ("interview",),
    "rejections": ("rejection",),
    "feedback": ("answer",),
    "actions": ("action",),
    "stories": ("story", "stories"),
    "notes": ("note",),
    "contacts": ("contact",),
    "documents": ("document",),
    "leads": ("lead",),
    "check_ins": ("moment",),
    "thoughts": ("thought",),
    "own_lines": ("line of your own", "lines of your own"),
}
SUMMED = ("interviews", "offers", "rejections", "feedback", "feedback_points", "actions")


def tells(move: Row) -> bool:
    """Whether a move counts for a summary: to Interview, or back to an open stage."""
    back = move["before"] not in (None, *Stage.OPEN) and move["after"] in Stage.OPEN
    return move["after"] == Stage.INTERVIEW or back


class Account:
    """The rows as they can be kept, under the numbers that they have in the file."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable where this is no account, or one that can't be kept whole."""
        self.file = File(content)
        self.private = self.file.head.get("private_writing") is True
        self.person = self._person()
        self.counts: dict[str, int] = {}
        self.busy: set[int] = set()
        """Applications with something beside them that counts for their summary."""
        self._look_through()

    @property
    def in_words(self) -> str:
        """412 applications, 38 interviews, 2 documents."""
        return counts_in_words(self.counts)

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of one table, each value as the database takes it."""
        reader = TableReader(TABLES[name], ZoneInfo(self.person.get("time_zone", "UTC")))
        given = self.file.rows(name)
        if name == "offers" and name not in self.file.tables:
            given = offers_of_before(self.file.rows("applications"))
        for number, row in enumerate(given, 1):
            yield reader.read(row, number)

    def _person(self) -> Row:
        checks = {column.name: checker(column) for column in PERSON}
        given = self.file.head.get("user")
        known = checks.keys() | NO_LONGER["users"]
        if not isinstance(given, dict) or not given.keys() <= known:
            raise Unreadable(WRONG.format("It doesn’t say whose account it is."))
        return {
            name: checked(checks[name], value, name, "user")
            for name, value in given.items()
            if name in checks
        }

    def _look_through(self) -> None:
        unknown = self.file.tables.keys() - set(ORDER)
        if unknown:
            raise Unreadable(
                WRONG.format(f"It has a table that is not known: {min(unknown)[:50]}.")
            )
        found: dict[str, set[int]] = {}
        history = FileHistory()
        for name in ORDER:
            kept, numbers, later = TABLES[name], set[int](), list[tuple[int, int]]()
            count = 0
            for count, row in enumerate(self.rows(name), 1):
                if kept.numbered:
                    if row["id"] in numbers:
                        raise wrong(name, count, "id", "stands there twice")
                    numbers.add(row["id"])
                if name == "interviews":
                    check_interview(row, count)
                later += self._check_ties(kept, row, count, found)
                if name in SUMMED or (name == "stage_changes" and tells(row)):
                    self.busy.add(row["application_id"])
                history.note(name, row, count)
            for count_then, number in later:
                if number not in numbers:
                    raise wrong(name, count_then, "id", "names a row that is not in the file")
            self.counts[name] = count
            found[name] = numbers
        history.check()

    def _check_ties(
        self, kept: FileTable, row: Row, count: int, found: dict[str, set[int]]
    ) -> list[tuple[int, int]]:
        """Raises Unreadable for a row that is not there; those of the same table come later."""
        later = []
        for column, target in kept.names.items():
            number = row[column]
            if number is None or column in kept.loose:
                continue
            if target == kept.name:
                later.append((count, number))
            elif number not in found[target]:
                raise wrong(kept.name, count, column, "names a row that is not in the file")
        return later


def offers_of_before(applications: Iterator[Any]) -> Iterator[Any]:
    """The one offer that an application held itself, in a file of an older Onward."""
    for number, row in enumerate(applications, 1):
        if not isinstance(row, dict):
            continue
        decision = row.get("offer_decision") or DECIDED_BY_OUTCOME.get(str(row.get("outcome")))
        if row.get("offer_received_on") or decision:
            yield {
                "id": number,
                "application_id": row.get("id"),
                "received_on": row.get("offer_received_on"),
                "decision": decision,
                "note": row.get("offer_note", ""),
                "created_at": row.get("created_at"),
            }


def counts_in_words(counts: Mapping[str, int]) -> str:
    """What somebody would look for, in words; what is none is left out, but for applications."""
    said = [plural(counts.get("applications", 0), "application")]
    said += [plural(counts[name], *words) for name, words in SAID.items() if counts.get(name)]
    return ", ".join(said)
