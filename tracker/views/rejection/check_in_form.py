"""The form of a moment taken."""

from wtforms import RadioField

from tracker.loop.writing_prompts import PROMPTS
from tracker.models.check_in import CheckIn
from tracker.views.rejection.rest_form import RestForm
from tracker.web.fields.choice import choice
from tracker.web.fields.text import WordsField
from tracker.web.fields.weight import WeightField


class CheckInForm(RestForm):
    """Everything may be left alone."""

    before = WeightField("How bad do you feel?")
    words = WordsField("A few words, if you like", render_kw={"rows": 3})
    prompt = RadioField(
        "Start from", choices=[choice(*each) for each in PROMPTS.items()], validate_choice=False
    )
    writing = WordsField("Your page", render_kw={"rows": 8})
    apart = frozenset({"prompt"})
    """Its name; the moment keeps its words."""

    @property
    def says(self) -> bool:
        """Whether there is anything to keep."""
        typed = self.words.data or self.writing.data
        return bool(typed) or self.before.data is not None

    def write(self, row: CheckIn) -> None:
        """Let the moment say what the form says; a prompt counts where something was written."""
        super().write(row)
        row.prompt = PROMPTS.get(self.prompt.data or "", "") if row.writing else ""
