"""The lines of applications and of what happened to them."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Subquery, func, select
from sqlalchemy.orm import aliased

from tracker.loop.outcome import Outcome
from tracker.models import interview
from tracker.models.application import Application
from tracker.models.application_facts import EMPLOYMENTS, SHARED, WORKPLACES, besides
from tracker.models.document import Document
from tracker.models.interview import KINDS, Interview
from tracker.models.note import Note
from tracker.models.offer import DECISIONS
from tracker.models.reads.first_answer import first_reply_on
from tracker.models.reads.standing import Standing, standing
from tracker.models.skill import ApplicationTag, Tag
from tracker.models.stage_change import StageChange
from tracker.sharing.offers import became
from tracker.sharing.reader import RecordReader
from tracker.sharing.rows import ApplicationRow, InterviewRow, NoteRow
from tracker.sharing.selection import SharedPart
from tracker.sharing.shared_columns import PAPERS, columns
from tracker.sharing.stage_changes import STAGES
from tracker.sharing.ties import tie

STANDINGS = {each.value: each.label for each in Standing}
OUTCOMES = {outcome.value: outcome.label for outcome in Outcome}
OWN_WAY = ("company", "workplace", "employment", "pay_text", "source", "link", *PAPERS)
PLAIN = tuple(each.name for each in besides(OWN_WAY, SHARED))
"""Facts that are shown as they are, with names masked where it is a text."""


def applications(reader: RecordReader) -> list[ApplicationRow]:
    """By the day of applying, the latest first, those without a day last."""
    resume, letter = aliased(Document), aliased(Document)
    day, moved = Application.applied_on, _moved(reader)
    statement = (
        select(
            *columns(Application),
            resume.label.label("resume"),
            letter.label.label("letter"),
            standing(reader.moment).label("standing"),
            moved.c.at.label("moved_at"),
        )
        .select_from(Application)
        .outerjoin(resume, resume.id == Application.resume_id)
        .outerjoin(letter, letter.id == Application.letter_id)
        .outerjoin(moved, moved.c.application_id == Application.id)
        .where(Application.user_id == reader.user.id, Application.deleted_at.is_(None))
        .where(*reader.within(day))
        .order_by(day.is_(None), day.desc(), Application.id.desc())
    )
    came_from: dict[int, int] = {}
    tags = _tags(reader) if SharedPart.TAGS in reader.choice else {}

    def line(row: Any) -> ApplicationRow:
        if row.came_from_id is not None:
            came_from[row.id] = row.came_from_id
        read = _application(reader, row)
        return read._replace(tags=reader.mask.text(tags[row.id])) if row.id in tags else read

    found = reader.lines(statement, line)
    if came_from:
        tie(found, came_from)
    return found


def _tags(reader: RecordReader) -> dict[int, str]:
    """Of each that has any, by name."""
    found: dict[int, list[str]] = defaultdict(list)
    asked = (
        select(ApplicationTag.application_id, Tag.name)
        .join(Tag, Tag.id == ApplicationTag.tag_id)
        .where(Tag.user_id == reader.user.id)
        .order_by(func.lower(Tag.name), Tag.id)
    )
    for number, name in reader.session.execute(asked):
        found[number].append(name)
    return {number: ", ".join(names) for number, names in found.items()}


def _moved(reader: RecordReader) -> Subquery:
    """When the latest move of each was written down; those that were taken back don't count."""
    back = select(StageChange.undoes_id).where(
        StageChange.user_id == reader.user.id, StageChange.undoes_id.is_not(None)
    )
    return (
        select(StageChange.application_id, func.max(StageChange.recorded_at).label("at"))
        .where(
            StageChange.user_id == reader.user.id,
            StageChange.before.is_not(None),
            StageChange.undoes_id.is_(None),
            StageChange.id.not_in(back),
        )
        .group_by(StageChange.application_id)
        .subquery()
    )


def _application(reader: RecordReader, row: Any) -> ApplicationRow:
    text, paid = reader.mask.text, SharedPart.PAY in reader.choice
    plain: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    plain |= {name: text(value) for name, value in plain.items() if isinstance(value, str)}
    return ApplicationRow(
        **plain,
        id=row.id,
        company=reader.mask.company(row.company),
        workplace=WORKPLACES.get(row.workplace or "", ""),
        employment=EMPLOYMENTS.get(row.employment or "", ""),
        pay_text=text(row.pay_text) if paid else "",
        source=reader.mask.source(row.source),
        link=reader.mask.link(row.link),
        stage=STAGES[row.stage],
        since=row.stage_since,
        outcome=OUTCOMES.get(row.outcome or "", ""),
        archived_on=row.archived_on,
        resume=text(row.resume or ""),
        letter=text(row.letter or ""),
        offer_on=row.offer_received_on,
        offer_decision=_offered(row),
        answer_by=row.offer_answer_by if row.offer_decision is None else None,
        standing=STANDINGS[row.standing],
        written_at=row.created_at,
        touched_at=row.updated_at,
        moved_at=row.moved_at,
        interviewed=row.interviewed,
        no_on=row.rejection_on if row.no_stands else None,
        replied_on=first_reply_on(row),
        ended_on=row.ended_on,
    )


def _offered(row: Any) -> str:
    if row.offer_open:
        return became(None, waits=row.archived_at is None)
    return DECISIONS.get(row.offer_decision or "", "")


def interviews(reader: RecordReader) -> list[InterviewRow]:
    """The latest first, those without a day last; what lies ahead is in every rolling span."""
    starts = Interview.starts_at
    found = reader.beside(Interview, *reader.within(Interview.on, ahead=True))
    return reader.lines(
        found.add_columns(Application.expecting.label("expecting")).order_by(
            starts.is_(None), starts.desc(), Interview.id.desc()
        ),
        lambda row: InterviewRow(
            *reader.which(row),
            on=row.on,
            at=reader.local(row.starts_at) if row.hour_known else None,
            minutes=row.minutes,
            kind=KINDS.get(row.kind, KINDS["other"]),
            round=row.round,
            people=reader.mask.person(row.people),
            went_well=reader.mask.text(row.went_well),
            would_change=reader.mask.text(row.would_change),
            rating=row.rating,
            outcome=interview.OUTCOMES.get(row.outcome or "", ""),
            stands=row.expecting and row.outcome not in interview.OFF,
            written_at=row.created_at,
        ),
    )


def notes(reader: RecordReader) -> list[NoteRow]:
    """The latest first; private ones are not read."""
    return reader.lines(
        reader.beside(Note, Note.private.is_(False), *reader.moments(Note.created_at)).order_by(
            Note.created_at.desc(), Note.id.desc()
        ),
        lambda row: NoteRow(
            *reader.which(row),
            at=row.created_at.astimezone(reader.user.zone),
            body=reader.mask.text(row.body),
            kept_as=row.kept_as,
        ),
    )
