"""The form of a note."""

from wtforms import BooleanField

from tracker.models.note import Note
from tracker.web.fields import Form, WordsField, given


class NoteForm(Form):
    """A person's own words."""

    body = WordsField("Note", [given("Write a word or two first.")], description="Markdown works")
    private = BooleanField(
        "Private", description="Left out of search, links for a coach, and exports"
    )

    @classmethod
    def of(cls, note: Note) -> "NoteForm":
        """The form as the saved note fills it."""
        return cls(formdata=None, body=note.body, private=note.private)

    def write(self, note: Note) -> None:
        """Let the note say what the form says."""
        note.body, note.private = self.body.data or "", self.private.data
