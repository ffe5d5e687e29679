"""The rows of one table out of the file: each value checked, and what is wrong told with where."""

from typing import Any
from zoneinfo import ZoneInfo

from tracker.account_file.older_files import in_todays_form
from tracker.account_file.tables import NO_LONGER, FileTable
from tracker.account_file.values import Check, checker
from tracker.imports.files.table import Unreadable

Row = dict[str, Any]

WRONG = "Something in this file can’t be right, so nothing was changed. {}"


class TableReader:
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
            made[column] = checked(check, value, column, f"{self.name}, row {number:,}")
        return made


def checked(check: Check, value: Any, column: str, where: str) -> Any:
    """One value. Raises Unreadable with where it stands."""
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
