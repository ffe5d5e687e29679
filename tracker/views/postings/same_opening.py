"""The same opening twice: noticed kindly, with the way to the one that is there."""

from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.lead import Lead
from tracker.models.reads.same_opening import alike
from tracker.postings.links import same_link
from tracker.values.formatting import shortened


class SameOpening(NamedTuple):
    """One that is there already."""

    href: str
    name: str
    kind: str


def same_openings(
    session: Session, user_id: int, company: str, role: str, link: str
) -> list[SameOpening]:
    """Applications and leads for the same role at the same company, or with the same link."""
    host = (urlsplit(link).hostname or "").removeprefix("www.").removeprefix("m.") if link else ""
    if not host and not (company and role):
        return []
    found = []
    for kind, area, said in (
        (Application, "/applications", "an application"),
        (Lead, "/leads", "a lead"),
    ):
        for row in session.execute(alike(kind, user_id, company, role, host)):
            named = row.company.lower() == company.lower() and row.role.lower() == role.lower()
            if (named and company and role) or same_link(row.link, link):
                name = ", ".join(filter(None, (row.role, row.company))) or row.link
                found.append(SameOpening(f"{area}/{row.id}", shortened(name, 120), said))
    return found[:3]
