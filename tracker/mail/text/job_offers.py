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
    r"|\bjoin(?:ing|ed)? (?:us|our|the|me)\b|\bon ?board\b"
    r"|\bhav(?:e|ing) you (?:on|in|join\w{0,3}) (?:the|our) (?:team|crew)\b"
    r"|\bwelcome (?:aboard|to)\b"
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
TAKES_ON = re.compile(
    r"\b(?:would|['’]d) (?:really |dearly )?(?:love|like|be (?:happy|delighted|pleased))"
    r" (?:(?:to have|for) you (?:to )?|you to )(?:start(?:ing)?|begin|commence)[ ]"
    r"(?:work|with us|on|from|in|at|as|(?:next |this )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:would|['’]d) (?:love|like) (?:to have you|you)(?: to join)? (?:on|in)? ?"
    r"(?:the|our) team\b"
    r"|\b(?:would|['’]d) (?:love|like) to put you on\b(?! (?:\w{1,12} ){1,3}?(?:list|file|books"
    r"|database|register|shortlist|pool)\b)"
    r"|\b(?:pleased|happy|glad|delighted|thrilled|stoked|excited|great) to have you"
    r" (?:on|in|join\w{0,3}) (?:the|our) (?:team|crew)\b"
    r"|\byou(?:['’]re| are) hired\b|\bgot the (?:job|role|gig|position)\b"
    rf"|\b{JOB}(?:['’]s| is)(?: all)? yours\b(?! to lose)"
    r"|\b(?:haben|habe) (?:uns|mich) für (?:sie|dich) entschieden\b"
    r"|\bwant you (?:on|in) (?:the|our) (?:team|crew)\b"
    r"|\b(?:would like|want|['’]d like|are (?:happy|delighted|pleased)) to"
    r" (?:take you on|employ you|hire you)\b"
    r"|\b(?:pleased|delighted|happy|thrilled|excited|glad|proud|like|love|want|wish|wanted|pleasure"
    r"|decided) to (?:be able to |formally |now |officially )?(?:offer|be offering) you (?:the|this"
    r"|a|an|our|employment)\b(?:[ ][\w'’/&,()-]{1,24}){0,6}?(?: (?:job|role|position|post|vacancy"
    r"|contract|traineeship|apprenticeship)|(?<=employment))\b"
    r"|^\W*(?:and )?welcome (?:aboard|on board|to the (?:team|crew))\b"
    r"|\b(?:möchten|würden|werden|wollen)(?: wir)? (?:sie|dich)\b[^!?]{0,60}\beinstellen\b"
    r"|\b(?:freuen uns|freue mich|möchten?|würden?|wollen|können)\b[^.!?]{0,40}?\b(?:ihnen|dir)\b"
    rf"[^.!?]{{0,40}}?\b{STELLE}\b[^.!?]{{0,60}}?\b(?:anbieten|anzubieten)\b"
    r"|\b(?:sie können|du kannst) (?:am|ab|zum)\b[^!?]{0,30}\b(?:anfangen|beginnen|starten)\b"
    r"|^\W*(?:herzlich )?willkommen (?:im team|an bord|in unserem team)\b",
    re.IGNORECASE,
)
"""That they take the person, whatever they want besides."""
NOT_YET = re.compile(
    r"\?|\b(?:if|unless|whether|could|should|would have|had|once|were to|when you (?:start|join)"
    r"|(?:if|whoever|successful) candidate|another|somebody else|someone else|not|n['’]t|wenn|falls"
    r"|much as|nicht|sollten|sofern|ob|hätten|leider|unfortunately"
    r"|interview\w*|chat|call|coffee|trial|tests?|tasks?|exercises?|assessment\w*|questionnaire"
    r"|modules?|course|session|talent|communit\w{1,3}|account|profile|newsletter|portal"
    r"|gespräch\w*|probe\w*|kennenlern\w*|schnupper\w*|aufgabe\w*|konto)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Beside it, that it may not come to it, or that it is something else that begins."""
HEDGED = re.compile(
    r"\b(?:if|should|assuming|provided)\b[^.!?]{0,25}\b(?:(?:all|it|that|this|everything"
    r"|the (?:interview|trial|call)|(?:mon|tues|wednes|thurs|fri)day) goes (?:well|to plan)"
    r"|you (?:are|were|be) (?:successful|selected|chosen|shortlisted)|successful,)"
    r"|\b(?:the|a|any) (?:successful|appointed|selected|chosen) (?:candidate|applicant|person)s?"
    r" (?:will|would|must|should|needs?|can|may|is to)\b"
    r"|\bwenn (?:alles|es|das) (?:\w{1,20} )?(?:klappt|läuft|passt)\b"
    r"|\b(?:wenn|falls|sollten) sie (?:uns )?(?:überzeugen|ausgewählt)"
    r"|\bstart\b[^.!?]{0,20}\bby \w{2,20}ing\b",
    re.IGNORECASE,
)
"""That it may not come to it, that they begin by something, or whoever it will be."""
REGISTERED = re.compile(
    r"\b(?:(?:your|an|the) (?:\w{1,20} )?(?:account|profile|password|subscription)|newsletter"
    r"|talent (?:pool|community|network)|verify your email|ihr (?:konto|profil)|passwort"
    r"|talentpool)\b",
    re.IGNORECASE,
)
"""What welcomes somebody who only signed up."""
TURNS = re.compile(r"[;:–—]|\b(?:but|aber|sondern)\b", re.IGNORECASE)
"""Behind it something else is said."""
BUT = re.compile(
    r"\b(?:however|instead|though|also|jedoch|stattdessen|dafür|dennoch|gern[e]?|sehr)\b,?",
    re.IGNORECASE,
)
NO_JOB = re.compile(
    r"\b(?:appl(?:y|ying)|opportunity|chance|option|feedback|advice|place on|lists?|pool|session"
    r"|database|reserve|register|bewerben|warteliste|rückmeldung|möglichkeit|beratung)\b",
    re.IGNORECASE,
)
"""What is offered to those who do not get the job."""
MOST, LONGEST = 150, 1_000


def says_offer(sentence: str) -> bool:
    """Whether this one does."""
    if HEDGED.search(sentence[:LONGEST]):
        return False
    return OFFERS.search(sentence) is not None or takes_on(sentence)


def only_registered(text: str) -> bool:
    """Whether it is about an account, a profile or a list to be on."""
    return REGISTERED.search(own_text(text)) is not None


def takes_on(sentence: str) -> bool:
    """Whether it says so by itself, in words that nobody writes who has not decided yet."""
    said = " ".join(sentence[:LONGEST].split())
    if HEDGED.search(said):
        return False
    asks = re.split(r"[;:]|,? (?:and|und) (?:please|bitte)\b", said)[0]
    return TAKES_ON.search(asks) is not None and NOT_YET.search(asks) is None


def offers_another(text: str) -> bool:
    """Whether it offers a job beside the one that it refuses: the Deputy post instead."""
    read = sentences(own_text(text))[:MOST]
    return any(
        TAKES_ON.search(said) and not (NOT_YET.search(said) or NO_JOB.search(said))
        for each in read
        if not HEDGED.search(each.text[:LONGEST])
        for part in TURNS.split(each.text[:LONGEST])
        for said in [" ".join(BUT.sub(" ", part).split())]
    )


def offers_in(text: str, subject: str) -> bool:
    """Whether the subject or a sentence does."""
    read = sentences(own_text(text))[:MOST]
    said = (subject[:300], *(each.text[:LONGEST] for each in read))
    return any(says_offer(each) for each in said)
