"""What they keep saying as rows: each a theme with its bar, that opens to their words."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.insights.charts.themes import counted
from tracker.insights.figures.feedback_themes import ThemeMentions, ThemeQuote


class QuotesAlike(NamedTuple):
    """The same words, and of which applications they were said."""

    words: str
    strength: bool
    quotes: list[ThemeQuote]


class PresentedTheme(NamedTuple):
    """What the template shows of one; bars are in hundredths of the longest."""

    name: str
    words: str
    improve: int
    improve_bar: int
    both_bar: int
    said: list[QuotesAlike]
    further: int
    """Points whose words are not shown."""
    theme_id: int | None


def present_themes(themes: Sequence[ThemeMentions]) -> list[PresentedTheme]:
    """All on one scale, as in the drawing of the same."""
    most = max((said.improve + said.strength for said in themes), default=1)
    return [
        PresentedTheme(
            said.name,
            counted(said),
            said.improve,
            round(100 * said.improve / most),
            round(100 * (said.improve + said.strength) / most),
            _by_words(said.quotes),
            said.improve + said.strength - len(said.quotes),
            said.theme_id,
        )
        for said in themes
    ]


def _by_words(quotes: Sequence[ThemeQuote]) -> list[QuotesAlike]:
    """What was said more than once stands once, where it was said last."""
    found: dict[tuple[str, bool], list[ThemeQuote]] = {}
    for quote in quotes:
        found.setdefault((quote.words, quote.strength), []).append(quote)
    return [QuotesAlike(words, strength, told) for (words, strength), told in found.items()]
