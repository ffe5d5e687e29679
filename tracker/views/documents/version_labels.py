"""What the next version of a paper is called."""

import re
from collections.abc import Collection

NUMBER = re.compile(r"(?<![\w.])v ?(\d{1,4})(?![\w.])", re.IGNORECASE)


def next_label(label: str, taken: Collection[str]) -> str:
    """Résumé v1 becomes Résumé v2; one without a number becomes v2; numbers in use are skipped."""
    found = NUMBER.search(label)
    number = int(found[1]) if found else 1
    used = {each.casefold() for each in taken}
    while True:
        number += 1
        if found is None:
            made = f"{label} v{number}"
        else:
            made = f"{label[: found.start(1)]}{number}{label[found.end(1) :]}"
        if made.casefold() not in used:
            return made
