"""What came, as words: unpacked up to a size, in the letters that it is written in."""

import codecs
import re
import zlib
from http.client import HTTPException, HTTPResponse

from tracker.fetching.refusals import Refused, Why

LARGEST = 2_000_000
"""Bytes of a page, unpacked; what goes on beyond is cut."""
PIECE = 65_536
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
         "us-ascii": "cp1252"}  # fmt: skip
"""What browsers read in place of these."""


def read_body(response: HTTPResponse) -> str:
    """The page's source; raises Refused where it is no page."""
    kind = (response.headers.get_content_type() or "").lower()
    if response.headers.get("Content-Type") and kind not in PAGES:
        raise Refused(Why.NO_PAGE)
    said = (response.headers.get("Content-Encoding") or "").strip().lower()
    if said not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Refused(Why.NO_PAGE)
    body = _unpacked(response, said)
    if not response.headers.get("Content-Type") and b"\0" in body[:1000]:
        raise Refused(Why.NO_PAGE)
    return decoded(body, response.headers.get_content_charset() or "")


def _unpacked(response: HTTPResponse, packing: str) -> bytes:
    """No more than is allowed, however small it was on the way."""
    unpack = None
    if packing in ("gzip", "x-gzip"):
        unpack = zlib.decompressobj(31)
    elif packing == "deflate":
        unpack = zlib.decompressobj()
    whole = bytearray()
    while len(whole) < LARGEST:
        try:
            piece = response.read1(PIECE)
        except HTTPException:
            break  # it ended early: what came is better than nothing
        if not piece:
            break
        try:
            whole += unpack.decompress(piece, LARGEST - len(whole)) if unpack else piece
        except zlib.error:
            raise Refused(Why.BROKEN) from None
    return bytes(whole[:LARGEST])


def decoded(body: bytes, named: str) -> str:
    """Words, by the mark at the beginning, the header, what the page says of itself, else UTF-8."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    declared = DECLARED.search(body[:4096])
    for each in (named, declared[1].decode("ascii") if declared else "", "utf-8"):
        encoding = WIDER.get(each.lower(), each.lower())
        try:
            if not each or not codecs.lookup(encoding)._is_text_encoding:
                continue
            return body.decode(encoding, "strict" if each == "utf-8" else "replace")
        except (LookupError, UnicodeDecodeError):
            continue
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(body)  # its end may be cut
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
