"""The form of a look back: room for the person's own words beside each part."""

from tracker.web.fields.form import Form
from tracker.web.fields.text import WordsField


class StepBackForm(Form):
    """Any of them may stay empty."""

    fit = WordsField(
        "Do I aim for what I’m good at, or for what I’d like to do?",
        description="Both can be right.",
        render_kw={"rows": 3},
    )
    themes = WordsField(
        "What do they say again and again?",
        render_kw={"rows": 3},
    )
    papers = WordsField(
        "Which version would I send today?",
        description="And what would I change in it?",
        render_kw={"rows": 3},
    )
    sources = WordsField(
        "Where is it worth looking more, where less?",
        render_kw={"rows": 3},
    )
    others = WordsField(
        "Who could give me a review?",
        render_kw={"rows": 3},
    )
