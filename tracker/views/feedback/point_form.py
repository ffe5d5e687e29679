"""The forms of a point, and of a theme."""

from collections.abc import Iterable

from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from tracker.models.changes.themes import ThemeOption
from tracker.models.feedback import AGREED, POINTS
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField


class PointForm(Form):
    """What a sentence is about, and what the person makes of it."""

    kind = OneOfField("What is it?", POINTS.items(), empty=None)
    theme = OneOfField("About", (), empty="No theme")
    agreed = OneOfField("Do you agree?", AGREED.items(), empty="Choose…")
    specific = BooleanField("Specific enough to act on")

    def offer(self, vocabulary: Iterable[ThemeOption]) -> "PointForm":
        """Let these be the themes; a row's number may come from the form as text."""
        named = [("", "No theme")]
        for broad in vocabulary:
            named.append((broad.value, broad.name))
            named += [(each.value, f"{broad.name}: {each.name}") for each in broad.finer]
        self.theme.choices = named
        return self


class SentenceForm(PointForm):
    """One sentence of several on a page: taken or not."""

    take = BooleanField("Take it")


class SavedPointForm(PointForm):
    """A point that is kept; its quote may be narrowed to the words that count."""

    quote = WordsField(
        "Their words",
        [required("A point needs some of their words.")],
        description="Shorten it to the words that count, if you like",
        render_kw={"rows": 2},
    )
    said = ""
    """All that they said."""

    def validate_quote(self, field: Field) -> None:
        """It is still what they said."""
        if " ".join((field.data or "").split()) not in " ".join(self.said.split()):
            raise ValidationError(
                "Please use their own words here. Your own words go into the action."
            )


def yes_or_no(value: str) -> bool:
    """What y and n stand for."""
    if value not in ("y", "n"):
        raise ValueError(value)
    return value == "y"


class SpecificForm(Form):
    """Whether the whole answer says enough to act on."""

    specific = OneOfField(
        "Is there something in it that you can use?",
        [("y", "Yes, it is specific"), ("n", "No, it is very general")],
        coerce=yes_or_no,
        empty="I’ll decide later",
    )


class ThemeForm(Form):
    """What a theme is called, and what it belongs to."""

    name = LineField(
        "Name", [required("What is it called?")], render_kw={"autocapitalize": "sentences"}
    )
    parent = OneOfField("Part of", (), coerce=int, empty="A main theme")
