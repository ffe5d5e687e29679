"""Reading an email: what it is, which application it is about; pure, and never applied unasked."""

from tracker.mail.cancellation import calls_off
from tracker.mail.kinds import KINDS, MailKind, Reading, Span, read_kind
from tracker.mail.message import Mail
from tracker.mail.parsing import read_eml
from tracker.mail.pasted import read_pasted, reads_as_mail

__all__ = [
    "KINDS",
    "Mail",
    "MailKind",
    "Reading",
    "Span",
    "calls_off",
    "read_eml",
    "read_kind",
    "read_pasted",
    "reads_as_mail",
]
