"""Where the first thing of a day can be practised, if it can."""

from datetime import date

from sqlalchemy.orm import Session

from tracker.models.action import PRACTICE, Action
from tracker.models.application import Application
from tracker.models.reads.preparation.practice import point_to_practise, practice_due
from tracker.views.today.rows_presenter import ListedStep


def practise_href(session: Session, first: ListedStep | None, today: date) -> str | None:
    """The question for the point to pick, or for the plan that is due."""
    if first is None or first.kind not in ("pick_point", "do_action"):
        return None
    noun, number = first.place.strip("/").split("/")
    if noun == "actions":
        action = session.get_one(Action, int(number))
        return f"/practice/new?action={number}" if action.kind == PRACTICE else None
    if first.kind == "do_action":
        due = practice_due(session, int(number), today)
        return f"/practice/new?action={due}" if due is not None else None
    point = point_to_practise(session, session.get_one(Application, int(number)))
    return f"/practice/new?point={point.id}" if point is not None else None
