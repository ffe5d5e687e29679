"""How an email begins in a story."""

import pytest

from tracker.clock import now
from tracker.mail import Mail
from tracker.mail.saved_words import write_offer, write_words
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
    assert email_beginning(write_offer(mail)) == (writer, WORDS)


def test_what_was_written_over_by_hand_stays_as_it_is() -> None:
    assert email_beginning("They have it.\n\nGood.") == ("", "They have it.\n\nGood.")
    assert email_beginning("From: me\nto you\nall\n\nGood.").writer == ""


@pytest.mark.both_databases
def test_a_story_names_who_wrote_an_offer_and_shows_their_words_alone(build, sign_in) -> None:
    user = build.user()
    card = build.application(user)
    words = write_offer(Mail(WORDS, "Your start", "Kim Lau", "kim@banksia.example"))
    build.offer(card, note=words, received_on=now().date())

    story = sign_in(user).get(f"/applications/{card.id}").text.partition('id="story')[2]
    assert "Kim Lau" in story and "we have it." in story
    assert "Subject:" not in story and "By email" not in story
