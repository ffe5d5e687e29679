"""Links and notes as their owner reads them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.config.base_url import AT_HOME
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.coach_note import CoachNote
from tracker.models.share_link import ShareLink
from tracker.sharing.selection import Selection, SharedPart
from tracker.values.days import day_of
from tracker.values.formatting import ago, day, in_sentence, moment
from tracker.web.network import is_loopback, is_private


class PresentedLink(NamedTuple):
    """A link in words."""

    id: int
    label: str
    open: bool
    until: str
    opened: str


class PresentedNote(NamedTuple):
    """A note in words, with what it is about and what its suggestion became."""

    id: int
    by: str
    when: str
    body: str
    suggestion: str
    action_id: int | None
    action_words: str
    answer: str
    about: str
    application_id: int | None
    unread: bool
    hidden: bool


class Brief(NamedTuple):
    """A note as it stands beside an application."""

    id: int
    by: str
    when: str
    body: str
    suggestion: str
    unread: bool


def present_links(rows: Iterable[ShareLink], at: datetime, zone: ZoneInfo) -> list[PresentedLink]:
    """All of them."""
    return [present_share_link(row, at, zone) for row in rows]


def present_share_link(row: ShareLink, at: datetime, zone: ZoneInfo) -> PresentedLink:
    """Until when it is open, or since when not; how often it was opened, and when last."""
    today = day_of(at, zone)
    if row.is_open(at):
        until = f"Open until {in_sentence(moment(row.expires_at, zone, today))}"
    else:
        ended = min(row.revoked_at or row.expires_at, row.expires_at)
        until = f"Ended {in_sentence(moment(ended, zone, today))}"
    return PresentedLink(row.id, row.label, row.is_open(at), until, opened_words(row, at, zone))


def opened_words(row: ShareLink, at: datetime, zone: ZoneInfo) -> str:
    """Opened yesterday; 3 visits, the last yesterday: openings within an hour are one visit."""
    if not row.opens:
        return "Not opened yet" if row.is_open(at) else "Never opened"
    last = ago(row.last_opened_at, at, zone)
    return f"Opened {last}" if row.opens == 1 else f"{row.opens:,} visits, the last {last}"


def selection_facts(row: ShareLink, today: date) -> list[tuple[str, str]]:
    """What it shows, as facts."""
    chosen = Selection.from_json(row.choice)
    return [
        ("Shows", ", ".join(part.label for part in SharedPart if part in chosen)),
        ("From", row.span_on(today).words),
        ("Companies", "By their names" if chosen.companies else "As Company A, Company B …"),
        ("People", "By their names" if chosen.people else "Left out"),
    ]


def present_notes(
    session: Session, rows: Sequence[CoachNote], at: datetime, zone: ZoneInfo
) -> list[PresentedNote]:
    """Two more statements, however many there are."""
    about = rows_by_id(session, Application, {row.application_id for row in rows})
    actions = rows_by_id(session, Action, {row.action_id for row in rows})
    return [
        PresentedNote(
            id=row.id,
            by=row.author,
            when=moment(row.created_at, zone, day_of(at, zone)),
            body=row.body,
            suggestion=row.suggestion,
            action_id=row.action_id,
            action_words=suggestion_words(actions.get(row.action_id), day_of(at, zone)),
            answer=row.answer,
            about=application_name(about.get(row.application_id)),
            application_id=row.application_id,
            unread=row.read_at is None,
            hidden=row.hidden_at is not None,
        )
        for row in rows
    ]


def present_briefs(rows: Sequence[CoachNote], at: datetime, zone: ZoneInfo) -> list[Brief]:
    """The same, short, for the page of an application."""
    today = day_of(at, zone)
    return [
        Brief(
            row.id,
            row.author,
            moment(row.created_at, zone, today),
            row.body,
            row.suggestion,
            row.read_at is None,
        )
        for row in rows
    ]


def rows_by_id(session: Session, model: Any, numbers: set[int | None]) -> dict[int | None, Any]:
    """The rows with these numbers."""
    wanted = numbers - {None}
    found = session.scalars(select(model).where(model.id.in_(wanted))) if wanted else ()
    return {row.id: row for row in found}


def suggestion_words(action: Action | None, today: date) -> str:
    """What the suggestion is now."""
    if action is None:
        return ""
    if action.dropped_at is not None:
        return "You planned it, and removed it later."
    if action.done_on is not None:
        return f"Done {in_sentence(day(action.done_on, today))}."
    due = f" for {in_sentence(day(action.due_on, today))}" if action.due_on else ""
    return f"Planned{due}."


def application_name(application: Application | None) -> str:
    """Role and company, unless it is in the bin."""
    if application is None or application.deleted_at is not None:
        return ""
    return f"{application.role}, {application.company}"


def qr_code(address: str) -> str:
    """A QR code, as an address of its own that nothing has to be asked for."""
    import segno

    drawn = segno.make(address, micro=False)
    return drawn.svg_data_uri(scale=8, border=3, light="#fff", svgclass=None, lineclass=None)


def only_here(address: str) -> bool:
    """Whether an address leads nowhere outside the network that this server stands in."""
    host = urlsplit(address).hostname or ""
    return is_loopback(host) or is_private(host) or host.endswith(AT_HOME) or "." not in host
