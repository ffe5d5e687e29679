"""The form of a review: who looked at what, when, what they said; or whom to ask."""

from collections.abc import Iterable

from tracker.models.document import Document
from tracker.models.review import SUBJECTS, Review
from tracker.web.fields import DayField, Form, LineField, OneOfField, WordsField

FACTS = ("subject", "by", "on", "said", "document_id", "asked_on")


class ReviewForm(Form):
    """All but the subject may stay empty."""

    subject = OneOfField("What?", SUBJECTS.items(), empty=None, default="resume")
    by = LineField("Who?", description="A friend, a coach, somebody in the field")
    document_id = OneOfField("Which version?", (), coerce=int, empty="Not said")
    asked_on = DayField("Asked on")
    on = DayField("Looked on")
    said = WordsField("What did they say?", render_kw={"rows": 4})

    @classmethod
    def of(cls, review: Review) -> "ReviewForm":
        """The form as the saved review fills it."""
        return cls(formdata=None, **{name: getattr(review, name) for name in FACTS})

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

    def write(self, review: Review) -> None:
        """Let the review be what the form says."""
        review.subject = self.subject.data
        review.by, review.said = self.by.data or "", self.said.data or ""
        review.asked_on, review.on = self.asked_on.data, self.on.data
        review.document_id = self.document_id.data


class RequestForm(Form):
    """The words that ask somebody to look, to be sent by the person."""

    subject = LineField("Subject", render_kw={"autocapitalize": "sentences"})
    body = WordsField("Message", render_kw={"rows": 12})
