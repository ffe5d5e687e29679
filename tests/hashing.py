"""Passwords hashed with a hundredth of the work, for tests of anything else."""

import pytest

from tracker.values import passwords

QUICK = "scrypt:256:8:1"


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the test is over."""
    none = passwords.NO_ACCOUNT.replace(passwords.METHOD, QUICK)
    monkeypatch.setattr(passwords, "METHOD", QUICK)
    monkeypatch.setattr(passwords, "NO_ACCOUNT", none)
