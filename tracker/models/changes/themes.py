"""A person's themes: Onward's to start from, then their own to rename, add to and drop."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.loop.feedback_reading import THEMES
from tracker.models.feedback import FeedbackPoint, Theme


class ThemeOption(NamedTuple):
    """A theme to choose: its row's number, or its slug where no row is made yet."""

    value: str
    name: str
    slug: str
    finer: "tuple[ThemeOption, ...]" = ()


def seed(session: Session, user_id: int) -> None:
    """Make the themes to start from, where a person has none; call inside `writing()`."""
    if session.scalar(select(Theme.id).where(Theme.user_id == user_id).limit(1)) is not None:
        return
    for slug, theme in THEMES.items():
        broad = Theme(user_id=user_id, name=theme.label, slug=slug)
        session.add(broad)
        session.flush()
        session.add_all(
            Theme(user_id=user_id, name=name, slug=f"{slug}.{finer}", parent_id=broad.id)
            for finer, name in theme.finer.items()
        )
    session.flush()


def themes(session: Session, user_id: int) -> list[ThemeOption]:
    """The vocabulary on two levels, in the order in which it was made."""
    rows = list(session.scalars(select(Theme).where(Theme.user_id == user_id).order_by(Theme.id)))
    if not rows:
        return _to_start_from()
    return [
        _known(row, [each for each in rows if each.parent_id == row.id])
        for row in rows
        if row.parent_id is None
    ]


def proposed_option(vocabulary: Iterable[ThemeOption], key: str) -> str:
    """The value that a reader's theme has here: its finer one, else the broad one, else none."""
    values = {each.slug: each.value for broad in vocabulary for each in (broad, *broad.finer)}
    return values.get(key) or values.get(key.partition(".")[0], "")


def slug_of(session: Session, theme_id: int | None) -> str:
    """What the reader calls this theme, else its broad one; nothing for a person's own."""
    theme = session.get(Theme, theme_id) if theme_id else None
    if theme is not None and theme.slug is None and theme.parent_id is not None:
        theme = session.get(Theme, theme.parent_id)
    return (theme.slug or "") if theme is not None else ""


def theme_by_slug(session: Session, user_id: int, slug: str) -> Theme | None:
    """A theme that came with Onward, if the person still has it."""
    return session.scalar(select(Theme).where(Theme.user_id == user_id, Theme.slug == slug))


def points_with(session: Session, theme: Theme) -> int:
    """How many points a theme and its finer ones have."""
    finer = select(Theme.id).where(Theme.parent_id == theme.id)
    mine = (FeedbackPoint.theme_id == theme.id) | FeedbackPoint.theme_id.in_(finer)
    return session.scalar(select(func.count()).select_from(FeedbackPoint).where(mine)) or 0


def _known(row: Theme, finer: list[Theme]) -> ThemeOption:
    return ThemeOption(
        str(row.id), row.name, row.slug or "", tuple(_known(each, []) for each in finer)
    )


def _to_start_from() -> list[ThemeOption]:
    return [
        ThemeOption(
            slug,
            theme.label,
            slug,
            tuple(
                ThemeOption(f"{slug}.{finer}", name, f"{slug}.{finer}")
                for finer, name in theme.finer.items()
            ),
        )
        for slug, theme in THEMES.items()
    ]
