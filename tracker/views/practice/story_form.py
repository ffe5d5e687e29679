"""The forms of a story, and of a time that it was said aloud."""

from typing import Self

from wtforms.widgets import TextArea

from tracker.loop.practice import question_named, shape_of
from tracker.models.story import LINES, LONGEST_RUN
from tracker.web.fields.form import Form, required
from tracker.web.fields.text import LineField, WordsField
from tracker.web.fields.whole_number import WholeField


class RunForm(Form):
    """How long somebody spoke."""

    seconds = WholeField("How many seconds did you speak?", LONGEST_RUN)


class StoryForm(RunForm):
    """The question, and four lines of which none is needed."""

    buttons = ("seconds",)

    question = LineField(
        "The question",
        [required("Which question? Write it as they ask it.")],
        render_kw={"autocapitalize": "sentences"},
        widget=TextArea(),
    )
    situation = WordsField("Situation")
    task = WordsField("Task")
    did = WordsField("Action")
    result = WordsField("Result")

    def shaped(self, slug: str | None) -> Self:
        """With the labels and hints that help to answer this question."""
        for line in shape_of(slug):
            field = self[line.name]
            field.label.text, field.description = line.label, line.hint
        return self

    def slug(self, asked: str) -> str | None:
        """Which of Onward's questions it is, as long as its words are left as they are."""
        found = question_named(asked)
        return asked if found is not None and found.ask == self.question.data else None

    def is_unwritten(self, asked: str) -> bool:
        """Whether there is nothing of the person's own in it, and so nothing to keep."""
        return self.slug(asked) is not None and not any(line.data for line in self.lines)

    @property
    def lines(self) -> list[WordsField]:
        """The four, in their order."""
        return [self[name] for name in LINES]
