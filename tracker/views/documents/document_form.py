"""The forms of a document."""

import re
from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField
from wtforms.validators import ValidationError

from tracker.models.document import KINDS, LARGEST
from tracker.values.file_types import FileType, file_type_of, has_macros
from tracker.values.text import clean_line
from tracker.web.fields import Form, LineField, OneOfField

LONGEST_NAME = 150
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing: with one, cv_fdp.exe reads as cv_exe.pdf."""
ACCEPTED = ".pdf,.docx,.odt,.txt,application/pdf,text/plain"


class DocumentForm(Form):
    """What a document is called, and whether it is a résumé or a letter."""

    label = LineField("What do you call it?", description="Résumé for cafés, March")
    kind = OneOfField("Kind", KINDS.items(), empty=None, default="resume")


class UploadForm(DocumentForm):
    """A file beside; its kind is told by its content."""

    file = FileField("File", description="PDF, Word (.docx), ODT or plain text, up to 10 MB")

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
            raise ValidationError(
                "That file is over 10 MB. A PDF of a résumé is mostly under 1 MB."
            )
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
        given = BIDI.sub("", str(self.file.data.filename))
        sent = clean_line(given.replace("\\", "/").rpartition("/")[2])
        stem, dot, suffix = sent.rpartition(".")
        stem = stem if dot and len(suffix) < 6 else sent
        return f"{stem.strip('. ')[:LONGEST_NAME] or 'document'}{self.media.suffix}"


class VersionForm(UploadForm):
    """A file that takes the place of an earlier one."""

    instead = BooleanField("Use this one instead of the earlier one", default=True)
