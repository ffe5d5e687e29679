"""How an email begins in a story: in its own words, and who wrote it beside its hour."""

from typing import NamedTuple

from tracker.models.reads.mails.saved_emails import BY_EMAIL, FROM, SUBJECT


class EmailBeginning(NamedTuple):
    """The name or the address of its writer, where either is known, and its words."""

    writer: str
    words: str


def email_beginning(kept: str) -> EmailBeginning:
    """Of an email as it is kept in a note, without the lines on top of it."""
    head, _, text = kept.partition("\n\n")
    first, *rest = head.split("\n")
    if not (first == BY_EMAIL or first.startswith((FROM, SUBJECT))) or len(rest) > 1:
        return EmailBeginning("", kept)
    name, _, address = first.removeprefix(FROM).partition("<")
    writer = name.strip() or address.strip(" >") if first.startswith(FROM) else ""
    return EmailBeginning(writer, text)
