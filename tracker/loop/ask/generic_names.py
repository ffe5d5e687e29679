"""Names that are nobody's: a team, a part played, a company, or a place that was left open."""

import re

NOT_A_PERSON = re.compile(
    r"\b(?:team|hr|recruit\w*|talent|people|panel|hiring|manager|careers?|jobs?|office|reception|"
    r"human resources|personal\w*|bewerbung\w*|department|abteilung|committee)\b",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:unknown|unbekannt|anonymous|none|nobody|n\.?/?a\.?|tb[acd]|\?+|"
    r"sir(?:/|\s?(?:or|and)\s)madam|madam|sirs?|"
    r"(?:to )?whom it may concern|(?:sehr geehrte )?damen und herren|"
    r"(?:frau|herr|ms|mrs|mr|miss|mx|dr|prof|professor|dame|sir)\.?)",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\s(?:(?:pty\.?\s)?ltd|limited|inc|llc|plc|gmbh|ag|se|kg|corp(?:oration)?|s\.?a\.?|b\.?v)\.?$",
    re.IGNORECASE,
)
PARTS = {
    *("team", "panel", "manager", "committee", "board", "department", "office", "recruiter"),
    *("reception", "desk", "lead", "head"),
}
"""Words that a generic name may end in as it is: the hiring manager, the selection panel."""
FIELDS = {
    *("hr", "human", "resources", "people", "culture", "talent", "acquisition", "recruiting"),
    *("recruitment", "hiring", "staffing", "careers", "career", "jobs", "selection", "interview"),
    *("the", "and", "of", "&", "dept"),
}
GERMAN = re.compile(
    r"(?:das|die|der)?\s?(?:hr[ -]?|personal|bewerb\w*|recruiting-?|auswahl|einstellungs)"
    r"(?:team|abteilung|wesen|leitung|management|service|referat|kommission|büro|buero)?",
    re.IGNORECASE,
)


def is_nobody(name: str) -> bool:
    """Whether it says that the name isn't known, or is a form of address alone."""
    return NOBODY.fullmatch(name) is not None


def is_a_company(name: str) -> bool:
    """Whether it ends as companies' names do."""
    return COMPANY.search(name) is not None


def is_generic(name: str) -> bool:
    """Whether it names a team or a part and nobody in it."""
    words = {word for word in re.split(r"[\s/-]+", name.casefold()) if word}
    return words <= PARTS | FIELDS or GERMAN.fullmatch(name) is not None


def generic_in_english(name: str) -> str:
    """As a letter may call them: HR team, Hiring Manager."""
    if not {*re.split(r"[\s/-]+", name.casefold())} <= PARTS | FIELDS:
        return "HR team"
    plain = re.sub(r"^the\s+(?=\S)", "", name, flags=re.IGNORECASE)
    ends = re.split(r"[\s/-]+", plain.casefold())[-1]
    return plain if ends in PARTS else f"{plain} team"
