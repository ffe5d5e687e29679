"""A person's other applications at the same company."""

from sqlalchemy import Select, func

from tracker.loop.stage import Stage
from tracker.models.application import Application


def earlier_at(user_id: int, company: str) -> Select[Application]:
    """Earlier applications to a company, the latest first."""
    return (
        Application.of(user_id)
        .where(func.lower(Application.company) == company.strip().lower())
        .order_by(Application.applied_on.desc(), Application.id.desc())
    )


def others_open(application: Application) -> Select[Application]:
    """Others at the same company on which an answer may still come, the latest first."""
    return earlier_at(application.user_id, application.company).where(
        Application.id != application.id, Application.live, Application.stage.in_(Stage.OPEN)
    )
