"""The facts of an application as they read: only those that are known."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from tracker.models.application import EMPLOYMENTS, WORKPLACES, Application
from tracker.models.changes.offer import DECISIONS
from tracker.models.document import Paper
from tracker.models.reads.application_words import Asked
from tracker.values import formatting
from tracker.values.days import day_of
from tracker.values.text import is_web_link

PAPERS = {"resume": "Résumé", "letter": "Cover letter"}


class Chip(NamedTuple):
    """A word, perhaps marked as one of the person's own."""

    name: str
    mine: str = ""


class Fact(NamedTuple):
    """One line of the list."""

    label: str
    text: str = ""
    href: str | None = None
    outside: bool = False
    chips: list[Chip] = []


def facts(
    application: Application,
    words: Asked,
    papers: Sequence[Paper],
    now: datetime,
    zone: ZoneInfo,
) -> list[Fact]:
    """In the order in which they are looked for."""
    today, place = day_of(now, zone), f"/applications/{application.id}"
    lines = [
        Fact("Offer", offer(application, today), f"{place}/offer"),
        link(application.link),
        Fact("Closes on", day(application.closes_on, today)),
        Fact("Where", where(application)),
        Fact("Pay", application.pay_text),
        Fact("Employment", EMPLOYMENTS.get(application.employment or "", "")),
        Fact("Applied on", day(application.applied_on, today)),
        Fact("Followed up on", day(application.followed_up_on, today)),
        Fact("Found at", application.source),
        *(Fact(PAPERS[each.kind], each.label, f"/documents/{each.id}") for each in papers),
        Fact("Excitement", f"{application.excitement} of 5" if application.excitement else ""),
        Fact("What excites you", chips=[Chip(name) for name in words.sparks]),
        Fact("They ask for", chips=[Chip(name, level or "") for name, level in words.skills]),
        Fact("Sector", "Public sector" if application.public_sector else ""),
        Fact("You work there", "Yes" if application.internal_candidate else ""),
    ]
    return [line for line in lines if line.text or line.chips]


def day(known: date | None, today: date) -> str:
    """The day in words, or nothing."""
    return formatting.day(known, today) if known is not None else ""


def where(application: Application) -> str:
    """Sydney, hybrid."""
    workplace = WORKPLACES.get(application.workplace or "", "")
    if application.location and workplace:
        return f"{application.location}, {workplace.lower()}"
    return application.location or workplace


def offer(application: Application, today: date) -> str:
    """Since when there is one, and what became of it."""
    if application.offer_received_on is None:
        return ""
    decision = DECISIONS.get(application.offer_decision or "", "Waiting for your answer")
    return f"{decision} (came {formatting.full_day(application.offer_received_on)})"


def link(given: str) -> Fact:
    """A link that can be followed, by the name of its host; any other as it was written."""
    if not is_web_link(given):
        return Fact("Link", given)
    host = urlsplit(given).hostname or ""
    return Fact("Link", host.removeprefix("www."), given, outside=True)
