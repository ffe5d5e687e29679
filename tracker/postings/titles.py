"""Role, company and place out of the title of a page or of a message."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.imports.words.role_words import ROLES
from tracker.postings import employments
from tracker.postings.links import is_board_name
from tracker.postings.places import is_place
from tracker.postings.workplaces import workplace_in_place
from tracker.values.text import clean_line

LONGEST = 300
GENDERS = re.compile(
    r"\((?:m|w|f|d|x|i|gn|all genders?|alle|divers|h)(?:\s?[/|*,]\s?(?:m|w|f|d|x|i|gn|"
    r"div\.?|h)){0,3}\)"
    r"|\((?:all genders?|gn|alle geschlechter)\)|\b(?:m/w/d|w/m/d|m/f/d|f/m/d|d/m/w|"
    r"f/m/x|m/f/x|h/f)\b",
    re.IGNORECASE,
)
HIRING = re.compile(
    r"^(?P<company>.{2,100}?)\s(?:is\s)?hiring\s(?:an?\s|for\s)?(?P<role>.{2,150}?)(?:\sin\s(?P<place>.{2,80}))?$"
)
APPLICATION = re.compile(
    r"^(?:job\s)?(?:application|apply|bewerbung)\s(?:for|als|to|now\sfor)\s(?:the\s)?",
    re.IGNORECASE,
)
CALL = re.compile(
    r"^(?:we(?:’|')?re\s(?:now\s)?hiring|(?:now\s)?hiring|job|jobs|vacancy|job\sopening|wanted|role|position|"
    r"stellenangebot|stellenanzeige|wir\ssuchen|job\salert|new\s(?:role|job|vacancy)|gesucht|subject|betreff|"
    r"stellenausschreibung|job\sad|fwd?|re|wg|aw|job\svacancy|job\stitle|position\svacant)\s?[:!]\s?",
    re.IGNORECASE,
)
AT = re.compile(r"^(?P<role>.{2,150}?)\s(?:at|@|bei|chez)\s(?P<company>[^\W\d_].{1,100})$")
IN = re.compile(r"^(?P<role>.{2,150}?)\s(?:jobs?\s)?in\s(?P<place>[A-ZÄÖÜ].{1,60})$")
SEEKS = re.compile(
    r"^(?P<company>.{2,80}?)\s(?:is|are)\s(?:now\s|currently\s)?(?:looking\sfor|seeking|recruiting|"
    r"searching\sfor)\s(?:an?\s|our\snext\s|for\s)?(?P<role>.{2,120})$", re.IGNORECASE,
)  # fmt: skip
SUCHT = re.compile(
    r"^(?P<company>.{2,80}?)\ssucht\s(?:[^.]{0,60}?)(?:eine?n?(?:/\w{1,3})?|Sie als|dich als)\s"
    r"(?P<role>.{2,120})$"
)
BETWEEN = re.compile(r"\s[|•·»›]\s|\s[-–—]{1,2}\s|\s\|\|\s|\s::\s")
EMPTY = frozenset(
    ("careers", "career", "jobs", "job", "job details", "job description", "apply", "apply now",
     "karriere", "stellenangebot", "stellenangebote", "stellenanzeige", "job board", "vacancies",
     "vacancy", "current vacancies", "current openings", "job opening", "opportunity", "home",
     "join us", "work with us", "jobportal", "stellenausschreibung", "recruitment", "job search",
     "vacancy details", "job posting", "new job", "fw", "fwd", "re", "job alert", "job ad", "ad",
     "careers page", "job opportunity", "we’re hiring", "we're hiring", "now hiring", "wir suchen",
     "stellenangebot als", "jobangebot", "job advertisement", "position description",
     "current jobs")
)  # fmt: skip
LEGAL = re.compile(
    r"\b(?:pty\.?\s?ltd|ltd|limited|gmbh(?:\s?&\s?co\.?\s?kg)?|inc|llc|plc|ag|se|kgaa|e\.\s?v\.|ug|corp|"
    r"corporation|group|university|universität|hochschule|council|hospital|klinikum|department|"
    r"ministry|ministerium|stadt|amt|bank|foundation|stiftung|institute|institut|school|trust|"
    r"nhs|kg|ohg|mbh|landkreis|college|commission|authority|agency|gruppe|company|co)\b\.?",
    re.IGNORECASE,
)
MORE = (
    r"marketer|host|baker|\w{3,}(?:ologist|ician|ographer|keeper|maker|worker|smith|leitung|kraft|"
    r"meister\w*|helfer\w*|fahrer\w*|pfleger\w*|erzieher\w*|tischler\w*|baecker\w*|bäcker\w*|"
    r"referent\w*|mitarbeiter\w*|installateur\w*|planer\w*|gaertner\w*|gärtner\w*|verwalter\w*)|"
    r"tischler\w*|bäcker\w*|erzieher\w*|gärtner\w*|maler\w*|referent\w*|mitarbeiter\w*|leitung|"
    r"strategist|trainer|coach|producer|merchandiser|underwriter|actuary|paramedic|midwife"
)
"""Roles besides those that columns of a sheet are known by."""
ROLE = re.compile(rf"(?<![^\W_])(?:{ROLES}|{MORE})(?![^\W_])", re.IGNORECASE)
CALL_AFTER = re.compile(r"\s(?:gesucht|wanted|needed|required)\s?[!.]{0,3}$", re.IGNORECASE)
BRACKETS = re.compile(r"\s\(([^()]{3,40})\)$")
JOBS_AT = re.compile(
    r"^(?:jobs?|careers?|karriere|stellen(?:angebote)?|vacancies|work(?:ing)?|arbeiten)\s"
    r"(?:at|bei|with|@)\s(?P<company>.{2,80})$", re.IGNORECASE,
)  # fmt: skip


@lru_cache(maxsize=512)
def is_role(said: str) -> bool:
    """Whether a short line names a profession."""
    plain = said[:LONGEST]
    return bool(GENDERS.search(plain)) or bool(ROLE.search(plain.casefold()))


def is_empty(said: str) -> bool:
    """Whether a part of a title says nothing of this opening."""
    plain = said.casefold().strip(" .:!")
    return plain in EMPTY or is_board_name(plain) or not re.search(r"[^\W_]", plain)


def without_call(said: str) -> str:
    """A title without "We’re hiring:" before it, or "gesucht!" behind."""
    plain = CALL_AFTER.sub("", CALL.sub("", said)).strip() or said
    found = BRACKETS.search(plain)
    return plain[: found.start()] if found and is_aside(found[1]) else plain


def is_aside(said: str) -> bool:
    """Whether a part of a title tells how one works, and neither for whom nor as what."""
    return len(said.split()) <= 4 and not is_role(said) and bool(
        employments.in_line(said) or workplace_in_place(said)
    )  # fmt: skip


def read_title(title: str, headings: Iterable[str] = (), site: str = "") -> dict[str, str]:
    """What it says; `headings` are lines of the page that may be the role, `site` its own name."""
    plain = without_call(APPLICATION.sub("", clean_line(title)[:LONGEST]))
    parts = [part.strip() for part in BETWEEN.split(plain)]
    own = site.casefold()
    kept = [each for each in parts if each and not is_empty(each) and not is_aside(each)]
    named = next((found["company"] for each in kept if (found := JOBS_AT.match(each))), "")
    kept = [each for each in kept if not JOBS_AT.match(each)]
    if not kept:
        return {"company": named} if named else {}
    for pattern in (HIRING, SUCHT, SEEKS, AT):
        found = pattern.match(kept[0])
        if found and _fits(found):
            said = {name: value.strip(" ,.!") for name, value in found.groupdict().items() if value}
            said["location"] = said.pop("place", "") or _first_place(kept[1:])
            return _place_apart(said)
    said = _place_apart(_of_parts(kept, [each.casefold() for each in headings], own))
    return said | {"company": named or said["company"]}


def _fits(found: re.Match[str]) -> bool:
    company = found["company"]
    return len(company.split()) <= 8 and not re.fullmatch(
        r"(?:we|wir|who|i|they|now)", company.lower()
    )


def _first_place(parts: list[str]) -> str:
    return next((each for each in parts if is_place(each)), "")


def _of_parts(kept: list[str], headings: list[str], own: str) -> dict[str, str]:
    """Parts between dashes: the role is what a heading says, or names a profession."""
    role = next((each for each in kept if each.casefold() in headings), "")
    place = _first_place(kept[1:]) or _first_place(kept[:1])
    rest = [each for each in kept if each != place]
    role = role or next((each for each in rest if is_role(each)), "")
    role = role or next((each for each in rest if not LEGAL.search(each)), "")
    others = [each for each in rest if each != role]
    company = next((each for each in others if each.casefold() == own), "")
    company = company or next((each for each in others if LEGAL.search(each)), "")
    guess = others[0] if len(others) == 1 and not is_role(others[0]) else ""
    return {"role": role, "company": company, "location": place, "guess": guess}


def _place_apart(said: dict[str, str]) -> dict[str, str]:
    """A role that ends in a place, "in Berlin", without it."""
    found = IN.match(said.get("role", ""))
    if found and is_role(found["role"]) and not said.get("location"):
        return said | {"role": found["role"], "location": found["place"]}
    return said
