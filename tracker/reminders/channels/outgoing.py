"""What goes out by a channel, by what means, and what may come of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from tracker.config.settings import Settings
from tracker.config.smtp import Smtp
from tracker.fetching.post import Answer, Poster
from tracker.fetching.refusals import Refused, Why
from tracker.reminders.channels.apprise_process import say_by_apprise

UNLESS = "The owner of this server can allow others."
WHY = {
    Why.NO_LINK: "Please write the whole address, like https://example.org, without spaces.",
    Why.SCHEME: "The address has to begin with https:// or http://.",
    Why.SIGNED_IN: "A name or a password can’t stand in the address itself.",
    Why.PORT: f"Only servers on ports 80 and 443 are used. {UNLESS}",
    Why.INSIDE: "Type an address on the internet: this one is inside a home or office network. "
    f"{UNLESS}",
    Why.UNKNOWN: "Onward couldn’t reach the service. Its address may be wrong, or Onward’s "
    "computer has no internet just now.",
    Why.UNSAFE: "It can’t be reached by HTTPS with a valid certificate, so nothing was sent to it.",
    Why.BUSY: "Other messages are on their way just now. In a few seconds it is your turn.",
}
AWAY = "The service doesn’t answer at the moment."


class Outgoing(NamedTuple):
    """One message, as the person may see it on a locked screen."""

    title: str
    body: str
    tag: str
    """The same for the same reminder, so that a second one takes the place of the first."""
    number: str
    """Its own, the same each time that it is tried."""
    path: str
    """The page of ours that it opens."""
    site: str
    """Our address as people use it; empty where nobody knows it."""
    at: datetime
    seconds: int
    """How long it may wait on its way before it means nothing."""

    @property
    def link(self) -> str:
        """The page's whole address, if it is known."""
        return self.site and self.site + self.path


class DeliveryRefused(Exception):
    """Why a channel did not take it, in words for its owner; it is tried again."""


class Gone(DeliveryRefused):
    """It takes nothing any more."""


@dataclass(frozen=True)
class Ways:
    """What channels send by; tests have their own servers."""

    instance: Path
    smtp: Smtp | None = None
    poster: Poster = field(default_factory=Poster)
    only_https: bool = True
    """Whether a push service has to be reached by HTTPS."""
    apprise: Callable[[str, str, str, float | None], bool] = say_by_apprise
    hurry: float | None = None
    """Seconds for all of it, where somebody waits for it."""

    def in_a_hurry(self, seconds: float) -> Self:
        """The same, with so many seconds for a message."""
        smtp = self.smtp and replace(self.smtp, seconds=seconds)
        poster = replace(self.poster, seconds=seconds)
        return replace(self, smtp=smtp, poster=poster, hurry=seconds)

    def post(self, url: str, body: bytes, headers: dict[str, str], secure: bool = False) -> Answer:
        """The answer of a service that took it, or refused it; raises NotTaken where none came."""
        try:
            return self.poster.post(url, body, headers, secure)
        except Refused as error:
            raise DeliveryRefused(WHY.get(error.why, AWAY)) from error


def ways_of(settings: Settings) -> Ways:
    """Servers on the internet; those inside only where the keeper's setting says so."""
    inside = settings.reminders_inside
    poster = Poster(inside=True, allows=lambda _: True) if inside else Poster()
    return Ways(settings.instance, settings.smtp, poster)
