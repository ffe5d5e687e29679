"""One email, as far as it is read."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True)
class Mail:
    """Who wrote it, when, about what, and the words as they came."""

    text: str
    subject: str = ""
    name: str = ""
    """The sender's, as it is shown."""
    address: str = ""
    """The sender's, in small letters; empty where it is not known."""
    sent_at: datetime | None = None
    """Aware; None where nothing says it."""
    calendars: tuple[str, ...] = ()
    """What came along for a calendar."""

    def here(self, now: datetime) -> "Mail":
        """As it is read now: a clock that runs ahead sent nothing in time to come."""
        ahead = self.sent_at is not None and self.sent_at > now
        return replace(self, sent_at=now) if ahead else self

    @property
    def domain(self) -> str:
        """Where it came from."""
        return self.address.rpartition("@")[2]
