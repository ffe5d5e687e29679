"""What one is reminded of, when, and a week without any."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.reminders.hours import is_paused, is_within, next_look, pause_for_a_week
from tracker.models.changes.reminder_channels import begin
from tracker.models.messages.reminder_channel import ON, ReminderChannel
from tracker.models.messages.reminder_delivery import ReminderDelivery
from tracker.models.messages.reminder_settings import ReminderSettings
from tracker.reminders.decision import decide
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.views.reminders.channel_presenter import channel_rows, missing_ways, ways_to_add
from tracker.views.reminders.trial import settings
from tracker.views.reminders.wishes_form import WishesForm
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.queued_changes import works_offline
from tracker.web.rendering import see_other
from tracker.web.toasts import say

blueprint = Blueprint("wishes", __name__, url_prefix="/settings/reminders")


@blueprint.get("")
def show() -> ResponseReturnValue:
    """Where they go, what they are about, and a pause."""
    return render_wishes(WishesForm.of(kept_or_usual()))


@blueprint.post("")
def update() -> ResponseReturnValue:
    """Keep it. What was due until now is decided on as it was; nothing is made up for after."""
    form, at, user = WishesForm(), now(), me()
    if not form.validate():
        return render_wishes(form, Refusal(form.status))
    decide(user.id, at)
    with writing(user, at) as session:
        begin(session, user.id, at)
        session.flush()
        kept = session.get_one(ReminderSettings, user.id)
        form.write(kept)
        kept.since, kept.look_at = at, next_look(kept.wishes, at, user.zone)
    say("Saved.")
    return see_other("/settings/reminders")


@blueprint.post("/pause")
def pause() -> ResponseReturnValue:
    """Nothing for a week."""
    user, at = me(), now()
    until = pause_for_a_week(at, user.zone)
    with writing(user, at) as session:
        begin(session, user.id, at)
        session.flush()
        session.get_one(ReminderSettings, user.id).paused_until = until
    say(f"Nothing comes until {in_sentence(day(day_of(until, user.zone), day_of(at, user.zone)))}.")
    return see_other("/settings/reminders")


@blueprint.post("/pause/ending")
def end_pause() -> ResponseReturnValue:
    """On again; nothing of the pause is made up for."""
    user, at = me(), now()
    with writing(user, at) as session:
        kept = session.get(ReminderSettings, user.id)
        if kept is not None:
            kept.paused_until, kept.since = None, at
            kept.look_at = next_look(kept.wishes, at, user.zone)
    say("Reminders are on again.")
    return see_other("/settings/reminders")


def kept_or_usual() -> ReminderSettings:
    """As it is set, else as it is at first."""
    kept = db.session().get(ReminderSettings, me().id)
    return kept or ReminderSettings.usual(me().id, now())


def render_wishes(form: WishesForm, refusal: Refusal | None = None) -> Response:
    """The page."""
    user, at, kept = me(), now(), kept_or_usual()
    channels = db.session.scalars(ReminderChannel.of(user.id)).all()
    paused = kept.paused_until if is_paused(kept.wishes, at) else None
    today, ways, secure = day_of(at, user.zone), ways_to_add(user), works_offline()
    return form_page(
        "reminders/settings.html",
        form,
        refusal,
        channels=channel_rows(
            channels, ReminderDelivery.last_taken(db.session(), user.id), at, user.zone
        ),
        on=any(each.state == ON for each in channels),
        ways=[each for each in ways if secure or each.kind != "push"],
        secure=secure,
        missing=missing_ways(user, ways),
        late=_late(form),
        tasks=settings().tasks,
        paused=in_sentence(day(day_of(paused, user.zone), today)) if paused else "",
    )


def _late(form: WishesForm) -> dict[str, str]:
    """For each hour that lies in the quiet ones, when it comes instead."""
    begin, end = form.quiet_from.data, form.quiet_to.data
    if begin is None or end is None:
        return {}
    words = f"That is in your quiet hours, so it comes at {end:%H:%M}."
    at = {"digest_at": form.digest_at.data, "interviews_at": form.interviews_at.data}
    return {
        name: words for name, hour in at.items() if hour is not None and is_within(hour, begin, end)
    }
