"""Somebody who keeps the server."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from tests.browser import Browser
from tests.builders import Build
from tests.views.backups.made import PASSWORD
from tracker.clock import now
from tracker.database import writing
from tracker.models import Device
from tracker.values import passwords


@pytest.fixture
def keeper(sign_in: Callable[..., Browser], build: Build, quick_hashing: None) -> Browser:
    """The keeper, with a card, and a password that was given a while ago."""
    user = build.user(
        email="keeper@example.org",
        keeper=True,
        created_at=now(),
        password_hash=passwords.hash_password(PASSWORD),
    )
    build.application(user, role="Baker")
    browser = sign_in(user)
    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
    return browser
