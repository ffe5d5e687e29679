"""Tags: put on applications and taken off them, given another name, and gone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.vocabulary import TAGS
from tracker.models.skill import ApplicationTag, Tag

AT_ONCE = 500
MOST_SHOWN = 1000
"""Tags on one page."""


class TagUse(NamedTuple):
    """A tag, and how many have it: on the board, and among the archived."""

    id: int
    name: str
    on_board: int
    archived: int


def put_on(session: Session, tag: Tag, applications: Sequence[Application]) -> set[int]:
    """The numbers of those that did not have it."""
    ids = [each.id for each in applications]
    new = set(ids) - having(session, tag, ids)
    if new:
        session.execute(
            insert(ApplicationTag),
            [{"application_id": each, "tag_id": tag.id} for each in ids if each in new],
        )
    return new


def take_off(session: Session, tag: Tag, applications: Sequence[Application]) -> set[int]:
    """The numbers of those that had it."""
    had = having(session, tag, [each.id for each in applications])
    for some in _parts(sorted(had)):
        session.execute(
            delete(ApplicationTag)
            .where(ApplicationTag.tag_id == tag.id, ApplicationTag.application_id.in_(some))
            .execution_options(synchronize_session=False)
        )
    return had


def having(session: Session, tag: Tag, ids: Sequence[int]) -> set[int]:
    """Those of these that have it."""
    found: set[int] = set()
    for some in _parts(ids):
        found.update(
            session.scalars(
                select(ApplicationTag.application_id).where(
                    ApplicationTag.tag_id == tag.id, ApplicationTag.application_id.in_(some)
                )
            )
        )
    return found


def tag(session: Session, user_id: int, names: Mapping[int, Sequence[str]]) -> None:
    """Give new applications their tags, by their numbers."""
    every = list(dict.fromkeys(name for some in names.values() for name in some))
    known = {word.name.casefold(): word.id for word in TAGS.named(session, user_id, every)}
    rows = {(number, known[name.casefold()]) for number, some in names.items() for name in some}
    if rows:
        made = [{"application_id": number, "tag_id": tag_id} for number, tag_id in sorted(rows)]
        session.execute(insert(ApplicationTag), made)


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def add_tags(session: Session, user_id: int, names: list[str]) -> None:
    """More words to sort by."""
    TAGS.named(session, user_id, names)


def rename(session: Session, tag: Tag, name: str) -> int:
    """Another name; where that is another tag's already, both become that one: its number."""
    other = Tag.alike(session, tag.user_id, name)
    if other is None or other.id == tag.id:
        tag.name = name
        return tag.id
    beside = select(ApplicationTag.application_id).where(ApplicationTag.tag_id == tag.id)
    has = select(ApplicationTag.application_id).where(ApplicationTag.tag_id == other.id)
    new = session.scalars(beside.where(ApplicationTag.application_id.not_in(has))).all()
    if new:
        session.execute(
            insert(ApplicationTag), [{"application_id": each, "tag_id": other.id} for each in new]
        )
    other.name = name
    session.delete(tag)
    return other.id


def tag_uses(session: Session, user_id: int) -> list[TagUse]:
    """Every tag by name. Each figure counts what the list that it leads to shows."""
    on_board = func.count(Application.id).filter(Application.live)
    rows = session.execute(
        select(Tag.id, Tag.name, on_board, func.count(Application.id) - on_board)
        .outerjoin(ApplicationTag, ApplicationTag.tag_id == Tag.id)
        .outerjoin(
            Application,
            (Application.id == ApplicationTag.application_id) & Application.deleted_at.is_(None),
        )
        .where(Tag.user_id == user_id)
        .group_by(Tag.id, Tag.name)
        .order_by(func.lower(Tag.name), Tag.id)
        .limit(MOST_SHOWN)
    )
    return [TagUse(*row) for row in rows]
