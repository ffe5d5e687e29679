"""Feedback read as a whole: how specific it is, its themes, and the points in it."""

from typing import NamedTuple

from tracker.loop.feedback_reading.comparison import comparison
from tracker.loop.feedback_reading.cues import cues, find_cues, plain_text
from tracker.loop.feedback_reading.kinds import PointKind, point_kind
from tracker.loop.feedback_reading.openings import COURTESY, SUGGESTS, YOU
from tracker.loop.feedback_reading.sentences import Sentence, sentences
from tracker.loop.feedback_reading.specificity import Specificity, specificity_of, weigh
from tracker.loop.feedback_reading.themes import Proposal, stock_hits, themes_of
from tracker.loop.feedback_reading.wishes import says_missed

NO_REASON = "no_reason"
JUDGED = 1.0
"""Weight from which praise or doubt makes a point where no theme is known."""

MOST, LONGEST = 200, 1000
"""Sentences, and characters of one, that are read; whatever is beyond is kept all the same."""


class ProposedPoint(NamedTuple):
    """A sentence worth keeping as a point; the words that led to kind and themes come along."""

    sentence: Sentence
    kind: PointKind | None
    """None where its words don't say which."""
    themes: tuple[Proposal, ...]
    because: tuple[str, ...]


class FeedbackReading(NamedTuple):
    """Proposals for a piece of feedback, to be taken or changed by the person."""

    sentences: tuple[Sentence, ...]
    specificity: Specificity
    because: tuple[str, ...]
    themes: tuple[Proposal, ...]
    points: tuple[ProposedPoint, ...]

    @property
    def generic(self) -> bool:
        """Whether one probe may bring more."""
        return self.specificity != "specific"


def read_feedback(text: str) -> FeedbackReading:
    """Proposals for everything in the text but greetings, signatures and quoted mail."""
    every = sentences(text)
    said = [one for one in every if not one.framing and len(one.text) <= LONGEST][:MOST]
    verdict = specificity_of(said)
    points = tuple(point for one in said if (point := _point(one)))
    themes = _together([theme for point in points for theme in point.themes])
    if not themes and said and verdict.kind != "specific":
        themes = [Proposal(NO_REASON, "", 0, verdict.because)]
    return FeedbackReading(tuple(every), verdict.kind, verdict.because, tuple(themes), points)


def likely_kind(sentence: str) -> PointKind:
    """The guess to begin with where somebody keeps a sentence that says nothing plainly.

    Whoever keeps words about themselves without a doubt in them keeps what is good in them.
    """
    leaning = point_kind(sentence, themes_of(sentence))
    if leaning and leaning.kind:
        return leaning.kind
    labels = {hit.label for hit in find_cues(cues("kinds"), plain_text(sentence))}
    if labels & {"improve", "hedge"}:
        return "improve"
    polite = COURTESY.match(sentence) or stock_hits(sentence)
    about_me = YOU.search(sentence) and not polite
    return "strength" if "strength" in labels or about_me else "not_me"


def _point(sentence: Sentence) -> ProposedPoint | None:
    themes = themes_of(sentence.text)
    leaning = point_kind(sentence.text, themes)
    judged = leaning is not None and leaning.because and weigh(sentence.text).weight >= JUDGED
    plainly = leaning is not None and leaning.because and _plainly(sentence.text, leaning.kind)
    if leaning is None or not (themes or judged or plainly):
        return None
    return ProposedPoint(sentence, leaning.kind, themes, leaning.because)


def _plainly(sentence: str, kind: PointKind | None) -> bool:
    """Whether it can be nothing but a point, though its words are ordinary ones."""
    if comparison(sentence) or SUGGESTS.match(sentence) or says_missed(sentence):
        return True
    courteous = COURTESY.match(sentence) or stock_hits(sentence)
    return kind == "strength" and YOU.search(sentence) is not None and not courteous


def _together(proposals: list[Proposal]) -> list[Proposal]:
    """One for each theme, the heaviest sentence's, with the words of all."""
    best: dict[str, Proposal] = {}
    for one in proposals:
        known = best.get(one.theme)
        words = tuple(dict.fromkeys((*(known.because if known else ()), *one.because)))
        heavier = one if known is None or one.weight > known.weight else known
        best[one.theme] = heavier._replace(because=words)
    return sorted(best.values(), key=lambda one: -one.weight)
