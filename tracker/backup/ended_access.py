"""What was ended since a backup stays ended when it is brought back.

Links, calendar addresses, passkeys and accounts elsewhere open only what they open in the backup
and in the database that is replaced. Emails, passwords, roles and codes at sign-in are those of
the latter. Whoever has no account in it any more comes back with all rows, and with no way in.
Where nobody knows what was ended, every link and every calendar address ends. Reminders begin anew:
none of before is sent, none names a company, and a way whose secret was deleted stays shut.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tracker.backup.current_access import CurrentAccess, Person, Restorable, Row
from tracker.models.user import KEEPER, MEMBER

Statement = tuple[str, dict[str, Any]]
"""SQL that both kinds of database know, with `:name` for what is filled in."""
NEWER = {"salt": "", "key_mark": ""}
"""Columns that a present of an older schema lacks."""
LIVE = {
    "share_links": (("token_hash",), "UPDATE share_links SET revoked_at = :at", "revoked_at"),
    "calendar_feeds": (("token_hash",), "UPDATE calendar_feeds SET ended_at = :at", "ended_at"),
    "passkeys": (("user_id", "credential_id"), "DELETE FROM passkeys", ""),
    "identities": (("user_id", "issuer", "subject"), "DELETE FROM identities", ""),
}
"""By what a row is known again, and how it ends."""
REMINDERS = "UPDATE reminder_settings SET since = :at, look_at = :at, named = (1 = 0)"
"""Nobody knows what was sent since the backup, or who took back that companies may be named."""
OF_TODAY = ("second_steps", "recovery_codes")
KNOWN = (
    "Everybody signs in again, with today’s email, password and codes. What was ended since the"
    " backup stays ended: links for coaches, calendar addresses, passkeys. An account that was"
    " removed comes back with all its rows, and opens once it is given a link to a new password."
)
UNKNOWN = (
    "Everybody signs in again, with the password, passkeys and codes of the backup’s day. What was"
    " ended since can’t be known here, so all links for coaches and calendar addresses end."
)


def words(known: bool) -> str:
    """What holds after a restore."""
    return KNOWN if known else UNKNOWN


def statements(present: CurrentAccess, restored: Restorable, at: Any) -> list[Statement]:
    """What makes it so; done twice it does no more."""
    return list(_statements(present, restored, at))


def is_known(present: CurrentAccess, restored: Restorable) -> bool:
    """Whether both are of one server."""
    return bool(present.people().keys() & restored.people.keys())


def _statements(present: CurrentAccess, restored: Restorable, at: Any) -> Iterator[Statement]:
    if "reminder_settings" in restored.columns:
        yield "DELETE FROM reminder_deliveries WHERE try_at IS NOT NULL", {}
        yield REMINDERS, {"at": at}
    if not is_known(present, restored):
        for table in ("share_links", "calendar_feeds"):
            if table in restored.columns:
                _, ending, column = LIVE[table]
                yield f"{ending} WHERE {column} IS NULL", {"at": at}
        return
    yield from _people(present.people(), restored.people)
    removed = [number for number, _ in restored.people.keys() - present.people().keys()]
    for table in ("passkeys", "identities", *OF_TODAY):
        if table in restored.columns:
            for number in removed:
                yield f"DELETE FROM {table} WHERE user_id = :user_id", {"user_id": number}  # noqa: S608
    for table, (key, ending, column) in LIVE.items():
        if table in restored.columns and table in present.tables:
            yield from _not_live(table, key, ending, column, present.tables[table], at)
    for table in OF_TODAY:
        if table in restored.columns and table in present.tables:
            numbers = {number for number, _ in present.people().keys() & restored.people.keys()}
            rows = [row for row in present.tables[table] if row["user_id"] in numbers]
            yield from _as_today(table, restored.columns[table], rows)


def _people(here: dict[Person, Row], restored: dict[Person, str]) -> Iterator[Statement]:
    """Emails are unique all the while: who has another now gives up the old one first."""
    both = sorted(here.keys() & restored.keys())
    emails = {here[person]["email"] for person in both}
    for number, _ in both:
        yield "UPDATE users SET email = :email WHERE id = :id", {"id": number, "email": f"{number}"}
    for person in restored.keys() - here.keys():
        number, email = person[0], restored[person]
        email = f"removed-{number}-{email}" if email in emails else email
        gone = "UPDATE users SET password_hash = NULL, email = :email, role = :role WHERE id = :id"
        kept = any(here[each]["role"] == KEEPER for each in both)
        closed = "UPDATE users SET password_hash = NULL, email = :email WHERE id = :id"
        facts = {"id": number, "email": email}
        yield (gone, facts | {"role": MEMBER}) if kept else (closed, facts)
    for person in both:
        facts = {name: here[person][name] for name in ("id", "email", "password_hash", "role")}
        yield (
            "UPDATE users SET email = :email, password_hash = :password_hash, role = :role"
            " WHERE id = :id",
            facts,
        )


def _not_live(
    table: str, key: tuple[str, ...], ending: str, column: str, rows: list[Row], at: Any
) -> Iterator[Statement]:
    kinds = ", ".join(f"{name} {'BIGINT' if name == 'user_id' else 'TEXT'}" for name in key)
    yield f"CREATE TEMPORARY TABLE live_{table} ({kinds})", {}
    named = ", ".join(f":{name}" for name in key)
    for row in rows:
        yield (
            f"INSERT INTO live_{table} VALUES ({named})",  # noqa: S608
            {name: row[name] for name in key},
        )
    same = " AND ".join(f"live_{table}.{name} = {table}.{name}" for name in key)
    dead = f"NOT EXISTS (SELECT 1 FROM live_{table} WHERE {same})"  # noqa: S608
    yield (
        f"{ending} WHERE {f'{column} IS NULL AND ' if column else ''}{dead}",
        ({"at": at} if column else {}),
    )
    if table == "passkeys":
        for row in rows:
            yield (
                "UPDATE passkeys SET counter = :counter"
                " WHERE credential_id = :credential_id AND counter < :counter",
                {"credential_id": row["credential_id"], "counter": row["counter"]},
            )


def _as_today(table: str, columns: list[str], rows: list[Row]) -> Iterator[Statement]:
    yield f"DELETE FROM {table}", {}  # noqa: S608
    for row in rows:
        facts = {name: value for name, value in (NEWER | row).items() if name in columns}
        names, values = ", ".join(facts), ", ".join(f":{name}" for name in facts)
        yield f"INSERT INTO {table} ({names}) VALUES ({values})", facts  # noqa: S608


def moment(at: datetime) -> str:
    """As SQLite keeps one."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
