import itertools
import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loop.ask.rendered_well import assert_reads_well
from tracker.loop.ask import KINDS, LANGUAGES, TONES, LetterFacts, letter, letter_kind
from tracker.loop.ask.letter_facts import Purpose
from tracker.loop.ask.mailto import mailto

KNOWN = {
    "role": "Barista",
    "company": "Acme & Sons",
    "applied_on": date(2026, 2, 1),
    "interviewed_on": date(2026, 2, 12),
    "told_on": date(2026, 3, 2),
    "contact": "Mary-Jane O'Connor",
    "my_name": "Zoë D’Arcy",
    "my_phone": "0400 123 456",
    "today": date(2026, 3, 3),
    "asked_on": date(2026, 2, 20),
    "taking_away": "practise with numbers",
    "questions": ("Was my example about stock control clear?", "What was missing?"),
}
HOWS = ("", "email", "phone", "in_person", "portal", "silence")
SUBSETS = [
    dict(some)
    for size in (0, 1, 2, len(KNOWN) - 2, len(KNOWN) - 1, len(KNOWN))
    for some in itertools.combinations(KNOWN.items(), size)
]
LETTERS = [(kind, "ask") for kind in KINDS] + [
    (kind, purpose)
    for kind in ("interview", "application", "internal")
    for purpose in get_args(Purpose)
    if purpose != "ask"
]


def assert_begins_sentences_right(body, language):
    greeting, first, *rest = body.split("\n\n")
    assert greeting.endswith(",")
    assert "\n" not in greeting
    assert first[0].islower() if language == "de" else first[0].isupper()
    for paragraph in rest:
        assert paragraph[0].isupper() or paragraph[0].isdigit()
        assert paragraph[-1] in ".?:" or paragraph == rest[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("kind", "purpose"), LETTERS)
def test_no_letter_has_a_gap_whatever_is_missing(kind, purpose, tone, language):
    """One tone is tried with every other set of facts, the next tone with those between."""
    whole = list(zip(SUBSETS, itertools.cycle(HOWS), strict=False))
    for facts, how in whole[list(TONES).index(tone) % 2 :: 2]:
        made = letter(LetterFacts(kind=kind, how=how, **facts), tone, language, purpose)
        assert "\n" not in made.subject
        assert 10 <= len(made.subject) <= 78
        assert_reads_well(made.subject)
        assert_reads_well(made.body)
        assert_begins_sentences_right(made.body, language)
        assert made.problem == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_way_of_being_told_and_of_having_called_reads_well(kind, tone, language):
    ways = itertools.product(HOWS, ("", "left_message", "no_answer"), (False, True), (KNOWN, {}))
    for how, called, cancelled, facts in ways:
        situation = LetterFacts(
            kind=kind, how=how, called=called, role_cancelled=cancelled, **facts
        )
        made = letter(situation, tone, language)
        assert_reads_well(made.body)
        assert_begins_sentences_right(made.body, language)
        assert not cancelled or not re.search("someone else|anderweitig", made.body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("kind", "purpose"), LETTERS)
def test_the_decision_is_accepted_before_anything_is_asked(kind, purpose, tone, language):
    if purpose in ("thanks", "follow_up"):
        return
    body = letter(LetterFacts(kind=kind, how="email", **KNOWN), tone, language, purpose).body
    first = body.split("\n\n")[1]
    assert re.search(r"accept|akzeptiere", first)
    assert first.find("?") in (-1, first.rfind("?"))
    assert body.count("?") <= 3
    assert re.search(r"fine|understand|say so|can't|Nein|Verständnis|in Ordnung", body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_known_is_in_the_letter(kind, tone, language):
    made = letter(LetterFacts(kind=kind, how="phone", **KNOWN), tone, language)
    for fact in (
        "Barista",
        "Acme & Sons",
        "Zoë D’Arcy",
        "0400 123 456",
        "stock control",
        "missing?",
    ):
        assert fact in made.body
    assert "Barista" in made.subject


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_follow_up_asks_how_it_stands_and_speaks_of_no_decision_to_accept(kind, tone, language):
    made = letter(LetterFacts(kind=kind, **KNOWN), tone, language, "follow_up")
    for fact in ("Barista", "Acme & Sons", "Zoë D’Arcy", "0400 123 456"):
        assert fact in made.body
    assert re.search("interes", made.body.lower())
    assert re.search("20 February|20. Februar", made.body)
    assert not re.search("accept|akzeptiere|advice|Rat |stock control", made.body)
    assert mailto(made, "mary@example.org").whole


def test_first_follow_up_speaks_of_none_before():
    body = letter(LetterFacts(kind="application", role="Cook"), "warm", "en", "follow_up").body
    assert "I applied for a Cook role.\n\nI'm still very interested" in body


def test_a_third_question_is_left_out():
    situation = LetterFacts(kind="interview", questions=("One", "Two", "Three"))
    body = letter(situation).body
    assert "1. One?\n2. Two?" in body
    assert "Three" not in body


def test_one_question_is_asked_without_a_number():
    body = letter(LetterFacts(kind="interview", questions=("One",))).body
    assert "One short question about my own answers:\n\nOne?" in body


@pytest.mark.parametrize(
    ("contact", "tone", "language", "greeting"),
    [
        ("Mary-Jane O'Connor", "warm", "en", "Hi Mary-Jane,"),
        ("Mary-Jane O'Connor", "plain", "en", "Hello Mary-Jane,"),
        ("Mary-Jane O'Connor", "formal", "en", "Dear Mary-Jane O'Connor,"),
        ("Dr Sam Nguyen", "warm", "en", "Hi Dr Sam Nguyen,"),
        ("Frau Müller", "formal", "en", "Dear Ms Müller,"),
        ("Herr Müller", "plain", "en", "Hello Mr Müller,"),
        ("李雷", "warm", "en", "Hi 李雷,"),
        ("HR Team", "plain", "en", "Hello HR Team,"),
        ("", "warm", "en", "Hello,"),
        ("", "formal", "en", "Dear Hiring Team,"),
        ("", "formal", "de", "Sehr geehrte Damen und Herren,"),
        ("", "warm", "de", "Guten Tag,"),
        ("Frau Dr. Eva Weber", "formal", "de", "Sehr geehrte Frau Dr. Weber,"),
        ("Herr von der Heide", "formal", "de", "Sehr geehrter Herr von der Heide,"),
        ("Herr Jan Weber", "plain", "de", "Guten Tag Herr Weber,"),
        ("Ms Jones", "formal", "de", "Sehr geehrte Frau Jones,"),
        ("Eva Weber", "formal", "de", "Guten Tag Eva Weber,"),
        ("Dr. Weber", "formal", "de", "Guten Tag Dr. Weber,"),
    ],
)
def test_people_are_greeted_by_the_name_they_have(contact, tone, language, greeting):
    made = letter(LetterFacts(kind="interview", contact=contact), tone, language)
    assert made.body.startswith(f"{greeting}\n\n")


def test_a_formal_letter_ends_by_whether_it_has_a_name():
    named = letter(LetterFacts(kind="panel", contact="Sam Nguyen", my_name="Mia"), "formal")
    unnamed = letter(LetterFacts(kind="panel", my_name="Mia"), "formal")
    assert named.body.endswith("\n\nYours sincerely,\nMia")
    assert unnamed.body.startswith("Dear Panel Members,")
    assert unnamed.body.endswith("\n\nYours faithfully,\nMia")


def test_a_letter_without_my_name_ends_without_a_comma():
    assert letter(LetterFacts(kind="interview")).body.endswith("\n\nWarm regards")
    assert letter(LetterFacts(kind="interview"), "formal", "de").body.endswith(
        "\n\nMit freundlichen Grüßen"
    )


def test_dates_go_by_language_country_tone_and_year():
    facts = {"kind": "interview", "told_on": date(2026, 3, 2), "how": "email"}
    this_year = {"today": date(2026, 3, 3)}
    first = "I heard by email on 2 March that the role"
    assert first in letter(LetterFacts(**facts, **this_year)).body
    assert "on 2 March 2026 that" in letter(LetterFacts(**facts)).body
    assert "on 2 March 2026 that" in letter(LetterFacts(**facts, **this_year), "formal").body
    assert "on 2 March 2026" in letter(LetterFacts(**facts, today=date(2027, 1, 2))).body
    assert "on March 2 that" in letter(LetterFacts(**facts, **this_year, country="US")).body
    german = letter(LetterFacts(**facts, **this_year), "formal", "de").body
    assert "ich habe am 2. März 2026 per E-Mail erfahren, dass" in german


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("Barista", "the Barista role has"),
        ("Barista position", "the Barista role has"),
        ("The Barista Role", "the Barista role has"),
        ("Role", "the Role role has"),
        ("Analyst (APS5), Policy", "the Analyst (APS5), Policy role has"),
        (".NET developer", "the .NET developer role has"),
        ("Koch\nam Herd;", "the Koch am Herd role has"),
    ],
)
def test_a_role_is_named_once_and_in_one_line(role, words):
    assert words in letter(LetterFacts(kind="interview", role=role)).body


def test_after_silence_the_article_goes_by_the_role():
    assert (
        "I applied for an Analyst role." in letter(LetterFacts(kind="silence", role="Analyst")).body
    )
    assert "for a role with you." in letter(LetterFacts(kind="silence")).body


def test_a_long_role_leaves_a_subject_that_shows_whole():
    made = letter(LetterFacts(kind="panel", role="Senior Assistant Deputy " * 20), "formal")
    assert len(made.subject) <= 78
    assert made.subject.endswith("…")


def test_an_application_without_an_interview_is_never_asked_about_answers():
    body = letter(LetterFacts(kind="application", interviewed_on=date(2026, 2, 1))).body
    assert "interview" not in body
    assert "answers" not in body


def test_what_people_typed_is_never_taken_for_a_template():
    hostile = "{{ 7 * 7 }} {% for x in y %} ${a} <b>"
    made = letter(
        LetterFacts(kind="interview", role=hostile, contact=hostile, questions=(hostile,))
    )
    assert "{{ 7 * 7 }}" in made.body
    assert "49" not in made.body


anything = st.text(max_size=60)


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(sorted(TONES)),
    st.sampled_from(sorted(LANGUAGES)),
    st.sampled_from(get_args(Purpose)),
    st.fixed_dictionaries(dict.fromkeys(("role", "company", "contact", "my_name"), anything)),
    st.tuples(anything, anything),
)
def test_a_letter_can_be_built_and_sent_whatever_was_typed(
    kind, tone, language, purpose, facts, questions
):
    made = letter(LetterFacts(kind=kind, questions=questions, **facts), tone, language, purpose)
    assert "\n" not in made.subject
    assert "\n\n\n" not in made.body
    assert len(mailto(made, facts["contact"]).href) <= 1900


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, "application"),
        ({"interviewed": True}, "interview"),
        ({"interviewed": True, "internal": True}, "internal"),
        ({"interviewed": True, "internal": True, "public_sector": True}, "panel"),
        ({"public_sector": True, "offered": True}, "offered"),
        ({"public_sector": True, "offered": True, "silent": True}, "silence"),
    ],
)
def test_the_situation_is_the_one_that_decides_most(facts, kind):
    none = dict.fromkeys(("public_sector", "internal", "offered", "silent", "interviewed"), False)
    assert letter_kind(**none | facts) == kind
