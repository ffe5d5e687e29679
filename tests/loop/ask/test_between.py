"""Whoever was not in the room is not thanked for it, and is asked to ask those who were."""

import itertools
import re
from datetime import date

import pytest

from tests.loop.ask.rendered_well import assert_reads_well
from tests.loop.ask.test_letters import KNOWN, LETTERS, assert_begins_sentences_right
from tracker.loop.ask import KINDS, LANGUAGES, TONES, LetterFacts, letter, script
from tracker.loop.ask.letter_facts import Purpose
from tracker.models.contact import PARTS

AGENCY = {"contact_part": "recruiter", "contact_company": "Hays"}
IN_THE_ROOM = re.compile(
    r"our conversation|interviewing me|meeting me|interviewed with you|convinced you|unser\w* "
    r"Gespräch|das Gespräch|hat Sie|opportunity to interview|you gave me|reading my application"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", ["interview", "application", "panel", "silence"])
def test_an_agency_is_thanked_for_putting_me_forward_and_asked_to_ask_them(
    kind: str, tone: str, language: str
) -> None:
    for questions in ((), KNOWN["questions"]):
        facts = {**KNOWN, **AGENCY, "questions": questions}
        body = letter(LetterFacts(kind=kind, how="phone", **facts), tone, language).body

        assert re.search("putting me forward|vorgeschlagen|Vermittlung", body)
        if kind != "panel":
            assert re.search("ask them|their advice|dort", body)
        assert not IN_THE_ROOM.search(body.replace("das Gespräch war", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("part", ["hr", "referrer", "recruiter"])
def test_others_of_the_company_are_thanked_for_no_talk_that_they_were_not_in(
    part: str, tone: str, language: str
) -> None:
    own = {"contact_part": part, "contact_company": "ACME & Sons Pty Ltd"}
    for kind in ("interview", "panel", "silence"):
        body = letter(LetterFacts(kind=kind, **KNOWN, **own), tone, language).body
        assert not IN_THE_ROOM.search(body)
        assert not re.search("putting me forward|vorgeschlagen|ask them", body)


@pytest.mark.parametrize("part", ["interviewer", "hiring_manager", "other", ""])
def test_who_was_there_is_thanked_as_before(part: str) -> None:
    body = letter(LetterFacts(kind="interview", contact_part=part, **KNOWN)).body

    assert "I enjoyed our conversation on 12 February" in body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("kind", "purpose"), LETTERS)
@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_letter_reads_well_whoever_it_is_for(
    part: str, kind: str, purpose: Purpose, tone: str, language: str
) -> None:
    some = [
        {},
        KNOWN,
        {"role": "Cook"},
        {"interviewed_on": date(2026, 2, 1)},
        {"questions": ("A",)},
    ]
    for facts, theirs in itertools.product(some, ("", "Hays", "Acme & Sons")):
        situation = LetterFacts(kind=kind, contact_part=part, contact_company=theirs, **facts)
        made = letter(situation, tone, language, purpose)
        assert made.problem == ""
        assert_reads_well(made.subject)
        assert_reads_well(made.body)
        assert_begins_sentences_right(made.body, language)
        assert made.body.count("?") <= 3


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_call_to_an_agency_asks_them_to_ask(kind: str, tone: str) -> None:
    facts = {key: value for key, value in KNOWN.items() if key != "questions"}
    made = script(LetterFacts(kind=kind, **facts, **AGENCY), tone)
    for section in made.sections:
        for paragraph in section.paragraphs:
            assert_reads_well(paragraph, longest=420)
            assert paragraph[0].isupper()
    assert made.problem == ""
    assert not IN_THE_ROOM.search(made.text)
    if kind in ("interview", "application", "silence"):
        assert "You put me forward for a Barista role at Acme & Sons" in made.text
        assert "Could you ask them for their advice" in made.text


def test_in_the_call_that_brings_the_no_an_agency_is_asked_to_ask() -> None:
    made = script(LetterFacts(kind="interview", **AGENCY), "warm", "told_now")

    assert "could you ask them for their advice" in made.text


def test_a_recruiter_of_no_known_company_is_told_what_is_true_of_both() -> None:
    facts = LetterFacts(kind="interview", contact_part="recruiter", **KNOWN)

    assert "Thank you for putting me forward." in letter(facts).body
    for purpose in ("follow_up", "ask"):
        assert not IN_THE_ROOM.search(letter(facts, purpose=purpose).body)
    assert (
        "I interviewed on 12 February for a Barista role" in letter(facts, purpose="follow_up").body
    )


def test_an_agency_is_not_told_to_write_if_something_comes_up_at_that_company() -> None:
    body = letter(LetterFacts(kind="interview", **KNOWN, **AGENCY), purpose="thanks").body

    assert "If something that fits comes up, I'd be glad" in body
