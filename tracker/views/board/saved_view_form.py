"""What is said of a view: its name, and how it is shown."""

from collections.abc import Sequence
from typing import Self

from sqlalchemy import select
from wtforms import Field
from wtforms.validators import ValidationError

from tracker.extensions import db
from tracker.models.many.saved_view import BOARD, MOST, TABLE, SavedView
from tracker.web.access import me
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField

FULL = f"Up to {MOST} views can be kept: remove one first."


class SavedViewForm(Form):
    """Its name, and how it is shown; one of the same name is brought up to date."""

    name = LineField("Name", [required("What is this view called?")])
    shown_as = OneOfField(
        "Open it as",
        ((BOARD, "A board"), (TABLE, "A table")),
        empty=None,
        default=BOARD,
        chips=True,
    )

    def validate_name(self, field: Field) -> None:
        """A list that can still be read."""
        others = [each for each in names() if each.casefold() != (field.data or "").casefold()]
        if len(others) >= MOST:
            raise ValidationError(FULL)


class RenamedViewForm(SavedViewForm):
    """The same for one that is there; two are told apart by their names."""

    before = ""

    @classmethod
    def of(cls, row: SavedView) -> Self:
        """As it is saved."""
        form = super().of(row)
        form.before = row.name
        return form

    def validate_name(self, field: Field) -> None:
        """No other one's."""
        others = [each.casefold() for each in names() if each != self.before]
        if (field.data or "").casefold() in others:
            raise ValidationError("Another view has that name.")


def names() -> Sequence[str]:
    """Of the person's own views."""
    mine = select(SavedView.name).where(SavedView.user_id == me().id)
    return db.session().scalars(mine).all()
