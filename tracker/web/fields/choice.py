"""A choice of a list; its class is newer than the stubs of its library."""

from typing import Any

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]


def choice(value: str, label: str, group: str | None = None, **attributes: str) -> Any:
    """One option, in a group where one is named; attributes as they are rendered."""
    return SelectChoice(value, label, attributes, group)
