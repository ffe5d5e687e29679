"""Notes that speak of a no, beside a status that says it still runs."""

import re

from tracker.imports.reading.questions import ASK
from tracker.imports.reading.row_stage import apply_choice
from tracker.imports.reading.rows import ReadRow

NO_IN_NOTES = re.compile(
    r"\breject(?:ed|ion)\b|\bunsuccessful\b|\babsage\b|\babgelehnt\b|\babgesagt\b", re.IGNORECASE
)
NOT_A_NO = re.compile(
    r"\b(?:not|never|no|without|haven.?t|hasn.?t|wasn.?t|kein\w*|nicht|noch)\b(?: \w+){0,2} "
    rf"(?:{NO_IN_NOTES.pattern})",
    re.IGNORECASE,
)


def compare_with_notes(row: ReadRow, words: str, answers: dict[str, str]) -> None:
    """Words of a no beside a status that says it still runs: the person decides."""
    over = row.kind == "lead" or row.archived or row.offer or "rejected" in row.path
    if over or not speaks_of_a_no(words):
        return
    row.hangs_on("no_in_notes")
    if answers["no_in_notes"] == ASK:
        message = "The notes speak of a rejection; the status doesn't."
        row.ask("no_in_notes", message)
    elif answers["no_in_notes"] == "rejected":
        apply_choice(row, "rejected_after_interview" if "interview" in row.path else "rejected")


def speaks_of_a_no(words: str) -> bool:
    """Whether these words tell of one."""
    found = NO_IN_NOTES.search(words)
    return found is not None and NO_IN_NOTES.search(NOT_A_NO.sub("", words)) is not None
