"""How an email begins in a story."""

import pytest

from tracker.mail import Mail
from tracker.mail.saved_words import write_words
from tracker.views.applications.story.email_beginning import email_beginning

WORDS = "Hello,\n\nwe have it."


@pytest.mark.parametrize(
    ("mail", "writer"),
    [
        (Mail(WORDS, "Tester", "Kim Lau", "kim@banksia.example"), "Kim Lau"),
        (Mail(WORDS, "Tester", "", "kim@banksia.example"), "kim@banksia.example"),
        (Mail(WORDS, "Tester", "", ""), ""),
        (Mail(WORDS, "", "Kim Lau", ""), "Kim Lau"),
        (Mail(WORDS, "", "", ""), ""),
    ],
)
def test_it_begins_with_its_words_and_its_writer_stands_apart(mail: Mail, writer: str) -> None:
    assert email_beginning(write_words(mail)) == (writer, WORDS)


def test_what_was_written_over_by_hand_stays_as_it_is() -> None:
    assert email_beginning("They have it.\n\nGood.") == ("", "They have it.\n\nGood.")
    assert email_beginning("From: me\nto you\nall\n\nGood.").writer == ""
