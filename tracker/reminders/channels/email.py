"""An email, by the server that the keeper has set."""

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from tracker.config.smtp import STARTTLS, TLS, Smtp
from tracker.fetching.deadline import Deadline
from tracker.fetching.refusals import Refused
from tracker.reminders.channels.outgoing import DeliveryRefused, Outgoing, Ways

NO_SERVER = "This server sends no mail any more. Whoever keeps it can set that up."
SETTINGS = "/settings/reminders"


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken."""
    if ways.smtp is None:
        raise DeliveryRefused(NO_SERVER)
    try:
        mail = written(given["address"], message, ways.smtp.sender)
    except ValueError as error:  # a line too many in an address
        raise DeliveryRefused("That is no email address.") from error
    hand_over(ways.smtp, mail)


def written(address: str, message: Outgoing, sender: str) -> EmailMessage:
    """Plain words; the same number each time that the same one is sent."""
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Onward <{sender}>", address
    mail["Subject"] = " ".join(message.title.split())
    mail["Date"] = format_datetime(message.at)
    mail["Message-ID"] = f"<{message.number}@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    words = [message.body]
    if message.site:
        mail["List-Unsubscribe"] = f"<{message.site}{SETTINGS}>"
        words.append(f"Open it: {message.link}")
        words.append(f"-- \nOther hours, a pause, or no more of these: {message.site}{SETTINGS}")
    mail.set_content("\n\n".join(words) + "\n")
    return mail


def hand_over(server: Smtp, mail: EmailMessage) -> None:
    """To the mail server, whose certificate has to be good. Raises NotTaken."""
    try:
        with _connected(server, Deadline(server.seconds)) as opened:
            if server.user:
                opened.login(server.user, server.password)
            opened.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        raise DeliveryRefused("The mail server does not take mail for this address.") from error
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryRefused("The mail server does not take this server’s password.") from error
    except ssl.SSLCertVerificationError as error:
        raise DeliveryRefused("Its certificate is not valid, so nothing was sent.") from error
    except (OSError, smtplib.SMTPException, ValueError, Refused) as error:
        raise DeliveryRefused("The mail server doesn’t take mail at the moment.") from error


class _Timed(smtplib.SMTP):
    """A talk with a mail server that is over by a deadline."""

    def __init__(self, server: Smtp, deadline: Deadline, **more: Any) -> None:
        self.deadline = deadline
        super().__init__(server.host, server.port, timeout=deadline.left(), **more)

    def getreply(self) -> tuple[int, bytes]:
        """What the server says next, for as long as there is time."""
        try:
            if self.sock is not None:
                self.sock.settimeout(self.deadline.left())
        except Refused as late:
            self.close()
            raise smtplib.SMTPServerDisconnected("It took too long") from late
        return super().getreply()


class _TimedTls(_Timed, smtplib.SMTP_SSL):
    """The same, inside TLS from the first word on."""


def _connected(server: Smtp, deadline: Deadline) -> smtplib.SMTP:
    trusted = ssl.create_default_context() if server.tls in (TLS, STARTTLS) else None
    if server.tls == TLS:
        return _TimedTls(server, deadline, context=trusted)
    opened = _Timed(server, deadline)
    try:
        if trusted is not None:
            opened.starttls(context=trusted)
    except BaseException:
        opened.close()
        raise
    return opened
