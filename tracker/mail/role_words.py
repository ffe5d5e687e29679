"""The words that a role and its company stand between in a mail."""

import re

from tracker.mail.people_words import WEEKDAYS

LARGE = "A-ZÀ-ÖØ-ÞĀČŁŌŠŪŽ"
CAPITAL = rf"[{LARGE}0-9][\w&/’'+-]{{0,30}}"
BETWEEN_WORDS = r"(?:(?:of|and|for|the|in|to|und|für|&|-|–)[ ]){0,2}"
ROLE_NAME = rf"[{LARGE}][\w&/’'+-]{{0,30}}(?:[ ]{BETWEEN_WORDS}[{LARGE}&(]?{CAPITAL}){{0,6}}"
SOCIETY = (
    r"(?:Gesellschaft|Stiftung|Verein|Verband|Institut|Zentrum|Akademie|Amt|Schule"
    r"|[A-ZÄÖÜ][a-zäöü]{1,20}(?:gesellschaft|stiftung|verein|verband|institut|zentrum|amt|schule))"
    r"[ ](?:für|zur|zum|der|des)[ ]"
    r"(?:(?:[a-zäöüß-]{3,25}(?:e|er|en|es)[ ])?[A-ZÄÖÜ][\w-]{1,40}"
    r"(?:,?[ ](?:(?:und|der|des|für|in|&)[ ])?(?=[A-ZÄÖÜ]|[a-zäöüß-]{3,25}[ ][A-ZÄÖÜ]))?){1,8}"
    r"(?:[ ]?(?:mbH|gGmbH|e\.[ ]?V\.))?"
)
"""Named by what it is for: Gesellschaft für nachhaltige Binnenschifffahrt mbH."""
COMPANY_NAME = (
    rf"(?:{SOCIETY}|"
    rf"[{LARGE}0-9][\w.&’'+-]{{0,30}}"
    rf"(?:[ ](?:(?:of|and|for|the|und|für|&)[ ]){{0,2}}[{LARGE}&][\w&’'+-]{{0,30}}){{0,5}}"
    r"(?:[ ]g(?:GmbH|AG|UG)\b)?)"
)
PLACE_OF_WORK = (
    r"(?:[A-ZÄÖÜ][a-zäöü]{1,20}(?:klinikum|klinik|krankenhaus|schule|amt|gericht|zentrum|heim"
    r"|haus|bibliothek|verwaltung|gärtnerei|praxis|bank|kasse|verband|theater|museum)"
    r"|Klinikum|Klinik|Krankenhaus|Kita|Kindergarten|Kindertagesstätte|Schule|Gymnasium|Hochschule"
    r"|Universität|Rathaus|Amt|Museum|Theater|Hotel|Gasthof|Gasthaus|Restaurant|Café|Bäckerei"
    r"|Stadt|Gemeinde|Landkreis|Kreis|Jobcenter|Praxis|Kanzlei|Verlag|Institut|Zentrum|Apotheke"
    r"|Ministerium|Stadtwerken?|Bibliothek|Verein|Stiftung)"
)
INSIDE = re.compile(
    r"\b(?:als|Stelle|Bewerbung|\w{0,24}[Gg]espräch|Kennenlernen|Team|arbeiten)\b"
    r"(?:[^.\n]|\d\.){0,90}?[ ](?:im|am|beim|in[ ]der|in[ ]dem|an[ ]der|bei[ ]der|bei[ ]den)[ ]"
    rf"(?P<company>{PLACE_OF_WORK}"
    r"(?:[ ](?:(?:St\.|Sankt|am|an[ ]der)[ ])?[A-ZÄÖÜ][\w-]{1,30}){1,3})"
    r"(?![^.\n]{0,20}\bstatt\b)"
)
"""Where somebody works, in German: im Klinikum Seeblick, beim Landratsamt Rosenau."""
BEHIND_FOR_ALL = re.compile(
    r"[ ](?P<more>[A-ZÄÖÜ][\w&/’'+-]{1,40}"
    r"(?:[ ](?:(?:und|and|&|für|for|of)[ ])?[A-ZÄÖÜ][\w&/’'+-]{1,40}){0,4})"
)
"""What goes on behind the brackets: Kundenservice, of "Sachbearbeiter (m/w/d) Kundenservice"."""
HOW_WORKED = re.compile(
    r"(?:Voll|Teil)zeit|Minijob|Werkstudent\w{0,5}|Ref|Ref\.|Stellen\w{0,10}|ID|Standort|Full|Part"
    r"|Remote|Hybrid|Einladung|Absage|Zusage|Interview|Position|Role|Job|Sehr|Guten|Hallo|Liebe\w?"
    r"|Dear|Hi|We|I|You|Wir|Ihre?|Sie|Your|The|On|At|In"
)
NOUN = re.compile(r"[ ](?:role|position|job|vacancy|post|opening|Stelle)\b(?![ ]of\b)")
"""Behind the name of a role."""
ROLE_AFTER = re.compile(
    r"(?:\b(?:[Rr]ole|[Pp]osition|[Jj]ob|[Vv]acancy|[Pp]ost|[Ss]telle)"
    r"(?:[ ](?:of|as|als)[ ](?:an?[ ]|the[ ]|our[ ])?|[ ]?:[ *]{0,8}|[ ]\([\"“]?|[ ][\"“])"
    r"|\b(?:[Aa]pplication|[Aa]pplying|[Aa]pplied|[Ii]nterview(?:ed|ing|s)?(?:[ ]you)?"
    r"|[Bb]ewerbung|[Vv]orstellungsgespräch"
    r"|[Cc]onsidered|[Ss]hortlisted|[Cc]andidate)[ ](?:for|as|als)"
    r"[ ](?:an?[ ]|the[ ]|our[ ]|their[ ]|(?:the[ ]|our[ ])?(?:role|position|job|post)"
    r"[ ](?:of|as)[ ](?:an?[ ])?)?"
    rf"|\b[Ii]nterview[ ]with[ ]{COMPANY_NAME}[ ]for[ ](?:an?[ ]|the[ ])?)"
    rf"(?P<role>{ROLE_NAME})"
)
"""Before one."""
BESIDES_IT = re.compile(
    rf"(?:(?:,[ ]|[ ]?/[ ]?|[ ][-–—|][ ])(?:and[ ]|und[ ])?{ROLE_NAME}){{1,4}}"
    r"(?=(?:[ ]?\([^()\n]{0,40}\))?(?:[ ](?:at|with|within|bei)[ ]"
    r"|[ ](?:role|position|job|vacancy|post|opening)\b))"
)
"""What goes on behind its first comma up to where its company stands: Officer, Water and Parks."""
LISTED_FOR_ALL = re.compile(rf"\b(?:als|as|for)[ ](?P<role>{ROLE_NAME}(?:,[ ]{ROLE_NAME}){{1,4}})$")
AFTER_COMMA = re.compile(r",[ ]([^,:|()–—\n]{1,80}?)(?=,|:[ ]|[ ]+[-–—|@•/(]|$)")
COMPANY = re.compile(
    r"(?:[ ](?:role|position|job|vacancy|post|opening))?(?:[ ]?\([^()\n]{0,40}\))?"
    r"(?:[ ](?:here|based|available|that[ ]is[ ]open))?,?[ ](?:at|with|bei|within|@)[ ]"
    rf"(?:the[ ]|der[ ]|dem[ ])?(?P<company>{COMPANY_NAME})"
)
CLIENT = re.compile(
    rf"\b(?:(?:[Oo]ur|[Mm]y|a)[ ]client(?:,|[ ]is|[ ]at|:|[ ]–)?[ ](?:the[ ])?"
    rf"|\b(?:[Rr]epresent(?:ing)?|[Rr]ecruiting[ ](?:for|with)|[Aa]cting[ ]for)[ ](?:the[ ])?"
    rf"|[Oo]n[ ]behalf[ ]of[ ](?:(?:our|my)[ ]client,?[ ])?(?:the[ ])?)"
    rf"(?P<company>{COMPANY_NAME})"
)
"""Whom a recruiter writes for."""
ASKED = re.compile(
    rf"(?:^|(?<=[\n.!][ ])|(?<=\n))(?:The[ ])?(?P<company>{COMPANY_NAME})"
    r"[ ](?:have|has)[ ](?:asked|engaged|retained)[ ](?:us|me)\b"
)
NEWS = re.compile(
    r"\b(?:[Nn]ews|[Ff]eedback|[Ii]nterview|[Mm]eeting|[Oo]pportunity|[Rr]ole|[Ss]teps|[Tt]eam)[ ]"
    rf"(?:from|with|at)[ ](?:the[ ])?(?P<company>{COMPANY_NAME})"
)
THEIR = re.compile(
    rf"(?P<company>{COMPANY_NAME})[ ](?:would[ ](?:like|love)|wants?|(?:is|are)[ ]keen)[ ]to[ ]"
    r"(?:meet|interview|see|speak)"
)
INVITES = re.compile(
    rf"\b(?:The[ ])?(?P<company>{COMPANY_NAME})"
    r"[ ](?:(?:has|have)[ ](?:invited|shortlisted|selected|chosen)|invites?)[ ]you\b"
)
AGENCY = re.compile(
    r"recruit|talent|staffing|\bsearch|search\.|personnel|\bhays\b|randstad|hudson|adecco|manpower"
    r"|robert half|michael page|personalvermittlung|executive search|consult\w{0,4} group",
    re.IGNORECASE,
)
"""The name of somebody who looks for people for others; a company's own team may be called so."""
JOB = re.compile(
    r"\b(?:officer|manager|assistant|analyst|clerk|coordinator|co-ordinator|administrator|adviser"
    r"|advisor|engineer|developer|designer|accountant|bookkeeper|teacher|nurse|receptionist|chef"
    r"|cook|baker|barista|waiter|waitress|driver|technician|electrician|plumber|carpenter|mechanic"
    r"|consultant|specialist|supervisor|director|lead|leader|head|architect|scientist|researcher"
    r"|librarian|editor|writer|producer|planner|buyer|trainer|tutor|lecturer|worker|assessor"
    r"|inspector|operator|secretary|representative|associate|executive|intern|apprentice|trainee"
    r"|cleaner|gardener|hand|labourer|carer|paralegal|solicitor|lawyer|tester|programmer|strategist"
    r"|copywriter|journalist|merchandiser|cashier|salesperson|agent|guard|host|hostess|porter"
    r"|pharmacist|physiotherapist|therapist|psychologist|counsellor|dentist|hygienist|vet"
    r"|veterinarian|surveyor|estimator|foreman|welder|fitter|storeperson|packer|picker|dispatcher"
    r"|scheduler|controller|auditor|underwriter|broker|actuary|economist|statistician|archivist"
    r"|curator|ranger|attendant|concierge|housekeeper|caretaker|caseworker|facilitator|owner|master"
    r"|entwickler(?:in)?|leiter(?:in)?|referent(?:in)?|sachbearbeiter(?:in)?|berater(?:in)?"
    r"|\w{3,20}(?:arin|erin|istin|eurin|ystin|entin|antin)|\w{3,20}(?:analyst|entwickler|ingenieur"
    r"|techniker|mechaniker|elektroniker|kaufmann|kauffrau|fachkraft|pfleger|lehrer|planer|meister"
    r"|assistent|berater|leiter|referent)|bibliothekar|ingenieur(?:in)?|assistent(?:in)?|verkäufer(?:in)?)s?\b",
    re.IGNORECASE,
)
"""What people are called by their work."""
TERMS = re.compile(
    r"\([^()\n]{0,80}\b(?:cover|leave|hybrid|remote|on-?site|full[- ]?time|part[- ]?time|casual"
    r"|contract|fixed[- ]term|temp(?:orary)?|permanent|\d+ months?|Teilzeit|Vollzeit|befristet"
    r"|unbefristet|Elternzeit\w*|Homeoffice|Vertretung)\b[^()\n]{0,80}\)",
    re.IGNORECASE,
)
"""How a job is worked, in brackets behind its name: no company."""
SUBJECT_PARTS = re.compile(
    r"[ ][-–—|@•/][ ]|:[ ]|,[ ]|[ ]\(|\)|[ ](?:with|at|for|bei|als)[ ](?:the[ ])?"
)
FRAME = re.compile(
    r"^(?:(?:re|fw|fwd|aw|wg)\b:?[ ]*){0,3}(?:(?:your|outcome|result|update|status|on"
    r"|an?|the|new|updated|first|second|final|online|job"
    r"|video|phone|panel|invitation|invite|to|interview(?:s|ing)?|confirm(?:ed|ation)?|request"
    r"|details|reschedul\w{1,5}|moved|change|time|of|application|applied|invited|congratulations"
    r"|shortlisted|vorstellungsgespräch|gespräch|termin|einladung|zum|zur|stelle|bewerbung"
    r"|ihre?|ref(?:erence)?(?![a-z])[ .:#]*[\w/-]*)"
    r"\b[ ]*)+"
    r"|[ ](?:interview|role|position|job|vacancy|application|opportunity|trial)"
    r"(?:[ ](?:invitation|invite|details|confirmation|time))?$",
    re.IGNORECASE,
)
"""What a subject says besides."""
NO_ROLE = re.compile(
    rf"^(?:|re|fwd?|aw|wg|(?:{WEEKDAYS})\b.*|\d.*|Interview\w*"
    r"|Application|Role|Position|Job|The|Our|Your|This|That|We|I|You|Ref\b.*|HR|New|Next|Please"
    r"|Thank.*|Good.*|Video|Phone|Zoom|Teams"
    r"|(?:(?:Neuer|Video|Zoom|Teams|Meeting)[ ])?Links?|Rooms?|Raum|Venue|Dial-?[ ]?in|Passcode)$",
    re.IGNORECASE,
)
IN_NAME = frozenset({"of", "and", "for", "the", "in", "to", "und", "für", "im", "&", "-", "–"})
STOPS = frozenset(
    (
        *("the", "a", "an", "our", "their", "your", "this", "that", "my", "his", "her", "its"),
        *("new", "same", "first", "right", "exact", "advertised", "current", "any", "another"),
        *("other", "each", "which", "what", "no", "every", "full-time", "part-time", "casual"),
        *("of", "for", "in", "to", "at", "as", "and", "or", "is", "are", "was", "with", "about"),
    )
)
GENERIC = frozenset(
    (
        *("hr", "recruiting", "recruitment", "recruiter", "hiring", "team", "talent", "people"),
        *("careers", "career", "jobs", "job", "offer", "interview", "application", "position"),
        *("role", "vacancy", "question", "about", "your", "our", "my", "the", "a", "an", "and"),
        *("for", "of", "from", "to", "next", "step", "steps", "stage", "good", "news", "update"),
        *("status", "outcome", "result", "invitation", "chat", "call", "meeting", "closed", "info"),
        *("contact", "office", "department", "service", "company", "reply", "noreply", "test"),
        *("exercise", "task", "assessment", "references", "documents", "information", "thanks"),
        *("kennenlernen", "kennenlerngespräch", "gespräch", "einladung", "termin", "terminabsage"),
        *("absage", "zusage", "angebot", "frage", "fragen", "rückfrage", "zu", "zum", "zur", "und"),
        *("ihre", "ihrer", "deine", "deiner", "für", "bewerbung", "bewerbungen", "stelle"),
        *("gesellschaft", "firma", "unternehmen", "stiftung", "verein", "karriere", "personal"),
        *("personalabteilung", "bewerbermanagement", "kontakt", "unterlagen", "zeugnisse"),
        *("nachricht", "aufgabe", "nachfrage", "eingangsbestätigung", "in", "am", "bei", "uns"),
    )
)
"""Words that name no company, alone or with others of them."""
