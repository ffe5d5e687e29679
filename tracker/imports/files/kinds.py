"""What a file is that is no table, in words that say what to do instead."""

import json
import re
from typing import BinaryIO

NO_TABLE = (
    "This doesn't look like a table. Save your sheet as CSV or Excel (.xlsx), and choose that file."
)
OLD_OR_LOCKED = (
    "This workbook is locked with a password, or in Excel's form from before 2007. "
    "Open it, save it as .xlsx or CSV without a password, and choose that file."
)
LOCKED = (
    "This workbook is locked with a password. Open it, save it without one (in Excel: File, Info, "
    "Protect Workbook), and choose that file."
)
OLD = (
    "This is a workbook in Excel's form from before 2007 (.xls). Open it, save it as .xlsx or CSV, "
    "and choose that file."
)
BINARY = (
    "This is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx or CSV, and choose "
    "that file."
)
PICTURE = "This is a picture. Choose the sheet itself, as CSV or Excel (.xlsx)."
PDF = "This is a PDF. Choose the sheet that it was made from, as CSV or Excel (.xlsx)."
DOCUMENT = (
    "This is a text document. If there is a table in it, copy that into a sheet, save it as CSV "
    "or Excel (.xlsx), and choose that file."
)
SLIDES = "This is a presentation. Choose your sheet, as CSV or Excel (.xlsx)."
WEB_PAGE = (
    "This is a web page without a list of applications in it, whatever its name says. Open it in "
    "your spreadsheet program, save it as CSV or Excel (.xlsx), and choose that file."
)
JSON = (
    "This is JSON, but not an account of Onward. If the program that it comes from can write CSV, "
    "choose that."
)
LINK_ONLY = (
    "This is only a link to a sheet on the web. Open it there, then File, Download, "
    "Comma-separated values, and choose that file."
)
XML = "This is XML. Save your sheet as CSV or Excel (.xlsx), and choose that file."
NUMBERS = (
    "This is a document of Numbers, Pages or Keynote. In Numbers: File, Export To, CSV. Then "
    "choose that file."
)
PACKED = "This is a packed archive. Unpack it, and choose the table in it (or pack it as .zip)."
CONTACTS = "These are contacts. They come in under People, Import contacts."
CALENDAR = "This is a calendar. Choose your sheet, as CSV or Excel (.xlsx)."
MAIL = "This is an email. Save the sheet that came with it, and choose that."
DATABASE = (
    "This is a database. If the program that it comes from can write CSV, choose that instead."
)
MEDIA = "This is a sound or a film. Choose your sheet, as CSV or Excel (.xlsx)."

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", PDF),
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"{\\rtf", DOCUMENT),
    (b"SQLite format 3\0", DATABASE),
    (b"\0\1\0\0Standard", DATABASE),
    (b"\x1f\x8b", PACKED),
    (b"BZh", PACKED),
    (b"7z\xbc\xaf\x27\x1c", PACKED),
    (b"Rar!\x1a\x07", PACKED),
    (b"\xfd7zXZ\0", PACKED),
    (b"ID3", MEDIA),
    (b"\x1aE\xdf\xa3", MEDIA),
    (b"BEGIN:VCARD", CONTACTS),
    (b"BEGIN:VCALENDAR", CALENDAR),
)
INSIDE: tuple[tuple[bytes, str], ...] = (
    (b"EncryptedPackage", LOCKED),
    (b"WordDocument", DOCUMENT),
    (b"PowerPoint Document", SLIDES),
    (b"Workbook", OLD),
    (b"__substg1.0", MAIL),
)
"""Names in the folders of Microsoft's older files, which are kept two bytes a letter."""
WEB = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div)[\s>]", re.IGNORECASE)
MAIL_HEAD = re.compile(rb"(?:[A-Z][A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){3}")
MAILED = re.compile(rb"^(?:From|Received|Return-Path|MIME-Version): ", re.MULTILINE)
OLE = b"\xd0\xcf\x11\xe0"
CHUNK = 1 << 20


def not_a_table(stream: BinaryIO, head: bytes) -> str | None:
    """What it is, by how it begins; None where it may be a table."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for start, words in STARTS:
        if text.startswith(start):
            return words
    if head.startswith(OLE):
        return _old_office(stream)
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        picture = head[8:12] in (b"WEBP", b"heic", b"heix", b"mif1", b"avif")
        return PICTURE if picture else MEDIA
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return PICTURE
    if text.startswith(b"<"):
        return _markup(text)
    if text.startswith((b"{", b"[")):
        return _json(text)
    if MAIL_HEAD.match(text.replace(b"\r\n", b"\n")) and MAILED.search(text):
        return MAIL
    return None


def _old_office(stream: BinaryIO) -> str:
    names = [(name.decode().encode("utf-16-le"), words) for name, words in INSIDE]
    stream.seek(0)
    found, tail = set(), b""
    while chunk := stream.read(CHUNK):
        seen = tail + chunk
        found |= {words for name, words in names if name in seen}
        tail = chunk[-64:]
    return next((words for _, words in INSIDE if words in found), OLD_OR_LOCKED)


def is_web_page(head: bytes) -> bool:
    """Whether a file begins like one."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text[:1] == b"<" and text[:4] != b"<svg" and WEB.search(text[:2000]) is not None


def _markup(text: bytes) -> str | None:
    if text[:4] == b"<svg":
        return PICTURE
    if is_web_page(text):
        return WEB_PAGE
    return XML if text[:5] == b"<?xml" or text[:2] == b"<!" else None


def _json(text: bytes) -> str | None:
    """A cell may begin with a bracket too: only what goes on as JSON does is JSON."""
    if re.match(rb'\{\s*"url"\s*:\s*"https://docs\.google\.com', text):
        return LINK_ONLY
    if re.match(rb'(\[\s*)?\{\s*("[^"\n]{0,200}"\s*:|\})', text):
        return JSON
    try:
        json.loads(text)
    except ValueError:
        return None
    return JSON
