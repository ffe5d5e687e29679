"""What the next page says in its toast."""

from flask import flash, request


def say(toast: dict[str, object] | str) -> None:
    """A short sentence, with an Undo where `undo_url` and `undo_key` are given."""
    said: dict[str, object] = {"text": toast} if isinstance(toast, str) else dict(toast)
    flash(said | {"saved": request.form.get("key", "")[:64]})  # type: ignore[arg-type]
