"""An email, by the server that the keeper has set."""

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import format_datetime

from tracker.config.smtp import STARTTLS, TLS, Smtp
from tracker.reminders.channels.outgoing import NotTaken, Outgoing, Ways

PATIENCE = 20.0
"""Seconds for each answer of the server."""
NO_SERVER = "This server sends no mail any more. Whoever keeps it can set that up."
SETTINGS = "/settings/reminders"


def send(given: Mapping[str, str], message: Outgoing, ways: Ways) -> None:
    """Raises NotTaken."""
    if ways.smtp is None:
        raise NotTaken(NO_SERVER)
    try:
        mail = written(given["address"], message, ways.smtp.sender)
    except ValueError as error:  # a line too many in an address
        raise NotTaken("That is no email address.") from error
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
        with _connected(server) as opened:
            if server.user:
                opened.login(server.user, server.password)
            opened.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        raise NotTaken("The mail server does not take mail for this address.") from error
    except smtplib.SMTPAuthenticationError as error:
        raise NotTaken("The mail server does not take this server’s password.") from error
    except ssl.SSLCertVerificationError as error:
        raise NotTaken("Its certificate is not valid, so nothing was sent.") from error
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NotTaken("The mail server doesn’t take mail at the moment.") from error


def _connected(server: Smtp) -> smtplib.SMTP:
    trusted = ssl.create_default_context() if server.tls in (TLS, STARTTLS) else None
    if server.tls == TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=trusted)
    opened = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        if trusted is not None:
            opened.starttls(context=trusted)
    except BaseException:
        opened.close()
        raise
    return opened
