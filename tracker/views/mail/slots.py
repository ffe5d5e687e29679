"""The days and hours that an email names, as they can be tapped."""

from tracker.clock import now
from tracker.mail.invitation import Slot, read_invitation
from tracker.values.days import day_of
from tracker.views.mail.mail_form import MailForm
from tracker.web.access import me


def slots_of(form: MailForm) -> tuple[Slot, ...]:
    """Read anew from the words that travelled."""
    mail = form.mail
    return read_invitation(mail.text, mail.subject, day_of(mail.sent_at or now(), me().zone)).slots
