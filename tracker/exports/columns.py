"""The columns of each sheet, and the fact of a record that stands in each."""

from typing import NamedTuple

from tracker.models.application_facts import SHARED, besides
from tracker.sharing.selection import Part
from tracker.sharing.shared_columns import PAPERS


class Column(NamedTuple):
    """A heading, what stands below it, and how wide it is."""

    label: str
    kind: str = "text"
    """text, words, link, day, moment, number, or a fact of any of these."""
    width: int = 16


Heading = tuple[Column, str]


class Table(NamedTuple):
    """How the lines of a record become a sheet: its columns, and the fact below each."""

    part: Part
    title: str
    lines: str
    columns: tuple[Heading, ...]


WHICH = (
    (Column("No.", "number", 7), "application_id"),
    (Column("Company", "text", 26), "company"),
    (Column("Role", "text", 30), "role"),
)
KINDS = {"day": ("day", 13), "number": ("number", 11), "link": ("link", 30), "words": ("words", 40)}


def with_the_others(*columns: Heading) -> tuple[Heading, ...]:
    """The columns of applications, and after them the facts that have none yet."""
    named = {fact for _, fact in columns} | set(PAPERS)
    others = besides(named, SHARED)
    made = ((Column(each.label, *KINDS.get(each.kind, ("text", 18))), each.name) for each in others)
    return (*columns, *made)


TABLES = (
    Table(
        Part.APPLICATIONS,
        "Applications",
        "applications",
        with_the_others(
            (Column("No.", "number", 7), "id"),
            *WHICH[1:],
            (Column("Location", "text", 20), "location"),
            (Column("Workplace"), "workplace"),
            (Column("Employment"), "employment"),
            (Column("Source", "text", 18), "source"),
            (Column("Applied on", "day", 13), "applied_on"),
            (Column("Closes on", "day", 13), "closes_on"),
            (Column("Stage", "text", 18), "stage"),
            (Column("In it since", "day", 13), "since"),
            (Column("Outcome", "text", 18), "outcome"),
            (Column("Archived on", "day", 13), "archived_on"),
            (Column("Résumé", "text", 18), "resume"),
            (Column("Letter", "text", 18), "letter"),
            (Column("Excitement", "number", 11), "excitement"),
            (Column("Pay", "text", 24), "pay_text"),
            (Column("Offer on", "day", 13), "offer_on"),
            (Column("Offer", "text", 12), "offer_decision"),
            (Column("Link", "link", 30), "link"),
        ),
    ),
    Table(
        Part.HISTORY,
        "Stage history",
        "moves",
        (
            *WHICH,
            (Column("When", "moment", 18), "at"),
            (Column("From", "text", 18), "before"),
            (Column("To", "text", 18), "after"),
        ),
    ),
    Table(
        Part.INTERVIEWS,
        "Interviews",
        "interviews",
        (
            *WHICH,
            (Column("When", "moment", 18), "at"),
            (Column("Minutes", "number", 10), "minutes"),
            (Column("Kind"), "kind"),
            (Column("Round", "number", 8), "round"),
            (Column("People", "text", 22), "people"),
            (Column("Went well", "words", 40), "went_well"),
            (Column("Would change", "words", 40), "would_change"),
            (Column("My rating", "number", 11), "rating"),
            (Column("Outcome"), "outcome"),
        ),
    ),
    Table(
        Part.ASKS,
        "Asks",
        "asks",
        (
            *WHICH,
            (Column("On", "day", 13), "on"),
            (Column("What", "text", 18), "kind"),
            (Column("By"), "channel"),
            (Column("To", "text", 22), "contact"),
            (Column("Wording", "text", 24), "wording"),
            (Column("Result", "text", 20), "result"),
        ),
    ),
    Table(
        Part.FEEDBACK,
        "Rejections",
        "noes",
        (
            *WHICH,
            (Column("On", "day", 13), "on"),
            (Column("How"), "how"),
            (Column("Their words", "words", 50), "words"),
            (Column("Their reason", "words", 40), "reason"),
        ),
    ),
    Table(
        Part.ACTIONS,
        "Actions",
        "actions",
        (
            *WHICH,
            (Column("Kind", "text", 18), "kind"),
            (Column("What", "words", 40), "what"),
            (Column("When and where", "words", 30), "cue"),
            (Column("I will", "words", 30), "plan"),
            (Column("Due on", "day", 13), "due_on"),
            (Column("Done on", "day", 13), "done_on"),
            (Column("Proof", "words", 30), "proof"),
            (Column("Used in", "number", 9), "used"),
        ),
    ),
    Table(
        Part.REVIEWS,
        "Looking back",
        "reviews",
        (
            (Column("What", "text", 20), "subject"),
            (Column("By", "text", 22), "by"),
            (Column("Asked on", "day", 13), "asked_on"),
            (Column("Looked on", "day", 13), "on"),
            (Column("What they said", "words", 60), "said"),
        ),
    ),
    Table(
        Part.NOTES,
        "Notes",
        "notes",
        (*WHICH, (Column("When", "moment", 18), "at"), (Column("Note", "words", 70), "body")),
    ),
)
GIVER = Column("From", "text", 22)
FEEDBACK = (
    *(column for column, _ in WHICH),
    Column("On", "day", 13),
    Column("By"),
    GIVER,
    Column("What they said", "words", 60),
    Column("Specific", "text", 10),
    Column("Point", "words", 50),
    Column("It is", "text", 14),
    Column("Theme", "text", 18),
    Column("I see it", "text", 18),
)
"""Of answers, with a row for each of their points."""
SUMMARY = (Column("In one minute", "text", 34), Column("", "fact", 60))
