"""What the password is asked for, in words, by the address that it leads on to."""

import re

PURPOSES = {
    r"/exports/new|/people/cards|/work-search": "to make a file",
    r"/exports": "to get your file",
    r"/calendar": "for your calendar’s address",
    r"/coach/links": "to make a link for a coach",
    r"/coach/session": "to make a page for the session",
    r"/settings/backups/.*/restoration": "to restore a backup",
    r"/settings/backups": "to open a backup",
    r"/settings/members/\d+/removal": "to delete this account",
    r"/settings/removal": "to delete this account",
    r"/settings/members/\d+/ownership": "to change who is an owner",
    r"/settings/members/\d+/password-reset": "to make them a new link",
    r"/settings/members": "to add somebody",
    r"/settings/passkeys": "to change your passkeys",
    r"/settings/codes": "to change the code at sign-in",
    r"/settings/provider": "to change how you sign in",
    r"/settings/mailbox": "to change your mailbox",
    r"/settings/reminders": "to change your reminders",
    r"/settings/address": "to change this server’s address",
    r"/settings/profile": "to change your email",
}


def purpose_of(address: str) -> str:
    """As it goes on after “Your password, …”; the first that fits."""
    found = (words for place, words in PURPOSES.items() if re.match(place, address))
    return next(found, "please")
