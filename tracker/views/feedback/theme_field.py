"""The theme that the form of a point chose."""

from sqlalchemy.orm import Session

from tracker.models.changes.themes import theme_by_slug
from tracker.models.feedback import Theme
from tracker.models.user import User
from tracker.views.feedback.point_form import PointForm
from tracker.web.access import own_named


def check_theme(form: PointForm) -> None:
    """A 404 for a theme that is another person's; what is no theme at all the form refuses."""
    given = form.theme.data or ""
    if given.isdigit() and given not in {value for value, _ in form.theme.choices}:
        own_named(Theme, given)


def theme_id(session: Session, user: User, given: str | None) -> int | None:
    """The row that a form's theme stands for."""
    if not given:
        return None
    found = (
        own_named(Theme, given, session)
        if given.isdigit()
        else theme_by_slug(session, user.id, given)
    )
    return found.id if found is not None else None
