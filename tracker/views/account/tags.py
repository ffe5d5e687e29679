"""My tags: more of them, other names, and gone with an Undo."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.tags import TagUse, add_tags, rename, tag_uses
from tracker.models.skill import ApplicationTag, Tag
from tracker.values.formatting import shortened
from tracker.views.account.skills import render_words_page
from tracker.views.account.words_form import TagForm, TagsForm
from tracker.web.access import me, own
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("tags", __name__, url_prefix="/tags")
HOME = "/skills#tags"


@blueprint.post("")
def create() -> ResponseReturnValue:
    """More words."""
    form = TagsForm()
    if not form.validate():
        return render_words_page(tags=form, status=422)
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
    with saving(form, partial(own, Tag, tag_id), render_tag_page) as (session, tag):
        rename(session, tag, form.name.data or "")
    say("Saved.")
    return see_other(HOME)


@blueprint.post("/<id:tag_id>/removal")
def delete(tag_id: int) -> ResponseReturnValue:
    """Take it away, from the applications too; Undo brings both back."""
    words = f"{shortened(own(Tag, tag_id).name, 60)} is gone."
    return take_away("tag", partial(with_its_uses, tag_id), words, "/tags", HOME)


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back("tag", removal_id, HOME)


def with_its_uses(tag_id: int, session: Session) -> Sequence[Any]:
    """A tag, and where it is."""
    tag = own(Tag, tag_id, session)
    return [tag, *session.scalars(select(ApplicationTag).where(ApplicationTag.tag_id == tag.id))]


def render_tag_page(tag: Tag, form: TagForm, refusal: Refusal | None = None) -> Response:
    """Its name, and how many have it."""
    uses = {each.id: each for each in tag_uses(db.session(), me().id)}
    use = uses.get(tag.id, TagUse(tag.id, tag.name, 0, 0))
    saved = TagForm.of(tag)
    return form_page("account/tags/edit.html", form, refusal, saved, tag=tag, use=use)
