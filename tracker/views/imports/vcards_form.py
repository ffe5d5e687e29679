"""The forms of contacts that are brought in: the file, and who of it is wanted."""

import json
from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms.validators import ValidationError

from tracker.imports.vcards.cards import MOST_BYTES, MOST_CARDS, AddressCard, checked_card
from tracker.web.fields.form import Form

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


def packed(card: AddressCard) -> str:
    """A card as its box carries it."""
    return json.dumps(card.facts(), ensure_ascii=False)


def unpacked(sent: list[str]) -> list[AddressCard | None]:
    """The cards that were shown, in their order; what is no card of ours is none."""
    return [one_of(text) for text in sent[:MOST_CARDS]]


def one_of(text: str) -> AddressCard | None:
    """The card in a field, where there is one."""
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError):
        return None
    card = checked_card(facts) if isinstance(facts, dict) else None
    return card if card is not None and not card.problem else None


def ticked(shown: list[AddressCard | None], boxes: list[str]) -> list[AddressCard]:
    """Those whose boxes, which say their places, were ticked."""
    places = {str(place): card for place, card in enumerate(shown)}
    return [card for card in map(places.get, dict.fromkeys(boxes)) if card is not None]
