"""A whole number."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import NumberRange, Optional


class WholeField(IntegerField):
    """A whole number, or none."""

    def __init__(self, label: str, most: int, **options: Any) -> None:
        words = f"A whole number from 1 to {most:,}, please, or leave it empty."
        kw = {"inputmode": "numeric", "autocomplete": "off", "min": 1, "max": most}
        super().__init__(label, [Optional(), NumberRange(1, most, words)], render_kw=kw, **options)
        self.words = words

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is no number."""
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = int(valuelist[0].strip()[:20])
            except ValueError as error:
                raise ValueError(self.words) from error
