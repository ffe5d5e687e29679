"""The form of a note."""

from wtforms import BooleanField

from tracker.web.fields import Form, WordsField, required


class NoteForm(Form):
    """A person's own words."""

    body = WordsField(
        "Note", [required("Write a word or two first.")], description="Markdown works"
    )
    private = BooleanField(
        "Private", description="Left out of search, links for a coach, and exports"
    )
