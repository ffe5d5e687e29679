"""Accounts as the terminal works on them; inside an app context."""

from sqlalchemy.exc import IntegrityError

from tracker import setup_code
from tracker.cli.failure import Failure
from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.database.lock import advisory_lock
from tracker.exports.formats import FORMATS
from tracker.extensions import db
from tracker.models.account_event import AccountEvent, Happened
from tracker.models.base import LINE
from tracker.models.device import Device
from tracker.models.sign_in import PasswordReset
from tracker.models.user import KEEPER, MEMBER, User, normal_email
from tracker.models.way_in import SecondStep
from tracker.values import passwords
from tracker.values.text import clean_line
from tracker.web.fields.account import EMAIL, LONGEST_EMAIL
from tracker.web.network import lan_address
from tracker.web.security import base_url


def read_email(typed: str) -> str:
    """An email as it is kept. Raises Failure."""
    email = normal_email(clean_line(typed))
    if len(email) > LONGEST_EMAIL or not EMAIL.fullmatch(email):
        raise Failure("An email looks like name@example.org.")
    return email


def read_name(typed: str) -> str:
    """A name as it is kept. Raises Failure."""
    name = clean_line(typed)
    if len(name) > LINE:
        raise Failure(f"A name has at most {LINE} characters.")
    return name


def refuse_known(email: str) -> None:
    """Raises Failure where there is an account with that email."""
    if db.session.scalar(User.by_email(email)) is not None:
        raise Failure(f"There is an account for {email} already.")


def make_owner(email: str) -> bool:
    """Whether that is a member, who is an owner from now on."""
    known = db.session.scalar(User.by_email(email))
    if known is None or known.is_keeper:
        return False
    with writing(known) as session:
        session.get_one(User, known.id).role = KEEPER
    return True


def find(email: str) -> User:
    """The person with that email. Raises Failure."""
    known = db.session.scalar(User.by_email(email))
    if known is None:
        raise Failure(f"There is no account for {normal_email(email)}.")
    return known


def add(email: str, name: str, keeper: bool, password: str | None) -> User:
    """A new account; the first one keeps the server, and closes /setup."""
    hashed = passwords.hash_password(password) if password is not None else None
    user = User(email=email, name=name, password_hash=hashed, created_at=now())
    try:
        with writing() as session:
            advisory_lock(session, setup_code.LOCK)
            first = not User.anybody(session)
            user.role = KEEPER if keeper or first else MEMBER
            session.add(user)
            setup_code.spend(session)
    except IntegrityError as error:
        raise Failure(f"There is an account for {email} already.") from error
    return user


def set_password(user: User, password: str, no_code: bool = False) -> None:
    """A new password; every device and link of the person's ends, and the code if asked."""
    hashed = passwords.hash_password(password)
    with writing(user) as session:
        session.get_one(User, user.id).password_hash = hashed
        PasswordReset.spend(session, user.id, now())
        Device.end(session, user.id)
        AccountEvent.note(session, user.id, Happened.PASSWORD_SET, now())
        if no_code and SecondStep.end(session, user.id):
            AccountEvent.note(session, user.id, Happened.SECOND_STEP_OFF, now())


def reset_link(user: User, no_code: bool = False) -> str:
    """A link to set a password; earlier ones end."""
    with writing() as session:
        PasswordReset.spend(session, user.id, now())
        made, token = PasswordReset.issue(user.id, now(), ends_second_step=no_code)
        session.add(made)
        AccountEvent.note(session, user.id, Happened.RESET_LINK, now())
    return f"{base_url() or f'http://{lan_address()}:8000'}/reset/{token}"


def rows() -> list[tuple[str, str, str, str]]:
    """What the list prints."""
    seen = {row.user_id: row.seen for row in db.session.execute(Device.last_seen())}
    return [
        (
            user.email,
            user.role,
            f"{seen[user.id]:%Y-%m-%d}" if user.id in seen else "never seen",
            user.name,
        )
        for user in db.session.scalars(User.everybody())
    ]


def note_export(user: User, name: str) -> None:
    """That a file of theirs left by the terminal stands where they can see it."""
    note_event(user, Happened.EXPORTED, FORMATS[name].label)


def note_event(user: User, kind: Happened, detail: str = "") -> None:
    """What the terminal did to an account stands where its owner can see it."""
    with optional_write(), writing() as session:
        AccountEvent.note(session, user.id, kind, now(), detail=detail)


def note_restored() -> None:
    """Everybody can see that what they read is from before."""
    with optional_write(), writing() as session:
        AccountEvent.note_for_all(session, Happened.RESTORED, now())
