"""A letter as a link that opens the person's own mail app, after RFC 6068."""

from typing import NamedTuple
from urllib.parse import quote

from tracker.loop.ask.letters import Letter
from tracker.values.text import clean_line

LONGEST = 1900
"""Characters of the whole link: Windows hands some 2,000 over to Outlook and cuts the rest."""

LEFT_OUT = "[…]"


class Mailto(NamedTuple):
    """The link, and whether it holds the whole letter; if not, offer to copy it."""

    href: str
    whole: bool


def mailto(letter: Letter, address: str = "") -> Mailto:
    """Spaces are %20 and never a plus, line ends CRLF: what iOS, Gmail and Outlook all read."""
    start = (
        f"mailto:{quote(clean_line(address), safe='@.')}?subject={encoded(letter.subject)}&body="
    )
    body = encoded(letter.body)
    if len(start) + len(body) <= LONGEST:
        return Mailto(start + body, True)
    return Mailto(start + encoded(_shortened(letter.body, LONGEST - len(start))), False)


def encoded(text: str) -> str:
    """Percent-encoded UTF-8."""
    return quote(text.replace("\n", "\r\n"), safe="")


def _shortened(body: str, room: int) -> str:
    """As many characters as fit once encoded, cut between words, with a mark that more follows."""
    end = f"\n\n{LEFT_OUT}"
    room -= len(encoded(end))
    fitting = ""
    for paragraph in body.split("\n\n"):
        longer = f"{fitting}\n\n{paragraph}" if fitting else paragraph
        if len(encoded(longer)) > room:
            break
        fitting = longer
    return fitting + end if fitting else _cut(body, room) + end


def _cut(text: str, room: int) -> str:
    kept = ""
    for word in text.split(" "):
        longer = f"{kept} {word}" if kept else word
        if len(encoded(longer)) > room:
            break
        kept = longer
    return kept
