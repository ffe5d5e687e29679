"""A row as it was read, as rows of the database: the application with all that belongs to it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tracker.imports.reading.cells import PAY_COLUMNS
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.wide_format import ReadInterview
from tracker.loop.facts import Facts
from tracker.loop.rest import imported_rest
from tracker.loop.stage import Stage
from tracker.loop.today_rank import today_place
from tracker.loop.wake import wakes_at
from tracker.models.application_facts import BLANK, OF_LEADS
from tracker.models.interview import day_ends
from tracker.models.rejection import SILENCE
from tracker.models.summary.loop import LoopSummary, fresh_ask
from tracker.values.days import day_of, start_of

Row = dict[str, Any]
NO_OFFER: Row = {
    "offer_open": False,
    "offer_received_on": None,
    "offer_answer_by": None,
    "offer_decision": None,
    "offer_note": "",
}


class RowBuilder:
    """Turns rows that were read into rows to insert, at one moment and in one time zone."""

    def __init__(self, user_id: int, import_id: int, now: datetime, zone: ZoneInfo) -> None:
        self.now = now
        self.zone = zone
        self.today = day_of(now, zone)
        self.owned = {"user_id": user_id, "import_id": import_id}

    def application(self, row: ReadRow) -> Row:
        """The application, with the summary that its verbs would have written."""
        no = row.rejection
        said = no is not None and no.how != SILENCE
        made: Row = {name: row.facts.get(name, blank) for name, blank in BLANK.items()}
        made |= {name: row.facts.get(name) for name in PAY_COLUMNS}
        made |= self.owned | self._offer(row) | self._interviews(row) | {"ended_on": None}
        made |= {
            "stage": row.stage,
            "stage_since": self.stage_on(row, row.stage or "applied"),
            "position": row.number,  # until the whole import has landed
            "version": 1,
            "archived_at": self.now if row.archived else None,
            "archived_on": None,  # the sheet doesn't say
            "outcome": row.outcome,
            "created_at": self.now,
            "updated_at": self.now,
            "rejection_on": no.on if no else None,
            "rejection_recorded": no is not None,
            "rest_until": imported_rest(said),
            "no_said": said,
            "no_stands": said,
            "no_on": no.on if no else None,
        }
        made |= vars(self._loop(row))
        made["pinned"] = made["offer_open"] and not row.archived
        facts = _facts(made)
        made["wake_at"] = wakes_at(facts, self.now, self.zone)
        made["today_place"] = today_place(facts, self.now, self.zone)
        return made

    def _loop(self, row: ReadRow) -> LoopSummary:
        if row.rejection is None:
            return LoopSummary()
        no, today = row.rejection, day_of(self.now, self.zone)
        return LoopSummary(*fresh_ask(no.on, today, silent=no.how == SILENCE))

    def lead(self, row: ReadRow) -> Row:
        """The saved opening."""
        saved = row.facts.get("saved_on")
        return {
            **self.owned,
            **{name: row.facts.get(name, BLANK[name]) for name in OF_LEADS},
            "notes": row.notes,
            "created_at": start_of(saved, self.zone) if isinstance(saved, date) else self.now,
        }

    def stage_changes(self, row: ReadRow) -> Iterator[Row]:
        """Its path through the stages; undated where the sheet has no day."""
        before = None
        for after in row.path:
            on = self.stage_on(row, after)
            yield {"before": before, "after": after, "on": on, "recorded_at": self.now}
            before = after

    def stage_on(self, row: ReadRow, stage: str) -> date | None:
        """When it came to a stage, as far as the sheet tells."""
        if stage == "applied":
            applied: date | None = row.facts.get("applied_on")
            return applied
        if stage == "rejected" and row.rejection:
            return row.rejection.on
        return None

    def interviews(self, row: ReadRow) -> Iterator[Row]:
        """Interviews, those without a day among them."""
        for talk in row.interviews:
            yield {
                "kind": talk.kind,
                "round": talk.round,
                "on": talk.on,
                "starts_at": self.starts_at(talk),
                "hour_known": talk.on is None or bool(talk.at),
                "invited_on": self.today if self._is_ahead(talk) else None,
                "created_at": self.now,
            }

    def offers(self, row: ReadRow) -> Iterator[Row]:
        """The offer, with the same facts as the application sums up."""
        if row.offer is not None:
            kept = self._offer(row)
            yield {
                "received_on": kept["offer_received_on"],
                "decision": kept["offer_decision"],
                "note": "",
                "pay_text": "",
                "was_accepted": False,
                "implied": row.offer.on is None and row.offer.decision is not None,
                "created_at": self.now,
            }

    def rejections(self, row: ReadRow) -> Iterator[Row]:
        """The no, resting; silence is nothing to rest from."""
        if row.rejection is not None:
            reached = "interview" if "interview" in row.path else "applied"
            yield {
                "on": row.rejection.on,
                "how": row.rejection.how,
                "words": row.rejection.words,
                "stage_reached": reached,
                "rest_until": imported_rest(row.rejection.how != SILENCE),
                "created_at": self.now,
            }

    def notes(self, row: ReadRow) -> Iterator[Row]:
        """The words that no fact holds, as one note; private ones as another."""
        at = self.now
        for body, private in ((row.notes, False), (row.private_notes, True)):
            if not body:
                continue
            yield {
                "body": body,
                "private": private,
                "version": 1,
                "created_at": at,
                "updated_at": at,
            }

    def starts_at(self, talk: ReadInterview) -> datetime | None:
        """The moment of an interview; where the sheet tells no hour, the end of its day."""
        if talk.on is None:
            return None
        return talk.begins(self.zone) or day_ends(talk.on, self.zone)

    def _is_ahead(self, talk: ReadInterview) -> bool:
        return talk.on is not None and talk.on >= self.today

    def _has_one_to_come(self, row: ReadRow) -> bool:
        waits_there = row.stage == Stage.INTERVIEW and not row.archived
        return waits_there and any(talk.on is None for talk in row.interviews)

    def _interviews(self, row: ReadRow) -> Row:
        known = [(at, bool(talk.at)) for talk in row.interviews if (at := self.starts_at(talk))]
        ahead = min((each for each in known if each[0] > self.now), default=(None, True))
        past = (at for at, _ in known if at <= self.now)
        agreed = (min(talk.on, self.today) for talk in row.interviews if talk.on is not None)
        return {
            "next_interview_at": ahead[0],
            "next_interview_hour_known": ahead[1],
            "unreviewed_interview_at": max(past, default=None),
            "undated_interview_at": self.now if self._has_one_to_come(row) else None,
            "cancelled_interview_at": None,
            "new_time_to_come": False,
            "interviewed": "interview" in row.path or bool(row.interviews),
            "interviewed_on": min(agreed, default=None),
        }

    def _offer(self, row: ReadRow) -> Row:
        if row.offer is None:
            return NO_OFFER
        return NO_OFFER | {
            "offer_open": row.offer.decision is None,
            "offer_received_on": row.offer.on,
            "offer_decision": row.offer.decision,
        }


def _facts(made: Row) -> Facts:
    """What decides the next step; building an entity for it would take most of the time."""
    known = {name: made[name] for name in Facts._fields if name in made}
    return Facts(archived=made["archived_at"] is not None, **known)
