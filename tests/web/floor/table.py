"""The features that were looked up, each with the versions since when browsers have it."""

import csv
from pathlib import Path
from typing import NamedTuple

from tests.web.floor import markup, script, style
from tests.web.floor.style import Feature
from tracker.paths import STATIC, TEMPLATES

KNOWN = Path(__file__).parent / "known.tsv"
FLOOR = {"chrome": 111.0, "firefox": 128.0, "safari": 16.4}
"""The oldest browsers that Onward promises to work in; Safari's numbers are those of iOS, too."""


class Row(NamedTuple):
    """One feature; `where` and `why` are there if it is newer than the floor."""

    versions: dict[str, str]
    where: str
    why: str

    @property
    def too_new(self) -> list[str]:
        """The browsers of the floor that lack it."""
        return [
            f"{browser} {oldest:g}"
            for browser, oldest in FLOOR.items()
            if (since := self.versions[browser]) == "-" or float(since) > oldest
        ]

    def may_stand_in(self, file: str) -> bool:
        """Whether somebody looked at what a browser without it shows there."""
        return not self.too_new or self.where == "*" or file in self.where.split()


def known() -> dict[Feature, Row]:
    """All of them."""
    with KNOWN.open(newline="") as file:
        return {
            (row["kind"], row["name"]): Row(
                {browser: row[browser] for browser in FLOOR}, row["where"] or "", row["why"] or ""
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


def asked_for() -> dict[Feature, set[str]]:
    """What our own files ask of a browser, each with the names of the files."""
    found: dict[Feature, set[str]] = {}
    scripts = {file.name: file.read_text() for file in sorted(STATIC.glob("js/**/*.js"))}
    everything = "\n".join(scripts.values())
    members = script.members(everything)
    ours = script.variables(everything) | members
    texts = [(file.name, style.features(file.read_text())) for file in STATIC.glob("css/**/*.css")]
    texts += [(name, script.features(text, ours)) for name, text in scripts.items()]
    texts += [(file.name, markup.features(file.read_text())) for file in TEMPLATES.rglob("*.html")]
    looked_up = known()
    for name, features in texts:
        for feature in features:
            if feature in looked_up or feature[0] != "member" or feature[1] not in members:
                found.setdefault(feature, set()).add(name)
    return found
