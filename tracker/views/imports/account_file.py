"""A whole account that comes back from a file: looked at, said yes to once, all there."""

from flask import Response, abort
from flask.typing import ResponseReturnValue

from tracker.account_file import pending, restore
from tracker.account_file.account import Account, counts_in_words
from tracker.clock import now
from tracker.database import truncate_wal, writing
from tracker.extensions import db
from tracker.imports.files import MOST_BYTES
from tracker.imports.files.table import Unreadable
from tracker.models.imports import Import
from tracker.views.imports.imports_form import SheetForm
from tracker.web.access import me, own
from tracker.web.account_events import Happened, note_event
from tracker.web.idempotency import once
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

TOO_LARGE = (
    "This file is larger than 50 MB. The owner of this server can bring it in with “onward import”."
)


def store_account_file(form: SheetForm) -> int:
    """Put a file aside that was sent to /imports; the same one again is the same. Raises
    Unreadable.
    """  # fmt: skip
    at, user = now(), me()
    content = form.stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    account = Account(content)
    with writing(user) as session:

        def make() -> int:
            return pending.store_pending(session, user, form.filename, content, account, at).id

        made, new = once(session, user, at, make, anew=True)
        if not new and session.get(Import, made) is None:
            return make()
    return made


def confirm(import_id: int) -> ResponseReturnValue:
    """Keep all of it, and let go of the file."""
    user, brought = me(), own_account(import_id)
    content = pending.content_of(db.session(), brought)
    db.session.rollback()
    try:
        account = Account(content)
        restore.restore_account(user, account, now())
    except Unreadable as refused:
        if db.session.get(Import, import_id) is None:  # sent twice: it is all there
            return see_other("/board")
        return render_account_file_page(own_account(import_id), str(refused), 409)
    with writing(user) as session:
        own(Import, import_id, session).discard(session)
        note_event(session, user.id, Happened.ACCOUNT_FILE)
    truncate_wal()
    say(f"Everything is back: {account.in_words}.")
    return see_other("/board")


def own_account(import_id: int) -> Import:
    """A file of the person's that is a whole account, or a 404."""
    brought = own(Import, import_id)
    if not brought.is_account:
        abort(404)
    return brought


def render_account_file_page(brought: Import, refused: str = "", status: int = 200) -> Response:
    """What is in it, and the one question."""
    response = page(
        "imports/account_file/show.html",
        brought=brought,
        said=counts_in_words(brought.mapping["counts"]),
        empty=restore.is_empty(db.session(), me().id),
        refused=refused,
        not_empty=restore.NOT_EMPTY,
        status=status,
    )
    return forbid_storing(response)
