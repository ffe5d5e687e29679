"""The loop on the timeline, in words: noes, asks, answers and what was done about them."""

from datetime import date
from zoneinfo import ZoneInfo

from tracker.loop.ask_state import RESULTS
from tracker.loop.ending import no_words
from tracker.models import action, attempt, feedback
from tracker.models.reads.timeline_loop import BEGINNING as BEGINNING_OF_AN_ANSWER
from tracker.models.reads.timeline_order import Entry
from tracker.models.rejection import WAYS
from tracker.values import formatting
from tracker.views.applications.story.timeline_entry import PresentedEntry, phrases

ASKED = {
    "ask": "You asked for advice",
    "nudge": "You sent one reminder",
    "probe": "You asked one more question",
    "thanks": "You said thank you",
}


class LoopEntryPresenter:
    """Puts the entries of the loop into words."""

    def __init__(self, place: str, zone: ZoneInfo, today: date) -> None:
        self.place = place
        self.zone = zone
        self.today = today

    def _rejection(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        how = WAYS.get(entry.before or "", "")
        if entry.before == "silence":
            how = ""
        facts = (
            how,
            "They offered feedback" if entry.latest else "",
        )
        titles = {"silence": "No answer", "taken_back": "They took their offer back"}
        return shown._replace(
            title=titles.get(entry.people or entry.before or "") or no_words(bool(entry.marked)),
            said=". ".join(each for each in facts if each),
            parts=phrases(("Their words", entry.words), ("Their reason", entry.more)),
            href=f"{self.place}/rejection/{entry.id}",
        )

    def _attempt(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        channel = attempt.CHANNELS.get(entry.more or "", "")
        result = RESULTS.get(entry.after or "", "") if entry.after != "sent" else ""
        return shown._replace(
            title=ASKED.get(entry.before or "", ASKED["ask"]),
            said=". ".join(each for each in (channel, result) if each),
            parts=phrases(("With", entry.people), ("", entry.words)),
            href=f"{self.place}/attempts/{entry.id}",
        )

    def _feedback(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        own = entry.more == feedback.OWN
        words = formatting.shortened(entry.words or "", BEGINNING_OF_AN_ANSWER)
        channel = feedback.CHANNELS.get(entry.more or "", "")
        if entry.people:
            channel = channel[:1].lower() + channel[1:]
        return shown._replace(
            step=True,
            title="Your own lesson" if own else "They answered",
            said="" if own else ", ".join(each for each in (entry.people, channel) if each),
            parts=phrases(("", words)),
            href=f"/feedback/{entry.id}",
            link_label="Open",
        )

    def _action(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        day = formatting.in_sentence(formatting.day(entry.due, self.today)) if entry.due else ""
        due = day and f"For {day}"
        kind = action.KINDS.get(entry.more or "", "") if entry.more != "other" else ""
        return shown._replace(
            title="You planned an action",
            said=". ".join(each for each in (kind, due) if each),
            parts=phrases(("", formatting.unbroken(entry.words or ""))),
            href=f"/actions/{entry.id}",
            link_label="Open",
        )

    def _action_done(self, entry: Entry, shown: PresentedEntry) -> PresentedEntry:
        return shown._replace(
            step=True,
            title="You did it",
            parts=phrases(("", formatting.unbroken(entry.words or "")), ("Proof", entry.people)),
            href=f"/actions/{entry.id}",
            link_label="Open",
        )
