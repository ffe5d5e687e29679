"""What is to be done to those that are chosen."""

from collections.abc import Container, Sequence
from typing import Self

from flask import request
from sqlalchemy.orm import Session
from wtforms import Field
from wtforms.validators import ValidationError

from tracker.loop.outcome import Outcome
from tracker.models.changes.many import OUTCOMES, WantedChange
from tracker.models.skill import Tag
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField
from tracker.web.fields.tokens import one_word

NO_ANSWER, AND_AWAY = "no_answer", "no_answer_away"


class ManyForm(Form):
    """Each part may be left; the button says whether no answer came, or which tag is at hand."""

    outcome = OneOfField(
        "Archive as",
        [(each.value, each.label) for each in OUTCOMES],
        coerce=Outcome,
        empty="Not archived",
        chips=True,
    )
    new_tag = LineField(
        "Add a tag", [one_word], render_kw={"list": "tags", "autocapitalize": "none"}
    )
    untag = OneOfField("Take a tag off", (), coerce=int, empty="None")

    def validate_untag(self, field: Field) -> None:
        """Not the very tag that is put on."""
        names = dict(self.untag.choices[1:])
        taken = names.get(str(field.data), "")
        if taken and taken.casefold() == (self.new_tag.data or "").casefold():
            raise ValidationError("Add it or take it off: both at once is nothing.")

    @classmethod
    def offering(cls, tags: Sequence[Tag], **options: object) -> Self:
        """With the person's own tags to choose from."""
        form = cls(**options)
        form.untag.choices = [form.untag.choices[0], *((str(each.id), each.name) for each in tags)]
        return form

    def offer_only(self, names: Container[str]) -> None:
        """Take off only what is on some of those in view, or was chosen already."""
        none, *others = self.untag.choices
        chosen = str(self.untag.data)
        self.untag.choices = [
            none,
            *(each for each in others if each[1] in names or each[0] == chosen),
        ]

    def wanted(self, session: Session) -> WantedChange:
        """As it was chosen; archiving says nothing more than that it is over unless one says so."""
        do, put = request.form.get("do"), request.form.get("put", "")
        also = Outcome.LOOP_CLOSED if do == AND_AWAY else None
        put = put if put in dict(self.untag.choices[1:]).values() else ""
        untag = session.get(Tag, self.untag.data) if self.untag.data and not put else None
        return WantedChange(
            no_answer=do in (NO_ANSWER, AND_AWAY),
            outcome=self.outcome.data or also,
            tag=put or self.new_tag.data or "",
            untag=untag,
        )
