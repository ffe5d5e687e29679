"""The form of a line of one's own."""

from tracker.web.fields import Form, LineField, given


class OwnLineForm(Form):
    """One line."""

    text = LineField(
        "A line to hold on to",
        [given("Write the line first.")],
        render_kw={"autocapitalize": "sentences"},
    )
