import time
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attacks.growth import is_soon_over
from tracker.loop.feedback_reading import read_feedback, sentences


def said(text):
    return [one.text for one in sentences(text) if not one.framing]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Good start. It then ran over time.", ["Good start.", "It then ran over time."]),
        ("Ask Mr. Lee, e.g. by phone. He knows.", ["Ask Mr. Lee, e.g. by phone.", "He knows."]),
        ("At 9 a.m. you were late.", ["At 9 a.m. you were late."]),
        ("Cert. III is needed.", ["Cert. III is needed."]),
        ("It scored 2.5 of 5. Fine.", ["It scored 2.5 of 5.", "Fine."]),
        ("J. Smith was there. She liked it.", ["J. Smith was there.", "She liked it."]),
        ("No. We can't say more.", ["No.", "We can't say more."]),
        ("Am 3. Mai waren Sie hier. Gut.", ["Am 3. Mai waren Sie hier.", "Gut."]),
        ("See no. 4 of the form.", ["See no. 4 of the form."]),
        ("Really?! Yes… perhaps. OK", ["Really?!", "Yes…", "perhaps.", "OK"]),
        ('She said "too long." Then left.', ['She said "too long."', "Then left."]),
        (
            "Das war z.B. zu kurz, d.h. es fehlte etwas. Schade.",
            ["Das war z.B. zu kurz, d.h. es fehlte etwas.", "Schade."],
        ),
        ("很好。但是太短！", ["很好。", "但是太短！"]),
        (
            "- too fast\n- no numbers\n* liked the code",
            ["too fast", "no numbers", "liked the code"],
        ),
        ("1. Too fast.\n2) No numbers", ["Too fast.", "No numbers"]),
        ("rambled; no STAR; nervous", ["rambled", "no STAR", "nervous"]),
        ("exp ok / excel weak", ["exp ok", "excel weak"]),
        ("clear; you spoke mostly about the team.", ["clear; you spoke mostly about the team."]),
        ("too fast\nno numbers", ["too fast", "no numbers"]),
        ("", []),
        ("  \n\n ", []),
        ("...\n!!!", []),
    ],
)
def test_sentences_are_what_a_person_would_tap(text, pieces):
    assert said(text) == pieces


LETTER = """Hi Mia,

Thanks for coming in. Your coffee was great.
You were slow on the till.

Kind regards,
Dan Lee
Manager | 03 9000 0000
dan@example.org

> On 3 March Mia wrote:
> Could you tell me why?
"""


def test_greeting_signature_and_quoted_mail_are_set_aside_but_kept():
    assert said(LETTER) == [
        "Thanks for coming in.",
        "Your coffee was great.",
        "You were slow on the till.",
    ]
    framing = [one.text for one in sentences(LETTER) if one.framing]
    assert framing[0] == "Hi Mia,"
    assert "Dan Lee" in framing
    assert any("Could you tell me why?" in text for text in framing)


@pytest.mark.parametrize(
    "greeting",
    ["Hi Mia,", "Dear Ms Chen", "G'day Tom,", "Hello!", "Sehr geehrte Frau Yilmaz,", "Hallo Jan,"],
)
def test_greetings_are_known_in_both_languages(greeting):
    assert said(f"{greeting}\nYou were late.") == ["You were late."]


def test_a_sentence_that_begins_like_a_greeting_is_not_set_aside():
    assert said("Hi there was a typo in your letter.") == ["Hi there was a typo in your letter."]


def test_what_is_said_below_a_signature_is_not_lost():
    text = "Sorry.\n\nCheers,\nJo\n\nPS your example about the flood was the best we heard."
    assert said(text)[-1] == "PS your example about the flood was the best we heard."


@pytest.mark.parametrize("opening", ["Thanks for coming in.", "Best of luck with it.", "Thank you"])
def test_thanks_at_the_top_of_a_short_letter_end_nothing(opening):
    assert "You were slow on the till." in said(
        f"Hi Mia,\n{opening} today\nYou were slow on the till."
    )


@pytest.mark.parametrize(
    "closing", ["Cheers, Dan", "Kind regards,\nLou", "Best,\nAnil", "MfG\nJ. Weber", "Warmly, Deb"]
)
def test_signatures_are_set_aside(closing):
    assert said(f"You were slow on the till.\n{closing}") == ["You were slow on the till."]


def test_thanks_in_the_middle_end_nothing():
    text = "Thanks\n" + "\n".join(f"Point {n} was clear." for n in range(9))
    assert len(said(text)) >= 9


@given(st.text())
def test_every_piece_is_verbatim_and_in_order(text):
    found = sentences(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.lists(st.sampled_from(["Hi Mia,", "Cheers", "> x", "a.b", "- no;", "PS", "No. 4", "\n"])))
def test_no_words_are_lost_between_pieces(parts):
    text = "\n".join(parts)
    kept = "".join(one.text for one in sentences(text))
    assert [c for c in kept if c.isalpha()] == [
        c for c in text if c.isalpha()
    ] or "- " in text  # a bullet may be a letter


def test_a_text_without_end_is_split_to_its_end():
    assert len(sentences("This goes on and on. " * 5_000)) == 5_000
    assert len(sentences("on; " * 20_000)) == 20_000


LENGTH = 100_000
SECONDS = 10
"""Of the processor's own time; what grows with the square of the length takes minutes."""


PIECES = (
    *("a", " ", ".", "?!", '."', '"', "(", "e.g. ", "J. ", "1 ", "1. ", "- ", "; ", " / ", "\n"),
    *("> ", "dear ", "cheers ", "Thanks,\n", "please, ", "but ", "vague ", "-vague", "a@", "。"),
)


def test_nothing_that_can_be_pasted_takes_long():
    def took(piece: str, length: int) -> float:
        run = piece * (length // len(piece))
        lines = f"{(piece * 990)[:990]}x\n" * (length // 1000)
        began = time.thread_time()
        for text in (f"{run}x", f"cheers{run}", lines):
            read_feedback(text)  # which begins with its sentences
        return time.thread_time() - began

    sizes = (4_000, 16_000, LENGTH)
    slow = [
        piece
        for piece in PIECES
        if not is_soon_over(partial(took, piece), sizes, 0.01, SECONDS)
        and took(piece, LENGTH) >= SECONDS * 5
    ]
    assert not slow


@pytest.mark.parametrize(
    "signature",
    [
        "Helen Agarwal\nTeam Manager, Coral Coast Regional Council\n(07) 5550 3030",
        "Graeme Iyer\nPeople and Culture Adviser\nYarra Bend Theatre",
        "Declan\nQuandong Foods",
        "Dr. Anke von Möller\nLeiterin Personal",
        "Priya Larsen",
    ],
)
def test_a_signature_without_a_goodbye_is_set_aside(signature):
    found = sentences(f"Hi Robin,\n\nYour examples were short. Lead with numbers.\n\n{signature}")
    assert [one.text for one in found if not one.framing] == [
        "Your examples were short.",
        "Lead with numbers.",
    ]


@pytest.mark.parametrize(
    "last", ["More SQL\nshorter answers", "Communication", "Lead with numbers\nAsk a question"]
)
def test_notes_at_the_end_are_no_signature(last):
    found = sentences(f"Your examples were short.\n\n{last}")
    assert not any(one.framing for one in found)


@pytest.mark.parametrize(
    "goodbye",
    [
        "Best wishes,",
        "Kind regards",
        "Viele Grüße",
        "-- ",
        "Warm regards,\nGraeme",
        "Thanks,",
        "Cheers,",
    ],
)
def test_whatever_stands_below_a_goodbye_is_none_of_their_sentences(goodbye):
    said = "Your cover letter was clear. Lead with numbers."
    signature = (
        "Graeme Iyer\nPeople and Culture Adviser\nYarra Bend Theatre | Level 2, 11 Fairfield Road\n"
        "T 03 5550 2308 | graeme@yarrabend.example\nI work Monday to Thursday.\n"
        "Yarra Bend Theatre acknowledges the Wurundjeri people, the traditional custodians here.\n"
        "Winner, Best Small Employer 2025\nIf you are not the recipient of this email, delete it."
    )
    found = sentences(f"Dear Robin,\n\n{said}\n\n{goodbye}\n{signature}\n")
    assert [each.text for each in found if not each.framing] == [
        "Your cover letter was clear.",
        "Lead with numbers.",
    ]


def test_a_postscript_and_thanks_on_top_end_nothing():
    said = "Your examples were short, and the panel missed a number that says what came of it."
    found = sentences(f"Hi,\n\nThanks\n\n{said}\n\nKind regards\nKim\n\nPS: Lead with numbers.")
    assert [each.text for each in found if not each.framing] == [said, "PS: Lead with numbers."]
