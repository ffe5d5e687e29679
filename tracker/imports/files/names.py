"""What the tables of known exports are called, and which of a file's tables a name means."""

import re
from collections.abc import Sequence

APPLICATIONS = re.compile(r"job applications?(?:[ _]\d+)?$")
OTHER_LISTS = frozenset(
    """
    ad_targeting|ads clicked|causes you care about|certifications|company follows|connections|
    courses|education|email addresses|endorsement_given_info|endorsement_received_info|events|
    hashtag_follows|honors|importedcontacts|inferences_about_you|invitations|
    job applicant saved answers|job applicant saved screening question responses|
    job seeker preferences|languages|learning|logins|member_follows|messages|organizations|
    patents|phonenumbers|positions|profile|profile summary|projects|publications|reactions|
    receipts|recommendations_given|recommendations_received|registration|rich_media|
    search_queries|securitychallenges|services marketplace|shares|skills|test scores|
    verifications|volunteering|votes|whatsapp phone numbers
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Parts of what LinkedIn gives of a whole account that are no list of applications."""


ENDING = re.compile(
    r"\.(csv|tsv|tab|txt|md|xlsx|xlsm|xls|ods|fods|html?|zip)$", flags=re.IGNORECASE
)


def stem(name: str) -> str:
    """The last part of a table's name, without what kind of file it is in."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return ENDING.sub("", last)


def is_applications(name: str) -> bool:
    """Whether LinkedIn calls its list of applications so."""
    return APPLICATIONS.match(stem(name).casefold()) is not None


def is_other_list(name: str) -> bool:
    """Whether LinkedIn calls something else so, that may look like a list of applications."""
    plain = re.sub(r"[ _]\d+$", "", stem(name).casefold())
    return name.lower().endswith(".csv") and plain in OTHER_LISTS


def meant(names: Sequence[str], wanted: str) -> str | None:
    """The one table that somebody means, by its whole name or as much as tells; None."""
    ways = (
        lambda name: name,
        lambda name: name.casefold(),
        lambda name: name.casefold().replace("\\", "/").rpartition("/")[2],
        lambda name: stem(name).casefold(),
        lambda name: name.casefold().rpartition(": ")[2],
    )
    for way in ways:
        found = [name for name in names if way(name) == way(wanted)]
        if len(found) == 1:
            return found[0]
    return None
