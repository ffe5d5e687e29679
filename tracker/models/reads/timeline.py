"""The story of an application: all that happened, the latest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Boolean,
    Date,
    Integer,
    Row,
    Select,
    SQLColumnExpression,
    String,
    Text,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.base import UtcDateTime
from tracker.models.document import Paper
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import TAKEN_BACK, Offer
from tracker.models.reads.timeline_loop import loop_lines, moment_of
from tracker.models.reads.timeline_order import Entry, dated, end_of, in_order, stands_at
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.values.days import start_of

OPENED = (None, *Stage.OPEN)
PAGE = 30
"""Entries that are shown at first, and at each further step."""

MOST = 5000
"""Notes, moves and interviews of one application that are told: more than anybody makes."""
BEGINNING = 1500
"""Characters of a long note that the timeline shows."""


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
        "on": cast(null(), Date),
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
            cast(null(), UtcDateTime),
            StageChange.recorded_at,
            on=StageChange.on,
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
            on=case((~Interview.hour_known, Interview.on)),
            before=Interview.kind,
            after=Interview.outcome,
            words=func.substr(Interview.went_well, 1, BEGINNING),
            more=func.substr(Interview.would_change, 1, BEGINNING),
            people=func.substr(Interview.people, 1, BEGINNING),
            number=Interview.round,
            rating=Interview.rating,
        ),
    ).subquery()
    return select(lines).order_by(lines.c.recorded_at.desc(), lines.c.id.desc()).limit(MOST)


STORY = _story()


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
    given = {"application_id": application.id}
    rows = [dated(Entry(*row), zone) for row in session.execute(STORY, given)]
    others = _beside(session, application, zone, papers, _had_a_no(application, rows))
    lines = loop_lines(session, application.id) if loop is None else loop
    others += _of_the_loop(lines, zone)
    entries = in_order([*others, *rows])
    shown = entries[start : start + PAGE]
    return Timeline(shown, start + PAGE if len(entries) > start + PAGE else None)


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
        on = application.archived_on
        known = stands_at(on, away, zone) if on is not None else None
        found.append(Entry("archival", 0, known, away, after=application.outcome, on=on))
    if had_a_no:
        noes = [_said_no(row, zone) for row in session.scalars(Rejection.of(application))]
        if application.offer_decision == TAKEN_BACK:
            noes[:1] = [latest._replace(people=TAKEN_BACK) for latest in noes[:1]]
        found += noes
    if application.had_offer:
        for offer in session.scalars(Offer.of(application.id)):
            found += _offered(offer, application, zone)
    ended = application.ended_on
    if ended is not None:
        found.append(Entry("end_of_job", 0, end_of(ended, zone), None, on=ended))
    sent = application.applied_on
    at = start_of(sent, zone) + timedelta(seconds=1) if sent is not None else None
    found += [
        Entry("document", each.id, at, None, before=each.kind, words=each.label, on=sent)
        for each in papers
    ]
    return found


def _offered(offer: Offer, application: Application, zone: ZoneInfo) -> Iterator[Entry]:
    """When it was answered and when it came, as far as the days are known.

    One of which only the outcome tells is told by that.
    """
    came, said = offer.received_on, offer.decided_on
    after = offer.answered or offer.decision
    if said is not None:
        at = stands_at(said, offer.created_at, zone)
        yield Entry(
            "offer_answer", offer.id, at, offer.created_at, after=after, number=offer.id, on=said
        )
    if offer.implied and application.outcome:
        return
    yield Entry(
        "offer",
        offer.id,
        stands_at(came, offer.created_at, zone) if came is not None else None,
        offer.created_at,
        after=None if said is not None else after,
        words=offer.note[:BEGINNING],
        more=offer.pay_text,
        on=came,
        due=offer.answer_by,
    )


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
    at = stands_at(row.on, row.created_at, zone) if row.on else None
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
