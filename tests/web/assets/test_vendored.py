"""What others wrote and we carry is what its provenance note says."""

import hashlib
import re
from pathlib import Path

import pytest

from tracker.paths import CHECKOUT

ROOT = CHECKOUT
FOLDERS = [
    ROOT / "static" / "vendor",
    ROOT / "tests" / "vendor",
    ROOT / "tracker" / "exports" / "typst" / "fonts",
]
LINE = re.compile(
    r"^\| `(?P<name>[^`]+)` \|.*\| (?P<licence>[^|]+) \| `(?P<digest>[0-9a-f]{64})` \|$"
)


def provenance(folder: Path) -> dict[str, re.Match[str]]:
    lines = (folder / "PROVENANCE.md").read_text("utf-8").splitlines()
    return {match["name"]: match for line in lines if (match := LINE.match(line))}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_vendored_file_has_the_sha_256_of_its_note(folder: Path) -> None:
    notes = provenance(folder)
    scripts = {
        path.name for path in folder.iterdir() if path.suffix in {".js", ".css", ".woff2", ".ttf"}
    }
    assert scripts == set(notes)
    for name, note in notes.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == note["digest"], name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_vendored_file_comes_with_its_licence(folder: Path) -> None:
    for name, note in provenance(folder).items():
        texts = re.findall(r"`([^`]+)`", note["licence"])
        assert texts, name
        assert all((folder / text).stat().st_size > 500 for text in texts), name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_the_notices_name_every_licence_text(folder: Path) -> None:
    notices = (ROOT / "NOTICES.md").read_text("utf-8")
    for text in folder.glob("*.LICENSE*.txt"):
        assert text.relative_to(ROOT).as_posix() in notices
