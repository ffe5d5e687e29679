"""What answers a form: a thing made once, a change saved, or the form again with what was typed."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from flask import Response, abort, request
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.web.access import me
from tracker.web.edit_conflicts import Conflict, Outdated, check_current, version_of
from tracker.web.fields.form import Form
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page

Row = TypeVar("Row")
Sent = TypeVar("Sent", bound=Form)


class Refusal(NamedTuple):
    """Why a form is shown again: its status, and what stands in the way where something does."""

    status: int = 422
    conflict: Conflict | None = None
    made_before: int | None = None


def create_once(
    form: Sent,
    make: Callable[[Session], int],
    shown: Callable[[Sent, Refusal], Response],
    anew: bool = False,
) -> tuple[int, bool]:
    """The number of what a form makes, however often it is sent, and whether it was made just now.

    The answer is the form again where it is not valid, or made another thing before and may not
    make one `anew`.
    """
    at, user = now(), me()
    if not form.validate():
        abort(shown(form, Refusal(form.status)))
    try:
        with writing(user, at) as session:
            return once(session, user, at, lambda: make(session), anew=anew)
    except KeySpent as spent:
        abort(shown(form, Refusal(409, made_before=spent.result_id)))


@contextmanager
def saving(
    form: Sent,
    load: Callable[[Session], Row],
    shown: Callable[[Row, Sent, Refusal], Response],
    saved: Callable[[Row], Sent] | None = None,
) -> Iterator[tuple[Session, Row]]:
    """Write what was typed into a row, which is read afresh inside.

    `saved` makes the form as that row fills it, where its class alone can't. The answer is the form
    again where it is not valid, or older than what is saved by now.
    """
    row = load(db.session())
    if not form.validate():
        abort(shown(row, form, Refusal(form.status)))
    try:
        with writing(me()) as session:
            row = load(session)
            check_current(form, saved(row) if saved is not None else form.of(row))
            yield session, row
    except Outdated as outdated:
        abort(shown(row, form, Refusal(409, outdated.conflict)))


def form_page(
    template: str,
    form: Form,
    refusal: Refusal | None = None,
    saved: Form | None = None,
    **context: Any,
) -> Response:
    """The page of a form, new or shown again; `saved` is the form as the row at hand fills it."""
    return page(template, **form_state(form, refusal, saved) | context)


def form_state(
    form: Form, refusal: Refusal | None = None, saved: Form | None = None
) -> dict[str, Any]:
    """What the template of any form finds: its key, the version it changes, what went wrong."""
    why = refusal or Refusal(200)
    return {
        "form": form,
        "key": form_key(refusal),
        "version": form_version(refusal, saved) if saved is not None else None,
        "conflict": why.conflict,
        "made_before": why.made_before,
        "typed": refusal is not None,
        "status": why.status,
    }


def form_key(refusal: Refusal | None = None) -> str:
    """The key of a form: the one that it came with, unless that was spent on something else."""
    spent = refusal is not None and refusal.made_before
    return (not spent and request.form.get("key")) or str(uuid.uuid4())


def form_version(refusal: Refusal | None, saved: Form) -> str | None:
    """What a form changes: as it came where only its words were refused, else what is saved."""
    if refusal is not None and refusal.status in (413, 422):
        return request.form.get("version")
    return version_of(saved)
