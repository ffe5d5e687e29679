"""Themes that Onward brought and that read as a verdict on the person have other names.

Those that a person renamed stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

NAMES = {
    "Length of jobs": "Time in each job",
    "Confidence and nerves": "Nerves",
    "Presence and manner": "How I came across",
    "A stronger or internal candidate": "Another candidate was chosen",
    "Somebody stronger": "Somebody else",
    "The role changed or went away": "The role changed or was cancelled",
}


def upgrade() -> None:
    """The new names."""
    rename(NAMES)


def downgrade() -> None:
    """The names of before."""
    rename({new: old for old, new in NAMES.items()})


def rename(names: dict[str, str]) -> None:
    """Each theme of ours that has the one name gets the other."""
    themes = sa.table("themes", sa.column("name", sa.String), sa.column("slug", sa.String))
    for before, after in names.items():
        op.execute(
            themes.update()
            .where(themes.c.slug.is_not(None), themes.c.name == before)
            .values(name=after)
        )
