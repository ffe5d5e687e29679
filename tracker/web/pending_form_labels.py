"""What was carried through signing in, as its form would name it: labels, and words for codes."""

from collections.abc import Iterator
from importlib import import_module

from flask import current_app
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from wtforms import BooleanField, DateField, Field

from tracker.values.formatting import full_day
from tracker.web.fields.form import Form
from tracker.web.pending_form import PendingForm

UNSEEN = {"key", "version", "was", "spent", "before", "after", "from", "to", "tone", "language"}
"""Fields of no form that nobody typed."""

CHOSEN = {"workplace", "employment", "how", "kind", "told", "answer", "stage"}
"""Choices and buttons whose values read as codes, where no form of ours says them in words."""

WORD = 3
"""Characters; what is shorter is a choice from a list, which reads as a code."""


def filled_fields(carried: PendingForm) -> list[tuple[str, str]]:
    """The fields that a person filled in."""
    form = form_of(carried)
    found = []
    for name, values in MultiDict(carried.fields).lists():
        value = ", ".join(values) if len(values) > 1 else values[0]
        if form is not None and name in form:
            label, words = form[name].label.text, in_words(form[name], value)
        else:
            label = name.replace("_", " ").replace("-", " ").capitalize()
            words = "" if name in UNSEEN | CHOSEN or len(value.strip()) < WORD else value
        if words.strip():
            found.append((label, words))
    return found


def form_of(carried: PendingForm) -> Form | None:
    """The form that its view reads: of those which the view's module knows, the one that fits."""
    names = {name for name, _ in carried.fields}
    forms = list(forms_at(carried))
    best = max(forms, key=lambda form: len(names & set(form.data)), default=None)
    return best if best is not None and names & set(best.data) else None


def forms_at(carried: PendingForm) -> Iterator[Form]:
    """The forms that the view's module knows, filled in."""
    ours = current_app.url_map.bind("")
    try:
        endpoint, _ = ours.match(carried.path.partition("?")[0], method="POST")
    except HTTPException:
        return
    module = import_module(current_app.view_functions[endpoint].__module__)
    for each in vars(module).values():
        if isinstance(each, type) and issubclass(each, Form):
            try:
                yield each(formdata=MultiDict(carried.fields))
            except TypeError:  # it asks for more than a form to read
                continue


def in_words(field: Field, value: str) -> str:
    """A value as it was seen when it was chosen."""
    choices = getattr(field, "choices", None)
    if choices:
        return next((label for code, label, *_ in choices if str(code) == value and value), "")
    if isinstance(field, BooleanField):
        return "Yes" if field.data else ""
    if isinstance(field, DateField) and field.data is not None:
        return full_day(field.data)
    return value
