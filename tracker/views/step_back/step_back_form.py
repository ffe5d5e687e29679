"""The form of a look back: room for the person's own words beside each part."""

from tracker.web.fields.form import Form
from tracker.web.fields.text import WordsField


class StepBackForm(Form):
    """Any of them may stay empty."""

    fit = WordsField(
        "What do I think about that?",
        description="Do I aim for what I’m good at, or for what I’d like to do? Both can be right.",
        render_kw={"rows": 3},
    )
    themes = WordsField(
        "What do I think about that?",
        description="What comes up again and again? What may be chance?",
        render_kw={"rows": 3},
    )
    papers = WordsField(
        "What do I think about that?",
        description="Which version would I send today? What would I change in it?",
        render_kw={"rows": 3},
    )
    sources = WordsField(
        "What do I think about that?",
        description="Where is it worth looking more, where less?",
        render_kw={"rows": 3},
    )
    others = WordsField(
        "What do I think about that?",
        description="Who could give me a review?",
        render_kw={"rows": 3},
    )
