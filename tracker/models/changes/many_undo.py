"""Undo of one step for many: each is as it was, but for those that were changed since."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.changes.many import loaded
from tracker.models.changes.many_rows import BESIDE, add_moves, parts, take_in_hand, write
from tracker.models.changes.tags import put_on, take_off
from tracker.models.many.bulk_change import BulkChange
from tracker.models.rejection import SILENCE, Rejection
from tracker.models.skill import Tag
from tracker.models.stage_change import StageChange
from tracker.models.user import User
from tracker.values.days import day_of


class Undone(NamedTuple):
    """How many are as they were, and those that stay as they are now."""

    back: int
    stay: list[Application]


def undo_many(session: Session, user: User, change: BulkChange, now: datetime) -> Undone:
    """Take one step back; once taken back it does nothing more. Call inside `writing()`."""
    if change.undone_at is not None:
        return Undone(0, [])
    kept = {row["id"]: row for row in change.rows}
    there = loaded(session, user.id, list(kept))
    same = unchanged(session, there, change.at)
    stay = [each for each in there if each.id not in same]
    back = [each for each in there if each.id in same]
    _tags_back(session, change, [each for each in back if kept[each.id].get("tagged")], "tag")
    _tags_back(session, change, [each for each in back if kept[each.id].get("untagged")], "untag")
    change.undone_at = now
    take_in_hand(session, back)
    for each in back:
        if kept[each.id].get("archived"):
            each.archived_at = each.archived_on = each.outcome = None
    _stages_back(session, user, [each for each in back if "stage" in kept[each.id]], kept, change)
    for each in back:
        each.updated_at = datetime.fromisoformat(kept[each.id]["updated_at"])
    write(session, user, back, now)
    return Undone(len(back), stay)


def unchanged(session: Session, applications: Sequence[Application], at: datetime) -> set[int]:
    """Those of which nobody wrote anything down since."""
    ids = [each.id for each in applications if each.updated_at == at]
    changed: set[int] = set()
    for some in parts(ids):
        beside = [_written_since(model, at) for model in BESIDE]
        words = (Rejection.words, Rejection.reason, Rejection.went_well, Rejection.would_change)
        told = or_(
            Rejection.how.is_distinct_from(SILENCE),
            *(each != "" for each in words),
            Rejection.questions.is_not(None),
            Rejection.stopped_asking_at.is_not(None),
            Rejection.nothing_to_act_on_at.is_not(None),
            exists().where(Attempt.rejection_id == Rejection.id),
        )
        mine = (Rejection.application_id == Application.id, Rejection.created_at == at)
        moved = exists().where(
            StageChange.application_id == Application.id, StageChange.recorded_at > at
        )
        found = select(Application.id).where(
            Application.id.in_(some), or_(*beside, moved, exists().where(*mine, told))
        )
        changed.update(session.scalars(found))
    return set(ids) - changed


def _written_since(model: Any, at: datetime) -> Any:
    return exists().where(model.application_id == Application.id, model.created_at > at)


def _tags_back(
    session: Session, change: BulkChange, applications: Sequence[Application], which: str
) -> None:
    """What was put on comes off, what was taken off is put on; a tag that is gone stays gone."""
    number = change.tags.get(which)
    tag = session.get(Tag, number) if number is not None else None
    if tag is not None and tag.user_id == change.user_id and applications:
        (take_off if which == "tag" else put_on)(session, tag, applications)


def _stages_back(
    session: Session,
    user: User,
    applications: Sequence[Application],
    kept: dict[int, dict[str, Any]],
    change: BulkChange,
) -> None:
    """The move is undone by another, as by hand, and the silence is gone."""
    ids = [each.id for each in applications]
    moves = _moves(session, ids, change.at)
    before = [(kept[each]["stage"], moves.get(each)) for each in ids]
    now = change.undone_at or change.at
    if applications:
        add_moves(session, applications, before, day_of(now, user.zone), now)
    for some in parts(ids):
        session.execute(
            delete(Rejection)
            .where(Rejection.application_id.in_(some), Rejection.created_at == change.at)
            .execution_options(synchronize_session=False)
        )
    for each in applications:
        was = kept[each.id]
        each.stage, each.position = was["stage"], was["position"]
        each.stage_since = date.fromisoformat(was["since"]) if was["since"] else None
        each.rejection_on = each.rest_until = each.no_on = each.ask_turns_on = None
        each.rejection_recorded, each.ask_next = False, "none"


def _moves(session: Session, ids: Collection[int], at: datetime) -> dict[int, int]:
    """The move of each at that moment."""
    found: dict[int, int] = {}
    for some in parts(list(ids)):
        asked = select(StageChange.application_id, StageChange.id).where(
            StageChange.application_id.in_(some), StageChange.recorded_at == at
        )
        found |= {row[0]: row[1] for row in session.execute(asked)}
    return found
