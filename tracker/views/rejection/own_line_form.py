"""The form of a line of one's own."""

from wtforms.widgets import TextArea

from tracker.web.fields.form import Form, required
from tracker.web.fields.text import LineField


class OwnLineForm(Form):
    """One line."""

    text = LineField(
        "A sentence that helps you",
        [required("Write the line first.")],
        widget=TextArea(),
        render_kw={"autocapitalize": "sentences", "rows": 3},
    )
