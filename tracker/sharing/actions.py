"""The lines of what the person does with what they were told."""

from collections import defaultdict
from typing import Any

from sqlalchemy import func, select

from tracker.loop.feedback_reading import theme_word
from tracker.models.action import KINDS, Action
from tracker.models.action_point import ActionPoint
from tracker.models.action_use import ActionUse
from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.review import Review
from tracker.sharing.loop_rows import ActionRow, ReviewRow
from tracker.sharing.reader import RecordReader
from tracker.sharing.selection import SharedPart
from tracker.sharing.shared_columns import columns


def actions(reader: RecordReader) -> list[ActionRow]:
    """Those to do by their day, then those done, the latest first.

    Open ones are in every span: they are what comes next.
    """
    used = (
        select(func.count(ActionUse.id))
        .where(ActionUse.action_id == Action.id)
        .correlate(Action)
        .scalar_subquery()
    )
    others = (
        ActionPoint.answered()
        .with_only_columns(func.count(FeedbackPoint.application_id.distinct()))
        .where(
            ActionPoint.action_id == Action.id,
            FeedbackPoint.application_id != Action.application_id,
        )
        .correlate(Action)
        .scalar_subquery()
    )
    rows = reader.rows(
        select(
            *columns(Action),
            Application.company,
            Application.role,
            used.label("used"),
            others.label("others"),
        )
        .select_from(Action)
        .outerjoin(Application, Application.id == Action.application_id)
        .where(
            Action.user_id == reader.user.id,
            Action.dropped_at.is_(None),
            Application.deleted_at.is_(None),
        )
        .order_by(
            Action.done_on.is_not(None),
            Action.done_on.desc(),
            *Action.soonest_first(),
        )
    )
    about = _themes(reader)
    return [
        _action(reader, row, tuple(about.get(row.id, ())))
        for row in rows
        if row.done_on is None or reader.span.holds(row.done_on)
    ]


def _themes(reader: RecordReader) -> dict[int, list[str]]:
    """By action, what the points are about that it answers; where answers are shown."""
    about: dict[int, list[str]] = defaultdict(list)
    if SharedPart.FEEDBACK not in reader.choice:
        return about
    found = reader.rows(
        select(ActionPoint.action_id, Theme.slug, Theme.name, FeedbackPoint.kind)
        .join(FeedbackPoint, FeedbackPoint.id == ActionPoint.point_id)
        .join(Theme, Theme.id == FeedbackPoint.theme_id)
        .where(FeedbackPoint.user_id == reader.user.id)
        .order_by(FeedbackPoint.id)
    )
    for action_id, *theme in found:
        name = reader.mask.text(theme_word(*theme))
        if name not in about[action_id]:
            about[action_id].append(name)
    return about


def _action(reader: RecordReader, row: Any, themes: tuple[str, ...]) -> ActionRow:
    text = reader.mask.text
    return ActionRow(
        id=row.id,
        application_id=row.application_id,
        company=reader.mask.company(row.company or ""),
        role=text(row.role or ""),
        kind=KINDS.get(row.kind, KINDS["other"]),
        what=text(row.what),
        cue=text(row.cue),
        plan=text(row.plan),
        due_on=row.due_on,
        done_on=row.done_on,
        proof=text(row.proof),
        used=row.used,
        others=row.others,
        written_at=row.created_at,
        touched_at=row.updated_at,
        themes=themes,
    )


def reviews(reader: RecordReader) -> list[ReviewRow]:
    """Those asked for and not had yet first, then the latest first.

    Words that were written to ask for one, and not sent, are none yet.
    """
    return [
        ReviewRow(
            subject=row.subject_label,
            by=reader.mask.person(row.by),
            asked_on=row.asked_on,
            on=row.on,
            said=reader.mask.text(row.said),
            written_at=row.created_at,
        )
        for row in reader.session.scalars(Review.of(reader.user.id).where(Review.was_asked_or_had))
        if row.on is None or reader.span.holds(row.on)
    ]
