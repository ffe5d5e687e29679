"""The facts of a lead as they read: only those that are known."""

from collections.abc import Mapping
from datetime import date

from tracker.leads.signals import phrase_of
from tracker.models.application_facts import EMPLOYMENTS
from tracker.models.lead import Lead
from tracker.values.formatting import value_in_words
from tracker.views.applications.facts_presenter import Chip, Fact, location_words, present_link


def lead_facts(
    lead: Lead, mine: Mapping[str, str], today: date, closing: bool = True
) -> list[Fact]:
    """In the order in which they are looked for; `mine` tells how well the person has a skill.

    Without its closing day where that is said above them already.
    """
    levels = {phrase_of(name): level for name, level in mine.items()}
    asked = [Chip(name, levels.get(phrase_of(name), "")) for name in Lead.names_in(lead.skills)]
    lines = (
        Fact("Where", location_words(lead)),
        Fact("Pay", lead.pay_text),
        Fact("Closes on", value_in_words(lead.closes_on, today) if closing else ""),
        Fact("Employment", EMPLOYMENTS.get(lead.employment or "", "")),
        Fact("They ask for", chips=asked),
        Fact("What excites you", chips=[Chip(name) for name in Lead.names_in(lead.sparks)]),
        Fact("Excitement", f"{lead.excitement} of 5" if lead.excitement else ""),
        Fact("Found at", lead.source),
        present_link(lead.link),
    )
    return [line for line in lines if line.text or line.chips]
