"""A person's progress as a coach reads it: words made from a record, which is masked already."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from tracker.models.interview import OUTCOMES
from tracker.sharing.loop_rows import ActionRow, FeedbackRow, PointRow
from tracker.sharing.news import News
from tracker.sharing.papers import shows_file
from tracker.sharing.record import Record
from tracker.sharing.roles import roles_in_words
from tracker.sharing.rows import ApplicationRow, InterviewRow, MoveRow, OfferRow
from tracker.sharing.themes import SharedTheme, strengths, to_improve
from tracker.values.formatting import full_day, plain_day, shortened
from tracker.views.coach.shared_facts import shared_facts
from tracker.views.coach.shared_minute import MinuteFigure, bars_of, figures_of, lead_of, rest_of
from tracker.views.coach.shared_note import SharedNote

HELP = 600
"""Characters of what help is wanted with that are read at once; the rest is folded."""
FEW = 5
"""Themes, interviews ahead and plans, in what is read in a minute."""


class SharedFeedback(NamedTuple):
    """What somebody said, with the points in it."""

    line: FeedbackRow
    points: Sequence[PointRow]


@dataclass(frozen=True)
class SharedPage:
    """The page: `place` is where it stands, so that a preview leads on to previews."""

    record: Record
    place: str
    query: str = ""
    notes: Sequence[SharedNote] = ()
    seen_at: datetime | None = None
    """When its reader was here before; what was written down since is marked."""

    def of_application(self, number: int) -> str:
        """Where one application stands."""
        return f"{self.place}/applications/{number}{self.query}"

    def of_shown(self, number: int) -> str:
        """The same, or nothing where applications are not shown."""
        return self.of_application(number) if number in self._shown else ""

    @property
    def figures(self) -> list[MinuteFigure]:
        """The numbers that stand on top."""
        return figures_of(self.record.summary) if self.record.summary else []

    @property
    def lead(self) -> list[tuple[str, str]]:
        """The few rows below them, and how sure they are."""
        counted = self.record.summary
        return lead_of(counted, self.record.pace) if counted and any(counted) else []

    @property
    def rest(self) -> list[tuple[str, str]]:
        """The other numbers, a tap away and on paper."""
        counted = self.record.summary
        return rest_of(counted, self.record.pace) if counted and any(counted) else []

    @property
    def bars(self) -> list[int]:
        """How fast, drawn."""
        return bars_of(self.record.pace)

    @cached_property
    def roles(self) -> str:
        """What is aimed at."""
        return roles_in_words(self.record.applications)

    @cached_property
    def news(self) -> News | None:
        """What is new to its reader; None where nobody was here before."""
        return News(self.record, self.seen_at) if self.seen_at else None

    def mark(self, row: object) -> str:
        """What a row is marked with, if it is new."""
        return self.news.mark(row) if self.news else ""

    @cached_property
    def offers(self) -> list[OfferRow]:
        """Those that wait for an answer."""
        return self.record.offers_to_answer

    def offer_words(self, line: OfferRow) -> str:
        """Came on Fri 20 Nov 2026 · to answer by Fri 27 Nov 2026 · $65k."""
        came = f"Came on {full_day(line.on)}" if line.on else "Came on a day not known"
        by = f"to answer by {full_day(line.answer_by)}" if line.answer_by else ""
        return " · ".join(filter(None, (came, by, shortened(line.pay_text, 80))))

    @property
    def help(self) -> tuple[str, str]:
        """What help is wanted with: as much as is read in a minute, and the rest."""
        words = self.record.help_wanted
        if len(words) <= HELP:
            return words, ""
        end = max(words.rfind(" ", 0, HELP), words.rfind("\n", 0, HELP))
        return words[: end if end > 0 else HELP], words[end if end > 0 else HELP :].lstrip()

    @property
    def ahead(self) -> list[InterviewRow]:
        """Interviews to come, the soonest first."""
        return [line for line in self.record.interviews if self._is_ahead(line)][::-1]

    def state_of(self, line: InterviewRow) -> str:
        """What came of an interview, so far."""
        if self._is_ahead(line):
            return "Still ahead"
        return "" if line.outcome == OUTCOMES["unknown"] else line.outcome

    @property
    def themes(self) -> list[SharedTheme]:
        """What they say could be better, and what was done about it."""
        return to_improve(self.record)

    @property
    def strengths(self) -> list[SharedTheme]:
        """What they value."""
        return strengths(self.record)

    @property
    def to_do(self) -> list[ActionRow]:
        """Actions that are open."""
        return [line for line in self.record.actions if line.done_on is None]

    @property
    def answers(self) -> list[SharedFeedback]:
        """What they said, each with its points."""
        points: dict[int, list[PointRow]] = defaultdict(list)
        for point in self.record.points:
            points[point.feedback_id].append(point)
        return [SharedFeedback(line, points[line.id]) for line in self.record.feedback]

    @cached_property
    def answered(self) -> frozenset[int]:
        """Applications after which somebody said more than no."""
        return frozenset(line.application_id for line in self.record.feedback)

    @property
    def ways(self) -> dict[int, str]:
        """How each application went on: Applied 2 Mar 2026 → Interview 12 Mar 2026."""
        steps: dict[int, list[str]] = defaultdict(list)
        for move in self.record.moves:
            steps[move.application_id].append(step(move))
        return {number: " → ".join(each) for number, each in steps.items()}

    @property
    def moved(self) -> list[tuple[str, str, str]]:
        """The same where the applications themselves are not shown: role, company, way."""
        names = {line.application_id: (line.role, line.company) for line in self.record.moves}
        return [(*names[number], way) for number, way in self.ways.items()]

    def application(self, number: int) -> ApplicationRow | None:
        """One application, where it is shown."""
        return next((line for line in self.record.applications if line.id == number), None)

    def facts(self, line: ApplicationRow) -> list[tuple[str, str]]:
        """What is known of one application, without what leads outside."""
        return shared_facts(line)

    def files(self, line: ApplicationRow) -> list[tuple[str, str, str]]:
        """What may be opened beside an application: word, the version's name, where it is."""
        found = (("Résumé", "resume", line.resume), ("Letter", "letter", line.letter))
        return [
            (label, name, f"{self.place}/applications/{line.id}/{kind}{self.query}")
            for label, kind, name in found
            if name and shows_file(self.record.choice, kind)
        ]

    def notes_on(self, number: int) -> list[SharedNote]:
        """The notes beside one application."""
        return [note for note in self.notes if note.application_id == number]

    def _is_ahead(self, line: InterviewRow) -> bool:
        return line.is_ahead(self.record.made_at)

    @cached_property
    def _shown(self) -> frozenset[int]:
        return frozenset(line.id for line in self.record.applications)


def step(move: MoveRow) -> str:
    """A stage and the day on which it came to it."""
    return f"{move.after} {plain_day(move.on)}" if move.on else move.after
