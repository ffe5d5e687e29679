"""What is let go, and a shift that is work: neither moves an interview to another day."""

import pytest

from tests.mail.test_told import told


@pytest.mark.parametrize(
    "words",
    [
        (
            "Priya is off sick so we'll have to leave Thursday. I'll give you a ring with a "
            "new date."
        ),
        "Sorry, I have to skip our chat tomorrow. We'll find another day.",
        (
            "We're going to have to scrap Wednesday's interview as the director is away. A "
            "new time will follow."
        ),
        "I've got to miss today, my train is stuck. I will send you another time.",
    ],
)
def test_a_day_that_they_leave_for_a_new_one_is_cancelled(words: str) -> None:
    assert told(words, "Interview") == "cancelled"


def test_somebody_who_leaves_on_a_day_cancels_nothing() -> None:
    words = "I have to leave Thursday for a holiday, so someone else will write to you."
    assert told(words, "Interview") in ("acknowledgement", "none")


@pytest.mark.parametrize(
    "words",
    [
        "Can you come in for a trial shift this Saturday, 6am till 10?",
        "Could you do a night shift this Saturday at 5pm so we can see how you go?",
        "Would you like to do a first shift that day, Friday at 7am?",
    ],
)
def test_a_shift_to_work_is_no_move(words: str) -> None:
    assert told(words, "Trial") == "invitation"


@pytest.mark.parametrize(
    "words",
    [
        "Could we shift your interview to Friday at 10am?",
        "Could you please shift it to Friday at 10am?",
    ],
)
def test_to_shift_an_interview_is_one(words: str) -> None:
    assert told(words, "Your interview") == "another_time"


@pytest.mark.parametrize(
    "words",
    [
        "We're cancelling your interview on 3 December as we have filled the role.",
        "Your interview tomorrow is cancelled because we have already appointed someone.",
        "Ihr Gespräch am 3. Dezember muss leider entfallen, weil wir uns für eine andere "
        "Bewerberin entschieden haben.",
    ],
)
def test_an_interview_that_is_off_as_somebody_has_the_role_is_a_no(words: str) -> None:
    assert told(words, "Interview") == "no"


@pytest.mark.parametrize(
    "words",
    [
        "Your interview tomorrow is cancelled because the manager is unwell.",
        "Your interview tomorrow is cancelled as the room is taken. We'll find a new time.",
    ],
)
def test_one_that_is_off_for_another_reason_is_cancelled(words: str) -> None:
    assert told(words, "Interview") == "cancelled"
