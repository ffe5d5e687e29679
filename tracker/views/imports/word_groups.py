"""Words that are asked about together: what is said of all goes for each without its own answer."""

from collections.abc import Mapping as Dict

from tracker.imports.reading import statuses
from tracker.imports.reading.mapping import Mapping


def group_name(likely: str) -> str:
    """The field that answers for all words with this likeliest meaning."""
    return f"all-{likely}"


def said_of_each(typed: Dict[str, str], mapping: Mapping) -> dict[str, str]:
    """What was typed, with an answer for all given to each word whose own field is as it was.

    The page stays as it was while its answers are kept one by one: a word that has its answer by
    now is no part of its group any more, and the next change sends both fields again.
    """
    said = dict(typed.items())
    for key, meaning in mapping.statuses.items():
        guessed, code = statuses.guess_status(meaning.text), statuses.code(key)
        group = typed.get(group_name(guessed.choice))
        if group and guessed.asked and typed.get(code, guessed.choice) == guessed.choice:
            said[code] = group
    return said
