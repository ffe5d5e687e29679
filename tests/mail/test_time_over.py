"""That the time to apply is over and they look at who applied is no closed role."""

import pytest

from tests.mail.test_told import told

THANKS = "Thank you for your application. "
DANKE = "vielen Dank für Ihre Bewerbung. "
OVER = [
    THANKS + "The vacancy is now closed and we are reviewing applications.",
    THANKS + "Applications have now closed and our panel is reading each one.",
    THANKS + "This position has now closed. We are shortlisting and will be in touch.",
    THANKS + "The role is now closed to new applicants; we will contact shortlisted candidates.",
    THANKS + "The job advertisement has closed and we are assessing all applications.",
    THANKS + "As the position closed on Friday, we are now going through the applications.",
    THANKS + "Now that the vacancy has closed, applications will be assessed by the panel.",
    THANKS + "The position is now closed. Your application is being reviewed by the manager.",
    "Thank you for your patience. The recruitment is closed and the shortlisting is under way.",
    "The vacancy is now closed and we are reviewing applications.",
    DANKE + "Die Bewerbungsfrist ist abgelaufen; wir sichten nun alle Unterlagen.",
    DANKE + "Die Ausschreibung ist nun geschlossen und wir prüfen die eingegangenen Bewerbungen.",
    DANKE + "Die Bewerbungsphase ist beendet, wir sichten nun die Unterlagen.",
    DANKE + "Die Stelle ist nicht mehr ausgeschrieben; wir sichten die Bewerbungen.",
    "Die Bewerbungsfrist ist abgelaufen; wir sichten die Bewerbungen.",
]
CLOSED = [
    THANKS + "Unfortunately the position is now closed.",
    THANKS + "The position is now closed and we are no longer reviewing applications.",
    "Unfortunately the vacancy has been closed and no appointment will be made.",
    "We have decided to close this role. Your application will not be reviewed further.",
    THANKS + "The role has been closed due to a change in budget.",
    "After reviewing all applications we have decided not to fill the position.",
    DANKE + "Leider ist die Stelle nicht mehr ausgeschrieben.",
    DANKE + "Die Stelle wird nicht mehr besetzt.",
]


@pytest.mark.parametrize("subject", ["Your application", "Update on Baker", "Ihre Bewerbung"])
@pytest.mark.parametrize("words", OVER)
def test_it_is_an_acknowledgement(words: str, subject: str) -> None:
    assert told(words, subject) == "acknowledgement"


@pytest.mark.parametrize("words", CLOSED)
def test_a_role_that_is_gone_stays_closed(words: str) -> None:
    assert told(words, "Update on Baker") == "closed"


def test_a_no_stays_one_where_the_time_is_over_too() -> None:
    words = "The position is now closed. We reviewed all applications carefully. "
    words += "We have decided to go with another candidate."
    assert told(words, "Update on Baker") == "no"
