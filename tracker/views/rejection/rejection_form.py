"""The form of a rejection."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Self

from flask import request
from wtforms import BooleanField, RadioField
from wtforms.validators import ValidationError

from tracker.loop.ending import CLOSED
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.rejection import WAYS
from tracker.values.folding import fold
from tracker.values.formatting import day, in_sentence
from tracker.values.same_names import tell_apart
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import WordsField


class RejectionForm(Form):
    """Everything may be skipped."""

    on = DayField("When, if you know")
    how = OneOfField("How did they tell you?", WAYS.items())
    words = WordsField("Their words", description="As they said or wrote it")
    reason = WordsField("The reason they gave", render_kw={"rows": 2})
    feedback_offered = BooleanField("They offered feedback")
    role_cancelled = BooleanField(CLOSED)
    cancels = BooleanField(default=True)
    """Asked where an interview lies ahead, ticked at first."""
    buttons = ("cancels",)


SHORTEST = 3
"""Characters of a role that is looked for in their words."""


class NewRejectionForm(RejectionForm):
    """The same, which asks what it is about where several are open at the company."""

    about = RadioField("Which one is it about?", coerce=int, choices=[])

    @classmethod
    def among(
        cls, application: Application, others: Iterable[Application], today: date, **options: object
    ) -> Self:
        """For one application, with the others that are open at the same company."""
        form = cls(**options)
        form.application, form.others = application, list(others)
        among = [application, *form.others] if form.others else []
        form.about.choices = [*zip((each.id for each in among), _which(among, today), strict=True)]
        if not form.others:
            del form.about
        elif form.about.data is None:
            form.about.data = application.id
        return form

    application: Application
    others: list[Application]

    @property
    def elsewhere(self) -> int | None:
        """The other application that was chosen, if one was."""
        chosen = self.about.data if "about" in self else None
        return None if chosen == self.application.id else chosen

    @property
    def is_chosen(self) -> bool:
        """Whether it was asked before, or another one was chosen: then it is not asked again."""
        return "asked" in request.form or self.about.data != self.application.id

    def validate_about(self, field: RadioField) -> None:
        """Asks once where their words name another role."""
        if self.is_chosen:
            return
        words = f"{self.words.data or ''}\n{self.reason.data or ''}"
        named = named_roles(words, (self.application, *self.others))
        other = next((each for each in self.others if each.id in named), None)
        if other is not None:
            raise ValidationError(f"Their words name “{other.role}”, which is open there too.")


def named_roles(words: str, applications: Iterable[Application]) -> set[int]:
    """The applications whose role is in the words, the longest first: Senior Cook is no Cook."""
    text, named = fold(words), set()
    for each in sorted(applications, key=lambda each: -len(each.role)):
        role = r"\s+".join(map(re.escape, fold(each.role).split()))
        if len(role) >= SHORTEST:
            text, found = re.subn(rf"(?<!\w){role}(?!\w)", " ", text)
            named |= {each.id} if found else set()
    return named


def _which(among: Sequence[Application], today: date) -> list[str]:
    """The role, the day, and what else tells two of them apart."""
    names = [_sent(each, today) for each in among]
    facts = [(Stage(each.stage).label, each.location, each.source) for each in among]
    return [
        f"{name} ({more})" if more else name
        for name, more in zip(names, tell_apart(names, facts), strict=True)
    ]


def _sent(application: Application, today: date) -> str:
    sent = application.applied_on
    return (
        f"{application.role}, applied {in_sentence(day(sent, today))}" if sent else application.role
    )
