"""How an email begins in a story: in its own words, and who wrote it beside its hour."""

from typing import NamedTuple

from tracker.models.reads.mails.saved_emails import BY_EMAIL, FROM, SUBJECT


class EmailBeginning(NamedTuple):
    """The name or the address of its writer, where either is known, and its words."""

    writer: str
    words: str


def email_beginning(kept: str) -> EmailBeginning:
    """Of an email as it is kept in a note or an offer, without the lines on top of it."""
    head, _, text = kept.partition("\n\n")
    lines = head.split("\n")
    if not all(each == BY_EMAIL or each.startswith((FROM, SUBJECT)) for each in lines):
        return EmailBeginning("", kept)
    sender = next((each.removeprefix(FROM) for each in lines if each.startswith(FROM)), "")
    name, _, address = sender.partition("<")
    return EmailBeginning(name.strip() or address.strip(" >"), text)
