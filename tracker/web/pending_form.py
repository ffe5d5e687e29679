"""What was typed when a sign-in had expired, carried through signing in again."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple, TypeVar

from flask import current_app, request, session
from itsdangerous import BadData, URLSafeTimedSerializer

from tracker.clock import now
from tracker.web.urls import here, local_path

View = TypeVar("View", bound=Callable[..., object])
Fields = list[tuple[str, str]]
PERSON = "person"
"""In the session: whose it is."""

MOST = 1_200_000
"""Bytes: a note of 1 MB and the fields around it."""

LASTS = timedelta(days=7)
"""For so long the page may stay open before it is signed in on; a clock set back ends nothing."""

CARRIES = "onward_carries"
SHOWN = 600
"""Characters of a field that are shown; all of them are sent."""


class PendingForm(NamedTuple):
    """A form on its way: where to, its fields, whose it was if that is known."""

    path: str
    fields: Fields
    person: int | None
    files: bool

    def belongs_to(self, user_id: int) -> bool:
        """Whether nobody else is known to have typed it."""
        return self.person in (None, user_id)


def pending_fields(fields: Callable[[], Fields]) -> Callable[[View], View]:
    """A view whose files are words: what is carried for it, in place of its form's own fields."""

    def marked(view: View) -> View:
        setattr(view, CARRIES, fields)
        return view

    return marked


def pending_form_from_request() -> PendingForm | None:
    """This request's fields, without secrets; None where there is too much or nothing to carry."""
    carried = request_as_form()
    return carried if carried and carried.fields else None


def request_as_form() -> PendingForm | None:
    """The same, of a form that may be no more than a button."""
    read = getattr(current_app.view_functions.get(request.endpoint or ""), CARRIES, None)
    fields = [
        (name, value)
        for name, value in (read() if read else request.form.items(multi=True))
        if name != "csrf_token" and "password" not in name
    ]
    files = read is None and any(request.files.values())
    path = local_path(here())
    size = sum(len(name.encode()) + len(value.encode()) for name, value in fields)
    if path is None or size > MOST:
        return None
    return PendingForm(path, fields, session.get(PERSON), files)


def pack(carried: PendingForm | None) -> str:
    """For a hidden field: signed, so that nobody else can make one."""
    return _serializer().dumps(list(carried)) if carried else ""


def unpack(given: str | None) -> PendingForm | None:
    """What a hidden field brought along, if we packed it."""
    try:
        packed, at = _serializer().loads(given or "", return_timestamp=True)
        path, fields, person, files = packed
    except (BadData, ValueError, TypeError):
        return None
    if local_path(path) is None or now() - at > LASTS:
        return None
    return PendingForm(path, [(name, value) for name, value in fields], person, files)


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="carried")
