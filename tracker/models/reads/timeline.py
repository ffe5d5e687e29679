"""The story of an application: all that happened, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.document import Paper
from tracker.models.interview import expected_after
from tracker.models.reads.timeline_beside import entries_beside
from tracker.models.reads.timeline_loop import loop_lines, moment_of
from tracker.models.reads.timeline_order import Entry, dated, in_order
from tracker.models.reads.timeline_story import STORY

OPENED = (None, *Stage.OPEN)
PAGE = 30
"""Entries that are shown at first, and at each further step."""


@dataclass(frozen=True)
class Timeline:
    """One page of the story, and where it goes on."""

    entries: list[Entry]
    more: int | None


def timeline(
    session: Session,
    application: Application,
    zone: ZoneInfo,
    papers: Sequence[Paper] = (),
    start: int = 0,
    loop: Sequence[Row[Any]] | None = None,
) -> Timeline:
    """A page of the story from the start-th entry on; `papers` are what was sent with it.

    `loop` are the lines of the loop, where they are at hand.
    """
    given = {"application_id": application.id, "expected_after": expected_after(application)}
    rows = [dated(Entry(*row), zone) for row in session.execute(STORY, given)]
    others = entries_beside(session, application, zone, papers, _had_a_no(application, rows))
    lines = loop_lines(session, application.id) if loop is None else loop
    others += _of_the_loop(lines, zone)
    entries = in_order([*others, *_meant(rows, application.live)])
    shown = entries[start : start + PAGE]
    return Timeline(shown, start + PAGE if len(entries) > start + PAGE else None)


def _meant(rows: Sequence[Entry], live: bool) -> list[Entry]:
    """Without the moves that were taken back, and without what took them back: a slip is no story.

    A first stage that was corrected stays. Where the card is archived no move can be undone.
    """
    moves = [row for row in rows if row.kind == "stage"]
    slips = {row.id for row in moves if row.marked and row.before is not None}
    return [
        row._replace(latest=row.latest and live)
        for row in rows
        if row.kind != "stage" or not {row.id, row.number or 0} & slips
    ]


def _had_a_no(application: Application, rows: list[Entry]) -> bool:
    """Whether a no may be written down, an earlier one included; most have none."""
    known = application.rejection_recorded or application.no_said or application.no_on is not None
    return known or any(row.kind == "stage" and row.before not in OPENED for row in rows)


def _of_the_loop(lines: Sequence[Row[Any]], zone: ZoneInfo) -> list[Entry]:
    return [
        Entry(
            line.kind,
            line.id,
            moment_of(line, zone),
            line.recorded_at,
            before=line.before,
            after=line.after,
            words=line.words,
            more=line.channel,
            people=line.people,
            on=line.day,
            due=line.due,
        )
        for line in lines
    ]
