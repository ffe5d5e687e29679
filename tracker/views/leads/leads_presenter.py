"""Leads as they read."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.models.lead import Lead
from tracker.values.formatting import day, inside

PAGE = 50


class ShownLead(NamedTuple):
    """What the template shows of one lead."""

    id: int
    role: str
    company: str
    link: str
    closes: str
    excitement: str


def shown_leads(session: Session, user_id: int, today: date, number: int) -> dict[str, Any]:
    """One page of them, and where it goes on."""
    rows = session.scalars(Lead.open(user_id).offset((number - 1) * PAGE).limit(PAGE + 1)).all()
    return {
        "leads": [_in_words(row, today) for row in rows[:PAGE]],
        "more_url": f"/leads?page={number + 1}" if len(rows) > PAGE else None,
        "previous_url": f"/leads?page={number - 1}" if number > 1 else None,
    }


def _in_words(lead: Lead, today: date) -> ShownLead:
    closes = ""
    if lead.closes_on is not None:
        verb = "Closed" if lead.closes_on < today else "Closes"
        closes = f"{verb} {inside(day(lead.closes_on, today))}"
    return ShownLead(
        id=lead.id,
        role=lead.role or lead.link or "An opening",
        company=lead.company,
        link=lead.link,
        closes=closes,
        excitement=f"Excitement {lead.excitement} of 5" if lead.excitement else "",
    )
