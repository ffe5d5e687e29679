"""An instance in a folder whose name a shell or an address would take apart."""

from pathlib import Path

import pytest

from tests.cli.served import onward

pytestmark = pytest.mark.on("sqlite")
NAME = 'my jobs für o\'clock "x" $HOME `y` #a&b;c'


def test_account_backup_check_and_restore_work_in_any_folder(tmp_path: Path) -> None:
    instance = tmp_path / NAME
    for command in (["user", "add", "you@example.org"], ["backup"], ["check"]):
        done = onward(*command, instance=instance)
        assert done.returncode == 0, done.stderr
    (copy,) = (instance / "backups").glob("*.db")

    done = onward("restore", copy, instance=instance)

    assert done.returncode == 0, done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [NAME]
