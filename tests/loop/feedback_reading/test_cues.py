import time
from itertools import product

import pytest

from tests.loop.labelled import labelled
from tracker.loop.feedback_reading.cues import (
    blanked_out,
    cues,
    find_cues,
    pattern,
    plain_text,
)
from tracker.loop.feedback_reading.needed import needed
from tracker.loop.feedback_reading.themes_list import THEMES

FILES = ("stock", "concrete", "kinds", "themes.en", "themes.de")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("ramb*", "you rambled on", "rambled"),
        ("cv", "the cv's cv", "cv"),
        ("no numbers", "there were no  numbers", "no  numbers"),
        ("vague ... answer", "a vague and rather long answer", "vague and rather long answer"),
        ("vague ... answer", "a vague answer", "vague answer"),
        ("vague ... answer", "vague one two three four five six answer", None),
        ("vague ... answer", "it was vague. your answer", None),
        ("more _ experience", "more claims experience", "more claims experience"),
        ("more _ experience", "more experience", None),
        ("(first/second) try", "a second try", "second try"),
        ("(very )?good", "very good", "very good"),
        ("licen[cs]e", "license", "license"),
        ("level #", "level 5.4", "level 5.4"),
        ("more experience(?! (with|in))", "more experience with sql", None),
        ("star", "starting", None),
        ("$#", "asked for $34", "$34"),
    ],
)
def test_a_cue_finds_what_its_signs_say(words, text, found):
    match = pattern(words).search(text)
    assert (match and match.group()) == found


def test_every_cue_in_the_files_can_be_read_and_weighs_something():
    for cue in cues(*FILES):
        assert cue.weight > 0
        assert not pattern(cue.words).fullmatch("")


def test_every_section_is_a_theme_that_is_on_the_list():
    for label in {cue.label for cue in cues(*FILES[3:])}:
        theme, _, finer = label.partition(".")
        assert finer in THEMES[theme].finer


def test_the_letters_that_a_cue_needs_are_in_all_that_it_finds():
    every = cues(*FILES)
    assert sum(not cue.needs for cue in every) < len(every) / 10
    for piece in labelled("tune")[:40]:
        text = plain_text(piece.text)
        possible = {*every.possible_in(text)}
        for cue in every:
            assert cue in possible or not pattern(cue.words).search(text), cue


def test_needed_letters_leave_out_what_may_be_missing():
    expected = {
        "(very )?good": ("good",),
        "(first|second) (try|go)": ("first", "second"),
        "(first/second)": ("first", "second"),
        "(we'll|we (will|shall)) (be )?write ... you": ("write",),
        "takes? feedback": ("feedback",),
        "cv(?! (writing|course))": ("cv",),
        "(soon )?(very ){0,4}(b|be)": (),
        "licen[cs]e": ("licen",),
        "(vague (long|short)){0,2} end": ("end",),
        "one|two three": ("one", "three"),
        "one|$#": (),
    }
    assert {words: needed(words) for words in expected} == expected


def test_plain_text_is_as_long_as_the_text_so_that_places_hold():
    for text in ("It’s “Good”", "İstanbul ẞ ŉ", "naïve Straße"):
        assert len(plain_text(text)) == len(text)
    assert plain_text("İSTANBUL") == "İstanbul"
    assert plain_text("It’s “GOOD”") == 'it\'s "good"'


def test_what_was_found_is_blanked_out_in_place():
    hits = find_cues(cues("stock"), "sorry, not this time, mia")
    rest = blanked_out("sorry, not this time, mia", hits)
    assert len(rest) == len("sorry, not this time, mia")
    assert "not this time" not in rest
    assert rest.endswith(", mia")


def test_of_overlapping_cues_of_one_label_the_heaviest_counts_once():
    hits = [
        hit for hit in find_cues(cues("themes.en"), "your cover letter") if "letter" in hit.label
    ]
    assert [hit.words for hit in hits] in (["cover letter"], ["your cover letter"])


LENGTH = 100_000
WORST = {
    "spaces": " " * LENGTH,
    "one word": "a" * LENGTH,
    "dashes": "-" * LENGTH,
    "words of dashes": " -" * (LENGTH // 2),
    "one word of many": "-vague" * (LENGTH // 6),
    "the same word": " vague" * (LENGTH // 6),
    "quotation marks": "\"'" * (LENGTH // 2),
    "digits": "1." * (LENGTH // 2),
    "commas": " ," * (LENGTH // 2),
}
SECONDS = 10
"""Of the processor's own time; what grows with the square of the length takes minutes."""


SIGNS = (
    *("vague ... answer", "vague* ... answer", "vague ...", "vague * off", "_n't", "more _ vague"),
    *("(a |very )?vague answer", "# years", "# ?pm", "#.[0-9][0-9] an hour"),
    "vague answer(?! (of|to))",
)


def test_no_sign_of_a_cue_takes_long_over_any_text():
    slow = {}
    for words, (name, text) in product(SIGNS, WORST.items()):
        began = time.process_time()
        assert len(list(pattern(words).finditer(f"vague{text}§"))) <= LENGTH
        if (took := time.process_time() - began) >= SECONDS:
            slow[words, name] = took
    assert not slow


def test_all_cues_together_take_no_longer_however_often_they_are_found():
    began = time.process_time()
    for file in ("kinds", "themes.en"):
        assert find_cues(cues(file), f"your{' vague answer' * (LENGTH // 13)}§")
    assert time.process_time() - began < SECONDS
