"""What gathers while one row is read."""

from tracker.imports.reading import fact_readers
from tracker.imports.reading.rows import ReadRow
from tracker.values.text import clean_text


class RowGathering:
    """What gathers while one row is read."""

    __slots__ = ("headers", "kept", "private", "row", "status", "steps", "words")

    def __init__(self, row: ReadRow) -> None:
        self.row = row
        self.status = ""
        self.steps: list[tuple[str, str, str]] = []
        self.words: dict[str, str] = {}
        self.kept: list[tuple[str, str, bool]] = []
        self.private: list[str] = []
        self.headers: dict[str, str] = {}
        """What columns are called whose days may have no place of their own."""

    def add_note(self, header: str, text: str, named: bool = True) -> None:
        """Put words without a fact of their own into the notes, after their header if named."""
        self.kept.append((header, text, named))

    def notes(self, named: bool) -> str:
        """All that was kept; plain notes get their header too when several columns hold some."""
        parts = [f"{head}: {text}" if named or own else text for head, text, own in self.kept]
        return clean_text("\n".join(parts)[: fact_readers.LONGEST_NOTES]) if parts else ""
