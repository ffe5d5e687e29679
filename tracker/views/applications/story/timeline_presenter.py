"""The timeline as it reads: plain words, grouped by the person's days."""

from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.by_email import note_words
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models.interview import OUTCOMES, POSTPONED, done_alone, title
from tracker.models.reads.timeline import Timeline
from tracker.models.reads.timeline_order import Entry
from tracker.models.reads.timeline_story import BEGINNING
from tracker.models.stage_change import CALLED_BACK, PUT_BACK
from tracker.values import formatting, markdown
from tracker.values.days import day_of
from tracker.views.applications.story.email_beginning import email_beginning
from tracker.views.applications.story.timeline_entry import PresentedEntry, phrases
from tracker.views.applications.story.timeline_loop_presenter import LoopEntryPresenter
from tracker.web.return_to import opened_from

EMAIL_SHOWN = 400
"""Characters of an email that a story shows; the whole has a page of its own."""
UNDATED = "Some time before"
TOLD_OUTCOMES = OUTCOMES | {"unknown": "", POSTPONED: "They wanted to move it"}
"""Of an interview as its story tells it, whatever came after."""
OFFERS = {
    "accepted": "You accepted their offer",
    "declined": "You declined their offer",
    "countered": "Another offer came after it",
    "taken_back": "They took it back",
}


class TimelineDay(NamedTuple):
    """The entries of one day."""

    name: str
    entries: list[PresentedEntry]


def present_timeline(
    timeline: Timeline, application_id: int, now: datetime, zone: ZoneInfo
) -> list[TimelineDay]:
    """A page of the timeline, day by day."""
    today = day_of(now, zone)
    shown = EntryPresenter(f"/applications/{application_id}", zone, today)
    return [
        TimelineDay(
            formatting.day(day, today) if day else UNDATED, [shown.entry(each) for each in entries]
        )
        for day, entries in groupby(timeline.entries, lambda entry: entry_day(entry, zone))
    ]


def entry_day(entry: Entry, zone: ZoneInfo) -> date | None:
    """The day on the person's calendar, if one is known."""
    if entry.on is not None:
        return entry.on
    return day_of(entry.at, zone) if entry.at is not None else None


class EntryPresenter(LoopEntryPresenter):
    """Puts entries into words."""

    def entry(self, entry: Entry) -> PresentedEntry:
        """One entry in words."""
        shown = PresentedEntry(
            id=f"{entry.kind}-{entry.id}",
            step=False,
            title="",
            time=self.clock(entry),
            said="",
            html=None,
            parts=[],
            href=None,
            link_label="Edit",
            undo_url=None,
        )
        described: PresentedEntry = getattr(self, f"_{entry.kind}")(entry, shown)
        return described

    def clock(self, entry: Entry) -> str:
        """The time of day; none where only the day was told."""
        if entry.at is None or entry.on is not None:
            return ""
        words = formatting.clock(entry.at, self.zone)
        return "" if words == "00:00" else words

    def _stage(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        after = Stage(entry.after or "").label
        words = f"Moved to {after}"
        if entry.before is None:
            words = after if entry.after == Stage.APPLIED else f"Began in {after}"
        elif entry.number is not None:
            words = f"Put back to {after}"
        back = entry.before not in (None, *Stage.OPEN) and entry.after in Stage.OPEN
        said = ""
        if back and entry.number is None:
            said = CALLED_BACK if entry.came else PUT_BACK
        if entry.marked:
            said = "Undone" if entry.before else "Corrected"
        can_undo = entry.latest and entry.before is not None and entry.number is None
        return shown._replace(
            step=not entry.marked,
            title=words,
            said=said,
            undo_url=f"{self.place}/stage/{entry.id}/reversal" if can_undo else None,
        )

    def _note(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        kept = entry.words or ""
        writer, own = email_beginning(kept) if entry.before else ("", kept)
        most = EMAIL_SHOWN if entry.before else BEGINNING
        long = (entry.length or 0) - len(kept) + len(own) > most
        words = own[:most] + ("…" if long else "")
        whole = f"/mail/notes/{entry.id}" if entry.before else f"{self.place}/notes/{entry.id}"
        return shown._replace(
            title=note_words(entry.before),
            said="Private" if entry.marked else writer,
            html=markdown.render(words),
            href=whole if long else f"{self.place}/notes/{entry.id}",
            link_label="Read it all" if long else "Edit",
        )

    def _interview(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        outcome = TOLD_OUTCOMES.get(entry.after or "", "")
        rating = f"It felt like {entry.rating} of 5" if entry.rating else ""
        return shown._replace(
            title=title(entry.before, entry.number, done_alone(entry.before, entry.on is None)),
            said=". ".join(each for each in (outcome, rating) if each),
            parts=phrases(
                ("With", entry.people),
                ("What went well", entry.words),
                ("What I’d change", entry.more),
            ),
            href=f"{self.place}/interviews/{entry.id}",
        )

    def _offer(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        writer, own = email_beginning(entry.words or "")
        became = OFFERS.get(entry.after or "", "")
        return shown._replace(
            step=True,
            title="They made an offer",
            said=" · ".join(filter(None, (became, writer))),
            parts=phrases(
                ("Pay", entry.more),
                ("To answer by", formatting.day(entry.due, self.today) if entry.due else ""),
                ("", own),
            ),
            href=f"{self.place}/offer/{entry.id}",
        )

    def _offer_answer(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        return shown._replace(
            step=True,
            title=OFFERS.get(entry.after or "", ""),
            href=f"{self.place}/offer/{entry.number}",
        )

    def _end_of_job(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        return shown._replace(step=True, title="This job ended", href=f"{self.place}/ending")

    def _archival(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        return shown._replace(
            step=True,
            title="You archived it",
            said=Outcome(entry.after).label if entry.after else "",
        )

    def _document(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        return shown._replace(
            id=f"{entry.before}-{entry.id}",
            title="Letter sent" if entry.before == "letter" else "Résumé sent",
            parts=phrases(("", entry.words)),
            href=opened_from(f"/documents/{entry.id}", self.place),
            link_label="Open",
        )
