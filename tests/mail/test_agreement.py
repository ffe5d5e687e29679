"""The kinds agree with the labels as far as docs/reading.md says, on what is held back."""

from tests.loop.agreement import macro_f1
from tests.mail.__main__ import days, kinds, read_as_no
from tests.mail.labelled_mails import labelled, later, part
from tracker.loop.feedback_reading.cues import pattern
from tracker.mail.kinds import read_sentences, table
from tracker.mail.text.normalised import normalised


def test_kinds_agree_on_what_is_held_back() -> None:
    assert len(labelled()) >= 240
    assert len(part("held")) >= 70
    assert macro_f1(kinds(part("held"))) >= 0.92


def test_whatever_was_read_once_stays_read() -> None:
    assert macro_f1(kinds(later())) >= 0.99


def test_fewer_than_one_in_a_hundred_others_reads_as_a_no() -> None:
    wrongly, others = read_as_no([*labelled(), *later()])

    assert others >= 240
    assert wrongly * 100 < others


def test_days_of_invitations_are_read_right_or_not_at_all() -> None:
    right, wrong, timed = days(labelled())

    assert right >= 0.9 * timed
    assert wrong == 0


def test_no_words_are_passed_over_that_stand_in_a_mail() -> None:
    for mail in labelled()[::24]:
        for sentence in read_sentences(mail.mail.text):
            text = normalised(sentence.text)
            possible = {*table().possible_in(text)}
            for cue in table():
                assert cue in possible or not pattern(cue.words).search(text), (cue.words, text)
