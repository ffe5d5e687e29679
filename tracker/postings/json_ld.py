"""The JSON-LD of a page, however it was broken on its way into it."""

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

Node = dict[str, Any]
LARGEST = 1_000_000
DEEPEST = 100
MOST = 20_000
"""Values that are walked."""
TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
WRAPPED = re.compile(r"^\s{0,200}(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)")
WRAPPING = re.compile(r"(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s{0,200}$")
BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


def job_postings(scripts: Iterable[str]) -> list[Node]:
    """Every JobPosting in them, what they refer to by @id put in its place."""
    values = [value for script in scripts for value in _values(script)]
    nodes = list(_nodes(values))
    known = {node["@id"]: node for node in nodes if _names(node) and isinstance(node["@id"], str)}
    found = [node for node in nodes if is_a(node, "jobposting")]
    return [_joined(node, known) for node in found]


def is_a(node: Node, kind: str) -> bool:
    """Whether it is of a type of schema.org, however that is written."""
    said = node.get("@type")
    types = said if isinstance(said, list) else [said]
    return any(
        re.split(r"[/#:]", each)[-1].lower() == kind for each in types if isinstance(each, str)
    )


def _names(node: Node) -> bool:
    return "@id" in node and len(node) > 1


def _joined(node: Node, known: dict[str, Node]) -> Node:
    def whole(value: Any) -> Any:
        if isinstance(value, list):
            return [whole(each) if isinstance(each, dict) else each for each in value[:100]]
        if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
            return known.get(value["@id"], value)
        return value

    return {name: whole(value) for name, value in node.items()}


def _values(script: str) -> Iterator[Any]:
    """The values of one script; what can't be read is left."""
    text = WRAPPING.sub("", WRAPPED.sub("", script[:LARGEST])).strip().rstrip(";")
    if text.startswith(("{&quot;", "[{&quot;")):
        text = html.unescape(text)
    if not text or too_deep(text):
        return
    for written in (text, TRAILING_COMMA.sub("", text)):
        try:
            yield json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        return
    yield from _in_a_row(TRAILING_COMMA.sub("", text))


def _in_a_row(text: str) -> Iterator[Any]:
    """Values that follow each other, up to the first that is broken."""
    decoder, place = json.JSONDecoder(strict=False), 0
    for _ in range(50):
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield value


def too_deep(text: str) -> bool:
    """Whether it goes deeper than any posting does: counted before it is parsed."""
    depth = 0
    for found in BRACKETS.finditer(text):
        sign = found[0]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif sign in "]}":
            depth -= 1
    return False


def _nodes(values: list[Any]) -> Iterator[Node]:
    """Every object within, those above first."""
    waiting: deque[Any] = deque(values)
    for _ in range(MOST):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(each for each in value.values() if isinstance(each, dict | list))
        elif isinstance(value, list):
            waiting.extend(each for each in value if isinstance(each, dict | list))
