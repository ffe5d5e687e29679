"""What a search found, in words: what it is, and where the words stand."""

from collections import defaultdict
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Row
from sqlalchemy.orm import Session

from tracker.excerpts import excerpt, holds_all, marked
from tracker.models import found
from tracker.models.application import Outcome, Stage
from tracker.models.search import words_of


class Result(NamedTuple):
    """What the template shows of one thing found."""

    href: str
    title: Markup
    company: Markup
    """Nothing where it is the title, for want of a role."""
    state: str
    archived: bool
    excerpts: list[Markup]


def applications(session: Session, user_id: int, q: str) -> list[Result]:
    """The applications found; what stands beside those alone that don't say it themselves."""
    words, rows = words_of(q), found.applications(session, user_id, q)
    silent = [row.id for row in rows if not holds_all(_facts(row), words)]
    beside = _beside(session, silent, words) if silent else {}
    return [_application(row, words, beside.get(row.id, [])) for row in rows]


def _facts(row: Row[Any]) -> str:
    return "\n".join((row.role, row.company, *_details(row)))


def _details(row: Row[Any]) -> tuple[str, ...]:
    return row.location, row.pay_text, row.source, row.link


def _application(row: Row[Any], words: list[str], beside: list[Markup]) -> Result:
    details = (excerpt(text, words) for text in _details(row))
    return Result(
        href=f"/applications/{row.id}",
        title=marked(row.role or row.company or "A job", words),
        company=marked(row.company if row.role else "", words),
        state=Outcome(row.outcome).label if row.outcome else Stage(row.stage).label,
        archived=row.archived_at is not None,
        excerpts=[*(each for each in details if each is not None), *beside],
    )


def _beside(session: Session, ids: list[int], words: list[str]) -> dict[int, list[Markup]]:
    """One of each kind at most for each application, where a word stands in them."""
    told: dict[int, list[Markup]] = defaultdict(list)
    people = [
        (row.application_id, "person", ", ".join(filter(None, (row.name, row.title, row.company))))
        for row in found.people_on(session, ids)
    ]
    seen: set[tuple[int, str]] = set()
    for application_id, kind, text in (*people, *found.said_on(session, ids)):
        line = None if (application_id, kind) in seen else excerpt(text, words)
        if line is not None:
            seen.add((application_id, kind))
            told[application_id].append(line)
    return told


def leads(session: Session, user_id: int, q: str) -> list[Result]:
    """The leads found."""
    words = words_of(q)
    return [_lead(row, words) for row in found.leads(session, user_id, q)]


def _lead(row: Row[int, str, str, str, str], words: list[str]) -> Result:
    lines = (excerpt(text, words) for text in (row.location, row.notes[: found.LONGEST]))
    return Result(
        href=f"/leads/{row.id}",
        title=marked(row.role or row.company or "A job", words),
        company=marked(row.company if row.role else "", words),
        state="Lead",
        archived=False,
        excerpts=[line for line in lines if line is not None],
    )
