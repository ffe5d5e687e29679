"""Contacts as address cards: out as vCard, in from a phone or an address book."""

from datetime import datetime
from typing import Any, NamedTuple

from flask import Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.exports.vcard import cards_of
from tracker.extensions import db
from tracker.imports.files.table import Unreadable
from tracker.imports.vcards.cards import AddressCard, read_cards
from tracker.models.account_event import CONTACTS
from tracker.models.contact import Contact
from tracker.models.user import User
from tracker.values.folding import fold
from tracker.values.formatting import plural
from tracker.views.imports.vcards_form import ACCEPTED, CardsForm, packed, ticked, unpacked
from tracker.web.access import me, own
from tracker.web.account_events import Happened, note_event, note_taken
from tracker.web.forms import form_key
from tracker.web.idempotency import KeySpent, once
from tracker.web.password_again import prove
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say


class ContactChoice(NamedTuple):
    """A new contact as it is offered; one whose name is there is not ticked at first."""

    card: AddressCard
    packed: str
    about: str
    perhaps: bool
    ticked: bool


def new() -> ResponseReturnValue:
    """A place to choose a file."""
    return render_upload_form(CardsForm(formdata=None))


def choose() -> ResponseReturnValue:
    """Who is in the file, to choose from; nothing is kept yet."""
    form = CardsForm()
    if not form.validate():
        return render_upload_form(form, 422)
    try:
        cards = read_cards(form.content)
    except Unreadable as refused:
        form.file.errors = [str(refused)]
        return render_upload_form(form, 422)
    known = ExistingContacts(db.session(), me().id)
    good = [card for card in cards if not card.problem]
    there = [card for card in good if known.has(card)]
    fresh = contact_choices([card for card in good if not known.has(card)], known)
    return render_choice_page(fresh, known=there, bad=[card for card in cards if card.problem])


def add() -> ResponseReturnValue:
    """Add those that were ticked, once; who is there by now is not added again."""
    at, user = now(), me()
    shown = unpacked(request.form.getlist("shown"))
    cards = ticked(shown, request.form.getlist("card"))
    if not cards:
        offered = contact_choices(
            [card for card in shown if card is not None], ExistingContacts(db.session(), user.id)
        )
        return render_choice_page(
            [each._replace(ticked=False) for each in offered], status=422, nobody=True
        )
    with writing(user) as session:
        try:
            many, new = once(session, user, at, lambda: add_all(session, user, cards, at))
        except KeySpent:
            many, new = add_all(session, user, cards, at), True
        if many and new:
            note_event(session, user.id, Happened.IMPORTED, CONTACTS)
    say(f"{plural(many, 'person', 'people')} added." if many else "They were all there already.")
    return see_other("/people")


def everybody() -> ResponseReturnValue:
    """All of a person's contacts."""
    prove(place="/people")
    cards = cards_of(me(), db.session().scalars(Contact.of(me().id)))
    note_taken(CONTACTS)
    return vcard_response(cards, "contacts")


def one(contact_id: int) -> ResponseReturnValue:
    """One of them."""
    return vcard_response(cards_of(me(), [own(Contact, contact_id)]), f"contact-{contact_id}")


class ExistingContacts:
    """Who is there already: by the same email, or the same name where no email says otherwise."""

    def __init__(self, session: Session, user_id: int) -> None:
        self.emails: set[str] = set()
        self.names: dict[str, list[str]] = {}
        for contact in session.scalars(Contact.of(user_id)):
            self.add(contact.name, contact.email)

    def add(self, name: str, email: str) -> None:
        """One more."""
        self.names.setdefault(fold(name), []).append(email.casefold())
        self.emails |= {email.casefold()} - {""}

    def has(self, card: AddressCard) -> bool:
        """Whether this is one of them."""
        email = card.email.casefold()
        if email in self.emails:
            return True
        return any(not email or not theirs for theirs in self.names.get(fold(card.name), ()))

    def perhaps(self, card: AddressCard) -> bool:
        """Whether somebody of that name is, with another email."""
        return fold(card.name) in self.names


def contact_choices(fresh: list[AddressCard], known: ExistingContacts) -> list[ContactChoice]:
    """The new ones; of two of a name in one file the first is ticked."""
    found = []
    for card in fresh:
        about = ", ".join(filter(None, (card.title, card.company, card.email or card.phone)))
        perhaps = known.perhaps(card)
        found.append(ContactChoice(card, packed(card), about, perhaps, not perhaps))
        known.add(card.name, card.email)
    return found


def render_choice_page(fresh: list[ContactChoice], status: int = 200, **more: Any) -> Response:
    """The page to choose from."""
    key = form_key()
    return page("imports/vcards/choose.html", fresh=fresh, key=key, status=status, **more)


def add_all(session: Session, user: User, cards: list[AddressCard], at: datetime) -> int:
    """Add whom is not there yet; how many they are."""
    known, many = ExistingContacts(session, user.id), 0
    for card in cards:
        if not known.has(card):
            session.add(Contact(user_id=user.id, created_at=at, **card.facts()))
            known.add(card.name, card.email)
            many += 1
    session.flush()
    return many


def render_upload_form(form: CardsForm, status: int = 200) -> Response:
    """The form."""
    return page("imports/vcards/new.html", form=form, accepted=ACCEPTED, status=status)


def vcard_response(content: bytes, name: str) -> Response:
    """Cards to take away."""
    response = Response(content, content_type="text/vcard; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.vcf"'
    return forbid_storing(response)
