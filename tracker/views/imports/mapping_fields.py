"""What a mapping's form has a select for: every column and every status."""

from dataclasses import dataclass

from tracker.imports.reading import statuses
from tracker.imports.reading.column_reading import ColumnReading
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.status_meaning import StatusMeaning


@dataclass(frozen=True)
class MappingField:
    """One select."""

    name: str
    about: ColumnReading | StatusMeaning
    value: str
    error: str = ""

    @property
    def chosen(self) -> bool:
        """Whether the person said so, and may take it back."""
        return self.about.certainty == "chosen"


class MappingFields:
    """The selects of a mapping, by how much of a look each wants."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.errors: dict[str, str] = {}

    @property
    def columns(self) -> list[MappingField]:
        """In the order of the file."""
        return [
            MappingField(name, column, column.fact, self.errors.get(name, ""))
            for name, column in self._columns()
        ]

    @property
    def unread(self) -> list[MappingField]:
        """Columns with something in them that nobody knows the fact of, or that were told wrong."""
        return [
            each
            for each in self.columns
            if each.error or (each.about.samples and not each.about.recognised)  # type: ignore[union-attr]
        ]

    @property
    def explained(self) -> list[MappingField]:
        """Columns that were recognised, if not for certain, with the reason."""
        unread = {each.name for each in self.unread}
        return [
            each
            for each in self.columns
            if each.name not in unread and each.about.certainty == "proposed" and each.about.why
        ]

    @property
    def settled(self) -> list[MappingField]:
        """The other columns, which nobody has to look at."""
        unread = {each.name for each in self.unread}
        return [each for each in self.columns if each.name not in unread]

    @property
    def statuses(self) -> list[MappingField]:
        """Statuses that are not open, those that mean the same together, in order of frequency."""
        groups: dict[str, dict[str, MappingField]] = {}
        for key, meaning in self._meanings():
            if meaning.count and not meaning.asked:
                name = statuses.code(key)
                each = MappingField(name, meaning, meaning.choice, self.errors.get(name, ""))
                groups.setdefault(meaning.choice, {}).setdefault(name, each)
        return [each for group in groups.values() for each in group.values()]

    def _columns(self) -> list[tuple[str, ColumnReading]]:
        return [(f"column-{i}", column) for i, column in enumerate(self.mapping.columns)]

    def _meanings(self) -> list[tuple[str, StatusMeaning]]:
        return sorted(self.mapping.statuses.items(), key=lambda item: -item[1].count)
