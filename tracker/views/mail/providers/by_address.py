"""The providers that no list offers: each is found by the address."""

from tracker.views.mail.providers.provider import PASTE, Provider, Step

BY_ADDRESS: dict[str, Provider] = {
    "aol": Provider(
        "AOL",
        "aol.com",
        "imap.aol.com",
        (
            Step(
                "Open AOL’s page", link="https://login.aol.com/account/security", label="Security"
            ),
            Step("Make an app password there.", "Name: Onward"),
            Step(PASTE),
        ),
        domains=("aol.com", "aim.com"),
        families=("aol",),
        listed=False,
    ),
    "posteo": Provider(
        "Posteo",
        "posteo.de, posteo.net",
        "posteo.de",
        (
            Step("In Posteo’s settings, make an app password.", "Name: Onward"),
            Step(PASTE),
        ),
        domains=("posteo.de", "posteo.net", "posteo.at", "posteo.ch", "posteo.org", "posteo.eu"),
        listed=False,
    ),
    "tonline": Provider(
        "T-Online",
        "t-online.de",
        "secureimap.t-online.de",
        (
            Step(
                "In the settings of your Telekom account, choose a password for email programs.",
                "It is not the one you sign in with.",
            ),
            Step("Type that one here."),
        ),
        domains=("t-online.de",),
        listed=False,
    ),
    "proton": Provider(
        "Proton Mail",
        "proton.me, protonmail.com",
        "",
        (
            Step("Where your plan has forwarding, open it in Proton’s settings."),
            Step("Let it forward their answers to a mailbox of another provider."),
            Step("Connect that other mailbox", link="/settings/mailbox", label="in Mailbox"),
        ),
        open=False,
        domains=("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        closed="Proton keeps mail locked for other programs: only its own Bridge can read it.",
        listed=False,
    ),
}
