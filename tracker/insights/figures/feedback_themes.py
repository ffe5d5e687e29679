"""What they keep saying: themes by count, and the words themselves."""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, CompoundSelect, Select, bindparam, func, select, union_all

from tracker.insights.figures.scope import USER, Scope, Shape, not_in_bin
from tracker.loop.feedback_reading import theme_word
from tracker.models.application import Application
from tracker.models.feedback import Feedback, FeedbackPoint, Theme

SHOWN = 8
QUOTES = 5
"""Of each theme, the latest."""


class ThemeQuote(NamedTuple):
    """One sentence of theirs."""

    words: str
    strength: bool
    application_id: int
    company: str
    role: str
    on: date | None


class ThemeMentions(NamedTuple):
    """A theme: how often as something to improve, how often as a strength."""

    name: str
    improve: int
    strength: int
    quotes: tuple[ThemeQuote, ...] = ()
    theme_id: int | None = None


class Themes(NamedTuple):
    """Those that come up most first, and what they leave out."""

    shown: tuple[ThemeMentions, ...]
    further: int
    """Themes beyond those shown."""
    sorted_out: int
    """Points that the person marked as not about them."""
    without: int
    """Points without a theme."""
    answers: int
    """Answers that the points come from."""


def read_themes(scope: Scope) -> Themes:
    """Three statements: the counts, the quotes of those shown, how many answers."""
    counts: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    slugs: dict[int, str | None] = {}
    sorted_out = without = 0
    for theme_id, name, slug, kind, count in scope.rows(_counts(scope.shape)):
        if kind == "not_me":
            sorted_out += count
        elif theme_id is None:
            without += count
        else:
            counts[theme_id, name][kind], slugs[theme_id] = count, slug
    ranked = sorted(counts.items(), key=_rank)[:SHOWN]
    quotes = _quotes(scope, [theme_id for (theme_id, _), _ in ranked])
    shown = tuple(
        ThemeMentions(
            scope.mask.text(theme_word(slugs[theme_id], name, _reads_as(by_kind))),
            by_kind.get("improve", 0),
            by_kind.get("strength", 0),
            tuple(quotes[theme_id]),
            theme_id,
        )
        for (theme_id, name), by_kind in ranked
    )
    return Themes(
        shown,
        len(counts) - len(ranked),
        sorted_out,
        without,
        int(scope.rows(_answers(scope.shape))[0][0]),
    )


def _reads_as(by_kind: dict[str, int]) -> str:
    """A theme of which nothing is to be improved is a strength."""
    return "improve" if by_kind.get("improve") else "strength"


def _rank(counted: tuple[tuple[int, str], dict[str, int]]) -> tuple[int, int, str]:
    (_, name), by_kind = counted
    return -by_kind.get("improve", 0), -by_kind.get("strength", 0), name


def _points(shape: Shape, *columns: Any) -> Select[*tuple[Any, ...]]:
    """Points of the span; an answer without a day lies only in one without ends."""
    return (
        select(*columns)
        .select_from(FeedbackPoint)
        .join(Feedback, Feedback.id == FeedbackPoint.feedback_id)
        .where(FeedbackPoint.user_id == USER, not_in_bin(FeedbackPoint.application_id))
        .where(*shape.within(Feedback.received_on))
    )


@lru_cache
def _counts(shape: Shape) -> Select[*tuple[Any, ...]]:
    alike = (FeedbackPoint.theme_id, Theme.name, Theme.slug, FeedbackPoint.kind)
    return (
        _points(shape, *alike, func.count())
        .outerjoin(Theme, Theme.id == FeedbackPoint.theme_id)
        .group_by(*alike)
    )


@lru_cache
def _answers(shape: Shape) -> Select[*tuple[Any, ...]]:
    return _points(shape, func.count(FeedbackPoint.feedback_id.distinct()))


def _quotes(scope: Scope, theme_ids: list[int]) -> dict[int, list[ThemeQuote]]:
    """Of each theme the latest few, the latest first."""
    found: dict[int, list[ThemeQuote]] = defaultdict(list)
    if not theme_ids:
        return found
    names = {f"theme_{place}": theme_id for place, theme_id in enumerate(theme_ids)}
    rows = scope.rows(_latest(scope.shape, len(theme_ids)), **names)
    for theme_id, quote, kind, application_id, company, role, on, _ in sorted(
        rows, key=lambda row: -int(row[-1])
    ):
        found[theme_id].append(
            ThemeQuote(
                scope.mask.text(quote),
                kind == "strength",
                application_id,
                scope.mask.company(company),
                scope.mask.text(role),
                on,
            )
        )
    return found


@lru_cache
def _latest(shape: Shape, themes: int) -> CompoundSelect[*tuple[Any, ...]]:
    columns = (
        FeedbackPoint.theme_id,
        FeedbackPoint.quote,
        FeedbackPoint.kind,
        Application.id,
        Application.company,
        Application.role,
        Feedback.received_on,
        FeedbackPoint.id.label("point_id"),
    )
    of_each = [
        _points(shape, *columns)
        .join(Application, Application.id == FeedbackPoint.application_id)
        .where(FeedbackPoint.theme_id == bindparam(f"theme_{place}", type_=BigInteger))
        .where(FeedbackPoint.kind != "not_me")
        .order_by(FeedbackPoint.id.desc())
        .limit(QUOTES)
        .subquery()
        for place in range(themes)
    ]
    return union_all(*(select(each) for each in of_each))
