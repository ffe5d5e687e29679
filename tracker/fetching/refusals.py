"""Why nothing was fetched, in one word for what tells people of it."""

from enum import StrEnum


class Why(StrEnum):
    """What stood in the way."""

    NO_LINK = "no_link"
    """Not an address of the web that may be followed."""
    SCHEME = "scheme"
    """It does not begin with http:// or https://."""
    SIGNED_IN = "signed_in"
    """A name or a password stands in it."""
    PORT = "port"
    """Another port than those of the web."""
    INSIDE = "inside"
    """It leads into the server's own network, or to no public address."""
    UNKNOWN = "unknown"
    """Nobody knows the name, or no network is there."""
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    UNSAFE = "unsafe"
    """Its certificate is not good."""
    REFUSED = "refused"
    """The site wants people to sign in, or keeps programs out."""
    GONE = "gone"
    BROKEN = "broken"
    """The site had a fault, or led around in circles."""
    NO_PAGE = "no_page"
    """A file that is no page and no text."""
    BUSY = "busy"
    """As many are being fetched as may be at once."""


class Refused(Exception):
    """Nothing was fetched; `why` says the reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
