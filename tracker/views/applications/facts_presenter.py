"""The facts of an application as they read: only those that are known."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from tracker.models.application import Application
from tracker.models.application_facts import EMPLOYMENTS, WAYS_TO_APPLY, WORKPLACES, besides
from tracker.models.document import Paper
from tracker.models.lead import Lead
from tracker.models.offer import DECISIONS
from tracker.models.reads.application_words import ApplicationWords
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, value_in_words
from tracker.values.text import is_web_link
from tracker.web.paging import address
from tracker.web.return_to import opened_from

PAPERS = {"resume": "Résumé", "letter": "Cover letter"}
ELSEWHERE = ("role", "workplace", "resume_id", "letter_id", "posting")
"""In the head, with the place, by the names of the papers, folded below."""


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


def present_facts(
    application: Application,
    words: ApplicationWords,
    papers: Sequence[Paper],
    now: datetime,
    zone: ZoneInfo,
) -> list[Fact]:
    """In the order in which they are looked for."""
    today, place = day_of(now, zone), f"/applications/{application.id}"
    excitement = f"{application.excitement} of 5" if application.excitement else ""
    skills = [Chip(name, level or "") for name, level in words.skills]
    company = application.company
    lines = {
        "company": Fact(
            "Company", company, address("/companies", {"name": company, "from": place})
        ),
        "offer": Fact("Offer", offer_words(application, today), f"{place}/offer"),
        "link": present_link(application.link),
        "closes_on": Fact("Closes on", value_in_words(application.closes_on, today)),
        "location": Fact("Where", location_words(application)),
        "pay_text": Fact("Pay", application.pay_text),
        "employment": Fact("Employment", EMPLOYMENTS.get(application.employment or "", "")),
        "applied_on": Fact("Applied on", value_in_words(application.applied_on, today)),
        "applied_how": Fact("How", WAYS_TO_APPLY.get(application.applied_how or "", "")),
        "answers_by": Fact("They answer by", value_in_words(application.answers_by, today)),
        "followed_up_on": Fact("Followed up on", value_in_words(application.followed_up_on, today)),
        "source": Fact("Found at", application.source),
        **{f"document {each.id}": paper(each, place) for each in papers},
        "excitement": Fact("Excitement", excitement),
        "sparks": Fact("What excites you", chips=[Chip(name) for name in words.sparks]),
        "skills": Fact("They ask for", chips=skills),
        "tags": Fact("Tags", chips=[Chip(name) for name in words.tags]),
        "public_sector": Fact("Sector", "Public sector" if application.public_sector else ""),
        "internal_candidate": Fact(
            "You work there", value_in_words(application.internal_candidate)
        ),
    }
    for each in besides((*lines, *ELSEWHERE)):
        lines[each.name] = Fact(each.label, value_in_words(getattr(application, each.name), today))
    return [line for line in lines.values() if line.text or line.chips]


def paper(sent: Paper, place: str) -> Fact:
    """A résumé or a letter, with the way to it and back."""
    return Fact(PAPERS[sent.kind], sent.label, opened_from(f"/documents/{sent.id}", place))


def location_words(application: Application | Lead) -> str:
    """Sydney, hybrid."""
    workplace = WORKPLACES.get(application.workplace or "", "")
    if application.location and workplace:
        return f"{application.location}, {workplace.lower()}"
    return application.location or workplace


def offer_words(application: Application, today: date) -> str:
    """Since when there is one, and what became of it."""
    if not application.had_offer:
        return ""
    decision = DECISIONS.get(application.offer_decision or "", "Waiting for your answer")
    came = application.offer_received_on
    return f"{decision} (came {in_sentence(day(came, today))})" if came is not None else decision


def present_link(given: str) -> Fact:
    """A link that can be followed, by the name of its host; any other as it was written."""
    if not is_web_link(given):
        return Fact("Link", given)
    host = urlsplit(given).hostname or ""
    return Fact("Link", host.removeprefix("www."), given, outside=True)
