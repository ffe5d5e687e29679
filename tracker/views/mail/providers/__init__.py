"""Who keeps mailboxes, and whose an address or a server is."""

import re

from tracker.views.mail.providers.by_address import BY_ADDRESS
from tracker.views.mail.providers.offered import GMX_COM, OFFERED
from tracker.views.mail.providers.provider import Provider

PROVIDERS = OFFERED | BY_ADDRESS
"""The offered ones first, in their order."""
COUNTRY = re.compile(r"(?!con$|cmo?$|co$|om$)(?:com?\.)?[a-z]{2,3}")
"""How a domain ends behind a provider's name: de, com, com.au, co.uk."""
OTHERS_OWN = frozenset({"yahoo.co.jp", "mail.com", "email.com", "live.org", "gmail.de"})
"""Domains of others that look like one of these."""
SLIPS = frozenset({"con", "cm", "cmo", "co", "om", "comm", "vom", "xom", "cpm", "ocm", "coom"})
"""How com is mistyped."""
LEAST = 5
"""Letters of a name that is known in spite of a slip."""


def provider_of(host: str) -> str:
    """The one whose server it is."""
    hosts = {each.host: key for key, each in PROVIDERS.items() if each.host}
    return hosts.get(host.lower(), "gmx" if host.lower() == "imap.gmx.com" else "other")


def host_of(provider: Provider, address: str) -> str:
    """Its server for that address; GMX has another one outside of the German-speaking countries."""
    if not provider.host.startswith("imap.gmx."):
        return provider.host
    ends = domain_of(address).rpartition(".")[2]
    return provider.host if ends in ("", "net", "de", "at", "ch") else f"imap.{GMX_COM}"


def domain_of(address: str) -> str:
    """What stands behind its @, in small letters."""
    return address.strip().rpartition("@")[2].lower()


def provider_of_address(address: str) -> str:
    """The one whose address it is; nothing where nobody can know."""
    domain = domain_of(address)
    return next((key for key, each in PROVIDERS.items() if is_of(each, domain)), "")


def is_of(provider: Provider, domain: str) -> bool:
    """Whether it is one of its domains, or a country's of its name."""
    name, _, ends = domain.partition(".")
    of_family = name in provider.families and COUNTRY.fullmatch(ends) is not None
    return domain in provider.domains or (of_family and domain not in OTHERS_OWN)


def meant(address: str) -> str:
    """The address that was meant, where its domain is one slip away from a known one."""
    domain = domain_of(address)
    if not domain or provider_of_address(address) or domain in OTHERS_OWN:
        return ""
    name, _, ends = domain.partition(".")
    known = [each for one in PROVIDERS.values() for each in one.domains]
    names = {each.partition(".")[0] for each in known if len(each.partition(".")[0]) >= LEAST}
    ends = "com" if ends in SLIPS else ends
    for each in sorted(names):
        fixed = f"{each}.{ends}"
        if each == name or is_slip(name, each):
            found = fixed if provider_of_address(f"a@{fixed}") else ""
            if found and found != domain:
                return f"{address.strip().rpartition('@')[0]}@{found}"
    return ""


def is_slip(typed: str, known: str) -> bool:
    """Whether one letter is missing, too many or another, or two have changed places."""
    same = 0
    while same < min(len(typed), len(known)) and typed[same] == known[same]:
        same += 1
    left, right = typed[same:], known[same:]
    turned = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or turned


__all__ = ["PROVIDERS", "host_of", "meant", "provider_of", "provider_of_address"]
