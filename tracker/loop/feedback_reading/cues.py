"""Words that speak for something, each with a weight, and where they stand in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from tracker.loop.feedback_reading.needed import needed

BETWEEN, ONE_WORD = r"[^\w.!?'%-]+", r"[\w'%-]++"
GAP = rf"(?:{BETWEEN}{ONE_WORD}){{0,5}}?{BETWEEN}"
"""Up to five words of the same sentence, for "..." in a cue; no sign is of both kinds, or a
line of dashes could be taken apart in more ways than there is time for."""


GROUP = re.compile(r"\((?!\?)")
SIGNS = (
    ("$", r"\$"),
    (" ... ", GAP),
    (" ...", rf"(?:{BETWEEN}{ONE_WORD}){{0,5}}"),
    (" ?", r"\s?"),
    (" *", r"\s++[\w'-]{1,40}"),
    ("*", r"[\w'-]{0,40}"),
    ("_", r"[\w-]{1,40}"),
    ("#", r"\d[\d.,]{0,20}"),
    (" ", r"\s++"),
)
WORDS = Path(__file__).parent / "words"


class Cue(NamedTuple):
    """What it speaks for, how strongly, and the words as they are written in the file."""

    label: str
    weight: float
    words: str
    needs: tuple[str, ...] = ()
    """One of these stands in every text that it is found in, so that most are passed over."""


START = 3


class Cues(tuple[Cue, ...]):
    """Cues in their order, which are looked through once for all that need the same letters."""

    @cached_property
    def by_start(self) -> dict[str, dict[str, list[int]]]:
        """The places of those that need some letters, by how these begin; of others, by nothing."""
        starts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, cue in enumerate(self):
            for letters in cue.needs or ("",):
                starts[letters[:START]][letters].append(place)
        return {start: dict(places) for start, places in starts.items()}

    def possible_in(self, text: str) -> list[Cue]:
        """Those whose letters stand in the text; all others are not in it."""
        sizes = (0, 2, START)
        starts = {text[place : place + size] for size in sizes for place in range(len(text))}
        found: set[int] = set()
        for start in starts & self.by_start.keys():
            for letters, places in self.by_start[start].items():
                if letters in text:
                    found.update(places)
        return [self[place] for place in sorted(found)]


class Hit(NamedTuple):
    """A cue as it was found: the words as they stand in the text."""

    label: str
    weight: float
    words: str
    start: int
    end: int


@lru_cache(maxsize=8)
def cues(*files: str) -> Cues:
    """The cues of some of the files beside; words/README.md says how they are written."""
    return Cues(cue for file in files for cue in cues_in(WORDS / f"{file}.txt"))


@lru_cache(maxsize=8)
def cues_in(file: Path) -> tuple[Cue, ...]:
    """The cues of a file that is written in that way."""
    made: list[Cue] = []
    label = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("["):
            label = line.strip("[] ")
        elif line.strip():
            weight, _, words = line.partition(" ")
            made += [Cue(label, float(weight), one, needed(one)) for one in words.split(" | ")]
    return tuple(made)


@lru_cache(maxsize=4096)
def pattern(words: str) -> re.Pattern[str]:
    """Made when a text may hold the cue: making all of them takes a third of a second."""
    made = GROUP.sub("(?:", words.strip().replace("/", "|"))
    for sign, meaning in SIGNS:
        made = made.replace(sign, meaning)
    return re.compile(rf"(?<!\w)(?:{made})(?!\w)")


STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})
ONE_BY_ONE = re.compile("[İΣ]")
"""Signs whose lower case is two signs long, or depends on what follows."""


def plain_text(text: str) -> str:
    """Lower case with straight quotes, as long as the text so that places stay the same."""
    lowered = text.lower()
    if ONE_BY_ONE.search(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.translate(STRAIGHT)


def find_cues(table: Cues, text: str) -> list[Hit]:
    """Where cues are found in plain text; of those that overlap in one label, the heaviest."""
    hits = [
        Hit(cue.label, cue.weight, match.group(), match.start(), match.end())
        for cue in table.possible_in(text)
        for match in pattern(cue.words).finditer(text)
    ]
    hits.sort(key=lambda hit: (-hit.weight, hit.start - hit.end, hit.start))
    kept: list[Hit] = []
    taken: dict[str, bytearray] = defaultdict(lambda: bytearray(len(text)))
    for hit in hits:
        place = taken[hit.label]
        if not any(place[hit.start : hit.end]):
            place[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def blanked_out(text: str, hits: Iterable[Hit]) -> str:
    """The text with what was found blanked out, as long as before."""
    for hit in hits:
        text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    return text
