"""All there was with one company as it reads."""

from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.next_step import next_step
from tracker.loop.outcome import state_label
from tracker.loop.path import parts_behind
from tracker.loop.stage import Stage
from tracker.loop.steps import STEPS
from tracker.models.contact import Contact
from tracker.models.interview import KINDS
from tracker.models.offer import DECISIONS
from tracker.models.reads.companies.history import CompanyHistory, Rows
from tracker.models.summary import facts_in
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, month, plural, shortened
from tracker.views.applications.facts_presenter import PAPERS
from tracker.views.people.people_presenter import present_person

SHOWN = 8
"""Rows of a kind; the others are folded."""
WIDEST = 120


class CompanyLine(NamedTuple):
    """One row."""

    href: str
    title: str
    about: str = ""
    meta: str = ""
    stage: str = ""
    parts_behind: int | None = None
    """Of the path from a no to the next step; None where it is not on it."""
    is_person: bool = False
    tel: str | None = None
    mailto: str | None = None

    @property
    def name(self) -> str:
        """As it is called or written to."""
        return self.title


class CompanySection(NamedTuple):
    """One kind of rows."""

    title: str
    lines: list[CompanyLine]

    @property
    def first(self) -> list[CompanyLine]:
        """Those in view."""
        return self.lines[:SHOWN]

    @property
    def further(self) -> list[CompanyLine]:
        """Those folded."""
        return self.lines[SHOWN:]


def present_company(
    history: CompanyHistory, name: str, now: datetime, zone: ZoneInfo
) -> dict[str, Any]:
    """A head that says how it stands, and a section for each kind of which there is anything."""
    today = day_of(now, zone)
    live = {row.id for row in history.applications if row.live and not row.outcome}
    waiting = [row for row in history.offers if not row.fact and row.application_id in live]
    over = [row for row in history.offers if row not in waiting[:1]]
    sections = [
        CompanySection("People", [_person(contact) for contact in history.people]),
        CompanySection(
            "Applications", [_application(row, now, zone) for row in history.applications]
        ),
        CompanySection("Offers", _beside(over, DECISIONS, "Waits for your answer", today)),
        CompanySection("Leads", [_lead(row, today) for row in history.leads]),
        CompanySection("Interviews", _beside(history.interviews, KINDS, "Interview", today)),
    ]
    folded = [
        CompanySection("Sent to them", [_paper(row) for row in history.papers]),
        CompanySection("What they said", [_said(row, today) for row in history.said]),
    ]
    written = next((row.company for row in history.applications), name)
    return {
        "name": written,
        "stands": _stands(history, bool(waiting), today),
        "since": _since(history.applications),
        "offer": _offer(waiting[0], today) if waiting else None,
        "sections": [each for each in sections if each.lines],
        "folded": [each for each in folded if each.lines],
    }


def _stands(history: CompanyHistory, offered: bool, today: date) -> str:
    """The one thing that matters now: an interview that comes, what is open, or a saved lead."""
    if offered:
        return "An offer waits for your answer."
    ahead = [row.on for row in history.interviews if row.on and row.on >= today]
    if ahead:
        return f"An interview {in_sentence(day(min(ahead), today))}."
    waits = [row for row in history.applications if row.stage in Stage.OPEN and row.live]
    if waits:
        return f"You wait for an answer from them{f' on {len(waits)}' if len(waits) > 1 else ''}."
    if history.leads:
        return f"You saved {plural(len(history.leads), 'opening')} of theirs."
    return ""


def _offer(row: Any, today: date) -> CompanyLine:
    on = f"Made {in_sentence(day(row.on, today))}" if row.on else ""
    href = STEPS["answer_offer"].address.format(id=row.application_id)
    return CompanyLine(href, shortened(row.role, WIDEST), on)


def _since(rows: Rows) -> str:
    """3 applications since March 2025."""
    if not rows:
        return ""
    days = [row.applied_on for row in rows if row.applied_on]
    many = plural(len(rows), "application")
    since = f"{many}, the first in {month(min(days))}" if days and len(rows) > 1 else many
    asks = sum(row.asks for row in rows)
    times = {1: "once", 2: "twice"}.get(asks, f"{asks} times")
    return f"{since}. You asked them for advice {times}." if asks else since


def _application(row: Any, now: datetime, zone: ZoneInfo) -> CompanyLine:
    facts = facts_in(row)
    behind = None if facts.is_open else parts_behind(facts, next_step(facts, now, zone))
    on = f"applied {in_sentence(day(row.applied_on, day_of(now, zone)))}" if row.applied_on else ""
    state = state_label(row.stage, row.outcome, row.ending)
    title = shortened(row.role, WIDEST)
    return CompanyLine(f"/applications/{row.id}", title, state, on, row.stage, behind)


def _lead(row: Any, today: date) -> CompanyLine:
    closes = ""
    if row.closes_on:
        word = "closed" if row.closes_on < today else "closes"
        closes = f"{word} {in_sentence(day(row.closes_on, today))}"
    return CompanyLine(f"/leads/{row.id}", shortened(row.role or "An opening", WIDEST), "", closes)


def _said(row: Any, today: date) -> CompanyLine:
    on = day(row.on, today) if row.on else ""
    words = " ".join(row.words.split())
    place = f"/applications/{row.application_id}/rejection/{row.id}"
    href = place if row.kind == "no" else f"/feedback/{row.id}/points"
    return CompanyLine(href, shortened(row.role, WIDEST), f"“{shortened(words, WIDEST)}”", on)


def _beside(rows: Rows, words: dict[str, str], otherwise: str, today: date) -> list[CompanyLine]:
    return [
        CompanyLine(
            f"/applications/{row.application_id}",
            words.get(row.fact or "", otherwise),
            shortened(row.role, WIDEST),
            day(row.on, today) if row.on else "",
        )
        for row in rows
    ]


def _person(contact: Contact) -> CompanyLine:
    shown = present_person(contact)
    return CompanyLine(
        shown.href,
        shortened(shown.name, WIDEST),
        shortened(contact.title, WIDEST),
        is_person=True,
        tel=shown.tel,
        mailto=shown.mailto,
    )


def _paper(row: Any) -> CompanyLine:
    times = f"{row.times} times" if row.times > 1 else ""
    return CompanyLine(
        f"/documents/{row.id}", shortened(row.label, WIDEST), PAPERS.get(row.kind, ""), times
    )
