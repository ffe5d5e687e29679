"""The forms of an action."""

from collections.abc import Iterable
from typing import Self

from wtforms.widgets import TextArea

from tracker.models.action import KINDS
from tracker.models.document import Document
from tracker.models.skill import Skill
from tracker.values.text import is_web_link
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField

SENTENCES = {"autocapitalize": "sentences"}


class ActionForm(Form):
    """What, when and where, by which day, and the first small step."""

    what = LineField(
        "I will",
        [required("What will you do? A few words.")],
        render_kw=SENTENCES,
        widget=TextArea(),
    )
    kind = OneOfField("Kind", KINDS.items(), empty=None, default="other")
    skill_id = OneOfField(
        "Which skill to learn is it for?",
        (),
        coerce=int,
        empty="None",
        description="When it is done, it stands among the skills you’re learning",
    )
    due_on = DayField("By")
    cue = LineField(
        "When",
        render_kw=SENTENCES,
        widget=TextArea(),
    )
    plan = LineField(
        "The one thing I’ll do then",
        description="In so many words: record two answers and listen to them",
        render_kw={"autocapitalize": "none"},
    )
    first_step = LineField(
        "A small first step",
        description="Something that takes five minutes: open the file, find the number",
        render_kw=SENTENCES,
    )

    def offer(self, skills: Iterable[Skill]) -> Self:
        """Let it be for one of these skills."""
        self.skill_id.choices = [("", "None"), *((f"{each.id}", each.name) for each in skills)]
        return self


class DoneForm(Form):
    """The day on which it was done."""

    done_on = DayField("When did you do it?", [required("Which day? A guess is fine.")])


class ReplyForm(Form):
    """The words that answer an email, as they are edited before they are copied."""

    subject = LineField("Subject", widget=TextArea(), render_kw={"rows": 1})
    body = WordsField("Your email")


class ProofForm(Form):
    """What shows that it is done."""

    proof = WordsField(
        "A line or a link",
        description="What you did, or where to see it",
        render_kw={"rows": 2},
    )
    proof_document_id = OneOfField("Or a document", (), coerce=int, empty="None")

    def offer(self, documents: Iterable[Document]) -> Self:
        """Let one of these be it."""
        self.proof_document_id.choices = [
            ("", "None"),
            *((str(each.id), each.label) for each in documents),
        ]
        return self

    @staticmethod
    def link_in(proof: str) -> str | None:
        """The proof, where it is nothing but a link to the web."""
        return proof if is_web_link(proof) else None
