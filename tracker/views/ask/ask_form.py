"""The forms of an attempt, of a letter, and of what shapes the words."""

from typing import Any

from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from tracker.loop.ask import LANGUAGES, TONES
from tracker.loop.ask_state import RESULTS
from tracker.models.attempt import CHANNELS, KINDS
from tracker.models.user import User
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField

ANY_HAND = {"autocapitalize": "sentences"}


class LetterForm(Form):
    """A letter as it is edited."""

    subject = LineField("Subject", widget=TextArea(), render_kw=ANY_HAND | {"rows": 1})
    body = WordsField("Your email", render_kw={"rows": 14})


class AttemptForm(LetterForm):
    """An attempt as it is told in one tap; the words of a letter come along."""

    kind = OneOfField("Kind", KINDS.items(), empty=None, default="ask")
    channel = OneOfField("How", CHANNELS.items(), empty=None, default="call")
    result = OneOfField("What happened?", RESULTS.items(), empty="")
    tone = OneOfField("Tone", TONES.items(), empty=None, default="warm")
    language = OneOfField("Language", LANGUAGES.items(), empty=None, default="en")

    def validate_result(self, field: OneOfField) -> None:
        """An attempt came to something."""
        if field.data is None:
            raise ValidationError("Tap what happened.")


class AttemptEditForm(Form):
    """An attempt, corrected."""

    on = DayField("When", [required("On which day was it?")])
    channel = OneOfField("How", CHANNELS.items(), empty=None)
    result = OneOfField("What happened?", RESULTS.items(), empty=None)
    follow_up_on = DayField("Wait until", description="Empty: nothing more is expected")
    note = WordsField("Note", render_kw={"rows": 2})
    subject = LineField("Subject", render_kw=ANY_HAND)
    body = WordsField("The words that were used")


class AskForm(Form):
    """What shapes the words: at most two questions, the tone, a number for voicemail."""

    first = LineField("Your question", render_kw=ANY_HAND | {"list": "questions"})
    second = LineField("A second one, if you like", render_kw=ANY_HAND | {"list": "questions"})
    tone = OneOfField("Tone", TONES.items(), empty=None, default="warm")
    language = OneOfField("Language", LANGUAGES.items(), empty=None, default="en")
    my_phone = LineField(
        "Your number, for voicemail",
        render_kw={"inputmode": "tel", "autocomplete": "tel", "autocapitalize": "none"},
    )

    @classmethod
    def asking(cls, questions: list[str], user: User) -> "AskForm":
        """The form as it stands."""
        first, second = [*questions, "", ""][:2]
        return cls(
            formdata=None,
            first=first,
            second=second,
            tone=user.letter_tone,
            language=user.letter_language,
            my_phone=user.phone,
        )

    @property
    def questions(self) -> str:
        """One a line."""
        return "\n".join(each for each in (self.first.data, self.second.data) if each)


class SelfAnalysisForm(Form):
    """Two lines, each of which may be left out."""

    went_well = WordsField("What went well?", render_kw={"rows": 2})
    would_change = WordsField("What would you do differently?", render_kw={"rows": 2})


def attempt_of_form(
    form: AttemptForm, contact_id: int | None, wording: str, body: str
) -> dict[str, Any]:
    """An attempt as it is kept."""
    return {
        "kind": form.kind.data,
        "channel": form.channel.data,
        "result": form.result.data,
        "contact_id": contact_id,
        "wording": wording,
        "subject": form.subject.data or "",
        "body": body,
    }
