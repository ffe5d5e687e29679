"""Stories and the times that they were said aloud, as they read."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.practice import BANK, Matter, PracticeQuestion, shape_of
from tracker.models.reads.preparation.practice import Practised
from tracker.models.story import WENT, PracticeRun, Story
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, shortened

LONGEST = 80
"""Signs of what was said, beside a question."""


class WrittenLine(NamedTuple):
    """One of the four lines that is written."""

    label: str
    words: str


class PresentedStory(NamedTuple):
    """A story in a list."""

    href: str
    question: str
    practised_words: str


class PresentedMatter(NamedTuple):
    """A question that matters before an interview, with the story that answers it."""

    question: str
    because: str
    lines: list[WrittenLine]
    href: str
    has_story: bool


def written_lines(story: Story) -> list[WrittenLine]:
    """Those of the four that are written, by what each is called."""
    every = ((line.label, getattr(story, line.name)) for line in shape_of(story.slug))
    return [WrittenLine(label, words) for label, words in every if words]


def present_stories(
    found: Iterable[Practised], today: date, zone: ZoneInfo
) -> list[PresentedStory]:
    """Each with how often and when it was practised."""
    return [
        PresentedStory(
            f"/practice/{each.story.id}", each.story.question, practised_words(each, today, zone)
        )
        for each in found
    ]


def practised_words(each: Practised, today: date, zone: ZoneInfo) -> str:
    """Practised once, today, 1 min 35 s, bumpy; or 3 times, last today."""
    if not each.runs or each.last_at is None:
        return "Not said aloud yet"
    on = in_sentence(day(day_of(each.last_at, zone), today))
    last = on if each.runs == 1 else f"last {on}"
    went = WENT.get(each.last_went or "", "").lower()
    return ", ".join(filter(None, (times_words(each.runs), last, spoken(each.last_seconds), went)))


def times_words(runs: int) -> str:
    """Practised once, practised 3 times."""
    return "Practised once" if runs == 1 else f"Practised {runs} times"


def proof_words(found: Sequence[Practised]) -> str:
    """What several stories of one plan add up to, as its proof; nothing before the first time."""
    runs = sum(each.runs for each in found)
    if not runs:
        return ""
    last = spoken(found[0].last_seconds)
    return f"{times_words(runs)}{f', last {last}' if last else ''}"


def spoken(seconds: int | None) -> str:
    """1 min 35 s."""
    if not seconds:
        return ""
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest else "")
    return " ".join(filter(None, parts))


def run_words(run: PracticeRun, now: datetime, zone: ZoneInfo) -> str:
    """One time in a line: Today, 1 min 35 s, it flowed."""
    on = day(day_of(run.created_at, zone), day_of(now, zone))
    return ", ".join(filter(None, (on, spoken(run.seconds), run.went_label.lower())))


def present_matters(
    matters: Iterable[Matter], stories: Iterable[Practised], application_id: int | None = None
) -> list[PresentedMatter]:
    """Each with the lines that the person wrote for it, perhaps before an interview."""
    known = {each.story.id: each.story for each in stories}
    return [_matter(each, known.get(each.story_id or 0), application_id) for each in matters]


def _matter(matter: Matter, story: Story | None, application_id: int | None) -> PresentedMatter:
    what_for = f"application={application_id}&" if application_id is not None else ""
    new = f"/practice/new?{what_for}question={matter.slug}"
    return PresentedMatter(
        matter.question,
        because_words(matter),
        written_lines(story) if story is not None else [],
        f"/practice/{story.id}" if story is not None else new,
        story is not None,
    )


def because_words(matter: Matter) -> str:
    """Why it matters here."""
    of = shortened(matter.of, LONGEST)
    return {
        "said": f"Try this: {of}",
        "gap": f"They ask for {of}",
        "posting": f"The posting says “{of}”",
        "here": "Your story for this job",
        "practised": "Once more, now that you have tried it",
        "usual": "A question to begin with",
    }[matter.because]


def questions_by_theme(labels: dict[str, str]) -> list[tuple[str, list[PracticeQuestion]]]:
    """All that Onward brings, each once, under what it is about first."""
    found: dict[str, list[PracticeQuestion]] = {theme: [] for theme in labels}
    for each in BANK.values():
        found[each.themes[0].partition(".")[0]].append(each)
    return [(labels[theme], questions) for theme, questions in found.items() if questions]
