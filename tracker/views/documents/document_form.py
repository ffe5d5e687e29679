"""The forms of a document."""

from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField
from wtforms.validators import ValidationError

from tracker.models.document import KINDS, LARGEST
from tracker.values.file_names import bare_name
from tracker.values.file_types import FileType, file_type_of, has_macros
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField

LONGEST_NAME = 150
ACCEPTED = ".pdf,.docx,.odt,.txt,application/pdf,text/plain"


class DocumentForm(Form):
    """What a document is called, and whether it is a résumé or a letter."""

    label = LineField("What do you call it?", description="Résumé for cafés, March")
    kind = OneOfField("Kind", KINDS.items(), empty=None, default="resume", chips=True)


class UploadForm(DocumentForm):
    """A file beside; its kind is told by its content."""

    file = FileField("File", description="PDF, Word (.docx), ODT or plain text, up to 10 MB")
    largest = LARGEST
    over = "That file is over 10 MB. A PDF of a résumé is mostly under 1 MB."

    content: bytes = b""
    media: FileType | None = None

    def validate_file(self, field: Any) -> None:
        """A document of a kind that is known, and not too big."""
        sent: FileStorage | None = field.data
        if not isinstance(sent, FileStorage) or not sent.filename:
            raise ValidationError("Choose a file first.")
        self.content = sent.stream.read(LARGEST + 1)
        if len(self.content) > LARGEST:
            self.status = 413
            raise ValidationError(self.over)
        if not self.content:
            raise ValidationError("That file is empty.")
        if has_macros(self.content):
            raise ValidationError(
                "That document contains macros, which are small programs. Save it without, as .docx"
                " or PDF, and choose that one."
            )
        self.media = file_type_of(self.content)
        if self.media is None:
            raise ValidationError(
                "That is no PDF, Word (.docx), ODT or text file. A PDF always works."
            )

    @property
    def filename(self) -> str:
        """The file's own name without its folder, with the ending that its content asks for."""
        assert self.media is not None
        sent = bare_name(str(self.file.data.filename))
        stem, dot, suffix = sent.rpartition(".")
        stem = stem if dot and len(suffix) < 6 else sent
        return f"{stem.strip('. ')[:LONGEST_NAME] or 'document'}{self.media.suffix}"


class VersionForm(UploadForm):
    """A file that takes the place of an earlier one."""

    instead = BooleanField("Use this one instead of the earlier one", default=True)
