import itertools
from datetime import date

import pytest

from tests.loop.ask.rendered_well import INSISTS, JUDGED, assert_reads_well
from tracker.loop.ask import KINDS, LANGUAGES, TONES, LetterFacts, script
from tracker.loop.ask.templates import SHIPPED

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


def subsets(*sizes):
    return [dict(some) for size in sizes for some in itertools.combinations(KNOWN.items(), size)]


SUBSETS, PAIRS = subsets(0, 1, len(KNOWN) - 1, len(KNOWN)), subsets(2)
CALL = [
    *("before", "hello", "accept", "ask", "questions", "listen"),
    *("generic", "no", "goodbye", "reception", "voicemail"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("moment", ["call", "told_now"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_script_has_a_gap_whatever_is_missing(kind, moment, language):
    """Each set of facts in one tone; of two facts alone a third for each kind."""
    turn = list(KINDS).index(kind)
    parts, tones = ("", "recruiter", "referrer", "hr"), itertools.cycle(TONES)
    for number, facts in enumerate([*SUBSETS, *PAIRS[turn % 3 :: 3]], turn):
        situation = LetterFacts(kind=kind, contact_part=parts[number % 4], **facts)
        made = script(situation, next(tones), moment, language=language)
        assert "questions" in facts or not JUDGED.search(made.text)
        assert not INSISTS.search(made.text)
        assert made.problem == ""
        for section in made.sections:
            assert_reads_well(section.title, longest=40)
            for paragraph in section.paragraphs:
                assert_reads_well(paragraph, longest=420)
                assert paragraph[0].isupper()
                assert paragraph[-1] in ".?:"


@pytest.mark.parametrize("kind", KINDS)
def test_a_script_has_what_a_call_may_need_in_its_order(kind):
    again = {"en": "would make me a stronger candidate", "de": "beim nächsten Mal anders machen"}
    for tone, language in itertools.product(TONES, LANGUAGES):
        made = script(LetterFacts(kind=kind, **KNOWN), tone, language=language)
        assert [section.key for section in made.sections] == CALL
        asides = [section.key for section in made.sections if not section.spoken]
        assert asides == ["before", "listen"]
        assert again[language] in made.text
        assert "Write down" not in made.text


def test_each_script_of_one_language_is_there_in_the_other():
    english, german = (
        {file.name for file in (SHIPPED / language / "scripts").iterdir()} for language in LANGUAGES
    )
    assert english == german


def test_two_questions_stand_apart_and_are_announced_as_two():
    asked = script(LetterFacts(kind="interview", **KNOWN)).section("questions")
    assert asked.title == "Your two questions"
    assert asked.paragraphs == ("Was it clear?", "What was missing?")


def test_the_acceptance_comes_before_the_advice():
    made = script(LetterFacts(kind="interview", how="phone", **KNOWN), "plain")
    assert made.section("accept").paragraphs == (
        "Thank you for letting me know your decision. I accept it. I'm not calling to change it.",
    )


def test_a_voicemail_says_the_number_twice_and_announces_the_email():
    said = script(LetterFacts(kind="interview", **KNOWN)).section("voicemail").paragraphs[0]
    assert said.count("0400 123 456") == 2
    assert "I'll send you a short email, so there's no need to call back." in said
    assert said.endswith("Thank you.")
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
    assert "I accept the decision." in made.section("thanks").paragraphs[0]
    assert made.section("questions").paragraphs == (
        "What's one thing you'd advise me to do differently?",
    )


def test_a_public_sector_panel_is_asked_about_the_criteria():
    made = script(LetterFacts(kind="panel"), "formal")
    assert "selection criteria" in made.section("ask").paragraphs[0]
    assert "Which criterion should I work on first" in made.section("questions").paragraphs[0]
