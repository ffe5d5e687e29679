"""A hunt with enough of everything for every chart."""

from datetime import date, datetime, timedelta

from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.loop.stage import Stage
from tracker.models import Application, User
from tracker.models.changes.stage import move
from tracker.values.days import day_of, days_after


def sent(build: Build, user: User, days_ago: int, **facts: object) -> Application:
    """Applied for so many days ago."""
    moment = now()
    on = days_after(day_of(moment, user.zone), -days_ago)
    return build.application(user, applied_on=on, at=moment - timedelta(days=days_ago), **facts)


def told(build: Build, user: User, today: date, **facts: object) -> Application:
    """A no of ten days ago, nine days after applying."""
    card = sent(build, user, 19, stage="rejected", **facts)
    build.rejection(card, on=days_after(today, -10), how="email")
    return card


def moved(cards: list[Application], stage: Stage, at: datetime) -> None:
    with writing() as session:
        for card in cards:
            move(session, session.get_one(Application, card.id), stage, at)


def a_hunt(build: Build, user: User, today: date, company: str = "Banksia Software") -> None:
    """Enough of everything for every chart."""
    early = []
    with build.together():
        old = build.document(user, label="Résumé v1")
        new = build.document(user, label="Résumé v2")
        theme = build.theme(user, f"Examples for {company}")
        for number in range(12):
            card = told(
                build, user, today, company=company, source="Seek", workplace="remote",
                resume_id=(old if number % 2 else new).id,
            )  # fmt: skip
            build.attempt(card, on=days_after(today, -9), channel="email", result="answered",
                          kind="ask", wording="interview/warm/en")  # fmt: skip
            answer = build.feedback(card, f"{company} wants examples.", received_on=today)
            point = build.point(answer, theme_id=theme.id)
            build.action(
                user, point, what=f"Write to {company}", application_id=card.id,
                done_on=days_after(today, -25),
            )  # fmt: skip
            sent(build, user, 40, company=company, role="Clerk", resume_id=old.id)
            early.append(sent(build, user, 60, company=company))
            build.interview(early[-1], starts_at=now() - timedelta(days=50))
        sent(build, user, 2)
    moved(early, Stage.INTERVIEW, now() - timedelta(days=55))
