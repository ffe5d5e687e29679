"""An email as it is kept in a note, and as it is read from there."""

from tracker.mail import Mail
from tracker.mail.text.headers import sender
from tracker.models.reads.mails.saved_emails import BY_EMAIL, FROM, SUBJECT
from tracker.values.formatting import shortened


def write_words(mail: Mail) -> str:
    """The mail as it is kept in a note: who wrote it and about what stands on top."""
    sender = " ".join(filter(None, (mail.name, f"<{mail.address}>" if mail.address else "")))
    head = [f"{FROM}{sender}" if sender else "", f"{SUBJECT}{mail.subject}" if mail.subject else ""]
    return "\n\n".join(("\n".join(filter(None, head)) or BY_EMAIL, mail.text))


def read_words(kept: str) -> Mail:
    """The mail as it was written above; when it was sent is not in it."""
    head, _, text = kept.partition("\n\n")
    lines = head.split("\n")
    first = next((line.removeprefix(FROM) for line in lines if line.startswith(FROM)), "")
    subject = next((line.removeprefix(SUBJECT) for line in lines if line.startswith(SUBJECT)), "")
    if not (first or subject or head == BY_EMAIL):
        return Mail(kept)
    name, address = sender(first)
    return Mail(text, subject, name, address)


def first_words(kept: str) -> str:
    """The subject, else how the email begins."""
    mail = read_words(kept)
    return mail.subject or shortened(" ".join(mail.text.split()), 80)
