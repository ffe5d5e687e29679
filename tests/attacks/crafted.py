"""Values that no form would send, for each column of an account's file."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Date, Integer, LargeBinary

from tracker.account_file.values import checker
from tracker.models.base import UtcDateTime

WORDS = [
    "", " ", "\n", "javascript:alert(1)", "../../etc/passwd", "a\r\nX-Evil: 1", "..", ".", "/",
    "{{7*7}}{% raw %}", "%s%d%n", "=cmd|' /C calc'!A0", "\u202efdp.exe", "\u0000", "\ud800",
    "<script>MARK</script>", "'\"><img src=x onerror=MARK>", "http://[", "https://a b/",
    "http://evil.example\\@good.example", "//evil.example", "data:text/html,x", "9" * 20,
    "NaN", "-0", "é" * 200, "x" * 500, "👩‍👩‍👧" * 20, "\u0301" * 400, "[" * 300, "a" * 100_000,
    "2026-02-30", "[name] [company]", "text/html", "image/svg+xml", "plain", "au",
]  # fmt: skip
NUMBERS = [
    0,
    -1,
    1,
    2,
    23,
    24,
    99,
    2**31 - 1,
    -(2**31),
    2**31,
    2**53,
    2**63 - 1,
    -(2**63) + 1,
    2**63,
]
DAYS = [
    "0001-01-01",
    "1900-01-01",
    "1969-12-31",
    "2199-12-31",
    "2200-01-01",
    "9999-12-31",
    "2024-02-29",
]
MOMENTS = [
    "0001-01-01T00:00:00+00:00", "1900-01-02T00:00:00+14:00", "2199-12-31T23:59:59.999999-12:00",
    "2026-03-29T01:30:00+00:00", "9999-12-31T23:59:59+00:00", "2026-01-01", "2026-01-01T00:00:00",
]  # fmt: skip
ATOMS: list[Any] = [
    None,
    True,
    0,
    -1,
    5,
    2**70,
    1.5,
    1e308,
    "",
    "x",
    "au",
    "1",
    [],
    {},
    [[]],
    [{}],
    {"": {}},
    ["x", 5],
]


def odd(column: Any, usual: Any) -> Iterator[Any]:
    """For one column, where `usual` is what stands there."""
    kind = column.type
    if isinstance(kind, Boolean):
        yield from [True, False]
    elif isinstance(kind, UtcDateTime):
        yield from MOMENTS
    elif isinstance(kind, Date):
        yield from DAYS
    elif isinstance(kind, LargeBinary):
        yield from ["", "AA==", "PHNjcmlwdD4="]
    elif isinstance(kind, Integer):
        yield from NUMBERS
    elif isinstance(usual, dict | list):
        yield from changed(usual)
        yield from [{}, [], {"preset": "au"}]
    else:
        yield from WORDS
    if column.nullable:
        yield None


def changed(value: Any) -> Iterator[Any]:
    """The same with one thing in it another, at every depth; with one left out, and one more."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield {each: kept for each, kept in value.items() if each != name}
            for other in (*changed(inside), *ATOMS):
                yield {**value, name: other}
        for other in ATOMS:
            yield {**value, "unknown": other}
    elif isinstance(value, list):
        for place, inside in enumerate(value[:2]):
            for other in (*changed(inside), *ATOMS):
                yield [*value[:place], other, *value[place + 1 :]]
        for other in ATOMS:
            yield [*value, other]
        yield value * 400


def accepted(column: Any, usual: Any) -> list[Any]:
    """Those that the file's own reader lets through by themselves."""
    check, found = checker(column), []
    for value in odd(column, usual):
        try:
            check(json.loads(json.dumps(value)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            continue
        found.append(value)
    return found
