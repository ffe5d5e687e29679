"""Kept safe: whole backups, restores that can't go half, and a look at whether all is well."""


class CannotKeep(Exception):
    """A sentence for the terminal: why a backup or a restore was not carried out."""
