"""The parts of an application's form below the first fields, each with a line of what is in it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from wtforms import BooleanField, Field

from tracker.loop.stage import Stage
from tracker.values.formatting import day, in_sentence, shortened_to_words
from tracker.views.applications.application_form import ApplicationForm
from tracker.web.fields.text import WordsField
from tracker.web.fields.tokens import TokensField

SHORT = ("company", "role", "link", "location", "applied_on")
"""What stands above all parts."""
YOU = ("posting", "skills", "excitement", "sparks", "tags")
HOW = ("applied_how", "source", "resume_id", "letter_id", "internal_candidate")
NEW = ("stage", "note")
"""Asked only where one is added."""
LONGEST = 90


class FieldGroup(NamedTuple):
    """Some fields, under a name."""

    title: str
    said: str
    """What is filled in; where nothing is, what can be."""
    fields: list[Field]
    open: bool


def field_groups(
    form: ApplicationForm, today: date, shown: Collection[str] = ()
) -> list[FieldGroup]:
    """The three parts; a fact that no part names is one of the job's. Of `NEW`, those `shown`."""
    placed = {*SHORT, *YOU, *HOW, *NEW}
    job = [each.name for each in form if each.name not in placed]
    how = [*HOW, *(name for name in NEW if name in shown)]
    parts: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("The job", "Hours, pay, closing day", job),
        ("The posting and you", "The ad, skills, what excites you", YOU),
        ("How you applied", "Where, and with which papers", how),
    )
    return [field_group(form, today, title, empty, names) for title, empty, names in parts]


def field_group(
    form: ApplicationForm, today: date, title: str, empty: str, names: Iterable[str]
) -> FieldGroup:
    """Some fields under a name, and a line of what they hold."""
    fields = [form[name] for name in names]
    said = " · ".join(words for each in fields if (words := _said(form, each, today)))
    wrong = any(each.errors for each in fields)
    return FieldGroup(title, shortened_to_words(said, LONGEST) or empty, fields, wrong)


def _said(form: ApplicationForm, field: Field, today: date) -> str:
    """What one field holds, in a word or two."""
    label, value = field.label.text, field.data
    if not value or value == Stage.APPLIED:
        return ""
    if isinstance(field, BooleanField | WordsField):
        return str(label)
    if isinstance(field, TokensField):
        return ", ".join(value)
    if isinstance(value, date):
        return f"{label} {in_sentence(day(value, today))}"
    if field.name == "excitement":
        return f"Excites you {value} of 5"
    return form.fact_words(field.name, value)
