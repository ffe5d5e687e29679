"""A row says what tells an email from the others first: many subjects begin alike."""

import pytest

from tracker.views.mail.mail_presenter import telling


def test_the_company_that_stands_above_is_not_said_again() -> None:
    assert telling("Your application as Clerk at Corella Water", "Corella Water") == "Clerk"
    assert telling("Interview – Clerk – Corella Water", "Corella Water") == "Interview – Clerk"
    assert telling("Corella Water", "Corella Water") == "Corella Water"


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("Your application for Program Officer, Housing", "Program Officer, Housing"),
        ("Your application for the position of Data Analyst", "Data Analyst"),
        ("Re: Your application as Tester at Banksia", "Tester at Banksia"),
        ("Update on your application: Ward Clerk", "Ward Clerk"),
        ("Thank you for applying to Kookaburra Freight", "Kookaburra Freight"),
        ("Ihre Bewerbung als Pflegefachkraft (m/w/d)", "Pflegefachkraft (m/w/d)"),
        ("Your application", "Your application"),
        ("Your application for", "Your application for"),
        ("Interview for Teacher, Science", "Teacher, Science"),
        ("Interview on Tuesday", "Interview on Tuesday"),
        ("Application closed", "Application closed"),
        ("", ""),
    ],
)
def test_what_every_subject_says_is_left_out(subject: str, shown: str) -> None:
    assert telling(subject) == shown
