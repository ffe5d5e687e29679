"""Which of a person's applications a mail is about: one, several to ask about, or none."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.mail.message import Mail
from tracker.mail.text.company_names import (
    NO_LETTER,
    SHORTEST,
    NamedText,
    bare_name,
    company_words,
    within,
    words,
)
from tracker.mail.text.own_words import own_words
from tracker.sharing.company_addresses import SHARED_ENDS, own_host
from tracker.values.folding import fold
from tracker.values.subject_lines import reply_to

LONGEST, MOST = 6_000, 5
"""Characters of the text in which a name is looked for, and applications that are offered."""
ENOUGH, AHEAD = 4.0, 1.5
OWN, FIRST, PART = 5.0, 4.0, 3.0
"""What a domain weighs: that is the name, begins with it or is its first word, has a word of it."""
"""From which weight one is proposed, and how far it has to lie ahead of the next."""
BESIDE = re.compile(r"[(,/|]| [-–—] ")


class Candidate(NamedTuple):
    """What is compared of one application."""

    id: int
    company: str
    role: str
    link: str = ""
    addresses: tuple[str, ...] = ()
    """Of the people who play a part in it."""
    waiting: bool = True
    """Whether an answer may still come."""
    stage: str = ""
    applied_on: date | None = None
    said_no: bool = False
    no_on: date | None = None
    """The day of the no that stands, where one was said."""
    role_closed: bool = False
    """Whether that said that the role was closed."""
    sent_subjects: tuple[str, ...] = ()
    """Of the emails that asked for advice about it, as they are compared."""
    asked: tuple[str, ...] = ()
    """The address of whoever was asked, while that waits for an answer."""

    @property
    def name(self) -> tuple[str, str]:
        """By which it is called."""
        return fold(self.role), fold(self.company)


def still_waits(known: Iterable[Candidate], number: int | None) -> bool | None:
    """Whether an answer to this one may still come; None where it is none of them."""
    return next((each.waiting for each in known if each.id == number), None)


def is_interviewing(known: Iterable[Candidate], number: int | None) -> bool:
    """Whether an interview of this one is on their way, or was."""
    return any(each.id == number and each.stage == "interview" for each in known)


class ApplicationMatch(NamedTuple):
    """The one it is about, if that is clear, and those it may be about, the likeliest first."""

    sure: int | None
    likely: tuple[int, ...]
    by_domain: tuple[int, ...] = ()
    """Of these, the ones that only the sender's address speaks for."""


def match(mail: Mail, applications: Iterable[Candidate]) -> ApplicationMatch:
    """By address, domain, name and role; `applications` come the latest first, which breaks ties.

    A mail by a hiring system is known by the names in it alone: its domain is many companies'.
    """
    known = list(applications)
    sender = Sender(mail, known)
    weighed = [(sender.weigh(each), each) for each in known]
    found = sorted(
        ((weight, each) for weight, each in weighed if weight > 1), key=lambda pair: -pair[0]
    )
    if not found:
        return ApplicationMatch(None, ())
    likely = tuple(each.id for _, each in found[:MOST])
    best, first = found[0]
    rivals = [weight for weight, each in found[1:] if not ended_alike(each, first)]
    clear = not rivals or best - rivals[0] >= AHEAD
    by_domain = tuple(each.id for _, each in found[:MOST] if not sender.names(each.company))
    return ApplicationMatch(likely[0] if best >= ENOUGH and clear else None, likely, by_domain)


def ended_alike(one: Candidate, other: Candidate) -> bool:
    """Whether it is over, and called as the other that still waits: an earlier try."""
    return other.waiting and not one.waiting and one.name == other.name


def is_job_board(host: str, applications: Iterable[Candidate]) -> bool:
    """Whether several companies stand at a host or below it: an address there is none of theirs."""
    at = [
        (own_host(address), each.name[1], address == each.link)
        for each in applications
        for address in (each.link, *each.addresses)
    ]
    below = f".{host}"
    mine = {
        company
        for found, company, is_link in at
        if found.endswith(below) or (is_link and found and same_site(host, found))
    }
    return bool(host) and len(mine) > 1


def hosts_of_companies(applications: Iterable[Candidate], with_links: bool) -> dict[str, set[str]]:
    """Where each company writes from, as any application to it knows."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in applications:
        links = (each.link,) if with_links else ()
        found[each.name[1]] |= {own_host(one) for one in (*each.addresses, *links) if one} - {""}
    return found


class Sender:
    """What a mail says of who wrote it."""

    def __init__(self, mail: Mail, applications: Collection[Candidate]) -> None:
        self.address = mail.address
        self.host = own_host(mail.address) if mail.address else ""
        labels = {NO_LETTER.sub("", part) for part in self.host.split(".")[:-1]}
        self.labels = labels - SHARED_ENDS
        self.of_board = is_job_board(self.host, applications)
        self.hosts = hosts_of_companies(applications, with_links=not self.of_board)
        self.answers = reply_to(mail.subject)
        self.name, self.subject = NamedText(mail.name), NamedText(mail.subject)
        self.text = NamedText(own_words(mail.text)[:LONGEST])

    def weigh(self, one: Candidate) -> float:
        """How much speaks for one application; a little for one that still waits."""
        weight = self._by_address(one) + self._by_name(one.company)
        if weight == 0:
            return 0.0
        role = words(core_role(one.role))
        weight += 2.0 * within(role, self.subject.plain) or 1.75 * within(role, self.text.plain)
        return weight + 0.25 * one.waiting

    def _by_address(self, one: Candidate) -> float:
        """A person, or what was sent, speaks for its application; a web address for a company."""
        if self.answers and self.answers in one.sent_subjects:
            return 7.0
        if self.address and self.address in one.addresses:
            return 7.0
        hosts = self.hosts[one.name[1]]
        if self.of_board:
            return 5.0 * (self.host in hosts)
        return 5.0 * (bool(self.host) and any(same_site(self.host, each) for each in hosts))

    def names(self, company: str) -> bool:
        """Whether it says the name, and not only its address does."""
        return any(each.names(company) for each in (self.name, self.subject, self.text))

    def _by_name(self, company: str) -> float:
        name = company_words(company)
        joined = name.replace(" ", "")
        if len(joined) < 2:
            return 0.0
        by_host = self._host_tells(name, joined)
        if by_host < OWN and bare_name(company).replace(" ", "") in self.labels:
            by_host = OWN
        by_words = 0.0
        if len(joined) >= SHORTEST:
            in_head = self.name.names(company) or self.subject.names(company)
            by_words = 4.0 if in_head else 2.5 * self.text.names(company)
        return max(by_host, by_words) + (0.5 if by_host and by_words else 0.0)

    def _host_tells(self, name: str, joined: str) -> float:
        """The domain is the name; else begins with it, or is its first word, or another."""
        if joined in self.labels:
            return OWN
        parts = name.split()
        begins = len(joined) > 3 and any(each.startswith(joined) for each in self.labels)
        if (begins and len(joined) > 4) or (len(parts[0]) > 3 and parts[0] in self.labels):
            return FIRST
        return PART if begins or any(len(p) > 4 and p in self.labels for p in parts) else 0.0


def core_role(role: str) -> str:
    """A role without its level, its number and its (m/f/d)."""
    return BESIDE.split(role, maxsplit=1)[0] or role


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one company's: the same, or one below the other."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def order(applications: Sequence[Candidate], ids: Sequence[int]) -> list[Candidate]:
    """Those of these numbers, in their order."""
    by_id = {each.id: each for each in applications}
    return [by_id[each] for each in ids if each in by_id]
