"""Who somebody is, a line each: ticked where they are known, typed where they are new."""

from collections.abc import Iterable
from typing import Any

from tracker.web.fields.text import WordsField


class NamesField(WordsField):
    """As many lines as fit; those that are one of `offered` stand as boxes to tick."""

    def __init__(self, label: str, **options: Any) -> None:
        self.offered: list[str] = []
        super().__init__(label, **options)

    def offer(self, names: Iterable[str]) -> None:
        """Let these be ticked."""
        self.offered = list(dict.fromkeys(names))

    def process_formdata(self, valuelist: list[str]) -> None:
        """What is ticked, then what is typed, as it was typed."""
        *ticked, typed = valuelist or [""]
        known = {line.strip() for line in typed.splitlines()}
        self.data = "\n".join([*(name for name in ticked if name not in known), typed]).rstrip("\n")

    def _value(self) -> str:
        """Those that no box stands for."""
        return "\n".join(line for line in self._lines() if line not in self.offered)

    def ticked(self, name: str) -> bool:
        """Whether an offered name is among them."""
        return name in self._lines()

    def _lines(self) -> list[str]:
        return (self.data or "").splitlines()
