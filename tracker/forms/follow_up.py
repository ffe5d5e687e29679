"""The form of a follow-up."""

from tracker.forms.fields import Form, WordsField


class FollowUpForm(Form):
    """A few words, if wanted."""

    words = WordsField("What did you write or say?", description="May be left empty")
