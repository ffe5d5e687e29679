"""Every regular expression of ours, how it is used, and the texts that would hurt it most."""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any

import tracker

Pattern = re.Pattern[Any]
METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
LOOKS = re.compile(rf"\bre\.\w|\b[A-Z]\w*\.(?:{'|'.join(METHODS)})\b")
"""A pattern has a name in capitals."""
ANCHORED = {"match", "fullmatch"}
NO_TEXT = ("tracker.migrations",)
MANY = sre.MAXREPEAT
FEW = 20


class TooLong(BaseException):
    """It was still looking when its time was over; no handler of the code's own takes it."""


@dataclass(frozen=True)
class Used:
    """A pattern, where it stands, and by which methods it looks at a text."""

    where: str
    pattern: Pattern
    methods: frozenset[str]

    @property
    def ways(self) -> list[str]:
        """How differently it looks at a text: at its start, at all of it, or from every place."""
        return sorted({each if each in ANCHORED else "search" for each in self.methods})

    def look(self, text: str, method: str) -> None:
        """As the code does; every place of the text, where it goes through all of them."""
        given: Any = (
            text.encode("utf-8", "replace") if isinstance(self.pattern.pattern, bytes) else text
        )
        if method in ANCHORED:
            getattr(self.pattern, method)(given)
        else:
            for _ in self.pattern.finditer(given):
                pass


def modules() -> Iterator[ModuleType]:
    """All of the program, loaded."""
    for found in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if not found.name.startswith(NO_TEXT) and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


@cache
def used_patterns() -> tuple[Used, ...]:
    """Those that have a name, and those that stand in a call of `re`."""
    every = list(modules())
    trees = {each.__name__: _nodes(Path(str(each.__file__))) for each in every}
    calls = _calls_by_name(trees)
    found: dict[tuple[Any, int], Used] = {}

    def note(where: str, pattern: Pattern, methods: frozenset[str]) -> None:
        key = (pattern.pattern, pattern.flags)
        known = found.get(key)
        found[key] = Used(
            known.where if known else where,
            pattern,
            methods | (known.methods if known else frozenset()),
        )

    for module in every:
        for name, value in list(vars(module).items()):
            for pattern in _patterns_in(value, 0, module.__name__):
                note(
                    f"{module.__name__}.{name}",
                    pattern,
                    calls.get((module.__name__, name), frozenset()),
                )
        for where, pattern, methods in _in_calls(module, trees[module.__name__]):
            note(where, pattern, methods)
    return tuple(
        Used(u.where, u.pattern, u.methods or frozenset({"search"})) for u in found.values()
    )


def _nodes(file: Path) -> list[ast.AST]:
    """What a module imports, names and calls; nothing of one that looks at no text this way."""
    told, text = (ast.ImportFrom, ast.Attribute, ast.Call), file.read_text()
    if not LOOKS.search(text):
        return []
    return [each for each in ast.walk(ast.parse(text)) if isinstance(each, told)]


def _patterns_in(value: object, depth: int, module: str) -> Iterator[Pattern]:
    """In a value of a module, however it is put away there."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 6:
        inside: Iterator[object] = iter(())
        if isinstance(value, Mapping):
            inside = iter([*value.keys(), *value.values()])
        elif isinstance(value, tuple | list | set | frozenset):
            inside = iter(value)
        elif is_dataclass(value) and not isinstance(value, type):
            inside = (getattr(value, each.name, None) for each in fields(value))
        elif type(value).__module__.startswith("tracker") and hasattr(value, "__dict__"):
            inside = iter(vars(value).values())
        for each in inside:
            yield from _patterns_in(each, depth + 1, module)


def _calls_by_name(trees: Mapping[str, list[ast.AST]]) -> dict[tuple[str, str], frozenset[str]]:
    """By which methods each name of each module is used, there or where it is imported."""
    found: dict[tuple[str, str], set[str]] = {}
    for module, tree in trees.items():
        names: dict[str, tuple[str, str]] = {}
        for node in tree:
            if isinstance(node, ast.ImportFrom) and node.module:
                names |= {each.asname or each.name: (node.module, each.name) for each in node.names}
        for node in tree:
            if (
                isinstance(node, ast.Attribute)
                and node.attr in METHODS
                and isinstance(node.value, ast.Name)
            ):
                name = node.value.id
                for key in {(module, name), names.get(name, (module, name))}:
                    found.setdefault(key, set()).add(node.attr)
    return {key: frozenset(methods) for key, methods in found.items()}


def _in_calls(
    module: ModuleType, tree: list[ast.AST]
) -> Iterator[tuple[str, Pattern, frozenset[str]]]:
    """`re.sub(r"…", …)`: those whose pattern stands there or in names of the module."""
    for node in tree:
        if not (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in (*METHODS, "compile")
            and node.args
        ):
            continue
        where = f"{module.__name__}:{ast.unparse(node)[:60]}"
        flags = next((each.value for each in node.keywords if each.arg == "flags"), None)
        if flags is None and node.func.attr in (
            "search",
            "match",
            "fullmatch",
            "findall",
            "finditer",
        ):
            flags = node.args[2] if len(node.args) > 2 else None
        if flags is None and node.func.attr == "compile":
            flags = node.args[1] if len(node.args) > 1 else None
        try:
            pattern = _value(node.args[0], module)
            said = _value(flags, module) if flags is not None else 0
        except NameError:
            continue  # put together from what a function is given: what comes out has a name
        if isinstance(pattern, str | bytes):
            used = frozenset({node.func.attr}) if node.func.attr in METHODS else frozenset[str]()
            yield where, re.compile(pattern, said), used


def _value(node: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(node), "a pattern", "eval"), dict(vars(module)))


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


def seconds(act: Callable[[], object], most: float) -> float:
    """Of the processor's time, not of the clock's; stopped where it takes more than `most`.

    By the thread's clock: with such a timer that of the process tells no thousandths any more.
    """

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, over)
    began = time.thread_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, most)
        act()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooLong:
        return most
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.thread_time() - began
