"""Every table, every column: what goes into the file, and what is left out, and why.

A test fails when a model or a column is named in neither, so that none can be forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Column, Table

from tracker.models import Base

TABLES_LEFT_OUT: Mapping[str, str] = {
    "account_events": "what happened to this account, on this server",
    "bulk_changes": "Undo of many at once works only where it was done",
    "calendar_feeds": "a secret address; make a new one in the new account",
    "devices": "where you are signed in",
    "exports": "files that were made to be fetched",
    "failed_logins": "guesses at passwords, of nobody in particular",
    "idempotency_keys": "forms that were sent twice",
    "identities": "ways to sign in on this server",
    "import_files": "files that are being read; their rows are in `import_rows`",
    "mail_proposals": "emails that wait for your word, and are gone after 30 days",
    "mailboxes": "where your mail is read; set it up anew",
    "passkeys": "ways to sign in on this server",
    "password_resets": "secrets",
    "recovery_codes": "secrets",
    "reminder_channels": "where reminders are sent; set them up anew",
    "reminder_deliveries": "how they were sent, from this server",
    "reminder_settings": "what this server reminds you of; set it up anew",
    "reminders": "what was sent, and is gone after 30 days",
    "removals": "what was taken away: Undo works only where it was done",
    "second_steps": "a secret; turn the code at sign-in on anew",
    "settings": "the server's, not yours",
    "task_runs": "what the server does by itself",
}
"""Tables that are left out, and why."""

WORKED_OUT = "worked out from the other rows"
USER_OUT: Mapping[str, str] = {
    "id": "the account has its own",
    "password_hash": "a secret",
    "role": "who keeps the server is the server's matter",
    "quiet_days": WORKED_OUT,
    "quiet_read_on": WORKED_OUT,
    "revision": "counts changes on one server",
    "created_at": "the account has its own",
}
"""Facts of the person that are left out, and why."""

TOKEN = "a secret; the link comes back closed"
COLUMNS_OUT: Mapping[str, Mapping[str, str]] = {
    "applications": dict.fromkeys(
        (
            "pinned",
            "next_interview_at",
            "next_interview_hour_known",
            "next_interview_is_test",
            "unreviewed_interview_at",
            "undated_interview_at",
            "cancelled_interview_at",
            "new_time_to_come",
            "offer_open",
            "offer_received_on",
            "offer_answer_by",
            "offer_decision",
            "offer_note",
            "rejection_on",
            "rejection_recorded",
            "no_stands",
            "role_closed",
            "rest_until",
            "interviewed",
            "interviewed_on",
            "no_said",
            "no_on",
            "called_back",
            "called_on",
            "quiet_days",
            "ask_next",
            "ask_turns_on",
            "feedback_unread",
            "points_open",
            "actions_open",
            "action_due_on",
            "loop_ended",
            "wake_at",
            "today_place",
        ),
        WORKED_OUT,
    ),
    "imports": dict.fromkeys(
        ("tables", "size", "digest", "share"), "about a file that stays where it was"
    ),
    "import_rows": {"taken": "Undo works only where it was done"},
    "share_links": {"token_hash": TOKEN},
}
"""Columns that are left out, and why; a row's owner is always left out."""

NO_LONGER: Mapping[str, frozenset[str]] = {
    "users": frozenset({"locale"}),
    "coach_notes": frozenset({"answered_at"}),
    "applications": frozenset({"offer_received_on", "offer_decision", "offer_note"}),
}
"""Columns that files of an older Onward have: passed over, but for offers (see account.py)."""

ORDER = (
    "documents",
    "contacts",
    "skills",
    "sparks",
    "tags",
    "themes",
    "step_backs",
    "imports",
    "applications",
    "stage_changes",
    "interviews",
    "offers",
    "notes",
    "rejections",
    "attempts",
    "feedback",
    "feedback_points",
    "actions",
    "action_points",
    "action_uses",
    "stories",
    "practice_runs",
    "application_contacts",
    "application_skills",
    "application_sparks",
    "application_tags",
    "leads",
    "import_rows",
    "known_rows",
    "check_ins",
    "thoughts",
    "own_lines",
    "saved_views",
    "reviews",
    "activities",
    "share_links",
    "coach_notes",
)
"""The tables of the file: what a row names comes before it."""

PRIVATE = frozenset({"check_ins", "thoughts", "own_lines"})
"""Only where private writing is ticked; so are private notes."""

LOOSE: Mapping[str, Mapping[str, str]] = {
    "import_rows": {"application_id": "applications", "lead_id": "leads"}
}
"""Columns that name a row without a foreign key; the row may be gone."""


@dataclass(frozen=True)
class FileTable:
    """One table of the file."""

    table: Table
    columns: tuple[Column[object], ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """Columns that hold a row's number, each with the table of that row."""
    loose: frozenset[str] = frozenset()
    """Those of them whose row may be gone."""

    @property
    def name(self) -> str:
        """As in the file."""
        return self.table.name

    @property
    def numbered(self) -> bool:
        """Whether its rows have numbers."""
        return "id" in self.table.columns


def _kept(name: str) -> FileTable:
    table = Base.metadata.tables[name]
    left_out = {"user_id", *COLUMNS_OUT.get(name, {})}
    columns = tuple(column for column in table.columns if column.name not in left_out)
    names = {
        column.name: key.column.table.name for column in columns for key in column.foreign_keys
    }
    loose = LOOSE.get(name, {})
    return FileTable(table, columns, {**names, **loose}, frozenset(loose))


TABLES: Mapping[str, FileTable] = {name: _kept(name) for name in ORDER}
PERSON: tuple[Column[object], ...] = tuple(
    column for column in Base.metadata.tables["users"].columns if column.name not in USER_OUT
)
"""The facts of the person; the email says whose file it is and changes nothing when it comes in."""
