"""Passwords hashed with a hundredth of the work, for tests of anything else."""

import pytest

from tracker.values import passwords

QUICK = "scrypt:256:8:1"


REAL = {"METHOD": passwords.METHOD, "NO_ACCOUNT": passwords.NO_ACCOUNT}


def hash_as_people_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """With all of the work, for tests of just that."""
    for name, value in REAL.items():
        monkeypatch.setattr(passwords, name, value)


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the test, or the run, is over."""
    none = REAL["NO_ACCOUNT"].replace(REAL["METHOD"], QUICK)
    monkeypatch.setattr(passwords, "METHOD", QUICK)
    monkeypatch.setattr(passwords, "NO_ACCOUNT", none)
