"""What somebody wrote this time: above an earlier mail that is quoted, above a signature."""

import re

QUOTED_BELOW = re.compile(
    r"^(?:[ \t]*>"
    r"|(?:On|Am|Le) [^\n]{5,200}(?:wrote|schrieb|écrit)[^\n]{0,120}:[ \t]*$"
    r"|-{3,10} ?(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht) ?-{3,10}"
    r"|_{10,80}[ \t]*\n(?:From|Von): )",
    re.MULTILINE | re.IGNORECASE,
)
"""Where an earlier mail begins."""
QUOTED_LINE = re.compile(r"^[ \t]{0,4}>[^\n]*$", re.MULTILINE)
OUTLOOK = re.compile(
    r"^(?:From|Von): [^\n]{3,300}\n(?:Sent|Gesendet|Date|Datum): [^\n]{3,100}\n", re.MULTILINE
)
FOOTER = re.compile(r"^(?:-- ?|-{5,80}|_{5,80}|\*{5,80}|={5,80})$", re.MULTILINE)
LEAST = 40
"""Letters above a cut, without which all of it is read."""
LONGEST = 12_000
"""Characters of which a mail is read."""
WRAPPED = 45
"""Characters of a line that goes on in the next one."""
LABEL = re.compile(r"[ \t*]{0,4}[A-ZÄÖÜ][a-zäöü]{1,14}(?: [a-z]{1,12})?[ \t*]{0,3}:\*{0,2}(?=\s)")
"""Where: With: a line that begins so stands alone."""
LABEL_ALONE = re.compile(
    r"[ \t*]{0,6}(?:When|Where|Time|Date|Location|Venue|Address|Place|Who|With|Panel|Job|Role"
    r"|Position|Interviewers?(?:\(s\))?|Wann|Wo|Ort|Datum|Uhrzeit|Gesprächspartner(?:in)?|Stelle)"
    r"[ \t*]{0,3}:[ \t*]{0,3}$"
)
BARE_LABEL = re.compile(r"(?:When|Where|Who|Location|Guests|Joining info|Organi[sz]er)$")
"""What it says stands below it, as a table does once it is only words."""
MOST_BLANK = 2


def own_words(text: str) -> str:
    """The beginning of the text, up to what is quoted or signed; all of it where that is little."""
    return _up_to(unquoted(text), FOOTER)


def unquoted(text: str) -> str:
    """Up to an earlier mail, with what stands below a line: how to join, who signed."""
    above = _up_to(_up_to(text, QUOTED_BELOW), OUTLOOK)
    return _without_quoted(above)


def quoted_from(text: str) -> int:
    """Where the earlier mail begins that stands below; the end where answers stand between it."""
    above = _up_to(_up_to(text, QUOTED_BELOW), OUTLOOK)
    lines = [each for each in text[len(above) :].split("\n") if each.strip()]
    first = next((at for at, each in enumerate(lines) if QUOTED_LINE.match(each)), len(lines))
    whole = first > 2 or all(QUOTED_LINE.match(each) for each in lines[first:])
    return len(above) if whole else len(text)


def _without_quoted(text: str) -> str:
    """As long as before, with blanks for each line that is quoted, where enough is left."""
    left = QUOTED_LINE.sub(lambda found: " " * len(found[0]), text)
    return left if sum(map(str.isalpha, left)) >= LEAST else text


def _up_to(text: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(text)
    cut = found is not None and letters(text[: found.start()]) >= LEAST
    return text[: found.start()] if found and cut else text


def own_text(text: str, longest: int = LONGEST) -> str:
    """As far as it is read, with whole lines; every place is the text's own."""
    return unwrapped(own_words(text)[:longest])


def letters(text: str) -> int:
    """How many there are, of the first few."""
    return sum(map(str.isalpha, text[:500]))


def unwrapped(text: str) -> str:
    """Lines that were only broken for their length are one; as long as before, so places stay."""
    lines = text.split("\n")
    joined: list[str] = []
    blank = 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if LABEL_ALONE.match(line):
            blank = MOST_BLANK + 1
        elif line.strip():
            blank = 0
        waits = blank > 0 and not LABEL.match(following)
        blank -= 1
        goes_on = len(line) >= WRAPPED and following[:1].isalnum() and line[-1:] not in ".!?:"
        goes_on = goes_on and not (LABEL.match(line) or LABEL.match(following))
        goes_on = goes_on and not BARE_LABEL.match(following)
        joined += [line, " " if goes_on or waits else "\n"]
    return "".join(joined[:-1])
