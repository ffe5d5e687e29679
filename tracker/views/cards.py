"""A card as it reads: plain words made from a row of the board."""

from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tracker.formatting import moment, span_since
from tracker.loop.next_step import Facts, NextStep, next_step
from tracker.models.board import CARD, CardRow

FIRST_FACT = len(CARD) - len(Facts._fields)
PLACES = {
    "answer_offer": "/applications/{}/offer",
    "prepare_interview": "/applications/{}/interviews/coming",
    "review_interview": "/applications/{}/interviews/unreviewed",
    "follow_up": "/applications/{}/follow-up",
    "record_rejection": "/applications/{}/rejection",
    "write_feedback": "/applications/{}/feedback/new",
    "put_away": "/applications/{}/archival",
    "ask": "/applications/{}/ask",
    "send_letter": "/applications/{}/ask/letter/ask",
    "nudge": "/applications/{}/ask/letter/nudge",
    "probe": "/applications/{}/ask/letter/probe",
    "thank": "/applications/{}/ask/letter/thanks",
    "read_feedback": "/applications/{}/points",
    "pick_point": "/applications/{}/points",
    "own_lesson": "/applications/{}/lesson",
    "do_action": "/applications/{}/actions",
}
"""Where each kind of next step is taken; the others need nothing."""

QUIET = {"put_away", "follow_up", "thank", "own_lesson"}


class Card(NamedTuple):
    """What the template shows of one application."""

    id: int
    role: str
    company: str
    href: str
    key_version: str
    since_text: str
    next_label: str
    next_href: str | None
    next_quiet: bool
    offer_text: str | None
    interview_text: str | None


def step_place(application_id: int, step: NextStep) -> str | None:
    """The address at which a next step is taken, or None where it needs nothing."""
    place = PLACES.get(step.kind)
    return place.format(application_id) if place else None


def card(row: CardRow, now: datetime, zone: ZoneInfo) -> Card:
    """One row of the board in words."""
    card_id, version, role, company = row[:4]
    facts = Facts._make(row[FIRST_FACT:])
    step = next_step(facts, now, zone)
    return Card(
        id=card_id,
        role=role,
        company=company,
        href=f"/applications/{card_id}",
        key_version=f"{card_id}.{version}",
        since_text=span_since(facts.stage_since, now, zone),
        next_label=step.label,
        next_href=step_place(card_id, step),
        next_quiet=step.kind in QUIET,
        offer_text="Offer" if facts.offer_open else None,
        interview_text=interview_words(facts.next_interview_at, now, zone),
    )


def interview_words(coming: datetime | None, now: datetime, zone: ZoneInfo) -> str | None:
    """When the coming interview is: "Interview tomorrow 10:00"."""
    if coming is None or coming <= now:
        return None
    when = moment(coming, zone, now.astimezone(zone).date())
    near = when.startswith(("Today", "Tomorrow"))
    return f"Interview {when[0].lower() + when[1:] if near else when}"


class ShownColumn(NamedTuple):
    """What the template shows of one column."""

    stage: str
    name: str
    total: int
    count_text: str
    cards: list[Card]
    more_url: str | None


def column(read: Any, now: datetime, zone: ZoneInfo, query: str = "") -> ShownColumn:
    """One column in words; `query` carries the filters on to the next page."""
    more = f"/board/columns/{read.stage}?after={read.more}{query}" if read.more else None
    return ShownColumn(
        stage=str(read.stage),
        name=read.stage.label,
        total=read.count,
        count_text=f"{read.count:,}",
        cards=[card(row, now, zone) for row in read.rows],
        more_url=more,
    )
