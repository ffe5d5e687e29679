"""The columns of each sheet, and the fact of a record that stands in each."""

from tracker.exports.sheet_column import Heading, SheetColumn, SheetTable
from tracker.models.application_facts import SHARED, besides
from tracker.sharing.selection import SharedPart
from tracker.sharing.shared_columns import PAPERS

WHICH = (
    (SheetColumn("No.", "number", 7), "application_id"),
    (SheetColumn("Company", "text", 26), "company"),
    (SheetColumn("Role", "text", 30), "role"),
)
KINDS = {"day": ("day", 13), "number": ("number", 11), "link": ("link", 30), "words": ("words", 40)}


def with_the_others(*columns: Heading) -> tuple[Heading, ...]:
    """The columns of applications, and after them the facts that have none yet."""
    named = {fact for _, fact in columns} | set(PAPERS)
    others = besides(named, SHARED)
    made = (
        (SheetColumn(each.label, *KINDS.get(each.kind, ("text", 18))), each.name) for each in others
    )
    return (*columns, *made)


TABLES = (
    SheetTable(
        SharedPart.APPLICATIONS,
        "Applications",
        "applications",
        with_the_others(
            (SheetColumn("No.", "number", 7), "id"),
            *WHICH[1:],
            (SheetColumn("Applied on", "day", 13), "applied_on"),
            (SheetColumn("How it stands", "text", 18), "standing"),
            (SheetColumn("Stage", "text", 18), "stage"),
            (SheetColumn("Came to an interview", "text", 12), "came_to_interview"),
            (SheetColumn("Days to reply", "number", 9), "days_to_reply"),
            (SheetColumn("Said no on", "day", 13), "no_on"),
            (SheetColumn("Offer on", "day", 13), "offer_on"),
            (SheetColumn("Offer", "text", 12), "offer_decision"),
            (SheetColumn("Outcome", "text", 18), "outcome"),
            (SheetColumn("Source", "text", 18), "source"),
            (SheetColumn("Résumé", "text", 18), "resume"),
            (SheetColumn("Letter", "text", 18), "letter"),
            (SheetColumn("Location", "text", 20), "location"),
            (SheetColumn("Workplace"), "workplace"),
            (SheetColumn("Employment"), "employment"),
            (SheetColumn("Pay", "text", 24), "pay_text"),
            (SheetColumn("Closes on", "day", 13), "closes_on"),
            (SheetColumn("In it since", "day", 13), "since"),
            (SheetColumn("Archived on", "day", 13), "archived_on"),
            (SheetColumn("Job ended on", "day", 13), "ended_on"),
            (SheetColumn("Came from", "text", 30), "came_from"),
            (SheetColumn("Led to", "text", 30), "led_to"),
            (SheetColumn("Excitement", "number", 11), "excitement"),
            (SheetColumn("Link", "link", 30), "link"),
            (SheetColumn("Tags", "text", 24), "tags"),
        ),
        printed=13,
    ),
    SheetTable(
        SharedPart.APPLICATIONS,
        "Offers",
        "offers",
        (
            *WHICH,
            (SheetColumn("Came on", "day", 13), "on"),
            (SheetColumn("To answer by", "day", 13), "answer_by"),
            (SheetColumn("Pay", "text", 24), "pay_text"),
            (SheetColumn("What they offer", "words", 40), "terms"),
            (SheetColumn("Your answer"), "answer"),
            (SheetColumn("Answered on", "day", 13), "answered_on"),
            (SheetColumn("What became of it", "text", 22), "became"),
            (SheetColumn("On", "day", 13), "became_on"),
        ),
    ),
    SheetTable(
        SharedPart.HISTORY,
        "Stage history",
        "moves",
        (
            *WHICH,
            (SheetColumn("When", "day", 13), "on"),
            (SheetColumn("From", "text", 18), "before"),
            (SheetColumn("To", "text", 18), "after"),
        ),
    ),
    SheetTable(
        SharedPart.INTERVIEWS,
        "Interviews",
        "interviews",
        (
            *WHICH,
            (SheetColumn("When", "moment", 18), "when"),
            (SheetColumn("Minutes", "number", 10), "minutes"),
            (SheetColumn("Kind"), "kind"),
            (SheetColumn("Round", "number", 8), "round"),
            (SheetColumn("People", "text", 22), "people"),
            (SheetColumn("Went well", "words", 40), "went_well"),
            (SheetColumn("Would change", "words", 40), "would_change"),
            (SheetColumn("My rating", "number", 11), "rating"),
            (SheetColumn("Outcome"), "outcome"),
        ),
    ),
    SheetTable(
        SharedPart.ASKS,
        "Asks",
        "asks",
        (
            *WHICH,
            (SheetColumn("On", "day", 13), "on"),
            (SheetColumn("What", "text", 18), "kind"),
            (SheetColumn("By"), "channel"),
            (SheetColumn("To", "text", 22), "contact"),
            (SheetColumn("Wording", "text", 24), "wording"),
            (SheetColumn("Result", "text", 20), "result"),
        ),
    ),
    SheetTable(
        SharedPart.FEEDBACK,
        "Rejections",
        "noes",
        (
            *WHICH,
            (SheetColumn("On", "day", 13), "on"),
            (SheetColumn("How"), "how"),
            (SheetColumn("Their words", "words", 50), "words"),
            (SheetColumn("Their reason", "words", 40), "reason"),
            (SheetColumn("Role cancelled", "text", 22), "role_cancelled"),
        ),
    ),
    SheetTable(
        SharedPart.ACTIONS,
        "Actions",
        "actions",
        (
            *WHICH,
            (SheetColumn("Kind", "text", 18), "kind"),
            (SheetColumn("What", "words", 40), "what"),
            (SheetColumn("When and where", "words", 30), "cue"),
            (SheetColumn("I will", "words", 30), "plan"),
            (SheetColumn("Due on", "day", 13), "due_on"),
            (SheetColumn("Done on", "day", 13), "done_on"),
            (SheetColumn("Proof", "words", 30), "proof"),
            (SheetColumn("Used in", "number", 9), "used"),
        ),
    ),
    SheetTable(
        SharedPart.REVIEWS,
        "Looking back",
        "reviews",
        (
            (SheetColumn("What", "text", 20), "subject"),
            (SheetColumn("By", "text", 22), "by"),
            (SheetColumn("Asked on", "day", 13), "asked_on"),
            (SheetColumn("Looked on", "day", 13), "on"),
            (SheetColumn("What they said", "words", 60), "said"),
        ),
    ),
    SheetTable(
        SharedPart.NOTES,
        "Notes",
        "notes",
        (
            *WHICH,
            (SheetColumn("When", "moment", 18), "at"),
            (SheetColumn("Note", "words", 70), "body"),
        ),
    ),
)
GIVER = SheetColumn("From", "text", 22)
FEEDBACK = (
    *(column for column, _ in WHICH),
    SheetColumn("On", "day", 13),
    SheetColumn("By"),
    GIVER,
    SheetColumn("What they said", "words", 50),
    SheetColumn("Specific", "text", 10),
    SheetColumn("Point", "words", 40),
    SheetColumn("It is", "text", 14),
    SheetColumn("Theme", "text", 18),
    SheetColumn("I see it", "text", 18),
)
"""Of answers, with a row for each of their points."""
SUMMARY = (SheetColumn("In one minute", "text", 40), SheetColumn("", "fact", 60))
