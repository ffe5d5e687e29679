"""The form of something done for the search besides an application."""

from tracker.models.activity import KINDS, Activity
from tracker.views.applications.interview_form import WholeField
from tracker.web.fields import DayField, Form, LineField, OneOfField, WordsField, given

FACTS = ("on", "kind", "what", "with_whom", "minutes", "result")
SENTENCES = {"autocapitalize": "sentences"}
LONGEST = 24 * 60


class ActivityForm(Form):
    """The day, the kind and a few words; the rest may stay empty."""

    what = LineField(
        "What did you do?", [given("A few words on what it was.")], render_kw=SENTENCES
    )
    on = DayField("When?", [given("Which day was it?")])
    kind = OneOfField("Kind", KINDS.items(), empty=None, default="other")
    minutes = WholeField("Minutes", LONGEST)
    with_whom = LineField("With whom, or where?")
    result = WordsField("What came of it?", render_kw={"rows": 2})

    @classmethod
    def of(cls, row: Activity) -> "ActivityForm":
        """The form as the saved activity fills it."""
        return cls(formdata=None, **{name: getattr(row, name) for name in FACTS})

    def write(self, row: Activity) -> None:
        """Let the activity be what the form says."""
        for name in FACTS:
            setattr(row, name, self[name].data)
