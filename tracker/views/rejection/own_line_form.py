"""The form of a line of one's own."""

from tracker.models.check_in import OwnLine
from tracker.web.fields import Form, LineField, given


class OwnLineForm(Form):
    """One line."""

    text = LineField(
        "A line to hold on to",
        [given("Write the line first.")],
        render_kw={"autocapitalize": "sentences"},
    )

    @classmethod
    def of(cls, row: OwnLine) -> "OwnLineForm":
        """The form as the saved line fills it."""
        return cls(formdata=None, text=row.text)
