"""A JobPosting of schema.org as facts, whatever types its values have."""

import html
import re
from datetime import date
from typing import Any

from tracker.postings import employments, pay_words, skill_words
from tracker.postings.closing_days import valid_through, zone_of
from tracker.postings.job_location import country_and_region, of_places, text_of
from tracker.postings.markup_text import words_of
from tracker.postings.posting import Hints
from tracker.values.text import clean_line

TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
ESCAPED = re.compile(r"&lt;/?[a-zA-Z]")
PARTS = ("description", "responsibilities", "qualifications", "experienceRequirements",
         "educationRequirements", "jobBenefits")  # fmt: skip


def facts_of(node: dict[str, Any], hints: Hints) -> dict[str, Any]:
    """What it says."""
    remote = "TELECOMMUTE" in _plain(node.get("jobLocationType")).upper().replace("_", "")
    location = of_places(node.get("jobLocation"))
    if remote and not location:
        location = of_places(node.get("applicantLocationRequirements"))
    return {
        "role": _line(node.get("title")) or _line(node.get("name")),
        "company": _line(node.get("hiringOrganization")),
        "location": _line(location),
        "workplace": "remote" if remote else "",
        "employment": employments.from_schema(node.get("employmentType")),
        "pay_text": pay_words.from_numbers(node.get("baseSalary"), node.get("salaryCurrency")),
        "closes_on": _closing(node, hints),
        "skills": tuple(skill_words.listed(node.get("skills"))),
        "text": _text(node),
    }


def _line(value: Any) -> str:
    said = text_of(value)
    return clean_line(html.unescape(TAGS.sub(" ", html.unescape(said))))


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(each for each in value[:10] if isinstance(each, str))
    return value if isinstance(value, str) else ""


def _closing(node: dict[str, Any], hints: Hints) -> date | None:
    said = _plain(node.get("validThrough")).strip()
    if not said:
        return None
    place = zone_of(*country_and_region(node.get("jobLocation")))
    day = valid_through(said, place or hints.zone, hints.month_first)
    return day if day is not None and 1990 <= day.year <= 2100 else None


def _text(node: dict[str, Any]) -> str:
    """The description, and what stands beside it and is not in it already."""
    parts: list[str] = []
    for name in PARTS:
        said = read_description(node.get(name))
        if said and not any(said in each for each in parts):
            parts.append(said)
    return "\n\n".join(parts)


def read_description(value: Any) -> str:
    """Words, of words that may be markup, or markup that was escaped once more."""
    if isinstance(value, list):
        return "\n".join(f"- {said}" for each in value[:100] if (said := read_description(each)))
    if not isinstance(value, str):
        return ""
    for _ in range(2):
        if ESCAPED.search(value):
            value = html.unescape(value)
    return words_of(value)
