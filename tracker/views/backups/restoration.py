"""Bringing a backup back, under a server that goes on."""

from flask import abort
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.backup import BackupFailed, ended_access
from tracker.backup.backup import NoRoom
from tracker.backup.current_access import is_known
from tracker.backup.listing import contents
from tracker.backup.restore import restore_while_serving
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.account_event import AccountEvent, Happened
from tracker.views.account.session import end_session
from tracker.views.backups.backups import known_file, settings
from tracker.web.password_again import password_again
from tracker.web.rendering import page
from tracker.web.security import forget_base_url

AT_WORK = "An import is being read just now. Wait until it is done, then try again."


def new(name: str) -> ResponseReturnValue:
    """What is replaced by what."""
    return show_form(name)


@password_again
def create(name: str) -> ResponseReturnValue:
    """Put what is there aside and bring the backup back; everybody signs in again."""
    from tracker.imports.steps import work  # which a server needs for nothing else

    file = known_file(name)
    refuse_postgresql()
    if work.is_any_running():
        return show_form(name, AT_WORK, 409)
    db.session.rollback()
    try:
        done = restore_while_serving(settings(), file, now())
    except BackupFailed as error:
        return show_form(name, str(error), 507 if isinstance(error, NoRoom) else 422)
    db.session.rollback()
    db.session.expire_all()
    with writing() as session:
        AccountEvent.note_for_all(session, Happened.RESTORED, now())
    forget_base_url()
    end_session()
    response = page(
        "backups/restored.html",
        name=file.name,
        aside=done.aside.name if done.aside else "",
        holds=ended_access.words(done.known),
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def refuse_postgresql() -> None:
    """A 404: there it is the command's work, while the server is stopped."""
    if settings().sqlite_file is None:
        abort(404)


def show_form(name: str, said: str = "", status: int = 200) -> AnyResponse:
    """What stands in both."""
    refuse_postgresql()
    kept, file = settings(), known_file(name)
    assert kept.sqlite_file is not None
    return page(
        "backups/restoration.html",
        name=name,
        said=said,
        present=contents(kept.sqlite_file),
        then=contents(file),
        holds=ended_access.words(is_known(kept.sqlite_file, file)),
        status=status,
    )
