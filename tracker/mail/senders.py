"""Who wrote a mail: a person or a company, and which company that is."""

import re

from tracker.loop.feedback_reading.sentences import SIGN_OFF
from tracker.mail.message import Mail
from tracker.mail.people import is_persons
from tracker.mail.people_words import MONTHS, WEEKDAYS
from tracker.mail.role_words import COMPANY_NAME, GENERIC, INSIDE
from tracker.mail.text.own_words import own_text
from tracker.sharing.company_addresses import SHARED_ENDS, own_host

AT = re.compile(
    rf"\b(?:role|position|interview|application|opportunity|job|vacancy|team|work"
    rf"|working|career|here|start|join|us|Stelle|Bewerbung|\w*[Gg]espräch|Kennenlernen)\b(?:[^.\n]|\d\.){{0,90}}?"
    rf"(?:[ ](?:at|with|bei|joining)|(?<!role)(?<!position)(?<!job)(?<!vacancy)[ ]of)"
    rf"[ ](?:der[ ]|dem[ ]|the[ ](?=[A-Z]))?(?P<company>{COMPANY_NAME})"
    rf"|\b(?:on behalf of|[Ff]rom all of us at|[Jj]oin(?:ing)?|[Tt]he team at|I (?:run|own)"
    rf"|[Hh]ere at|[Ww]e at"
    r"|(?:[Ii]t['’]?s|[Tt]his is|I['’]?m|I am) [A-Z][\w'’-]{1,20} (?:from|at|of))"
    rf"[ ](?P<also>{COMPANY_NAME})"
)
INSTEAD = re.compile(r"[ ](?:instead|rather|in place|statt|anstatt|anstelle)\b")
"""Behind a name, that it is somebody's who comes for another."""
TEAM = re.compile(
    r"[ ,|–-]{0,3}\b(?:(?:the|your)[ ])?(?:careers?|recruit\w{0,6}|talent(?: acquisition)?|hiring"
    r"|jobs?|hr|people(?: (?:and|&) culture)?|personal\w{0,9}|human resources|bewerbermanagement"
    r"|team|no-?reply|notifications?|support)\b(?:[ ](?:team|department|office|abteilung))?",
    re.IGNORECASE,
)
LEGAL = re.compile(
    r"(?<![\w&-])(?P<company>(?:[A-ZÄÖÜ][\w.&’'-]{0,30}[ ](?:(?:&|und|and|für|of)[ ])?){1,4}"
    r"(?:(?:gGmbH|GmbH|AG|SE|KG|OHG|UG|eG|e\.[ ]?V\.|Pty[.]?[ ]Ltd|Ltd|LLC|Inc|PLC|plc)\b"
    r"(?:[ ]&[ ]Co\.?[ ]KG(?:aA)?\b)?))"
)
"""A name with what kind of firm it is behind it: Nordlicht Energie GmbH."""
BESIDE = re.compile(r"[ ]?(?:\||@|[–—]|[ ]-[ ]|\(|,|\b(?:from|at|von|bei|via)\b)[ ]?")
NO_COMPANY = re.compile(
    rf"^(?:{WEEKDAYS}|{MONTHS}"
    r"|Zoom|Teams|Microsoft|Google|Outlook|Calendly|Webex"
    r"|Selection|(?:Interview|Hiring|Recruitment)[ ]Panel|[A-Z]{2,4}[ ]?\d{1,2}$"
    r"|Req|Ref|Requisition"
    r"|Level|Street|The|Our|Your|This|That|We|I|You|Human|Head|HR|\d.*)(?:[ ].*)?$"
)
TITLE = re.compile(r"\b(?:Partner|Lead|Head|Advis[eo]r|Manager|Officer|Coordinator|Consultant)$")
"""How a line ends that says what somebody does, and not where."""
COUPLE = re.compile(r"\w+[ ](?:&|and|und)[ ]\w+")
"""Two who sign by their first names."""
PROGRAM = re.compile(r"(?:Google|Microsoft|Outlook|Zoom|Calendly|Webex)\b")
"""What sends for everybody."""
LONGEST = 6_000
SIGNED = 8
"""Lines at the end in which a company stands below a name."""


def is_person(mail: Mail) -> bool:
    """Whether the sender's name is a person's: it looks like one, and no address says otherwise."""
    name = mail.name.strip()
    words = name.split()
    if not 2 <= len(words) <= 4 or not is_persons(name):
        return False
    squashed = _squashed(name)
    host = own_host(mail.address) if mail.address else ""
    return not any(
        len(label) > 3 and (squashed.startswith(label) or label.startswith(squashed))
        for label in host.replace("-", "").split(".")[:-1]
    )


def company_of(mail: Mail) -> str:
    """The company that a mail speaks for, as it writes itself; nothing where it doesn't say."""
    label = label_of(mail.address)
    named = [each for each in BESIDE.split(mail.name) if each.strip()]
    for part in reversed(named):
        bare = TEAM.sub("", part).strip(" -–,|")
        told = " " in bare or TEAM.search(part) or label.startswith(_squashed(bare))
        if (
            names_one(bare)
            and told
            and not PROGRAM.match(bare)
            and (not is_persons(bare) or (label and _squashed(bare) == label))
        ):
            return _in_full(bare, mail)
    alone = len(named) == 1 and " " in mail.name.strip() and not PROGRAM.match(mail.name)
    if alone and not is_person(mail) and not TEAM.search(mail.name):
        return mail.name.strip()
    text = own_text(mail.text, LONGEST)
    met = (match for match in AT.finditer(text) if not INSTEAD.match(text, match.end()))
    found = [each for match in met if (each := _trimmed(match))]
    by_host = next((each for each in found if label and fits(each, label)), "")
    return (
        by_host
        or _in_words(text, label)
        or next(iter(found), "")
        or _of_its_kind(text)
        or _signed(mail)
        or _signed_below(mail)
        or _place_of_work(text)
        or label.title()
    )


def _in_full(name: str, mail: Mail) -> str:
    """As the words have it, where they begin so and go on: Pebble Insurance Brokers, of Pebble."""
    named = (_trimmed(match) for match in AT.finditer(own_text(mail.text, LONGEST)))
    return next((each for each in named if each.startswith(f"{name} ")), name)


def names_one(name: str) -> bool:
    """Whether a word of it could be a company's: no number, nor what any of them is called."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return any(each not in GENERIC for each in words)


def _of_its_kind(text: str) -> str:
    """The only one whose name says what kind of firm it is."""
    named = {match["company"] for match in LEGAL.finditer(text)}
    return re.sub(r"^(?:Die|Der|Das|The|Bei)[ ]", "", named.pop()) if len(named) == 1 else ""


def _place_of_work(text: str) -> str:
    """Klinikum Seeblick, of "zu einem Gespräch im Klinikum Seeblick"."""
    found = INSIDE.search(text)
    return found["company"] if found else ""


def _trimmed(match: re.Match[str]) -> str:
    said = (match["company"] or match["also"] or "").strip(" .,’'")
    said = re.split(r"[.!?][ ]|[ ](?:On|At|In|For|I)(?:[ ]|$)", said)[0].rstrip(".")
    known = len(said) >= 3 and names_one(said) and not said.islower()
    return said if known and not NO_COMPANY.match(said) else ""


def label_of(address: str) -> str:
    """The telling part of the sender's domain: tideline, of tideline.com.au."""
    return next(reversed(labels_of(address)), "")


def labels_of(address: str) -> list[str]:
    """All parts of it but what many share."""
    host = own_host(address) if address else ""
    parts = host.split(".")[:-1]
    return [each.replace("-", "") for each in parts if each not in SHARED_ENDS]


def _squashed(name: str) -> str:
    return re.sub(r"\W", "", name).lower()


def fits(name: str, label: str) -> bool:
    """Whether a name and a domain begin alike."""
    squashed = _squashed(name)
    return squashed.startswith(label) or (len(squashed) > 3 and label.startswith(squashed))


def _in_words(text: str, label: str) -> str:
    """The name as the mail writes it, whose domain tells it: Tideline Insurance, of tideline."""
    if len(label) < 4:
        return ""
    for match in re.finditer(COMPANY_NAME, text):
        said = match[0].strip(" .,’'").removeprefix("The ").removesuffix(" I")
        if fits(said, label) and not re.search(r"[.!?]", said):
            return said
    return ""


def _signed_below(mail: Mail) -> str:
    """The last line of what stands below a greeting, where the sender is no person."""
    lines = [each.strip() for each in own_text(mail.text, LONGEST).split("\n") if each.strip()]
    ends = max(
        (place for place, each in enumerate(lines) if SIGN_OFF.fullmatch(each)), default=None
    )
    last = lines[-1] if lines[1:] else ""
    below = lines[ends + 1 :] if ends is not None else [last] if last[-1:] not in ".!?" else []
    for firm in reversed(below[:4]):
        if re.fullmatch(COMPANY_NAME, firm) and _is_firm(firm) and not COUPLE.fullmatch(firm):
            return firm
    return ""


def _signed(mail: Mail) -> str:
    """The line below the sender's own name at the end."""
    lines = [each.strip() for each in mail.text.strip().split("\n") if each.strip()][-SIGNED:]
    first = mail.name.split()[0].lower() if mail.name.split() else ""
    for place, line in enumerate(lines):
        if first and line.lower().startswith(first) and len(line) < 50:
            below = [each for each in lines[place + 1 : place + 4] if len(each) < 60]
            for each in reversed(below):
                firm = re.split(r"[|,·]", each)[-1].strip()
                if re.fullmatch(COMPANY_NAME, firm) and _is_firm(firm):
                    return firm
    return ""


def _is_firm(line: str) -> bool:
    """Whether it is no person's name, no team's and no title."""
    other = is_persons(line) or TEAM.fullmatch(line) or TITLE.search(line)
    return names_one(line) and not (other or NO_COMPANY.match(line))
