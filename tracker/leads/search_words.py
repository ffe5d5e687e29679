"""What to type where jobs are looked for, to find more of one kind."""

import re

from tracker.leads.role_name import role_name

ASIDE = re.compile(r"[,;|/(\[·•]|\s[-–—]\s")
"""Where the name of a place ends."""
WORDS = 3
"""Of a place; longer ones are a way to get there."""


def search_words(role: str, place: str = "") -> str:
    """Policy Officer Carlton: a role's name and where, nothing of what is only wished for."""
    found = role_name(role)
    known = {word.casefold() for word in found.split()}
    where = [word for word in ASIDE.split(place[:100].strip())[0].split() if not word.isdigit()]
    if len(where) <= WORDS and not known.issuperset(map(str.casefold, where)):
        found = f"{found} {' '.join(where)}"
    return found
