"""An account that its owner deletes, with all that is in it."""

from flask import Blueprint, abort, current_app
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.config.settings import Settings
from tracker.database import truncate_wal, writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.mailbox.password_file import delete_password
from tracker.models.messages.reminder_channel import ReminderChannel
from tracker.models.user import User, normal_email
from tracker.reminders.secret_file import delete_secret
from tracker.views.account.account_forms import RemovalForm
from tracker.views.account.session import end_session
from tracker.web.access import me
from tracker.web.fields.account import typed_text_of
from tracker.web.password_again import password_again
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("removal", __name__, url_prefix="/settings/removal")
NOT_THE_EMAIL = "Type the email exactly as it stands above."
KEEPERS_LOCK = "keepers"
LAST_KEEPER = "This server needs an owner. Make another owner first."


@blueprint.get("")
def confirm() -> ResponseReturnValue:
    """What goes, and what stays for a while."""
    return show(RemovalForm())


@blueprint.post("")
@password_again
def remove() -> ResponseReturnValue:
    """All of it, once the email is typed."""
    user, form = me(), RemovalForm()
    if normal_email(typed_text_of(form.email)) != user.email:
        form.email.errors = [NOT_THE_EMAIL]
        return show(form, 422)
    remove_account(user)
    end_session()
    say("Your account is gone, and everything in it. All the best to you.")
    return see_other("/login")


def remove_account(user: User) -> None:
    """The row and all that belongs to it; a 409 for the last one who keeps the server."""
    user_id = user.id
    channels = db.session().scalars(ReminderChannel.of(user_id)).all()
    files = [channel.file for channel in channels]
    with writing() as session:
        advisory_lock(session, KEEPERS_LOCK)
        if user.is_keeper and User.keepers(session) < 2:
            abort(409, description=LAST_KEEPER)
        User.remove(session, user.id)
    delete_password(current_app.config["ONWARD"].instance, user_id)
    for file in files:
        delete_secret(current_app.config["ONWARD"].instance, file)
    truncate_wal()


def show(form: RemovalForm, status: int = 200) -> AnyResponse:
    """The page; whoever alone keeps the server reads what to do first."""
    user, settings = me(), current_app.config["ONWARD"]
    last = user.is_keeper and User.keepers(db.session()) < 2
    return page(
        "account/removal/new.html",
        form=form,
        user=user,
        last=last,
        others=last and User.others(db.session(), user.id),
        folder=settings.instance,
        elsewhere=elsewhere(settings),
        status=status,
    )


def elsewhere(settings: Settings) -> list[str]:
    """What of it stands outside the server's folder, in words."""
    copies, database = settings.backup_folder, settings.sqlite_file
    inside = database is not None and database.is_relative_to(settings.instance)
    return [
        *([] if inside else [f"the database, {database or 'on its own server'}"]),
        *([f"second copies of backups, in {copies}"] if copies else []),
    ]
