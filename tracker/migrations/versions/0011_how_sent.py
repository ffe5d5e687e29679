"""How an application was sent, and numbers to reach that nobody typed, for work-search logs."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
FILLED_IN = {"uk": 35, "au": 100}
"""Stood in the form by itself, and was kept with whatever else was saved there."""


def upgrade() -> None:
    """How the applications that there are were sent is not known; such a number is asked for."""
    op.add_column("applications", sa.Column("applied_how", sa.String(32)))
    users = sa.table("users", sa.column("id", sa.Integer), sa.column("log_choice", sa.JSON))
    connection = op.get_bind()
    for number, kept in connection.execute(sa.select(users.c.id, users.c.log_choice)).all():
        if not isinstance(kept, dict):
            continue
        choice = {name: _asked_anew(name, each) for name, each in kept.items()}
        if choice != kept:
            connection.execute(users.update().where(users.c.id == number).values(log_choice=choice))


def _asked_anew(name: str, kept: object) -> object:
    if not isinstance(kept, dict) or name not in FILLED_IN:
        return kept
    if kept.get("target") != FILLED_IN[name]:
        return kept
    return {key: value for key, value in kept.items() if key != "target"}
