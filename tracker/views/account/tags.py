"""My tags: more of them, other names, and gone with an Undo."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.tags import TagUse, add_tags, rename, tag_uses
from tracker.models.reads import listing
from tracker.models.reads.filters import TableFilters
from tracker.models.skill import ApplicationTag, Tag
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.account.tags_presenter import SHOWN, present_tagged
from tracker.views.account.words_form import TagForm, TagsForm
from tracker.web.access import me, own
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other
from tracker.web.return_to import came_from
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("tags", __name__, url_prefix="/tags")
HOME = "/tags"


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, with how many have each."""
    return render_tags_page(TagsForm(formdata=None))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """More words."""
    form = TagsForm()
    if not form.validate():
        return render_tags_page(form, 422)
    with writing(me()) as session:
        add_tags(session, me().id, form.tags.data)
    say("Added to your tags.")
    return see_other(HOME)


@blueprint.get("/<id:tag_id>")
def edit(tag_id: int) -> ResponseReturnValue:
    """One of them, to be renamed or removed."""
    tag = own(Tag, tag_id)
    return render_tag_page(tag, TagForm.of(tag))


@blueprint.post("/<id:tag_id>")
def update(tag_id: int) -> ResponseReturnValue:
    """Another name; two of one name become one."""
    form = TagForm()
    with saving(form, partial(tag_to_rename, tag_id), render_tag_page) as (session, tag):
        number = rename(session, tag, form.name.data or "")
        once(session, me(), now(), lambda: number, anew=True)
    made_one = f"Both are “{shortened(form.name.data or '', 60)}” now."
    say("Saved." if number == tag_id else made_one)
    return see_other(f"{HOME}/{number}")


@blueprint.post("/<id:tag_id>/removal")
def delete(tag_id: int) -> ResponseReturnValue:
    """Take it away, from the applications too; Undo brings both back."""
    words = f"{shortened(own(Tag, tag_id).name, 60)} is gone."
    return take_away("tag", partial(with_its_uses, tag_id), words, "/tags", HOME)


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back("tag", removal_id, HOME)


def tag_to_rename(tag_id: int, session: Session) -> Tag:
    """The tag; where two taps joined it with another, one goes on to that."""
    if session.get(Tag, tag_id) is None:
        joined, _ = once(session, me(), now(), lambda: own(Tag, tag_id, session).id, anew=True)
        abort(see_other(f"{HOME}/{joined}"))
    return own(Tag, tag_id, session)


def with_its_uses(tag_id: int, session: Session) -> Sequence[Any]:
    """A tag, and where it is."""
    tag = own(Tag, tag_id, session)
    return [tag, *session.scalars(select(ApplicationTag).where(ApplicationTag.tag_id == tag.id))]


def render_tags_page(form: TagsForm, status: int = 200) -> Response:
    """The list; what was refused stands in its field."""
    from_board = came_from().path.startswith("/board")
    return page(
        "account/tags/index.html",
        status=status,
        tags=tag_uses(db.session(), me().id),
        form=form,
        back_to=("/board", "Board") if from_board else ("/settings", "Settings"),
    )


def render_tag_page(tag: Tag, form: TagForm, refusal: Refusal | None = None) -> Response:
    """What has it, its name, and the others that it can be joined with."""
    session, user = db.session(), me()
    every = tag_uses(session, user.id)
    use = next((each for each in every if each.id == tag.id), TagUse(tag.id, tag.name, 0, 0))
    found, _ = listing.rows(
        session, user.id, TableFilters(tag=tag.name), False, listing.Sort("applied"), 1, None
    )
    return form_page(
        "account/tags/edit.html",
        form,
        refusal,
        TagForm.of(tag),
        tag=tag,
        use=use,
        others=[each.name for each in every if each.id != tag.id],
        rows=present_tagged(found[:SHOWN], day_of(now(), user.zone)),
    )
