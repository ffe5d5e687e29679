"""By when something is wanted: below a list, where it is to arrive, at the end of a day."""

from datetime import date

import pytest

from tracker.mail.answer_by import answer_by
from tracker.mail.times.days import dates_in

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Please send us:\n\n- a copy of your licence\n- your number\n\nby Friday 4 December.", 4),
        (
            "Please provide the following:\n\n1. your licence\n2. two referees\n\nby 5 pm on "
            "Friday 4 December.",
            4,
        ),
        ("We need:\n- your licence\n- two referees\n\nno later than Friday 4 December please.", 4),
        ("Could you send me:\n- your licence\n- two referees\n\nBy Friday, if you can.", 4),
        (
            "bitte senden Sie uns:\n\n- Ihr Zeugnis\n- eine Kopie Ihres Ausweises\n\nbis "
            "Freitag, 4. Dezember.",
            4,
        ),
        (
            "Would you please provide copies of your qualifications? Documents can be emailed "
            "to this address or uploaded in the candidate portal, and should reach us no later "
            "than Tuesday 8 December.",
            8,
        ),
        ("Please send your references. They should reach us no later than Tuesday 8 December.", 8),
        ("Please email your licence. We must have it by Tuesday 8 December.", 8),
        ("Please send us your references, which must arrive by Tuesday 8 December.", 8),
        (
            "Please send certified copies. All documents are to be received by Tuesday 8 December.",
            8,
        ),
        (
            "Bitte senden Sie uns Ihre Zeugnisse. Die Unterlagen sollten uns bis spätestens "
            "Dienstag, 8. Dezember, erreichen.",
            8,
        ),
        (
            "Bitte reichen Sie die Unterlagen ein. Sie müssen bis zum 8. Dezember bei uns "
            "eingehen.",
            8,
        ),
        (
            "If the time doesn't work for you please give me a ring before close of business "
            "Wednesday on 0491 570 156.",
            2,
        ),
        ("Please let me know before close of business on Wednesday.", 2),
        ("Please let me know before COB Wednesday.", 2),
        ("Please reply before the end of Wednesday.", 2),
        ("Please let us know before Wednesday.", 1),
        ("Please let me know before 5 pm Wednesday.", 2),
        ("Please confirm by close of business tomorrow.", 1),
        ("Bitte geben Sie mir vor Ende Mittwoch Bescheid.", 2),
        ("Bitte geben Sie uns vor Dienstschluss am Mittwoch Bescheid.", 2),
        ("Please reply before the close of Wednesday 2 December.", 2),
    ],
)
def test_the_day_that_they_want_something_by_is_read(words: str, day: int) -> None:
    by = answer_by(f"Dear Robin,\n\nThank you for your application.\n\n{words}\n\nKim", MONDAY)

    assert by is not None
    assert by.on.day == day


def test_whoever_is_to_arrive_by_an_hour_has_nothing_to_answer() -> None:
    assert answer_by("Please arrive by 9 am on Tuesday 8 December.", MONDAY) is None
    assert answer_by("You must reach our office by 9 am on Tuesday 8 December.", MONDAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Let's make it the Tuesday after next at half past one.", 15),
        ("Could you do Friday after next at 10 am?", 11),
        ("Friday week at 10 am", 11),
        ("A week on Friday at 10 am", 11),
        ("Friday the week after next at 10 am", 18),
        ("Tuesday fortnight at 1.30 pm", 22),
        ("Tuesday in a week at 1.30 pm", 15),
        ("next Tuesday at 1.30 pm", 8),
        ("am übernächsten Dienstag um 13:30 Uhr", 15),
        ("am übernächsten Freitag um 10 Uhr", 11),
        ("Dienstag in einer Woche um 13:30 Uhr", 15),
    ],
)
def test_a_weekday_further_on_is_not_the_first_to_come(words: str, day: int) -> None:
    sent = date(2026, 12, 1)

    assert [each.on.day for each in dates_in(words, sent, with_near=True)] == [day]
