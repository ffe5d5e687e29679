"""Whether an email says in words that they offer the job, employment, a contract or a start."""

import re

from tracker.loop.feedback_reading.sentences import sentences
from tracker.mail.text.own_words import own_text

JOB = r"(?:jobs?|roles?|positions?|posts?|place|spot|gig|desk|appointment|vacancy)"
STELLE = r"(?:\w{0,20}stelle|\w{0,12}position|\w{0,10}job|\w{0,20}platz)"
OFFERS = re.compile(
    # We offer you the role; your letter of offer; this offer is open until Friday.
    r"\boffer(?:s|ed|ing)?\b|\bcontracts?\b|\bemploy(?:ment|ed|ing)?\b(?! history)"
    r"|\bappoint(?:ed|ing)?\b|\byour appointment (?:as|to)\b|\bhir(?:e|ing) you\b|\bhired\b"
    r"|\b(?:engage|employ|recruit) you\b|\b(?:tak|bring)(?:e|ing)? you on\b"
    r"|\byour (?:engagement|commencement)\b"
    # The job is yours; you got the role; you're in.
    r"|\b(?:is|it['’]s|are)(?: all)? yours\b"
    rf"|\b(?:accept|take) (?:the|this|our) {JOB}\b"
    rf"|\byou(?:['’]ve| have)? (?:got|been given|landed|been awarded|won|nailed|secured)"
    rf" (?:it|the {JOB})\b|\byou(?:['’]re| are) (?:in|on the team|on board)[!.]"
    rf"|\b(?:give|award|have) you the {JOB}\b|\byou can have (?:the|it)\b"
    # We chose you; you are our first choice; you were successful.
    r"|\b(?:chosen|chose|picked|selected|gone with|went with|going with|decided on|settled on"
    r"|want|wants|would like|would love|confirm)(?: to have)? you\b|\bgo(?:ing)? with you\b"
    r"|\byou['’]?(?:re| are| were)? (?:the|our|their)?[^.!?\n]{0,20}"
    r"\b(?:choice|pick|successful|chosen|unanimous)\b|\b(?:choice|pick) (?:is|was) you\b"
    r"|\bit(?:['’]s| is) (?:a )?(?:yes|you)\b|\b(?:been|were|are) (?:successful|selected|chosen)\b"
    r"|\bsuccessful (?:candidate|applicant)\b|\bunanim\w{2,6}\b"
    # Join us; welcome on board; when can you start?
    r"|\bjoin(?:ing|ed)? (?:us|our|the|me)\b|\bon ?board\b|\bwelcome (?:aboard|to)\b"
    r"|\bcome (?:and )?work\b|\bwork (?:for|with) us\b|\bpart of (?:our|the) (?:team|crew|family)\b"
    r"|\b(?:could|can|would|will|do|are) you (?:be )?(?:able to |available to |like to )?"
    r"(?:start|begin|commence)\b|\bstart(?:ing|s)? (?:work|on|with us|from|monday|tuesday|in)\b"
    r"|\byour (?:first (?:day|shift)|start(?:ing)? date|new (?:role|job|contract))\b"
    # German
    r"|\b(?:an)?(?:ge)?biet(?:e|en|et|ung)\b|\banzubieten\b|\bangebot\w{0,2}\b|\w{0,20}vertr[aä]g\w{0,8}\b"
    r"|\b\w{0,14}zusage\w{0,2}\b|\bein(?:zu)?stell(?:en|t|ung)\b|\ban(?:zu)?stell(?:en|ung)\b"
    r"|\beingestellt\b|\bbeschäftig\w{1,4}\b|\bübernehm\w{1,3}\b|\bverpflichten\b"
    r"|\b(?:für|auf) (?:sie|dich)\b|\bwillkommen\b|\bbegrüßen\b|\bbegrüssen\b|\ban bord\b"
    rf"|\b(?:{STELLE}) (?:gehört|ist) (?:ihnen|dir|ihre|deine?r?)\b"
    rf"|\b(?:haben|hast) (?:(?:sie|du) )?(?:den|die) {STELLE}\b|\bdu bist (?:dabei|drin)\b"
    r"|\b(?:nehmen|nehme|wollen|möchten|hätten|haben) (?:wir )?(?:gern\w? )?(?:sie|dich)\b"
    r"|\b(?:ersten?|erster) (?:arbeits)?tag\b|\b(?:anfangen|starten|beginnen|loslegen)\b"
    r"|\bfängst\b|\bfangen sie\b|\bdienstantritt\b|\bstellenantritt\b",
    re.IGNORECASE,
)
MOST, LONGEST = 150, 1_000


def says_offer(sentence: str) -> bool:
    """Whether this one does."""
    return OFFERS.search(sentence) is not None


def offers_in(text: str, subject: str) -> bool:
    """Whether the subject or a sentence does."""
    read = sentences(own_text(text))[:MOST]
    said = (subject[:300], *(each.text[:LONGEST] for each in read))
    return any(says_offer(each) for each in said)
