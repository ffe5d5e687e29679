"""The form of a thought record."""

from typing import Any, Self

from tracker.models.thought import ENDS, QUESTION
from tracker.web.fields.form import Form
from tracker.web.fields.moment import refuse
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField
from tracker.web.fields.weight import WeightField

HAPPENED = "Only what was said or done, and when."
TEXTS = ("fact", "story", "evidence_against", "balanced_line", "question")


class ThoughtForm(Form):
    """The steps of the record; any of them may stay empty."""

    fact = WordsField(
        "What happened",
        description=HAPPENED,
        render_kw={"rows": 2},
    )
    story = WordsField(
        "What I think it means",
        description="The thought that keeps coming back.",
        render_kw={"rows": 3},
    )
    strength_before = WeightField("How strongly do I believe that?")
    evidence_against = WordsField(
        "What speaks against that",
        description="Times when it went well, or another reason why it happened.",
        render_kw={"rows": 3},
    )
    balanced_line = WordsField(
        "A kinder line that I can believe",
        description="One true sentence, as you would say it to a friend.",
        render_kw={"rows": 2},
    )
    strength_after = WeightField("How strongly do I believe the thought now?")
    question = LineField(
        "A question for them",
        description="If there is one. Ask about one of your answers, for example: “Which part of "
        "my answer on rostering was unclear?” You can ask them two questions.",
        render_kw={"autocapitalize": "sentences"},
    )
    ended = OneOfField("How it ends", ENDS.items(), empty="")
    apart = frozenset({"ended"})
    """The button that was pressed: that a record ends is an event."""

    def after_a_no(self) -> Self:
        """The form where they said one: for an example, that is what happened."""
        self.fact.description = f"{HAPPENED} For example: they said no."
        return self

    def for_nobody(self) -> Self:
        """The form where no question goes to them: one is kept, and nothing is promised."""
        self.question.label.text = "A question you have"
        self.question.description = (
            "If there is one. It stays with this worry, for you. It is not sent to them."
        )
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is something to keep, and a question where it ends as one."""
        valid = super().validate(extra_validators)
        if valid and not any(self[name].data for name in TEXTS):
            return refuse(self.fact, "Write a word or two first, wherever you like.")
        if valid and self.ended.data == QUESTION and not self.question.data:
            return refuse(self.question, "Write the question first, or let it go.")
        return valid
