"""What changed may invite for the first time; a move is held as before, if it says no more."""

from datetime import date

import pytest

from tests.mail.test_told import told
from tracker.mail.invitation import read_invitation

SENT = date(2026, 12, 1)
THEN = "on Tuesday 8 December at 10 am"


@pytest.mark.parametrize(
    "words",
    [
        "Things have changed here and the Operations Coordinator role is open again. We'd love to "
        "invite you to an interview on Tuesday 8 December at 9:30 am at our clinic.",
        "The role was originally filled, but our first choice has withdrawn. Could you come in for "
        f"an interview {THEN}?",
        f"Our budget has changed, so we can interview again. Are you free {THEN}?",
        f"We have put the position back on the market and would like to interview you {THEN}.",
        f"Circumstances have changed since we last wrote. We would like to meet you {THEN}.",
        "bei uns hat sich etwas geändert: Die Stelle ist wieder frei. Wir laden Sie zu einem "
        "Gespräch am Dienstag, 8. Dezember um 10 Uhr ein.",
    ],
)  # fmt: skip
def test_a_role_that_is_open_again_invites_and_moves_nothing(words: str) -> None:
    assert told(words, "Operations Coordinator - would you come in for a chat?") == "invitation"


@pytest.mark.parametrize(
    "words",
    [
        f"Something has changed with our interview: it is now {THEN}.",
        "The time of your interview has changed to Tuesday 8 December at 10 am.",
        "Things have changed and we need to move your interview to Tuesday 8 December at 10 am.",
    ],
)
def test_an_interview_that_changed_is_moved(words: str) -> None:
    assert told(words, "Your interview") == "moved"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Could we do 3 December at 2:30 pm instead? Same place, Level 4.", "other"),
        ("Your interview has been moved to 8 December at 10 am.\n\nKim\nLevel 4, Collins Street",
         "other"),
        ("Wir müssen unser Gespräch auf den 8. Dezember um 10 Uhr verschieben. Gleicher Ort, "
         "3. Etage, Zimmer 12.", "other"),
        ("Your interview has been moved to 8 December at 10 am. Same link as before, on Zoom.",
         "other"),
        ("Your interview has been moved to 8 December at 10 am. It will now be in person at our "
         "office on Level 4.", "onsite"),
        ("We need to move your interview to 8 December at 10 am, by video this time.", "video"),
        ("Please come to Level 4 for your interview on 8 December at 10 am.", "onsite"),
    ],
)  # fmt: skip
def test_a_move_says_only_plainly_that_it_is_held_another_way(words: str, kind: str) -> None:
    assert read_invitation(words, "Your interview", SENT).kind == kind
