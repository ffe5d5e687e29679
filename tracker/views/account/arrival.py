"""The first page after signing in: where the person was going, with what was typed before."""

from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.models.device import Device
from tracker.views.account.session import begin_session
from tracker.web import carried_form, carried_form_words
from tracker.web.rendering import page, see_other


def arrive(known: Device, packed: str | None) -> ResponseReturnValue:
    """To where the person was going; with what was typed before, where something was."""
    wanted = begin_session(known)
    carried = carried_form.unpack(packed)
    if carried is not None and carried.belongs_to(known.user_id):
        return render_carried_form(carried)
    return see_other(wanted)


def render_carried_form(carried: carried_form.Carried, status: int = 200) -> AnyResponse:
    """What was typed, to be sent on."""
    return page(
        "account/login/carried.html",
        status=status,
        carried=carried,
        read=carried_form_words.filled_fields(carried),
        most=carried_form.SHOWN,
    )
