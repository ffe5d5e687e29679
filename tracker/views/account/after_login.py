"""The first page after signing in: where the person was going, with what was typed before."""

from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.models.device import Device
from tracker.views.account.session import begin_session
from tracker.web import pending_form, pending_form_labels
from tracker.web.rendering import page, see_other


def after_login(known: Device, packed: str | None) -> ResponseReturnValue:
    """To where the person was going; with what was typed before, where something was."""
    wanted = begin_session(known)
    carried = pending_form.unpack(packed)
    if carried is not None and carried.belongs_to(known.user_id):
        return render_pending_form(carried)
    return see_other(wanted)


def render_pending_form(carried: pending_form.PendingForm, status: int = 200) -> AnyResponse:
    """What was typed, to be sent on."""
    return page(
        "account/login/pending_form.html",
        status=status,
        carried=carried,
        read=pending_form_labels.filled_fields(carried),
        most=pending_form.SHOWN,
    )
