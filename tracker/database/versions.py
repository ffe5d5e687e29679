"""What one transaction makes of the versions of applications."""

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from tracker.models.application import Application

NOTED = "onward_versions"


class Versions:
    """The version of each application that is changed from now on, as it was and as it is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[int, int] = {}
        session.info[NOTED] = self._before

    def as_text(self) -> str:
        """`5:17:18 6:3:4`, by number; new ones and those that stay are left out."""
        self._session.info.pop(NOTED, None)
        rows = {
            row.id: row for row in self._session.identity_map.values() if type(row) is Application
        }
        return " ".join(
            f"{number}:{before}:{rows[number].version}"
            for number, before in sorted(self._before.items())
            if number in rows and rows[number].version != before
        )


def _note(session: Session, context: UOWTransaction, instances: object) -> None:
    noted: dict[int, int] | None = session.info.get(NOTED)
    if noted is None:
        return
    for row in session.dirty:
        if isinstance(row, Application) and not inspect(row).attrs.version.history.has_changes():
            noted.setdefault(row.id, row.version)


event.listen(Session, "before_flush", _note)
