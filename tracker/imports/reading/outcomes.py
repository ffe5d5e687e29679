"""How far an application came, from its status, its step columns and its dates together."""

from collections.abc import Callable
from datetime import date

from tracker.imports.reading import statuses
from tracker.imports.reading.questions import ASK, BESIDE_AN_OFFER, ORDER
from tracker.imports.reading.row_stage import CLOSED, SILENCE, go
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.status_meaning import CHOICES, StatusMeaning
from tracker.imports.reading.wide_format import Steps
from tracker.imports.words import headers

TOO_EARLY = ("lead", "dated")
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
    meaning: StatusMeaning | None,
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
        go(row, choice, meaning)
        if steps.said.get("offer") and row.offer is None:
            steps.told.append(("Offer", "yes"))


def _call_off(row: ReadRow, steps: Steps) -> None:
    """The last interview did not take place: its day is only a note."""
    if not row.interviews:
        return
    talk = max(row.interviews, key=lambda talk: talk.on or date.min)
    row.interviews.remove(talk)
    steps.talks = [each for each in steps.talks if each is not talk]
    steps.told.append((talk.label or "Interview", talk.on.isoformat() if talk.on else "called off"))


def _from_steps(
    row: ReadRow, meaning: StatusMeaning | None, steps: Steps, answers: dict[str, str]
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


def _check_meaning(row: ReadRow, meaning: StatusMeaning, steps: Steps) -> None:
    """A status that isn't certain is asked about, unless it would change nothing."""
    if meaning.asked and not (row.kind == "lead" and steps.said.get("applied") is False):
        word = f"“{meaning.text[:60]}”" if meaning.text else "an empty status"
        code = statuses.code(meaning.text)
        turned_down = meaning.choice == "rejected" and _was_offered(row, steps)
        if turned_down:
            row.hangs_on(BESIDE_AN_OFFER + code)
        likely = CHOICES["offer_declined" if turned_down else meaning.choice]
        unknown = meaning.choice == ASK
        say = f"We don't know what {word} means." if unknown else f"Does {word} mean: {likely}?"
        row.ask(code, say)


def _was_offered(row: ReadRow, steps: Steps) -> bool:
    return bool(steps.said.get("offer") or row.facts.get("offer_on"))


def _settle_kind(
    row: ReadRow, choice: str, meaning: StatusMeaning | None, steps: Steps, answers: dict[str, str]
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


def leftover(meaning: StatusMeaning | None, steps: Steps, keep: Callable[[str, str], None]) -> None:
    """Words of the status and the steps that no fact holds go to the notes."""
    if meaning and meaning.text and not statuses.says_all(meaning.text, meaning.choice):
        keep(STATUS, meaning.text)
    for header, letter in steps.denied + steps.told + steps.odd:
        keep(header, letter)
    for talk in steps.talks:
        if talk.kind == "other" and talk.label and not headers.is_just_interviews(talk.label):
            keep(talk.label, "yes")
