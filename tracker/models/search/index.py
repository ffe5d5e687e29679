"""What search reads, and how each database keeps it true (see docs/decisions/search.md).

SQLite: one full-text table of trigrams, a row an application, kept by triggers. PostgreSQL: an
index on an expression over each table. The columns are named here, those of applications in
application_facts.
"""

# ruff: noqa: S608 -- made from names in this module only

from sqlalchemy import Connection, inspect

from tracker.models.application_facts import SEARCHED
from tracker.values.folding import folded_by_postgresql, folding_steps

FACTS = tuple(sorted(SEARCHED))
"""Of the application; sorted, as PostgreSQL's index and each query have to say the very same."""
NOTE = ("body",)
PEOPLE = ("name", "title", "company")
"""Of those who have a part in it."""
BESIDE = {
    "interviews": ("place", "people", "preparation"),
    "rejections": ("words", "reason"),
    "feedback": ("words",),
}
"""Of what stands beside it, a table each; moments, thoughts and one's own lines are not read."""
TAGS = ("name",)
PARTS = ("facts", "notes", "people", "tags", *BESIDE)
"""The columns of the full-text table."""

LONGEST = 100_000
"""Characters of one note that PostgreSQL indexes; of a whole book it would refuse the row."""


def joined_lines(columns: tuple[str, ...], row: str) -> str:
    """The columns of a row as one small text, a line each."""
    return f"lower({' || char(10) || '.join(f'{row}.{column}' for column in columns)})"


def has_words(columns: tuple[str, ...], row: str) -> str:
    """Whether there is a word in a row."""
    return " OR ".join(f"{row}.{column} <> ''" for column in columns)


READ = {
    "facts": f"SELECT a.id, {joined_lines(FACTS, 'a')} FROM applications AS a WHERE a.id IN ({{}})",
    "notes": f"""SELECT a.id, (
        SELECT group_concat({joined_lines(NOTE, "n")}, char(10)) FROM notes AS n
        WHERE n.application_id = a.id AND NOT n.private)
        FROM applications AS a WHERE a.id IN ({{}})""",
    "people": f"""SELECT a.id, (SELECT group_concat({joined_lines(PEOPLE, "c")}, char(10))
        FROM contacts AS c JOIN application_contacts AS p ON p.contact_id = c.id
        WHERE p.application_id = a.id)
        FROM applications AS a WHERE a.id IN ({{}})""",
    "tags": f"""SELECT a.id, (SELECT group_concat({joined_lines(TAGS, "t")}, char(10))
        FROM tags AS t JOIN application_tags AS h ON h.tag_id = t.id
        WHERE h.application_id = a.id)
        FROM applications AS a WHERE a.id IN ({{}})""",
} | {
    table: f"""SELECT a.id, (SELECT group_concat({joined_lines(columns, "b")}, char(10))
        FROM {table} AS b WHERE b.application_id = a.id AND ({has_words(columns, "b")}))
        FROM applications AS a WHERE a.id IN ({{}})"""
    for table, columns in BESIDE.items()
}
"""The text of each part of some applications."""


def _fold(part: str, which: str) -> str:
    """Read a part of some applications into search_folding, which folds it."""
    return f"INSERT INTO search_folding(id, text) {READ[part].format(which)}"


def _add(which: str) -> list[str]:
    """Put new applications in."""
    return [
        _fold("facts", which),
        "INSERT INTO application_search(rowid, facts) SELECT id, text FROM search_folding",
        "DELETE FROM search_folding",
    ]


def _write(part: str, which: str) -> list[str]:
    """Write a part of some applications anew."""
    return [
        _fold(part, which),
        f"""UPDATE application_search SET {part} =
        (SELECT text FROM search_folding AS f WHERE f.id = application_search.rowid)
        WHERE rowid IN (SELECT id FROM search_folding)""",
        "DELETE FROM search_folding",
    ]


def _trigger(table: str, event: str, *steps: str, when: str = "") -> str:
    name = f"{table}_search_{event.split()[0].lower()}"
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN {'; '.join(steps)}; END"


def _folding() -> str:
    """Folds what comes into search_folding; as a trigger, so that plain ASCII costs nothing."""
    update = "UPDATE search_folding SET text = {} WHERE id = NEW.id"
    steps = (update.format(step) for step in folding_steps("text"))
    marked = "WHEN length(NEW.text) <> length(CAST(NEW.text AS BLOB))"
    return _trigger("search_folding", "INSERT", *steps, when=marked)


def _kept(table: str, part: str, columns: tuple[str, ...], which: str) -> list[str]:
    """The triggers that write a part anew when a row of another table comes, changes or goes."""
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    old, new = which.format("OLD"), which.format("NEW")
    both = f"{old}, {new}" if old.startswith("OLD") else new
    update = f"UPDATE OF {', '.join(columns)}"
    return [
        _trigger(table, "INSERT", *_write(part, new)),
        _trigger(table, update, *_write(part, both), when=f"WHEN {changed}"),
        _trigger(table, "DELETE", *_write(part, old)),
    ]


def _said(table: str, columns: tuple[str, ...]) -> list[str]:
    """The same for a table beside, where rows without a word cost nothing."""
    made, changed, gone = _kept(table, table, columns, "{}.application_id")
    return [
        made.replace(" BEGIN ", f" WHEN {has_words(columns, 'NEW')} BEGIN ", 1),
        changed,
        gone.replace(" BEGIN ", f" WHEN {has_words(columns, 'OLD')} BEGIN ", 1),
    ]


_OF_TAG = "SELECT application_id FROM application_tags WHERE tag_id = {}.id"
_OF_CONTACT = "SELECT application_id FROM application_contacts WHERE contact_id = {}.id"

SQLITE_DDL = [
    f"CREATE VIRTUAL TABLE application_search USING fts5({', '.join(PARTS)}, tokenize='trigram')",
    "CREATE TABLE search_folding (id INTEGER PRIMARY KEY, text TEXT)",
    _folding(),
    _trigger("applications", "INSERT", *_add("NEW.id")),
    _kept("applications", "facts", FACTS, "{}.id")[1],
    _trigger("applications", "DELETE", "DELETE FROM application_search WHERE rowid = OLD.id"),
    *_kept("notes", "notes", (*NOTE, "private", "application_id"), "{}.application_id"),
    *_kept("application_contacts", "people", ("application_id", "contact_id"), "{}.application_id"),
    _kept("contacts", "people", PEOPLE, _OF_CONTACT)[1],
    *_kept("application_tags", "tags", ("application_id", "tag_id"), "{}.application_id"),
    _kept("tags", "tags", TAGS, _OF_TAG)[1],
    *(line for table, columns in BESIDE.items() for line in _said(table, columns)),
    *_add("SELECT id FROM applications"),
    *_write("notes", "SELECT application_id FROM notes"),
    *_write("people", "SELECT application_id FROM application_contacts"),
    *_write("tags", "SELECT application_id FROM application_tags"),
    *(line for part in BESIDE for line in _write(part, f"SELECT application_id FROM {part}")),
]

SQLITE_DROP = [
    *(f"DROP TRIGGER IF EXISTS {line.split()[2]}" for line in SQLITE_DDL if "TRIGGER" in line),
    "DROP TABLE IF EXISTS application_search",
    "DROP TABLE IF EXISTS search_folding",
]


def joined(columns: tuple[str, ...], row: str) -> str:
    """A row's columns as one text."""
    return "(" + " || ' ' || ".join(f"{row}.{column}" for column in columns) + ")"


def vector(columns: tuple[str, ...], row: str) -> str:
    """What PostgreSQL indexes of a row; a query has to say the very same."""
    text = folded_by_postgresql(f"left({joined(columns, row)}, {LONGEST})")
    return f"to_tsvector('simple', {text})"


POSTGRESQL_DDL = [
    f"CREATE INDEX ix_{table}_search ON {table} USING gin ({vector(columns, table)}) {where}"
    for table, columns, where in (
        ("applications", FACTS, ""),
        ("notes", NOTE, "WHERE NOT private"),
        ("contacts", PEOPLE, ""),
        ("tags", TAGS, ""),
        *((table, columns, "") for table, columns in BESIDE.items()),
    )
]

OF_TAGS = ("application_tags", " ON tags ")
"""Statements that name these read tags."""
POSTGRESQL_DROP = [f"DROP INDEX IF EXISTS {line.split()[2]}" for line in POSTGRESQL_DDL]


def create(connection: Connection) -> None:
    """Make the index, and fill it from what is there; a database of before has no tags yet."""
    sqlite = connection.dialect.name == "sqlite"
    absent = () if inspect(connection).has_table("application_tags") else OF_TAGS
    for line in SQLITE_DDL if sqlite else POSTGRESQL_DDL:
        if not any(table in line for table in absent):
            connection.exec_driver_sql(line)


def drop(connection: Connection) -> None:
    """Take the index away: before a migration rebuilds a table, whose triggers would be lost."""
    sqlite = connection.dialect.name == "sqlite"
    for line in SQLITE_DROP if sqlite else POSTGRESQL_DROP:
        connection.exec_driver_sql(line)


def merge(connection: Connection) -> None:
    """Put SQLite's index together anew: it only notes of a word that it is gone, until then."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "INSERT INTO application_search(application_search) VALUES ('optimize')"
        )


def recreate(connection: Connection) -> None:
    """Make the index anew."""
    drop(connection)
    create(connection)
