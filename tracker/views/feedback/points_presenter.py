"""An answer as it is sorted: its sentences with what is proposed for each, and its points."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.loop.feedback_reading import (
    FeedbackReading,
    ProposedPoint,
    Sentence,
    likely_kind,
    read_feedback,
    theme_word,
)
from tracker.loop.practice import can_practise
from tracker.models.action import Action
from tracker.models.changes.themes import ThemeOption, proposed_option
from tracker.models.feedback import AGREED, CHANNELS, POINTS, FeedbackPoint
from tracker.models.reads.preparation.practice import theme_in
from tracker.models.rejection import Rejection
from tracker.values import formatting
from tracker.views.feedback.point_form import SentenceForm

NOT_ME = "not_me"
ORDER = ("improve", "strength", NOT_ME)
MOST = 80
"""Sentences that a page shows; longer letters are read in their own words."""


class SentenceChoice(NamedTuple):
    """One sentence to take or leave."""

    text: str
    form: SentenceForm
    about: str
    because: str
    framing: bool


class PresentedPoint(NamedTuple):
    """A point that is kept, in words."""

    id: int
    quote: str
    about: list[str]
    improve: bool
    practise: bool
    """Whether it can be practised by speaking."""
    actions: list[Action]


class BothViews(NamedTuple):
    """The person's own view beside theirs."""

    went_well: str
    would_change: str
    agree: list[str]


def present_sentences(
    reading: FeedbackReading, vocabulary: Sequence[ThemeOption], take: bool, typed: bool = False
) -> list[SentenceChoice]:
    """Every sentence with what the reader proposes; `take`: those with a proposal are ticked."""
    proposals = {point.sentence.start: point for point in reading.points}
    return [
        _choice(each, proposals.get(each.start), vocabulary, take, typed)
        for each in reading.sentences[:MOST]
    ]


def _choice(
    sentence: Sentence,
    point: ProposedPoint | None,
    vocabulary: Sequence[ThemeOption],
    take: bool,
    typed: bool,
) -> SentenceChoice:
    prefix = f"s{sentence.start}_"
    theme = proposed_option(vocabulary, point.themes[0].key) if point and point.themes else ""
    guess = {
        "kind": likely_kind(sentence.text)
    }  # a tick alone keeps it, and its chips show as what
    if typed:
        form = SentenceForm(prefix=prefix, data=guess)
        form.theme.data = known_value(form.theme.data, vocabulary)
    elif point is None:
        form = SentenceForm(formdata=None, prefix=prefix, data=guess)
    else:
        own = any(not each.stock for each in point.themes)
        form = SentenceForm(
            formdata=None,
            prefix=prefix,
            data={
                **guess,
                "take": take and point.kind is not None,
                "theme": theme or None,
                "specific": own,
            },
        )
    form.offer(vocabulary)
    about = theme_as(vocabulary, theme, form.kind.data or "") if point else ""
    return SentenceChoice(sentence.text, form, about, evidence_words(point), sentence.framing)


def known_value(given: str | None, vocabulary: Sequence[ThemeOption]) -> str | None:
    """A theme as this vocabulary has it: a page may be older than the person's first theme."""
    if given and not given.isdigit():
        return proposed_option(vocabulary, given) or given
    return given


def evidence_words(point: ProposedPoint | None) -> str:
    """The words that led to what is proposed: “more retail experience”, “long”."""
    if point is None:
        return ""
    words = dict.fromkeys((*point.because, *(point.themes[0].because if point.themes else ())))
    return in_quotation_marks(words)


def in_quotation_marks(words: Sequence[str] | dict[str, None]) -> str:
    """Each in quotation marks; those that stand in a longer one are left out."""
    longest = [
        each for each in words if not any(each != other and each in other for other in words)
    ]
    return ", ".join(f"“{each}”" for each in longest[:4])


def present_points(
    session: Session, kept: Sequence[FeedbackPoint], vocabulary: Sequence[ThemeOption]
) -> list[PresentedPoint]:
    """Those kept, what can be improved first, each with what came of it."""
    actions: dict[int, list[Action]] = {}
    if kept:
        for point_id, action in session.execute(Action.answering(each.id for each in kept)):
            actions.setdefault(point_id, []).append(action)
    in_order = sorted(kept, key=lambda each: ORDER.index(each.kind))
    return [_point(each, vocabulary, actions.get(each.id, [])) for each in in_order]


def _point(
    point: FeedbackPoint, vocabulary: Sequence[ThemeOption], actions: list[Action]
) -> PresentedPoint:
    slug = theme_slugs(vocabulary).get(f"{point.theme_id}")
    about = (
        POINTS.get(point.kind, ""),
        theme_as(vocabulary, f"{point.theme_id}", point.kind),
        AGREED.get(point.agreed or "", ""),
    )
    return PresentedPoint(
        point.id,
        point.quote,
        [each for each in about if each],
        point.is_to_improve,
        can_practise(slug or theme_in(point.quote)),
        actions,
    )


def theme_as(vocabulary: Sequence[ThemeOption], value: str, kind: str) -> str:
    """How a theme reads beside this kind; "Not about me" is name enough."""
    every = {each.value: each for broad in vocabulary for each in (broad, *broad.finer)}
    found = every.get(value) if kind != NOT_ME else None
    return theme_word(found.slug, found.name, kind) if found else ""


def theme_names(vocabulary: Sequence[ThemeOption]) -> dict[str, str]:
    """How each theme reads, by its value in a form: a finer one by its own name alone."""
    return {each.value: each.name for broad in vocabulary for each in (broad, *broad.finer)}


def theme_slugs(vocabulary: Sequence[ThemeOption]) -> dict[str, str]:
    """What the reader calls each theme, by its value in a form."""
    return {
        each.value: each.slug or broad.slug
        for broad in vocabulary
        for each in (broad, *broad.finer)
    }


def present_both_views(
    rejection: Rejection | None, reading: FeedbackReading, vocabulary: Sequence[ThemeOption]
) -> BothViews | None:
    """The self-analysis, and the broad themes that it and their words have in common."""
    if rejection is None or not (rejection.went_well or rejection.would_change):
        return None
    mine = read_feedback(f"{rejection.went_well}\n{rejection.would_change}")
    theirs = {each.theme for each in reading.themes}
    names = theme_names(vocabulary)
    agree = [
        names[proposed_option(vocabulary, each.theme)]
        for each in mine.themes
        if each.theme in theirs and proposed_option(vocabulary, each.theme)
    ]
    return BothViews(rejection.went_well, rejection.would_change, agree)


def source_words(giver: str, way: str | None, received: date | None, today: date) -> str:
    """Who said it, how and when: Mary, by email, today."""
    on = formatting.day(received, today) if received is not None else ""
    channel = CHANNELS.get(way or "", "")
    if giver and channel:
        channel = channel[0].lower() + channel[1:]
    if " " not in on and (giver or channel):
        on = on.lower()
    return ", ".join(each for each in (giver, channel, on) if each)
