"""Whoever was not in the room is not thanked for it, and is asked to ask those who were."""

import itertools
import re
from datetime import date
from typing import get_args

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


@pytest.mark.parametrize("kind", ["interview", "application", "panel", "silence"])
def test_an_agency_is_thanked_for_putting_me_forward_and_asked_to_ask_them(kind: str) -> None:
    asked = ((), KNOWN["questions"])
    for tone, language, questions in itertools.product(TONES, LANGUAGES, asked):
        facts = {**KNOWN, **AGENCY, "questions": questions}
        body = letter(LetterFacts(kind=kind, how="phone", **facts), tone, language).body

        assert re.search("putting me forward|vorgeschlagen|Vermittlung", body)
        if kind != "panel":
            assert re.search("ask them|their advice|dort", body)
        assert not IN_THE_ROOM.search(body.replace("das Gespräch war", ""))


@pytest.mark.parametrize("part", ["hr", "referrer", "recruiter"])
def test_others_of_the_company_are_thanked_for_no_talk_that_they_were_not_in(part: str) -> None:
    own = {"contact_part": part, "contact_company": "ACME & Sons Pty Ltd"}
    kinds = ("interview", "panel", "silence")
    for kind, tone, language in itertools.product(kinds, TONES, LANGUAGES):
        body = letter(LetterFacts(kind=kind, **KNOWN, **own), tone, language).body
        assert not IN_THE_ROOM.search(body)
        assert not re.search("putting me forward|vorgeschlagen|ask them", body)


@pytest.mark.parametrize("part", ["interviewer", "hiring_manager", "other", ""])
def test_who_was_there_is_thanked_as_before(part: str) -> None:
    body = letter(LetterFacts(kind="interview", contact_part=part, **KNOWN)).body

    assert "I enjoyed our conversation on 12 February." in body


@pytest.mark.parametrize(
    ("part", "theirs"), [("recruiter", "Acme & Sons"), ("recruiter", ""), ("hr", ""), ("", "")]
)
def test_nobody_of_the_company_is_told_its_name(part: str, theirs: str) -> None:
    for kind, tone, language in itertools.product(KINDS, TONES, LANGUAGES):
        facts = LetterFacts(kind=kind, contact_part=part, contact_company=theirs, **KNOWN)
        assert "Acme" not in letter(facts, tone, language).body
        assert "Acme" not in script(facts, tone, language=language).text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "with your client"), ("de", "Ihrem Kunden")]
)
@pytest.mark.parametrize("kind", ["interview", "application", "panel", "silence"])
def test_an_agency_is_told_which_of_its_clients(kind: str, language: str, words: str) -> None:
    facts = LetterFacts(kind=kind, **KNOWN, **AGENCY)
    assert f"{words} Acme & Sons" in letter(facts, "warm", language).body
    assert f"{words} Acme & Sons" in script(facts, language=language).text


@pytest.mark.parametrize("tone", ["warm", "plain"])
def test_whoever_recommended_me_is_thanked_for_that(tone: str) -> None:
    facts = LetterFacts(kind="interview", contact_part="referrer", **KNOWN)
    assert "Thank you for recommending me for the Barista role." in letter(facts, tone).body
    assert "danke, dass du mich für die Stelle als Barista empfohlen hast." in (
        letter(facts, tone, "de").body
    )


def test_colleagues_are_called_by_du_unless_a_title_or_the_tone_says_otherwise() -> None:
    facts = {**KNOWN, "contact": "Jonas Weber"}
    for tone, purpose in itertools.product(("warm", "plain"), get_args(Purpose)):
        body = letter(LetterFacts(kind="internal", **facts), tone, "de", purpose).body
        assert body.startswith("Hallo Jonas,")
        assert not re.search(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b", body)
    formal = letter(LetterFacts(kind="internal", **facts), "formal", "de").body
    titled = letter(LetterFacts(kind="internal", **facts | {"contact": "Frau Weber"}), "warm", "de")
    assert "für Ihren Rat" in formal
    assert titled.body.startswith("Guten Tag Frau Weber,")
    assert not re.search(r"\bd(?:u|ich|ir|eine?[nmrs]?)\b", formal + titled.body)
    said = script(LetterFacts(kind="internal", **facts), language="de").text
    assert not re.search(r"\b(?:Ihnen|Ihre?[nmrs]?)\b", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_letter_reads_well_whoever_it_is_for(part: str, language: str) -> None:
    """Each letter with one of the companies and in one tone; for another part with others."""
    some = [
        {},
        KNOWN,
        {"role": "Cook"},
        {"interviewed_on": date(2026, 2, 1)},
        {"questions": ("A",)},
    ]
    turn, tones, companies = sorted(PARTS).index(part), list(TONES), ("", "Hays", "Acme & Sons")
    for number, ((kind, purpose), facts) in enumerate(itertools.product(LETTERS, some), turn):
        theirs, tone = companies[number % 3], tones[number // 3 % 3]
        situation = LetterFacts(kind=kind, contact_part=part, contact_company=theirs, **facts)
        made = letter(situation, tone, language, purpose)
        assert made.problem == "", situation
        assert_reads_well(made.subject)
        assert_reads_well(made.body)
        assert_begins_sentences_right(made.body, language)
        assert made.body.count("?") <= 3, made.body


@pytest.mark.parametrize("kind", KINDS)
def test_a_call_to_an_agency_asks_them_to_ask(kind: str) -> None:
    facts = {key: value for key, value in KNOWN.items() if key != "questions"}
    for tone in TONES:
        made = script(LetterFacts(kind=kind, **facts, **AGENCY), tone)
        for paragraph in (each for section in made.sections for each in section.paragraphs):
            assert_reads_well(paragraph, longest=420)
            assert paragraph[0].isupper()
        assert made.problem == ""
        assert not IN_THE_ROOM.search(made.text)
        if kind in ("interview", "application", "silence"):
            words = "position" if tone == "formal" else "role"
            put = f"You put me forward for a Barista {words} with your client Acme & Sons"
            assert put in made.text
            assert "Could you ask them for their advice" in made.text


def test_in_the_call_that_brings_the_no_an_agency_is_asked_to_ask() -> None:
    made = script(LetterFacts(kind="interview", **AGENCY), "warm", "told_now")

    assert "could you ask them for their advice" in made.text


def test_a_recruiter_of_no_known_company_is_told_what_is_true_of_both() -> None:
    facts = LetterFacts(kind="interview", contact_part="recruiter", **KNOWN)

    assert "Thank you for putting me forward for the Barista role." in letter(facts).body
    later = letter(facts, purpose="follow_up").body
    assert "I interviewed on 12 February for the Barista role." in later
    for purpose in ("follow_up", "ask"):
        assert not IN_THE_ROOM.search(letter(facts, purpose=purpose).body)


def test_an_agency_is_not_told_to_write_if_something_comes_up_at_that_company() -> None:
    body = letter(LetterFacts(kind="interview", **KNOWN, **AGENCY), purpose="thanks").body

    assert "If something that fits comes up, I'd be glad" in body


def test_hr_may_ask_those_who_were_there() -> None:
    facts = LetterFacts(kind="interview", contact_part="hr", role="Cook")

    assert "you or the interviewers would advise me" in letter(facts).body
    assert "Was würden Sie oder Ihr Team mir" in letter(facts, language="de").body


def test_whoever_recommended_me_is_asked_nothing_about_an_interview_they_were_not_in() -> None:
    facts = {key: value for key, value in KNOWN.items() if key != "questions"}
    for tone, language in itertools.product(TONES, LANGUAGES):
        made = letter(
            LetterFacts(kind="interview", contact_part="referrer", **facts), tone, language
        )
        assert not re.search("interview|gespräch", made.body, re.IGNORECASE)


@pytest.mark.parametrize("moment", ["call", "told_now"])
def test_whoever_works_there_sends_no_good_wishes_to_their_own_team(moment: str) -> None:
    for kind, ends in (("internal", False), ("interview", True)):
        facts = LetterFacts(kind=kind, contact="Jonas Weber")
        for language, words in (("en", "the team"), ("de", "das Team")):
            made = script(facts, "warm", moment, language=language)
            assert (words in made.section("goodbye").paragraphs[0]) == ends
