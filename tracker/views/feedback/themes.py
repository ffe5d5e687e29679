"""What feedback is about, in the person's own words, on two levels."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.themes import points_with, seed, themes
from tracker.models.feedback import Theme
from tracker.values.formatting import shortened
from tracker.views.feedback.point_form import ThemeForm
from tracker.web.access import me, own, own_named
from tracker.web.forms import Refusal, create_once, form_page
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("themes", __name__, url_prefix="/themes")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them; until the first change they are Onward's, and nothing is kept."""
    return render_themes_page(ThemeForm(formdata=None))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """One more; the first time, those to start from become the person's own too."""
    user, form = me(), add_broad_theme_options(ThemeForm())

    def make(session: Session) -> int:
        seed(session, user.id)
        theme = Theme(user_id=user.id, name=form.name.data, parent_id=form.parent.data)
        session.add(theme)
        session.flush()
        return theme.id

    create_once(form, make, render_themes_page, anew=True)
    say("Added to your themes.")
    return see_other("/themes")


@blueprint.get("/<id:theme_id>")
def edit(theme_id: int) -> ResponseReturnValue:
    """One theme, to rename or to move."""
    theme = own(Theme, theme_id)
    form = ThemeForm(formdata=None, data={"name": theme.name, "parent": theme.parent_id})
    return render_theme_form(theme, form)


@blueprint.post("/<id:theme_id>")
def update(theme_id: int) -> ResponseReturnValue:
    """Another name or another place; what has finer themes stays broad."""
    user, form = me(), ThemeForm()
    theme = own(Theme, theme_id)
    add_broad_theme_options(form, theme)
    if not form.validate():
        return render_theme_form(theme, form, 422)
    with writing(user) as session:
        theme = own(Theme, theme_id, session)
        theme.name, theme.parent_id = form.name.data or theme.name, form.parent.data
    say("Saved.")
    return see_other("/themes")


@blueprint.get("/<id:theme_id>/deletion")
def ask(theme_id: int) -> ResponseReturnValue:
    """What would go with it."""
    session, theme = db.session(), own(Theme, theme_id)
    finer = len(finer_of(session, theme))
    return page(
        "feedback/themes/removal.html", theme=theme, uses=points_with(session, theme), finer=finer
    )


@blueprint.post("/<id:theme_id>/deletion")
def delete(theme_id: int) -> ResponseReturnValue:
    """One theme less, with its finer ones; points that had it keep all else."""
    own(Theme, theme_id)
    with writing(me()) as session:
        theme = own(Theme, theme_id, session)
        name = theme.name
        session.delete(theme)
    say(f"{shortened(name, 60)} is gone.")
    return see_other("/themes")


def finer_of(session: Session, theme: Theme) -> list[Theme]:
    """The themes that are part of this one."""
    return list(session.scalars(select(Theme).where(Theme.parent_id == theme.id)))


def add_broad_theme_options(form: ThemeForm, theme: Theme | None = None) -> ThemeForm:
    """Let the form offer the broad themes, this one left out; another person's is a 404."""
    session = db.session()
    broad = [each for each in themes(session, me().id) if each.value.isdigit()]
    if theme is not None:
        has_finer = bool(finer_of(session, theme))
        broad = [each for each in broad if each.value != str(theme.id) and not has_finer]
    form.parent.choices = [("", "A main theme"), *((each.value, each.name) for each in broad)]
    chosen = form.parent.data
    if isinstance(chosen, int) and str(chosen) not in {each.value for each in broad}:
        own_named(Theme, chosen)
    return form


def render_themes_page(form: ThemeForm, refusal: Refusal | None = None) -> Response:
    """The list, and a place to add one."""
    known = themes(db.session(), me().id)
    return form_page(
        "feedback/themes/index.html", add_broad_theme_options(form), refusal, themes=known
    )


def render_theme_form(theme: Theme, form: ThemeForm, status: int = 200) -> Response:
    """The form of one."""
    return page(
        "feedback/themes/form.html",
        theme=theme,
        form=add_broad_theme_options(form, theme),
        status=status,
    )
