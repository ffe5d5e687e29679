"""Stepping back: a guided look at where the search goes. Looking for a pattern, not judging you."""

import uuid
from datetime import datetime
from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.loop.step_back import KINDS, MOST_ACTIONS
from tracker.models.action import KINDS as ACTION_KINDS
from tracker.models.reads.step_back import read_step_back
from tracker.models.reads.step_back_offer import read_step_back_offer
from tracker.models.review import SUBJECTS
from tracker.models.step_back import StepBack
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.views.account.help import nearby
from tracker.views.step_back import step_back_presenter
from tracker.views.step_back.past_presenter import (
    end_day,
    first_lines,
    planned_actions,
    present_past,
)
from tracker.views.step_back.step_back_form import StepBackForm
from tracker.web.access import me, own
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.idempotency import once
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("step_back", __name__, url_prefix="/step-back")
blueprint.after_request(forbid_storing)
NOUN = "step back"
ABOUT = {
    "search_focus": "Where I look, and for what",
    "resume": "What it says, and how",
    "profile": "LinkedIn and the like",
}
"""What kind of plan each is."""
STEPS = ("fit", "themes", "papers", "sources", "others", "outcome")
"""One after the other; what is typed in any of them is sent with each."""


@blueprint.get("")
def index() -> ResponseReturnValue:
    """What it is, why now perhaps, and those before."""
    session, user, at = db.session(), me(), now()
    looks = [each for each in session.scalars(StepBack.of(user.id)) if not each.put_off_at]
    past = [each for each in looks if each.ended_at is not None]
    came = first_lines(session, past)
    return page(
        "step_back/index.html",
        under_way=next((each for each in looks if each.ended_at is None), None),
        past=[(each.id, end_day(each, user), came[each.id]) for each in past],
        offered=read_step_back_offer(session, user.id, at, user.zone),
        key=uuid.uuid4(),
    )


@blueprint.post("")
def begin() -> ResponseReturnValue:
    """Begin one, or go on with the one that is under way."""
    at, user = now(), me()
    with writing(user) as session:

        def make() -> int:
            under_way = session.scalar(StepBack.unfinished(user.id))
            return (under_way or begin_step_back(session, user, at)).id

        look_id, _ = once(session, user, at, make)
    return see_other(f"/step-back/{look_id}")


@blueprint.post("/postponement")
def put_off() -> ResponseReturnValue:
    """Not now: it is not offered again before as many further outcomes."""
    at, user = now(), me()
    with writing(user) as session:

        def make() -> int:
            look = session.scalar(StepBack.unfinished(user.id)) or begin_step_back(
                session, user, at
            )
            look.put_off_at = at
            return look.id

        once(session, user, at, make)
    say("OK, not now. You find it under Insights at any time.")
    return see_other("/today")


@blueprint.get("/<id:look_id>")
def show(look_id: int) -> ResponseReturnValue:
    """One look: to fill in, or to read again."""
    look = own(StepBack, look_id)
    if look.ended_at is not None:
        return page("step_back/past.html", look=look, **present_past(look), **nearby())
    return render_step_back_form(look, StepBackForm.of(look))


@blueprint.post("/<id:look_id>")
def update(look_id: int) -> ResponseReturnValue:
    """Keep the words; then go on, or plan what comes of it."""
    return save_words(look_id, ending=False)


@blueprint.post("/<id:look_id>/ending")
def end(look_id: int) -> ResponseReturnValue:
    """Keep the words, and be done with it."""
    return save_words(look_id, ending=True)


@blueprint.post("/<id:look_id>/ending/reversal")
def go_on(look_id: int) -> ResponseReturnValue:
    """Mark as not done."""
    own(StepBack, look_id)
    with writing(me()) as session:
        own(StepBack, look_id, session).ended_at = None
    say("Open again.")
    return see_other(f"/step-back/{look_id}")


@blueprint.post("/<id:look_id>/removal")
def delete(look_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back. What was planned stays planned."""
    return take_away(NOUN, partial(own, StepBack, look_id), "Deleted.", "/step-back")


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, "/step-back")


def begin_step_back(session: Session, user: User, at: datetime) -> StepBack:
    """A new one."""
    look = StepBack(user_id=user.id, started_at=at)
    session.add(look)
    session.flush()
    return look


def save_words(look_id: int, ending: bool) -> ResponseReturnValue:
    """Save the words, unless others were saved in the meantime."""
    at, form = now(), StepBackForm()
    with saving(form, partial(own, StepBack, look_id), render_step_back_form) as (_, look):
        form.write(look)
        if ending:
            look.ended_at = look.ended_at or at
    if ending:
        say(
            undo_toast(
                "Done.",
                f"/step-back/{look_id}/ending/reversal",
            )
        )
        return see_other(f"/step-back/{look_id}")
    return see_other(next_address(look_id, request.form.get("then", "")))


def next_address(look_id: int, then: str) -> str:
    """Where the button leads once the words are kept: to a plan, to somebody who looks."""
    if then in ACTION_KINDS:
        return f"/step-back/{look_id}/actions/new?kind={then}"
    mode, _, subject = then.partition("-")
    if mode == "step" and subject in STEPS:
        return f"/step-back/{look_id}?step={subject}"
    if then == "later":
        say("Saved.")
        return "/step-back"
    if mode in ("ask", "note") and subject in SUBJECTS:
        asking = "&ask=1" if mode == "ask" else ""
        return f"/reviews/new?subject={subject}{asking}&look={look_id}"
    say("Saved.")
    return f"/step-back/{look_id}"


def step_of(form: StepBackForm, refusal: Refusal | None) -> str:
    """The step to show: the one asked for, or the first with something to look at.

    Nothing, and so all of them, where two versions stand beside each other.
    """
    if refusal is not None:
        return next((name for name in STEPS if name in form.errors), "")
    asked = request.args.get("step", "")
    return asked if asked in STEPS else STEPS[0]


def render_step_back_form(
    look: StepBack, form: StepBackForm, refusal: Refusal | None = None
) -> Response:
    """The page while it is under way."""
    session, user, at = db.session(), me(), now()
    actions = planned_actions(look)
    return form_page(
        "step_back/show.html",
        form,
        refusal,
        StepBackForm.of(look),
        look=look,
        steps=STEPS,
        step=step_of(form, refusal),
        seen=step_back_presenter.present_step_back(
            read_step_back(session, user, at),
            day_of(at, user.zone),
            usual_silence(session, user, at),
        ),
        own=[(each.label.text, each.data) for each in form if each.name in STEPS and each.data],
        actions=actions,
        about_kind=ABOUT,
        kinds=[(kind, ACTION_KINDS[kind]) for kind in KINDS] if len(actions) < MOST_ACTIONS else [],
        **nearby(),
    )
