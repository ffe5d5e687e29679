"""What a sheet leaves open, as panels of a page: at most a few, words alike in one of them."""

from collections.abc import Collection, Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field

from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ASK, Question
from tracker.views.imports.word_groups import group_name

AT_ONCE = 5
"""Questions of one page; the others come after these."""
MOST_WORDS = 20
"""Words that are shown with a field each, the most frequent ones."""
FEW = 6
"""Answers that are all in view; more are a list to choose from."""


@dataclass(frozen=True)
class Part:
    """One word of several that are asked about together, or a question's only field."""

    name: str
    options: dict[str, str]
    likely: str
    value: str
    label: str = ""
    why: str = ""
    """Why it isn't certain."""
    rows: int = 0

    @property
    def side_by_side(self) -> bool:
        """Whether all answers are in view at once."""
        return len(self.options) <= FEW


@dataclass(frozen=True)
class Panel:
    """One question of the page."""

    words: str
    decides: str
    rows: int
    at_least: bool = False
    whole: Part | None = None
    """The field that answers it for all of its rows."""
    parts: list[Part] = field(default_factory=list)
    """A field for each of its words."""
    left: int = 0
    """How many more words there are; their rows are looked at one by one."""
    codes: tuple[str, ...] = ()
    """The codes of `Mapping.questions` that it answers."""

    @property
    def name(self) -> str:
        """Its place on the page."""
        return f"ask-{self.codes[0]}"

    @property
    def of_words(self) -> bool:
        """Whether it asks what words of the sheet mean; such panels stand in one list."""
        return bool(self.parts)

    @property
    def answers(self) -> dict[str, str]:
        """What each code is answered by; a word's own field goes before that of all."""
        if not self.parts:
            return dict.fromkeys(self.codes, self.whole.value if self.whole else "")
        said = {part.name: part.value for part in self.parts}
        if self.whole is None:
            return said
        likely = self.whole.likely
        return {
            code: self.whole.value if said.get(code, likely) == likely else said[code]
            for code in self.codes
        }


def panels(mapping: Mapping, typed: Dict[str, str]) -> list[Panel]:
    """All that is open, in the order of the questions, as it stands or was typed."""
    alike: dict[str, list[Question]] = {}
    found: list[list[Question]] = []
    for question in mapping.questions:
        if not question.keys:
            found.append([question])
        elif question.likely in alike:
            alike[question.likely].append(question)
        else:
            found.append(alike.setdefault(question.likely, [question]))
    return [_panel(group, typed, mapping) for group in found]


def unseen(found: list[Panel], seen: Collection[str]) -> list[Panel]:
    """Those that a person has not had before."""
    return [panel for panel in found if not set(panel.codes) <= set(seen)]


def _panel(group: list[Question], typed: Dict[str, str], mapping: Mapping) -> Panel:
    first, whole = group[0], None
    found = sorted((each for each in group if each.keys), key=lambda each: -each.rows)
    parts = [_part(each, typed, mapping) for each in found[:MOST_WORDS]]
    if not parts:
        whole = _part(first, typed, mapping)
    elif len(parts) > 1 and first.likely != ASK:
        name = group_name(first.likely)
        whole = Part(name, first.options, first.likely, typed.get(name) or first.likely)
    return Panel(
        first.words,
        first.decides,
        sum(each.rows for each in group),
        first.at_least,
        whole,
        parts,
        len(found) - len(parts),
        tuple(each.code for each in group),
    )


def _part(question: Question, typed: Dict[str, str], mapping: Mapping) -> Part:
    words = [mapping.statuses[key].text or "(empty)" for key in question.keys]
    return Part(
        question.code,
        question.options,
        question.likely,
        typed.get(question.code) or standing(question, mapping),
        " · ".join(dict.fromkeys(words)),
        question.decides,
        question.rows,
    )


def standing(question: Question, mapping: Mapping) -> str:
    """What is selected before anybody has said anything: the likeliest, else what was said."""
    if question.code in mapping.answered:
        return mapping.answers[question.code]
    return question.likely


def shown_first(found: list[Panel], seen: Collection[str]) -> Iterator[Panel]:
    """As many as one page asks; the meanings of words stand in one list, and are one question."""
    left = AT_ONCE - any(panel.of_words for panel in unseen(found, seen))
    for panel in unseen(found, seen):
        left -= not panel.of_words
        if panel.of_words or left >= 0:
            yield panel
