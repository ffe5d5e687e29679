"""A form sent twice, by a double tap or a retry, makes one thing."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from flask import abort, request
from sqlalchemy.orm import Session

from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.models.user import User

LEFT_OUT = {"csrf_token", "key", "password_again"}
LONGEST = 64


def body_hash() -> str:
    """What was sent, in one number; what differs each time (tokens, the password) is left out."""
    digest = hashlib.sha256()
    for name, value in sorted(request.form.items(multi=True)):
        if name not in LEFT_OUT:
            digest.update(f"{len(name)}:{name}={len(value)}:{value};".encode("utf-8", "replace"))
    return digest.hexdigest()


class KeySpent(Exception):
    """The key was spent on another body before; carries the row that resulted then."""

    def __init__(self, result_id: int | None) -> None:
        super().__init__("key spent")
        self.result_id = result_id


def once(
    session: Session,
    user: User,
    now: datetime,
    make: Callable[[], int],
    route: str | None = None,
    anew: bool = False,
) -> tuple[int, bool]:
    """Make a thing and give its row's number, or that of the one made by this key before.

    The second value says whether it was made just now. Call inside `writing(user)`. Where the same
    key comes with another body, it makes another thing if it may `anew`, else it raises KeySpent;
    400 where the key is none of ours. A key holds for one address, so that two rows of the same
    page can be deleted with the same one; `route` stands for an address that holds a secret.
    """
    route = route or request.path
    key = request.form.get("key", "")
    if not key:
        return make(), True
    if len(key) > LONGEST or not (key.isascii() and key.isprintable()):
        abort(400)
    sent = body_hash()
    earlier = IdempotencyKey.spent(session, user.id, route, key)
    if earlier is not None:
        if earlier.body_hash != sent or earlier.result_id is None:
            if anew:
                return make(), True
            raise KeySpent(earlier.result_id)
        return earlier.result_id, False
    result = make()
    IdempotencyKey.spend(
        session, now, user_id=user.id, key=key, route=route, body_hash=sent, result_id=result
    )
    return result, True
