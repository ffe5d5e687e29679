"""The providers that are offered by name, and how each gives out a password for one program."""

from tracker.views.mail.providers.provider import PASTE, Provider, Step

GMX_COM = "gmx.com"


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


OFFERED: dict[str, Provider] = {
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
        domains=("gmail.com", "googlemail.com"),
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
            Step("Connect that other mailbox", link="/settings/mailbox", label="in Mailbox"),
        ),
        open=False,
        domains=("outlook.com", "hotmail.com", "live.com", "msn.com"),
        families=("outlook", "hotmail", "live", "windowslive", "msn"),
        closed="Microsoft lets programs in only by its own sign-in, and Onward doesn’t have that.",
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
        domains=("icloud.com", "me.com", "mac.com"),
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
        domains=("yahoo.com", "ymail.com", "rocketmail.com"),
        families=("yahoo", "ymail"),
    ),
    "gmx": Provider(
        "GMX",
        "gmx.net, gmx.de, gmx.com",
        "imap.gmx.net",
        german("GMX", "https://www.gmx.net"),
        host_hint="With an address at gmx.com it is imap.gmx.com",
        domains=("gmx.net", "gmx.de", "gmx.at", "gmx.ch", GMX_COM),
        families=("gmx",),
    ),
    "webde": Provider(
        "Web.de",
        "web.de",
        "imap.web.de",
        german("Web.de", "https://web.de"),
        domains=("web.de",),
    ),
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
        domains=("fastmail.com", "fastmail.fm", "fastmail.com.au"),
    ),
    "other": Provider(
        "Another provider",
        "Work, university, or a name of your own",
        "",
        (
            Step(
                "Search the web for your provider’s name and “IMAP server”.",
                "At work or university, the IT help desk knows it. It looks like imap.example.org.",
            ),
            Step(
                "Look in your email’s security settings for “app password”, and make one.",
                "Where there is none, the password you sign in with works. Whoever runs this "
                "server could read your mail with it.",
            ),
        ),
        user_hint="Or the user name that your provider gave you",
        host_hint="The computer that keeps your mail, like imap.example.org",
    ),
}
"""In the order in which they are offered."""
