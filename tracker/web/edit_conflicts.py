"""The one optimistic lock: whether a form was made from what is saved, else both versions."""

import hashlib
from typing import Any, NamedTuple

from flask import request
from wtforms import BooleanField

from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField


class ConflictLine(NamedTuple):
    """One fact, both ways."""

    label: str
    theirs: str
    mine: str
    differs: bool


class Conflict(NamedTuple):
    """The facts on which the two differ."""

    rows: list[ConflictLine]


class Outdated(Exception):
    """What is saved is no longer what the form was made from; with both versions, if known."""

    def __init__(self, conflict: Conflict | None = None) -> None:
        super().__init__("changed in the meantime")
        self.conflict = conflict


def is_current(version: object) -> bool:
    """Whether this request's form was made from this version."""
    return request.form.get("version") == str(version)


def version_of(saved: Form) -> str:
    """The version of what has no number of its own: a short sign of all that the form says."""
    return sign("\x00".join(f"{field.name}={field_words(field)}" for field in saved))


def sign(text: str) -> str:
    """The same for the same text, and for no other."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def check_current(mine: Form, saved: Form) -> None:
    """Raise Outdated where other facts were saved since the form was made.

    What both say the same is no conflict, and a button that was pressed is no fact.
    """
    if is_current(version_of(saved)):
        return
    both = [(field, field_words(saved[field.name]), field_words(field)) for field in mine]
    rows = [
        ConflictLine(field.label.text, theirs, own, differs=True)
        for field, theirs, own in both
        if theirs != own and field.name not in mine.buttons
    ]
    if rows:
        raise Outdated(Conflict(rows))


def field_words(field: Any) -> str:
    """What a field says, in words."""
    if isinstance(field, BooleanField):
        return "Yes" if field.data else "No"
    if isinstance(field, OneOfField):
        chosen = (label for value, label in field.choices if field.means(value) == field.data)
        return next(chosen, "")
    return str(field._value())
