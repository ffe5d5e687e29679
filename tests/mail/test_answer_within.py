"""Within five business days becomes a day, on the working calendar of the person."""

from datetime import date

import pytest

from tracker.mail.answer_within import asked_by

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("words", "on", "said"),
    [
        ("The form must be submitted within 5 business days.", 7, "within 5 business days"),
        ("Please complete it within 3 working days.", 3, "within 3 working days"),
        ("Please send us your transcript within five (5) working days.", 7,
         "within five (5) working days"),
        ("Please fill in the form within 48 hours: https://a.example.com", 2, "within 48 hours"),
        ("Could you send us two references within the next two weeks?", 14,
         "within the next two weeks"),
        ("You need to return the declaration within a week.", 7, "within a week"),
        ("Bitte reichen Sie die Zeugnisse innerhalb von fünf Werktagen nach.", 7,
         "innerhalb von fünf Werktagen"),
        ("Bitte füllen Sie den Bogen binnen einer Woche aus.", 7, "binnen einer Woche"),
        ("Der Personalbogen ist innerhalb von 3 Arbeitstagen zurückzusenden.", 3,
         "innerhalb von 3 Arbeitstagen"),
        ("Please send it by Friday, or within 5 business days.", 4, ""),
        ("Complete the assessment within 5 days.", 5, "within 5 days"),
        ("The link expires in 7 days.", 7, "link expires in 7 days"),
        ("Your test stays open for 48 hours.", 2, "test stays open for 48 hours"),
        ("You have 72 hours.", 3, "You have 72 hours"),
        ("You will have one week to submit it.", 7, "You will have one week"),
        ("Sie haben 5 Tage Zeit.", 5, "Sie haben 5 Tage Zeit"),
    ],
)  # fmt: skip
def test_a_time_that_they_give_ends_on_a_day(words: str, on: int, said: str) -> None:
    found = asked_by(words, MONDAY, "AU")
    assert found is not None
    assert (found.on, found.said) == (date(2026, 12, on), said)


def test_a_public_holiday_of_the_person_is_no_working_day() -> None:
    before_christmas = date(2026, 12, 22)
    words = "Please return the form within 5 business days."
    there, anywhere = asked_by(words, before_christmas, "AU"), asked_by(words, before_christmas, "")
    assert there is not None and anywhere is not None
    assert there.on > anywhere.on


@pytest.mark.parametrize(
    "words",
    [
        "We will get back to you within 5 business days.",
        "Please allow us to respond to you within ten working days.",
        "If you have not heard from us within 10 business days, please call us.",
        "You will hear from us within two weeks.",
        "Wir melden uns innerhalb von fünf Werktagen bei Ihnen.",
        "Bitte haben Sie Geduld, wir antworten innerhalb von zwei Wochen.",
        "The role is based in Perth and starts within 3 weeks.",
        "You have 2 hours to complete the test.",
        "You have 20 days annual leave a year.",
        "The test takes place within the first week.",
        "Once you begin, you have 3 hours.",
    ],
)
def test_the_time_in_which_they_answer_is_none_for_the_person(words: str) -> None:
    assert asked_by(words, MONDAY, "AU") is None


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("Would you be able to get that across to me by the end of this week?", date(2026, 12, 4)),
        ("Please send us your CV by the end of next week.", date(2026, 12, 11)),
        ("I will need these by the end of the week.", date(2026, 12, 4)),
        ("Could you send us your transcript this week?", date(2026, 12, 4)),
        ("Please return the form before the end of the month.", date(2026, 11, 30)),
        ("Please reply by close of business today.", date(2026, 11, 30)),
        ("Please upload your licence by the weekend.", date(2026, 12, 4)),
        ("Bitte senden Sie uns Ihre Zeugnisse bis Ende der Woche.", date(2026, 12, 4)),
        ("Bitte reichen Sie den Lebenslauf bis Ende nächster Woche nach.", date(2026, 12, 11)),
        ("Wir benötigen Ihre Zeugnisse noch diese Woche.", date(2026, 12, 4)),
    ],
)
def test_a_week_a_month_or_the_day_ends_on_a_day(words: str, on: date) -> None:
    found = asked_by(words, MONDAY, "AU")
    assert found is not None
    assert found.on == on


@pytest.mark.parametrize(
    "words",
    [
        "We will be in touch by the end of this week.",
        "You will hear from us before the end of the month.",
        "Wir melden uns bis Ende der Woche bei Ihnen.",
        "At the end of the day we liked your application.",
        "Interviews are held this week.",
        "Please let me know when you are free for a chat this week.",
    ],
)
def test_a_week_that_is_theirs_is_no_time_for_the_person(words: str) -> None:
    assert asked_by(words, MONDAY, "AU") is None


@pytest.mark.parametrize(
    ("words", "on", "hour"),
    [
        ("We need the following documents before 11 December 2026.", 10, ""),
        ("Please send us your licence before Friday 4 December.", 3, ""),
        ("Please send us your licence before 5 pm on Friday 4 December.", 4, "17:00"),
        ("Please send us your licence by Friday 4 December.", 4, ""),
        ("I will need these no later than midday on Thursday 3 December.", 3, "12:00"),
        ("We need them by noon on Thursday.", 3, "12:00"),
        ("Wir benötigen sie spätestens bis Donnerstag, 3. Dezember um 12 Uhr.", 3, "12:00"),
        ("Bitte senden Sie uns die Zeugnisse vor dem 11. Dezember.", 10, ""),
    ],
)
def test_before_a_day_is_the_day_before_and_no_later_than_an_hour_is_that_hour(
    words: str, on: int, hour: str
) -> None:
    found = asked_by(words, MONDAY, "AU")
    assert found is not None
    assert (found.on, found.hour) == (date(2026, 12, on), hour)
