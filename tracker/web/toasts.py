"""What the next page says in its toast."""

import uuid

from flask import flash, request, session

LONGEST_NAME = 40
"""About two lines where text is large on a small phone."""


def say(toast: dict[str, object] | str) -> None:
    """A short sentence, with an Undo where `undo_url` and `undo_key` are given.

    It takes the place of one that no page has shown: a script may never look at any.
    """
    session.pop("_flashes", None)
    said: dict[str, object] = {"text": toast} if isinstance(toast, str) else dict(toast)
    said["text"] = f"{said['text']}".replace("….", "…")
    flash({"saved": request.form.get("key", "")[:64]} | said)  # type: ignore[arg-type]


def named(name: str, most: int = LONGEST_NAME) -> str:
    """A name as a toast says it: the name gives way, and no other word."""
    if len(name) <= most:
        return name
    start = name[: most - 1]
    return f"{start.rpartition(' ')[0] or start}…"


def settled_draft() -> dict[str, object]:
    """The draft of an earlier sending that this one settles, where the form names one."""
    spent = request.form.get("spent", "")[:64]
    return {"saved": spent} if spent else {}


def undo_toast(text: str, undo_url: str) -> dict[str, object]:
    """A sentence with its Undo."""
    return {"text": text, "undo_url": undo_url, "undo_key": str(uuid.uuid4())}
