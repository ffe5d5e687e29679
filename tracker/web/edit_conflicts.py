"""Two versions of one thing: what somebody else saved in the meantime, and what was typed."""

import hashlib
from typing import Any, NamedTuple

from flask import request
from wtforms import BooleanField

from tracker.web.fields import Form, OneOfField


class Line(NamedTuple):
    """One fact, both ways."""

    label: str
    theirs: str
    mine: str
    differs: bool


class Conflict(NamedTuple):
    """The facts on which the two differ."""

    rows: list[Line]


def version_of(saved: Form) -> str:
    """A short sign of what is saved, which a form carries to tell whether it has changed since."""
    written = "\x00".join(f"{field.name}={said(field)}" for field in saved)
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:16]


def conflict(mine: Form, saved: Form, version: str | None = None) -> Conflict | None:
    """Both versions, where what is saved is no longer what the form was made from.

    None where nothing stands in the way; what both say the same is no conflict.
    """
    if request.form.get("version") == (version or version_of(saved)):
        return None
    rows = []
    for field in mine:
        theirs, own = said(saved[field.name]), said(field)
        if theirs != own:
            rows.append(Line(field.label.text, theirs, own, differs=True))
    return Conflict(rows) if rows else None


def said(field: Any) -> str:
    """What a field says, in words."""
    if isinstance(field, BooleanField):
        return "Yes" if field.data else "No"
    if isinstance(field, OneOfField):
        chosen = (label for value, label in field.choices if field.means(value) == field.data)
        return next(chosen, "")
    return str(field._value())
