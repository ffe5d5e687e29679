"""One channel: tried, proved by its code, and taken away."""

import hmac
from datetime import timedelta

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.reminder_channels import begin, note_test, remove_channel
from tracker.models.messages.reminder_channel import ON, UNPROVED, ReminderChannel
from tracker.reminders.channels.every_channel import CHANNELS
from tracker.reminders.channels.outgoing import DeliveryRefused, Gone
from tracker.reminders.secret_file import delete_secret, keep_secret, read_secret
from tracker.views.reminders.channel_presenter import LABELS
from tracker.views.reminders.new_channel import TRIES, digest
from tracker.views.reminders.trial import BODY, TITLE, AllBusy, say_hello, settings
from tracker.web import rate_limit
from tracker.web.access import me, own
from tracker.web.account_events import Happened, note_event
from tracker.web.rate_limit import CODES
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("channels", __name__, url_prefix="/settings/reminders/channels")
LASTS = timedelta(days=1)
WRONG = "That is not the code that we sent. It is good for a day."


@blueprint.get("/<id:channel_id>")
def show(channel_id: int) -> ResponseReturnValue:
    """How it stands."""
    return render_channel(own(ReminderChannel, channel_id))


@blueprint.post("/<id:channel_id>/test")
def test(channel_id: int) -> ResponseReturnValue:
    """Send a test; what comes of it is kept as if it had been a reminder."""
    channel, at = own(ReminderChannel, channel_id), now()
    if channel.state == UNPROVED:
        return render_channel(channel, "Type the code first.", 422)
    wait = rate_limit.count_guess(f"reminders {me().id}", TRIES)
    if wait is not None:
        return render_channel(channel, rate_limit.words(wait), 429)
    kind, file = channel.kind, channel.file
    problem, gone = "", False
    try:
        say_hello(kind, read_secret(settings().instance, file))
    except AllBusy as error:
        return render_channel(own(ReminderChannel, channel_id), str(error), 429)
    except DeliveryRefused as error:
        problem, gone = str(error), isinstance(error, Gone)
    with writing(me(), at) as session:
        row = session.get(ReminderChannel, channel_id)
        if row is not None and problem:
            row.failed(problem, at, gone)
        elif row is not None:
            begin(session, row.user_id, at)
            row.took()
        if row is not None:
            note_test(session, row, TITLE, BODY, at, not problem)
    if problem:
        return render_channel(own(ReminderChannel, channel_id), status=422)
    say("The test was taken.")
    return see_other(f"/settings/reminders/channels/{channel_id}")


@blueprint.post("/<id:channel_id>/code")
def prove(channel_id: int) -> ResponseReturnValue:
    """The code that was sent to an address: from now on reminders go there."""
    channel, at, user = own(ReminderChannel, channel_id), now(), me()
    if channel.state != UNPROVED:
        return see_other("/settings/reminders")
    wait = rate_limit.count_guess(f"reminder code {user.id}", CODES)
    if wait is not None:
        return render_channel(channel, rate_limit.words(wait), 429)
    file, typed = channel.file, "".join(filter(str.isalnum, request.form.get("code", "")))
    given = dict(read_secret(settings().instance, file) or {})
    right = hmac.compare_digest(digest(file, typed), given.pop("code", ""))
    if not right or not timedelta() <= at - channel.made_at < LASTS:
        return render_channel(channel, WRONG, 422)
    db.session.rollback()
    keep_secret(settings().instance, file, given)
    with writing(user, at) as session:
        row = session.get(ReminderChannel, channel_id)
        if row is not None:
            begin(session, user.id, at)
            row.state = ON
            note_event(session, user.id, Happened.CHANNEL_ADDED, LABELS[row.kind])
    say("Reminders go to that address from now on.")
    return see_other("/settings/reminders")


@blueprint.post("/<id:channel_id>/closure")
def end(channel_id: int) -> ResponseReturnValue:
    """No reminders go there any more."""
    channel, at = own(ReminderChannel, channel_id), now()
    file, kind = channel.file, channel.kind
    with writing(me(), at) as session:
        row = session.get(ReminderChannel, channel_id)
        if row is not None:
            remove_channel(session, row, at)
            note_event(session, me().id, Happened.CHANNEL_REMOVED, LABELS[kind])
    delete_secret(settings().instance, file)
    say("Taken away. Nothing goes there any more.")
    return see_other("/settings/reminders")


def render_channel(channel: ReminderChannel, refused: str = "", status: int = 200) -> AnyResponse:
    """The page."""
    return page(
        "reminders/channel.html",
        channel=channel,
        name=CHANNELS[channel.kind].name if channel.kind in CHANNELS else "",
        unproved=channel.state == UNPROVED,
        refused=refused,
        status=status,
    )
