"""The one most useful next step for an application."""

from datetime import date, datetime, timedelta, tzinfo

from tracker.loop.facts import Facts
from tracker.loop.quiet_days import (
    heard_nothing_since,
    long_silent_from,
    new_time_awaited_since,
    promised_by,
    quiet_since,
    silent_from,
    waits_until,
)
from tracker.loop.step_kind import Kind
from tracker.loop.steps import (
    ADVICE,
    CANCELLED,
    DAY_TO_COME,
    DECLINED,
    NEW_TIME,
    NO_ANSWER,
    TEST_AHEAD,
    NextStep,
    step,
)
from tracker.values.days import day_of, days_after, start_of
from tracker.values.formatting import TIME_TO_COME, clock, full_day

INTERVIEW_LASTS = timedelta(hours=1)
FRESH_FOR = 21  # days in which an interview is remembered well enough to write about

FROM_THEN = "After that day you can follow up."
UNTIL_THEN = f"They may still answer. {FROM_THEN}"
"""Why there is nothing to do while an application is open and nobody has answered."""
CAN_CLOSE = "You can close it, and open it again if they write."
TAKEN_OFF = "The old time was taken off"
"""Where they want to move an interview, and have named no new time."""

ASKING: dict[str, Kind] = {
    "call": "ask",
    "write": "send_letter",
    "nudge": "nudge",
    "write_down": "write_feedback",
    "probe": "probe",
}
"""What an ask calls for now; waiting and thanking leave room for more useful things."""


def next_step(facts: Facts, now: datetime, zone: tzinfo) -> NextStep:
    """What to do now; days are those of the person's zone."""
    if facts.archived:
        return step("none")
    if facts.offer_open:
        by = facts.offer_answer_by
        why = f"They made an offer. Answer by {full_day(by)}." if by is not None else ""
        return step("answer_offer", why)
    if facts.is_open:
        return _while_open(facts, now, zone)
    until = rests_until(facts, zone)
    if until is not None and now < until:
        return step("rest")
    return _after_a_no(facts, now, zone)


def rests_until(facts: Facts, zone: tzinfo) -> datetime | None:
    """As the person chose; a card that was only moved to Rejected rests until the next day too."""
    if facts.rejection_recorded or facts.stage != "rejected" or facts.stage_since is None:
        return facts.rest_until
    return start_of(days_after(facts.stage_since, 1), zone)


def _after_a_no(facts: Facts, now: datetime, zone: tzinfo) -> NextStep:
    """The loop: what is due first, then what was said, then asking, then acting on it.

    Interviews are not asked about one by one any more: the ask begins with two lines for all.
    """
    today = day_of(now, zone)
    if facts.action_due_on is not None and facts.action_due_on <= today:
        return step("do_action")
    if facts.stage == "rejected" and not facts.rejection_recorded:
        return step("record_rejection")
    if facts.feedback_unread:
        return step("read_feedback")
    if facts.ask_next == "look":
        return step("write_feedback", "They wrote what may help you.", ADVICE)
    if facts.ask_next in ASKING:
        return step(ASKING[facts.ask_next])
    if facts.points_open and not facts.actions_open and not facts.loop_ended:
        return step("pick_point")
    return _quiet(facts)


def _quiet(facts: Facts) -> NextStep:
    """Nothing presses: wait, or choose, or put the card away."""
    if facts.action_due_on is not None:
        return step("wait", f"You planned an action for {full_day(facts.action_due_on)}.")
    if facts.ask_next == "thank":
        return step("thank")
    if facts.ask_next == "wait" and facts.ask_turns_on is not None:
        return step("wait", f"Nothing to do before {full_day(facts.ask_turns_on)}.")
    by_hand = facts.stage == "action_taken" and facts.stage_since is not None
    if facts.loop_ended or (facts.stage == "action_taken" and not by_hand):
        return step("put_away")
    if facts.actions_open:
        return step("wait", "You planned an action, for when it suits you.")
    if by_hand:
        return step("own_lesson", "You moved it here. What did you do? One line is enough.")
    if facts.ask_next in ("closed", "answered") and not facts.points_open:
        return step("own_lesson")
    return step("write_feedback" if facts.stage == "feedback_received" else "none")


def answer_awaited_until(facts: Facts, step: NextStep) -> date | None:
    """The day until which an answer is waited for after a no, where that is all there is."""
    waits = step.kind == "wait" and facts.ask_next == "wait" and facts.action_due_on is None
    return facts.ask_turns_on if waits else None


def _while_open(facts: Facts, now: datetime, zone: tzinfo) -> NextStep:
    if facts.offer_decision == "accepted":
        return step("wait", "You said yes to their offer.")
    coming = facts.next_interview_at
    alone = facts.next_interview_is_test and facts.actions_open > 0
    if coming is not None and not alone and prepare_from(coming, zone) <= now < coming:
        return step("prepare_interview", _coming(coming, facts, zone))
    if facts.action_due_on is not None and facts.action_due_on <= day_of(now, zone):
        return step("do_action")
    if _reviewable(facts, now, zone):
        return step("review_interview")
    if facts.feedback_unread:
        return step("read_feedback")
    if coming is not None and now - coming < INTERVIEW_LASTS:
        ahead = TEST_AHEAD if facts.next_interview_is_test else None
        return step("await_interview", _coming(coming, facts, zone), ahead)
    begun = facts.unreviewed_interview_at
    if begun is not None and now - begun < INTERVIEW_LASTS:
        return step("await_interview", _interview(begun, zone))
    if facts.offer_decision == "declined":
        return step("wait", "You declined their offer.", DECLINED)
    since = quiet_since(facts, zone)
    silent = since is not None and now >= silent_from(since, facts, zone)
    if facts.undated_interview_at is not None and not silent:
        return step("wait", "Its day is not known yet. Add it when they tell you.", DAY_TO_COME)
    cancelled = new_time_awaited_since(facts, zone) is not None
    if facts.action_due_on is not None and coming is None and (silent or not cancelled):
        return step("wait", f"You planned an action for {full_day(facts.action_due_on)}.")
    if facts.points_open and not facts.actions_open:
        return step("pick_point")
    if since is None:
        return step("wait", "Nothing to do until they answer.")
    return _silent(facts, since, now, zone) if silent else _waiting(facts, since, zone)


def _silent(facts: Facts, since: date, now: datetime, zone: tzinfo) -> NextStep:
    """So long that one may ask, or, once they were asked or after half a year, may close it.

    Of what they promised, asking is all that is proposed.
    """
    heard, asked = heard_nothing_since(facts, zone), facts.followed_up_on
    if asked is not None and asked != heard and asked == since:
        why = f"Nothing heard since you followed up on {full_day(asked)}. {CAN_CLOSE}"
        return step("close", why, NO_ANSWER)
    if now >= long_silent_from(since, zone):
        why = f"Nothing heard since {full_day(since)}. {CAN_CLOSE}"
        return step("close", why, NO_ANSWER)
    if since == new_time_awaited_since(facts, zone):
        why = f"{TAKEN_OFF} on {full_day(since)}, and no new time is named. Ask them for one."
        if not facts.new_time_to_come:
            why = f"They cancelled the interview on {full_day(since)}. Nothing heard since."
            why += " Ask how it stands."
        return step("follow_up", why)
    promised = promised_by(facts, zone)
    if promised is not None:
        why = f"They said they would answer by {full_day(promised)}. Follow up, or mark"
        return step("follow_up", f"{why} it as no answer.")
    why = f"Nothing heard since {full_day(since)}. Follow up, or mark it as no answer."
    return step("follow_up", why)


def _waiting(facts: Facts, since: date, zone: tzinfo) -> NextStep:
    """Not so long yet: what they will do, and from when one may ask."""
    until = full_day(waits_until(since, facts, zone))
    cancelled = new_time_awaited_since(facts, zone)
    if cancelled is None and promised_by(facts, zone) is not None:
        return step("wait", f"They say they will answer by {until}. {FROM_THEN}")
    if cancelled is None:
        return step("wait", f"Nothing to do before {until}. {UNTIL_THEN}")
    if since != cancelled:
        why = f"You asked on {full_day(since)}. Nothing to do before {until}."
    elif facts.new_time_to_come:
        why = f"{TAKEN_OFF} on {full_day(cancelled)}. If no new time comes by {until}, ask them."
    else:
        why = f"They cancelled it on {full_day(cancelled)}. If you hear nothing by {until}, "
        why += "ask how it stands."
    return step("wait", why, NEW_TIME if facts.new_time_to_come else CANCELLED)


def _past_interviews(facts: Facts, now: datetime) -> list[datetime]:
    """The summary calls an interview the next one until it is swept, so both columns count."""
    both = (facts.next_interview_at, facts.unreviewed_interview_at)
    return [at for at in both if at is not None and now - at >= INTERVIEW_LASTS]


def _reviewable(facts: Facts, now: datetime, zone: tzinfo) -> bool:
    past = _past_interviews(facts, now)
    return any(now < start_of(days_after(day_of(at, zone), FRESH_FOR + 1), zone) for at in past)


def prepare_from(interview: datetime, zone: tzinfo) -> datetime:
    """When to begin to prepare: the start of the day before it."""
    return start_of(days_after(day_of(interview, zone), -1), zone)


def _coming(at: datetime, facts: Facts, zone: tzinfo) -> str:
    """With its hour, however far away it is."""
    if facts.next_interview_is_test:
        return f"Test by {full_day(day_of(at, zone))}"
    hour = clock(at, zone) if facts.next_interview_hour_known else TIME_TO_COME
    return f"{_interview(at, zone)}, {hour}"


def _interview(at: datetime, zone: tzinfo) -> str:
    return f"Interview on {full_day(day_of(at, zone))}"
