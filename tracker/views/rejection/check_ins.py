"""Take a moment: private, skippable, and asked about again once."""

from functools import partial
from itertools import groupby
from operator import attrgetter

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import truncate_wal, writing
from tracker.extensions import db
from tracker.loop.writing_prompts import GROUPS
from tracker.models.application import Application
from tracker.models.changes.rest import can_rest, rest
from tracker.models.check_in import CheckIn, OwnLine
from tracker.models.lists.cursor import ById, cut
from tracker.views.account.help import nearby
from tracker.views.rejection.check_in_form import CheckInForm
from tracker.views.rejection.check_ins_presenter import PAGE, present_check_in, weight_toast
from tracker.views.rejection.moments_line import present_strokes
from tracker.views.rejection.rest import rest_sentence
from tracker.web.access import me, own, own_application
from tracker.web.fields.weight import weight
from tracker.web.forms import Refusal, create_once, form_page
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("check_ins", __name__)
blueprint.after_request(forbid_storing)


@blueprint.get("/applications/<id:application_id>/check-in")
def new(application_id: int) -> ResponseReturnValue:
    """An empty page to oneself."""
    return render_check_in_page(own_application(application_id), CheckInForm(formdata=None))


@blueprint.post("/applications/<id:application_id>/check-in")
def create(application_id: int) -> ResponseReturnValue:
    """Keep what there is, perhaps nothing, and let the card rest."""
    at, user, form = now(), me(), CheckInForm()
    application = own_application(application_id)
    if not form.chosen_for(at, user):
        return render_check_in_page(application, form, Refusal(form.status))

    def make(session: Session) -> int:
        application = own_application(application_id, session)
        rest(session, application, form.rests_until, at, user)
        if not form.says:
            return 0
        row = CheckIn(user_id=user.id, application_id=application.id, created_at=at)
        form.write(row)
        session.add(row)
        session.flush()
        return row.id

    create_once(form, make, partial(render_check_in_page, application))
    kept = "Saved. Only you can see it." if form.says else ""
    say(f"{kept} {rest_sentence(application, at, user)}".strip() or "That’s fine too.")
    return see_other("/today" if can_rest(application) else f"/applications/{application_id}")


@blueprint.post("/check-ins/<id:check_in_id>/after")
def update_weight(check_in_id: int) -> ResponseReturnValue:
    """How heavy it is now, by one tap; or rather not."""
    at, user, given = now(), me(), request.form.get("value", "")
    value = weight(given)
    own(CheckIn, check_in_id)
    if value is None and given != "skip":
        abort(422, description="A number from 0 to 10 is all it takes.")
    with writing(user) as session:
        row = own(CheckIn, check_in_id, session)
        application = own_application(row.application_id, session)
        row.after, row.after_at = value, at
    say(weight_toast(row.before, value))
    back = "/self-analysis/first" if request.form.get("from") == "ask" else ""
    return see_other(f"/applications/{application.id}{back}")


@blueprint.get("/moments")
def index() -> ResponseReturnValue:
    """All of them: how heavy it was, and how heavy later."""
    session, user, at = db.session(), me(), now()
    wanted, before = CheckIn.of_person(user.id).limit(PAGE + 1), cursor(ById, "before")
    if before is not None:
        wanted = wanted.where(own(CheckIn, before.id).earlier)
    found, more = cut(session.execute(wanted).all(), PAGE)
    moments = [present_check_in(*row, now=at, zone=user.zone) for row in found]
    told, lighter = session.execute(CheckIn.told_twice(user.id)).one()
    return page(
        "rejection/check_ins/index.html",
        moments=moments,
        months=[(month, list(days)) for month, days in groupby(moments, attrgetter("month"))],
        more_url=next_url("/moments", "before", found[-1][0].id if more else None),
        drawn=present_strokes([row for row, *_ in found], at, user.zone),
        told=told,
        lighter=lighter,
        **nearby(),
    )


@blueprint.post("/check-ins/<id:check_in_id>/purge")
def purge(check_in_id: int) -> ResponseReturnValue:
    """Gone for good: nothing of it is kept anywhere. Its card rests on."""
    with writing(me()) as session:
        session.delete(own(CheckIn, check_in_id, session))
    truncate_wal()
    say("Deleted for good.")
    return see_other("/moments")


@blueprint.post("/check-ins/purge")
def purge_all() -> ResponseReturnValue:
    """All of them, for good."""
    user = me()
    with writing(user) as session:
        session.execute(delete(CheckIn).where(CheckIn.user_id == user.id))
    truncate_wal()
    say("All of them are deleted for good.")
    return see_other("/moments")


def render_check_in_page(
    application: Application, form: CheckInForm, refusal: Refusal | None = None
) -> Response:
    """The page."""
    user, at = me(), now()
    form.stand(application.rest_until, at, user)
    return form_page(
        "rejection/check_ins/new.html",
        form,
        refusal,
        application=application,
        said_no=can_rest(application),
        groups=GROUPS,
        lines=db.session().scalars(OwnLine.of(user.id)).all(),
        **nearby(),
    )
