from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.loop.facts import Facts
from tracker.loop.next_step import next_step
from tracker.loop.wake import wakes_at
from tracker.values.days import day_of

SYDNEY = ZoneInfo("Australia/Sydney")
NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)  # Wednesday 13:00 in Sydney
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def since(moment: datetime) -> date:
    return moment.astimezone(SYDNEY).date()


def facts(stage: str = "applied", **known: object) -> Facts:
    nothing = Facts(stage, False, None, None, None, None, False, False, None, None)
    return nothing._replace(**known)


@pytest.mark.parametrize(
    ("given_facts", "kind"),
    [
        (facts(archived=True, offer_open=True), "none"),
        (facts("interview", offer_open=True, next_interview_at=NOW + HOUR), "answer_offer"),
        (facts("rejected", offer_open=True, rest_until=NOW + DAY), "answer_offer"),
        (facts("interview", next_interview_at=NOW + 34 * HOUR), "prepare_interview"),
        (facts("applied", next_interview_at=NOW + HOUR), "prepare_interview"),
        (
            facts("interview", next_interview_at=NOW + HOUR, unreviewed_interview_at=NOW - DAY),
            "prepare_interview",
        ),
        (facts("interview", next_interview_at=NOW + 35 * HOUR), "await_interview"),
        (facts("interview", next_interview_at=NOW - HOUR / 2), "await_interview"),
        (facts("interview", unreviewed_interview_at=NOW - HOUR / 2), "await_interview"),
        (facts("interview", next_interview_at=NOW - HOUR), "review_interview"),
        (facts("interview", unreviewed_interview_at=NOW - DAY), "review_interview"),
        (
            facts("interview", next_interview_at=NOW + 9 * DAY, unreviewed_interview_at=NOW - DAY),
            "review_interview",
        ),
        (
            facts(
                "interview",
                stage_since=since(NOW - 60 * DAY),
                unreviewed_interview_at=NOW - 40 * DAY,
            ),
            "follow_up",
        ),
        (facts(applied_on=date(2026, 3, 1)), "wait"),
        (facts(applied_on=date(2026, 2, 11)), "wait"),
        (facts(applied_on=date(2026, 2, 10)), "follow_up"),
        (facts(applied_on=date(2026, 2, 10), quiet_days=22), "wait"),
        (facts(applied_on=date(2026, 2, 24), quiet_days=7), "follow_up"),
        (facts(applied_on=date(2026, 2, 25), quiet_days=7), "wait"),
        (facts(applied_on=date(2026, 2, 10), stage_since=since(NOW)), "follow_up"),
        (facts(applied_on=date(2026, 2, 10), closes_on=date(2026, 2, 20)), "wait"),
        (facts(stage_since=since(NOW - 22 * DAY)), "follow_up"),
        (facts("interview", applied_on=date(2025, 12, 1), stage_since=since(NOW - DAY)), "wait"),
        (facts("interview", stage_since=since(NOW - 22 * DAY)), "follow_up"),
        (facts("interview", applied_on=date(2025, 12, 1)), "follow_up"),
        (
            facts("interview", rest_until=NOW + DAY, next_interview_at=NOW + HOUR),
            "prepare_interview",
        ),
        (facts(), "wait"),
        (facts("rejected"), "record_rejection"),
        (facts("rejected", stage_since=since(NOW - 400 * DAY)), "record_rejection"),
        (facts("rejected", rest_until=NOW + HOUR), "rest"),
        (facts("rejected", rest_until=NOW), "record_rejection"),
        (facts("rejected", rejection_recorded=True), "none"),
        (facts("rejected", rejection_recorded=True, rest_until=NOW + HOUR), "rest"),
        (
            facts(
                "rejected",
                rejection_recorded=True,
                unreviewed_interview_at=NOW - 3 * DAY,
                ask_next="call",
            ),
            "ask",
        ),
        (
            facts("rejected", rejection_recorded=True, unreviewed_interview_at=NOW - 3 * DAY),
            "none",
        ),
        (
            facts(
                "rejected",
                rejection_recorded=True,
                unreviewed_interview_at=NOW - 3 * DAY,
                rest_until=NOW + HOUR,
            ),
            "rest",
        ),
        (
            facts("rejected", rejection_recorded=True, unreviewed_interview_at=NOW - 40 * DAY),
            "none",
        ),
        (facts("rejected", stage_since=since(NOW - HOUR)), "rest"),
        (facts("rejected", stage_since=since(NOW - 14 * HOUR)), "record_rejection"),
        (facts("feedback_received"), "write_feedback"),
        (facts("feedback_received", points_open=1), "pick_point"),
        (facts("action_taken", points_open=1, loop_ended=True), "put_away"),
        (facts("feedback_received", rest_until=NOW + HOUR), "rest"),
        (facts("action_taken", stage_since=since(NOW - 400 * DAY)), "own_lesson"),
        (facts("action_taken", stage_since=since(NOW - DAY), points_open=1), "pick_point"),
        (facts("action_taken", stage_since=since(NOW - DAY), loop_ended=True), "put_away"),
        (facts("action_taken", stage_since=since(NOW - DAY), actions_open=1), "wait"),
        (facts("action_taken", stage_since=None), "put_away"),
        (facts("action_taken", rest_until=NOW + HOUR), "rest"),
    ],
)
def test_each_application_has_one_next_step(given_facts, kind):
    assert next_step(given_facts, NOW, SYDNEY).kind == kind


@pytest.mark.parametrize("stage", ["rejected", "feedback_received", "action_taken"])
def test_a_resting_card_asks_for_nothing(stage):
    step = next_step(facts(stage, rest_until=NOW + DAY), NOW, SYDNEY)
    assert (step.kind, step.label) == ("rest", "")
    assert wakes_at(facts(stage, rest_until=NOW + DAY), NOW, SYDNEY) == NOW + DAY


def test_silence_is_counted_in_the_persons_own_days():
    sent = facts(applied_on=date(2026, 2, 10))
    turns = datetime(2026, 3, 3, 13, tzinfo=UTC)  # Sydney's midnight of 4 March
    assert next_step(sent, turns - timedelta(seconds=1), SYDNEY).kind == "wait"
    assert next_step(sent, turns, SYDNEY).kind == "follow_up"
    assert next_step(sent, turns, UTC).kind == "wait"
    assert wakes_at(sent, turns - 5 * DAY, SYDNEY) == turns


def test_an_interview_is_awaited_prepared_the_whole_day_before_held_and_reviewed():
    at = NOW + 5 * DAY  # 13:00 in Sydney
    one = facts("interview", stage_since=since(NOW), next_interview_at=at)
    story, now = [], NOW
    while now is not None:
        story.append((next_step(one, now, SYDNEY).kind, now))
        now = wakes_at(one, now, SYDNEY)
    assert [kind for kind, _ in story] == [
        "await_interview",
        "prepare_interview",
        "await_interview",
        "review_interview",
        "follow_up",
        "close",
    ]
    assert [when for _, when in story[1:4]] == [at - 37 * HOUR, at, at + HOUR]


def test_reasons_name_the_day_and_the_hour_on_the_persons_clock():
    coming = facts("interview", next_interview_at=datetime(2026, 3, 4, 23, tzinfo=UTC))
    assert next_step(coming, NOW, SYDNEY).why == "Interview on Thu 5 Mar 2026, 10:00"
    assert (
        next_step(coming._replace(next_interview_hour_known=False), NOW, SYDNEY).why
        == "Interview on Thu 5 Mar 2026, time not known yet"
    )
    silent = next_step(facts(applied_on=date(2026, 1, 5)), NOW, SYDNEY)
    assert silent.label == "Follow up"
    assert silent.why == "Nothing heard since Mon 5 Jan 2026. Follow up, or mark it as no answer."


def test_following_up_starts_the_silence_afresh():
    silent = facts(applied_on=date(2026, 1, 5))
    asked = silent._replace(followed_up_on=date(2026, 2, 20))
    assert next_step(silent, NOW, SYDNEY).kind == "follow_up"
    assert next_step(asked, NOW, SYDNEY).why.startswith(
        "Nothing to do before Fri 13 Mar 2026. They"
    )
    again = next_step(asked, NOW + 30 * DAY, SYDNEY)
    assert again.kind == "close"
    assert again.why.startswith("Nothing heard since you followed up on Fri 20 Feb 2026. You can ")
    assert again.label == "Mark as no answer"
    assert again.href(7) == "/applications/7/rejection?how=silence"


CANCELLED = facts(
    "interview",
    stage_since=since(NOW - 9 * DAY),
    cancelled_interview_at=NOW,
    new_time_to_come=True,
)


def test_after_they_want_to_move_it_one_waits_a_few_working_days_and_then_asks():
    waits = next_step(CANCELLED, NOW, SYDNEY)
    assert (waits.kind, waits.label, waits.href(7)) == ("wait", "No new time yet", None)
    assert waits.why == (
        "The old time was taken off on Wed 4 Mar 2026. "
        "If no new time comes by Wed 11 Mar 2026, ask them."
    )
    wakes = wakes_at(CANCELLED, NOW, SYDNEY)
    assert since(wakes) == date(2026, 3, 12)
    asks = next_step(CANCELLED, wakes, SYDNEY)
    assert (asks.kind, asks.label) == ("follow_up", "Follow up")
    assert asks.why == (
        "The old time was taken off on Wed 4 Mar 2026, and no new time is named. Ask them for one."
    )
    asked = CANCELLED._replace(followed_up_on=date(2026, 3, 12))
    again = next_step(asked, wakes, SYDNEY)
    assert again.label == "No new time yet"
    assert again.why == "You asked on Thu 12 Mar 2026. Nothing to do before Thu 2 Apr 2026."
    assert next_step(asked, NOW + 60 * DAY, SYDNEY).label == "Mark as no answer"


def test_after_they_cancelled_it_no_new_time_is_spoken_of_that_nobody_named():
    off = CANCELLED._replace(new_time_to_come=False)
    waits = next_step(off, NOW, SYDNEY)
    assert (waits.kind, waits.label, waits.href(7)) == ("wait", "Interview cancelled", None)
    assert waits.why == (
        "They cancelled it on Wed 4 Mar 2026. "
        "If you hear nothing by Wed 11 Mar 2026, ask how it stands."
    )
    wakes = wakes_at(off, NOW, SYDNEY)
    assert since(wakes) == date(2026, 3, 12)
    asks = next_step(off, wakes, SYDNEY)
    assert (asks.kind, asks.label) == ("follow_up", "Follow up")
    assert asks.why == (
        "They cancelled the interview on Wed 4 Mar 2026. Nothing heard since. Ask how it stands."
    )
    asked = off._replace(followed_up_on=date(2026, 3, 12))
    again = next_step(asked, wakes, SYDNEY)
    assert again.label == "Interview cancelled"
    assert again.why == "You asked on Thu 12 Mar 2026. Nothing to do before Thu 2 Apr 2026."


@pytest.mark.parametrize(
    "newer",
    [
        {"next_interview_at": NOW + 9 * DAY},
        {"undated_interview_at": NOW},
        {"stage_since": since(NOW + DAY)},
        {"stage": "rejected", "rejection_recorded": True},
        {"offer_decision": "countered"},
        {"offer_open": True},
        {"archived": True},
    ],
)
def test_what_is_known_since_counts_and_not_what_they_cancelled(newer):
    step = next_step(CANCELLED._replace(**newer), NOW + 2 * DAY, SYDNEY)
    assert step.label not in ("No new time yet", "Interview cancelled")
    assert "cancelled" not in step.why


@pytest.mark.parametrize("days", [3, 100])
def test_while_something_is_planned_for_a_later_day_nobody_is_followed_up(days):
    planned = facts(applied_on=since(NOW - days * DAY), action_due_on=since(NOW + 2 * DAY))

    step = next_step(planned, NOW, SYDNEY)
    assert (step.kind, step.why) == ("wait", "You planned an action for Fri 6 Mar 2026.")

    off = planned._replace(stage="interview", cancelled_interview_at=NOW, stage_since=since(NOW))
    assert next_step(off, NOW, SYDNEY).label == "Interview cancelled"
    undated = planned._replace(stage="interview", undated_interview_at=NOW - DAY)
    undated = undated._replace(applied_on=None, stage_since=since(NOW - DAY))
    assert next_step(undated, NOW, SYDNEY).label == "Add its day"


def test_after_half_a_year_of_silence_one_would_rather_close_it_than_ask():
    card = facts(applied_on=date(2026, 3, 4))

    asks, closes = (next_step(card, NOW + days * DAY, SYDNEY) for days in (181, 182))
    assert (asks.kind, asks.label) == ("follow_up", "Follow up")
    assert (closes.kind, closes.label) == ("close", "Mark as no answer")
    assert closes.why == (
        "Nothing heard since Wed 4 Mar 2026. You can close it, and open it again if they write."
    )


@pytest.mark.parametrize("stage", ["applied", "interview"])
def test_after_one_declined_their_offer_nothing_is_waited_for_and_nobody_is_followed_up(stage):
    declined = facts(stage, stage_since=since(NOW - 400 * DAY), offer_decision="declined")

    step = next_step(declined, NOW, SYDNEY)
    assert (step.kind, step.why, step.label) == ("wait", "You declined their offer.", "Archive")
    assert wakes_at(declined, NOW, SYDNEY) is None
    ahead = declined._replace(next_interview_at=NOW + HOUR)
    assert next_step(ahead, NOW, SYDNEY).kind == "prepare_interview"


def test_an_interview_whose_day_is_not_known_yet_leads_until_it_is_silence():
    undated = facts(applied_on=date(2026, 1, 5), created_at=NOW - 50 * DAY)
    noted = undated._replace(undated_interview_at=NOW)
    step = next_step(noted, NOW, SYDNEY)
    assert (step.kind, step.label) == ("wait", "Add its day")
    assert step.href(7) == "/applications/7/interviews/undated"
    assert next_step(noted, NOW + 30 * DAY, SYDNEY).kind == "follow_up"
    old = undated._replace(undated_interview_at=undated.created_at)
    assert next_step(old, NOW, SYDNEY).kind == "follow_up"  # it came with its card


def test_an_interview_after_following_up_counts_as_hearing_from_them():
    heard = facts("interview", followed_up_on=date(2025, 12, 1), stage_since=since(NOW - 40 * DAY))
    step = next_step(heard, NOW, SYDNEY)
    assert step.why.startswith("Nothing heard since Fri 23 Jan 2026.")


def test_a_label_fits_a_cards_button():
    every = [facts(stage, offer_open=offer) for stage in STAGES for offer in (True, False)]
    every += [facts("interview", next_interview_at=NOW + hours * HOUR) for hours in (-2, 2, 200)]
    for one in every:
        step = next_step(one, NOW, SYDNEY)
        assert len(step.label) <= 26
        assert bool(step.label) == (step.kind not in {"rest", "none", "wait"})


def test_an_archived_card_never_wakes():
    every = facts("interview", archived=True, next_interview_at=NOW + DAY, rest_until=NOW + DAY)
    assert wakes_at(every, NOW, SYDNEY) is None


@pytest.mark.parametrize("stage", ["rejected", "feedback_received", "action_taken"])
@pytest.mark.parametrize("ask", ["wait", "call", "nudge", "probe", "thank"])
def test_a_card_wakes_on_the_day_on_which_its_ask_turns(stage, ask):
    """What comes then stands in the rows beside it, so it can't be told from these facts."""
    asked = facts(stage, rejection_recorded=True, ask_next=ask, ask_turns_on=date(2026, 3, 11))
    turns = datetime(2026, 3, 10, 13, tzinfo=UTC)  # midnight in Sydney

    assert wakes_at(asked, NOW, SYDNEY) == turns
    assert wakes_at(asked._replace(archived=True), NOW, SYDNEY) is None
    assert wakes_at(asked, turns, SYDNEY) is None


STAGES = ["applied", "interview", "rejected", "feedback_received", "action_taken"]
moments = st.none() | st.timedeltas(-60 * DAY, 60 * DAY).map(lambda gap: NOW + gap)
far_moments = moments | st.datetimes(timezones=st.just(UTC))
dates = st.none() | st.integers(-60, 60).map(lambda gap: NOW.date() + gap * DAY) | st.dates()
any_facts = st.builds(
    Facts,
    st.sampled_from(STAGES),
    st.booleans(),
    dates,
    dates,
    far_moments,
    far_moments,
    st.booleans(),
    st.booleans(),
    far_moments,
    dates,
    dates,
    next_interview_hour_known=st.booleans(),
    next_interview_is_test=st.booleans(),
    quiet_days=st.integers(7, 42),
    undated_interview_at=far_moments,
    cancelled_interview_at=far_moments,
    new_time_to_come=st.booleans(),
    created_at=far_moments,
)
zones = st.sampled_from(
    [UTC, *map(ZoneInfo, ("Australia/Sydney", "Asia/Beirut", "Pacific/Kiritimati"))]
)


@given(any_facts, zones, st.floats(0, 1, exclude_max=True))
@example(facts(applied_on=date.max), SYDNEY, 0.5)
@example(facts("rejected", rest_until=datetime.max.replace(tzinfo=UTC)), SYDNEY, 0.5)
def test_the_step_holds_until_the_moment_it_wakes_and_then_changes(given_facts, zone, part):
    step = next_step(given_facts, NOW, zone)
    wakes = wakes_at(given_facts, NOW, zone)
    until = wakes or datetime(2400, 1, 1, tzinfo=UTC)
    assert until > NOW
    between = NOW + (until - NOW) * part
    assert next_step(given_facts, between, zone) == step or between >= until
    if wakes is not None:
        before = wakes - timedelta(microseconds=1)
        assert next_step(given_facts, max(before, NOW), zone) == step
        turned = next_step(given_facts, wakes, zone) != step
        assert turned or day_of(wakes, zone) == given_facts.ask_turns_on


def test_the_day_by_which_they_say_they_answer_is_waited_for_and_named() -> None:
    wrote, by = date(2026, 3, 1), date(2026, 4, 20)
    said = facts(applied_on=date(2026, 2, 1), acknowledged_on=wrote, answers_by=by)

    ahead, past = (next_step(said, NOW + days * DAY, SYDNEY) for days in (0, 60))

    assert (ahead.kind, past.kind) == ("wait", "follow_up")
    assert ahead.why.startswith("They say they will answer by ")
    assert past.why.startswith("They said they would answer by ")
    moved = said._replace(stage="interview", stage_since=date(2026, 3, 2))
    assert "answer by" not in next_step(moved, NOW, SYDNEY).why
