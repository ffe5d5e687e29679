"""The three questions that matter before an interview."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from tracker.loop.practice.bank import BANK, PracticeQuestion, question_named
from tracker.loop.practice.choose import can_practise, questions_for, questions_in
from tracker.loop.practice.try_this import try_this

MOST = 3
USUAL = ("about-yourself", "why-this-job", "proud-of")
"""What is asked nearly anywhere, for where nothing else is known."""
LEARNT = "learnt-something"

Because = Literal["said", "gap", "posting", "here", "practised", "usual"]


class FeedbackTheme(NamedTuple):
    """A point to improve, by its theme as the reader calls it."""

    theme: str
    quote: str


class OwnStory(NamedTuple):
    """A story of the person's, as far as it counts here."""

    id: int
    question: str
    slug: str | None
    theme: str
    here: bool
    """Whether it was made for this application."""
    runs: int

    @property
    def broad(self) -> set[str]:
        """What it is about."""
        asked = question_named(self.slug)
        own = {self.theme.partition(".")[0]} - {""}
        return own or (asked.broad if asked is not None else set())


class Matter(NamedTuple):
    """A question that matters, why, and the story that answers it where there is one."""

    question: str
    slug: str | None
    because: Because
    of: str = ""
    """What to try, the skill, or the word of the posting."""
    times: int = 1
    story_id: int | None = None


def what_matters(
    said: Sequence[FeedbackTheme], gaps: Sequence[str], posting: str, stories: Sequence[OwnStory]
) -> list[Matter]:
    """Three at most: what keeps being said, what this job asks for, what is practised already.

    said: the latest first. stories: the latest practised first. No question comes twice.
    """
    chosen: list[Matter] = []
    for each in _proposed(said, gaps, posting, stories):
        known = {(matter.slug or matter.question, matter.story_id) for matter in chosen}
        slugs, numbers = {slug for slug, _ in known}, {number for _, number in known}
        if (each.slug or each.question) in slugs or (each.story_id or 0) in numbers:
            continue
        chosen.append(each)
        if len(chosen) == MOST:
            break
    return chosen


def what_next(
    said: Sequence[FeedbackTheme], stories: Sequence[OwnStory], flowed: Collection[int]
) -> Matter:
    """The one to practise now: of the same order, but none whose story flowed the last time.

    flowed: the numbers of those stories.
    """
    every = list(_proposed(said, [], "", stories))
    told = {each.slug for each in stories}
    new = (Matter(each.ask, each.slug, "usual") for each in BANK.values() if each.slug not in told)
    left = (each for each in every if each.story_id not in flowed)
    return next(left, None) or next(new, None) or every[0]


def _proposed(
    said: Sequence[FeedbackTheme], gaps: Sequence[str], posting: str, stories: Sequence[OwnStory]
) -> Iterator[Matter]:
    """The first three would do; those behind them stand in where two are the same."""
    themes = _counted(said)
    asked = list(_asked_for(gaps, posting, stories))
    yield from (_told(each, times, stories) for each, times in themes[:1])
    yield from asked[:1]
    yield from (_of_story(each, "here") for each in stories if each.here)
    yield from (_told(each, times, stories) for each, times in themes[1:] if times > 1)
    yield from (_of_story(each, "practised") for each in stories if each.runs)
    yield from (_told(each, times, stories) for each, times in themes[1:])
    yield from asked[1:]
    yield from (_with_story(BANK[slug], "usual", "", 1, stories) for slug in USUAL)


def _counted(said: Sequence[FeedbackTheme]) -> list[tuple[FeedbackTheme, int]]:
    """Each broad theme by its latest words, those said most often first."""
    spoken = [each for each in said if can_practise(each.theme)]
    times = Counter(each.theme.partition(".")[0] for each in spoken)
    latest: dict[str, FeedbackTheme] = {}
    for each in spoken:
        latest.setdefault(each.theme.partition(".")[0], each)
    return [(latest[theme], count) for theme, count in times.most_common()]


def _told(said: FeedbackTheme, times: int, stories: Sequence[OwnStory]) -> Matter:
    best = questions_for(said.theme, said.quote, 1)[0]
    broad = said.theme.partition(".")[0]
    return _with_story(best, "said", try_this(*said), times, stories, broad)


def _asked_for(gaps: Sequence[str], posting: str, stories: Sequence[OwnStory]) -> Iterator[Matter]:
    if gaps:
        yield _with_story(BANK[LEARNT], "gap", gaps[0], 1, stories)
    for each, word in questions_in(posting):
        yield _with_story(each, "posting", word, 1, stories)


def _with_story(
    question: PracticeQuestion,
    because: Because,
    of: str,
    times: int,
    stories: Sequence[OwnStory],
    broad: str = "",
) -> Matter:
    """The person's own story in its place: one for the very question, else one about the same."""
    own = next((each for each in stories if each.slug == question.slug), None)
    if own is None and broad:
        own = next((each for each in stories if broad in each.broad), None)
    if own is None:
        return Matter(question.ask, question.slug, because, of, times)
    return Matter(own.question, own.slug, because, of, times, own.id)


def _of_story(story: OwnStory, because: Because) -> Matter:
    return Matter(story.question, story.slug, because, story_id=story.id)
