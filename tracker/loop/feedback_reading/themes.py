"""Which themes feedback is about, proposed from its words."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tracker.loop.feedback_reading.comparison import comparison
from tracker.loop.feedback_reading.cues import Hit, blanked_out, cues, find_cues, plain_text

ENOUGH = 2.0
"""Weight in one sentence from which a theme is proposed."""

IDIOM = ("strength", 3.0)
"""Praise that means something else together than each of its words."""

OTHER = "other_candidate"
STOCK_THEMES = {
    "compared": f"{OTHER}.stronger",
    "vague_fit": "fit.team",
    "vague_experience": "experience.amount",
}
"""What stock phrases speak for, where they speak for anything."""


class Proposal(NamedTuple):
    """A theme, with the finer one where words speak for it, and the words that led to it."""

    theme: str
    finer: str
    weight: float
    because: tuple[str, ...]
    stock: bool = False
    """Only a phrase that is said to everybody speaks for it."""

    @property
    def key(self) -> str:
        """As themes are kept: skills.tools."""
        return f"{self.theme}.{self.finer}" if self.finer else self.theme


@lru_cache(maxsize=512)
def stock_hits(sentence: str) -> tuple[Hit, ...]:
    """The phrases in a sentence that are said to everybody."""
    return tuple(find_cues(cues("stock"), plain_text(sentence)))


@lru_cache(maxsize=512)
def themes_of(sentence: str) -> tuple[Proposal, ...]:
    """The themes of one sentence, the heaviest first; stock phrases are left out but for theirs."""
    beside = comparison(sentence)
    plain, compared = plain_text(sentence), (0, 0)
    if beside:
        start, end = beside.standard
        plain, compared = (
            plain[:start] + " " * (end - start) + plain[end:],
            (beside.start, beside.end),
        )
    stock = [hit for hit in stock_hits(sentence) if not compared[0] <= hit.start < compared[1]]
    rest = blanked_out(plain, stock)
    own = [
        hit
        for hit in find_cues(cues("themes.en", "themes.de"), rest)
        if not (hit.label.startswith(OTHER) and compared[0] <= hit.start < compared[1])
    ]
    found = _summed(_without_praise(own, plain))
    known = {one.theme for one in found}
    general = _summed(
        hit._replace(label=STOCK_THEMES[hit.label], weight=ENOUGH)
        for hit in stock
        if hit.label in STOCK_THEMES
    )
    found += [one._replace(stock=True) for one in general if one.theme not in known]
    return tuple(sorted(found, key=lambda one: (one.stock, -one.weight)))


def _without_praise(hits: list[Hit], plain: str) -> list[Hit]:
    """Without words that only end an idiom of praise: "a star" is no way to answer."""
    if not hits:
        return hits
    praise = [hit for hit in find_cues(cues("kinds"), plain) if (hit.label, hit.weight) == IDIOM]
    return [
        hit for hit in hits if not any(one.start < hit.start < hit.end == one.end for one in praise)
    ]


def _summed(hits: Iterable[Hit]) -> list[Proposal]:
    by_theme: dict[str, list[Hit]] = {}
    for hit in hits:
        by_theme.setdefault(hit.label.partition(".")[0], []).append(hit)
    found = []
    for theme, own in by_theme.items():
        weight = sum(hit.weight for hit in own)
        if weight >= ENOUGH:
            heaviest = max(own, key=lambda hit: hit.weight)
            words = tuple(dict.fromkeys(hit.words for hit in own))
            found.append(Proposal(theme, heaviest.label.partition(".")[2], weight, words))
    return found
