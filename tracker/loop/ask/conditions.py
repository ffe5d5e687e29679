"""What a posting's title says beside the role: its number, the hours, the pay, where one works."""

import re

NUMBERED = (
    r"(?:ref(?:erence|erenz)?(?:nummer|nr)?|req(?:uisition)?|job|vacancy|posting|position|"
    r"kennziffer|chiffre|stellen?(?:nummer|nr|-?id)|id)"
)
CODE = r"(?=[\w./-]*\d[\w./-]*\d)[a-z0-9][\w./-]*\w"
REFERENCE = rf"(?:{NUMBERED}[.:#\s-]*(?:(?:id|no|nr|number|nummer|code)\b)?[.:#\s-]*|#\s?){CODE}"
AT_THE_END = re.compile(
    rf"(?<=\S)(?:\s*[-–—,;|/:]\s*|\s*[(\[]\s*|\s+)({REFERENCE})\s*[)\]]?$", re.IGNORECASE
)
AT_THE_START = re.compile(rf"^[(\[]?({REFERENCE})[)\]]?\s*[-–—:,|]?\s+(?=\S)", re.IGNORECASE)

MONEY = r"[$€£]\s?\d+(?:[.,]\d+)*k?"
HOURS = (
    r"(?:in\s|auf\s)?(?:(?:voll|teil)zeit|voll-?\s?(?:und|oder|/|&)\s?teilzeit|minijob-basis)|"
    r"(?:full|part)[- ]?time|\d{1,3}\s?(?:[-–]\s?\d{1,3}\s?)?%"
)
"""What is said of the hours without a dash before it, too."""
CONDITION = (
    r"(?>(?:\d{1,3}\s?%\s)?(?:remote|hybrid|on-?site)(?:\s(?:possible|möglich|first|ok))?|"
    rf"{HOURS}|"
    r"home-?\s?office|(?:fully|full)\sremote|wfh|work from home|mobiles? arbeiten|"
    r"casual|permanent|temporary|temp|contract|freelance|ftc|unbefristet|befristet|minijob|"
    r"fixed[- ]term(?:\scontract)?|ab sofort|immediate start|"
    r"(?:night|day|evening|late|early|rotating)\sshifts?|(?:nacht|tag|früh|spät)schicht|"
    r"\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours|std\.?|stunden)(?:\s?(?:/|per|a|pro)\s?(?:week|wk|woche))?|"
    r"\d+[- ](?:months?|weeks?|years?|monate|jahre)(?:\s(?:contract|ftc|fixed[- ]term|befristet))?|"
    rf"{MONEY}(?:\s?[-–]\s?{MONEY})?(?:\s?(?:/|per|p\.)\s?(?:hr|hour|h|day|year|annum|a\.?|stunde))?)"
)
MORE = r"(?>\s*[,/|&+;]\s*|\s(?:or|and|oder|und)\s|\s)"
CONDITIONS = re.compile(
    rf"(?<=\S)(?:(?:\s+[-–—]\s*|\s*[,|/:·•]\s*|\s*[(\[]\s*){CONDITION}(?:{MORE}{CONDITION})*+|"
    rf"\s+(?:{HOURS}))\s*[)\]]?$",
    re.IGNORECASE,
)
LONGEST = 300
"""Characters that are read; more is no title."""
EMPLOYER = re.compile(r"(?<=\S)\s+@\s*\S.*$")


def reference_of(title: str) -> str:
    """The number by which they find the posting: REF 12345; empty where there is none."""
    title = title[:LONGEST]
    found = AT_THE_START.search(title) or AT_THE_END.search(_without_conditions(title))
    return found[1] if found else ""


def without_conditions(title: str) -> str:
    """Sales Assistant, of "Sales Assistant - REF 12345 (Full-time)"."""
    title = EMPLOYER.sub("", title[:LONGEST])
    return _without_conditions(AT_THE_START.sub("", title), AT_THE_END)


def _without_conditions(title: str, *also: re.Pattern[str]) -> str:
    before = ""
    while before != title:
        before = title
        for pattern in (CONDITIONS, *also):
            title = pattern.sub("", title).rstrip(" -–—,;|/:·•")
    return title
