"""Hundreds of applications for a test, written in two statements."""

from sqlalchemy import insert, inspect, select

from tracker.database import writing
from tracker.models import Application, StageChange, User


def copy_rows(person: User, card: Application, count: int) -> list[int]:
    """So many more like this one, each with the first row of its history; their numbers."""
    columns = inspect(Application).column_attrs
    facts = {each.key: getattr(card, each.key) for each in columns if each.key != "id"}
    begun = {"before": None, "after": card.stage, "on": card.applied_on}
    with writing(person) as session:
        rows = [facts | {"role": f"{card.role} {n:04}", "position": n} for n in range(count)]
        session.execute(insert(Application), rows)
        ids = list(
            session.scalars(
                select(Application.id)
                .where(Application.user_id == person.id, Application.role.like(f"{card.role} %"))
                .order_by(Application.id)
            )
        )
        mine = {"user_id": person.id, "recorded_at": card.created_at} | begun
        session.execute(insert(StageChange), [mine | {"application_id": each} for each in ids])
    return ids
