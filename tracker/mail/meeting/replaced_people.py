"""Who does not come after all, as somebody else comes in their place."""

import re
from collections.abc import Iterable

SENTENCES = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.!?]\s|\n\s*\n")
TITLE = r"(?:(?:Ms|Mrs|Mr|Miss|Mx|Dr|Prof|Professor|Frau|Herrn?)\.?[ ])"
BEFORE = (
    r"(?:instead[ ]of|in[ ]place[ ]of|rather[ ]than|replac(?:es?|ing)"
    r"|(?:stand|step|fill)(?:s|ing)?[ ]in[ ]for|cover(?:s|ing)?[ ]for|over[ ]from"
    r"|statt|anstatt|anstelle[ ]von|vertritt)[ ]"
)
"""Right before the name of who is replaced."""
AWAY = (
    r"(?:['’]s|[ ](?:is|are|will|has|had|can|ist|kann|muss))(?:n['’]t|not|['’]t)?\b"
    r"[^.!?\n,;]{0,40}?\b(?:away|ill|sick|unwell|off|leave|unavailable|travelling|left|unable"
    r"|longer|not|make|join|attend|there|krank|verhindert|Urlaub|nicht|absagen)\b"
)
"""Right after it: why they do not come."""
COMES = re.compile(
    r"\b(?:instead|tak(?:es?|ing)[ ]over|in[ ](?:his|her|their)[ ]place"
    r"|tak(?:es?|ing)[ ](?:his|her|their)[ ]place|(?:step|stand|fill)(?:s|ing)?[ ]in"
    r"|cover(?:s|ing)?|replac\w{1,3}|stattdessen|übernimmt|vertritt|Stelle)\b"
)
"""That somebody else does, in the same sentence or the next."""


def replaced_in(text: str, names: Iterable[str]) -> set[str]:
    """Those of the names in whose place somebody else comes, told by their whole or first name."""
    said = [" ".join(each.split()) for each in SENTENCES.split(text)]
    pairs = list(zip(said, [*said[1:], ""], strict=True))
    return {name for name in names if any(_is_replaced(name, *pair) for pair in pairs)}


def _is_replaced(name: str, said: str, then: str) -> bool:
    bare = re.sub(rf"^{TITLE}+", "", name.strip())
    first = bare.split()[0] if bare else ""
    if len(first) < 2:
        return False
    called = rf"\b(?:{re.escape(bare)}|{re.escape(first)})\b"
    if re.search(BEFORE + rf"{TITLE}?" + called, said):
        return True
    return bool(re.search(called + AWAY, said) and COMES.search(f"{said} {then}"))
