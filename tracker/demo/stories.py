"""Two stories of a made-up hunt, and the times that they were said aloud."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tracker.demo.hunt_facts import MadeRun, MadeStory
from tracker.demo.workdays import at
from tracker.loop.practice import BANK

SAID = (
    (
        "went-wrong",
        (
            "The library’s front desk, the Saturday when three of us were ill.",
            "Keep both desks open and the returns moving.",
            "I listed what could wait, put one of us at the door to sort, and rang two helpers.",
            "We opened on time, nobody waited over ten minutes, and the list is still in use.",
        ),
        ((9, 20, 165, "bumpy"), (5, 20, 120, "nearly"), (1, 19, 95, "flowed")),
    ),
    (
        "why-this-job",
        (
            "I like finding out what a number means for somebody’s day.",
            "You publish what you find, and say what you don’t know.",
            "At the library I counted who came when, and we moved the story time.",
            "I would do that here with better data than a clicker.",
        ),
        ((4, 20, 70, "nearly"),),
    ),
)
"""Slug; the four lines; days ago, hour, seconds and how it went."""


def stories(today: date, zone: ZoneInfo) -> list[MadeStory]:
    """The first made last week."""
    return [
        MadeStory(
            slug,
            BANK[slug].ask,
            lines,
            [
                MadeRun(at(today - timedelta(days=ago), zone, hour, 10), seconds, went)
                for ago, hour, seconds, went in runs
            ],
        )
        for slug, lines, runs in SAID
    ]


def story(made: MadeStory) -> dict[str, Any]:
    """As a row of the database."""
    first = made.runs[0].at
    facts = dict(zip(("situation", "task", "did", "result"), made.lines, strict=True))
    return {
        "question": made.question,
        "slug": made.slug,
        **facts,
        "created_at": first,
        "updated_at": first,
    }


def run(made: MadeRun, story_id: int) -> dict[str, Any]:
    """As a row of the database."""
    return {
        "story_id": story_id,
        "seconds": made.seconds,
        "went": made.went,
        "created_at": made.at,
    }
