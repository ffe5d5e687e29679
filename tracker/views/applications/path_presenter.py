"""The path from a no to the next step as it reads: each part with a word and where it is done."""

from datetime import datetime
from typing import NamedTuple

from tracker.loop.ending import SAID_NO, no_words
from tracker.loop.outcome import Outcome
from tracker.loop.path import PathFacts, State, path
from tracker.loop.reasons import REASONS, Reason
from tracker.loop.step_kind import PARTS, Part
from tracker.loop.steps import ADVICE, NextStep
from tracker.models.application import Application
from tracker.models.rejection import SILENCE, WAYS
from tracker.models.summary import facts_of
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, plural
from tracker.views.applications.planned_presenter import SHOWN

NAMES: dict[Part, str] = {
    "no": SAID_NO,
    "moment": "Take a moment",
    "ask": "Ask for advice",
    "answer": "Their feedback",
    "act": "Act on it",
    "onward": "Onward",
}
ENDED = {"no_answer": "No answer", "taken_back": "They took it back"}
"""What the first part is called where nobody said a plain no."""
STATES: dict[State, str] = {"done": "Done", "now": "Now", "later": "Later", "skipped": "Skipped"}
LATER: dict[Part, str] = {
    "no": "In their own words, while you have them.",
    "moment": "If you want to. Only you can see it.",
    "ask": "When you are ready: a short call, or an email.",
    "answer": "Word for word, once they tell you.",
    "act": "One thing, with a day and a small first step.",
    "onward": "Use it in the next application.",
}
SKIPPED: dict[Part, str] = LATER | {
    "moment": "You can still do this.",
    "ask": "You can still ask.",
    "answer": "Many people get no answer to this, so it says nothing about you.",
}
THEIR_ADVICE = "They wrote what may help you, in their no."
QUESTIONS: dict[Part, str] = {"no": "Why write it down?"}
"""Where "Why this?" would ask why they said no."""


class PathLink(NamedTuple):
    """Where a part is done."""

    label: str
    href: str


class PresentedPathPart(NamedTuple):
    """What the template shows of one part."""

    part: Part
    name: str
    state: State
    state_label: str
    words: str
    links: list[PathLink]
    question: str
    reasons: tuple[Reason, ...]


def present_path(
    application: Application, step: NextStep, travelled: PathFacts, now: datetime, user: User
) -> list[PresentedPathPart]:
    """The six parts in their order."""
    closed = application.outcome == Outcome.LOOP_CLOSED
    states = path(facts_of(application), step, travelled, closed)
    done = _done(application, travelled, now, user)
    return [
        PresentedPathPart(
            part,
            _no_name(application) if part == "no" else NAMES[part],
            states[part],
            STATES[states[part]],
            _words(part, states[part], step, done, travelled, application.ask_next == "look"),
            _links(part, states[part], application, travelled, step),
            QUESTIONS.get(part, "Why this?"),
            REASONS[part],
        )
        for part in PARTS
    ]


def _no_name(application: Application) -> str:
    return ENDED.get(application.ending or "") or no_words(application.role_closed)


def _words(
    part: Part,
    state: State,
    step: NextStep,
    done: dict[Part, str],
    travelled: PathFacts,
    advised: bool,
) -> str:
    if advised and (part, state) == ("answer", "later"):
        return THEIR_ADVICE
    if state == "now":
        if part == "moment":  # that it is paused, and until when, stands above the path
            return (done if travelled.moment else LATER)[part]
        return done[part] if part == "onward" and done[part].startswith("Used") else step.why
    return {"done": done, "later": LATER, "skipped": SKIPPED}[state][part]


def _done(
    application: Application, travelled: PathFacts, now: datetime, user: User
) -> dict[Part, str]:
    on = application.rejection_on
    way, known = WAYS.get(travelled.how or "", ""), day(on, day_of(now, user.zone)) if on else ""
    acted = f"{plural(travelled.done, 'action')} done."
    used = f"Used in {plural(travelled.used, 'later application')}."
    answers = f"{plural(travelled.answers, 'answer')}, {plural(travelled.points, 'point')} in it."
    return {
        "no": f"{way}, {in_sentence(known)}" if way and known else way or known,
        "moment": "You took a moment. Only you can see it.",
        "ask": f"You asked {travelled.attempts} times." if travelled.attempts > 1 else "You asked.",
        "answer": answers if travelled.points else f"{plural(travelled.answers, 'answer')}.",
        "act": acted if travelled.done else "Nothing to act on here, and you said so.",
        "onward": used if travelled.used else "You are finished with this.",
    }


def _links(
    part: Part, state: State, application: Application, travelled: PathFacts, step: NextStep
) -> list[PathLink]:
    """The main one first; the further ones only where one is, and none that the button is."""
    place = f"/applications/{application.id}"
    practise = f"/practice/new?application={application.id}"
    read = PathLink("Read", f"{place}/points")
    another = PathLink("Another answer", f"{place}/feedback/new")
    every = {
        "no": [
            PathLink(
                "Open" if travelled.how == SILENCE else "How they told me",
                f"{place}/rejection/{travelled.rejection_id}",
            )
            if travelled.rejection_id
            else PathLink("Write it down", f"{place}/rejection"),
            *(
                [
                    PathLink(
                        "They suggested another role", f"/applications/new?from={application.id}"
                    )
                ]
                if travelled.rejection_id and travelled.how != SILENCE
                else []
            ),
        ],
        "moment": [
            PathLink("Take a moment", f"{place}/check-in"),
            PathLink("Put a worry on paper", f"{place}/thoughts"),
        ],
        "ask": [
            *(
                [PathLink(_ask_label(state, step, travelled), f"{place}/ask")]
                if state != "now" or step.kind != "ask"  # its own button leads there
                else []
            ),
            PathLink("More ways", f"{place}/ask/more"),
        ],
        "answer": [read, another][:: -1 if step.kind == "wait" else 1]
        if travelled.answers
        else [PathLink(_write_label(application), f"{place}/feedback/new")],
        "act": [
            *(
                [PathLink("Your actions", f"{place}/actions")]
                if _acts(travelled) and not (state == "now" and 0 < travelled.planned <= SHOWN)
                else []
            ),
            *([PathLink("Pick a point", f"{place}/points")] if application.points_open else []),
            *([PathLink("Practise", practise)] if travelled.points or travelled.planned else []),
            *([] if travelled.planned else [PathLink("Your own lesson", f"{place}/lesson")]),
        ],
        "onward": [
            *_waited_for(place, state, travelled, step),
            *([PathLink("Archive", f"{place}/archival")] if state == "now" else []),
            PathLink("All actions", "/actions"),
        ],
    }[part]
    if state == "later" and part in ("act", "onward"):
        return []
    return every if state == "now" or part in ("no", "moment") else every[:1]


def _waited_for(place: str, state: State, travelled: PathFacts, step: NextStep) -> list[PathLink]:
    """Where an answer is written down that may still come once one has acted."""
    if state != "now" or step.kind != "wait":
        return []
    if travelled.answers:
        return [PathLink("Another answer", f"{place}/feedback/new")]
    return [PathLink(_ask_label(state, step, travelled), f"{place}/ask")]


def _ask_label(state: State, step: NextStep, travelled: PathFacts) -> str:
    if travelled.attempts:
        return "Did they answer?" if state == "now" else "Open"
    return "Who to ask" if state == "now" and step.kind == "send_letter" else "Ask"


def _write_label(application: Application) -> str:
    return ADVICE.label if application.ask_next == "look" else "Write it down"


def _acts(travelled: PathFacts) -> bool:
    return bool(travelled.planned or travelled.done)
