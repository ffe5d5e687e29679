"""An email as it is kept in a note, and as it is read from there."""

from tracker.mail import Mail
from tracker.mail.text.headers import sender
from tracker.models.reads.mails.saved_emails import BY_EMAIL, FROM, SUBJECT
from tracker.values.formatting import shortened


def write_words(mail: Mail) -> str:
    """The mail as it is kept in a note: who wrote it and about what stands on top."""
    return "\n\n".join(("\n".join(_head(mail)) or BY_EMAIL, mail.text))


def write_offer(mail: Mail) -> str:
    """The same in an offer, whose own words may begin as they like: that it came so is first."""
    return "\n\n".join(("\n".join((BY_EMAIL, *_head(mail))), mail.text))


def _head(mail: Mail) -> list[str]:
    sender = " ".join(filter(None, (mail.name, f"<{mail.address}>" if mail.address else "")))
    lines = (f"{FROM}{sender}" * bool(sender), f"{SUBJECT}{mail.subject}" * bool(mail.subject))
    return [*filter(None, lines)]


def read_words(kept: str) -> Mail:
    """The mail as it was written above; when it was sent is not in it."""
    head, _, text = kept.partition("\n\n")
    lines = head.split("\n")
    first = next((line.removeprefix(FROM) for line in lines if line.startswith(FROM)), "")
    subject = next((line.removeprefix(SUBJECT) for line in lines if line.startswith(SUBJECT)), "")
    if not (first or subject or lines[0] == BY_EMAIL):
        return Mail(kept)
    name, address = sender(first)
    return Mail(text, subject, name, address)


def first_words(kept: str) -> str:
    """The subject, else how the email begins."""
    mail = read_words(kept)
    return mail.subject or shortened(" ".join(mail.text.split()), 80)
