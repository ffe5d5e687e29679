"""The form of an application's facts."""

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField

from tracker.loop.stage import Stage
from tracker.models.application_facts import EMPLOYMENTS, WAYS_TO_APPLY, WORKPLACES
from tracker.models.changes.merge_edits import NAMES, EditedFacts
from tracker.models.document import DocumentFacts
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, LinkField, WordsField
from tracker.web.fields.tokens import TokensField

FIVE = [(str(each), str(each)) for each in range(1, 6)]
STAGES = [(stage.value, stage.label) for stage in Stage]
AS_TYPED = {"autocapitalize": "none"}


def excitement_field() -> OneOfField:
    """From 1 to 5, or nothing."""
    return OneOfField(
        "How much does it excite you?",
        FIVE,
        coerce=int,
        chips=True,
        empty="Can’t say",
        description="1 is not much, 5 is “this is the one”",
    )


class ApplicationForm(Form):
    """All the facts; a stage and a first note where one is added."""

    company = LineField(
        "Company", [required("Which company is it?")], render_kw={"list": "companies"}
    )
    role = LineField("Role", [required("Which role is it?")], render_kw={"enterkeyhint": "next"})
    link = LinkField("Link")
    location = LineField("Location", render_kw={"list": "locations"})
    applied_on = DayField("Applied on")

    employment = OneOfField("Employment", EMPLOYMENTS.items(), chips=True)
    workplace = OneOfField("Workplace", WORKPLACES.items(), chips=True)
    pay_text = LineField("Pay", description="As they write it: $28.50/hr, 65k", render_kw=AS_TYPED)
    source = LineField("Source", description="Where you found it", render_kw={"list": "sources"})
    applied_how = OneOfField("How you applied", WAYS_TO_APPLY.items())
    closes_on = DayField("Closes on")
    resume_id = OneOfField("Résumé version", (), coerce=int, empty="None")
    letter_id = OneOfField("Cover letter", (), coerce=int, empty="None")
    public_sector = BooleanField("Public sector")
    internal_candidate = BooleanField("I already work there")

    excitement = excitement_field()
    sparks = TokensField("What excites you here?", description="mentoring, good coffee, small team")
    tags = TokensField("Tags", description="top choice, plan B")
    skills = TokensField("Skills they ask for", description="Python, customer service")
    posting = WordsField(
        "Posting", description="Paste it: it may be gone when they call", render_kw=AS_TYPED
    )
    stage = OneOfField("Stage", STAGES, empty=None, coerce=Stage, default=Stage.APPLIED, chips=True)
    note = WordsField("Note")

    def offer_papers(self, documents: Iterable[DocumentFacts]) -> None:
        """What this person can choose from: those of the kind, and the one that is chosen."""
        found = list(documents)
        for field, kind in ((self.resume_id, "resume"), (self.letter_id, "letter")):
            field.choices = [
                *field.choices[:1],
                *(
                    (str(each.id), each.label)
                    for each in found
                    if each.id == field.data or (each.kind == kind and not each.archived)
                ),
            ]

    def facts(self) -> dict[str, Any]:
        """A value for each fact."""
        return {name: self[name].data for name in NAMES}

    def show(self, facts: EditedFacts) -> None:
        """Let the fields say this."""
        for name in NAMES:
            self[name].process(None, facts[name])

    def fact_words(self, name: str, value: Any) -> str:
        """A fact's value in words."""
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, list):
            return ", ".join(value)
        field = self[name]
        if isinstance(field, OneOfField):
            return next((said for key, said in field.choices if field.means(key) == value), "")
        return "" if value is None else str(value)


def filled(facts: EditedFacts) -> ApplicationForm:
    """The form with facts that are saved, whatever the request carries."""
    return ApplicationForm(formdata=None, data=dict(facts))


__all__ = ["ApplicationForm", "filled"]
