"""The form of a note."""

from wtforms import BooleanField

from tracker.web.fields.form import Form, required
from tracker.web.fields.text import WordsField


class NoteForm(Form):
    """A person's own words."""

    body = WordsField(
        "Note", [required("Write a word or two first.")], description="Markdown works"
    )
    private = BooleanField(
        "Private", description="Left out of search, links for a coach, and exports"
    )
