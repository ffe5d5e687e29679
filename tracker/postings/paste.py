"""What somebody put into the one field: a link, a whole ad, or a shared page of both."""

import re
from typing import NamedTuple

from tracker.values.text import clean_line, clean_text, is_web_link

ADDRESS = re.compile(r"https?://[^\s<>\"\\]{3,2000}", re.IGNORECASE)
BARE = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:/[^\s<>\"\\]{0,2000})?", re.IGNORECASE)
SHORT = 400
"""Characters of words beside a link that are a greeting or a title, and no ad."""
LEADS = re.compile(
    r"\b(?:apply|link|url|view|job|posting|details|more|source|bewerb|stelle|anzeige|online)",
    re.IGNORECASE,
)
AT_THE_END = ".,;:!?)]}>'\"’”"


class Pasted(NamedTuple):
    """Its parts; each may be empty."""

    link: str
    title: str
    words: str
    """The ad, where it is one."""

    @property
    def is_ad(self) -> bool:
        """Whether there is more than a link and a greeting."""
        return len(self.words) >= SHORT or (bool(self.words) and not self.link)


def addresses(text: str) -> list[str]:
    """Every address of the web that is written out, without the dot of its sentence."""
    return [
        link
        for found in ADDRESS.finditer(text[:300_000])
        if is_web_link(link := found[0].rstrip(AT_THE_END))
    ][:100]


def pasted(text: str) -> Pasted:
    """Take apart what was pasted or shared."""
    words = clean_text(text).strip()
    whole = words.strip("<>")
    if "\n" not in whole and " " not in whole and len(whole) <= 2000:
        if is_web_link(whole):
            return Pasted(whole, "", "")
        if BARE.fullmatch(whole) and is_web_link(f"https://{whole}"):
            return Pasted(f"https://{whole}", "", "")
    return _shared(words)


def _shared(words: str) -> Pasted:
    """A title, a link on a line of its own near the top, then the page; or an ad that names one."""
    lines = words.split("\n")
    for place, line in enumerate(lines[:6]):
        plain = line.strip().strip("<>")
        if is_web_link(plain):
            before = [each for each in lines[:place] if each.strip()]
            rest = "\n".join(lines[place + 1 :]).strip()
            title = clean_line(before[0])[:300] if len(before) == 1 and rest else ""
            said = rest if title else "\n".join([*before, rest]).strip()
            return Pasted(plain, title, said)
    links = addresses(words)
    if not links:
        return Pasted("", "", words)
    if len(words) < SHORT + len(links[0]):
        return Pasted(links[0], "", words.replace(links[0], "").strip(" \n-–:!.,"))
    return Pasted(_leading(lines, links), "", words)


def _leading(lines: list[str], links: list[str]) -> str:
    """The one link of an ad, or the one that it says leads to itself."""
    if len(set(links)) == 1:
        return links[0]
    for line in lines:
        found = addresses(line)
        if found and LEADS.search(line[:200]):
            return found[0]
    return ""
