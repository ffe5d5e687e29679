"""The story of an application: all that happened, the latest first, the undated last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Boolean,
    Integer,
    Row,
    Select,
    SQLColumnExpression,
    String,
    Text,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from tracker.models.application import Application, Stage
from tracker.models.document import Paper
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.reads.timeline_loop import loop_lines, moment_of
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.values.days import FIRST_MOMENT, day_of, days_after, start_of

OPENED = (None, *Stage.OPEN)
PAGE = 30
"""Entries that are shown at first, and at each further step."""

BEGINNING = 1500
"""Characters of a long note that the timeline shows."""


class Entry(NamedTuple):
    """One thing that happened; what the unnamed facts mean depends on the kind."""

    kind: str
    id: int
    at: datetime | None
    recorded_at: datetime | None
    before: str | None = None
    """The stage before; an interview's kind; how a rejection came."""
    after: str | None = None
    """The stage after; an outcome, of an interview or of all; what became of an offer."""
    words: str | None = None
    more: str | None = None
    """Further words; of the loop the channel, or an action's kind."""
    people: str | None = None
    number: int | None = None
    """An interview's round; which change a change undoes."""
    rating: int | None = None
    marked: bool | None = None
    """A change that was undone; a note that is private."""
    latest: bool | None = None
    """The latest change, which can be undone."""
    length: int | None = None
    on: date | None = None
    """The day, where no moment is known."""
    due: date | None = None
    """The day that an action is planned for."""


@dataclass(frozen=True)
class Timeline:
    """One page of the story, and where it goes on."""

    entries: list[Entry]
    more: int | None


APPLICATION = bindparam("application_id", type_=Integer)


def _line(kind: str, model: Any, at: Any, recorded_at: Any, **facts: Any) -> Select[Any]:
    """The columns of Entry, in its order, with nothing where a kind has no such fact."""
    empty: dict[str, SQLColumnExpression[Any]] = {
        "before": cast(null(), String),
        "after": cast(null(), String),
        "words": cast(null(), Text),
        "more": cast(null(), Text),
        "people": cast(null(), Text),
        "number": cast(null(), Integer),
        "rating": cast(null(), Integer),
        "marked": cast(null(), Boolean),
        "latest": cast(null(), Boolean),
        "length": cast(null(), Integer),
    }
    return select(
        literal(kind).label("kind"),
        model.id.label("id"),
        at.label("at"),
        recorded_at.label("recorded_at"),
        *(facts.get(name, nothing).label(name) for name, nothing in empty.items()),
    ).where(model.application_id == APPLICATION)


def _story() -> Select[Any]:
    undoing, later = aliased(StageChange), aliased(StageChange)
    lines = union_all(
        _line(
            "stage",
            StageChange,
            StageChange.at,
            StageChange.recorded_at,
            before=StageChange.before,
            after=StageChange.after,
            number=StageChange.undoes_id,
            marked=select(true())
            .where(undoing.application_id == APPLICATION, undoing.undoes_id == StageChange.id)
            .exists(),
            latest=StageChange.id
            == select(func.max(later.id))
            .where(later.application_id == APPLICATION)
            .scalar_subquery(),
        ),
        _line(
            "note",
            Note,
            Note.created_at,
            Note.created_at,
            words=func.substr(Note.body, 1, BEGINNING),
            marked=Note.private,
            length=func.length(Note.body),
        ),
        _line(
            "interview",
            Interview,
            Interview.starts_at,
            Interview.created_at,
            before=Interview.kind,
            after=Interview.outcome,
            words=func.substr(Interview.went_well, 1, BEGINNING),
            more=func.substr(Interview.would_change, 1, BEGINNING),
            people=func.substr(Interview.people, 1, BEGINNING),
            number=Interview.round,
            rating=Interview.rating,
        ),
    ).subquery()
    order = (lines.c.at.desc().nulls_last(), lines.c.recorded_at.desc(), lines.c.id.desc())
    return select(lines).order_by(*order).limit(bindparam("most")).offset(bindparam("skipped"))


STORY = _story()


def timeline(
    session: Session,
    application: Application,
    zone: ZoneInfo,
    papers: Sequence[Paper] = (),
    start: int = 0,
    loop: Sequence[Row[Any]] | None = None,
) -> Timeline:
    """A page of the story from the start-th row on; `papers` are what was sent with it.

    `loop` are the lines of the loop, where they are at hand.
    """
    skipped = max(start - 1, 0)
    most = PAGE + 1 + (start > 0)
    given = {"application_id": application.id, "skipped": skipped, "most": most}
    rows = [Entry(*row) for row in session.execute(STORY, given)]
    previous = rows.pop(0) if start and rows else None
    more, rows = len(rows) > PAGE, rows[:PAGE]
    others = _beside(session, application, zone, papers, _had_a_no(application, rows))
    lines = loop_lines(session, application.id) if loop is None else loop
    others += _of_the_loop(lines, zone)
    beside = [
        entry
        for entry in others
        if (previous is None or _moment(entry) <= _moment(previous))
        and (not more or _moment(entry) > _moment(rows[-1]))
    ]
    entries = sorted([*beside, *rows], key=_moment, reverse=True) if beside else rows
    return Timeline(entries, start + PAGE if more else None)


def _moment(entry: Entry) -> datetime:
    return entry.at or FIRST_MOMENT


def _beside(
    session: Session,
    application: Application,
    zone: ZoneInfo,
    papers: Sequence[Paper],
    had_a_no: bool,
) -> list[Entry]:
    """What stands on the application itself; a day without a moment is set at its end."""
    found = []
    if application.archived_at is not None:
        away = application.archived_at
        found.append(Entry("archival", 0, away, away, after=application.outcome))
    if had_a_no:
        found += [_said_no(row, zone) for row in session.scalars(Rejection.of(application))]
    if application.offer_received_on is not None:
        day = application.offer_received_on
        words, decision = application.offer_note[:BEGINNING], application.offer_decision
        end = _end_of(day, zone)
        found.append(Entry("offer", 0, end, None, after=decision, words=words, on=day))
    sent = application.applied_on
    at = start_of(sent, zone) + timedelta(seconds=1) if sent is not None else None
    found += [
        Entry("document", each.id, at, None, before=each.kind, words=each.label, on=sent)
        for each in papers
    ]
    return found


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


def _said_no(row: Rejection, zone: ZoneInfo) -> Entry:
    at = _end_of(row.on, zone) if row.on else None
    if row.on == day_of(row.created_at, zone):
        at = row.created_at
    return Entry(
        "rejection",
        row.id,
        at,
        row.created_at,
        before=row.how,
        after=row.stage_reached,
        words=row.words[:BEGINNING],
        more=row.reason[:BEGINNING],
        marked=row.role_cancelled,
        latest=row.feedback_offered,
        on=row.on,
    )


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return start_of(days_after(day, 1), zone) - timedelta(microseconds=1)
