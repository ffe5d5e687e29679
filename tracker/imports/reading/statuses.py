"""What people write into a status column, and what it most likely means."""

import re
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import blake2b

from tracker.imports.reading.status_meaning import Certainty, StatusMeaning
from tracker.imports.words import northern_words
from tracker.imports.words.plain import folded
from tracker.imports.words.status_words import (
    CONCEPTS,
    FILLER,
    HOW,
    KINDS,
    LIKELY,
    PLAIN,
    ROUNDS,
    SURE,
    TALKING,
    UNSURE,
)

Rules = tuple[tuple[re.Pattern[str], str], ...]


LONGEST = 200
"""Characters of a status that count; patterns see no more."""


def code(text: str) -> str:
    """The field of a question about a status: one for words that differ in signs alone."""
    plain = "".join(filter(str.isalnum, key(text))) or key(text)
    return f"status-{blake2b(plain.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def key(text: str) -> str:
    """How statuses that are the same to a person compare equal."""
    return " ".join(text[:LONGEST].split()).casefold()


NUMBERED = re.compile(r"^\d{1,2} (?=[a-z])")
TWICE = re.compile("I{2,}")
AT_ODDS = re.compile(r"M(?![VvEROAW]|Z[Vv])|(?<=U)M$")
"""An "after" or "in" that no interview follows says nothing."""
CERTAIN = {word: choice for choice, words in PLAIN.items() for word in words.split("|")}
PROPOSED = {
    word: choice for choice, words in northern_words.STATUSES.items() for word in words.split("|")
}
NOT_OFTEN_READ = "Onward knows only a few words of this language."
BECAUSE = " due to "
OF_REASONS = ("rejected", "rejected_after_interview", "withdrawn", "offer_declined")
"""What stays so whatever comes after, as that is the reason."""
MOST_WORDS = 12
"""A status of more words is a story, and read by a person."""
AFTER_INTERVIEW = "silence_after_interview"


@cache
def _words() -> re.Pattern[str]:
    """Put together when the first status is read: a start that reads none need not wait for it."""
    concepts = [rf"(?P<c{name}{i}>\b(?:{words})\b)" for i, (name, words) in enumerate(CONCEPTS)]
    return re.compile("|".join([*concepts, rf"(?P<filler>\b(?:{FILLER})\b)", r"(?P<unknown>\w+)"]))


@cache
def _rules() -> tuple[Rules, Rules]:
    """What the letters of a status surely mean, and what they are likely to."""
    sure = tuple((re.compile(pattern), choice) for pattern, choice in SURE)
    return sure, tuple((re.compile(pattern), choice) for pattern, choice in LIKELY)


@lru_cache(maxsize=16_384)
def guess_status(text: str) -> StatusMeaning:
    """What a status most likely means; never applied unasked unless certain."""
    text = text[:LONGEST].strip()
    plain = folded(text).removeprefix("the ")
    plain = NUMBERED.sub("", plain) or plain
    if not text:
        return StatusMeaning("dated", text=text)
    if plain in CERTAIN:
        sure = plain not in UNSURE and "?" not in text
        why = "" if sure else "It doesn't say how it ended, or who did it."
        return StatusMeaning(CERTAIN[plain], "certain" if sure else "proposed", text=text, why=why)
    if plain in PROPOSED:
        return StatusMeaning(PROPOSED[plain], "proposed", text=text, why=NOT_OFTEN_READ)
    head, reason, _ = plain.partition(BECAUSE)
    found = guess_status(head) if reason else None
    if found and found.certainty == "certain" and found.choice in OF_REASONS:
        return replace(found, text=text)
    letters, understood = _letters(plain)
    surely, likely = _rules()
    if understood and "?" not in text:
        choice = next((choice for rule, choice in surely if rule.fullmatch(letters)), None)
        if choice is not None:
            return _detailed(plain, choice, text, "certain", "MV" in letters)
    choice = next((choice for rule, choice in likely if rule.search(letters)), "ask")
    if choice == "ask":
        return StatusMeaning("ask", "unknown", text=text, why="These words aren't known.")
    return _detailed(plain, choice, text, "proposed")


def _letters(plain: str) -> tuple[str, bool]:
    """A status as letters, one for each thing that its words stand for; whether all are known."""
    found, understood, count = "", True, 0
    for match in _words().finditer(plain):
        name = match.lastgroup or ""
        count += 1
        if name == "unknown":
            understood = False
        elif name != "filler":
            found += name[1]
    understood = understood and "d" not in found and count <= MOST_WORDS
    kept = AT_ODDS.sub("", TWICE.sub("I", found))
    if "B" in kept and "E" not in kept and not {"X", "W", "C", "F"}.isdisjoint(kept):
        return kept.replace("p", ""), understood
    if "p" in kept and "A" in kept and "O" not in kept:
        understood = False
    kept = kept.replace("B", "").replace("p", "" if kept.strip("pB") else "P")
    return kept, understood


@lru_cache(maxsize=4096)
def denies_applying(text: str) -> bool:
    """Whether a status says that nobody applied, not only that it is saved."""
    letters, _ = _letters(folded(text[:LONGEST]))
    return "N" in letters and not {"P", "S"}.isdisjoint(letters)


@lru_cache(maxsize=4096)
def cancels_interview(text: str) -> bool:
    """Whether a status says of an interview that it was called off."""
    letters, _ = _letters(folded(text[:LONGEST]))
    return "X" in letters and not {"V", "v"}.isdisjoint(letters)


@lru_cache(maxsize=4096)
def says_all(text: str, choice: str) -> bool:
    """Whether a choice says all that a status does, so that its words need not be kept."""
    return CERTAIN.get(folded(text[:LONGEST])) == choice


def _detailed(
    plain: str, choice: str, text: str, certainty: Certainty, after: bool = False
) -> StatusMeaning:
    how = interview = number = None
    if choice.startswith("rejected"):
        how = _first(HOW, plain)
    talked = choice == AFTER_INTERVIEW
    choice = "silence" if talked else choice
    talked = talked or (after and choice == "withdrawn")
    if talked or choice in ("interview", "rejected_after_interview"):
        interview = _first(KINDS, plain) or "other"
        if choice == "interview" and re.fullmatch(TALKING, plain):
            interview = None
        number = next((n for word, n in ROUNDS.items() if interview and word in plain), None)
    why = "" if certainty == "certain" else "Its words may mean something else, too."
    return StatusMeaning(choice, certainty, how, interview, number, text, why=why)


def _first(rules: tuple[tuple[str, str], ...], plain: str) -> str | None:
    return next((name for pattern, name in rules if re.search(pattern, plain)), None)
