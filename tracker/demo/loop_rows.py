"""The loop of a made-up hunt as rows of the database, its summary included."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.demo.shapes import MadeAction, MadeApplication, MadeContact, MadeFeedback
from tracker.loop.ask_state import Attempt as Tried
from tracker.loop.ask_state import ask_state
from tracker.models.application import Stage
from tracker.models.summary.loop import ANSWERED, UNASKED, LoopSummary

Row = dict[str, Any]


def loop_summary(
    made: MadeApplication, contacts: Sequence[MadeContact], today: date
) -> LoopSummary:
    """What tracker.models.summary.loop would add up from the rows beside."""
    if made.stage in Stage.OPEN:
        return LoopSummary()
    ask_next, turns_on = _ask(made, contacts, today)
    opened = [action.due_on for action in made.actions if action.done_on is None]
    return LoopSummary(
        ask_next=ask_next,
        ask_turns_on=turns_on,
        feedback_unread=sum(each.specific is None and not each.points for each in made.answers),
        points_open=_open_points(made),
        actions_open=len(opened),
        action_due_on=min(opened, default=None),
        loop_ended=any(action.done_on for action in made.actions),
    )


def _ask(
    made: MadeApplication, contacts: Sequence[MadeContact], today: date
) -> tuple[str, date | None]:
    latest = made.answers[-1] if made.answers else None
    if made.rejection is None:
        return ANSWERED if latest else UNASKED
    tried = sorted(made.attempts, key=lambda each: each.on)
    state = ask_state(
        [Tried(each.on, each.channel, each.result, each.kind, each.follow_up_on) for each in tried],
        today,
        can_call=any(contacts[place].phone for place, _ in made.contacts),
        since=made.rejection.on,
        feedback_on=latest.on if latest else None,
        generic=latest is not None and latest.specific is False,
    )
    if state.over and latest is not None:
        return ANSWERED
    return (state.name if state.over else state.next), state.turns_on


def _open_points(made: MadeApplication) -> int:
    answered = {action.answers for action in made.actions}
    return sum(
        point.kind == "improve" and point.agreed != "no" and place not in answered
        for answer in made.answers
        for place, point in enumerate(answer.points)
    )


def check_ins(made: MadeApplication) -> Iterator[Row]:
    for one in made.check_ins:
        yield {
            "before": one.before,
            "after": one.after,
            "after_at": one.after_at,
            "words": one.words,
            "prompt": one.prompt,
            "writing": one.writing,
            "created_at": one.at,
        }


def attempts(made: MadeApplication, contacts: Sequence[int]) -> Iterator[Row]:
    for one in sorted(made.attempts, key=lambda each: each.on):
        yield {
            "contact_id": contacts[one.contact],
            "kind": one.kind,
            "channel": one.channel,
            "result": one.result,
            "wording": one.wording,
            "subject": one.subject,
            "body": one.body,
            "note": one.note,
            "on": one.on,
            "follow_up_on": one.follow_up_on,
            "created_at": one.at,
        }


def feedback(one: MadeFeedback, contacts: Sequence[int], people: Sequence[MadeContact]) -> Row:
    return {
        "contact_id": contacts[one.contact],
        "giver": people[one.contact].name,
        "channel": one.channel,
        "received_on": one.on,
        "words": one.words,
        "specific": one.specific,
        "created_at": one.at,
        "version": 1,
    }


def points(one: MadeFeedback, themes: dict[str, int]) -> Iterator[Row]:
    for point in one.points:
        yield {
            "quote": point.quote,
            "kind": point.kind,
            "theme_id": themes.get(point.theme),
            "specific": True,
            "agreed": point.agreed,
            "created_at": one.at,
        }


def action(one: MadeAction) -> Row:
    return {
        "kind": one.kind,
        "what": one.what,
        "cue": one.cue,
        "plan": one.plan,
        "first_step": one.first_step,
        "due_on": one.due_on,
        "done_on": one.done_on,
        "proof": one.proof,
        "created_at": one.at,
        "updated_at": one.updated_at,
        "version": 1,
    }
