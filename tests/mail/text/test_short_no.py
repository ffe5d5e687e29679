"""A no in few words: a status, another candidate recommended, what did not work out."""

import pytest

from tests.mail.test_told import told


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Your application", "Your application status has changed to: Rejected."),
        ("Application update", "Status: Rejected."),
        ("Job 33", "Outcome: Not selected"),
        ("Application", "We have moved your application to Rejected."),
        (
            "Your candidacy",
            (
                "The status of your application for Payroll Clerk is now: No longer under "
                "consideration."
            ),
        ),
        ("Portal", "Decision on your application: declined"),
        ("Ihre Bewerbung", "Der Status Ihrer Bewerbung hat sich geändert: Abgelehnt"),
        ("Ihre Bewerbung", "Status: abgesagt"),
        (
            "Lectureship",
            (
                "The appointing committee has recommended the appointment of another candidate. "
                "You were a close second and we keep you as reserve should the first choice "
                "decline."
            ),
        ),
        (
            "Headteacher",
            (
                "The governors have agreed to appoint another applicant. Should their preferred "
                "candidate withdraw, we would come back to you."
            ),
        ),
        ("Barista", "We'll keep your CV on file, as this time it didn't work out."),
        ("Shop", "Sorry it didn't work out this time."),
        ("Shop", "Unfortunately this one did not work out, but please keep in touch."),
        ("Job", "hey sorry it hasn't worked out for you, boss wants someone w more experience"),
    ],
)
def test_a_no_in_few_words_is_a_no(subject: str, words: str) -> None:
    assert told(words, subject) == "no"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Your application", "Your application status has changed to: Under review."),
        ("Your application", "Status: Received"),
        ("Your application", "Your status is pending. You have not been rejected."),
        ("Your application", "If your status changes to Rejected you will hear from us by email."),
        ("Leave request", "The status of your leave request has changed to: Rejected."),
        ("Expenses", "Expense claim status: Declined"),
    ],
)
def test_another_status_or_one_of_something_else_is_no_no(subject: str, words: str) -> None:
    assert told(words, subject) in ("acknowledgement", "none")


def test_a_day_that_did_not_work_out_is_no_no() -> None:
    words = "Sorry Thursday didn't work out. Could we do Friday 4 December at 10am instead?"
    assert told(words, "Interview") == "another_time"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Post 7", "The board confirmed the selection of an internal applicant."),
        ("Update", "Hi, they're going with the internal candidate. Sorry!"),
        ("Update", "The client has gone with the internal candidate."),
        ("Update", "In the end they preferred an internal applicant."),
        ("Update", "It was close but they chose their internal candidate over you."),
    ],
)
def test_an_internal_candidate_who_was_preferred_closes_no_role(subject: str, words: str) -> None:
    assert told(words, subject) == "no"


@pytest.mark.parametrize(
    "words",
    ["The position has been filled internally.", "We appointed an internal candidate."],
)
def test_a_role_that_was_filled_internally_is_closed(words: str) -> None:
    assert told(words, "Update") == "closed"
