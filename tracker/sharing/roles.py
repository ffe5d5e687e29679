"""Which roles somebody aims at, by the names of those applied for."""

import re
from collections import Counter
from collections.abc import Iterable

from tracker.sharing.rows import ApplicationRow
from tracker.values.formatting import plural, shortened

BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
"""Full time, m/f/d, a reference: not what the role is."""
SHOWN, LONGEST = 4, 60


def roles_in_words(lines: Iterable[ApplicationRow]) -> str:
    """The most frequent first, and how many others: what is aimed at, in one line."""
    names: dict[str, str] = {}
    times: Counter[str] = Counter()
    for line in lines:
        name = " ".join(BRACKETS.sub("", line.role).split()) or line.role.strip()
        if name:
            times[name.casefold()] += 1
            names.setdefault(name.casefold(), name)
    shown = times.most_common(SHOWN)
    said = [
        shortened(names[key], LONGEST) + (f" ({number})" if number > 1 else "")
        for key, number in shown
    ]
    others = len(times) - len(shown)
    between = "; " if any("," in name for name in said) else ", "
    return between.join([*said, *([f"and {plural(others, 'other')}"] if others else [])])
