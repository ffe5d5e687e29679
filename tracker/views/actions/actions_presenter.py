"""Actions as they read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.by_email import title_below
from tracker.loop.suggest_action import next_week, tomorrow
from tracker.models.action import PRACTICE, Action
from tracker.models.application import Application
from tracker.values.formatting import day, in_sentence, unbroken


class PresentedAction(NamedTuple):
    """What the template shows of one action."""

    id: int
    href: str
    what: str
    kind: str
    when: str
    day: str
    plan: str
    first_step: str
    about: str
    about_href: str | None
    company: str
    """The same in a row of a list: where, or what for."""
    done: bool
    practises: bool
    proven: bool


def present_actions(session: Session, rows: Iterable[Action], today: date) -> list[PresentedAction]:
    """Each in words, with the application that it came from."""
    found = list(rows)
    names = _names(session, [each.application_id for each in found if each.application_id])
    return [_shown(each, names.get(each.application_id or 0), today) for each in found]


def _shown(action: Action, name: tuple[str, str] | None, today: date) -> PresentedAction:
    role, company = name or ("", "")
    about = ", ".join(filter(None, (role, company)))
    return PresentedAction(
        id=action.id,
        href=f"/actions/{action.id}",
        what=unbroken(title_below(action.what, company or role)),
        kind=action.kind_label,
        when=due_words(action, today),
        day=day(action.due_on, today) if action.due_on is not None else "No day yet",
        plan=plan_sentence(action),
        first_step=action.first_step,
        about=about,
        about_href=f"/applications/{action.application_id}" if about else None,
        company=company or role,
        done=action.done_on is not None,
        practises=action.kind == PRACTICE and action.is_open,
        proven=bool(action.proof or action.proof_document_id),
    )


def _names(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    if not ids:
        return {}
    rows = session.execute(
        select(Application.id, Application.role, Application.company).where(
            Application.id.in_(set(ids)), Application.deleted_at.is_(None)
        )
    )
    return {number: (role, company) for number, role, company in rows}


def due_words(action: Action, today: date) -> str:
    """Its day; one that has passed is never called late."""
    if action.done_on is not None:
        return f"Done {in_sentence(day(action.done_on, today))}"
    if action.due_on is None:
        return "No day yet"
    return f"Planned for {in_sentence(day(action.due_on, today))}"


def plan_sentence(action: Action) -> str:
    """The if-then plan as one sentence, as far as there is one."""
    cue, then = action.cue.rstrip(" .,…"), action.plan.strip(" …").rstrip(".")
    if cue and then:
        return f"{cue}: I will {then}."
    if cue or then:
        return f"{cue}." if cue else f"I will {then}."
    return ""


def day_options(
    today: date, until: date | None = None, now_on: date | None = None
) -> list[tuple[str, str]]:
    """The days to which one tap moves an action: the value, the words.

    None past `until`, the day that others named, while it is ahead; nor the one that it has.
    """
    options = (tomorrow(today), "Tomorrow"), (next_week(today), "Next week")
    late = until if until is not None and until >= today else date.max
    return [(f"{on}", words) for on, words in options if on != now_on and on <= late]
