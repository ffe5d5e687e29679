from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.loop.ask_state import (
    DECLINED,
    DONE,
    QUIET,
    RESULTS,
    AskAttempt,
    ask_state,
    follow_up_on,
    may_write,
)

MONDAY = date(2026, 3, 2)
TWO_WEEKS_ON = date(2026, 3, 16)  # ten working days later, where it is no holiday
DAY = timedelta(days=1)
INVITED = {"feedback_on": MONDAY, "generic": True, "invited": True}
"""They answered in general words, and said that one may ask more."""


def call(result, on=MONDAY, **known):
    return AskAttempt(on, "call", result, follow_up_on=follow_up_on(on, "AU", "NSW"), **known)


def email(purpose="ask", on=MONDAY, **known):
    due = follow_up_on(on, "AU", "NSW")
    return AskAttempt(on, "email", purpose=purpose, follow_up_on=due, **known)


NUDGE = email("nudge", TWO_WEEKS_ON)


@pytest.mark.parametrize(
    ("attempts", "today", "known", "name", "next_thing"),
    [
        ([], MONDAY, {}, "open", "call"),
        ([], MONDAY, {"can_call": False}, "open", "write"),
        ([], MONDAY, {"since": MONDAY - 41 * DAY}, "open", "call"),
        ([], MONDAY, {"since": MONDAY - 42 * DAY}, "lapsed", "none"),
        ([], MONDAY, {"silent": True}, "lapsed", "none"),
        ([email()], TWO_WEEKS_ON, {"silent": True}, "nudge_due", "nudge"),
        ([call("no_answer")], MONDAY, {}, "called", "write"),
        ([call("left_message")], MONDAY, {}, "called", "write"),
        ([call("left_message")], MONDAY + 20 * DAY, {}, "called", "write"),
        ([call("left_message")], MONDAY + 21 * DAY, {}, "closed", "none"),
        ([call("no_answer"), call("no_answer")], MONDAY, {}, "called", "write"),
        ([call("later")], MONDAY, {}, "waiting", "wait"),
        ([call("later")], TWO_WEEKS_ON, {}, "nudge_due", "nudge"),
        ([call("later"), NUDGE], TWO_WEEKS_ON + 14 * DAY, {}, "closed", "none"),
        ([call("declined")], MONDAY, {}, "closed", "none"),
        ([call("spoke")], MONDAY, {}, "answered", "write_down"),
        ([call("spoke")], MONDAY + 21 * DAY, {}, "closed", "none"),
        ([email()], TWO_WEEKS_ON - DAY, {}, "waiting", "wait"),
        ([email()], TWO_WEEKS_ON, {}, "nudge_due", "nudge"),
        ([email()], TWO_WEEKS_ON + 20 * DAY, {}, "nudge_due", "nudge"),
        ([email()], TWO_WEEKS_ON + 21 * DAY, {}, "closed", "none"),
        ([call("left_message"), email()], MONDAY, {}, "waiting", "wait"),
        ([call("left_message"), email()], TWO_WEEKS_ON, {}, "nudge_due", "nudge"),
        ([email(), NUDGE], TWO_WEEKS_ON, {}, "waiting", "wait"),
        ([email(), NUDGE], TWO_WEEKS_ON + 14 * DAY, {}, "closed", "none"),
        ([email(), call("no_answer", TWO_WEEKS_ON)], TWO_WEEKS_ON, {}, "waiting", "wait"),
        ([email(), call("no_answer", TWO_WEEKS_ON)], TWO_WEEKS_ON + 14 * DAY, {}, "closed", "none"),
        ([email(), email()], TWO_WEEKS_ON, {}, "closed", "none"),
        ([email()._replace(result="answered")], MONDAY, {}, "answered", "write_down"),
        ([email()._replace(result="declined")], MONDAY, {}, "closed", "none"),
        ([email()._replace(follow_up_on=None)], MONDAY + 13 * DAY, {}, "waiting", "wait"),
        ([email()._replace(follow_up_on=None)], MONDAY + 14 * DAY, {}, "nudge_due", "nudge"),
        ([call("spoke")], MONDAY, {"feedback_on": MONDAY}, "answered", "thank"),
        ([call("spoke")], MONDAY, {"feedback_on": MONDAY, "generic": True}, "answered", "thank"),
        ([call("spoke")], MONDAY, {"feedback_on": MONDAY, "invited": True}, "answered", "thank"),
        ([call("spoke")], MONDAY, INVITED, "answered", "probe"),
        ([call("declined")], MONDAY, {"feedback_on": MONDAY}, "answered", "thank"),
        ([email(), NUDGE], TWO_WEEKS_ON, {"feedback_on": TWO_WEEKS_ON}, "answered", "thank"),
        ([], MONDAY, {"feedback_on": MONDAY}, "answered", "thank"),
        (
            [email(), email("probe", TWO_WEEKS_ON)],
            TWO_WEEKS_ON,
            {"feedback_on": TWO_WEEKS_ON, "generic": True},
            "probing",
            "wait",
        ),
        (
            [email(), email("probe", TWO_WEEKS_ON)],
            TWO_WEEKS_ON + 14 * DAY,
            {"feedback_on": TWO_WEEKS_ON, "generic": True},
            "closed",
            "none",
        ),
        (
            [email(), email("probe", TWO_WEEKS_ON)],
            TWO_WEEKS_ON + 2 * DAY,
            {"feedback_on": TWO_WEEKS_ON + 2 * DAY, "generic": True},
            "answered",
            "thank",
        ),
        (
            [email(), email("thanks", TWO_WEEKS_ON)],
            TWO_WEEKS_ON,
            {"feedback_on": MONDAY},
            "closed",
            "none",
        ),
        (
            [email(), email("probe", TWO_WEEKS_ON)._replace(after_words=False)],
            TWO_WEEKS_ON,
            {"feedback_on": TWO_WEEKS_ON},
            "answered",
            "thank",
        ),
        ([email()], MONDAY + 21 * DAY, {"feedback_on": MONDAY}, "closed", "none"),
    ],
)
def test_an_ask_goes_one_step_at_a_time(attempts, today, known, name, next_thing):
    state = ask_state(attempts, today, **known)
    assert (state.name, state.next) == (name, next_thing)
    assert state.over == (next_thing == "none")
    assert bool(state.label) == (next_thing not in ("none", "wait"))
    assert len(state.label) <= 26


def test_the_follow_up_day_skips_weekends_and_the_persons_own_holidays():
    assert follow_up_on(date(2026, 10, 30), "AU", "VIC") == date(2026, 11, 16)
    assert follow_up_on(date(2026, 10, 30), "AU", "NSW") == date(2026, 11, 13)


def test_silence_is_put_down_to_nothing_about_the_person():
    state = ask_state([email(), NUDGE], TWO_WEEKS_ON + 14 * DAY)
    assert state.why == QUIET
    assert "says nothing about you" in QUIET
    assert ask_state([call("declined")], MONDAY).why == DECLINED
    assert ask_state([email("thanks")], MONDAY, feedback_on=MONDAY).why == DONE


def test_waiting_names_the_day():
    assert ask_state([email()], MONDAY).why == "Nothing to do before Mon 16 Mar 2026."
    due = ask_state([email()], TWO_WEEKS_ON)
    assert due.why.startswith("Nothing heard since Mon 2 Mar 2026.")


def test_replies_are_not_counted_among_the_two_messages():
    asked = [email(), NUDGE, email("probe"), email("thanks")]
    assert ask_state(asked, TWO_WEEKS_ON, feedback_on=TWO_WEEKS_ON).written == 2
    assert may_write([email(), email("probe")])
    assert not may_write([email(), NUDGE])
    assert may_write([call("no_answer"), call("no_answer"), email()])


ON_ITS_WAY = {
    "nudge": ("email", "nudge"),
    "probe": ("email", "probe"),
    "thank": ("email", "thanks"),
}


@settings(max_examples=100, deadline=None)
@given(st.data(), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.booleans())
def test_whatever_people_do_it_ends_and_no_third_message_is_proposed(data, start, can_call):
    """A person follows or ignores what is proposed; the other side answers, or not."""
    attempts, feedback_on, generic, invited, today = [], None, False, False, start
    while today < start + 200 * DAY:
        known = {"feedback_on": feedback_on, "generic": generic, "invited": invited}
        state = ask_state(attempts, today, can_call=can_call, since=start, **known)
        if state.next in ("write", "nudge"):
            assert may_write(attempts)
        if state.turns_on is not None:
            assert state.turns_on > today
        if state.next == "write_down":
            feedback_on, generic, invited = (
                today,
                data.draw(st.booleans()),
                data.draw(st.booleans()),
            )
        elif state.next not in ("wait", "none") and data.draw(st.booleans()):
            channel, purpose = ON_ITS_WAY.get(state.next, ("email", "ask"))
            result = "sent"
            if state.next == "call":
                channel = "call"
                result = data.draw(st.sampled_from(list(RESULTS)[:5]))
            attempts.append(AskAttempt(today, channel, result, purpose, follow_up_on(today, "AU")))
        elif state.next == "wait" and data.draw(st.booleans()):
            feedback_on, generic, invited = (
                today,
                data.draw(st.booleans()),
                data.draw(st.booleans()),
            )
        today += data.draw(st.integers(1, 9)) * DAY
    state = ask_state(attempts, today, can_call=can_call, since=start, **known)
    assert state.over
    assert sum(attempt.written for attempt in attempts) <= 2
    assert sum(attempt.purpose == "probe" for attempt in attempts) <= 1
    assert sum(attempt.purpose == "thanks" for attempt in attempts) <= 1


days_near = st.integers(-40, 60).map(lambda gap: MONDAY + gap * DAY)
any_attempt = st.builds(
    AskAttempt,
    days_near,
    st.sampled_from(["call", "email", "in_person", "portal"]),
    st.sampled_from(list(RESULTS)),
    st.sampled_from(["ask", "nudge", "probe", "thanks"]),
    st.none() | days_near,
)


@given(
    st.lists(any_attempt, max_size=5),
    days_near,
    st.booleans(),
    st.none() | days_near,
    st.none() | days_near,
    st.booleans(),
)
def test_the_state_holds_until_the_day_it_turns_and_then_changes(
    attempts, today, can_call, since, feedback_on, generic
):
    known = {"can_call": can_call, "since": since, "feedback_on": feedback_on, "generic": generic}
    known["invited"] = can_call != generic
    state = ask_state(attempts, today, **known)
    until = state.turns_on or today + 400 * DAY
    assert until > today
    between = today + (until - today) // 2
    assert ask_state(attempts, between, **known) == state
    assert ask_state(attempts, until - DAY, **known) == state
    if state.turns_on is not None:
        assert ask_state(attempts, until, **known) != state
    assert state.next not in ("write", "nudge") or may_write(attempts)
