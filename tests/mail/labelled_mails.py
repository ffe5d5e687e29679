"""The labelled mails; README.md says how they were made and what is held back."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from tracker.mail import Mail, MailKind, Reading, read_kind, read_pasted
from tracker.mail.invitation import Invitation, read_invitation

FOLDER = Path(__file__).parent / "labelled"
LATER = tuple(f"later{number}" for number in range(1, 13))
Split = Literal["tune", "held"]
SENT = date(2026, 11, 24)
"""The Tuesday on which all of them came, where none says otherwise."""


@dataclass(frozen=True)
class Labelled:
    """One mail as it was written, what it is, and when it invites to, if it says."""

    kind: MailKind
    language: str
    source: str
    when: str
    split: Split

    @property
    def mail(self) -> Mail:
        """As somebody would paste it."""
        return read_pasted(self.source)


def split_of(source: str) -> Split:
    """The same third whoever asks and whatever is added later."""
    return "held" if int(hashlib.sha256(source.encode()).hexdigest(), 16) % 3 == 0 else "tune"


def labelled() -> tuple[Labelled, ...]:
    """All of both parts."""
    return read_folder(FOLDER)


def later() -> tuple[Labelled, ...]:
    """Batches, each written when the words stood, read once, and then used for more words."""
    return tuple(each for name in LATER for each in read_folder(FOLDER / name))


@lru_cache(maxsize=8)
def read_folder(folder: Path) -> tuple[Labelled, ...]:
    """The mails of its files, each named after a kind and a language."""
    return tuple(
        Labelled(kind, language, source.strip("\n"), first.strip(), split_of(source.strip("\n")))
        for file in sorted(folder.glob("*.txt"))
        for kind, language in [file.stem.split(".")]
        for piece in ("\n" + file.read_text("utf-8")).split("\n%%")[1:]
        for first, _, source in [piece.partition("\n")]
    )


def part(split: Split) -> list[Labelled]:
    """Those of one part."""
    return [each for each in labelled() if each.split == split]


@lru_cache(maxsize=1024)
def reading(source: str) -> Reading:
    """What is proposed for it."""
    mail = read_pasted(source)
    return read_kind(mail.subject, mail.text)


def invitation(each: Labelled) -> Invitation:
    """What is read of when and where."""
    mail = each.mail
    return read_invitation(mail.text, mail.subject, SENT, mail.calendars)
