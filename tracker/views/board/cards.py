"""A card as it reads: plain words made from a row of the board."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from flask import current_app, get_template_attribute
from markupsafe import Markup

from tracker.loop.ending import CLOSED, ENDINGS
from tracker.loop.facts import Facts, here_since
from tracker.loop.next_step import next_step
from tracker.loop.path import parts_behind
from tracker.loop.steps import STEPS, NextStep
from tracker.models.reads.board import BoardColumn
from tracker.models.reads.board_cards import CardRow
from tracker.models.reads.filters import Filters
from tracker.models.summary import facts_in
from tracker.values.days import day_of
from tracker.values.formatting import age, in_sentence, moment
from tracker.web.paging import next_url

DRAWN = 2048
"""Cards kept as HTML, of about 2 KB each; of all people together, those seen last."""

SHORT = {"do_action": "Action due", "pick_point": "Pick one thing", "own_lesson": "Your next step"}
"""Words of a next step that a narrow card could not hold in a line."""


class PresentedFlag(NamedTuple):
    """What is due or coming: a button where something is to be done about it."""

    text: str
    look: str
    href: str | None = None


class PresentedCard(NamedTuple):
    """What the template shows of one application."""

    id: int
    role: str
    company: str
    href: str
    key_version: str
    age: str
    """How long it is in its stage, or since applying where that day is not known.

    From a no on, the path says where it is instead.
    """
    flags: list[PresentedFlag]
    parts_behind: int | None
    """Of the path from a no to the next step; None for a card that is not on it."""


class Coming(Protocol):
    """Whatever tells when the next interview is."""

    @property
    def next_interview_at(self) -> datetime | None:
        """The moment, or the end of its day."""

    @property
    def next_interview_hour_known(self) -> bool:
        """Which of both."""

    @property
    def next_interview_is_test(self) -> bool:
        """Whether it is done alone, by then."""


def present_card(row: Sequence[Any], now: datetime, zone: ZoneInfo) -> PresentedCard:
    """One row of the board in words."""
    card_id, version, role, company = row[:4]
    facts = facts_in(row)
    step = next_step(facts, now, zone)
    return PresentedCard(
        id=card_id,
        role=role,
        company=company,
        href=f"/applications/{card_id}",
        key_version=f"{card_id}.{version}",
        age=age(here_since(facts) or facts.applied_on, now, zone) if facts.is_open else "",
        flags=present_flags(card_id, facts, step, now, zone),
        parts_behind=None if facts.is_open else parts_behind(facts, step),
    )


def present_flags(
    card_id: int, facts: Facts, step: NextStep, now: datetime, zone: ZoneInfo
) -> list[PresentedFlag]:
    """An offer, an interview, how it ended, and the next step where its day has come."""
    coming = interview_words(facts, now, zone)
    if coming and facts.stage == "interview":
        words = coming.removeprefix("Interview ")
        coming = words[0].upper() + words[1:]
    href = step.href(card_id)
    awaited = step.label if step.kind == "wait" and not href else ""
    closed = CLOSED if facts.role_closed and not facts.is_open else ""
    known = (coming, awaited, ENDINGS.get(facts.ending, closed))
    flags = [PresentedFlag(words, "") for words in known if words]
    if href:
        look = "due offer" if facts.offer_open else look_of(step)
        flags.append(PresentedFlag(SHORT.get(step.kind, step.label), look, href))
    return flags


def look_of(step: NextStep) -> str:
    """Amber means due; nothing is lost by leaving the rest."""
    return "due" if STEPS[step.kind].section == "due" else "quiet"


def interview_words(card: Coming, now: datetime, zone: ZoneInfo) -> str | None:
    """When the coming interview is: "Interview tomorrow, 10:00", or the day alone."""
    coming = card.next_interview_at
    if coming is None or coming <= now:
        return None
    words = moment(coming, zone, day_of(now, zone), card.next_interview_hour_known)
    what = "Test by" if card.next_interview_is_test else "Interview"
    return f"{what} {in_sentence(words)}"


@dataclass(frozen=True)
class ReadingTime:
    """When and where cards are read, and until when none of that person's will read otherwise.

    Two readings that last until the same moment are one: between them nothing has turned.
    """

    zone: ZoneInfo
    until: datetime | None
    now: datetime = field(compare=False)


@lru_cache(maxsize=DRAWN)
def card_html(row: tuple[Any, ...], reading: ReadingTime) -> Markup:
    """A card as HTML: kept, and found again while its row and what time makes of it stay."""
    cards: Callable[[list[PresentedCard]], Markup] = get_template_attribute(
        "board/_card.html", "cards"
    )
    return cards([present_card(row, reading.now, reading.zone)])


class PresentedColumn(NamedTuple):
    """What the template shows of one column."""

    stage: str
    name: str
    total: int
    count_text: str
    cards: Markup
    more_url: str | None


def cards_html(rows: list[CardRow], reading: ReadingTime) -> Markup:
    """Cards as HTML; those kept are of use only while they last and templates don't change."""
    lasting = reading.until is not None and reading.now < reading.until
    kept = lasting and not current_app.config["TEMPLATES_AUTO_RELOAD"]
    one = card_html if kept else card_html.__wrapped__
    return Markup("".join([one(tuple(row), reading) for row in rows]))  # noqa: S704


def present_column(read: BoardColumn, reading: ReadingTime, filters: Filters) -> PresentedColumn:
    """One column in words, and where it goes on under the same filters."""
    return PresentedColumn(
        stage=str(read.stage),
        name=read.stage.label,
        total=read.count,
        count_text=f"{read.count:,}",
        cards=cards_html(read.rows, reading),
        more_url=next_url(f"/board/columns/{read.stage}", "after", read.more, vars(filters)),
    )
