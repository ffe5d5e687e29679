"""The forms of a person, and of the part that they play in an application."""

from collections.abc import Iterable

from tracker.models.contact import PARTS, Contact
from tracker.values.same_names import tell_apart
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField

AS_TYPED = {"autocapitalize": "none", "spellcheck": "false"}


class ContactForm(Form):
    """What is known about one person."""

    name = LineField("Name", [required("What is their name?")])
    title = LineField("Title")
    company = LineField("Company", render_kw={"list": "companies"})
    email = LineField("Email", render_kw={"inputmode": "email", **AS_TYPED})
    phone = LineField("Phone", render_kw={"inputmode": "tel", **AS_TYPED})
    notes = WordsField("Notes")


class PartForm(Form):
    """Somebody known, and their part."""

    contact_id = OneOfField("Who?", (), coerce=int, empty="Somebody new")
    part = OneOfField("Who they are", PARTS.items(), empty=None, default="recruiter", chips=True)

    def offer(self, contacts: Iterable[Contact]) -> "PartForm":
        """Let one of these be chosen."""
        known = list(contacts)
        labels = [contact_label(each) for each in known]
        more = tell_apart(labels, [(each.title, each.email, each.phone) for each in known])
        self.contact_id.choices = [
            ("", "Somebody new"),
            *(
                (str(each.id), f"{label} ({apart})" if apart else label)
                for each, label, apart in zip(known, labels, more, strict=True)
            ),
        ]
        return self


class NewPartForm(PartForm, ContactForm):
    """Somebody known or new, and their part; a name is asked for only where they are new."""

    name = LineField("Name")

    def validate(self, extra_validators: object = None) -> bool:
        """Whether it names somebody."""
        valid = super().validate(extra_validators)
        if self.contact_id.data is None and not self.name.data:
            self.name.errors = [*self.name.errors, "Choose somebody, or write a name."]
            return False
        return valid


def contact_label(contact: Contact) -> str:
    """Mary, Banksia Software."""
    return f"{contact.name}, {contact.company}" if contact.company else contact.name
