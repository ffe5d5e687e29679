"""What stands between a company and a role where both are in one cell."""

import re
from functools import lru_cache

from tracker.imports.words.headers import KNOWN, normalised

JOINTS = {
    "at": re.compile(r"\s+@\s*|@\s+|\s+(?:at|bei|beim|chez|presso|bij|hos)\s+", re.IGNORECASE),
    "line": re.compile(r"\s*\n\s*"),
    "bar": re.compile(r"\s*[|¦│·•]\s*|\s+//\s+|\s*;\s+"),
    "dash": re.compile(r"\s+[-–—]+\s+|[-–—]+\s+|\s+[-–—]+|[–—]"),
    "colon": re.compile(r"\s*:\s+"),
    "brackets": re.compile(r"\s*[(\[](?=[^()\[\]]+[)\]]$)"),
    "comma": re.compile(r"\s*,\s+"),
    "slash": re.compile(r"\s*/\s*"),
}
"""In the order in which they are tried; "at" says itself which side is the company."""
LONGEST = 300
"""Characters; more is no company and a role."""
WEAK = ("comma", "slash")
"""These stand within a role as well."""
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
ASIDE = re.compile(
    r"(?:fully |partly |100 |mostly )?(?:remote|remoto|hybrid\w*|hibrido|ibrido|wfh|work from home|"
    r"home ?office|on ?site|in (?:the )?office|in person|vor ort|prasenz|presencial|presentiel|"
    r"teletravail|teletrabajo|part ?time|full ?time|pt|ft|teilzeit|vollzeit|temps plein|"
    r"temps partiel|cdi|cdd|casual|contract|permanent|temporary|temp|seasonal|freelance|"
    r"fixed term|befristet|unbefristet|minijob|internship|werkstudent|mwd|m w d|f m d|m f d)"
)
"""Where or how the work is, and not for whom."""
IN_HEADERS = re.compile(r"[/|,:;&+@()\n\-–—]| (?:or|und|and|et|e|y|en|at|bei|chez|presso|bij|hos) ")


def cuts_in(joint: str, text: str) -> list[tuple[int, int]]:
    """Where it could be cut; what is in brackets is left whole, and no side is empty."""
    if len(text) > LONGEST:
        return []
    masked = text
    if joint != "brackets":
        masked = BRACKETED.sub(lambda found: "\0" * len(found[0]), text)
    spans = (found.span() for found in JOINTS[joint].finditer(masked))
    return [(start, end) for start, end in spans if text[:start].strip() and text[end:].strip()]


def halves_at(joint: str, text: str, cut: tuple[int, int]) -> tuple[str, str]:
    """What stands before and after a cut."""
    after = text[cut[1] : -1] if joint == "brackets" else text[cut[1] :]
    return text[: cut[0]].strip(), after.strip()


@lru_cache(maxsize=1024)
def order_in_header(header: str) -> str:
    """Which of company and role comes first, where a header names both; else nothing."""
    named = [KNOWN.get(normalised(part), ("",))[0] for part in IN_HEADERS.split(header[:200])]
    both = [fact for fact in named if fact in ("company", "role")]
    return f"{both[0]}_first" if len(both) == 2 and both[0] != both[1] else ""
