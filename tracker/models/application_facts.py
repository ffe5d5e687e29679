"""The facts of an application that people write down, and where each of them goes.

A fact that reads as "label: value" needs its entry, its column and its field, and no more: pages,
search, imports and files go through these. A place that lays a fact out in its own way names it
there; `besides` gives the others. tests/models/test_application_facts.py names what was forgotten.
"""

from collections.abc import Collection
from typing import Literal, NamedTuple

Kind = Literal["line", "words", "link", "day", "choice", "number", "yes", "document"]


class ApplicationFact(NamedTuple):
    """One of them; its name is that of its column, of its field, in a mapping and in JSON."""

    name: str
    label: str
    kind: Kind
    shared: bool
    """Whether coaches and files for others hold it, where applications are ticked."""
    searched: bool = False
    imported: bool = True
    of_leads: bool = False
    """Whether an opening that is saved for later has it too."""

    @property
    def blank(self) -> str | bool | None:
        """What stands in its column while nothing is known."""
        if self.kind in ("line", "words", "link"):
            return ""
        return False if self.kind == "yes" else None


WORKPLACES = {"onsite": "On site", "hybrid": "Hybrid", "remote": "Remote"}
EMPLOYMENTS = {
    "full_time": "Full time",
    "part_time": "Part time",
    "casual": "Casual",
    "contract": "Contract",
    "internship": "Internship",
    "apprenticeship": "Apprenticeship",
    "other": "Other",
}
WAYS_TO_APPLY = {
    "website": "On their website",
    "job_site": "On a job site",
    "email": "By email",
    "in_person": "In person",
    "phone": "By phone",
    "post": "By post",
    "agency": "Through an agency",
    "message": "By message",
}

Fact = ApplicationFact
APPLICATION_FACTS = (
    Fact("company", "Company", "line", shared=True, searched=True, of_leads=True),
    Fact("role", "Role", "line", shared=True, searched=True, of_leads=True),
    Fact("location", "Location", "line", shared=True, searched=True, of_leads=True),
    Fact("applied_on", "Applied on", "day", shared=True),
    Fact("applied_how", "How you applied", "choice", shared=False),
    Fact("workplace", "Workplace", "choice", shared=True, of_leads=True),
    Fact("employment", "Employment", "choice", shared=True, of_leads=True),
    Fact("pay_text", "Pay", "line", shared=True, searched=True, of_leads=True),
    Fact("source", "Source", "line", shared=True, searched=True, of_leads=True),
    Fact("link", "Link", "link", shared=True, searched=True, of_leads=True),
    Fact("closes_on", "Closes on", "day", shared=True, of_leads=True),
    Fact("posting", "Job posting, as text", "words", shared=False, of_leads=True),
    Fact("excitement", "Excitement", "number", shared=True, of_leads=True),
    Fact("resume_id", "Résumé", "document", shared=True, imported=False),
    Fact("letter_id", "Letter", "document", shared=True, imported=False),
    Fact("public_sector", "Public sector", "yes", shared=False, imported=False),
    Fact("internal_candidate", "I already work there", "yes", shared=False, imported=False),
)
NAMES = tuple(each.name for each in APPLICATION_FACTS)
BLANK = {each.name: each.blank for each in APPLICATION_FACTS}
SEARCHED = tuple(each.name for each in APPLICATION_FACTS if each.searched)
IMPORTED = tuple(each for each in APPLICATION_FACTS if each.imported)
SHARED = tuple(each for each in APPLICATION_FACTS if each.shared)
OF_LEADS = tuple(each.name for each in APPLICATION_FACTS if each.of_leads)


def besides(
    names: Collection[str], facts: Collection[ApplicationFact] = APPLICATION_FACTS
) -> list[ApplicationFact]:
    """The facts that a place doesn't name itself, in their order."""
    return [each for each in facts if each.name not in names]
