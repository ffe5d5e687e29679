"""The forms of what a coach leaves, and of the answer to it."""

from typing import Any

from wtforms import Field
from wtforms.validators import ValidationError

from tracker.models.coach_note import LONGEST
from tracker.web.fields.form import Form
from tracker.web.fields.text import LineField, WordsField


def few_words(form: Form, field: Field) -> None:
    """Some paragraphs, no more."""
    over = len(field.data or "") - LONGEST
    if over > 0:
        raise ValidationError(
            f"Please shorten this by {over:,}: up to {LONGEST:,} characters fit. It is still here."
        )


class CoachNoteForm(Form):
    """A note, an action to suggest, or both, by somebody without an account."""

    body = WordsField("Your note", [few_words], description=f"Up to {LONGEST:,} characters")
    suggestion = LineField(
        "An action to suggest",
        description="If you like: one thing to do next, in a few words",
        render_kw={"autocapitalize": "sentences"},
    )
    by = LineField("Your name", description="If you like", render_kw={"autocomplete": "name"})

    def validate_suggestion(self, field: Any) -> None:
        """One of the two is needed."""
        if not self.body.data and not field.data:
            raise ValidationError("Write a note or suggest an action first.")


class AnswerForm(Form):
    """The owner's answer to a note."""

    answer = WordsField("Your answer", [few_words])


class HelpForm(Form):
    """What a person would like help with."""

    help_wanted = WordsField(
        "What I would like help with",
        [few_words],
        description="In your own words. A coach with a link sees it at the top",
    )
