"""What kind an email reads as, where single words could mislead."""

import re

import pytest

from tests.mail.labelled_mails import Labelled, labelled, later
from tracker.mail import read_kind

NAMES = [
    names.split()
    for names in (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "January February March April June July August September October November December",
        "Januar Februar März April Juni Juli August September Oktober November Dezember",
    )
]
NAME = re.compile(rf"\b(?:{'|'.join(name for names in NAMES for name in names)})\b")


@pytest.mark.parametrize("role", ["IT Support Officer", "Help Desk Analyst", "Clerk"])
def test_an_interview_that_will_now_be_held_on_another_day_reads_as_one_whatever_the_role(
    role: str,
) -> None:
    text = (
        f"Hi Robin,\n\nYour interview for the {role} role will now be held on Tuesday, not Monday, "
        "at 10am. The place stays the same.\n\nRegards,\nHannah"
    )

    assert read_kind(f"Interview: {role}", text).kind == "invitation"
    assert (
        read_kind("Ticket 512", "Your IT support ticket is ready. IT support team").kind == "none"
    )


@pytest.mark.parametrize("days", [1, 2, 4, 5])
def test_an_email_reads_the_same_whatever_weekday_and_month_it_names(days: int) -> None:
    def another(name: re.Match[str]) -> str:
        names = next(names for names in NAMES if name.group() in names)
        return names[(names.index(name.group()) + days) % len(names)]

    def kind(each: Labelled, *, moved: bool) -> str:
        words = (each.mail.subject, each.mail.text)
        subject, text = (NAME.sub(another, word) if moved else word for word in words)
        return read_kind(subject, text).kind

    mails = [*labelled(), *later()]
    assert [
        each.source for each in mails if kind(each, moved=True) != kind(each, moved=False)
    ] == []
