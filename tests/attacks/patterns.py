"""Every regular expression of ours, and how it is used."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import tracker

Pattern = re.Pattern[Any]
METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
LOOKS = re.compile(rf"\bre\.\w|\b[A-Z]\w*\.(?:{'|'.join(METHODS)})\b")
"""A pattern has a name in capitals."""
ANCHORED = {"match", "fullmatch"}
NO_TEXT = ("tracker.migrations",)


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
