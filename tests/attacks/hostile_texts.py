"""The texts that would hurt a regular expression most."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from tests.attacks.patterns import Pattern

MANY = sre.MAXREPEAT
FEW = 20


@dataclass(frozen=True)
class Hostile:
    """A text that such a pattern could go through again and again, of any length."""

    head: str
    body: str
    tail: str

    def of(self, size: int) -> str:
        """About so many signs of it."""
        many = (self.body * (size // len(self.body) + 1))[:size] if self.body else ""
        return f"{self.head}{many}{self.tail}"


def worst(pattern: Pattern) -> list[Hostile]:
    """Each sign of the pattern over and over, pairs of them, what leads up to each repeat."""
    source = pattern.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    tree = parser.parse(text, pattern.flags & ~re.UNICODE)
    found = [Hostile("", piece, "\n!\x01") for piece in _pieces(tree)]
    for head, body, tail in islice(_pumps(list(tree)), 60):
        found += [Hostile(head, body, each) for each in ("\x01", f"{tail}\x01")]
        found.append(Hostile("", head + body, ""))
    return list(dict.fromkeys(found))


def _pieces(tree: Any) -> Iterator[str]:
    """What is said over and over: each sign of the pattern, pairs of them, and the usual ones."""
    signs = dict.fromkeys(" \n1a.é")
    signs |= dict.fromkeys(islice(_signs(tree), 40))
    yield from signs
    near = list(dict.fromkeys(_signs(tree)))[:7]
    for one in near:
        for other in near:
            if one != other:
                yield one + other
    for example in islice(_examples(list(tree)), 6):
        yield example
        yield example[:-1]


def _signs(tree: Any) -> Iterator[str]:
    for op, value in tree:
        if op is sre.LITERAL:
            yield chr(value)
        elif op in (sre.IN, sre.ANY, sre.NOT_LITERAL):
            yield from _of_class(op, value)
        else:
            for inside in _inside(op, value):
                yield from _signs(inside)


def _inside(op: Any, value: Any) -> list[Any]:
    if op is sre.BRANCH:
        return list(value[1])
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [value[2]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    if op is sre.ATOMIC_GROUP:
        return [value]
    return []


CATEGORIES = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " \n", sre.CATEGORY_WORD: "a1_",
    sre.CATEGORY_NOT_DIGIT: "a -", sre.CATEGORY_NOT_SPACE: "a.", sre.CATEGORY_NOT_WORD: " -.",
}  # fmt: skip


def _of_class(op: Any, value: Any) -> str:
    """A few signs that the class takes."""
    if op is sre.ANY:
        return "a ."
    if op is sre.NOT_LITERAL:
        return "".join(each for each in "a 1-." if ord(each) != value)
    without = bool(value) and value[0][0] is sre.NEGATE
    signs = ""
    for kind, each in value:
        if kind is sre.LITERAL:
            signs += chr(each)
        elif kind is sre.RANGE:
            signs += chr(each[0])
        elif kind is sre.CATEGORY:
            signs += CATEGORIES[each]
    if without:
        return "".join(each for each in "a 1-._(<\"'\n,é" if each not in signs) or "\x02"
    return signs


def _example(tree: list[Any]) -> str:
    """A text that such a piece of a pattern takes: the shortest that is easily found."""
    return next(iter(_examples(tree)), "")


def _examples(tree: list[Any]) -> Iterator[str]:
    """A few of them: where there are branches, one by each."""
    if not tree:
        yield ""
        return
    (op, value), rest = tree[0], tree[1:]
    heads: Iterator[str] | list[str]
    if op is sre.LITERAL:
        heads = [chr(value)]
    elif op in (sre.IN, sre.ANY, sre.NOT_LITERAL):
        heads = list(_of_class(op, value)[:1])
    elif op is sre.BRANCH:
        heads = (each for branch in value[1] for each in islice(_examples(list(branch)), 2))
    elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        times = max(value[0], 1)
        heads = (each * min(times, 50) for each in islice(_examples(list(value[2])), 3))
    elif op is sre.SUBPATTERN:
        heads = _examples(list(value[3]))
    elif op is sre.ATOMIC_GROUP:
        heads = _examples(list(value))
    else:
        heads = [""]
    tail = _example(rest)
    for head in islice(heads, FEW):
        yield head + tail


def _pumps(tree: list[Any]) -> Iterator[tuple[str, str, str]]:
    """What leads to each repeat without an end, what it takes again and again, what follows."""
    for place, (op, value) in enumerate(tree):
        head, tail = _example(tree[:place]), _example(tree[place + 1 :])
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inside = value
            if most is MANY or most > 100:
                for body in islice(_examples(list(inside)), 4):
                    yield head, body, tail
                first = list(inside)
                if len(first) == 1 and first[0][0] in (sre.IN, sre.ANY, sre.NOT_LITERAL):
                    for sign in _of_class(*first[0])[:6]:
                        yield head, sign, tail
            for before, body, after in _pumps(list(inside)):
                yield head + before, body, after + tail
        else:
            for inside in _inside(op, value):
                for before, body, after in _pumps(list(inside)):
                    yield head + before, body, after + tail
