"""What a reminder says: each thing once, short, and without a name unless that is wanted."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.loop.reminders.hours import Kind, Slot, Wishes
from tracker.loop.reminders.things import About, Thing
from tracker.loop.reminders.words import Message, Recipient, compose

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 24)
TOMORROW = DAY + timedelta(days=1)
USUAL = Wishes(since=datetime(2026, 1, 1, tzinfo=UTC))


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), BERLIN).astimezone(UTC)


def said(
    *things: Thing,
    kind: Kind = Kind.DIGEST,
    day: date = DAY,
    now: datetime | None = None,
    wishes: Wishes = USUAL,
    before: tuple[str, ...] = (),
    named: bool = False,
    works: bool = True,
) -> Message | None:
    moment = at(day if kind is not Kind.INTERVIEW else day - timedelta(days=1), 8)
    reader = Recipient(wishes, now or at(DAY, 8), BERLIN, lambda _: works)
    return compose(Slot(kind, day, moment), things, before, reader, named)


def interview(day: date = TOMORROW, hour: int | None = 10, **facts: object) -> Thing:
    when = at(day, hour) if hour is not None else None
    known = at(DAY - timedelta(days=3), 9)
    return Thing(About.INTERVIEW, 1, day, "Banksia", "/applications/5/interviews/coming", when,
                 known)._replace(**facts)  # fmt: skip


ACTION = Thing(About.ACTION, 1, DAY, "Call Ana", "/actions/1")
NUDGE = Thing(About.NUDGE, 2, DAY, "Acme")
FOLLOW_UP = Thing(About.FOLLOW_UP, 3, DAY, "Wattle Café")
OFFER = Thing(About.OFFER_BY, 4, TOMORROW, "Quoll")
ALL = (FOLLOW_UP, NUDGE, ACTION, OFFER, interview(DAY))


def test_a_day_reads_as_one_sentence_without_names_and_as_lines_with_them() -> None:
    plain, named = said(*ALL), said(*ALL[:3], named=True)

    assert plain and named
    assert (plain.title, plain.body) == (
        "Five things for today",
        "Your interview at 10:00, an offer to answer by tomorrow and more on Today.",
    )
    assert named.body == "Call Ana\nOne reminder to Acme\nFollow up with Wattle Café"
    assert not any(name in plain.title + plain.body for name in ("Ana", "Acme", "Quoll", "Bank"))
    one = said(ACTION)
    assert one and (one.title, one.body, one.path) == (
        "One thing for today", "Something you planned.", "/actions/1",
    )  # fmt: skip
    two = said(ACTION, ACTION._replace(id=9))
    assert two and two.body == "Two things you planned."


@pytest.mark.parametrize("thing", ALL)
def test_each_thing_is_said_once_and_again_only_on_another_day(thing: Thing) -> None:
    assert said(thing)
    assert said(thing, before=(thing.key,)) is None
    if thing.about is About.ACTION:
        earlier = thing._replace(day=DAY - timedelta(days=1))
        assert said(thing, before=(earlier.key,))


def test_what_is_long_past_or_still_to_come_is_not_said() -> None:
    for days, kept in ((-30, False), (-8, False), (-7, True), (0, True), (1, False)):
        assert bool(said(ACTION._replace(day=DAY + timedelta(days=days)))) is kept


def test_others_are_written_to_on_days_on_which_they_work() -> None:
    assert said(FOLLOW_UP, NUDGE, works=False) is None
    told = said(FOLLOW_UP, ACTION, works=False)
    assert told and told.body == "Something you planned."


def test_the_evening_before_says_the_hour_and_ends_with_it() -> None:
    told = said(interview(), kind=Kind.INTERVIEW, day=TOMORROW, now=at(DAY, 19))

    assert told
    assert (told.title, told.expires) == ("Tomorrow at 10:00: your interview", at(TOMORROW, 10))
    assert told.path == "/applications/5/interviews/coming"
    named = said(interview(), kind=Kind.INTERVIEW, day=TOMORROW, now=at(DAY, 19), named=True)
    assert named and named.title == "Tomorrow at 10:00: your interview with Banksia"
    late = said(interview(), kind=Kind.INTERVIEW, day=TOMORROW, now=at(TOMORROW, 8))
    assert late and late.title == "Today at 10:00: your interview"
    assert said(interview(), kind=Kind.INTERVIEW, day=TOMORROW, now=at(TOMORROW, 10)) is None
    dayless = said(interview(hour=None), kind=Kind.INTERVIEW, day=TOMORROW, now=at(DAY, 19))
    assert dayless and dayless.title == "Tomorrow: your interview"
    both = said(interview(), interview(hour=15, id=2), kind=Kind.INTERVIEW, day=TOMORROW)
    assert both and both.title == "Two interviews tomorrow"


def test_one_that_was_only_just_written_down_is_left_to_the_morning() -> None:
    late = interview(known_at=at(DAY, 21))

    assert said(late, kind=Kind.INTERVIEW, day=TOMORROW, now=at(DAY, 21)) is None
    morning = said(late, day=TOMORROW, now=at(TOMORROW, 8))
    assert morning and morning.body == "Your interview at 10:00."


def test_what_the_evening_said_brings_no_message_of_its_own_but_stands_in_one() -> None:
    today = interview(DAY)

    assert said(today, before=(today.key,)) is None
    told = said(today, ACTION, before=(today.key,))
    assert told and told.body == "Your interview at 10:00 and something you planned."
    off = replace(USUAL, interviews=False)
    eve = said(interview(), wishes=off)
    assert eve and eve.body == "Your interview tomorrow at 10:00."


def test_follow_ups_alone_and_not_at_all() -> None:
    told = said(FOLLOW_UP, ACTION, kind=Kind.FOLLOW_UP)

    assert told and told.body == "An application to follow up on."
    assert said(FOLLOW_UP, wishes=replace(USUAL, follow_ups=False)) is None


def test_a_test_that_is_done_alone_is_called_one() -> None:
    test = interview(hour=None, is_test=True)
    alone = said(test, kind=Kind.INTERVIEW, day=TOMORROW, named=True)
    several = said(test, interview(id=2), kind=Kind.INTERVIEW, day=TOMORROW, named=True)

    assert alone and several
    assert alone.title == "Tomorrow: your test for Banksia"
    assert several.title == "Two things tomorrow"
    assert "Your test for Banksia" in several.body
