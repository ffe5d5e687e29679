"""Whom an answer greets, and whom a button names: a person, where a mail says one."""

import re

from tracker.loop.feedback_reading.sentences import SIGN_OFF
from tracker.mail.message import Mail
from tracker.mail.people import is_persons
from tracker.mail.people_words import DEPARTMENT_WORD
from tracker.mail.senders import TEAM, fits, labels_of, names_one
from tracker.mail.text.own_words import own_text

SENT_BY = re.compile(r"[ ]{1,3}(?:via|from|from the|at|von|bei|über|of|-|–|—)[ ].*$|[ ]?[|,(@].*$")
"""Behind a name, through what or for whom it was sent: Mia Fischer via Calendly."""
BESIDE = re.compile(r"[ ]?(?:[|,(@•·]|[-–—][ ]).*$")
PART = re.compile(
    r"(?:management|service|abteilung|verwaltung|büro|center|zentrum)$", re.IGNORECASE
)
"""How a part of a company is called that writes."""
BEHIND = re.compile(
    r"(?:thanks|thank you|many thanks|cheers|ta|best|regards|kind regards|warm regards"
    r"|(?:viele|liebe|beste) grüße|lg|vg)[,!.]?[ ](?P<name>[^\n]{2,40})$",
    re.IGNORECASE,
)
"""A goodbye and a name in one line: Thanks, Meg."""
OF_A_PART = re.compile(
    r"(?:the|your|our|ihre?|unsere?|und|and|&|acquisition|resources|human|talent|people|hr|careers?"
    r"|recruit\w{0,6}|hiring|jobs|team|department|services?|office|selection|panel"
    rf"|{DEPARTMENT_WORD}|[\w-]{{0,20}}(?:abteilung|team|wesen|verwaltung|management))",
    re.IGNORECASE,
)
"""A word of a part of a company: Talent Acquisition, People & Culture."""
OF_ONE = re.compile(r"[A-Z]\w+ (?:of|for|für) (?:the )?[A-Z]")
"""Shire of Mallee Plains."""
FUNCTION = re.compile(
    r"(?:hr|jobs?|assessments?|selection|careers?|karriere|team|recruit\w{0,6}|talent|people|hiring|info|office|admin"
    r"|hello|kontakt|contact|personal\w{0,9}|bewerb\w{0,12}|no-?reply|notifications?)[^@]{0,10}@",
    re.IGNORECASE,
)
"""An address that is no person's: one word beside it may be the company's."""
LONGEST_LINE = 60
MOST_BELOW = 2
"""Lines below a goodbye in which a name stands."""


def writer_of(mail: Mail) -> str:
    """The person who wrote it, by the sender's name or by how it is signed; else nothing."""
    named = SENT_BY.sub("", mail.name.strip())
    of_company = _fits_company(named, mail.address)
    signed = signed_by(mail.text, mail.address) or _beside(named, mail.text)
    if _fits_company(signed, mail.address) or (signed and _is_worked_at(signed, mail.text)):
        signed = ""
    if OF_ONE.match(mail.name) and not _in_address(named, mail.address):
        return signed
    if not _is_person(named) or of_company or _is_worked_at(named, mail.text):
        return signed
    of_function = FUNCTION.match(mail.address) is not None
    if of_function and signed:
        return signed
    return named if not of_function or " " in named else signed


def _fits_company(name: str, address: str) -> bool:
    """Whether the domain tells that name."""
    return bool(name) and any(len(each) > 3 and fits(name, each) for each in labels_of(address))


def _in_address(name: str, address: str) -> bool:
    """Whether the address begins with a word of the name: sandra.pool@."""
    local = address.partition("@")[0].lower()
    return any(len(each) > 1 and each in local for each in name.lower().split())


def _is_worked_at(name: str, text: str) -> bool:
    """Whether the words call it a place where one works: an officer at Bogong Alpine Parks."""
    at = re.compile(rf"\b(?:at|bei|join|joining|within) (?:the )?{re.escape(name)}\b")
    below = re.compile(rf"^{re.escape(name)} (?:{TEAM.pattern})$", re.MULTILINE | re.IGNORECASE)
    own = own_text(text)
    return at.search(own) is not None or below.search(own) is not None


def _beside(named: str, text: str) -> str:
    """Marli, of a last line "Marli, Cassowary Coast Tours" or one word behind a goodbye."""
    lines = [each.strip() for each in own_text(text).split("\n") if each.strip()]
    name, _, behind = lines[-1].partition(",") if lines else ("", "", "")
    return name if named and behind.strip() == named and _is_person(name) else ""


def signed_by(text: str, address: str = "") -> str:
    """Sandra Pool, below the last goodbye; below a department stands its company, and nobody."""
    lines = [each.strip() for each in own_text(text).split("\n") if each.strip()]
    ends = [place for place, each in enumerate(lines) if SIGN_OFF.fullmatch(each)]
    for line in lines[ends[-1] : ends[-1] + 1] if ends else lines[-MOST_BELOW:]:
        behind = BEHIND.match(line)
        if behind is not None and _is_person(behind["name"]):
            return behind["name"]
    below_part = False
    for line in lines[ends[-1] + 1 :][:MOST_BELOW] if ends else []:
        name = BESIDE.sub("", line[:LONGEST_LINE])
        if _is_person(name) and not (below_part and not _in_address(name, address)):
            return name
        below_part = all(OF_A_PART.fullmatch(each) for each in line[:LONGEST_LINE].split())
    return ""


def _is_person(name: str) -> bool:
    one = is_persons(name) and len(name.split()) <= 4
    return one and names_one(name) and not (TEAM.search(name) or PART.search(name))


__all__ = ["signed_by", "writer_of"]
