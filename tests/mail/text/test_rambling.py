"""Emails as small shops and offices write them, plain and in few words."""

import pytest

from tests.mail.text.test_job_offers import told


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            "I ended up giving the weekend spot to my niece's friend, sorry darl. Come in for a "
            "coffee on me some time.",
            "no",
        ),
        (
            "The recruitment process for Dispatcher is now complete and an appointment has been "
            "made. We appreciate your interest in Kelpie Freight.",
            "no",
        ),
        (
            "We've tried both your referees and Sam Lee's number rings out. Have you got another "
            "number for Sam, or someone else we could call?",
            "request",
        ),
        (
            "You were a star on Saturday. I'd like to put you on, Thursdays to Sundays, award "
            "wages. When can you start?",
            "offer",
        ),
        ("Emergency surgery booked in for Wed arvo now. Same time Thursday ok?", "another_time"),
        (
            "hier ist jetzt Montage. Ginge die gleiche Zeit am Freitag auch für Sie?",
            "another_time",
        ),
        (
            "As part of our child safe process you must lodge a statutory declaration via "
            "https://shire.example/sd before your application can proceed.",
            "request",
        ),
        (
            "Can you shoot me your vaccination record and your cert IV when you get a sec?",
            "request",
        ),
        (
            "Your application appears to be incomplete. The following have not been received:\n\n"
            "- Copy of current driver licence\n- Chemical handling certificate",
            "request",
        ),
        (
            "im Anhang findest du unsere Arbeitsprobe. Bitte plane zwei Stunden ein und schick uns "
            "deine Lösung bis Montagabend zurück.",
            "test",
        ),
        ("I'd like to put you on our list for January.", "acknowledgement"),
    ],
)
def test_they_are_what_they_say(words: str, kind: str) -> None:
    assert told(words) == kind
