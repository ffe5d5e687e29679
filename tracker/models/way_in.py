"""Ways in besides a password: passkeys, and accounts elsewhere that are joined to one here."""

from datetime import datetime

from sqlalchemy import LargeBinary, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned


class Passkey(Owned, Base):
    """The public half of a key whose other half never leaves a phone or a computer."""

    __tablename__ = "passkeys"

    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    """In hexadecimal digits."""
    public: Mapped[bytes] = mapped_column(LargeBinary)
    counter: Mapped[int] = mapped_column(default=0)
    """How often it was used, where the device counts: a lower one comes from a copy."""
    label: Mapped[Line] = mapped_column(default="")
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user_id: int) -> Select["Passkey"]:
        """A person's, the oldest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id)


class Identity(Owned, Base):
    """An account at an OpenID provider, by its number there: an address may change hands."""

    __tablename__ = "identities"

    issuer: Mapped[Line]
    subject: Mapped[Line]
    label: Mapped[Line] = mapped_column(default="")
    """As the provider calls it; shown, and never looked up by."""
    made_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    @classmethod
    def by_subject(cls, issuer: str, subject: str) -> Select["Identity"]:
        """The one that a provider vouches for."""
        return select(cls).where(cls.issuer == issuer, cls.subject == subject)

    @classmethod
    def of(cls, user_id: int, issuer: str) -> Select["Identity"]:
        """A person's at this provider."""
        return select(cls).where(cls.user_id == user_id, cls.issuer == issuer).order_by(cls.id)
