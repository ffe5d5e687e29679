"""The lines of applications and of what happened to them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import aliased

from tracker.models import interview
from tracker.models.application import EMPLOYMENTS, WORKPLACES, Application, Outcome, Stage
from tracker.models.document import Document
from tracker.models.interview import KINDS, Interview
from tracker.models.note import Note
from tracker.models.stage_change import StageChange
from tracker.sharing.choice import Part
from tracker.sharing.desk import Desk
from tracker.sharing.facts import columns
from tracker.sharing.lines import ApplicationLine, InterviewLine, MoveLine, NoteLine

OFFERS = {"accepted": "Accepted", "declined": "Declined"}
STAGES = {stage.value: stage.label for stage in Stage}
OUTCOMES = {outcome.value: outcome.label for outcome in Outcome}
UNDATED = datetime.min.replace(tzinfo=UTC)


def applications(desk: Desk) -> list[ApplicationLine]:
    """By the day of applying, the latest first, those without a day last."""
    resume, letter = aliased(Document), aliased(Document)
    day = Application.applied_on
    rows = desk.rows(
        select(columns(Application), resume.label, letter.label)
        .select_from(Application)
        .outerjoin(resume, resume.id == Application.resume_id)
        .outerjoin(letter, letter.id == Application.letter_id)
        .where(Application.user_id == desk.user.id, Application.deleted_at.is_(None))
        .where(*desk.within(day))
        .order_by(day.is_(None), day.desc(), Application.id.desc())
    )
    return [_application(desk, *row) for row in rows]


def _application(
    desk: Desk, row: Row[*tuple[Any, ...]], resume: str | None, letter: str | None
) -> ApplicationLine:
    text, paid = desk.mask.text, Part.PAY in desk.choice
    return ApplicationLine(
        id=row.id,
        company=desk.mask.company(row.company),
        role=text(row.role),
        location=text(row.location),
        workplace=WORKPLACES.get(row.workplace or "", ""),
        employment=EMPLOYMENTS.get(row.employment or "", ""),
        source=desk.mask.source(row.source),
        link=desk.mask.link(row.link),
        applied_on=row.applied_on,
        closes_on=row.closes_on,
        stage=STAGES[row.stage],
        since=desk.day(row.stage_since),
        outcome=OUTCOMES.get(row.outcome or "", ""),
        archived_on=desk.day(row.archived_at),
        resume=text(resume or ""),
        letter=text(letter or ""),
        excitement=row.excitement,
        pay=text(row.pay_text) if paid else "",
        offer_on=row.offer_received_on,
        offer_decision=OFFERS.get(row.offer_decision or "", ""),
    )


def moves(desk: Desk) -> list[MoveLine]:
    """Every change of stage that stands, the oldest first, the undated first of all."""
    rows = desk.rows(desk.beside(StageChange).order_by(StageChange.id.desc()))
    found = [
        MoveLine(
            *desk.which(row),
            desk.local(row[3].at),
            STAGES.get(row[3].before or "", ""),
            STAGES[row[3].after],
        )
        for row in standing(rows)
        if desk.span.is_open or desk.span.holds(desk.day(row[3].at))
    ]
    found.reverse()
    return sorted(found, key=lambda line: line.at or UNDATED)


def standing(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """Changes without those that were undone and those that undid them; the latest come first."""
    undone = set()
    for row in rows:
        change = row[3]
        if change.id in undone:
            continue
        if change.undoes_id is None:
            yield row
        else:
            undone.add(change.undoes_id)


def interviews(desk: Desk) -> list[InterviewLine]:
    """The latest first, those without a moment last; what lies ahead is in every rolling span."""
    starts = Interview.starts_at
    rows = desk.rows(
        desk.beside(Interview, *desk.moments(starts, ahead=True)).order_by(
            starts.is_(None), starts.desc(), Interview.id.desc()
        )
    )
    return [
        InterviewLine(
            *desk.which(row),
            at=desk.local(row[3].starts_at),
            minutes=row[3].minutes,
            kind=KINDS.get(row[3].kind, KINDS["other"]),
            round=row[3].round,
            people=desk.mask.person(row[3].people),
            went_well=desk.mask.text(row[3].went_well),
            would_change=desk.mask.text(row[3].would_change),
            rating=row[3].rating,
            outcome=interview.OUTCOMES.get(row[3].outcome or "", ""),
        )
        for row in rows
    ]


def notes(desk: Desk) -> list[NoteLine]:
    """The latest first; private ones are not read."""
    rows = desk.rows(
        desk.beside(Note, Note.private.is_(False), *desk.moments(Note.created_at)).order_by(
            Note.created_at.desc(), Note.id.desc()
        )
    )
    return [
        NoteLine(
            *desk.which(row),
            at=row[3].created_at.astimezone(desk.user.zone),
            body=desk.mask.text(row[3].body),
        )
        for row in rows
    ]
