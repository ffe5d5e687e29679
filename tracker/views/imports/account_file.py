"""A whole account that comes back from a file: looked at, said yes to once, all there."""

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from tracker.account_file import pending, restore
from tracker.account_file.account import Account, counted
from tracker.clock import now
from tracker.database import let_go, writing
from tracker.extensions import db
from tracker.imports.files import MOST_BYTES
from tracker.imports.files.table import Unreadable
from tracker.models.imports import Import
from tracker.views.imports.imports_form import SheetForm
from tracker.web.access import me, own
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other, unkept
from tracker.web.toasts import say

blueprint = Blueprint("account_file", __name__, url_prefix="/imports/<id:import_id>/account")
TOO_LARGE = (
    "This file is larger than 50 MB. Whoever keeps this server can bring it in with "
    "“onward import”."
)


def arrive(form: SheetForm) -> int:
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
            return pending.keep(session, user, form.filename, content, account, at).id

        made, new = once(session, user, at, make, anew=True)
        if not new and session.get(Import, made) is None:
            return make()
    return made


@blueprint.post("")
def bring_back(import_id: int) -> ResponseReturnValue:
    """Keep all of it, and let go of the file."""
    user, brought = me(), own_account(import_id)
    content = pending.content_of(db.session(), brought)
    db.session.rollback()
    try:
        account = Account(content)
        restore.bring_back(user, account, now())
    except Unreadable as refused:
        if db.session.get(Import, import_id) is None:  # sent twice: it is all there
            return see_other("/board")
        return shown(own_account(import_id), str(refused), 409)
    with writing(user) as session:
        own(Import, import_id, session).discard(session)
    let_go()
    say(f"Everything is back: {account.in_words}.")
    return see_other("/board")


def own_account(import_id: int) -> Import:
    """A file of the person's that is a whole account, or a 404."""
    brought = own(Import, import_id)
    if not brought.is_account:
        abort(404)
    return brought


def shown(brought: Import, refused: str = "", status: int = 200) -> Response:
    """What is in it, and the one question."""
    response = page(
        "imports/account_file/show.html",
        brought=brought,
        said=counted(brought.mapping["counts"]),
        empty=restore.is_empty(db.session(), me().id),
        refused=refused,
        not_empty=restore.NOT_EMPTY,
        status=status,
    )
    return unkept(response)
