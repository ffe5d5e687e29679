import itertools
from datetime import date

import pytest

from tests.loop.ask.rendered_well import assert_reads_well
from tracker.loop.ask import KINDS, TONES, LetterFacts, script

KNOWN = {
    "role": "Analyst",
    "company": "Acme",
    "applied_on": date(2026, 2, 1),
    "interviewed_on": date(2026, 2, 12),
    "told_on": date(2026, 3, 2),
    "contact": "James O'Connor",
    "my_name": "Zoë",
    "my_phone": "0400 123 456",
    "today": date(2026, 3, 3),
    "questions": ("Was it clear?", "What was missing?"),
}
SUBSETS = [
    dict(some)
    for size in (0, 1, 2, len(KNOWN) - 1, len(KNOWN))
    for some in itertools.combinations(KNOWN.items(), size)
]
CALL = [
    *("before", "hello", "accept", "ask", "questions", "listen"),
    *("generic", "no", "goodbye", "reception", "voicemail"),
]


@pytest.mark.parametrize("moment", ["call", "told_now"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_script_has_a_gap_whatever_is_missing(kind, tone, moment):
    for facts, how in itertools.product(SUBSETS, ("", "phone", "silence")):
        made = script(LetterFacts(kind=kind, how=how, **facts), tone, moment)
        assert made.problem == ""
        for section in made.sections:
            assert_reads_well(section.title, longest=40)
            for paragraph in section.paragraphs:
                assert_reads_well(paragraph, longest=420)
                assert paragraph[0].isupper()
                assert paragraph[-1] in ".?:"


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_script_has_what_a_call_may_need_in_its_order(kind, tone):
    made = script(LetterFacts(kind=kind, **KNOWN), tone)
    assert [section.key for section in made.sections] == CALL
    assert [section.key for section in made.sections if not section.spoken] == ["before", "listen"]
    assert "what one change would have made me the stronger candidate?" in made.text
    assert "Write down" not in made.text


def test_two_questions_stand_apart_and_are_announced_as_two():
    asked = script(LetterFacts(kind="interview", **KNOWN)).section("questions")
    assert asked.title == "Your two questions"
    assert asked.paragraphs == ("Was it clear?", "What was missing?")


def test_the_acceptance_comes_before_the_advice():
    made = script(LetterFacts(kind="interview", how="phone", **KNOWN), "plain")
    assert made.section("accept").paragraphs == (
        "I heard by phone on 2 March that the Analyst role at Acme has gone to someone else. "
        "I accept that; I'm not calling to change it.",
    )


def test_a_voicemail_says_the_number_twice_and_announces_the_email():
    said = script(LetterFacts(kind="interview", **KNOWN)).section("voicemail").paragraphs[0]
    assert said.count("0400 123 456") == 2
    assert said.endswith("I'll send you a short email as well. Thank you.")
    without = script(LetterFacts(kind="interview")).section("voicemail").paragraphs[0]
    assert "number" not in without


def test_reception_is_asked_for_the_person_by_name():
    known = script(LetterFacts(kind="panel", **KNOWN)).section("reception").paragraphs[0]
    assert "put me through to James O'Connor?" in known
    assert "on James O'Connor's voicemail?" in known
    unknown = script(LetterFacts(kind="panel", role="Analyst")).section("reception").paragraphs[0]
    assert unknown.startswith(
        "Hello, could you put me through to whoever chaired the panel for the"
    )


def test_told_by_phone_the_same_call_thanks_asks_and_leaves_a_way_out():
    made = script(LetterFacts(kind="interview"), "warm", "told_now")
    keys = [section.key for section in made.sections]
    assert keys == ["thanks", "ask", "questions", "listen", "no", "goodbye"]
    assert "I accept that." in made.section("thanks").paragraphs[0]
    assert made.section("questions").paragraphs == (
        "What one change would have made me the stronger candidate?",
    )


def test_a_public_sector_panel_is_asked_about_the_criteria():
    made = script(LetterFacts(kind="panel"), "formal")
    assert "selection criteria" in made.section("ask").paragraphs[0]
    assert "Against which criterion" in made.section("questions").paragraphs[0]
