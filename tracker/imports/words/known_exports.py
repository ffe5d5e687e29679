"""Exports that are known by the names of all their columns together."""

from collections.abc import Sequence

from tracker.imports.words.headers import normalised

LINKEDIN = "LinkedIn"
EXPORTS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        f"{LINKEDIN}: job applications",
        {
            "Application Date": "applied_on",
            "Contact Email": "skip",
            "Contact Phone Number": "skip",
            "Company Name": "company",
            "Job Title": "role",
            "Job Url": "link",
            "Resume Name": "notes",
            "Question And Answers": "private_notes",
        },
    ),
    (
        f"{LINKEDIN}: saved jobs",
        {
            "Saved Date": "saved_on",
            "Job Url": "link",
            "Job Title": "role",
            "Company Name": "company",
        },
    ),
)
"""The person's own address and number are left out; they say nothing about an application."""
MARKS = ({"applicationdate", "joburl", "contactemail"}, {"saveddate", "joburl"})


def facts_of(names: Sequence[str]) -> dict[int, str]:
    """The facts of the columns of an export that is known; else nothing."""
    found = {normalised(name): place for place, name in enumerate(names)}
    for (_, facts), marks in zip(EXPORTS, MARKS, strict=True):
        if marks <= found.keys():
            named = ((normalised(header), fact) for header, fact in facts.items())
            return {found[header]: fact for header, fact in named if header in found}
    return {}
