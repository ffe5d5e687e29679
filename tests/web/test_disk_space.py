"""When a disk is nearly full."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.config.settings import Settings
from tracker.web.disk_space import DiskSpace, read_disk_space

MB, GB = 1000**2, 1000**3


@pytest.mark.parametrize(
    ("free", "size", "is_low"),
    [
        (499 * MB, 4 * GB, True),
        (501 * MB, 4 * GB, False),
        (1.9 * GB, 40 * GB, True),
        (2.1 * GB, 40 * GB, False),
        (6 * GB, 4000 * GB, False),
        (4.9 * GB, 4000 * GB, True),
        (0, 0.1 * GB, True),
    ],
)
def test_little_is_500_mb_or_a_twentieth_and_never_more_than_5_gb(
    free: float, size: float, is_low: bool
) -> None:
    assert DiskSpace(int(free), int(size)).is_low is is_low


def test_a_folder_that_is_not_there_can_tell_nothing(settings: Settings) -> None:
    gone = settings.instance / "gone"

    nowhere = replace(settings, instance=gone, database_url="postgresql+psycopg://me@db/jobs")
    assert read_disk_space(nowhere) is None


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk in memory with room for 545 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=520m", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_is_seen_and_one_with_room_again(
    small_disk: Path, settings: Settings
) -> None:
    on_it = replace(settings, instance=small_disk)
    file = small_disk / "photos"

    def is_low() -> bool:
        space = read_disk_space(on_it)
        assert space is not None
        return space.is_low

    assert not is_low()
    file.write_bytes(bytes(60 * MB))
    assert is_low()
    file.unlink()
    assert not is_low()


def test_the_disk_of_the_database_counts_too(small_disk: Path, settings: Settings) -> None:
    (small_disk / "photos").write_bytes(bytes(60 * MB))
    elsewhere = replace(settings, database_url=f"sqlite:///{small_disk / 'onward.db'}")

    space = read_disk_space(elsewhere)

    assert space is not None
    assert space.size < 600 * MB
