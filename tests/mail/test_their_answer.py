"""By when they say that they answer, as an acknowledgement says it, and when applying is over."""

from datetime import date

import pytest

from tracker.mail.times.their_answer import answers_by, closes_on, sentences_of

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("We expect to contact shortlisted applicants within three weeks.", "2026-12-21"),
        ("You will hear from us by 18 December whether or not you were shortlisted.", "2026-12-18"),
        ("Sie hören bis Ende Januar von uns.", "2027-01-31"),
        ("Sie erhalten von uns bis Ende Januar unaufgefordert Nachricht.", "2027-01-31"),
        ("We aim to get back to everyone within 10 working days.", "2026-12-14"),
        ("If you have not heard from us by Friday 11 December, please assume that you were not "
         "successful.", "2026-12-11"),
        ("Our team will be in touch in the next two to three weeks.", "2026-12-21"),
        ("All applicants will be notified of the outcome by mid-January.", "2027-01-15"),
        ("Applications close on Friday 4 December. We will contact shortlisted candidates within "
         "two weeks of the closing date.", "2026-12-18"),
        ("Shortlisting takes place in the week following the closing date and you will hear from "
         "us by 18 December.", "2026-12-18"),
        ("Wir melden uns innerhalb von zwei Wochen bei Ihnen.", "2026-12-14"),
        ("Eine Rückmeldung erhalten Sie spätestens am 15.12.2026.", "2026-12-15"),
        ("Wir geben Ihnen bis Mitte Dezember Bescheid.", "2026-12-15"),
        ("You can expect to hear back by the end of next week.", "2026-12-11"),
        ("We'll be in touch in January.", "2027-01-31"),
    ],
)  # fmt: skip
def test_the_day_is_the_last_that_they_name(text: str, on: str) -> None:
    assert f"{answers_by(sentences_of(text), MONDAY)}" == on


@pytest.mark.parametrize(
    "text",
    [
        "We will be in touch.",
        "Please send us your licence by Friday. We will let you know.",
        "Could you let us know by 4 December?",
        "Bitte geben Sie uns bis Freitag Bescheid.",
        "Thank you for applying on 27 November. We will review it and be in touch in due course.",
        "Die Bewerbungsfrist endet am 6. Dezember. Danach werden wir Sie informieren.",
        "We will contact you about the role you applied for on 3 November 2026.",
    ],
)
def test_no_day_is_read_where_they_name_none_or_want_something_by_it(text: str) -> None:
    assert answers_by(sentences_of(text), MONDAY) is None


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Applications close on Friday 4 December.", "2026-12-04"),
        ("The closing date is 11/12/2026.", "2026-12-11"),
        ("Die Bewerbungsfrist endet am 6. Dezember.", "2026-12-06"),
        ("Applications closed on 2 November.", "None"),
        ("The office closes on 18 December.", "None"),
    ],
)
def test_when_applying_is_over(text: str, on: str) -> None:
    assert f"{closes_on(sentences_of(text), MONDAY)}" == on
