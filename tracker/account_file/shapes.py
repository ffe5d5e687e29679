"""Whether what a file holds fits a form that the program has for it, through and through."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

LONGEST = 1_100_000
"""Characters of one text."""
LARGEST = 2**31 - 1


def fits(value: Any, form: Any) -> bool:
    """Whether a value out of JSON is one of that type; what may be anything has to be plain."""
    kind, inside = get_origin(form), get_args(form)
    if kind in (Union, UnionType):
        return any(fits(value, each) for each in inside)
    if kind is Literal:
        return isinstance(value, str) and value in inside
    if kind is list:
        return isinstance(value, list) and all(fits(each, inside[0]) for each in value)
    if kind is tuple:
        return (
            isinstance(value, list)
            and len(value) == len(inside)
            and all(fits(each, part) for each, part in zip(value, inside, strict=True))
        )
    if kind in (dict, Mapping):
        return isinstance(value, dict) and all(fits(each, inside[1]) for each in value.values())
    if is_dataclass(form):
        return isinstance(value, dict) and _fits_parts(value, form)
    return _is_plain(value, form)


def _is_plain(value: Any, form: Any) -> bool:
    if form is str:
        return isinstance(value, str) and len(value) <= LONGEST
    if form is int:
        return type(value) is int and abs(value) <= LARGEST
    if form is date:
        return _is_day(value)
    if form in (bool, NoneType):
        return isinstance(value, form)
    return any(_is_plain(value, each) for each in (str, int, bool, NoneType))


def _is_day(value: Any) -> bool:
    try:
        return 1900 <= date.fromisoformat(value).year < 2200
    except (TypeError, ValueError):
        return False


def _fits_parts(value: dict[str, Any], form: Any) -> bool:
    known, needed = _parts(form)
    return needed <= value.keys() <= known.keys() and all(
        fits(each, known[name]) for name, each in value.items()
    )


@cache
def _parts(form: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of its parts, and those that it can't be without."""
    needed = frozenset(
        each.name
        for each in fields(form)
        if each.default is MISSING and each.default_factory is MISSING
    )
    return get_type_hints(form), needed
