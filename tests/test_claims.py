"""No sentence states a fact about the world without its source, and no source backs nothing.

A sentence that fails here is put into *Where it is said* in docs/sources.md, beside what backs it,
or is made to say less.
"""

from functools import cache

import pytest

from tests.claims import Sentence, every_sentence, is_claim, of_template, plain, rows, split
from tracker.loop.legal_ways import COUNTRIES, legal_ways_of
from tracker.loop.reasons import REASONS

EVIDENCE = "The evidence behind the steps"
LISTED = ("What the law may offer", "What agencies ask for", EVIDENCE)
BACKED = {plain(words).lower(): sources for words, sources in rows("Where it is said")}
NO_SOURCE = ("own view", "not confirmed")
NAMES = {row[0] for head in LISTED for row in rows(head)}
REASONED = [reason for reasons in REASONS.values() for reason in reasons]
LEGAL = sorted({way for country in COUNTRIES for way in legal_ways_of(country)})

OF_THE_PROGRAM = (
    "applications of which",
    "by how often they come up",
    "chance alone would rarely do that",
    "how often it is right",
    "may have helped",
    "it is a last resort, and no legal advice",
    "likely …",
    "many people use this one",
    "most often about",
    "most often: …",
    "names of people are left out",
    "names of your people are hidden",
    "not legal advice",
    "for people who run gotify",
    "for people who use telegram",
    "often asked for, and not among the skills you have",
    "people who listen",
    "people who gave feedback",
    "people who put in a word for you",
    "people who recommend you",
    "sentence that helps you",
    "sentences that help you",
    "shows that this was done",
    "no reply for longer than usual",
    "silence is longer than usual",
    "take what helps",
    "the same people are added",
    "view helps you to judge theirs",
    "the bar shows the middle 50%",
    "the likeliest stands first",
    "usual leaves out pay, notes, postings and files",
    "choose usual, only numbers or everything",
    "this step back itself was not studied",
    "what fits best is selected",
    "what the law may offer",
    "which application it helped",
    "nach artikel 15 dsgvo",
)
"""Parts of sentences that speak of this person's own figures, or of what the program does."""
OF_THE_WRITER = ("helps", "easier")
"""What letters say of the one who sends them."""


@cache
def every() -> list[Sentence]:
    """Read when a test asks, and not where tests are only collected."""
    return list(every_sentence())


def unbacked(sentence: Sentence) -> bool:
    """Whether it states a fact once what is backed is taken out of it."""
    rest = sentence.words.lower()
    own = OF_THE_WRITER if sentence.place.startswith("templates/letters/") else ()
    for part in sorted((*BACKED, *OF_THE_PROGRAM, *own), key=len, reverse=True):
        rest = rest.replace(part, " … ")
    return is_claim(rest)


def test_every_sentence_that_states_a_fact_has_its_source() -> None:
    alone = [each for each in every() if unbacked(each)]

    assert not alone, "\n".join(f"{each.place}: {each.words}" for each in alone)


@pytest.mark.parametrize("words", sorted(BACKED))
def test_every_sentence_that_has_a_source_is_still_said(words: str) -> None:
    assert any(words in each.words.lower() for each in every())


@pytest.mark.parametrize("sources", sorted(set(BACKED.values())))
def test_what_backs_a_sentence_is_listed_or_said_to_be_nothing(sources: str) -> None:
    assert sources in NAMES or sources in NO_SOURCE


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_source_backs_something(name: str) -> None:
    used = {source for each in (*REASONED, *LEGAL) for source in each.sources}

    assert name in used | set(BACKED.values())


@pytest.mark.parametrize("way", LEGAL, ids=lambda way: way.name)
def test_every_law_names_what_backs_its_words(way) -> None:
    assert way.sources
    assert set(way.sources) <= NAMES


@pytest.mark.parametrize("reason", REASONED, ids=lambda reason: reason.why[:40])
def test_every_reason_names_what_backs_it_or_says_that_nothing_does(reason) -> None:
    assert set(reason.sources) <= NAMES
    assert reason.sources or "no study is behind it" in reason.found


@pytest.mark.parametrize("row", rows(EVIDENCE), ids=lambda row: row[0])
def test_every_study_says_who_was_studied_what_was_found_what_was_not_and_what_was_read(
    row,
) -> None:
    assert len(row) == 5
    assert all(row)


@pytest.mark.parametrize(
    "words",
    [
        "Studies show that a call works.",
        "Most people never hear back, so silence says little about you.",
        "More than half of all applicants never hear anything back.",
        "A third message rarely helps.",
        "Three quarters get no answer: 75% of them.",
        "That is usually a house rule.",
        "Recruiters prefer a short call.",
        "Silence this long is a likely no.",
        "The law gives you a right to see it.",
        "A line works best when you believe it.",
        "Writing it down helped others.",
        "Many people get no answer to this, and a third message rarely helps.",
    ],
)
def test_a_new_sentence_that_states_a_fact_would_be_found(words: str) -> None:
    guide = list(split("docs/guide.md", f"Two taps on the board. {words} Change it later."))
    shown = list(of_template("templates/x.html", f"<p>{{{{ name }}}}</p>\n<p>{words}</p>"))

    for sentences in (guide, shown):
        assert any(unbacked(each) for each in sentences)
