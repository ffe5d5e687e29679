"""What one signs in with beside a password: passkeys, accounts elsewhere, codes."""

from datetime import datetime
from typing import Any, Self

from sqlalchemy import (
    BigInteger,
    LargeBinary,
    Select,
    String,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, belongs_to
from tracker.models.device import digest
from tracker.values.one_time_codes import (
    counter_of,
    derived_secret,
    mark_of,
    new_recovery_codes,
    plain_recovery_code,
)


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


class SecondStep(Base):
    """How a person's codes are made; while there is one, a password alone signs nobody in.

    The secret is derived from the server's own key, which is not in the database: whoever reads a
    backup makes no codes.
    """

    __tablename__ = "second_steps"

    user_id: Mapped[int] = belongs_to("users.id", primary_key=True)
    secret: Mapped[Line] = mapped_column(default="")
    """In the open, where it was turned on before 0023; else empty."""
    salt: Mapped[Line] = mapped_column(default="")
    key_mark: Mapped[Line] = mapped_column(default="")
    """By which key it was made."""
    last_counter: Mapped[int] = mapped_column(BigInteger)
    """The half minute of the code that was used last: none before it is taken again."""
    made_at: Mapped[datetime]

    @classmethod
    def made_by(cls, key: str, salt: str, **facts: Any) -> Self:
        """One whose secret is derived."""
        return cls(salt=salt, key_mark=mark_of(key), **facts)

    def fits_key(self, key: str) -> bool:
        """Whether codes can be looked at: not under another server's key."""
        return bool(self.secret) or self.key_mark == mark_of(key)

    def use(self, session: Session, typed: str, key: str, now: datetime) -> bool:
        """Inside `writing()`: whether the code fits; it fits once, also for two who send it."""
        secret = self.secret or derived_secret(key, self.salt)
        counter = counter_of(secret, typed, now, self.last_counter)
        if counter is None:
            return False
        mine = update(SecondStep).where(SecondStep.user_id == self.user_id)
        later = mine.where(SecondStep.last_counter < counter).values(last_counter=counter)
        done = session.execute(later.execution_options(synchronize_session=False))
        return bool(done.rowcount == 1)  # type: ignore[attr-defined]

    @classmethod
    def end(cls, session: Session, user_id: int) -> bool:
        """Inside `writing()`: no code any more; whether there was one."""
        RecoveryCode.end(session, user_id)
        done = session.execute(delete(cls).where(cls.user_id == user_id))
        return bool(done.rowcount)  # type: ignore[attr-defined]


class RecoveryCode(Owned, Base):
    """In place of a code, once; 80 random bits, of which only the hash is kept."""

    __tablename__ = "recovery_codes"

    code_hash: Mapped[str] = mapped_column(String(64))

    @classmethod
    def renew(cls, session: Session, user_id: int) -> list[str]:
        """Inside `writing()`: ten new ones, told once; those before are worth nothing."""
        cls.end(session, user_id)
        codes = new_recovery_codes()
        hashes = [digest(plain_recovery_code(code)) for code in codes]
        session.add_all(cls(user_id=user_id, code_hash=code_hash) for code_hash in hashes)
        return codes

    @classmethod
    def use(cls, session: Session, user_id: int, typed: str) -> bool:
        """Inside `writing()`: whether it is one of them; then it is spent."""
        mine = cls.user_id == user_id, cls.code_hash == digest(plain_recovery_code(typed))
        return bool(session.execute(delete(cls).where(*mine)).rowcount)  # type: ignore[attr-defined]

    @classmethod
    def left(cls, user_id: int) -> Select[int]:
        """How many are left."""
        return select(func.count()).where(cls.user_id == user_id)

    @classmethod
    def end(cls, session: Session, user_id: int) -> None:
        """Inside `writing()`: none any more."""
        session.execute(delete(cls).where(cls.user_id == user_id))
