"""Which role at which company a mail is about, as its words and its subject say it."""

import re
from typing import NamedTuple

from tracker.mail.message import Mail
from tracker.mail.people import is_persons
from tracker.mail.role_words import (
    AFTER_COMMA,
    AGENCY,
    ASKED,
    BEHIND_FOR_ALL,
    BESIDES_IT,
    CLIENT,
    COMPANY,
    FRAME,
    GENERIC,
    HOW_WORKED,
    IN_NAME,
    INVITES,
    JOB,
    LISTED_FOR_ALL,
    NEWS,
    NO_ROLE,
    NOUN,
    ROLE_AFTER,
    STOPS,
    SUBJECT_PARTS,
    TERMS,
    THEIR,
)
from tracker.mail.senders import NO_COMPANY, company_of, fits, label_of, names_one
from tracker.mail.text.normalised import FOR_ALL
from tracker.mail.text.own_words import own_text

LONGEST = 6_000
BEFORE_FOR_ALL = re.compile(rf"[ ]?(?:{FOR_ALL.pattern})", re.IGNORECASE)
BACK = 90
"""Characters before "role" in which its name stands."""


class About(NamedTuple):
    """What could be read; each may be empty."""

    company: str
    role: str
    through: str = ""
    """Who wrote in the company's place."""


def about_of(mail: Mail) -> About:
    """The role and the company; where somebody else writes for it, who that is."""
    text = own_text(mail.text, LONGEST)
    role, beside = _role_and_company(text, mail.subject)
    if not _known(beside, mail):
        beside = ""
    sender = company_of(mail)
    client = _named(CLIENT, text) or _named(ASKED, text)
    agency = bool(client) or AGENCY.search(f"{mail.name} {mail.domain} {sender}") is not None
    if agency and not client:
        client = beside or _named(NEWS, f"{mail.subject}\n{text}") or _named(THEIR, text)
        client = "" if _alike(client, sender) else client
    inviting = _named(INVITES, f"{mail.subject}\n{text}")
    named = client or beside or ("" if is_persons(inviting) else inviting)
    last = sender.rsplit(" ", 1)[-1]
    if not named and JOB.fullmatch(last) and not last.endswith("s"):
        sender = ""
    company = named or sender
    through = sender or mail.name
    if not client or _alike(through, client):
        through = ""
    return About(company, "" if _alike(role, company) else role, through)


def _known(company: str, mail: Mail) -> bool:
    """Behind a comma of the subject may be more of the role: whose address is it then?"""
    if company not in map(str.strip, AFTER_COMMA.findall(mail.subject[:300])):
        return True
    label = label_of(mail.address)
    return bool(label) and fits(company, label)


def _alike(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _role_and_company(text: str, subject: str) -> tuple[str, str]:
    """One that is for everybody; a role with capital letters, in the text, the subject; without."""
    open_role = _for_all(subject) or _for_all(text)
    text, subject = BEFORE_FOR_ALL.sub("", text), BEFORE_FOR_ALL.sub("", subject)
    if open_role:
        plain = BEFORE_FOR_ALL.sub("", open_role)
        at = text.find(plain)
        behind = _company_after(text, at + len(plain)) if at >= 0 else ""
        return open_role, behind or _of_subject(subject)[1]
    for said in (text, subject):
        for match in ROLE_AFTER.finditer(said):
            role, ends = _clean(match["role"]), match.end("role")
            if role:
                besides = BESIDES_IT.match(said, ends)
                if besides is not None:
                    role, ends = role + besides[0], besides.end()
                return role, _company_after(said, ends) or _of_subject(subject)[1]
        for match in NOUN.finditer(said):
            role = _before(said[max(0, match.start() - BACK) : match.start()], capital=True)
            if role:
                return role, _company_after(said, match.end()) or _of_subject(subject)[1]
    role, company = _of_subject(subject)
    if role:
        return role, company
    for match in NOUN.finditer(text):
        role = _before(text[max(0, match.start() - BACK) : match.start()], capital=False)
        if role:
            return role, _company_after(text, match.end()) or company
    return "", company


def _for_all(text: str) -> str:
    """Datenanalystin, of "Gespräch als Datenanalystin (m/w/d)"."""
    for match in BEFORE_FOR_ALL.finditer(text):
        ahead = text[max(0, match.start() - BACK) : match.start()]
        listed = LISTED_FOR_ALL.search(re.split(r"[\n:;]|[.!?][ ]", ahead)[-1])
        if listed is not None:
            return listed["role"] + _behind(match, text)
        before = re.split(r"[\n:;,]|[.!?][ ]", ahead)[-1]
        role = FRAME.sub("", " ".join(_words_before(SUBJECT_PARTS.split(before)[-1], True)))
        if role:
            return role + _behind(match, text)
    return ""


def _behind(match: re.Match[str], text: str) -> str:
    """The brackets and what the role goes on with; nothing where it ends with them."""
    found = BEHIND_FOR_ALL.match(text, match.end())
    taken: list[str] = []
    for word in found["more"].split() if found else ():
        if HOW_WORKED.fullmatch(word) or word.casefold() in GENERIC - IN_NAME:
            break
        taken.append(word)
    while taken and taken[-1].casefold() in IN_NAME:
        taken.pop()
    return f"{match[0]} {' '.join(taken)}" if taken else ""


def _clean(said: str) -> str:
    role = re.split(r"[.!?](?:[ ]|$)", said)[0].strip(" -–,.:;")
    words = role.split()
    while words and words[-1].casefold() in IN_NAME | {"role", "position", "job", "interview"}:
        words.pop()
    role = " ".join(words)
    role = role if role.count("(") <= role.count(")") else role.rpartition("(")[0].strip()
    if NO_ROLE.match(role) or NO_COMPANY.match(role):
        return ""
    return "" if is_persons(role) and not JOB.search(role) else role


def _before(text: str, capital: bool) -> str:
    """Records Officer, of "the Records Officer role"."""
    taken = _words_before(text, capital)
    if not capital and (len(taken) > 4 or not JOB.search(" ".join(taken))):
        return ""
    return _clean(" ".join(taken))


def _words_before(text: str, capital: bool) -> list[str]:
    """The words of a name, from its end back."""
    taken: list[str] = []
    for word in reversed(re.split(r"[.!?\n:;,(]", text)[-1].split()):
        bare = word.strip("“”\"'’")
        if capital:
            fits = bare[:1].isupper() or bare[:1] in "&/" or bare in IN_NAME
        else:
            fits = bare.casefold() not in STOPS
        if not fits or len(taken) == 7:
            break
        taken.insert(0, bare)
    while taken and taken[0].casefold() in IN_NAME | STOPS:
        taken.pop(0)
    return taken


def _company_after(text: str, at: int) -> str:
    """At Jarrah Community Legal Centre, right behind the role."""
    found = COMPANY.match(text, at)
    return _company(found["company"]) if found else ""


def _company(said: str) -> str:
    name = re.split(r"[.!?](?:[ ]|$)|[ ](?:On|At|In|For|We|They|You|I)(?:[ ]|$)", said)[0]
    name = name.strip(" .,’'-–")
    if (
        len(name) < 3
        or not names_one(name)
        or NO_COMPANY.match(name)
        or JOB.search(name.rsplit(" ", 1)[-1])
    ):
        return ""
    return name


def _named(pattern: re.Pattern[str], text: str) -> str:
    """The first name that stands where the pattern says."""
    found = (_company(match["company"]) for match in pattern.finditer(text))
    return next((each for each in found if each), "")


def _of_subject(subject: str) -> tuple[str, str]:
    """Interview – Data Analyst – Corella Water: a part that names a job, and what is left."""
    subject = TERMS.sub(" ", subject[:300])
    parts = [FRAME.sub("", each).strip(" -–:,") for each in SUBJECT_PARTS.split(subject)]
    parts = [each for each in parts if each and not NO_ROLE.match(each)]
    for place, part in enumerate(parts):
        if JOB.search(part):
            rest = [each for each in parts[place + 1 :] + parts[:place] if not JOB.search(each)]
            return _clean(part), next((each for each in map(_company, rest) if each), "")
    if len(parts) == 2 and FRAME.match(subject):
        return _clean(parts[0]), _company(parts[1])
    return "", ""
