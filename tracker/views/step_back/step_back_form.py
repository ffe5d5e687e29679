"""The form of a look back: room for the person's own words beside each part."""

from tracker.web.fields import Form, WordsField


class StepBackForm(Form):
    """Any of them may stay empty."""

    fit = WordsField(
        "What do I make of that?",
        description="Am I aiming where I’m strong, or where I’d like to be? Both can be right.",
        render_kw={"rows": 3},
    )
    themes = WordsField(
        "What do I make of that?",
        description="What keeps coming back? What is one thing, and what is chance?",
        render_kw={"rows": 3},
    )
    papers = WordsField(
        "What do I make of that?",
        description="Which version would I send today? What would I change in it?",
        render_kw={"rows": 3},
    )
    sources = WordsField(
        "What do I make of that?",
        description="Where is it worth looking more, where less?",
        render_kw={"rows": 3},
    )
    others = WordsField(
        "What do I make of that?",
        description="Who could look with fresh eyes?",
        render_kw={"rows": 3},
    )
