"""Kept safe: whole backups, restores that can't go half, and a look at whether all is well."""


class BackupFailed(Exception):
    """A sentence for the terminal: why a backup or a restore was not carried out."""


def reason(error: Exception) -> str:
    """What an error says of a database, without the names that programs give to errors."""
    cause = getattr(error, "orig", None) or error
    of_database = type(cause).__module__.partition(".")[0] in ("sqlite3", "psycopg", "sqlalchemy")
    said = " ".join(str(cause).split())
    return (
        said.partition(" [SQL:")[0][:200]
        if of_database and said
        else "what is in it makes no sense"
    )
