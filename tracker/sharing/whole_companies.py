"""Companies that are shown, where people are not: Dana Foods stays whole, though Dana is hidden."""

import re
from collections.abc import Collection, Iterable

from tracker.sharing.known_names import TOKEN, folded_word


class WholeCompanies:
    """Names of companies that have a word of somebody's name in them.

    A name of one such word alone is not among them: there, who is meant can't be known.
    """

    def __init__(self, companies: Iterable[str], people: Collection[str]) -> None:
        """`people` are the words of their names as they are compared, `folded_word`."""
        found = {name.strip().casefold(): name.strip() for name in companies}
        self._names = {key: name for key, name in found.items() if _shares(name, people)}

    def split(self, text: str) -> list[str]:
        """The text in pieces; each second one is a company's name."""
        folded = text.casefold() if self._names else ""
        here = [name for key, name in self._names.items() if key in folded]
        if not here:
            return [text]
        longest_first = sorted(here, key=len, reverse=True)
        return re.split(f"({'|'.join(map(_whole, longest_first))})", text, flags=re.IGNORECASE)


def _shares(name: str, people: Collection[str]) -> bool:
    words = [folded_word(word) for word in TOKEN.findall(name)]
    if _is_cased(name):
        return len(words) > 1 and any(word in people for word in words)
    return name not in people and any(each in name for each in people)


def _whole(name: str) -> str:
    """A name as a pattern; scripts without capitals put no space around it."""
    return rf"(?<!\w){re.escape(name)}(?!\w)" if _is_cased(name) else re.escape(name)


def _is_cased(name: str) -> bool:
    return name.lower() != name.upper()
