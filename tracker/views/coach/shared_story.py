"""What happened to one application as a coach reads it, from a record, which is masked already."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date
from typing import NamedTuple

from tracker.loop.by_email import note_words
from tracker.loop.ending import no_words
from tracker.loop.stage import Stage
from tracker.models.interview import KINDS as KINDS_OF_INTERVIEWS
from tracker.models.offer import DECISIONS
from tracker.models.reads.standing import Standing
from tracker.models.stage_change import CALLED_BACK
from tracker.sharing.record import Record
from tracker.sharing.rows import OfferRow
from tracker.values.days import day_of
from tracker.values.formatting import full_day
from tracker.values.markdown import unmarked

TAKEN_BACK, COUNTERED = DECISIONS["taken_back"], DECISIONS["countered"]


class StoryEntry(NamedTuple):
    """One thing in the story of an application."""

    day: date | None
    title: str
    words: Sequence[str]
    since: date | None = None
    """Of a move without a day, that of the one before it."""


def present_story(record: Record, number: int) -> list[StoryEntry]:
    """What happened to one application, the latest first.

    A move without a day stands above the one before it; what else has none, above the beginning.
    """
    moved = list(_moves(record, number))
    begun = next((each.since for each in moved if each.since), None)
    told = [*moved, *_meetings(record, number), *_offers(record, number)]
    told += [*_answers(record, number), *_actions(record, number), *_ends(record, number)]
    told = [each._replace(words=[*map(unmarked, each.words)]) for each in reversed(told)]
    return sorted(told, key=lambda each: each.day or each.since or begun or date.min, reverse=True)


def _moves(record: Record, number: int) -> Iterable[StoryEntry]:
    for move in record.moves:
        if move.application_id == number:
            words = (CALLED_BACK,) if move.called_back else ()
            yield StoryEntry(move.on, move.after, words, move.since)


def _meetings(record: Record, number: int) -> Iterable[StoryEntry]:
    for line in record.interviews:
        if line.application_id == number:
            words = (
                f"{line.at:%H:%M}" if line.at else "",
                labelled("With", line.people),
                labelled("Went well", line.went_well),
                labelled("Would change", line.would_change),
                labelled("Own rating", f"{line.rating} of 5" if line.rating else ""),
                line.outcome,
            )
            yield StoryEntry(line.on, labelled_kind(line.kind), [each for each in words if each])
    for ask in record.asks:
        if ask.application_id == number:
            said = " · ".join(filter(None, (ask.channel, ask.contact, ask.result)))
            yield StoryEntry(ask.on, ask.kind, [said])


def _offers(record: Record, number: int) -> Iterable[StoryEntry]:
    """Each round and what was said to it; one without a day follows the move to Interview."""
    moves = [line for line in record.moves if line.application_id == number]
    met = next((line.since for line in moves if line.after == Stage.INTERVIEW.label), None)
    told_by_a_no = any(line.application_id == number for line in record.noes)
    for line in reversed([line for line in record.offers if line.application_id == number]):
        yield from _offer(line, met, told_by_a_no)


def _offer(line: OfferRow, met: date | None, told_by_a_no: bool) -> Iterable[StoryEntry]:
    alone = line.implied and line.became == line.answer
    told = line.became == COUNTERED or (line.became == TAKEN_BACK and not told_by_a_no)
    words = (
        labelled("Pay", line.pay_text),
        f"To answer by {full_day(line.answer_by)}" if line.answer_by else "",
        line.terms,
        line.answer if line.answered_on is None else "",
        line.became if told else "",
    )
    if not alone:
        yield StoryEntry(line.on, "They made an offer", [each for each in words if each], met)
    if line.answered_on or alone:
        yield StoryEntry(line.answered_on, line.answer, [], met)


def _answers(record: Record, number: int) -> Iterable[StoryEntry]:
    stands = {line.id: line.standing for line in record.applications}.get(number, "")
    taken_back = stands == Standing.OFFER_TAKEN_BACK.label
    for no in record.noes:
        if no.application_id == number:
            words = [each for each in (no.words, labelled("Reason given", no.reason)) if each]
            ended = "They took their offer back" if taken_back else no_words(no.cancelled)
            said = joined(ended, no.how) if no.said else "No answer"
            taken_back = False  # the latest of them
            yield StoryEntry(no.on, said, words)
    for line in record.feedback:
        if line.application_id == number:
            giver = f" from {line.giver}" if line.giver else ""
            yield StoryEntry(line.on, f"What they said{giver}", [line.words])
    for note in record.notes:
        if note.application_id == number:
            yield StoryEntry(note.at.date(), note_words(note.kept_as), [note.body])


def _actions(record: Record, number: int) -> Iterable[StoryEntry]:
    """What was planned because of it, and that it was done."""
    zone = record.made_at.tzinfo or UTC
    for line in record.actions:
        if line.application_id == number:
            planned = day_of(line.written_at, zone) if line.written_at else None
            if planned and line.done_on:
                planned = min(planned, line.done_on)  # written down once it was done
            due = f"For {full_day(line.due_on)}" if line.due_on and not line.done_on else ""
            yield StoryEntry(
                planned, "Planned an action", [each for each in (line.what, due) if each]
            )
            if line.done_on:
                words = (line.what, labelled("Proof", line.proof))
                yield StoryEntry(line.done_on, "Did it", [each for each in words if each])


def _ends(record: Record, number: int) -> Iterable[StoryEntry]:
    """When it was put away, as what, and when the job that was taken was over.

    That an offer was answered stands beside the offer already.
    """
    answered = {line.answer for line in record.offers if line.application_id == number}
    for line in record.applications:
        if line.id == number:
            if line.outcome and line.outcome not in {f"Offer {each.lower()}" for each in answered}:
                yield StoryEntry(line.archived_on, "Archived", [line.outcome])
            if line.ended_on:
                yield StoryEntry(line.ended_on, "This job ended", [])


def joined(*words: str) -> str:
    """They said no · By email."""
    return " · ".join(filter(None, words))


def labelled_kind(kind: str) -> str:
    """Interview: Panel; one of no particular kind is an interview."""
    return "Interview" if kind == KINDS_OF_INTERVIEWS["other"] else f"Interview: {kind}"


def labelled(label: str, words: str) -> str:
    """Went well: I was calm."""
    return f"{label}: {words}" if words else ""
