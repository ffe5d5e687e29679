"""The posting, résumé and letter of one application, each only where it is ticked."""

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from tracker.models.application import Application
from tracker.models.document import Document
from tracker.sharing.record import Record
from tracker.sharing.selection import Selection, SharedPart

FILES = {"resume": SharedPart.RESUME, "letter": SharedPart.LETTER}


def shows_file(choice: Selection, kind: str) -> bool:
    """Whether a résumé or a letter may be opened: a letter names the company."""
    named = kind != "letter" or choice.companies
    return named and FILES[kind] in choice and SharedPart.APPLICATIONS in choice


def read_file(
    session: Session, user_id: int, record: Record, number: int, kind: str
) -> Document | None:
    """What an application that is shown was sent with; no other document, ever."""
    if not shows_file(record.choice, kind) or not _shown(record, number):
        return None
    paper = Application.resume_id if kind == "resume" else Application.letter_id
    return session.scalar(
        select(Document)
        .join(Application, paper == Document.id)
        .where(
            Application.id == number,
            Application.user_id == user_id,
            Application.deleted_at.is_(None),
            Document.user_id == user_id,
        )
        .options(undefer(Document.content))
    )


def read_posting(session: Session, user_id: int, record: Record, number: int) -> str:
    """The text of the advertisement, names masked."""
    if SharedPart.POSTING not in record.choice or not _shown(record, number):
        return ""
    posting = session.scalar(
        select(Application.posting).where(
            Application.id == number,
            Application.user_id == user_id,
            Application.deleted_at.is_(None),
        )
    )
    return record.mask.text(posting or "")


def _shown(record: Record, number: int) -> bool:
    return any(line.id == number for line in record.applications)
