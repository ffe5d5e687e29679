"""What a person does with a story: says it aloud, says how it went, takes it away."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.base import Base
from tracker.models.story import SHORTEST_RUN, PracticeRun, Story


def counts(seconds: int | None) -> bool:
    """Whether so long is an answer; without its seconds any is."""
    return seconds is None or seconds >= SHORTEST_RUN


def add_run(session: Session, story: Story, seconds: int | None, now: datetime) -> PracticeRun:
    """It was said aloud."""
    run = PracticeRun(user_id=story.user_id, story_id=story.id, seconds=seconds, created_at=now)
    session.add(run)
    session.flush()
    return run


def with_its_runs(session: Session, story: Story) -> list[Base]:
    """All that goes with a story that is taken away."""
    return [story, *session.scalars(PracticeRun.of(story).order_by(None))]
