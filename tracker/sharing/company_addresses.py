"""Which bare domains in a text are a company's own, and so would name it."""

import re
from collections.abc import Iterable

DOMAIN = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,24}(?![\w-])(?:/[^\s)\]>,;]*)?", re.IGNORECASE
)
SHARED_HOSTS = re.compile(
    r"(?:^|\.)(?:seek|indeed|linkedin|jora|adzuna|glassdoor|stepstone|xing|monster|ziprecruiter|"
    r"workforceaustralia|apsjobs|ethicaljobs|google|gmail|googlemail|outlook|hotmail|live|yahoo|"
    r"icloud|me|gmx|web|proton(?:mail)?|fastmail|bigpond|greenhouse|lever|ashbyhq|workable|"
    r"smartrecruiters|myworkday(?:jobs)?|workday|bamboohr|teamtailor|personio|recruitee|jobvite|icims|"
    r"successfactors|pageuppeople|jobadder|livehire|expr3ss|facebook|github|forms|bit|"
    r"optusnet|iinet|internode|ozemail|westnet|btinternet|ntlworld|aol|ymail|rocketmail|xtra|duck|"
    r"t-online|freenet|posteo|tutanota|hushmail|greenhouse-mail|teamtailor-mail|breezy|taleo|"
    r"oraclecloud|avature|zohorecruit|snaphire|bigredsky|elmotalent|turborecruit|careerone|csod|"
    r"scoutjobs|jobscore|hirevue|eightfold|calendly|"
    r"(?:i?work)?(?:jobs|careers))\.[a-z.]+$",
    re.IGNORECASE,
)
"""Boards, mail and hiring systems that many companies use: they name none."""
SHARED_ENDS = {
    *("com", "co", "org", "net", "gov", "govt", "edu", "ac", "asn", "id", "nhs"),
    *("nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"),
}
"""Parts of a domain that many have: of transport.nsw.gov.au the first tells whose it is."""
OWN_PART = re.compile(r"^(?:www\d?|careers?|jobs?|apply|recruiting|hr|mail|talent)\.")
LONGEST_HOST = 253
TELLING = 4
"""Characters of a company's name from which it is found at either end of a domain's."""
LINKED = "[link]"


class CompanyAddresses:
    """What is known of companies' domains: their names in one word, hosts of their addresses."""

    def __init__(self, links: Iterable[str]) -> None:
        self._squashed: set[str] = set()
        self._hosts = frozenset(filter(None, map(own_host, links)))
        self._longest = 0
        """Characters of the longest name: no more of a domain are compared, however long it is."""
        self._most_parts = max((host.count(".") + 1 for host in self._hosts), default=0)

    def know(self, squashed: str) -> None:
        """A company by its name in one word, small."""
        if squashed:
            self._squashed.add(squashed)
            self._longest = max(self._longest, len(squashed))

    def cover(self, words: str) -> str:
        """The words without domains that are a company's."""
        return DOMAIN.sub(self._shown, words)

    def _shown(self, found: re.Match[str]) -> str:
        host = found[0].partition("/")[0].lower()
        parts = host.split(".")
        shortest = range(max(0, len(parts) - self._most_parts), len(parts) - 1)
        named = any(".".join(parts[at:]) in self._hosts for at in shortest)
        return LINKED if named or any(map(self._tells, parts[:-1])) else found[0]

    def _tells(self, label: str) -> bool:
        word = label.replace("-", "")
        ends = range(TELLING, min(len(word), self._longest + 1))
        return word in self._squashed or any(
            word[:n] in self._squashed or word[-n:] in self._squashed for n in ends
        )


def own_host(address: str) -> str:
    """The host of a link or of an email address, if it is one company's alone."""
    host = address.strip().rpartition("@")[2].partition("://")[2] or address.rpartition("@")[2]
    host = OWN_PART.sub("", re.split(r"[/?#:\s]", host.strip().lower()[:LONGEST_HOST])[0])
    return host if "." in host and not SHARED_HOSTS.search(host) else ""
