"""A name and what stands below it as the last lines of a message, with no goodbye before it."""

import re

SIGNATURE = 60
"""Characters; whatever is longer below a sign-off is said after all."""
ENDED = ".!?…\"'”’)"
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://\S+|www\.\S+|\+?\d[\d ()/-]{6,}\d")
FIRST_QUOTED = re.compile(r"^[ \t]*(?:>|(?:On|Am) [^\n]{5,200}:[ \t]*$)", re.MULTILINE)
"""Where an earlier mail begins below the signature."""
RULE = re.compile(r"^-- ?$", re.MULTILINE)
"""Below it is the signature, as mail programs write it."""
SIGNED_NAME = re.compile(
    r"(?:(?:i\. ?[av]\. |dr\.? |prof\.? )?[^\W\d_a-z][\w'’.-]*)"
    r"(?: (?:(?:van|von|der|de|den|da|di|la|le|al|bin|zu) )?[^\W\d_a-z][\w'’.-]*){0,3},?"
)
MOST_SIGNED = 6
"""Lines of a signature that stands without a sign-off."""
SMALL = 3
"""Letters of a word that is small in a title: Head of People and Culture."""


def signed_from(text: str) -> int:
    """Where somebody's name stands as the last lines, without a word of goodbye before it."""
    own = text[: quote.start()] if (quote := FIRST_QUOTED.search(text)) else text
    if (ruled := RULE.search(own)) is not None:
        return ruled.start()
    said, blank, last = own.rstrip().rpartition("\n\n")
    lines = [line.strip() for line in last.splitlines() if line.strip()]
    signs = said.rstrip()[-1:] in ENDED and 0 < len(lines) <= MOST_SIGNED and bool(blank)
    named = signs and SIGNED_NAME.fullmatch(lines[0]) and (len(lines) > 1 or " " in lines[0])
    if not named or not all(_is_signed(line) for line in lines[1:]):
        return len(text)
    return len(said)


def _is_signed(line: str) -> bool:
    """A title, a company, a number: no word of it but the smallest begins small."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’&.-]*", line) if len(word) > SMALL]
    large = all(word[0].isupper() for word in words) or CONTACT.search(line) is not None
    return len(line) <= SIGNATURE and line[-1] not in ".!?…" and large
