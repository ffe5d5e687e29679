"""Somebody who keeps the server."""

from collections.abc import Callable

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.views.backups.made import PASSWORD
from tracker.clock import now
from tracker.values import passwords


@pytest.fixture
def keeper(sign_in: Callable[..., Browser], build: Build, quick_hashing: None) -> Browser:
    """The keeper, with a card and a password."""
    user = build.user(
        email="keeper@example.org",
        keeper=True,
        created_at=now(),
        password_hash=passwords.hash_password(PASSWORD),
    )
    build.application(user, role="Baker")
    return sign_in(user)
