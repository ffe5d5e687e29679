"""What a search found, in words: what it is, and where the words stand."""

from collections import Counter, defaultdict
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Row
from sqlalchemy.orm import Session

from tracker.loop.outcome import state_label
from tracker.models.application_facts import SEARCHED
from tracker.models.search import results, words_of
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import plain_day
from tracker.views.search.excerpts import PARTS, excerpt, marked, nearness


class Result(NamedTuple):
    """What the template shows of one thing found."""

    href: str
    title: Markup
    company: Markup
    """Nothing where it is the title, for want of a role."""
    state: str
    when: str
    """Only where another has the same name."""
    archived: bool
    excerpts: list[Markup]


def present_applications(session: Session, user: User, q: str) -> list[Result]:
    """The applications found, whole words before beginnings before parts of words.

    What stands beside them is told of those alone that don't say it themselves.
    """
    words, rows = words_of(q), results.applications(session, user.id, q)
    near = {row.id: nearness(_facts(row), words) for row in rows}
    silent = [row.id for row in rows if near[row.id] == PARTS]
    beside = _beside(session, silent, words) if silent else {}
    for row in rows:
        told = [line.striptags() for line in beside.get(row.id, ())]
        near[row.id] = min(near[row.id], nearness("\n".join((_facts(row), *told)), words))
    alike = Counter((row.role, row.company) for row in rows)
    return [
        _application(
            row,
            words,
            beside.get(row.id, []),
            _day_of(row, user) if alike[row.role, row.company] > 1 else "",
        )
        for row in sorted(rows, key=lambda row: near[row.id])
    ]


def _day_of(row: Row[Any], user: User) -> str:
    """What tells it from another of the same name."""
    if row.applied_on:
        return f"applied {plain_day(row.applied_on)}"
    return f"added {plain_day(day_of(row.created_at, user.zone))}"


def _facts(row: Row[Any]) -> str:
    return "\n".join((row.role, row.company, *_details(row)))


def _details(row: Row[Any]) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in SEARCHED if name not in ("company", "role"))


def _application(row: Row[Any], words: list[str], beside: list[Markup], when: str) -> Result:
    details = (excerpt(text, words) for text in _details(row))
    return Result(
        href=f"/applications/{row.id}",
        title=marked(row.role or row.company or "A job", words),
        company=marked(row.company if row.role else "", words),
        state=state_label(row.stage, row.outcome, row.ending),
        when=when,
        archived=row.archived_at is not None,
        excerpts=[*(each for each in details if each is not None), *beside],
    )


def _beside(session: Session, ids: list[int], words: list[str]) -> dict[int, list[Markup]]:
    """One of each kind at most for each application, where a word stands in them."""
    told: dict[int, list[Markup]] = defaultdict(list)
    people = [
        (row.application_id, "person", ", ".join(filter(None, (row.name, row.title, row.company))))
        for row in results.people_on(session, ids)
    ]
    seen: set[tuple[int, str]] = set()
    for application_id, kind, text in (*people, *results.texts_on(session, ids)):
        line = None if (application_id, kind) in seen else excerpt(text, words)
        if line is not None:
            seen.add((application_id, kind))
            told[application_id].append(line)
    return told


def present_leads(session: Session, user_id: int, q: str) -> list[Result]:
    """The leads found."""
    words = words_of(q)
    return [_lead(row, words) for row in results.leads(session, user_id, q)]


def _lead(row: Row[int, str, str, str, str], words: list[str]) -> Result:
    lines = (excerpt(text, words) for text in (row.location, row.notes[: results.LONGEST]))
    return Result(
        href=f"/leads/{row.id}",
        title=marked(row.role or row.company or "A job", words),
        company=marked(row.company if row.role else "", words),
        state="Lead",
        when="",
        archived=False,
        excerpts=[line for line in lines if line is not None],
    )
