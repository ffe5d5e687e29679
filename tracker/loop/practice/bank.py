"""The questions that Onward brings, and the four lines by which each is answered."""

import tomllib
from pathlib import Path
from typing import NamedTuple

PLACE = Path(__file__).parent / "questions.toml"


class AnswerLine(NamedTuple):
    """One of the four lines of an answer: its fact, what it is called, what goes there."""

    name: str
    label: str
    hint: str


SHAPES: dict[str, tuple[AnswerLine, ...]] = {
    "story": (
        AnswerLine("situation", "Situation", "Where and when, in a line"),
        AnswerLine("task", "Task", "What had to be done, or was asked of you"),
        AnswerLine("did", "Action", "What you did yourself, step by step"),
        AnswerLine("result", "Result", "What came of it: a number, or what somebody said"),
    ),
    "reasons": (
        AnswerLine("situation", "To begin with", "The answer in one sentence"),
        AnswerLine("task", "Because", "What they need, or what you found out"),
        AnswerLine("did", "For example", "A time when you did or showed it"),
        AnswerLine("result", "So", "What that means for them"),
    ),
}
"""A time that it was so; and a question that asks for no such time."""
STORY = "story"


class PracticeQuestion(NamedTuple):
    """A question as an interviewer asks it; questions.toml says what each fact is."""

    slug: str
    ask: str
    listens_for: str
    themes: tuple[str, ...]
    words: tuple[str, ...]
    asks: tuple[str, ...] = ()
    shape: str = STORY

    @property
    def broad(self) -> set[str]:
        """What it is about, without what is finer."""
        return {each.partition(".")[0] for each in self.themes}


def _read(text: str) -> dict[str, PracticeQuestion]:
    rows = tomllib.loads(text)["questions"]
    lists = ("themes", "words", "asks")
    return {
        row["slug"]: PracticeQuestion(**row | {name: tuple(row.get(name, ())) for name in lists})
        for row in rows
    }


BANK = _read(PLACE.read_text("utf-8"))


def question_named(slug: str | None) -> PracticeQuestion | None:
    """One of them, if it is still asked."""
    return BANK.get(slug or "")


def shape_of(slug: str | None) -> tuple[AnswerLine, ...]:
    """The four lines for a question; those of a story for one of the person's own."""
    found = question_named(slug)
    return SHAPES[found.shape if found is not None else STORY]
