"""The same package finds its files in a clone and in a wheel."""

from pathlib import Path

import pytest

from tracker import paths


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "tracker").mkdir()
    return tmp_path / "tracker"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    (tmp_path / "tracker" / "templates").mkdir(parents=True)
    return tmp_path / "tracker"


def test_in_a_clone_everything_stands_beside_the_package(clone: Path) -> None:
    assert paths.home(clone) == clone.parent
    assert paths.instance(clone) == clone.parent / "instance"


def test_once_installed_the_templates_are_in_the_package(installed: Path) -> None:
    assert paths.home(installed) == installed


def test_once_installed_nothing_of_a_person_is_kept_among_the_packages(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/home/sam/data")
    assert paths.instance(installed) == Path("/home/sam/data/onward")


def test_this_checkout_has_both_folders() -> None:
    assert paths.TEMPLATES.is_dir()
    assert paths.STATIC.is_dir()
