"""An instance in a folder whose name a shell or an address would take apart."""

from pathlib import Path

import pytest

from tests.cli.served import Here

pytestmark = pytest.mark.on("sqlite")


@pytest.mark.parametrize(
    "name", ["my jobs", "Bewerbungen für Jörg", 'o\'clock "x"', "$HOME `x`", "a#b&c;d"]
)
def test_account_backup_check_and_restore_work_in_any_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    here = Here(monkeypatch, capsys)
    instance = tmp_path / name
    assert here("user", "add", "you@example.org", instance=instance).returncode == 0

    for command in (["backup"], ["check"]):
        done = here(*command, instance=instance)
        assert done.returncode == 0, done.stderr
    (copy,) = (instance / "backups").glob("*.db")
    done = here("restore", copy, instance=instance)

    assert done.returncode == 0, done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [name]
