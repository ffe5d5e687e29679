"""`python -m tests.web.floor FOLDER`: the lines that known.tsv lacks, from a copy of MDN's data.

Names of members are looked up in every interface: read the line before you add it.
"""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.web.floor.style import Feature
from tests.web.floor.table import FLOOR, Row, asked_for, known

PLACES = {
    "property": ["css/properties"],
    "value": ["css/properties"],
    "function": ["css/types", "css/properties"],
    "selector": ["css/selectors"],
    "at-rule": ["css/at-rules"],
    "media": ["css/at-rules/media.json"],
    "unit": ["css/types"],
    "element": ["html/elements", "svg/elements"],
    "attribute": ["html/elements", "html/global_attributes.json", "svg"],
    "word": ["html"],
    "member": ["api", "javascript/builtins"],
    "global": ["api", "javascript/builtins"],
}
"""Where each kind stands in the data."""


def versions(support: dict[str, Any]) -> dict[str, str]:
    """Since when each browser of the floor has it as it should be."""
    found = {}
    for browser, key in {"chrome": "chrome", "firefox": "firefox", "safari": "safari_ios"}.items():
        given = support.get(key, "mirror")
        given = support.get("safari", {}) if given == "mirror" else given
        several = given if isinstance(given, list) else [given]
        whole = [each for each in several if not {"flags", "prefix", "version_removed"} & {*each}]
        added = whole[0].get("version_added") if whole else None
        known_one = isinstance(added, str) and added != "preview"
        found[browser] = str(added).lstrip("≤") if known_one else "-"
    return found


@cache
def read(file: Path) -> dict[str, Any]:
    """One file of the data."""
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return data


def named(tree: dict[str, Any], path: list[str]) -> Iterator[dict[str, Any]]:
    """What is known of this name, below all the names before it."""
    for name, inside in tree.items():
        if name == "__compat" or not isinstance(inside, dict):
            continue
        if name.removesuffix("_static") == path[0]:
            if len(path) > 1:
                yield from named(inside, path[1:])
            elif "__compat" in inside:
                yield inside["__compat"]["support"]
        yield from named(inside, path)


def looked_up(folder: Path, feature: Feature) -> dict[str, str] | None:
    """The newest of all that goes by this name."""
    kind, name = feature
    path = name.lstrip(":@").replace(": ", " ").replace("=", " ").split()
    files = [
        file
        for place in PLACES.get(kind, [])
        for file in (
            [folder / place] if place.endswith(".json") else (folder / place).rglob("*.json")
        )
    ]
    found = [versions(each) for file in files for each in named(read(file), path)]
    if not found:
        return None
    return max(found, key=lambda each: [999 if v == "-" else float(v) for v in each.values()])


def main(folder: Path) -> None:
    """Each feature that is asked for and unknown, as a line."""
    table = known()
    for feature, files in sorted(asked_for().items()):
        if feature in table:
            continue
        found = looked_up(folder, feature)
        line = [*feature, *(found or dict.fromkeys(FLOOR, "?")).values()]
        if found and Row(found, "", "").too_new:
            line += [" ".join(sorted(files)), "WHY does an older browser do as well without?"]
        print("\t".join(line))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
