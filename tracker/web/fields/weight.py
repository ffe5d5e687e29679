"""How heavy, how strong: a whole number from 0 to 10, or none."""

from collections.abc import Sequence
from typing import Any

from wtforms import IntegerField

from tracker.values.whole_number import whole_number

MOST = 10


class WeightField(IntegerField):
    """A number from 0 to 10; left alone, it is none."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **options: Any) -> None:
        kw = {"min": 0, "max": MOST, "inputmode": "numeric", "autocomplete": "off"}
        options["render_kw"] = kw | options.get("render_kw", {})
        super().__init__(label, list(validators), **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is no number."""
        self.data = None
        if valuelist and valuelist[0].strip():
            self.data = weight(valuelist[0])
            if self.data is None:
                raise ValueError("A whole number from 0 to 10, or nothing.")


def weight(given: str) -> int | None:
    """The number that was meant, or None where it is none of the eleven."""
    return whole_number(given.strip(), MOST)
