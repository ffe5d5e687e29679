"""The form of a follow-up."""

from tracker.views.ask.ask_form import LetterForm
from tracker.web.fields.text import WordsField


class FollowUpForm(LetterForm):
    """The email that went, or a few words about a call, if wanted."""

    words = WordsField("What did you write or say?", description="May be left empty")

    @property
    def note_words(self) -> str:
        """What the note says."""
        return self.words.data or self.body.data or ""
