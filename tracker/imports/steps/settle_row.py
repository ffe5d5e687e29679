"""One row that the person has looked at: it may be about something that is there already."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from tracker.imports.reading import Interpreter
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.repeated_openings import take_in, without
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps import staging
from tracker.imports.steps.compare import propose_for_row
from tracker.imports.steps.repeated_rows import LOOSE, Repeats, order_repeats
from tracker.imports.steps.row_reader import row_matcher
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.user import User


def is_there(session: Session, user: User, row: ImportRow, read: ReadRow) -> bool:
    """Let a row wait beside what is there; False where it is new."""
    row.application_id = row.lead_id = None
    session.flush()
    came = repeats_of(session, session.get_one(Import, row.import_id)).came
    known = row_matcher(user.id, row.import_id, came=came)
    there = known.assign([(row.id, read)]).get(row.id)
    if there is None or there.binned:
        return False
    row.application_id, row.lead_id = there.application_id, there.lead_id
    row.changes = propose_for_row(session, user, read, there) or None
    row.state = "changed" if row.changes else "already_there"
    return True


def follows(session: Session, brought: Import, row: ImportRow, read: ReadRow) -> bool:
    """Whether another row of its application says how it ends; else it says what they say, too."""
    interpreter = Interpreter(Mapping.from_json(brought.mapping))
    session.flush()
    earlier = order_repeats(session, brought.id, interpreter).earlier
    was, read.part_of = read.part_of, interpreter.goes_with.get(row.number)
    if was and not read.part_of:
        for each in earlier.get(row.number, ()):
            take_in(read, each)
    row.reading = read.as_json()
    if read.part_of:
        row.state = "likely_double"
    return read.part_of is not None


def repeats_of(session: Session, brought: Import) -> Repeats:
    """Which rows are one application, as they read now."""
    return order_repeats(session, brought.id, Interpreter(Mapping.from_json(brought.mapping)))


def set_apart(session: Session, brought: Import, row: ImportRow) -> None:
    """A row that was joined with others is its own application; they are read without it."""
    if not _goes_with_others(brought, row):
        return
    mapping = Mapping.from_json(brought.mapping)
    mapping.twice, others = without(mapping.twice, row.number)
    brought.mapping = mapping.as_json()
    row.reading = {name: said for name, said in (row.reading or {}).items() if name != "part_of"}
    of_them = update(ImportRow).where(
        ImportRow.import_id == brought.id,
        ImportRow.number.in_(others),
        ImportRow.state == "ready",
        ImportRow.by_hand.is_(False),
    )
    session.execute(of_them.values(state="raw").execution_options(synchronize_session=False))
    staging.again(session, brought, LOOSE)


def read_others_anew(session: Session, brought: Import, row: ImportRow) -> None:
    """The other rows of its application may stand otherwise now."""
    if _goes_with_others(brought, row):
        session.flush()
        staging.again(session, brought, LOOSE)


def _goes_with_others(brought: Import, row: ImportRow) -> bool:
    paired = any(row.number in pair[:2] for pair in brought.mapping.get("twice", ()))
    return paired and brought.state in ("staged", "landed")
