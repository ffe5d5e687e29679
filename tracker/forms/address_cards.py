"""The forms of contacts that are brought in: the file, and who of it is wanted."""

import json
from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms.validators import ValidationError

from tracker.forms.fields import Form
from tracker.imports.vcards import MOST_BYTES, MOST_CARDS, Card, checked

ACCEPTED = ".vcf,text/vcard,text/x-vcard"


class CardsForm(Form):
    """A file of address cards."""

    file = FileField(
        "Your contacts",
        description="A .vcf file, as a phone or an address book exports it. Up to 10 MB.",
    )

    def validate_file(self, field: Any) -> None:
        """Something has to be chosen; what is in it is told later."""
        if not isinstance(field.data, FileStorage) or not field.data.filename:
            raise ValidationError("Choose a file first.")

    @property
    def content(self) -> bytes:
        """What was sent, up to one byte more than is read."""
        found: bytes = self.file.data.stream.read(MOST_BYTES + 1)
        return found


def packed(card: Card) -> str:
    """A card as its box carries it."""
    return json.dumps(card.facts(), ensure_ascii=False)


def unpacked(sent: list[str]) -> list[Card]:
    """The cards whose boxes were ticked; what is no card of ours is passed over."""
    found = []
    for text in sent[:MOST_CARDS]:
        try:
            facts = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(facts, dict):
            found.append(checked(facts))
    return [card for card in found if not card.problem]
