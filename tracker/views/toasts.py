"""What the next page says in its toast."""

from flask import flash


def say(toast: dict[str, object] | str) -> None:
    """A short sentence, with an Undo where `undo_url` and `undo_key` are given."""
    flash({"text": toast} if isinstance(toast, str) else toast)  # type: ignore[arg-type]
