"""The letters without which a cue cannot stand in a text, so that most are passed over."""

import re
from collections.abc import Iterator

MAY_BE_MISSING = re.compile(r"\[[^\]]{,99}\](?:\{[^}]{,9}\})?|\\.|.\{[^}]{,9}\}|[^ ]\?")
LETTERS = re.compile(r"[^\W\d_]{2,}")
OFTEN = 0.3
"""How often the next letter is the one that is looked for, so that long ones are rare."""


def needed(words: str) -> tuple[str, ...]:
    """Of these one is in whatever the words find; none where nothing is certain."""
    each = [_of_all(one) for one in _apart(words)]
    return tuple(dict.fromkeys(letters for found in each for letters in found)) * all(each)


def _of_all(words: str) -> tuple[str, ...]:
    """The rarest of what must be there: a word of its own, or one of a group's."""
    plain, certain = words, []
    for start, end, missing in reversed([*_groups(words)]):
        if not missing:
            certain.append(needed(words[start + 1 : end - 1]))
        plain = f"{plain[:start]} {plain[end + missing :]}"
    certain += [(letters,) for letters in LETTERS.findall(MAY_BE_MISSING.sub(" ", plain))]
    return min(filter(None, certain), key=_expected, default=())


def _expected(any_of: tuple[str, ...]) -> float:
    return sum(OFTEN ** len(letters) for letters in any_of)


def _groups(words: str) -> Iterator[tuple[int, int, bool]]:
    """Where each group begins and ends that is in no other, and whether it may be missing."""
    depth = start = 0
    for place, char in enumerate(words):
        if char == "(" and not depth:
            start = place
        depth += (char == "(") - (char == ")")
        if char == ")" and not depth:
            yield start, place + 1, words[start + 1] == "?" or words[place + 1 :][:1] in ("?", "{")


def _apart(words: str) -> list[str]:
    """What stands beside a sign for "or" that is in no brackets."""
    inside = [char for start, end, _ in _groups(words) for char in range(start, end)]
    cuts = [i for i, char in enumerate(words) if char in "|/" and i not in {*inside}]
    return [words[i + 1 : j] for i, j in zip([-1, *cuts], [*cuts, len(words)], strict=True)]
