"""What a mail is: a no, an invitation, an offer, only an acknowledgement, or none of these."""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from tracker.loop.feedback_reading.cues import Cues, Hit, cues_in, find_cues
from tracker.loop.feedback_reading.sentences import Sentence, sentences
from tracker.mail.learned_weights import likelihoods
from tracker.mail.rules import rules_in
from tracker.mail.text.conditional_words import is_conditional
from tracker.mail.text.normalised import normalised
from tracker.mail.text.own_words import LONGEST, own_text, own_words

MailKind = Literal["no", "invitation", "offer", "acknowledgement", "none"]
KINDS: tuple[MailKind, ...] = ("no", "invitation", "offer", "acknowledgement", "none")
WORDS = Path(__file__).parent / "words"
MOST = 150
"""Sentences that are read; whatever is beyond is kept all the same."""
LONGEST_SENTENCE = 1_000
ALONE, NEARLY, SURE = 3.0, 3.5, 4.0
"""Weights from which words say it alone, and with nothing else."""
BESIDE = 1 / 2
"""How much of it counts what stands beside something weightier."""
LISTED, CLEARLY = 1.6, math.log(0.8)
"""What the lists' word weighs against learned weights, and from when those may say no alone."""
OTHERS = ("invitation", "offer", "acknowledgement", "none")
WAITS = 2.0
"""What words weigh at least that say that they are still at it."""
THANKS = 5.0
"""What an acknowledgement weighs at most: every kind of mail begins with thanks."""
MAY_BE = ("no", "invitation", "offer")
"""What can be spoken of as something that may come to be."""


AGAINST = {
    "no": ("spare",),
    "invitation": ("past", "no"),
    "offer": ("past", "no"),
}
"""What takes a kind's words away where it stands over them: "we can't offer you the role"."""


class Span(NamedTuple):
    """Where a sentence that led to a proposal stands in the text."""

    start: int
    end: int


class Reading(NamedTuple):
    """What a mail reads as, and the sentences that say so, by their places in its text."""

    kind: MailKind
    because: tuple[Span, ...]
    in_subject: bool = False
    """Whether the subject said so, too."""


class WeighedSentence(NamedTuple):
    """What one sentence weighs for each kind."""

    sentence: Sentence
    weights: dict[str, float]


@lru_cache(maxsize=1)
def table() -> Cues:
    """Every cue, in both languages: a mail may mix them."""
    return Cues(
        cue
        for name in ("en", "de")
        for cue in (*cues_in(WORDS / f"{name}.txt"), *rules_in(WORDS / f"rules.{name}.txt"))
    )


def read_kind(subject: str, text: str) -> Reading:
    """By weighted words; where they speak for nothing in particular, it is none."""
    weighed = [weigh(Sentence(plain_subject(subject), 0))]
    weighed += [weigh(each) for each in read_sentences(text)]
    words = f"{plain_subject(subject)}.\n{own_words(text)[:LONGEST]}"
    listed = decide(weighed)
    kind = with_learned(listed, words, refuses_nothing(weighed, listed))
    if kind == "none":
        return Reading(kind, ())
    said = [each.sentence for each in speaking(weighed[1:], kind)] or likeliest(weighed[1:], kind)
    because = [Span(each.start, each.end) for each in said]
    return Reading(kind, tuple(because), weighed[0].weights.get(kind, 0) >= ALONE)


def read_sentences(text: str) -> list[Sentence]:
    """Those that its writer wrote this time, without what is quoted or signed."""
    return [each for each in sentences(own_text(text)) if len(each.text) <= LONGEST_SENTENCE][:MOST]


def refuses_nothing(weighed: Iterable[WeighedSentence], listed: MailKind) -> bool:
    """Whether words say that it is something else, or still to come, and none refuses."""
    sums = totals(weighed)
    waits = sums.get("acknowledgement", 0.0) >= WAITS
    return not sums.get("no", 0.0) and (waits or listed in MAY_BE)


def with_learned(listed: MailKind, text: str, no_no: bool = False) -> MailKind:
    """What the lists say, where all words together do not speak more clearly for another kind.

    `no_no`: never a no, which they say of many words that are no more than sad.
    """
    likely = likelihoods(text)
    if likely is None:
        return listed
    clearly = likely["no"] >= CLEARLY and not no_no
    allowed = [kind for kind in KINDS if kind in (listed, *OTHERS) or clearly]
    return max(allowed, key=lambda kind: likely[kind] + LISTED * (kind == listed))


def plain_subject(subject: str) -> str:
    """As far as it is read."""
    return subject[:300]


def weigh(sentence: Sentence) -> WeighedSentence:
    """The heaviest of each kind's words count whole, what else says so a little."""
    hits = find_cues(table(), normalised(sentence.text))
    ifs = [hit.start for hit in hits if hit.label == "if"]
    weights: dict[str, float] = defaultdict(float)
    for label, found in by_label(hits):
        against = [hit for hit in hits if hit.label in AGAINST.get(label, ())]
        for hit in found:
            if any(overlaps(hit, each) and each.weight >= ALONE for each in against):
                continue
            if label in MAY_BE and any(start <= hit.start for start in ifs):
                weights["acknowledgement"] += 1 if hit.weight >= ALONE else 0
                continue
            if label == "no" and is_conditional(sentence.text, hit.start):
                continue
            heavier, lighter = sorted((weights[label], hit.weight), reverse=True)
            weights[label] = heavier + lighter * BESIDE
    return WeighedSentence(sentence, dict(weights))


def by_label(hits: Iterable[Hit]) -> Iterable[tuple[str, list[Hit]]]:
    """The hits of each label."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.label].append(hit)
    return found.items()


def overlaps(one: Hit, other: Hit) -> bool:
    """Whether both stand over some of the same words."""
    return one.start < other.end and other.start < one.end


def totals(weighed: Iterable[WeighedSentence]) -> dict[str, float]:
    """What all of it weighs: the heaviest sentence whole, the others by a third."""
    found: dict[str, list[float]] = defaultdict(list)
    for each in weighed:
        for label, weight in each.weights.items():
            found[label].append(weight)
    return {
        label: max(weights) + (sum(weights) - max(weights)) * BESIDE
        for label, weights in found.items()
    }


def decide(weighed: list[WeighedSentence]) -> MailKind:
    """In doubt it is no no: that would hurt."""
    sums = totals(weighed)
    no, invitation = sums.get("no", 0.0), sums.get("invitation", 0.0)
    offer, received = sums.get("offer", 0.0), min(sums.get("acknowledgement", 0.0), THANKS)
    most, elsewhere = max(no, invitation, offer, received), sums.get("elsewhere", 0.0)
    met = sums.get("past", 0.0) >= ALONE
    known = sums.get("work", 0.0) >= 1
    refused = no >= SURE and met and elsewhere < 8
    if refused and no >= max(offer, received - 1):
        return "no"
    if elsewhere >= max(5.0, most - 1) or (elsewhere >= ALONE and most < SURE):
        return "none"
    if not known and most < NEARLY:
        return "none"
    if no >= (NEARLY if known else SURE) and no >= max(invitation - met, offer, received - 1):
        return "no"
    if offer >= ALONE and offer >= max(invitation, received - 1) and offer > no:
        return "offer"
    if invitation >= ALONE and invitation >= max(received, no):
        return "invitation"
    if received >= ALONE and received > no - 1:
        return "acknowledgement"
    return "none"


def speaking(weighed: Iterable[WeighedSentence], kind: str) -> list[WeighedSentence]:
    """The sentences that say so, the weightiest only, in the order of the text."""
    said = [each for each in weighed if each.weights.get(kind, 0) >= 2]
    strong = [each for each in said if each.weights[kind] >= ALONE]
    return (strong or said)[:4]


def likeliest(weighed: Iterable[WeighedSentence], kind: MailKind) -> list[Sentence]:
    """The sentence whose words altogether say so most, where no list names them."""
    found = [
        (likely[kind], each.sentence)
        for each in weighed
        if (likely := likelihoods(each.sentence.text))
    ]
    return [max(found, key=lambda one: one[0])[1]] if found else []
