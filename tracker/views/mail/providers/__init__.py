"""Who keeps mailboxes, and whose an address or a server is."""

from tracker.views.mail.providers.by_address import BY_ADDRESS
from tracker.views.mail.providers.offered import GMX_COM, OFFERED
from tracker.views.mail.providers.provider import Provider

PROVIDERS = OFFERED | BY_ADDRESS
"""The offered ones first, in their order."""


def provider_of(host: str) -> str:
    """The one whose server it is."""
    hosts = {each.host: key for key, each in PROVIDERS.items() if each.host}
    return hosts.get(host.lower(), "gmx" if host.lower() == "imap.gmx.com" else "other")


def host_of(provider: Provider, address: str) -> str:
    """Its server for that address; GMX has one of its own for gmx.com."""
    own = provider.host.startswith("imap.gmx.") and address.lower().endswith(f"@{GMX_COM}")
    return f"imap.{GMX_COM}" if own else provider.host


def provider_of_address(address: str) -> str:
    """The one whose address it is; nothing where nobody can know."""
    domain = address.strip().rpartition("@")[2].lower()
    return next((key for key, each in PROVIDERS.items() if domain in each.domains), "")


__all__ = ["PROVIDERS", "host_of", "provider_of", "provider_of_address"]
