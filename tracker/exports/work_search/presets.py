"""What agencies ask for in a work-search log, as data; every person can change all of it.

Where the numbers come from, and when that was checked: docs/work-search.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.models import activity

KINDS = {
    "application": "Application",
    "interview": "Interview",
    "follow_up": "Follow-up or call",
    **activity.KINDS,
}
"""What a line may be."""

COLUMNS = {
    "on": "Date",
    "what": "What",
    "employer": "Employer",
    "address": "Address",
    "contact": "Contact",
    "position": "Position or activity",
    "how": "How",
    "result": "Result",
    "hours": "Hours",
    "points": "Points",
}
"""In the order in which they stand."""


@dataclass(frozen=True)
class Preset:
    """Which columns, in which language, and what is counted against which number."""

    label: str
    title: str
    columns: tuple[str, ...]
    counts: str = ""
    """"points", "hours", "contacts", or nothing."""
    target: int | None = None
    every: str = "month"
    """The target is for a week or for a month."""
    points: Mapping[str, int] = field(default_factory=dict)
    language: str = "en"
    region: str = "AU"
    dates: str = "day_first"
    paper: str = "a4"
    signed: bool = False
    """A line for date and signature at the end."""


PRESETS = {
    "plain": Preset(
        label="Plain list",
        title="Work-search log",
        columns=("on", "what", "employer", "contact", "position", "how", "result", "hours"),
    ),
    "au": Preset(
        label="Workforce Australia",
        title="Job search and activities",
        columns=("on", "what", "employer", "position", "how", "result", "points"),
        counts="points",
        target=100,
        points={
            "application": 5,
            "interview": 20,
            "job_fair": 20,
            "workshop": 15,
            "resume": 5,
        },
    ),
    "uk": Preset(
        label="Universal Credit (UK)",
        title="Work search record",
        columns=("on", "what", "employer", "position", "how", "result", "hours"),
        counts="hours",
        target=35,
        region="GB",
        every="week",
    ),
    "us": Preset(
        label="A US state",
        title="Work search log",
        columns=("on", "employer", "address", "contact", "how", "position", "result"),
        counts="contacts",
        every="week",
        dates="month_first",
        region="US",
        paper="us-letter",
        signed=True,
    ),
    "de": Preset(
        label="Jobcenter (Germany)",
        title="Nachweis über Eigenbemühungen",
        columns=("on", "employer", "contact", "position", "how", "result"),
        language="de",
        region="DE",
        dates="german",
        signed=True,
    ),
}
USUAL = {"AU": "au", "GB": "uk", "US": "us", "DE": "de"}
"""By the country that a person lives in."""
