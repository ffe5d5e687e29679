"""The form of a review: who looked at what, when, what they said; or whom to ask."""

from collections.abc import Iterable

from tracker.models.document import Document
from tracker.models.review import SUBJECTS
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField


class ReviewForm(Form):
    """All but the subject may stay empty."""

    subject = OneOfField("What?", SUBJECTS.items(), empty=None, default="resume")
    by = LineField("Who?", description="A friend, a coach, somebody in the field")
    document_id = OneOfField("Which version?", (), coerce=int, empty="Choose…")
    asked_on = DayField("Asked on")
    on = DayField("Looked on")
    # Not "said": each page has that one, and reads aloud what is put there.
    said = WordsField("What did they say?", id="their-words", render_kw={"rows": 4})

    def offer(self, documents: Iterable[Document]) -> "ReviewForm":
        """Let one of these be the version; one that is chosen stays, archived too."""
        self.document_id.choices = [
            *self.document_id.choices[:1],
            *(
                (str(each.id), each.label)
                for each in documents
                if not each.archived_at or each.id == self.document_id.data
            ),
        ]
        return self


class RequestForm(Form):
    """The words that ask somebody to look, to be sent by the person."""

    subject = LineField("Subject", render_kw={"autocapitalize": "sentences"})
    body = WordsField("Message", render_kw={"rows": 12})
