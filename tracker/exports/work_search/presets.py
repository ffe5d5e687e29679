"""What agencies ask for in a work-search log, as data; every person can change all of it.

Where the numbers come from, and when that was checked: docs/sources.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tracker.models import activity

KINDS = {
    "application": "Application",
    "interview": "Interview",
    "follow_up": "Follow-up or call",
    "feedback": "Asked for feedback",
    **activity.KINDS,
}
"""What a line may be."""
CONTACTS = frozenset({"application", "interview", "follow_up", "networking"})
"""Lines that are a contact, where they name somebody: asking for feedback after a no is none."""

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


class Cap(NamedTuple):
    """How often lines of a kind count: in a month of the log, a week of it, or twelve months."""

    most: int
    every: Literal["week", "month", "year"]


@dataclass(frozen=True)
class Preset:
    """Which columns, in which language, and what is counted; a number to reach is the person's."""

    label: str
    title: str
    columns: tuple[str, ...]
    reference: str = "Reference number"
    """What the agency calls the number that it knows a person by."""
    counts: str = ""
    """"points", "hours", "contacts", or nothing."""
    every: str = "month"
    """It is counted by the week or by the month."""
    asks: str = ""
    """What is asked once, when it is first used: the number to reach."""
    hint: str = ""
    note: str = ""
    """What its page says about the limits of the log."""
    most: int = 10_000
    """The largest number that can be reached."""
    needed: str = ""
    """What that number is called in the log."""
    week: int | None = None
    """The day on which its week begins, 0 is Monday; None: as the person's calendar has it."""
    points: Mapping[str, int] = field(default_factory=dict)
    caps: Mapping[str, Cap] = field(default_factory=dict)
    leaves_out: frozenset[str] = frozenset()
    """Kinds of lines that are no matter of this agency's."""
    language: str = "en"
    region: str = "AU"
    dates: str = "day_first"
    paper: str = "a4"


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
        reference="Job seeker ID (JSID)",
        counts="points",
        asks="How many points do you need each month?",
        hint="It stands on your Workforce Australia page: up to 100, and set for you.",
        most=1_000,
        note="For points at Workforce Australia, not for Transition to Work, Disability Employment "
        "or community programs. Points you banked are not counted here, and job searches have no "
        "count of their own.",
        needed="Points to reach in a month",
        points={
            "application": 5,
            "interview": 20,
            "job_fair": 20,
            "workshop": 15,
            "resume": 5,
        },
        caps={
            "job_fair": Cap(1, "year"),
            "resume": Cap(1, "month"),
            "workshop": Cap(1, "week"),
        },
        leaves_out=frozenset({"feedback"}),
    ),
    "uk": Preset(
        label="Universal Credit (UK)",
        title="Work search record",
        columns=("on", "what", "employer", "position", "how", "result", "hours"),
        reference="National Insurance number",
        counts="hours",
        asks="How many hours a week did you agree on?",
        hint="They stand in your Claimant Commitment.",
        most=7 * 24,
        note="Your Claimant Commitment says how many hours you owe. It is usually 35 a week, and "
        "less for some: if you are ill, care for somebody, or have a child under 13.",
        needed="Hours agreed on for a week",
        region="GB",
        every="week",
    ),
    "us": Preset(
        label="A US state",
        title="Work search log",
        columns=("on", "employer", "address", "contact", "how", "position", "result"),
        reference="Claimant or claim number",
        counts="contacts",
        asks="How many contacts a week does your state ask for?",
        hint="Your state’s letter says it. Weeks here run Sunday to Saturday; change that below.",
        most=1_000,
        note="States differ in what they ask for, and in what they count as a contact. Your letter "
        "from the state counts.",
        needed="Contacts asked for in a week",
        every="week",
        week=6,
        leaves_out=frozenset({"feedback"}),
        dates="month_first",
        region="US",
        paper="us-letter",
    ),
    "de": Preset(
        label="Jobcenter (Germany)",
        title="Nachweis über Eigenbemühungen",
        columns=("on", "employer", "contact", "position", "how", "result"),
        note="There is no one form: what you and your Jobcenter agreed on counts.",
        reference="Kundennummer",
        week=0,
        leaves_out=frozenset({"feedback"}),
        language="de",
        region="DE",
        dates="german",
    ),
}
USUAL = {"AU": "au", "GB": "uk", "US": "us", "DE": "de"}
"""By the country that a person lives in."""
