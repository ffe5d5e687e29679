from typing import NamedTuple

import pytest

from tracker.loop.ask import rank_recipients, tel
from tracker.loop.ask.recipients import RANKS
from tracker.models.contact import PARTS


class Person(NamedTuple):
    name: str
    part: str
    phone: str = ""
    email: str = ""


def names(*people):
    return [person.name for person in rank_recipients(people)]


def test_whoever_heard_the_answers_comes_first():
    people = [Person(part, part, "03 9999 0000", "a@example.org") for part in RANKS]
    assert [person.part for person in rank_recipients(reversed(people))] == list(RANKS)


def test_among_equals_a_phone_comes_first_then_an_email():
    assert names(
        Person("email", "interviewer", email="a@example.org"),
        Person("phone", "interviewer", phone="0400 000 000"),
        Person("both", "interviewer", "0400 000 000", "a@example.org"),
    ) == ["both", "phone", "email"]


def test_an_interviewer_with_an_email_comes_before_hr_with_a_phone():
    assert names(
        Person("hr", "hr", phone="0400 000 000"),
        Person("interviewer", "interviewer", email="a@example.org"),
    ) == ["interviewer", "hr"]


def test_somebody_who_cannot_be_reached_comes_last():
    assert names(
        Person("known by name", "interviewer"), Person("hr", "hr", email="a@example.org")
    ) == ["hr", "known by name"]


def test_the_order_in_which_they_were_added_breaks_ties():
    assert names(Person("a", "hr"), Person("b", "hr")) == ["a", "b"]
    assert rank_recipients([]) == []


def test_every_part_has_its_place():
    assert set(RANKS) == set(PARTS)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("0400 123 456", "tel:0400123456"),
        ("(03) 9999-0000", "tel:0399990000"),
        ("+61 (0)3 9999 0000", "tel:+61399990000"),
        ("(+61) 400 123 456", "tel:+61400123456"),
        ("+49 30/123 456-78", "tel:+493012345678"),
        ("03 9999 0000 ext. 12", "tel:0399990000,12"),
        ("03 9999 0000 x12", "tel:0399990000,12"),
        ("1300 22 4636", "tel:1300224636"),
        ("0400 123 456\n0400 000 000", "tel:0400123456"),
        ("ask at reception", ""),
        ("", ""),
        ("12", ""),
    ],
)
def test_a_number_becomes_a_link_that_phones_dial(phone, link):
    assert tel(phone) == link
