"""Words to add to one's vocabulary."""

from wtforms import Field
from wtforms.validators import ValidationError

from tracker.models.skill import LEVELS
from tracker.web.fields import Form, OneOfField, TokensField


def some(form: Form, field: Field) -> None:
    """At least one."""
    if not field.data:
        raise ValidationError("Type a word or two first.")


class SparksForm(Form):
    """More sparks."""

    sparks = TokensField("More sparks", [some])


class SkillsForm(Form):
    """More skills of one level."""

    skills = TokensField("More skills", [some])
    level = OneOfField("Level", LEVELS.items(), empty=None)
