"""Where an application stands, and when it came there, as one says it."""

from datetime import datetime, tzinfo

from tracker.loop.ending import no_words
from tracker.loop.facts import here_since
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.values.formatting import ago

SAID = {"Interview": "Moved to Interview"}
"""A stage that would read as another thing beside "5 weeks ago", as Rejected does."""


def stands_words(application: Application, now: datetime, zone: tzinfo) -> str:
    """Applied 7 days ago, They said no today; of one that is put away only where it stood."""
    if not application.live:
        return application.state_label if application.taken else application.stage_label
    label, when = application.state_label, ago(here_since(application), now, zone)
    if not when:
        return label
    if application.ending:
        return f"{label}, {when}"
    if label == Stage.REJECTED.label:
        return f"{no_words(application.role_closed)} {when}"
    return f"{SAID.get(label, label)} {when}"
