"""Whether a mail that cancels an interview says that a new time will come, and where."""

import re

from tracker.mail.kinds import Span, read_sentences
from tracker.mail.meeting.asks_instead import asks_instead

TIME = r"(?:time|date|day|slot|appointment|interview)s?"
NEW = rf"(?:new|another|other|alternative|different|fresh|replacement) {TIME}\b"
SOMEBODY = r"(?:(?:we|i|they|he|she|[a-z]+)(?: will|['’]ll)|will)\b"
COMES = re.compile(
    rf"\b{SOMEBODY}[^.?!]{{0,80}}\b{NEW}"
    rf"|\b{NEW}[^.?!]{{0,60}}\b(?:will|follow|soon|shortly|to come)"
    rf"|\b{SOMEBODY}[^.?!]{{0,60}}\b(?:re-?schedul|re-?arrang|re-?book)\w*"
    r"|\b(?:melden|senden|schicken|nennen|schlagen|kommen|finden|vereinbaren)\b[^.?!]{0,80}"
    r"\b(?:(?:neue|andere|weitere)[nrs]? (?:termin|zeit)|ersatztermin|terminvorschl|neu terminier)"
    r"|\b(?:neue[nr]?|andere[nr]?) termin\b[^.?!]{0,60}\b(?:folgt|melden|senden|schicken|nennen|"
    r"mitteilen|vorschlagen|vereinbaren|finden)\b",
    re.IGNORECASE,
)
WISHES = re.compile(
    r"\b(?:hope|hoping|like|want|need|going|look|looking|plan|planning|aim) to"
    r"[^.?!]{0,30}\b(?:re-?schedul|re-?arrang|re-?book)\w*",
    re.IGNORECASE,
)
"""That they would like one: no promise where they ask in the same breath which would do."""
NOT = re.compile(r"\b(?:not|no longer|won['’]t|unable|cannot|nicht|kein\w*)\b", re.IGNORECASE)


def promised_time(text: str) -> Span | None:
    """The sentence that promises one."""
    asks = asks_instead(text)
    for each in read_sentences(text):
        found = COMES.search(each.text) or (None if asks else WISHES.search(each.text))
        if found is not None and not NOT.search(found[0]):
            return Span(each.start, each.end)
    return None
