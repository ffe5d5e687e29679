"""Asking somebody to look: words to copy, share or open in the mail app; the person sends them."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.loop.ask import mailto
from tracker.loop.ask.letters import Letter, review_request
from tracker.loop.ask.mailto import LONGEST
from tracker.models.review import Review
from tracker.values.days import day_of
from tracker.views.actions.changes import day_in
from tracker.views.ask.letter_builder import instance
from tracker.views.step_back.review_form import RequestForm
from tracker.views.step_back.reviews import way_back
from tracker.web.access import me, own
from tracker.web.paging import address
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("review_requests", __name__)


@blueprint.get("/reviews/<id:review_id>/request")
def show(review_id: int) -> ResponseReturnValue:
    """The words as they are built."""
    review, user = own(Review, review_id), me()
    built = review_request(review.subject, review.by, user.name, user.letter_language, instance())
    form = RequestForm(formdata=None, subject=built.subject, body=built.body)
    return render_review_request_page(review, form, problem=built.problem)


@blueprint.post("/reviews/<id:review_id>/request")
def update(review_id: int) -> ResponseReturnValue:
    """The link to the mail app, made again from what was typed; nothing is saved."""
    review, form = own(Review, review_id), RequestForm()
    return render_review_request_page(review, form, 200 if form.validate() else form.status)


@blueprint.post("/reviews/<id:review_id>/sending")
def create(review_id: int) -> ResponseReturnValue:
    """The person sent it: asked today; Undo says in its address when they were asked before."""
    own(Review, review_id)
    at, user = now(), me()
    with writing(user, at) as session:
        review = own(Review, review_id, session)
        earlier, review.asked_on = review.asked_on, day_of(at, user.zone)
    look = request.values.get("look", "")
    undo = address(f"/reviews/{review_id}/sending/reversal", {"earlier": earlier, "look": look})
    say(undo_toast("Saved. When they answer, write it down here.", undo))
    return see_other(way_back())


@blueprint.post("/reviews/<id:review_id>/sending/reversal")
def undo(review_id: int) -> ResponseReturnValue:
    """It was not sent after all, or not now."""
    own(Review, review_id)
    with writing(me(), now()) as session:
        review = own(Review, review_id, session)
        review.asked_on = day_in(request.args.get("earlier", ""))
    say("Undone. The message is not sent.")
    return see_other(way_back())


def render_review_request_page(
    review: Review, form: RequestForm, status: int = 200, problem: str = ""
) -> Response:
    """The page."""
    return page(
        "step_back/review_requests/show.html",
        review=review,
        form=form,
        link=mailto(Letter(form.subject.data or "", form.body.data or "")),
        longest=LONGEST,
        problem=problem,
        back=way_back(),
        look=request.values.get("look", ""),
        typed=request.method == "POST",
        status=status,
    )
