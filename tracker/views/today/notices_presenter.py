"""What Today tells beside the next steps: notes, the server, a step back, loops, an import."""

from collections.abc import Sequence

from tracker.loop.day_words import number_words
from tracker.models.reads.loop_counts import LoopCounts
from tracker.models.reads.step_back_offer import StepBackOffer
from tracker.models.reads.today_counts import BroughtIn
from tracker.values.formatting import plural, shortened
from tracker.views.today.rows_presenter import TodayLine

WINDOW = "90"
"""The days that the north star looks back on: a span of Insights, so that both say the same."""

UNDATED = "/board/many?stage=applied&standing=waiting"
"""Where many are marked as no answer at once, with those of whose silence nothing is known."""

OF_SERVER = ("low-disk", "old-backup")
"""What only the server asks for."""


def notice_lines(notes: str, low_disk: str, old_backup: str) -> list[TodayLine]:
    """Above all else, each only where there is something to say."""
    found = [
        TodayLine("note", notes, "/coach#notes", "coach-notes"),
        TodayLine("backup", low_disk, "/settings/backups", OF_SERVER[0]),
        TodayLine("backup", old_backup, "/settings/backups", OF_SERVER[1]),
    ]
    return [each for each in found if each.text]


def waiting_clause(mails: int, lines: int) -> str:
    """The part of the day's sentence: one email to look at. `lines` tell of anything but these."""
    total = mails + lines
    if not total:
        return ""
    what = "email" if mails == total else "thing"
    return f"{number_words(total)} {what}{'' if total == 1 else 's'} to look at"


def step_back_line(offer: StepBackOffer | None) -> list[TodayLine]:
    """One line, where a step back is offered or under way."""
    if offer is None:
        return []
    text, detail = (
        "A good time to look back: 10 minutes",
        "Looking for a pattern, not judging you.",
    )
    if offer.under_way:
        text, detail = "Go on with your step back", "It is saved as you left it."
    return [TodayLine("look_back", text, "/step-back", detail=detail)]


def brought_in_words(found: BroughtIn) -> str:
    """What the first import brought, on its day: 84 applications brought in: 31 open, 53 ended.

    Leads are among them, so that it is as many as the import said: 8 brought in: 6 open, 2 leads.
    """
    parts = [(found.open, "open"), (found.ended, "ended")]
    said = [f"{number:,} {word}" for number, word in parts if number]
    total = found.open + found.ended
    if not found.leads:
        return f"{plural(total, 'application')} brought in: {', '.join(said)}."
    said.append(plural(found.leads, "lead"))
    return f"{total + found.leads:,} brought in: {', '.join(said)}."


def ended_line(found: BroughtIn | None) -> list[TodayLine]:
    """About those that had ended before they came: what happened to them, together."""
    if found is None or not found.ended:
        return []
    went = "How they went" if found.ended > 1 else "How it went"
    there = "/insights?span=all#chart-way"
    return [
        TodayLine("look_back", f"{found.ended:,} ended", there, "ended", f"{went}, if you like")
    ]


def unread_rows_lines(found: BroughtIn | None) -> list[TodayLine]:
    """Of each sheet whose rows are not all in yet, how many still wait for a look."""
    waiting = found.waiting.items() if found is not None else ()
    return [
        TodayLine(
            "sheet",
            plural(rows, "row needs a look", "rows need a look"),
            f"/imports/{number}",
            detail="Not on the board yet",
        )
        for number, rows in waiting
    ]


def undated_line(found: BroughtIn | None) -> list[TodayLine]:
    """Of those without a day none is ever told to be silent: the person says which were."""
    if found is None or not found.undated:
        return []
    text = f"{found.undated:,} without a date"
    return [TodayLine("follow_up", text, UNDATED, "undated", "Did some never answer?")]


def coach_notes_words(count: int, givers: Sequence[str]) -> str:
    """Ana left a note, or 3 notes from Ana and your coach; nothing where there is none."""
    names = [
        shortened(each, 60) for each in dict.fromkeys(giver or "your coach" for giver in givers)
    ]
    if count > 1:
        return f"{plural(count, 'note')} from {' and '.join(names[:2])}"
    return f"{names[0][0].upper()}{names[0][1:]} left a note" if names else ""


def loop_counts_words(star: LoopCounts) -> str:
    """One quiet line of what was asked and learnt, in whole numbers; of what was not, nothing."""
    said = []
    if star.closed:
        of = plural(star.closed, "rejection")
        said.append(f"You learnt something from {of} in the last {WINDOW} days.")
    if star.asked:
        answered = f", and {star.answered} answered" if star.answered else ""
        lately = "" if star.closed else f" in the last {WINDOW} days"
        said.append(
            f"You asked for advice after {plural(star.asked, 'rejection')}{lately}{answered}."
        )
    if star.unasked:
        said.append(f"Feedback came unasked after {star.unasked}.")
    return " ".join(said)
