"""The loop of a made-up hunt as rows of the database."""

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.demo.hunt_facts import MadeApplication, MadeContact
from tracker.demo.loop_facts import MadeAction, MadeFeedback

Row = dict[str, Any]


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
