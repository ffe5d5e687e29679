"""What a person has of an opening already, as far as the database can tell."""

from sqlalchemy import ColumnElement, Select, func, or_, select

from tracker.models.application import Application
from tracker.models.lead import Lead
from tracker.models.reads.companies.same_company import is_named

MOST = 300


def alike(
    kind: type[Application] | type[Lead], user_id: int, company: str, role: str, host: str
) -> Select[int, str, str, str]:
    """Number, company, role and link of those for the same role at the same company, or whose link
    leads to the same host; the latest first."""
    found: list[ColumnElement[bool]] = []
    if company and role:
        found.append(is_named(kind.company, company) & (func.lower(kind.role) == role.lower()))
    if host:
        found.append(kind.link.contains(host, autoescape=True))
    return (
        select(kind.id, kind.company, kind.role, kind.link)
        .where(kind.user_id == user_id, kind.deleted_at.is_(None), or_(*found))
        .order_by(kind.id.desc())
        .limit(MOST)
    )
