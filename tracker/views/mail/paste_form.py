"""The form in which an email is pasted, or its file chosen."""

from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms.validators import ValidationError

from tracker.clock import now
from tracker.mail import Mail
from tracker.mail.parsing import LARGEST, UnreadableMail, read_eml
from tracker.mail.pasted import read_pasted
from tracker.web.access import me
from tracker.web.fields.form import Form
from tracker.web.fields.text import WordsField

NOTHING = "Paste the email here, or choose its file."


class PasteForm(Form):
    """One field, and a file in its place."""

    text = WordsField("Paste the whole email", render_kw={"rows": 10})
    file = FileField("Or its file", description="As your mail program saves it (.eml)")
    mail: Mail | None = None

    def validate_file(self, field: Any) -> None:
        """What was sent is read here, so that what is wrong with it stands beside it."""
        sent = field.data
        if isinstance(sent, FileStorage) and sent.filename:
            try:
                self.mail = read_eml(sent.stream.read(LARGEST))
            except UnreadableMail as error:
                raise ValidationError(str(error)) from error
            if not self.mail.text:
                raise ValidationError("There are no words in that email. Paste them instead.")

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is an email at all; the file counts where there is one."""
        valid = super().validate(extra_validators)
        if valid and self.mail is None:
            if not (self.text.data or "").strip():
                self.text.errors = [NOTHING]
                return False
            self.mail = read_pasted(self.text.data or "", me().zone)
            if not self.mail.text.strip():
                self.text.errors = ["There are no words in that email yet."]
                return False
        if self.mail is not None:
            self.mail = self.mail.here(now())
        return valid
