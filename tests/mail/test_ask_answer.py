"""An email that answers an ask is known by its subject or its sender, and gives advice or none."""

import itertools

import pytest

from tests.loop.ask.rendered import situation
from tracker.loop.ask import KINDS, LANGUAGES, TONES, letter
from tracker.mail import Mail
from tracker.mail.application_match import Candidate
from tracker.mail.ask_answer import advises, answers_ask, declines


@pytest.mark.parametrize("prefix", ["Re: ", "RE: Re: ", "AW: ", "Antw: "])
def test_a_reply_to_any_of_our_letters_that_ask_is_an_answer(prefix: str) -> None:
    ways = itertools.product(KINDS, TONES, LANGUAGES, ("ask", "nudge", "probe"))
    for kind, tone, language, purpose in ways:
        subject = letter(situation(kind), tone, language, purpose).subject  # type: ignore[arg-type]
        assert answers_ask(Mail("Sure.", f"{prefix}{subject}"), []), subject
        assert not answers_ask(Mail("Sure.", subject), []), subject


def test_a_reply_to_ones_own_words_and_whoever_was_asked_are_known() -> None:
    cards = [Candidate(1, "Emu", "Clerk", sent_subjects=("a word?",), asked=("jo@emu.example",))]
    assert answers_ask(Mail("Sure.", "Re:  A word?"), cards)
    assert answers_ask(Mail("Sure.", "Hello", address="jo@emu.example"), cards)
    assert not answers_ask(Mail("Sure.", "Re: Another", address="al@emu.example"), cards)
    assert not answers_ask(Mail("Sure."), [Candidate(1, "Emu", "Clerk")])


@pytest.mark.parametrize(
    ("words", "gives", "refuses"),
    [
        ("Sure. I would make the cover letter shorter.", True, False),
        ("You interviewed well. My advice: say more about how you handle customers.", True, False),
        ("We can't give formal feedback, but your answers were too long.", False, True),
        ("We can't give formal feedback. Off the record: your answers were too long.", True, True),
        ("I'm afraid we can't give individual feedback, it's our policy. Good luck!", False, True),
        ("We chose somebody else. We are not able to share details.", False, True),
        ("Leider können wir Ihnen kein individuelles Feedback geben.", False, True),
        ("Aus rechtlichen Gründen dürfen wir nichts dazu sagen.", False, True),
        ("Unfortunately we have chosen another candidate this time.", False, False),
        ("I am on leave until Monday.", False, False),
    ],
)
def test_advice_is_told_from_a_refusal(words: str, gives: bool, refuses: bool) -> None:
    mail = Mail(f"Hi Robin,\n\n{words}\n\nIngrid")
    assert (advises(mail), declines(mail)) == (gives, refuses)
