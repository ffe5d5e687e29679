"""Names say what a thing is in the words of the field, and not in a picture or in a bare verb."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.paths import CHECKOUT, PACKAGE, TEMPLATES

GONE = {
    "told": "what it is about: zone_hours, notices, signals",
    "said": "words, label, feedback, match",
    "kept": "saved, settings",
    "keep": "save with what is saved, as in save_file",
    "heard": "reply",
    "shown": "presenter for a module, present_<noun> for a function",
    "found": "results, count",
    "asked": "question, query",
    "seen": "findings",
    "carried": "pending form, hidden fields",
    "taking": "update",
    "recording": "record, records",
    "looking": "check",
    "reaching": "connection",
    "matching": "match, candidate",
    "preparing": "preparation",
    "desk": "reader",
}
"""Each word that was a picture, a bare participle or the twin of a noun, and what to say."""

OF_THE_PRODUCT = {
    "_told_now": "stored with each attempt of that call (docs/glossary.md, told now)",
    "0005_heard": "a migration that was released",
}
"""File names that stay, and why."""

OF_PEOPLE = ("tests/data/", "tests/mail/labelled")
"""Where files hold what others wrote and labelled."""


def words_of(name: str) -> set[str]:
    """Of snake_case and CamelCase alike."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", name)}


def modules(folder: Path) -> Iterator[Path]:
    """Its modules and templates, and the folders that they lie in."""
    for file in folder.rglob("*"):
        if file.suffix in (".py", ".html") and not str(file.relative_to(CHECKOUT)).startswith(
            OF_PEOPLE
        ):
            yield file


def defined(file: Path) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Classes wherever they stand, and functions that other modules can ask for."""
    tree = ast.parse(file.read_text("utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    yield from (node for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("folder", [PACKAGE, TEMPLATES])
def test_no_module_and_no_template_is_named_by_a_picture(folder: Path) -> None:
    named = {
        str(file.relative_to(CHECKOUT)): GONE[word]
        for file in modules(folder)
        if file.stem not in OF_THE_PRODUCT
        for part in (file.stem, file.parent.name)
        for word in words_of(part) & GONE.keys()
    }

    assert named == {}


def test_no_class_and_no_function_of_a_module_is_called_by_a_bare_picture() -> None:
    named = {
        f"{file.relative_to(PACKAGE)}: {node.name}": GONE[word]
        for file in modules(PACKAGE)
        if file.suffix == ".py" and "versions" not in file.parts
        for node in defined(file)
        for word in (words_of(node.name) if isinstance(node, ast.ClassDef) else {node.name})
        if word in GONE
    }

    assert named == {}


def test_nothing_is_handed_on_under_the_name_of_a_picture() -> None:
    """A reader of rows was a desk, two hundred times."""
    named = [
        f"{file.relative_to(PACKAGE)}: {node.arg}"
        for file in modules(PACKAGE)
        if file.suffix == ".py"
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.arg) and node.arg == "desk"
    ]

    assert named == []


def test_what_stays_is_still_there() -> None:
    there = {file.stem for folder in (PACKAGE, TEMPLATES) for file in modules(folder)}

    assert set(OF_THE_PRODUCT) - there == set()
