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
from tracker.values.folding import fold
from tracker.values.formatting import plain_day
from tracker.values.markdown import unmarked
from tracker.values.same_names import tell_apart
from tracker.views.search.excerpts import excerpt, marked
from tracker.views.search.nearness import PARTS, best_first, name_nearness, nearness
from tracker.web.paging import address


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
    name: str
    """Whose initial stands beside it."""


class ResultGroup(NamedTuple):
    """What was found of one kind."""

    title: str
    results: list[Result]
    icon: str = ""
    """Drawn in place of an initial: the path of an SVG of 24 by 24."""


MOST_COMPANIES = 3
NOTE_ICON = "M5 4h14v12l-4 4H5zM8.5 9h7M8.5 13h4"
ACTION_ICON = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.5 12.2l2.5 2.5 4.5-5"
LEAD_ICON = "M7 5h10v14l-5-3.5L7 19z"


def present_groups(session: Session, user: User, q: str) -> list[ResultGroup]:
    """Everything found, kind by kind; a kind of which nothing was found is left out.

    In the order of their best hit: a name before a text, and where two are alike people first.
    """
    words = words_of(q)
    named, noted = present_applications(session, user, q)
    groups = [
        ResultGroup("Companies", present_companies(named, words)),
        ResultGroup("People", present_people(session, user.id, q)),
        ResultGroup("Applications", named),
        ResultGroup("Actions", present_actions(session, user.id, q), ACTION_ICON),
        ResultGroup("Notes", noted, NOTE_ICON),
        ResultGroup("Leads", present_leads(session, user.id, q), LEAD_ICON),
    ]
    found = [group for group in groups if group.results]
    return sorted(found, key=lambda group: name_nearness(map(_name, group.results), words))


def _name(result: Result) -> str:
    return f"{result.title.striptags()}\n{result.company.striptags()}"


def present_applications(session: Session, user: User, q: str) -> tuple[list[Result], list[Result]]:
    """The applications found by what they are, and those found by what was written on them.

    Whole words come before beginnings before parts of words. What stands beside them is told of
    those alone that don't say it themselves.
    """
    words, rows = words_of(q), results.applications(session, user.id, q)
    near = {row.id: nearness(_facts(row), words) for row in rows}
    silent = [row.id for row in rows if near[row.id] == PARTS]
    people = _people_on(session, {row.id: row.company for row in rows}, silent) if silent else []
    beside = _beside(session, silent, people, words) if silent else {}
    for row in rows:
        told = [line.striptags() for line in beside.get(row.id, ())]
        near[row.id] = min(near[row.id], nearness("\n".join((_facts(row), *told)), words))
    of = {row.id: "\n".join((_facts(row), *_of(people, row.id))) for row in rows}
    named = {id_ for id_, text in of.items() if all(word in fold(text) for word in words)}
    whens = tell_apart(
        [(row.role, row.company) for row in rows],
        [(_day_of(row, user), row.location, row.source, _added(row, user)) for row in rows],
    )
    told_apart = {row.id: when for row, when in zip(rows, whens, strict=True)}
    found: tuple[list[Result], list[Result]] = ([], [])
    for row in sorted(rows, key=lambda row: near[row.id]):
        result = _application(row, words, beside.get(row.id, []), told_apart[row.id])
        found[row.id not in named].append(result)
    return found


def present_companies(named: list[Result], words: list[str]) -> list[Result]:
    """Companies of that name at which several of the applications found are."""
    names = (result.company.striptags() for result in named)
    found = [name for name in names if name and all(word in fold(name) for word in words)]
    written = {name.casefold(): name for name in reversed(found)}
    counts = Counter(name.casefold() for name in found)
    return [
        Result(
            href=address("/companies", {"name": written[name]}),
            title=marked(written[name], words),
            company=Markup(),
            state="All there was with them",
            when="",
            archived=False,
            excerpts=[],
            name=written[name],
        )
        for name, count in counts.most_common(MOST_COMPANIES)
        if count > 1
    ]


def _day_of(row: Row[Any], user: User) -> str:
    """What tells it from another of the same name."""
    if row.applied_on:
        return f"applied {plain_day(row.applied_on)}"
    return _added(row, user)


def _added(row: Row[Any], user: User) -> str:
    return f"added {plain_day(day_of(row.created_at, user.zone))}"


def _facts(row: Row[Any]) -> str:
    return "\n".join((row.role, row.company, *_details(row)))


def _details(row: Row[Any]) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in SEARCHED if name not in ("company", "role"))


def _application(row: Row[Any], words: list[str], beside: list[Markup], when: str) -> Result:
    head = fold(f"{row.role}\n{row.company}")
    told = all(word in head for word in words)
    details = () if told else (excerpt(text, words) for text in _details(row))
    state, when = _said_once(state_label(row.stage, row.outcome, row.ending), when)
    return Result(
        href=f"/applications/{row.id}",
        title=marked(row.role or row.company or "A job", words),
        company=marked(row.company if row.role else "", words),
        state=state,
        when=when,
        archived=row.archived_at is not None,
        excerpts=best_first((*details, *beside), words),
        name=row.company or row.role,
    )


def _said_once(state: str, when: str) -> tuple[str, str]:
    """Applied 26 Nov, in place of Applied, applied 26 Nov."""
    again = when.startswith(f"{state.lower()} ")
    return (f"{state}{when[len(state) :]}", "") if again else (state, when)


Told = tuple[int, str, str]
"""An application, a kind, a text."""


def _people_on(session: Session, companies: dict[int, str], ids: list[int]) -> list[Told]:
    """Each with where they work, unless it is the application's own company."""
    return [
        (
            id_,
            "person",
            ", ".join(filter(None, (name, title, company * (company != companies[id_])))),
        )
        for id_, name, title, company in results.people_on(session, ids)
    ]


def _of(told: list[Told], application_id: int) -> list[str]:
    return [text for id_, _, text in told if id_ == application_id]


def _beside(
    session: Session, ids: list[int], people: list[Told], words: list[str]
) -> dict[int, list[Markup]]:
    """One of each kind at most for each application, where a word stands in them."""
    told: dict[int, list[Markup]] = defaultdict(list)
    seen: set[tuple[int, str]] = set()
    for application_id, kind, text in (*people, *results.texts_on(session, ids)):
        read = unmarked(text) if kind == "notes.body" else text
        line = None if (application_id, kind) in seen else excerpt(read, words)
        if line is not None:
            seen.add((application_id, kind))
            told[application_id].append(line)
    return told


def present_people(session: Session, user_id: int, q: str) -> list[Result]:
    """The people found."""
    words = words_of(q)
    rows = results.people(session, user_id, q)
    return [
        Result(
            href=f"/people/{row.id}",
            title=marked(row.name, words),
            company=marked(row.company, words),
            state=marked(row.title, words),
            when="",
            archived=False,
            excerpts=[],
            name=row.name,
        )
        for row in sorted(rows, key=lambda row: name_nearness([row.name], words))
    ]


def present_actions(session: Session, user_id: int, q: str) -> list[Result]:
    """The actions found, each with where it stands."""
    words = words_of(q)
    return [_action(row, words) for row in results.actions(session, user_id, q)]


def _action(row: Row[*tuple[Any, ...]], words: list[str]) -> Result:
    told = all(word in fold(row.what) for word in words)
    texts = () if told else (row.cue, row.plan, row.first_step, row.proof)
    lines = (excerpt(unmarked(text), words) for text in texts)
    by = f"To do by {plain_day(row.due_on)}" if row.due_on else "To do"
    return Result(
        href=f"/actions/{row.id}",
        title=marked(row.what, words),
        company=Markup(),
        state=f"Done {plain_day(row.done_on)}" if row.done_on else by,
        when="",
        archived=False,
        excerpts=best_first(lines, words),
        name=row.what,
    )


def present_leads(session: Session, user_id: int, q: str) -> list[Result]:
    """The leads found."""
    words = words_of(q)
    return [_lead(row, words) for row in results.leads(session, user_id, q)]


def _lead(row: Row[*tuple[Any, ...]], words: list[str]) -> Result:
    texts = (row.location, row.notes[: results.LONGEST], row.skills, row.sparks)
    lines = (excerpt(text, words) for text in texts)
    return Result(
        href=f"/leads/{row.id}",
        title=marked(row.role or row.company or "A job", words),
        company=marked(row.company if row.role else "", words),
        state="Lead",
        when="",
        archived=False,
        excerpts=best_first(lines, words),
        name=row.company or row.role,
    )
