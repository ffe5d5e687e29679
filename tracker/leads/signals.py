"""What one application tells of what excites a person, and how much it counts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tracker.leads.ad import work_and_rest
from tracker.leads.topic_table import LEVELS
from tracker.leads.topics import topics_in, topics_of_words
from tracker.leads.words import role_words, stems
from tracker.values.folding import fold

Kind = Literal["spark", "skill", "role", "company", "topic", "setting"]

EXCITES: Mapping[int | None, float] = {5: 1.0, 4: 0.7, 3: 0.25, None: 0.2, 2: -0.5, 1: -1.0}
INTERVIEWED = 1.25
YEAR = 365
SAID = 0.3
"""What a word weighs that was noted as exciting, and stands on no application."""
PARTLY = 0.5
"""What stands in an ad or among skills tells half as much of the job as its role and sparks."""
LONGEST_PHRASE = 6
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SETTINGS = {"remote": "Remote", "hybrid": "Hybrid", "onsite": "On site", "part_time": "Part time",
            "full_time": "Full time", "casual": "Casual", "contract": "Contract"}  # fmt: skip


class ApplicationSignals(NamedTuple):
    """One application."""

    id: int
    company: str
    role: str
    excitement: int | None
    interviewed: bool
    days: int
    """How long ago it was."""
    sparks: Sequence[str] = ()
    skills: Sequence[str] = ()
    workplace: str | None = None
    employment: str | None = None
    posting: str = ""
    """The beginning of its ad."""

    @property
    def weight(self) -> float:
        """Below nought where it did not excite."""
        weight = EXCITES.get(self.excitement, 0.0)
        if weight > 0 and self.interviewed:
            weight *= INTERVIEWED
        return weight / (1 + max(0, self.days) / YEAR)

    def signals(self, ad: str) -> Iterator[tuple[Kind, str, float]]:
        """Each thing that it and its ad tell, and how much it excited; what stands first counts."""
        weight = self.weight
        sparked = max(weight, SAID)  # what excited in a job that did not excite is still a spark
        for name in self.sparks:
            yield "spark", name, sparked
        for name in role_words(self.role).values():
            yield "role", name, weight
        for name in self.skills:
            yield "skill", name, weight
        for name in settings_of(self.workplace, self.employment):
            yield "setting", name, weight
        yield "company", fold(self.company).strip(), weight
        for name in (self.role, apart(self.company)):
            yield from (("topic", topic, weight) for topic in topics_in(name))
        for name in self.sparks:
            yield from (("topic", topic, sparked) for topic in topics_in(name) - LEVELS)
        about = topics_of_words(work_and_rest(ad)[0]).union(*map(topics_in, self.skills))
        yield from (("topic", topic, weight * PARTLY) for topic in about - LEVELS)


def settings_of(workplace: str | None, employment: str | None) -> list[str]:
    """How one works there, in words."""
    return [SETTINGS[each] for each in (workplace, employment) if each in SETTINGS]


def apart(company: str) -> str:
    """A company's name with its words apart: TeachNow, Teach Now."""
    return CAPITAL.sub(" ", company)


@lru_cache(maxsize=5_000)
def phrase_of(name: str) -> tuple[str, ...]:
    """A name as texts are searched for it."""
    return tuple(stems(name[:200]))[:LONGEST_PHRASE] or tuple(fold(name[:200]).split()[:1])
