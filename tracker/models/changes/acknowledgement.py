"""They wrote that they have it: silence counts from then, or from the day that they named."""

from datetime import date

from tracker.models.application import Application

DAYS = ("acknowledged_on", "answers_by", "closes_on")
BETWEEN = "_"


def acknowledge(
    application: Application, wrote_on: date, by: date | None, closes_on: date | None
) -> str:
    """The latest counts; gives what undoes it."""
    was = BETWEEN.join(f"{getattr(application, name) or ''}" for name in DAYS)
    if application.acknowledged_on is None or application.acknowledged_on <= wrote_on:
        application.acknowledged_on, application.answers_by = wrote_on, by
    application.closes_on = application.closes_on or closes_on
    return was


def undo_acknowledgement(application: Application, was: str) -> None:
    """The days as they were; raises ValueError where nobody knows them."""
    days = was.split(BETWEEN)
    for name, said in zip(DAYS, days, strict=True):
        setattr(application, name, date.fromisoformat(said) if said else None)
