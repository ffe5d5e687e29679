"""The form of something done for the search besides an application."""

from tracker.models.activity import KINDS
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField
from tracker.web.fields.whole_number import WholeField

SENTENCES = {"autocapitalize": "sentences"}
LONGEST = 24 * 60


class ActivityForm(Form):
    """The day, the kind and a few words; the rest may stay empty."""

    what = LineField(
        "What did you do?", [required("A few words on what it was.")], render_kw=SENTENCES
    )
    on = DayField("When?", [required("Which day was it?")])
    kind = OneOfField("Kind", KINDS.items(), empty=None, default="other")
    minutes = WholeField("Minutes", LONGEST)
    with_whom = LineField("With whom, or where?")
    result = WordsField("What came of it?", render_kw={"rows": 2})
