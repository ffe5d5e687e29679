"""What a person might do about something that was said."""

import pytest

from tracker.loop.doing import DOINGS, LONGEST, advice_in, doing, doing_about, own_words
from tracker.loop.feedback_reading import THEMES


def test_every_theme_that_can_be_acted_on_has_a_doing_that_continues_i_will() -> None:
    known = {f"{broad}.{finer}" for broad, listed in THEMES.items() for finer in listed.finer}

    assert set(DOINGS) <= known | set(THEMES)
    assert [each for each in known if not doing_about(each)] == []
    assert doing_about("no_reason") == ""  # nothing to act on
    for words in DOINGS.values():
        assert len(words) <= LONGEST
        assert words[0].isupper() and not words.endswith(".")
        assert ":" not in words and "“" not in words and "you" not in words.split()


@pytest.mark.parametrize(
    ("quote", "doing"),
    [
        (
            "Your answer on teamwork stayed general; give one concrete example.",
            "Give one concrete example",
        ),
        ("We would suggest that you work on your structure.", "Work on my structure"),
        ("Next time, please bring  a\nportfolio.", "Bring a portfolio"),
        ("You could prepare two stories beforehand", "Prepare two stories beforehand"),
    ],
)
def test_their_own_advice_is_used_in_the_first_person(quote: str, doing: str) -> None:
    assert advice_in(quote) == doing


@pytest.mark.parametrize(
    "criticism",
    [
        "we weren't sure you wanted this job rather than any job",
        "you spoke mostly about spreadsheets",
        "You jumped straight to the numbers.",
        "Use of examples was weak",
        "Show of interest: none.",
        "Work on the project seemed rushed",
        "Practise didn’t show",
        "Learn",
        "",
    ],
)
def test_a_criticism_is_never_proposed(criticism: str) -> None:
    assert advice_in(criticism) == ""
    assert doing(criticism) == doing(criticism, "", "something own") == ""
    assert doing(criticism, "", "motivation.why") == (
        "Write two sentences on why this job, before each interview"
    )


def test_advice_that_is_too_long_for_a_line_gives_way_to_the_theme() -> None:
    assert doing("Give " + "very long examples " * 20, "answers") == (
        "Practise one concrete example, aloud"
    )


def test_own_words_are_a_doing_unless_they_judge() -> None:
    assert own_words("Smile more.") == "Smile more"
    assert own_words("I was too nervous") == own_words("Not enough sleep") == own_words("") == ""


@pytest.mark.parametrize(
    ("quote", "theme", "expected"),
    [
        (
            "Your CV is two pages, it should be one.",
            "application.resume",
            "Cut my résumé to one page",
        ),
        (
            "My cover letter was two pages and should be one.",
            "application.letter",
            "Cut my cover letter to one page",
        ),
        ("It is one page; it should be two.", "application.resume", "Bring my résumé to two pages"),
        ("Drei Seiten, zwei reichen.", "application.resume", "Cut my résumé to two pages"),
        ("It was far too long.", "application.letter", "Make my cover letter shorter"),
        (
            "It was too short.",
            "application.letter",
            "Say more in my cover letter, with one example",
        ),
        (
            "It had two typos.",
            "application.letter",
            "Have somebody read my cover letter before I send it",
        ),
        (
            "It was hard to read.",
            "application.resume",
            "Lay out my résumé anew, with more space",
        ),
        ("It was generic.", "application.letter", "Fit my cover letter to the job, in its words"),
        ("It didn’t list your degree.", "application.resume", "Add what they missed to my résumé"),
        (
            "You spoke too slowly.",
            "communication.voice",
            "Record one answer, and say it again with more pace",
        ),
        ("You mumbled.", "communication.voice", "Record one answer, and say it again louder"),
        (
            "In the second half your answers got long and we lost the thread.",
            "answers.answers",
            "Practise one answer in two minutes, by the timer",
        ),
        (
            "Your answers were far too long.",
            "answers",
            "Practise one answer in two minutes, by the timer",
        ),
        (
            "Ihre Antworten waren sehr lang.",
            "answers",
            "Practise one answer in two minutes, by the timer",
        ),
        (
            "Your answers were too short.",
            "answers",
            "Practise one answer with what I did and how it ended",
        ),
        (
            "Your answers could have been longer.",
            "answers",
            "Practise one answer with what I did and how it ended",
        ),
        (
            "Your answers had no numbers in them.",
            "answers",
            "Put one number to each of three things I did",
        ),
        ("Your answers sounded rehearsed.", "answers", "Tell one story from three words on a card"),
        (
            "You did not answer the question about budgets.",
            "answers.structure",
            "Say each question back, and then answer it, aloud",
        ),
        (
            "Your answers jumped around.",
            "answers",
            "Practise one answer in three steps, before, then and after",
        ),
        ("Your answers stayed general.", "answers", "Practise one concrete example, aloud"),
        (
            "You spoke over the panel.",
            "communication.voice",
            "Practise with somebody who asks, and let them finish",
        ),
        (
            "You are overqualified.",
            "experience.level",
            "Write one line on why this level suits me",
        ),
    ],
)
def test_what_is_proposed_mends_the_fault_that_was_named(quote, theme, expected) -> None:
    assert doing(quote, theme) == expected
    assert len(expected) <= LONGEST


@pytest.mark.parametrize(
    "quote",
    [
        "It should be one of the first things we read.",
        "It is two pages.",
        "Start with your last job",
    ],
)
def test_a_number_that_is_no_length_proposes_none(quote: str) -> None:
    assert "page" not in doing(quote, "application.resume")
