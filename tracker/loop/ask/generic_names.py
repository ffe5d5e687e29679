"""Names that are nobody's: a team, a part played, a company, or a place that was left open."""

import re

from tracker.loop.ask.titles import CLOSE, HONORIFICS, OF_A_PART

NOT_A_PERSON = re.compile(
    r"\b(?:team|hr|recruit\w*|talent|people|panel|hiring|manager|careers?|jobs?|office|reception|"
    r"human resources|personal\w*|bewerbung\w*|department|abteilung|committee)\b",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:unknown|unbekannt|anonymous|none|nobody|(?:some|any)(?:body|one)|n\.?/?a\.?|tb[acd]|\?+|"
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
OF_A_PLACE = {
    *("store", "shop", "site", "branch", "general", "area", "line", "duty", "practice", "floor"),
    *("operations", "warehouse", "kitchen", "shift", "director", "supervisor", "head", "your"),
}
"""What may stand beside those, and alone is somebody's name."""
A_TEAM = re.compile(
    r"(?:^|[\s-])(?:team|department|abteilung)(?:$|[\s-])|^(?:ihr|unser|euer|dein)\s\S*team$",
    re.IGNORECASE,
)
GERMAN_PART = re.compile(
    r"[\w-]*(?:leitung|führung|abteilung|sekretariat|verwaltung|kommission|referat|karriere-?center|"
    r"jobcenter|personalbüro|bewerbungsbüro)",
    re.IGNORECASE,
)

GERMAN = re.compile(
    r"(?:das|die|der)?\s?(?:hr[ -]?|personal|bewerb\w*|recruiting-?|auswahl|einstellungs)"
    r"(?:team|abteilung|wesen|leitung|management|service|referat|kommission|büro|buero)?",
    re.IGNORECASE,
)
WHOSE = {"my", "our", "a", "an"}
RELATIVES = {
    *(word.casefold() for word in (*CLOSE, *OF_A_PART)),
    *("mum", "mom", "mother", "dad", "friend", "colleague", "neighbour", "neighbor", "mentor"),
    *("husband", "wife", "partner", "daughter", "son", "niece", "nephew", "boss"),
}
"""Who somebody is to the person, which is no name of theirs."""


def is_nobody(name: str) -> bool:
    """Whether it says that the name isn't known, or is a form of address alone."""
    return NOBODY.fullmatch(name) is not None


def without_whose(text: str) -> str:
    """My aunt Rosa is aunt Rosa; of my sister, or of a friend, no name is known."""
    whose, *words = text.split() or [""]
    if whose.casefold() not in WHOSE or not words:
        return text
    if not (words[0].islower() or words[0].casefold() in RELATIVES):
        return text  # An Nguyen, My Linh Tran
    for number, word in enumerate(words):
        titled = word.casefold() in HONORIFICS and number + 1 < len(words)
        if titled or not (word.islower() or word.casefold() in RELATIVES):
            return " ".join(words[number:])
    return ""


def is_a_company(name: str) -> bool:
    """Whether it ends as companies' names do."""
    return COMPANY.search(name) is not None


def is_generic(name: str) -> bool:
    """Whether it names a team or a part and nobody in it."""
    words = _words(name)
    if words <= PARTS | FIELDS or (words <= PARTS | FIELDS | OF_A_PLACE and words & PARTS):
        return True
    whole = "," not in name and not is_a_company(name) and A_TEAM.search(name)
    return bool(whole or GERMAN.fullmatch(name) or GERMAN_PART.fullmatch(name))


def generic_in_english(name: str) -> str:
    """As a letter may call them: HR team, Hiring Manager."""
    words = _words(name)
    if words <= PARTS | FIELDS | OF_A_PLACE:
        plain = re.sub(r"^(?:the|your)\s+(?=\S)", "", name, flags=re.IGNORECASE)
        ends = re.split(r"[\s/-]+", plain.casefold())[-1]
        return plain if ends in PARTS else f"{plain} team"
    if GERMAN.fullmatch(name):
        return "HR team"
    german = GERMAN_PART.fullmatch(name) or words & {"ihr", "unser", "euer", "dein"}
    return "hiring team" if german else name


def _words(name: str) -> set[str]:
    return {word for word in re.split(r"[\s/-]+", name.casefold()) if word}
