"""The form of a lead."""

import re
from collections.abc import Sequence
from typing import Any

from tracker.models.application_facts import EMPLOYMENTS, WORKPLACES
from tracker.models.lead import Lead
from tracker.values.text import clean_line
from tracker.views.applications.application_form import AS_TYPED, excitement_field
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, LinkField, WordsField

QUESTIONS = {"role": "Which role is it?", "company": "Which company is it?"}


class TickedNamesField(LineField):
    """Names with commas between, from one line, from ticked boxes, or from both."""

    def __init__(self, label: str, **options: Any) -> None:
        self.offered: Sequence[str] = ()
        """The person's own words, each a box to tick."""
        super().__init__(label, **options)

    @property
    def _named(self) -> dict[str, str]:
        return {each.casefold(): each for each in Lead.names_in(self.data or "")}

    def ticked(self, word: str) -> bool:
        """Whether an offered word is among them."""
        return word.casefold() in self._named

    def _value(self) -> str:
        """Those that no box stands for."""
        boxes = {word.casefold() for word in self.offered}
        return ", ".join(name for key, name in self._named.items() if key not in boxes)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Each of them once, however it is capitalised."""
        once: dict[str, str] = {}
        for name in map(clean_line, re.split(r"[,;\n、，]", "\n".join(valuelist))):
            once.setdefault(name.casefold(), name)
        super().process_formdata([", ".join(filter(None, once.values()))])


class LeadForm(Form):
    """An opening, as little of it as is known."""

    role = LineField("Role", render_kw={"enterkeyhint": "next"})
    company = LineField("Company", render_kw={"enterkeyhint": "next", "list": "companies"})
    link = LinkField("Link")
    closes_on = DayField("Closes on")
    location = LineField("Location", render_kw={"list": "locations"})
    source = LineField("Source", render_kw={"list": "sources"})
    employment = OneOfField("Employment", EMPLOYMENTS.items(), chips=True)
    workplace = OneOfField("Workplace", WORKPLACES.items(), chips=True)
    excitement = excitement_field()
    skills = TickedNamesField(
        "Skills they ask for", description="With commas between", render_kw=AS_TYPED
    )
    sparks = TickedNamesField(
        "What excites you here?", description="mentoring, good coffee", render_kw=AS_TYPED
    )
    pay_text = LineField("Pay", description="As they write it: $28.50/hr, 65k", render_kw=AS_TYPED)
    posting = WordsField(
        "Posting", description="Paste it: it may be gone when they call", render_kw=AS_TYPED
    )
    notes = WordsField("Notes")

    def validate(self, extra_validators: Any = None) -> bool:
        """Something has to be known: a role, a company or a link."""
        valid = super().validate(extra_validators)
        if valid and not (self.role.data or self.company.data or self.link.data):
            self.role.errors = ["A role, a company or a link is enough: please give one of them."]
            return False
        return valid

    def whole(self) -> bool:
        """Whether there is enough for an application; says what is missing."""
        valid = super().validate()
        for name, question in QUESTIONS.items():
            if not self[name].data:
                self[name].errors = [question]
        return valid and not self.errors
