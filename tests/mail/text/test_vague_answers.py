"""A vague answer says neither yes nor no: We'll be in touch, got your application."""

import pytest

from tests.mail.test_told import told


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Re: application", "We'll be in touch."),
        ("Cleaner", "Someone from the office will be in touch shortly."),
        ("Re: job", "Thanks for sending that through."),
        ("Re: CV", "Ta for the CV!"),
        ("Re: CV", "Got your application, cheers."),
        ("Re: CV", "Got it, thanks Robin"),
        ("Update", "We are reviewing."),
        ("Update", "We are still going through everyone who applied."),
        ("Re: role", "You'll hear from us within two weeks."),
        ("Re: role", "You will hear either way by Friday 11 December."),
        ("Your application", "Your application has been received."),
        ("Your application", "Your application is under review."),
        ("Your application", "Your application is being considered by the hiring manager."),
        ("Your application", "Your application status has changed to: In review."),
        ("Re: job", "Leave it with me."),
        ("Re: job", "Leave it with me and I'll see what I can do."),
        ("Re: job", "I'll pass it on to the boss."),
        ("Re: job", "No news yet, sorry. We hope to decide next week."),
        ("Re: job", "It's taking longer than we thought, thanks for waiting."),
        ("Re: job", "Thank you. Your details are on our system."),
        ("Re: job", "Noted, will come back to you."),
        ("Re: job", "We have had a lot of interest and will contact people next week."),
        ("Ihre Bewerbung", "Wir melden uns."),
        ("Ihre Bewerbung", "Ihre Unterlagen sind bei uns eingegangen."),
        ("Ihre Bewerbung", "Wir prüfen Ihre Bewerbung und melden uns in zwei Wochen."),
        ("Ihre Bewerbung", "Bitte haben Sie noch etwas Geduld."),
        ("", "We'll be in touch"),
        ("Interview", "Thanks, we'll be in touch after the interviews."),
        ("Team Leader", "Your application has progressed to: Hiring manager review."),
    ],
)
def test_a_vague_answer_is_neither_hope_nor_a_no(subject: str, words: str) -> None:
    assert told(words, subject) in ("acknowledgement", "none")


def test_a_no_in_an_answer_that_begins_vaguely_is_a_no() -> None:
    words = "Thanks for waiting. It took longer than we thought. We went with another candidate."
    assert told(words, "Your application") == "no"
