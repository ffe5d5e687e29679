"""How far an application came, from its status, its step columns and its dates together."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.imports.reading import statuses
from tracker.imports.reading.questions import ASK, BESIDE_AN_OFFER, ORDER
from tracker.imports.reading.rows import ReadOffer, ReadRejection, ReadRow
from tracker.imports.reading.statuses import Meaning
from tracker.imports.reading.wide_format import ReadInterview, Steps
from tracker.imports.words import headers

REJECTED = ("rejected", "rejected_after_interview")
SILENCE = "silence"
AFTER_REJECTION = ("feedback_received", "action_taken")
TAKEN_BACK = "offer_taken_back"
OFFERS = {
    "offer": None,
    "offer_accepted": "accepted",
    "offer_declined": "declined",
    TAKEN_BACK: "taken_back",
}
OFFER_CHOICES = {said: name for name, said in OFFERS.items()}
NO_IN_NOTES = re.compile(
    r"\breject(?:ed|ion)\b|\bunsuccessful\b|\babsage\b|\babgelehnt\b|\babgesagt\b", re.IGNORECASE
)
NOT_A_NO = re.compile(
    r"\b(?:not|never|no|without|haven.?t|hasn.?t|wasn.?t|kein\w*|nicht|noch)\b(?: \w+){0,2} "
    rf"(?:{NO_IN_NOTES.pattern})",
    re.IGNORECASE,
)
AWAY = {
    "archived": None,
    **{each: each for each in ("withdrawn", "role_closed", "offer_accepted", "offer_declined")},
}
"""What puts a row away, and as which outcome."""
TOO_EARLY = ("lead", "dated")
CLOSED = ("archived", "role_closed")
TELL_OF_TALKS = ("interview", *REJECTED, "silence", "withdrawn", *OFFERS)
STATUS = "Status"
"""What words of the status are kept under in the notes."""
GOING_ON = ("applied", "interview", "dated")
STEP_CHOICES = (
    ("accepted", "offer_accepted"),
    ("withdrawn", "withdrawn"),
    ("rejected", "rejected"),
    ("offer", "offer"),
    ("silent", SILENCE),
)


def decide(
    row: ReadRow,
    meaning: Meaning | None,
    steps: Steps,
    answers: dict[str, str],
    tells_applications: bool = True,
) -> None:
    """Fill in kind, stages, interviews, rejection, offer and what must be asked."""
    row.interviews += steps.talks
    for reading in steps.unsettled:
        row.ask(ORDER, reading.problem)
    for fact, step in (
        ("applied_on", "applied"),
        ("rejected_on", "rejected"),
        ("offer_on", "offer"),
    ):
        if step in steps.on:
            row.facts.setdefault(fact, steps.on[step])
    for header, letter in steps.odd:
        row.problems.append(("status", f"“{letter[:60]}” under “{header}” isn't a yes or a no."))
    from_steps = _from_steps(row, meaning, steps, answers)
    choice = from_steps or (
        meaning.choice
        if meaning
        else _unsaid(row, answers, tells_applications, steps.said.get("applied"))
    )
    choice = _settle_kind(row, choice, meaning, steps, answers)
    if meaning and not from_steps:
        _check_meaning(row, meaning, steps)
    if row.kind == "application":
        if meaning and choice == "applied" and statuses.cancels_interview(meaning.text):
            _call_off(row, steps)
        _go(row, choice, meaning)
        if steps.said.get("offer") and row.offer is None:
            steps.told.append(("Offer", "yes"))
        _close_undated(row, answers)


def _call_off(row: ReadRow, steps: Steps) -> None:
    """The last interview did not take place: its day is only a note."""
    if not row.interviews:
        return
    talk = max(row.interviews, key=lambda talk: talk.on or date.min)
    row.interviews.remove(talk)
    steps.talks = [each for each in steps.talks if each is not talk]
    steps.told.append((talk.label or "Interview", talk.on.isoformat() if talk.on else "called off"))


def _from_steps(
    row: ReadRow, meaning: Meaning | None, steps: Steps, answers: dict[str, str]
) -> str | None:
    """What the columns for each step say, where the status says no more than that it goes on."""
    if meaning is not None and meaning.choice not in (*GOING_ON, SILENCE):
        return None
    if choice := next((choice for step, choice in STEP_CHOICES if steps.said.get(step)), None):
        return choice
    if not steps.ended or (meaning is not None and meaning.choice == SILENCE):
        return None
    row.hangs_on("ended")
    answer = answers["ended"]
    if answer == ASK:
        row.ask("ended", "It says that this is over, and not how it ended.")
    return None if answer in (ASK, "interview") else answer


def _unsaid(
    row: ReadRow, answers: dict[str, str], tells_applications: bool, sent: bool | None
) -> str:
    """An application, unless nothing in the sheet says that these were applied for."""
    came_back = row.interviews or {"rejected_on", "offer_on", "response_on"} & row.facts.keys()
    only_saved = "saved_on" in row.facts and "applied_on" not in row.facts and not sent
    if came_back or (tells_applications and not only_saved) or row.problems or row.questions:
        return "applied"
    row.hangs_on("applied")
    if answers["applied"] == ASK:
        row.ask("applied", "The sheet doesn't say whether you applied.")
    return "applied" if answers["applied"] == "application" else "lead"


def _check_meaning(row: ReadRow, meaning: Meaning, steps: Steps) -> None:
    """A status that isn't certain is asked about, unless it would change nothing."""
    if meaning.asked and not (row.kind == "lead" and steps.said.get("applied") is False):
        word = f"“{meaning.text[:60]}”" if meaning.text else "an empty status"
        code = statuses.code(meaning.text)
        turned_down = meaning.choice == "rejected" and _was_offered(row, steps)
        if turned_down:
            row.hangs_on(BESIDE_AN_OFFER + code)
        likely = statuses.CHOICES["offer_declined" if turned_down else meaning.choice]
        unknown = meaning.choice == ASK
        say = f"We don't know what {word} means." if unknown else f"Does {word} mean: {likely}?"
        row.ask(code, say)


def _was_offered(row: ReadRow, steps: Steps) -> bool:
    return bool(steps.said.get("offer") or row.facts.get("offer_on"))


def further(ours: Meaning | None, theirs: Meaning | None) -> Meaning | None:
    """Of two statuses the one that went further; none where they contradict each other."""
    if ours is None or theirs is None or ours.choice == theirs.choice:
        return ours or theirs
    if not {"lead", ASK}.isdisjoint((ours.choice, theirs.choice)):
        return None
    if {ours.choice, theirs.choice} == {"offer", "withdrawn"}:
        mine = ours if ours.choice == "withdrawn" else theirs
        return replace(mine, choice="offer_declined")
    early, late = sorted((ours, theirs), key=_reach)
    if _reach(early) == _reach(late):
        answered = [each for each in (ours, theirs) if each.choice != "offer"]
        offers = ours.choice in OFFERS and theirs.choice in OFFERS
        return answered[0] if offers and len(answered) == 1 else None
    if early.choice != "interview":
        return late
    choice = "rejected_after_interview" if late.choice == "rejected" else late.choice
    talk = late.interview or early.interview or "other"
    return replace(late, choice=choice, interview=talk, round=late.round or early.round)


def _reach(meaning: Meaning) -> int:
    order = (("dated",), ("applied",), ("interview",), CLOSED)
    return next((i for i, names in enumerate(order) if meaning.choice in names), len(order))


def _settle_kind(
    row: ReadRow, choice: str, meaning: Meaning | None, steps: Steps, answers: dict[str, str]
) -> str:
    """An application or a lead; raises the questions that only the person can answer."""
    sent = steps.said.get("applied")
    dated = row.facts.get("applied_on") is not None
    unread = any(name == "applied_on" for name, _ in row.problems)
    unread = unread or any(code == ORDER for code, _ in row.questions)
    word = f"“{meaning.text[:60]}”" if meaning and meaning.text else "nothing"
    if choice == ASK:
        return "applied"
    if choice == "dated":
        choice = "applied" if dated or unread or sent or row.interviews else "lead"
    elif choice == "lead" and meaning is not None and (dated or sent):
        denied = not sent and statuses.denies_applying(meaning.text)
        code = "applied_but_not" if denied else "saved_but_applied"
        day = f" on {row.facts['applied_on']:%-d %B %Y}" if dated else ""
        beside = f"the sheet says that you applied{day}" if denied else f"you applied{day}"
        return _ask(row, code, answers, f"The status says {word}, but {beside}.")
    if choice != "lead" and sent is False:
        silent = meaning is None and choice == "applied"
        if not dated and not row.interviews and (silent or choice in CLOSED):
            choice = "lead"
        else:
            message = f"The status says {word}, but the sheet says that you haven't applied."
            kept = choice if choice not in TOO_EARLY else "applied"
            return _ask(row, "applied_but_not", answers, message, kept)
    if choice == "lead":
        row.kind = "lead"
    return choice


def _ask(
    row: ReadRow, code: str, answers: dict[str, str], message: str, kept: str = "applied"
) -> str:
    answer = answers[code]
    row.hangs_on(code)
    if answer == ASK:
        row.ask(code, message)
    if answer == "lead":
        row.kind = "lead"
        return "lead"
    return kept


def _go(row: ReadRow, choice: str, meaning: Meaning | None) -> None:
    """The stages in order, and the facts that go with them."""
    if meaning and meaning.interview and choice in TELL_OF_TALKS:
        _add_talk(row, meaning)
    elif choice == "rejected_after_interview" and not row.interviews:
        row.interviews.append(ReadInterview("other"))
    offer_on, rejected_on = row.facts.pop("offer_on", None), row.facts.pop("rejected_on", None)
    if choice in OFFERS or offer_on:
        row.offer = ReadOffer(offer_on, OFFERS.get(choice))
    row.path = ["applied"]
    if row.interviews or choice in ("interview", "rejected_after_interview"):
        row.path.append("interview")
    over = choice in (*REJECTED, *AFTER_REJECTION, SILENCE, TAKEN_BACK)
    if over or (rejected_on and choice not in OFFERS):
        how = SILENCE if choice == SILENCE else meaning.how if meaning else None
        row.rejection = ReadRejection(rejected_on or _day_of_the_end(row, choice), how)
        row.path.append("rejected")
    if choice in AFTER_REJECTION:
        row.path += AFTER_REJECTION[: AFTER_REJECTION.index(choice) + 1]
    row.archived, row.outcome = choice in AWAY, AWAY.get(choice)


def _day_of_the_end(row: ReadRow, choice: str) -> date | None:
    """Beside a no, the day of their reply or of the status is its day; a silence has no reply."""
    names = ("status_on",) if choice == SILENCE else ("response_on", "status_on")
    found: date | None = next(filter(None, (row.facts.pop(name, None) for name in names)), None)
    return found


def _close_undated(row: ReadRow, answers: dict[str, str]) -> None:
    """Those without a day and without an answer may all be closed at once."""
    known = row.archived or row.facts.get("applied_on") or row.problems or row.questions
    if known or row.path != ["applied"]:
        return
    row.hangs_on("undated")
    if answers["undated"] == ASK:
        row.ask("undated", "It has no day and no answer: is it over?")
    elif answers["undated"] == SILENCE:
        _go(row, SILENCE, None)


def _add_talk(row: ReadRow, meaning: Meaning) -> None:
    """What the status says of an interview goes to the one with a date, if there is one."""
    if row.interviews:
        talk = row.interviews[-1]
        talk.kind = meaning.interview or talk.kind if talk.kind == "other" else talk.kind
        talk.round = talk.round or meaning.round
    else:
        row.interviews.append(ReadInterview(meaning.interview or "other", round=meaning.round))


def leftover(meaning: Meaning | None, steps: Steps, keep: Callable[[str, str], None]) -> None:
    """Words of the status and the steps that no fact holds go to the notes."""
    if meaning and meaning.text and not statuses.says_all(meaning.text, meaning.choice):
        keep(STATUS, meaning.text)
    for header, letter in steps.denied + steps.told + steps.odd:
        keep(header, letter)
    for talk in steps.talks:
        if talk.kind == "other" and talk.label and not headers.is_just_interviews(talk.label):
            keep(talk.label, "yes")


def compare_with_notes(row: ReadRow, words: str, answers: dict[str, str]) -> None:
    """Words of a no beside a status that says it still runs: the person decides."""
    over = row.kind == "lead" or row.archived or row.offer or "rejected" in row.path
    if over or not _speaks_of_a_no(words):
        return
    row.hangs_on("no_in_notes")
    if answers["no_in_notes"] == ASK:
        message = "The notes speak of a rejection; the status doesn't."
        row.ask("no_in_notes", message)
    elif answers["no_in_notes"] == "rejected":
        apply_choice(row, "rejected_after_interview" if "interview" in row.path else "rejected")


def _speaks_of_a_no(words: str) -> bool:
    found = NO_IN_NOTES.search(words)
    return found is not None and NO_IN_NOTES.search(NOT_A_NO.sub("", words)) is not None


def stage_choice(row: ReadRow) -> str:
    """The choice that says where a row stands now, as one of statuses.CHOICES."""
    if row.kind == "lead":
        return "lead"
    if row.offer:
        return OFFER_CHOICES[row.offer.decision]
    if row.archived:
        return row.outcome or "archived"
    if row.rejection and row.rejection.how == SILENCE:
        return SILENCE
    if row.stage == "rejected" and "interview" in row.path:
        return "rejected_after_interview"
    return row.stage or "applied"


def apply_choice(row: ReadRow, choice: str) -> None:
    """Let a row stand where the person says; what is known of a no or an offer stays with it."""
    no, offer = row.rejection, row.offer
    for name in ("rejection", "offer", "outcome"):
        setattr(row, name, None)
    row.path, row.archived = [], False
    row.kind = "lead" if choice == "lead" else "application"
    if row.kind == "lead":
        return
    _go(row, choice, None)
    if choice == "applied":
        row.path = ["applied"]
    if no and SILENCE in (choice, no.how):
        no.how = SILENCE if choice == SILENCE else None
    if no and "rejected" in row.path:
        row.rejection = no
    if offer and choice in OFFERS:
        row.offer = ReadOffer(offer.on, OFFERS[choice])
