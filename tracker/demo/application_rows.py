"""Made-up applications and what happened to them as rows of the database."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from tracker.demo.hunt_facts import Hunt, MadeApplication
from tracker.demo.rows import Row
from tracker.demo.words import WAYS_TO_APPLY
from tracker.models.changes.position import GAP
from tracker.values.pay import read_pay

PAYS = lru_cache(maxsize=256)(read_pay)
"""The same few texts stand in every hunt."""
ROOM = 1 << 30
"""Positions stay below, in a column of any length."""


def applications(hunt: Hunt, papers: list[int]) -> list[Row]:
    """In the hunt's order; within a column the latest arrival stands on top.

    papers: the documents' numbers, in the hunt's order.
    """
    latest = sorted(hunt.applications, key=lambda made: made.stage_since, reverse=True)
    step = min(GAP, ROOM // max(1, len(latest)))
    standing: Counter[str] = Counter()
    places: dict[int, int] = {}
    for made in latest:
        places[id(made)] = standing[made.stage] * step
        standing[made.stage] += 1
    return [application(made, papers, places[id(made)]) for made in hunt.applications]


def application(made: MadeApplication, papers: list[int], position: int) -> Row:
    pay = PAYS(made.pay_text)
    return {
        "company": made.company,
        "role": made.role,
        "location": made.location,
        "workplace": made.workplace,
        "employment": made.employment,
        "pay_text": made.pay_text,
        "pay_min": pay.minimum,
        "pay_max": pay.maximum,
        "pay_currency": pay.currency,
        "pay_period": pay.period,
        "source": made.source,
        "link": made.link,
        "posting": made.posting,
        "closes_on": made.closes_on,
        "applied_on": made.applied_on,
        "applied_how": WAYS_TO_APPLY.get(made.source),
        "excitement": made.excitement,
        "public_sector": made.public_sector,
        "internal_candidate": made.internal_candidate,
        "resume_id": papers[made.resume],
        "letter_id": papers[made.letter] if made.letter is not None else None,
        "stage": made.stage,
        "stage_since": made.day(made.stage_since),
        "position": position,
        "version": 1,
        "archived_at": made.archived_at,
        "archived_on": made.archived_at and made.day(made.archived_at),
        "outcome": made.outcome,
        "created_at": made.stages[0][1],
        "updated_at": max([made.stage_since, *(note.at for note in made.notes)]),
    }


def stage_changes(made: MadeApplication) -> Iterator[Row]:
    before = None
    for after, at in made.stages:
        yield {"before": before, "after": after, "on": made.day(at), "recorded_at": at}
        before = after


def interviews(made: MadeApplication) -> Iterator[Row]:
    invited = made.stages[1][1] if len(made.stages) > 1 else made.stage_since
    for one in made.interviews:
        yield {
            "on": made.day(one.starts_at),
            "starts_at": one.starts_at,
            "hour_known": True,
            "invited_on": min(made.day(invited), made.day(one.starts_at)),
            "minutes": one.minutes,
            "kind": one.kind,
            "round": one.round,
            "place": one.place,
            "people": one.people,
            "preparation": one.preparation,
            "went_well": one.went_well,
            "would_change": one.would_change,
            "rating": one.rating,
            "outcome": one.outcome,
            "created_at": invited,
        }


def offers(made: MadeApplication) -> Iterator[Row]:
    for at, one in enumerate(made.offers):
        yield {
            "received_on": one.on,
            "answer_by": one.answer_by,
            "pay_text": one.pay_text,
            "note": one.note,
            "decision": one.decision,
            "decided_on": one.decided_on,
            "was_accepted": False,
            "implied": False,
            "created_at": made.stage_since + timedelta(minutes=at),
        }


def rejections(made: MadeApplication) -> Iterator[Row]:
    if made.rejection is not None:
        yield {
            "on": made.rejection.on,
            "how": made.rejection.how,
            "words": made.rejection.words,
            "reason": made.rejection.reason,
            "stage_reached": made.rejection.stage_reached,
            "feedback_offered": made.rejection.feedback_offered,
            "role_cancelled": made.rejection.role_cancelled,
            "rest_until": made.rejection.rest_until,
            "went_well": made.rejection.went_well,
            "would_change": made.rejection.would_change,
            "created_at": made.rejection.at,
        }


def notes(made: MadeApplication) -> Iterator[Row]:
    for note in made.notes:
        yield {
            "body": note.body,
            "private": note.private,
            "created_at": note.at,
            "updated_at": note.at,
            "version": 1,
        }
