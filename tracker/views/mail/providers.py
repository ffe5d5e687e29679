"""Who keeps mailboxes: the server of each, and how it gives out a password for one program."""

from typing import NamedTuple

INBOX = "INBOX"
PASTE = "Copy it and paste it here."


class Step(NamedTuple):
    """Something to do at the provider, perhaps on a page of theirs."""

    words: str
    more: str = ""
    link: str = ""
    label: str = ""
    """The words of the link, which stands after the others."""


class Provider(NamedTuple):
    """One of those that are offered by name."""

    name: str
    known_as: str
    """The addresses by which somebody knows that this is theirs."""
    host: str
    steps: tuple[Step, ...]
    user_hint: str = ""
    host_hint: str = ""
    open: bool = True
    """Whether programs get in by a password at all."""

    @property
    def title(self) -> str:
        """What the page about it is called."""
        return f"Connect {self.name}" if self.host and self.open else self.name


def german(name: str, home: str) -> tuple[Step, ...]:
    """GMX and Web.de are one company, and do it alike."""
    return (
        Step("In the settings of your email, allow POP3 and IMAP.", "POP3/IMAP Abruf, at the end"),
        Step(
            f"In My account, under Security, make an app password at {name}",
            "Anwendungsspezifisches Passwort. It needs two-factor sign-in to be on.",
            home,
            home.removeprefix("https://"),
        ),
        Step(PASTE),
    )


PROVIDERS: dict[str, Provider] = {
    "gmail": Provider(
        "Gmail",
        "gmail.com, and Google at work",
        "imap.gmail.com",
        (
            Step(
                "Open Google’s page",
                "It is there once 2-Step Verification is on.",
                "https://myaccount.google.com/apppasswords",
                "App passwords",
            ),
            Step("Type Onward as the name, and tap Create."),
            Step("Copy the 16 letters and paste them here."),
        ),
    ),
    "outlook": Provider(
        "Outlook",
        "outlook.com, hotmail.com, live.com",
        "outlook.office365.com",
        (
            Step(
                "In Outlook, open Settings, Mail, Rules.",
                "A rule for each word of an answer: application, interview, the company’s name",
            ),
            Step("Let it forward what it finds to a mailbox of another provider."),
            Step("Have that mailbox read", link="/settings/mailbox", label="here"),
        ),
        open=False,
    ),
    "icloud": Provider(
        "iCloud",
        "icloud.com, me.com, mac.com",
        "imap.mail.me.com",
        (
            Step(
                "Sign in at",
                "Two-factor authentication has to be on.",
                "https://account.apple.com",
                "account.apple.com",
            ),
            Step("Under Sign-In and Security, tap App-Specific Passwords, then +.", "Name: Onward"),
            Step(PASTE),
        ),
        user_hint="Only the part before @icloud.com",
    ),
    "yahoo": Provider(
        "Yahoo",
        "yahoo.com, ymail.com",
        "imap.mail.yahoo.com",
        (
            Step(
                "Open Yahoo’s page",
                "",
                "https://login.yahoo.com/account/security",
                "Account security",
            ),
            Step("Under External connections, tap Create app password.", "Name: Onward"),
            Step(PASTE),
        ),
    ),
    "gmx": Provider(
        "GMX",
        "gmx.net, gmx.de, gmx.com",
        "imap.gmx.net",
        german("GMX", "https://www.gmx.net"),
        host_hint="With an address at gmx.com it is imap.gmx.com",
    ),
    "webde": Provider("Web.de", "web.de", "imap.web.de", german("Web.de", "https://web.de")),
    "fastmail": Provider(
        "Fastmail",
        "fastmail.com, and names of your own",
        "imap.fastmail.com",
        (
            Step(
                "In Fastmail, open Settings, Privacy & Security, Integrations.",
                "The Basic plan lets no other program in.",
            ),
            Step("Tap New app password.", "Name: Onward. Access: Mail"),
            Step(PASTE),
        ),
    ),
    "other": Provider(
        "Another provider",
        "Work, university, or a name of your own",
        "",
        (
            Step("In your provider’s help, look for IMAP.", "It names the mail server."),
            Step(
                "Look for app password, too.",
                "Where there is none, your own password works. Whoever runs this server could "
                "read your mail with it.",
            ),
        ),
        user_hint="Or the user name that your provider gave you",
        host_hint="Like imap.example.org",
    ),
}
"""In the order in which they are offered."""


def provider_of(host: str) -> str:
    """The one whose server it is."""
    hosts = {each.host: key for key, each in PROVIDERS.items() if each.host}
    return hosts.get(host.lower(), "gmx" if host.lower() == "imap.gmx.com" else "other")
