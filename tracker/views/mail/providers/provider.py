"""What is known of a provider, and what is done there."""

from typing import NamedTuple

PASTE = "Copy it and paste it here."


class Step(NamedTuple):
    """Something to do at the provider, perhaps on a page of theirs."""

    words: str
    more: str = ""
    link: str = ""
    label: str = ""
    """The words of the link, which stands after the others."""


class Provider(NamedTuple):
    """One of those that are offered by name."""

    name: str
    known_as: str
    """The addresses by which somebody knows that this is theirs."""
    host: str
    steps: tuple[Step, ...]
    user_hint: str = ""
    host_hint: str = ""
    open: bool = True
    """Whether programs get in by a password at all."""
    domains: tuple[str, ...] = ()
    """What stands behind the @ of its addresses."""
    families: tuple[str, ...] = ()
    """What stands between the @ and the country of its addresses: hotmail, of hotmail.de."""
    closed: str = ""
    """Why programs don't get in."""
    listed: bool = True
    """Whether it is offered by name; one that is not is found by the address."""

    @property
    def title(self) -> str:
        """What the page about it is called."""
        return f"Connect {self.name}" if self.host and self.open else self.name
