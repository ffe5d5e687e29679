"""The server's own few facts."""

from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Words

BASE_URL = "base_url"
SETUP_CODE = "setup_code"


class Setting(Base):
    """A name and its value: the address that people use, the code of the first start."""

    __tablename__ = "settings"

    name: Mapped[Line] = mapped_column(primary_key=True)
    value: Mapped[Words]

    @classmethod
    def read(cls, session: Session, name: str) -> str | None:
        """The value, or None."""
        row = session.get(cls, name)
        return row.value if row else None

    @classmethod
    def write(cls, session: Session, name: str, value: str) -> None:
        """Set the value."""
        session.merge(cls(name=name, value=value))
