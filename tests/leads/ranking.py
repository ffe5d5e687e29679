"""Leads of a made-up person in their order, and the line beneath the first."""

from tests.leads.labelled_leads import TODAY
from tracker.leads.ingredients import ingredients
from tracker.leads.opening import Opening, Ranked
from tracker.leads.rank import Ranking
from tracker.leads.reasons import reason
from tracker.leads.signals import ApplicationSignals

NURSE = ApplicationSignals(
    1, "St Brigid", "Nurse", 5, False, 10, ("no nights", "Time for People"), ("C++", "R")
)


def ranked(
    *openings: Opening, told: tuple[ApplicationSignals, ...] = (NURSE,), **skills: str
) -> list[Ranked]:
    return Ranking(ingredients(told), skills, TODAY).rank(openings)


def order(*openings: Opening, **given: object) -> list[int]:
    return [each.opening.id for each in ranked(*openings, **given)]


def line(*openings: Opening, **given: object) -> str:
    return str(reason(ranked(*openings, **given)[0], TODAY))
