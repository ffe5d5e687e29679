"""Words that speak for something, each with a weight, and where they stand in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

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
OPTIONAL = re.compile(r"\([^()]*\)\?|\(\?!(?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|.\?")
INNERMOST = re.compile(r"\([^()]*\)")
LETTERS = re.compile(r"[^\W\d_]{2,}")
WORDS = Path(__file__).parent / "words"


class Cue(NamedTuple):
    """What it speaks for, how strongly, and the words as they are written in the file."""

    label: str
    weight: float
    words: str
    needs: tuple[str, ...] = ()
    """One of these stands in every text that it is found in, so that most are passed over."""


class Hit(NamedTuple):
    """A cue as it was found: the words as they stand in the text."""

    label: str
    weight: float
    words: str
    start: int
    end: int


def cues(file: str) -> tuple[Cue, ...]:
    """The cues of one of the files beside; words/README.md says how they are written."""
    return cues_in(WORDS / f"{file}.txt")


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


def needed(words: str) -> tuple[str, ...]:
    """The letters without which a cue cannot be found, where there are any."""
    certain = OPTIONAL.sub(" ", words)
    while certain != (fewer := INNERMOST.sub(" ", certain)):
        certain = fewer
    letters = LETTERS.findall(certain)
    if letters:
        return (max(letters, key=len),)
    for group in INNERMOST.findall(OPTIONAL.sub(" ", words)):
        each = [max(LETTERS.findall(one), key=len, default="") for one in re.split("[|/]", group)]
        if all(each) and words.count("(") == 1:
            return tuple(each)
    return ()


def plain_text(text: str) -> str:
    """Lower case with straight quotes, as long as the text so that places stay the same."""
    table = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.translate(table)


def find_cues(table: Iterable[Cue], text: str) -> list[Hit]:
    """Where cues are found in plain text; of those that overlap in one label, the heaviest."""
    hits = [
        Hit(cue.label, cue.weight, match.group(), match.start(), match.end())
        for cue in table
        if not cue.needs or any(letters in text for letters in cue.needs)
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
