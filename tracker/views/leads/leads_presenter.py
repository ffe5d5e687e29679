"""Leads as they read."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.leads.ingredients import by_name
from tracker.leads.opening import Opening, Ranked
from tracker.leads.rank import MOST
from tracker.leads.reasons import LeadReason, by_day, reason
from tracker.models.lead import Lead
from tracker.models.reads.coming import CLOSING
from tracker.models.reads.leads.ingredients import read_hunt
from tracker.models.reads.leads.openings import (
    SORTS,
    how_many,
    opening_of,
    openings,
    openings_in_order,
)
from tracker.values.formatting import in_sentence, short_day, shortened_to_words
from tracker.web.paging import address, next_url

PAGE = 50
FEW = 4
"""Ingredients that are named above the list."""
ABOUT_ME = re.compile(r"(?<=\b(?:what|when) )I(?= [a-z])(?! (?:am|was)\b)")
NAMES = {"best": "Best match", "closing": "Closes first", "newest": "Newest"}


class PresentedLead(NamedTuple):
    """What the template shows of one lead."""

    id: int
    role: str
    company: str
    link: str
    because: str
    """Why it stands there."""
    closes: str
    """When it closes, where the reason does not say that it has."""
    soon: bool
    """Whether it closes within days."""
    whole: bool
    """Whether enough is known for an application."""
    became: int | None
    """The application that it has become by a tick just now."""


class LeadSort(NamedTuple):
    """One order of the list."""

    name: str
    href: str
    chosen: bool


def present_leads(
    session: Session, user_id: int, today: date, number: int, sort: str, ticked: Sequence[int]
) -> dict[str, Any]:
    """One page of them, why each stands there, and where it goes on; `ticked` ones stay."""
    sort = sort if sort in SORTS else SORTS[0]
    hunt, count = read_hunt(session, user_id, today), how_many(session, user_id, ticked)
    ranking, start = hunt.ranking(today), (number - 1) * PAGE
    if sort == "best" and start < MOST:
        rows = ranking.rank(openings(session, user_id, count, ticked))[start : start + PAGE]
    else:
        order = openings_in_order(session, user_id, sort, today, start, PAGE, ticked)
        rows = [ranking.look_at(each) for each in order]
    kept = {"sort": sort if sort != "best" else ""}
    found = by_name(ranking.ingredients, hunt.applications)
    drawing = [each.name for each in found if each.own and each.weight > 0]
    why = reason if ranking.ingredients else by_day
    return {
        "leads": [present_lead(row, why(row, today), today) for row in rows],
        "ingredients": [shortened_to_words(name, 30) for name in drawing[:FEW]],
        "known": bool(ranking.ingredients),
        "sorts": sorts(sort) if count > 1 else [],
        "more_url": next_url("/leads", "page", number + 1 if count > start + PAGE else None, kept),
        "previous_url": next_url("/leads", "page", number - 1, kept),
    }


def present_one(
    session: Session, user_id: int, lead: Lead, today: date
) -> tuple[PresentedLead, dict[str, str]]:
    """One that is opened: why it stands where it does; and the person's skills, with levels."""
    hunt = read_hunt(session, user_id, today)
    ranking = hunt.ranking(today)
    row = ranking.look_at(opening_of(lead))
    why = reason if ranking.ingredients else by_day
    return present_lead(row, why(row, today), today), hunt.skills


def sorts(chosen: str) -> list[LeadSort]:
    """The orders that there are."""
    return [
        LeadSort(name, address("/leads", {"sort": sort if sort != "best" else ""}), sort == chosen)
        for sort, name in NAMES.items()
    ]


def present_lead(ranked: Ranked, why: LeadReason, today: date) -> PresentedLead:
    """One of them in words."""
    opening, days, on = ranked.opening, ranked.days, ranked.opening.closes_on
    on_one_line = in_sentence(short_day(on, today)).replace(" ", "\N{NO-BREAK SPACE}") if on else ""
    closes = f"closes {on_one_line}" if on and not ranked.closed else ""
    return PresentedLead(
        id=opening.id,
        role=name_of_opening(opening),
        company=opening.company if opening.role else "",
        link=opening.link,
        because=to_you(why.because),
        closes=why.closes[:1].lower() + why.closes[1:] or closes,
        soon=days is not None and 0 <= days <= CLOSING.days,
        whole=bool(opening.role and opening.company),
        became=opening.became,
    )


def to_you(words: str) -> str:
    """A person's own words said to them: "being asked what I think", what you think."""
    return ABOUT_ME.sub("you", words)


def name_of_opening(opening: Opening) -> str:
    """By its role; by what else is known where none is."""
    return opening.role or opening.company or opening.link or "An opening"
