"""Which libraries this version asks for and an environment lacks, a line each; needs no network.

Its Python runs this with the checkout, `serve` or `test`, the extras, and `exactly` where the
versions of constraints.txt are meant, or `roughly`. Status 1 where the program itself is not
installed from that checkout.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata, util
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement

ROOT, PURPOSE, EXTRAS, HOW = Path(sys.argv[1]), *sys.argv[2:]


def asked(said: dict) -> list[str]:
    """What pyproject.toml names for this purpose."""
    project = said["project"]
    lines = list(project["dependencies"])
    for extra in filter(None, EXTRAS.split(",")):
        lines += project["optional-dependencies"][extra]
    return lines + (said["dependency-groups"]["test"] if PURPOSE == "test" else [])


def unmet(lines: Iterable[str], extras: Iterable[str], seen: set[str]) -> Iterator[str]:
    """Those that are not here, or too old, and what the others need in their turn."""
    for wanted in map(Requirement, lines):
        if str(wanted) in seen or not for_us(wanted, extras):
            continue
        seen.add(str(wanted))
        found = here(wanted)
        if found is None or not wanted.specifier.contains(found.version, prereleases=True):
            yield str(wanted)
        else:
            yield from unmet(found.requires or [], wanted.extras or [""], seen)


def untried(lines: Iterable[str]) -> Iterator[str]:
    """Those that are here in another version than the one that this Onward was tried with."""
    for pinned in map(
        Requirement, filter(None, (each.partition("#")[0].strip() for each in lines))
    ):
        found = here(pinned) if for_us(pinned, [""]) else None
        if found and not pinned.specifier.contains(found.version, prereleases=True):
            yield str(pinned)


def for_us(wanted: Requirement, extras: Iterable[str]) -> bool:
    """Whether it is meant for this Python and system, and for one of these extras."""
    marker = wanted.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras)


def here(wanted: Requirement) -> metadata.Distribution | None:
    """What is installed of it."""
    try:
        return metadata.distribution(wanted.name)
    except metadata.PackageNotFoundError:
        return None


def installed_from_here(commands: dict[str, str]) -> bool:
    """Whether the program that this environment starts is the checkout's."""
    program, package = here(Requirement("onward")), util.find_spec("tracker")
    return (
        program is not None
        and {each.name: each.value for each in program.entry_points} == commands
        and package is not None
        and package.origin == str(ROOT / "tracker" / "__init__.py")
    )


said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
missing = [*unmet(asked(said), [""], set())]
if HOW == "exactly":
    missing += untried((ROOT / "constraints.txt").read_text("utf-8").splitlines())
print(*missing, sep="\n", end="\n" if missing else "")
sys.exit(not installed_from_here(said["project"]["scripts"]))
