"""What a file is, told by its content and never by its name."""

import codecs
from dataclasses import dataclass

ODT_MARK = b"application/vnd.oasis.opendocument.text"
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True)
class FileType:
    """A kind of document that can be kept."""

    type: str
    suffix: str


PDF = FileType("application/pdf", ".pdf")
DOCX = FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")
ODT = FileType("application/vnd.oasis.opendocument.text", ".odt")
TEXT = FileType("text/plain", ".txt")


MACROS = (b"word/vbaProject.bin", b"Basic/script-lc.xml", b"Basic/script-lb.xml")
"""Where a document keeps programs: names in a zip archive stand in it as they are."""


def has_macros(content: bytes) -> bool:
    """Whether an office document carries programs."""
    return content.startswith(b"PK\x03\x04") and any(name in content for name in MACROS)


def file_type_of(content: bytes) -> FileType | None:
    """PDF, DOCX, ODT or plain text; nothing is unpacked."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    return TEXT if content and _is_text(content) else None


def _office(content: bytes) -> FileType | None:
    """Names in a zip archive stand in it as they are, and ODT begins with its own type."""
    if content[30:38] == b"mimetype" and content[38:].startswith(ODT_MARK):
        return ODT
    is_docx = b"[Content_Types].xml" in content and b"word/document.xml" in content
    return DOCX if is_docx else None


def _is_text(content: bytes) -> bool:
    bom = next((encoding for mark, encoding in BOMS.items() if content.startswith(mark)), None)
    try:
        text = content.decode(bom or "utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return (
        not any(ord(sign) < 32 and sign not in "\t\n\r\f" for sign in text) and "\ufffd" not in text
    )
