"""Somebody's words as sentences to tap on, each a verbatim piece of the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.loop.feedback_reading.signatures import (
    CONTACT,
    ENDED,
    SIGNATURE,
    SIGNED_NAME,
    signed_from,
)

ABBREVIATIONS = {
    *("mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "approx", "dept", "inc", "ltd"),
    *("pty", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"),
    *("dec", "e.g", "i.e", "a.m", "p.m", "cert", "ref", "incl", "min", "max", "ext", "tel"),
    *("z.b", "d.h", "u.a", "bzw", "ca", "usw", "nr", "str", "dipl", "ing", "evtl", "ggf", "inkl"),
}
MONTHS = {
    *("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september"),
    *("oktober", "november", "dezember", "jänner"),
}
"""After an ordinal: am 3. Mai."""
ORDINAL = 2
"""Digits of a day before which a sentence goes on in small letters: der 9. um 14 Uhr."""
FLOORS = {"og", "ug", "stock", "stockwerk", "etage", "obergeschoss", "untergeschoss"}
"""After one, too: im 1. Stock."""

END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|[。！？]+[”’）]*")
BULLET = re.compile(r"\s*(?:[-–—*•·▪◦o]|\d{1,2}[.)]|[a-z][.)])\s+")
QUOTED = re.compile(r"\s*>")
WROTE = re.compile(r"(?:on|am)\b.{4,160}\b(?:wrote|schrieb)\b.{0,80}:", re.IGNORECASE)
"""The line above an earlier mail that stands below."""
NOTES = re.compile(r";\s|\s[/|]\s")
"""What stands between notes in a line that ends without a full stop."""

GREETING = re.compile(
    r"(?:(?:good (?:morning|afternoon|day)|g'day|hi|hello|hey|dear|aloha|kia ora|hallo|liebe[rs]?|"
    r"guten (?:tag|morgen)|sehr geehrte[rs]?|moin|servus|grüezi)(?:\s+[^\s,.!?:]+\.?){0,4}[,!:]?)",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"(?:(?:(?:with |my )?(?:kind|kindest|warm|best)?\s*(?:regards|wishes)|cheers|sincerely|warmly|"
    r"yours (?:sincerely|faithfully|truly)|take care|mit freundlichen grüßen|mfg|vg|lg|"
    r"(?:viele|beste|herzliche|freundliche|liebe) grüße)(?:[,!.\s]+[^\s.!?,]+){0,3}|"
    r"thanks(?: again)?|many thanks|with thanks|thank you|all the (?:very )?best|best|"
    r"(?:(?:the )?(?:very )?best|good) of luck|good luck|viel (?:erfolg|glück)|alles gute|"
    r"sent from my \w+|get outlook for \w+)\s*[,!.]?",
    re.IGNORECASE,
)
THANKS = re.compile(r"(?:many )?thank|all the best|best\b[ ]*[,!.]?$", re.IGNORECASE)
"""With which a mail may begin, too."""
YOU = re.compile(r"\b(?:you|your|yourself|Sie|Ihre?[nmrs]?|du|deine?[nmrs]?)\b")
FOR_ALL = re.compile(
    r"recipient|confidential|e-?mail|privacy|unsubscrib|acknowledg|elders|winner|award|vertraulich"
    r"|empfänger|datenschutz|consider the environment|opening hours|flexib|working (?:day|hour)",
    re.IGNORECASE,
)
"""What a signature says to whoever reads it."""
CLOSING = 8
"""Sentences at the end among which a signature is looked for."""

NEAR = 80
"""Characters before and after a full stop that say whether a sentence ends there."""

INDENT = 80
"""Characters before a sentence in which its line is looked at."""

POSTSCRIPT = re.compile(r"p\.? ?s\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """A piece of the text; framing is a greeting, a signature or a quoted mail."""

    text: str
    start: int
    framing: bool = False

    @property
    def end(self) -> int:
        """Where it stops in the text."""
        return self.start + len(self.text)


def sentences(text: str) -> list[Sentence]:
    """Every sentence in order, those that only frame the message marked so."""
    found = [one for line in _lines(text) for one in _of_line(*line)]
    return _framed(found, text)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield line, at
        at += len(line)


def _of_line(line: str, at: int) -> Iterator[Sentence]:
    bullet = BULLET.match(line)
    start = bullet.end() if bullet else 0
    for end in (match.end() for match in END.finditer(line)):
        if not _abbreviated(line[max(start, end - NEAR) : end], line[end : end + NEAR]):
            yield from _piece(line[start:end], at + start)
            start = end
    yield from _piece(line[start:], at + start)


def _piece(text: str, at: int) -> Iterator[Sentence]:
    plain = text.strip()
    if not plain or plain[-1] in ENDED:
        yield from _sentence(text, at)
        return
    start = 0
    for between in NOTES.finditer(text):
        yield from _sentence(text[start : between.start()], at + start)
        start = between.end()
    yield from _sentence(text[start:], at + start)


def _sentence(text: str, at: int) -> Iterator[Sentence]:
    if any(char.isalnum() for char in text):
        yield Sentence(text.strip(), at + len(text) - len(text.lstrip()))


def _abbreviated(before: str, after: str) -> bool:
    words = before[:-1].split()
    following = after.split(maxsplit=1)
    if not before.endswith(".") or not words or not following:
        return False
    word = words[-1].lstrip("([\"'“").casefold()
    if word == "no":
        return following[0][0].isdigit()
    if word.isdigit():
        named = following[0].rstrip(",.").casefold() in MONTHS | FLOORS
        return named or (len(word) <= ORDINAL and following[0][0].islower())
    if word in ABBREVIATIONS or (len(word) == 1 and words[-1].isupper()):
        return True
    return following[0][0].islower() and "." in word


def _framed(found: list[Sentence], text: str) -> list[Sentence]:
    lines = [_line_before(one, text) for one in found]
    quoted = [bool(QUOTED.match(line + one.text)) for line, one in zip(lines, found, strict=True)]
    last = found[-1].start + 1 if found else 0
    own = [one.start for one, cited in zip(found, quoted, strict=True) if not cited]
    closes_from = own[-CLOSING:][0] if own else last
    closing = ended = False
    signature = signed_from(text)
    marked = []
    for i, one in enumerate(found):
        alone = not lines[i].strip()
        near_end = i > 0 and one.start >= closes_from
        closing = closing or (near_end and alone and bool(SIGN_OFF.fullmatch(one.text)))
        ended = ended or (alone and i > 1 and says_goodbye(one.text, found[i + 1 : i + 2]))
        if POSTSCRIPT.match(one.text) or (len(one.text) > SIGNATURE and goes_on(one.text)):
            closing = ended = False
        if len(one.text) > SIGNATURE:
            closing = False
        greets = i < 2 and alone and bool(GREETING.fullmatch(one.text))
        reached = near_end and len(one.text) <= SIGNATURE and bool(CONTACT.search(one.text))
        signed = i > 0 and one.start >= signature
        cited = quoted[i] or bool(WROTE.fullmatch(one.text))
        framing = cited or greets or closing or ended or reached or signed
        marked.append(one._replace(framing=framing))
    return marked


def says_goodbye(line: str, following: list[Sentence]) -> bool:
    """Whether what stands below it signs: "Kind regards", or "Thanks" and a name."""
    named = bool(following) and SIGNED_NAME.fullmatch(following[0].text) is not None
    return SIGN_OFF.fullmatch(line) is not None and (named or not THANKS.match(line))


def goes_on(sentence: str) -> bool:
    """Whether it speaks to the reader below a goodbye, and not to everybody."""
    return YOU.search(sentence) is not None and not FOR_ALL.search(sentence)


def _line_before(sentence: Sentence, text: str) -> str:
    near = max(sentence.start - INDENT, 0)
    return text[max(text.rfind("\n", near, sentence.start) + 1, near) : sentence.start]
