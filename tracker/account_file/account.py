"""A whole account in a file: looked through once, every row and every tie, before any is kept."""

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from tracker.account_file.older_files import in_todays_form
from tracker.account_file.reading import File
from tracker.account_file.tables import NO_LONGER, ORDER, PERSON, TABLES, FileTable
from tracker.account_file.values import Check, checker
from tracker.imports.files.table import Unreadable
from tracker.models.changes.archival import DECIDED_BY_OUTCOME
from tracker.values.formatting import plural

Row = dict[str, Any]
SAID = {
    "interviews": ("interview",),
    "rejections": ("rejection",),
    "feedback": ("answer",),
    "actions": ("action",),
    "notes": ("note",),
    "contacts": ("contact",),
    "documents": ("document",),
    "leads": ("lead",),
    "check_ins": ("moment",),
    "thoughts": ("thought",),
    "own_lines": ("line of your own", "lines of your own"),
}
SUMMED = ("interviews", "offers", "rejections", "feedback", "feedback_points", "actions")
WRONG = "Something in this file can’t be right, so nothing was changed. {}"


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
        reader = Reader(TABLES[name], ZoneInfo(self.person.get("time_zone", "UTC")))
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
            name: _checked(checks[name], value, name, "user")
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
        history = History()
        for name in ORDER:
            kept, numbers, later = TABLES[name], set[int](), list[tuple[int, int]]()
            count = 0
            for count, row in enumerate(self.rows(name), 1):
                if kept.numbered:
                    if row["id"] in numbers:
                        raise wrong(name, count, "id", "stands there twice")
                    numbers.add(row["id"])
                if name == "interviews":
                    _check_interview(row, count)
                later += self._check_ties(kept, row, count, found)
                if name in SUMMED or row.get("after") == "interview":
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


class Reader:
    """Takes the rows of one table out of the file."""

    def __init__(self, kept: FileTable, zone: ZoneInfo) -> None:
        self.name = kept.name
        self.zone = zone
        self.checks: list[tuple[str, Check, Any]] = [
            (column.name, checker(column), _default(column)) for column in kept.columns
        ]
        self.known = {column.name for column in kept.columns} | NO_LONGER.get(kept.name, set())

    def read(self, row: Any, number: int) -> Row:
        """One row. Raises Unreadable."""
        if not isinstance(row, dict):
            raise wrong(self.name, number, "", "has another form than that table")
        row = in_todays_form(self.name, row, self.zone)
        if not row.keys() <= self.known:
            raise wrong(self.name, number, "", "has another form than that table")
        made = {}
        for column, check, default in self.checks:
            value = row.get(column, default)
            made[column] = _checked(check, value, column, f"{self.name}, row {number:,}")
        return made


class History:
    """Whether every application stands where its history ends."""

    def __init__(self) -> None:
        self.stages: dict[int, str] = {}
        self.ends: dict[int, tuple[Any, str]] = {}
        self.broad: set[int] = set()
        self.fine: list[tuple[int, int, int]] = []

    def note(self, name: str, row: Row, count: int) -> None:
        """Remember what is compared at the end."""
        if name == "applications":
            self.stages[row["id"]] = row["stage"]
        elif name == "stage_changes":
            end = self.ends.get(row["application_id"])
            if end is None or (row["recorded_at"], row["id"]) >= end[0]:
                self.ends[row["application_id"]] = (row["recorded_at"], row["id"]), row["after"]
        elif name == "themes" and row["parent_id"] is None:
            self.broad.add(row["id"])
        elif name == "themes":
            self.fine.append((count, row["id"], row["parent_id"]))

    def check(self) -> None:
        """Raises Unreadable."""
        for number, (application, stage) in enumerate(self.stages.items(), 1):
            if application not in self.ends or self.ends[application][1] != stage:
                raise wrong("applications", number, "stage", "is not where its history ends")
        for count, _, parent in self.fine:
            if parent not in self.broad:
                raise wrong("themes", count, "parent_id", "would make a third level")


def _check_interview(row: Row, count: int) -> None:
    """Its moment and its day stand together; without an hour there is at least a day."""
    if (row["on"] is None) != (row["starts_at"] is None):
        raise wrong("interviews", count, "on", "and starts_at do not stand together")
    if row["on"] is None and not row["hour_known"]:
        raise wrong("interviews", count, "hour_known", "asks for a day")


def _checked(check: Check, value: Any, column: str, where: str) -> Any:
    try:
        return check(value)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        said = str(error) if type(error) is ValueError else "can’t be read"
        raise Unreadable(WRONG.format(f"In {where}: {column} {said}.")) from error


def wrong(name: str, number: int, column: str, said: str) -> Unreadable:
    """A sentence that says where."""
    said = f"{column} {said}".strip()
    return Unreadable(WRONG.format(f"In {name}, row {number:,}: {said}."))


def _default(column: Any) -> Any:
    """What a file of an older Onward, which knew no such column, means by leaving it out."""
    return column.default.arg if column.default is not None and column.default.is_scalar else None
