"""Whether what the rows of a file say together can be true."""

from typing import Any

from tracker.account_file.reader import Row, wrong


class FileHistory:
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


def check_interview(row: Row, count: int) -> None:
    """Its moment and its day stand together; without an hour there is at least a day."""
    if (row["on"] is None) != (row["starts_at"] is None):
        raise wrong("interviews", count, "on", "and starts_at do not stand together")
    if row["on"] is None and not row["hour_known"]:
        raise wrong("interviews", count, "hour_known", "asks for a day")
