"""Where to find help, by country."""

from pathlib import Path
from typing import NamedTuple

from tracker.loop.asking.whom import tel
from tracker.loop.own_files import entry

FILE = "help_lines.toml"
QUIET = "If this is more than a bad day, talk to somebody now:"
"""What stands before the lines, small and always there."""


class HelpLine(NamedTuple):
    """Somebody to call or text; what is empty is not offered."""

    name: str
    phone: str = ""
    text: str = ""
    when: str = ""
    note: str = ""
    web: str = ""

    @property
    def call_link(self) -> str:
        """For a phone to dial."""
        return tel(self.phone)

    @property
    def text_link(self) -> str:
        """For a phone to write a message to."""
        return tel(self.text).replace("tel:", "sms:")

    @property
    def web_link(self) -> str:
        """Their site."""
        return f"https://{self.web}" if self.web else ""


class Help(NamedTuple):
    """The emergency number and the lines of a country."""

    emergency: str
    lines: tuple[HelpLine, ...]
    problem: str = ""


def help_for(country: str, instance: Path | None = None) -> Help:
    """From the keeper's help_lines.toml where that names the country, else from ours."""
    found = entry(FILE, country, instance)
    try:
        lines = tuple(HelpLine(**line) for line in found.facts.get("lines", ()))
        return Help(str(found.facts.get("emergency", "")), lines, found.problem)
    except TypeError:
        ours = help_for(country)
        said = f"The keeper's own {FILE} has an entry for {country} that can't be read."
        return ours._replace(problem=said)
