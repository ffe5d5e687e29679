"""Legal ways to see what was written about one, by country: a last resort."""

from pathlib import Path
from typing import NamedTuple

from tracker.loop.own_files import entry

FILE = "more_ways.toml"
NO_ADVICE = (
    "General information, not legal advice, and it may be out of date. "
    "A request can cool a relationship: ask kindly first."
)


class Way(NamedTuple):
    """What can be asked for and what can't; empty where there is nothing to say."""

    can: str
    law: str = ""
    whom: str = ""
    how: str = ""
    wait: str = ""
    limits: str = ""
    panel: str = ""
    """How panels of the public service are used to giving feedback there."""
    link: str = ""
    problem: str = ""

    @property
    def web_link(self) -> str:
        """The authority's site."""
        return f"https://{self.link}" if self.link else ""


def more_ways(country: str, instance: Path | None = None) -> Way:
    """From the keeper's more_ways.toml where that names the country, else from ours."""
    found = entry(FILE, country, instance)
    try:
        return Way(**found.facts)._replace(problem=found.problem)
    except TypeError:
        said = f"The keeper's own {FILE} has an entry for {country} that can't be read."
        return more_ways(country)._replace(problem=said)
