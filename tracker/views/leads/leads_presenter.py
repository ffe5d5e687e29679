"""Leads as they read."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.models.lead import Lead
from tracker.models.lists.cursor import cut
from tracker.values.formatting import day, in_sentence
from tracker.web.paging import next_url

PAGE = 50
SOON = 3
"""Days within which a closing day stands out."""
EXCITES = {
    5: "This is the one",
    4: "Excites you a lot",
    3: "Excites you",
    2: "Excites you a little",
    1: "Doesn’t excite you much",
}


class PresentedLead(NamedTuple):
    """What the template shows of one lead."""

    id: int
    role: str
    company: str
    link: str
    closes: str
    soon: bool
    """Whether it closes within days."""
    excitement: str


def present_leads(session: Session, user_id: int, today: date, number: int) -> dict[str, Any]:
    """One page of them, and where it goes on."""
    wanted = Lead.open(user_id).offset((number - 1) * PAGE).limit(PAGE + 1)
    rows, more = cut(session.scalars(wanted).all(), PAGE)
    return {
        "leads": [_in_words(row, today) for row in rows],
        "more_url": next_url("/leads", "page", number + 1 if more else None),
        "previous_url": next_url("/leads", "page", number - 1),
    }


def _in_words(lead: Lead, today: date) -> PresentedLead:
    closes = ""
    if lead.closes_on is not None:
        verb = "Closed" if lead.closes_on < today else "Closes"
        closes = f"{verb} {in_sentence(day(lead.closes_on, today))}"
    ahead = (lead.closes_on - today).days if lead.closes_on else -1
    return PresentedLead(
        id=lead.id,
        role=lead.role or lead.link or "An opening",
        company=lead.company,
        link=lead.link,
        closes=closes,
        soon=0 <= ahead <= SOON,
        excitement=EXCITES.get(lead.excitement or 0, ""),
    )
