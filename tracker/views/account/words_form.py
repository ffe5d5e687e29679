"""Words to add to one's vocabulary."""

from wtforms import Field
from wtforms.validators import ValidationError

from tracker.models.skill import LEVELS
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField
from tracker.web.fields.tokens import TokensField, one_word


def at_least_one(form: Form, field: Field) -> None:
    """At least one."""
    if not field.data:
        raise ValidationError("Type a word or two first.")


class SparksForm(Form):
    """More sparks."""

    sparks = TokensField("More that excites you", [at_least_one])


class TagsForm(Form):
    """More tags."""

    tags = TokensField("More tags", [at_least_one])


class TagForm(Form):
    """The name of one."""

    name = LineField("Name", [required("What is this tag called?"), one_word])


class SkillsForm(Form):
    """More skills of one level."""

    skills = TokensField("More skills", [at_least_one])
    level = OneOfField("Level", LEVELS.items(), empty=None)
