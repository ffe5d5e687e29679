"""What backups there are, one more, a trial of one, and taking one away."""

from pathlib import Path

from flask import abort, current_app, send_file
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.backup import BackupFailed, record
from tracker.backup.backup import NoRoom, back_up
from tracker.backup.listing import file_of, listed, newest
from tracker.backup.trial import try_restore
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.values.days import day_of
from tracker.values.formatting import bytes_size, plural
from tracker.views.backups.backups_presenter import present_backups
from tracker.web.access import me
from tracker.web.account_events import Happened, note_event
from tracker.web.password_again import prove
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say


def index() -> ResponseReturnValue:
    """How it stands, and all of them."""
    return show_all()


def create() -> ResponseReturnValue:
    """One more, that stays until somebody removes it."""
    db.session.rollback()
    try:
        made = back_up(settings(), None, now())
    except BackupFailed as error:
        record.note(settings(), "made", now(), "", str(error), well=False)
        return show_all(507 if isinstance(error, NoRoom) else 503)
    held = plural(made.applications, "application")
    say(f"Made and checked: {held}, {bytes_size(made.size)}.")
    return see_other("/settings/backups")


def show(name: str) -> ResponseReturnValue:
    """One of them, and what can be done with it."""
    return show_one(name)


def try_one(name: str) -> ResponseReturnValue:
    """Restore it for a trial, beside the database."""
    file = known_file(name)
    db.session.rollback()
    try:
        found = try_restore(settings(), file, now())
    except BackupFailed as error:
        return show_one(name, str(error), 422)
    say(f"Restored as a test, and it is whole: {found.words()}.")
    return see_other(f"/settings/backups/{name}")


def download(name: str) -> ResponseReturnValue:
    """The file, behind the password: everybody's writing is in it."""
    file = known_file(name)
    prove(place=f"/settings/backups/{name}")
    with writing() as session:
        note_event(session, me().id, Happened.EXPORTED, "a backup of this server")
    return forbid_storing(
        send_file(
            file, mimetype="application/octet-stream", as_attachment=True, download_name=file.name
        )
    )


def settings() -> Settings:
    """Of this server."""
    found: Settings = current_app.config["ONWARD"]
    return found


def known_file(name: str) -> Path:
    """One of the backups, or a 404: no other file is ever named."""
    file = file_of(settings(), name)
    if file is None:
        abort(404)
    return file


def show_all(status: int = 200) -> AnyResponse:
    """The page."""
    at, zone, kept = now(), me().zone, settings()
    files = listed(kept)
    return page(
        "backups/index.html",
        files=files,
        shown=present_backups(kept, files, record.read(kept), newest(kept, at), at, zone),
        today=day_of(at, zone),
        zone=zone,
        status=status,
    )


def show_one(name: str, said: str = "", status: int = 200) -> AnyResponse:
    """The page of one."""
    known_file(name)
    (one,) = (each for each in listed(settings()) if each.name == name)
    return page(
        "backups/show.html",
        one=one,
        said=said,
        restorable=settings().sqlite_file is not None,
        today=day_of(now(), me().zone),
        zone=me().zone,
        status=status,
    )
