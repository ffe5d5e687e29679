"""How a log is set up, as a file says it: what its form would refuse is refused here, too."""

from collections.abc import Callable
from typing import Any

from tracker.exports.work_search.presets import COLUMNS, KINDS, PRESETS

MOST_MINUTES, MOST_POINTS, LONGEST_REFERENCE = 24 * 60, 1000, 500


def log_choice(value: Any) -> dict[str, Any]:
    """The choice; a preset that this Onward does not have is passed over. Raises ValueError."""
    if not isinstance(value, dict):
        raise ValueError("is no object")
    made: dict[str, Any] = {}
    if "preset" in value:
        if not isinstance(value["preset"], str):
            raise ValueError("names no log")
        made["preset"] = value["preset"]
    for name, changed in value.items():
        if name in PRESETS:
            made[name] = _changed(name, changed)
    return made


def _changed(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or not value.keys() <= CHECKS.keys():
        raise ValueError("is no way to set up a log")
    target = value.get("target")
    if target is not None and not _number(target, PRESETS[name].most):
        raise ValueError("has a number to reach that does not fit")
    if not all(CHECKS[fact](given) for fact, given in value.items()):
        raise ValueError("is no way to set up a log")
    return dict(value)


def _number(value: Any, most: int) -> bool:
    return type(value) is int and 0 <= value <= most


CHECKS: dict[str, Callable[[Any], bool]] = {
    "target": lambda _value: True,
    "reference": lambda value: isinstance(value, str) and len(value) <= LONGEST_REFERENCE,
    "columns": lambda value: isinstance(value, list) and all(each in COLUMNS for each in value),
    "minutes": lambda value: value is None or _number(value, MOST_MINUTES),
    "points": lambda value: (
        isinstance(value, dict)
        and value.keys() <= KINDS.keys()
        and all(_number(each, MOST_POINTS) for each in value.values())
    ),
    "capped": lambda value: isinstance(value, bool),
    "week": lambda value: value is None or _number(value, 6),
}
