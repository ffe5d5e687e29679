"""Who looked at the résumé, LinkedIn or social media, when, and what they said."""

from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.document import Document
from tracker.models.review import SUBJECTS, Review
from tracker.models.step_back import StepBack
from tracker.values.days import day_of
from tracker.views.step_back.review_form import ReviewForm
from tracker.views.step_back.step_back_presenter import review_words
from tracker.web.access import me, own, own_named
from tracker.web.forms import Refusal, create_once, form_key, form_page, saving
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("reviews", __name__, url_prefix="/reviews")
NOUN = "review"


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Asking somebody; below it those asked before, then who looked, the latest first."""
    session, user = db.session(), me()
    today = day_of(now(), user.zone)
    reviews = session.scalars(Review.of(user.id)).all()
    return page(
        "step_back/reviews/index.html",
        reviews=[(each, review_words(each, today, of=each.subject_label)) for each in reviews],
        form=ReviewForm(formdata=None),
        key=form_key(),
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """Whom to ask, or what was said."""
    subject = request.args.get("subject", "")
    form = ReviewForm(formdata=None, subject=subject if subject in SUBJECTS else "resume")
    if not is_request():
        form.on.data = day_of(now(), me().zone)
    return render_review_form(form)


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep it once; where somebody is to be asked, the words for it come next."""
    at, user, form = now(), me(), add_document_options(ReviewForm())

    def make(session: Session) -> int:
        review = Review(user_id=user.id, created_at=at)
        form.write(review)
        if is_request():
            review.on = None
        session.add(review)
        session.flush()
        return review.id

    made, _ = create_once(form, make, render_review_form)
    if is_request():
        say("The message is ready to send.")
        return see_other(f"/reviews/{made}/request{look_query()}")
    say("Saved.")
    return see_other(way_back())


@blueprint.get("/<id:review_id>")
def edit(review_id: int) -> ResponseReturnValue:
    """One of them, to change: most often to write down what they said."""
    review = own(Review, review_id)
    return render_review_form(ReviewForm.of(review), review=review)


@blueprint.post("/<id:review_id>")
def update(review_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    form = add_document_options(ReviewForm())
    with saving(
        form,
        partial(own, Review, review_id),
        lambda review, form, why: render_review_form(form, why, review),
        lambda review: add_document_options(ReviewForm.of(review)),
    ) as (_, review):
        form.write(review)
    say("Saved.")
    return see_other("/reviews")


@blueprint.post("/<id:review_id>/removal")
def delete(review_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    return take_away(NOUN, partial(own, Review, review_id), "Deleted.", "/reviews")


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, "/reviews")


def is_request() -> bool:
    """Whether somebody is to be asked, and nobody has looked yet."""
    return request.values.get("ask", "") == "1"


def look_query() -> str:
    """The look back that led here, carried along."""
    look = request.values.get("look", "")
    return f"?look={own_named(StepBack, look).id}" if look else ""


def way_back() -> str:
    """To the look back that led here, else to the list."""
    look = request.values.get("look", "")
    return (
        f"/step-back/{own_named(StepBack, look).id}?step=others#others-head" if look else "/reviews"
    )


def add_document_options(form: ReviewForm) -> ReviewForm:
    """The form with the person's own documents."""
    return form.offer(db.session().scalars(Document.of(me().id)))


def render_review_form(
    form: ReviewForm, refusal: Refusal | None = None, review: Review | None = None
) -> Response:
    """The form."""
    return form_page(
        "step_back/reviews/form.html",
        add_document_options(form),
        refusal,
        add_document_options(ReviewForm.of(review)) if review is not None else None,
        review=review,
        asking=is_request() and review is None,
        look=request.values.get("look", ""),
        back=way_back(),
    )
