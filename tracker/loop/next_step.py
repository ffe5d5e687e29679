"""The one most useful next step for an application, and when time alone will change it."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

from tracker.loop.stage import Stage
from tracker.values.days import LAST_MOMENT, day_of, days_after, start_of
from tracker.values.formatting import clock, full_day

Kind = Literal[
    "rest",
    "none",
    "answer_offer",
    "prepare_interview",
    "await_interview",
    "review_interview",
    "follow_up",
    "record_rejection",
    "write_feedback",
    "put_away",
    "ask",
    "send_letter",
    "nudge",
    "probe",
    "thank",
    "read_feedback",
    "pick_point",
    "own_lesson",
    "do_action",
    "wait",
]

INTERVIEW_LASTS = timedelta(hours=1)
SILENT_FOR = 21
"""Days without a word after which it is silence, for somebody whose usual is not known yet."""
FRESH_FOR = 21  # days in which an interview is remembered well enough to write about


class Facts(NamedTuple):
    """What decides, each an attribute of an application by the same name."""

    stage: str
    archived: bool
    stage_since: datetime | None
    applied_on: date | None
    next_interview_at: datetime | None
    unreviewed_interview_at: datetime | None
    offer_open: bool
    rejection_recorded: bool
    rest_until: datetime | None
    closes_on: date | None
    followed_up_on: date | None = None
    ask_next: str = "none"
    ask_turns_on: date | None = None
    feedback_unread: int = 0
    points_open: int = 0
    actions_open: int = 0
    action_due_on: date | None = None
    loop_ended: bool = False
    quiet_days: int = SILENT_FOR
    """After how many days without a word it is silence, by what is usual for this person."""

    @property
    def is_open(self) -> bool:
        """Whether an answer may still come."""
        return self.stage in Stage.OPEN


class NextStep(NamedTuple):
    """The label fits a card's button and is empty where there is nothing to do."""

    kind: Kind
    label: str
    why: str


NONE = NextStep("none", "", "")
REST = NextStep("rest", "", "Resting. Nothing needs you here.")
ANSWER_OFFER = NextStep(
    "answer_offer", "Answer the offer", "They made an offer. Say yes, or decline with thanks."
)
REVIEW_INTERVIEW = NextStep(
    "review_interview", "How did it go?", "A few words now help you at the next interview."
)
RECORD_REJECTION = NextStep(
    "record_rejection", "What did they say?", "Keep their words while you have them, or skip this."
)
WRITE_FEEDBACK = NextStep(
    "write_feedback", "Write it down", "In their own words, while you remember them."
)
ASK = NextStep("ask", "Ask for advice", "Two minutes by phone, with the words in view.")
LETTER = NextStep(
    "send_letter", "Send the email", "A few lines, ready to send from your own mail app."
)
NUDGE = NextStep("nudge", "Send the one nudge", "One reminder is fine; then you are done.")
PROBE = NextStep(
    "probe", "Ask one probe", "Their answer stays general. One question may bring more."
)
THANK = NextStep("thank", "Say thank you", "They took the time. Two lines keep the door open.")
READ_FEEDBACK = NextStep(
    "read_feedback", "Read what they said", "Tap the sentences that count. Some are not about you."
)
PICK_POINT = NextStep(
    "pick_point", "Pick one thing to act on", "One is enough. Give it a day and a first step."
)
OWN_LESSON = NextStep(
    "own_lesson", "Choose your own next step", "What you noticed yourself counts as much."
)
DO_ACTION = NextStep("do_action", "Do it or move it", "You planned this for about now.")
ACTION_AHEAD = NextStep("wait", "", "You planned an action, for when it suits you.")
PUT_AWAY = NextStep("put_away", "Put it away", "Its loop is closed, so it can leave the board.")


ASKING = {
    "call": ASK,
    "write": LETTER,
    "nudge": NUDGE,
    "write_down": WRITE_FEEDBACK,
    "probe": PROBE,
}
"""What an ask calls for now; waiting and thanking leave room for more useful things."""


def next_step(facts: Facts, now: datetime, zone: tzinfo) -> NextStep:
    """What to do now; days are those of the person's zone."""
    if facts.archived:
        return NONE
    if facts.offer_open:
        return ANSWER_OFFER
    if facts.is_open:
        return _while_open(facts, now, zone)
    until = rests_until(facts, zone)
    if until is not None and now < until:
        return REST
    return _after_a_no(facts, now, zone)


def rests_until(facts: Facts, zone: tzinfo) -> datetime | None:
    """As the person chose; a card that was only moved to Rejected rests until the next day too."""
    if facts.rejection_recorded or facts.stage != "rejected" or facts.stage_since is None:
        return facts.rest_until
    return start_of(days_after(day_of(facts.stage_since, zone), 1), zone)


def _after_a_no(facts: Facts, now: datetime, zone: tzinfo) -> NextStep:
    """The loop: what is due first, then what was said, then asking, then acting on it.

    Interviews are not asked about one by one any more: the ask begins with two lines for all.
    """
    today = day_of(now, zone)
    if facts.action_due_on is not None and facts.action_due_on <= today:
        return DO_ACTION
    if facts.stage == "rejected" and not facts.rejection_recorded:
        return RECORD_REJECTION
    if facts.feedback_unread:
        return READ_FEEDBACK
    if facts.ask_next in ASKING:
        return ASKING[facts.ask_next]
    if facts.points_open and not facts.actions_open and not facts.loop_ended:
        return PICK_POINT
    return _quiet(facts)


def _quiet(facts: Facts) -> NextStep:
    """Nothing presses: wait, or choose, or put the card away."""
    if facts.action_due_on is not None:
        return NextStep("wait", "", f"You planned this for {full_day(facts.action_due_on)}.")
    if facts.ask_next == "thank":
        return THANK
    if facts.ask_next == "wait" and facts.ask_turns_on is not None:
        return NextStep("wait", "", f"Give them until {full_day(facts.ask_turns_on)}.")
    if facts.loop_ended or facts.stage == "action_taken":
        return PUT_AWAY
    if facts.actions_open:
        return ACTION_AHEAD
    if facts.ask_next in ("closed", "answered") and not facts.points_open:
        return OWN_LESSON
    return WRITE_FEEDBACK if facts.stage == "feedback_received" else NONE


def wakes_at(facts: Facts, now: datetime, zone: tzinfo) -> datetime | None:
    """The next moment at which next_step answers differently by time alone.

    On the day that an ask turns, what it calls for has to be read from its attempts again.
    """
    step = next_step(facts, now, zone)
    ask = _ask_turns(facts, zone)
    for moment in sorted(moment for moment in _turns(facts, zone) if moment > now):
        if moment == ask or next_step(facts, moment, zone) != step:
            return moment
    return None


def _ask_turns(facts: Facts, zone: tzinfo) -> datetime | None:
    if facts.ask_turns_on is None or facts.archived or facts.is_open:
        return None
    return start_of(facts.ask_turns_on, zone)


def _while_open(facts: Facts, now: datetime, zone: tzinfo) -> NextStep:
    coming = facts.next_interview_at
    if coming is not None and _prepare_from(coming, zone) <= now < coming:
        return NextStep("prepare_interview", "Prepare", _interview(coming, zone))
    if _reviewable(facts, now, zone):
        return REVIEW_INTERVIEW
    for interview in (coming, facts.unreviewed_interview_at):
        if interview is not None and now - interview < INTERVIEW_LASTS:
            return NextStep("await_interview", "Interview ahead", _interview(interview, zone))
    heard = heard_nothing_since(facts, zone)
    asked = facts.followed_up_on
    quiet_since = _quiet_since(facts, zone)
    if quiet_since is None:
        return NextStep("wait", "", "Nothing to do until they answer.")
    if now >= _silent_from(quiet_since, facts, zone):
        why = f"Nothing heard since {full_day(quiet_since)}. Follow up, or call it a no."
        if asked is not None and asked != heard and asked == quiet_since:
            why = f"Nothing heard since you followed up on {full_day(asked)}. It may be a no."
        return NextStep("follow_up", "Follow up", why)
    until = full_day(days_after(quiet_since, facts.quiet_days))
    return NextStep("wait", "", f"Give them until {until}.")


def _past_interviews(facts: Facts, now: datetime) -> list[datetime]:
    """The summary calls an interview the next one until it is swept, so both columns count."""
    both = (facts.next_interview_at, facts.unreviewed_interview_at)
    return [at for at in both if at is not None and now - at >= INTERVIEW_LASTS]


def _reviewable(facts: Facts, now: datetime, zone: tzinfo) -> bool:
    past = _past_interviews(facts, now)
    return any(now < start_of(days_after(day_of(at, zone), FRESH_FOR + 1), zone) for at in past)


def heard_nothing_since(facts: Facts, zone: tzinfo) -> date | None:
    """The last day on which anything moved; nobody answers before the opening closes."""
    since = facts.stage_since and day_of(facts.stage_since, zone)
    anchor = (facts.applied_on or since) if facts.stage == "applied" else since or facts.applied_on
    if anchor is None:
        return None
    later = [day_of(at, zone) for at in (facts.unreviewed_interview_at,) if at is not None]
    if facts.next_interview_at is not None:
        later.append(day_of(facts.next_interview_at, zone))
    if facts.closes_on is not None:
        later.append(facts.closes_on)
    return max(anchor, *later) if later else anchor


def _quiet_since(facts: Facts, zone: tzinfo) -> date | None:
    """The last day on which anything moved, following up included."""
    days = (heard_nothing_since(facts, zone), facts.followed_up_on)
    return max((day for day in days if day is not None), default=None)


def _silent_from(heard: date, facts: Facts, zone: tzinfo) -> datetime:
    return start_of(days_after(heard, facts.quiet_days + 1), zone)


def _prepare_from(interview: datetime, zone: tzinfo) -> datetime:
    """The start of the day before it."""
    return start_of(days_after(day_of(interview, zone), -1), zone)


def _interview(at: datetime, zone: tzinfo) -> str:
    return f"Interview on {full_day(day_of(at, zone))}, {clock(at, zone)}"


def _turns(facts: Facts, zone: tzinfo) -> list[datetime]:
    """Every moment at which some branch of next_step may turn."""
    until = rests_until(facts, zone)
    turns = [until] if until is not None else []
    days = (facts.ask_turns_on, facts.action_due_on)
    turns += [start_of(day, zone) for day in days if day is not None]
    for at in (facts.next_interview_at, facts.unreviewed_interview_at):
        if at is not None:
            turns.append(start_of(days_after(day_of(at, zone), FRESH_FOR + 1), zone))
            turns += [_prepare_from(at, zone), at]
            if at <= LAST_MOMENT - INTERVIEW_LASTS:
                turns.append(at + INTERVIEW_LASTS)
    quiet_since = _quiet_since(facts, zone)
    if quiet_since is not None:
        turns.append(_silent_from(quiet_since, facts, zone))
    return turns
