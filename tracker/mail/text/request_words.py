"""The words by which a sentence asks the person for something, and by which it only seems to."""

import re

PAPERS = (
    r"(?:referees?|references?|certificates?|certifications?|documents?|documentation|transcripts?"
    r"|cop(?:y|ies)|proof|evidence|licen[cs]es?|passport|visa|work rights|right to work|forms?"
    r"|questionnaire|application form|portfolio|work samples?|samples?|cv|résumé|resume|curriculum"
    r"|cover(?:ing)? letter|selection criteria|statement|payslips?|police check|checks?|clearance"
    r"|degree|diploma|qualifications?|attachments?|file|page|photo|scans?|pdf|contact details"
    r"|phone numbers?|details of|names of|(?:two|three|their) names|information|declaration|consent"
    r"|id|identification|citizenship|\w{0,24}staatsangehörigkeit"
    r"|\w{0,24}zeugnis(?:se)?|\w{0,24}unterlagen|\w{0,24}nachweise?|\w{0,24}bescheinigung(?:en)?|\w{0,24}zertifikate?"
    r"|kontaktdaten|\w{0,24}referenz(?:en|personen|geber\w{0,24})?|\w{0,24}kopien?|\w{0,24}lebenslauf|anschreiben|\w{0,24}bogen|\w{0,24}formular"
    r"|\w{0,24}dokumente?|\w{0,24}arbeitsproben?|\w{0,24}führerschein\w{0,24}|\w{0,24}ausweis\w{0,24}|\w{0,24}erlaubnis|\w{0,24}urkunden?"
    r"|\w{0,24}diplom|\w{0,24}abschluss|\w{0,24}abschlüsse|\w{0,24}angaben|\w{0,24}anlagen?|\w{0,24}anhang"
    r"|ansprechpartner\w{0,5}|telefonnummern?"
    r"|bank(?:ing)? details|tax file number|tfn|super(?:annuation)? fund|date of birth|blue card"
    r"|steuer-?id|bankverbindung|iban|\w{0,24}versicherungsnummer|geburtsdatum|birth cert"
    r"|vaccination (?:records?|card)|(?:schreib|text)proben?"
    r"|code of conduct|\w{0,24}erklärung|\w{0,10}selbstauskunft)"
)
FACTS = (
    r"(?:salary|pay|remuneration|wage|hourly rate|day rate|package|expectations?|availability"
    r"|available|notice(?: period)?|start date|start(?:ing)?|hours|days|questions?|interested"
    r"|willing|able|relocat\w{1,24}|commute|drive|experience|hold|have|prefer\w{0,24}|residency|citizen\w{0,24}"
    r"|eligib\w{1,24}|answers?|reason|why|when|which|whether|what|how"
    r"|gehalt\w{0,24}|lohn\w{0,24}|vorstellung(?:en)?|verfügbar\w{0,24}|kündigungsfrist|eintritt\w{0,24}|beginn\w{0,24}"
    r"|anfangen|starten|stunden\w{0,24}|umfang|interesse|interessiert|frage[n]?|ob|wann|welche\w{0,24}|wie)"
)
SEND = (
    r"(?:send|forward|provide|supply|submit|upload|attach|e-?mail|mail|share|give|pass on|bring"
    r"|complete|fill (?:in|out)|sign|return|resend|include|scan|enclose|let (?:me|us) have|enter"
    r"|nominate|name|finali[sz]e|lodge|shoot|flick|ping)"
)
TELL = (
    r"(?:tell (?:me|us)|let (?:me|us) know|advise|confirm|clarify|explain|answer|specify|state"
    r"|indicate|share|give (?:me|us)|say|outline|respond to|reply with|come back to (?:me|us) with)"
)
EITHER = rf"\b(?:{PAPERS}|{FACTS})\b"
BETWEEN, WHERE = r"[^.!?\n]{0,80}", r"[^.!?\n]{0,120}"
ASKS = re.compile(
    # Could you send us two references? Please tell us your notice period.
    rf"\b(?:could|can|would|will|may i ask|please|kindly|pls|need|ask|asking|like|want|require)\b"
    rf"(?:(?!\bwe will\b)[^.!?\n]){{0,60}}?"
    rf"\b(?:{SEND}\b{WHERE}\b{PAPERS}|{TELL}\b{WHERE}\b{FACTS})\b"
    rf"|\b(?:could|can|would) you\b[^.!?\n]{{0,40}}\b(?:{SEND}|{TELL})\b{BETWEEN}\?"
    # You are required to complete the form, which must be returned; log in and finish your profile.
    rf"|\b(?:everybody|everyone|all (?:\w{{1,20}} )?(?:applicants|candidates)|applicants"
    rf"|candidates|each applicant)\b[^.!?\n]{{0,30}}\b(?:must|needs? to|ha(?:s|ve) to|(?:is|are)"
    rf" (?:asked|required|requested) to)\b[^.!?\n]{{0,20}}\b{SEND}\b{WHERE}\b{PAPERS}\b"
    rf"|\b{PAPERS}\b{WHERE}\b(?:we|i) need you to\b[^.!?\n]{{0,20}}\b{SEND}\b"
    rf"|\bthere(?:['’]s| is)\b[^.!?\n]{{0,30}}\b{PAPERS}\b[^.!?\n]{{0,20}}\bto (?:sign|complete"
    r"|fill (?:in|out)|return)\b"
    rf"|\b(?:acknowledge|accept|agree to|confirm)\b[^.!?\n]{{0,40}}\b{PAPERS}\b"
    r"[^.!?\n]{0,30}\bsigning\b"
    rf"|\byou (?:are|must|have to|need to) ?(?:now |also |kindly |still )?(?:required to|asked to"
    rf"|requested to|invited to)? ?{SEND}\b{WHERE}\b{PAPERS}\b"
    rf"|\b{PAPERS}\b[^.!?\n]{{0,40}}\b(?:must|needs? to|ha(?:s|ve) to|should|(?:is|are) to) be"
    r" (?:\w{1,24} )?(?:submitted|returned|completed|sent|provided|uploaded|signed"
    r"|filled|received)\b"
    r"|\b(?:please|(?:could|can|would) you|need you to|must"
    r"|(?:need|have|required|asked|requested) to"
    r"|(?:log|sign)[ -]?in)\b"
    rf"{BETWEEN}\b(?:complete|finish|fill (?:in|out)|update|add)\b{BETWEEN}"
    r"\b(?:sections?|profile|fields|your application|details|steps?|portal)\b"
    r"|\bhave you (?:got )?(?:a|an|another|any other|a different)\b[^.!?\n]{0,20}"
    r"\b(?:number|e-?mail|referees?|copy|contact|address)\b[^.!?\n]{0,60}\?"
    # We noticed that you forgot to attach the cover letter.
    rf"|\byou (?:forgot|did not|didn['’]t|have not|haven['’]t|missed)\b[^.!?\n]{{0,30}}"
    rf"\b(?:attach\w{{0,3}}|includ\w{{1,3}}|upload\w{{0,3}}|sen[dt]|add\w{{0,3}}|enclosed?)\b"
    rf"[^.!?\n]{{0,40}}\b{PAPERS}\b"
    # We still need your certificates; your transcript is missing.
    rf"|\b(?:we|i)(?:['’]d| would| do)?(?: still| also| only| just| now| first)?"
    rf" (?:need|require|are (?:still )?(?:missing|waiting for|lacking)|miss|lack)\b"
    rf"(?: to (?:see|have|receive|know))?{BETWEEN}\b(?:{PAPERS}|your (?:{FACTS}))\b"
    rf"|\b{PAPERS}\b[^.!?\n]{{0,60}}\b(?:(?:is|are|was|were) (?:still )?(?:missing|outstanding"
    r"|not (?:attached|included))|could not be opened|(?:won['’]t|did not|didn['’]t) open)\b"
    rf"|\b(?:missing|outstanding|need|require)\b[^.!?\n]{{0,40}}:\s{BETWEEN}\b{PAPERS}\b"
    rf"|\bask(?:ing)? (?:you|all \w{{1,24}}|every\w{{0,24}}) (?:to (?:{SEND})|for)\b{WHERE}{EITHER}"
    # What are your salary expectations? Do you hold a licence?
    rf"|\b(?:what|when|which|how (?:soon|much|many|long|far|would)|are you|do you|would you"
    rf"|could you|can you|have you|is your|will you|may (?:i|we) (?:ask|contact|call)|by when)\b"
    rf"{BETWEEN}{EITHER}{BETWEEN}\?"
    r"|\b(?:we|i) (?:have|had) (?:just )?(?:a|one|two|three|some|another|a couple of|a few)"
    r" (?:\w{1,24} ){0,2}questions?\b(?! you)",
    re.IGNORECASE,
)
ASKS_DE = re.compile(
    rf"\b(?:könnten|können|würden|möchten|dürfen|dürften|wären) (?:sie|wir)\b{WHERE}"
    rf"{EITHER}{WHERE}\?"
    rf"|\b(?:könntest|kannst|würdest|magst) du\b{WHERE}{EITHER}{WHERE}\?"
    rf"|\b(?:könnten|können|würden) sie uns\b{WHERE}\b(?:schicken|senden|nachreichen|zukommen"
    r"|mitteilen|nennen|beantworten|zusenden|zuschicken|übermitteln|sagen|verraten)\b"
    rf"|\b(?:bitte|bitten)\b{WHERE}\b(?:schick|send|reich|übermittel|lad|füll|teil|nenn|gib|geb|unterschreib|unterzeichn"
    rf"|beantwort|bestätig|lass|ergänz|sag|mail|zusend|nachreich|einreich|zukommen|mitteil)\w{{0,24}}"
    rf"{WHERE}{EITHER}"
    rf"|\b(?:schick|send|reich|übermittel|lad|füll|teil|nenn|beantwort|ergänz)\w{{0,24}}\b"
    rf"{BETWEEN}\bbitte\b{WHERE}{EITHER}"
    rf"|\b(?:bitte|bitten)\b{WHERE}{EITHER}{WHERE}\b(?:zu|nach|ein|aus|hoch|mit|an)?"
    r"(?:zu)?(?:schicken|senden|reichen|übermitteln|laden|füllen|teilen|nennen|geben|mailen|ergänzen"
    r"|vervollständigen)\b"
    r"|\b(?:bitte|loggen|melden)\b[^!?\n]{0,80}\b(?:ergänz|vervollständig|aktualisier)\w{1,3} sie\b"
    r"[^.!?\n]{0,40}\b(?:profil|felder|abschnitte|daten|bewerbung)\b"
    rf"|\b(?:alle )?(?:bewerber\w{{0,8}}|kandidat\w{{0,8}})\b[^.!?\n]{{0,20}}\bmüssen\b{WHERE}"
    rf"\b{PAPERS}\b{BETWEEN}\b(?:ausfüllen|unterschreiben|einreichen|bestätigen)\b"
    rf"|^(?:[^.,!?\n]{{0,40}},? )?(?:schicken|senden|mailen|reichen) sie (?:mir|uns)\b(?! kein)"
    rf"{WHERE}\b{PAPERS}\b"
    rf"|\bfüllen sie\b{BETWEEN}\b{PAPERS}\b"
    rf"|\b(?:bitten wir|wir bitten|bitte ich|ich bitte)\b{WHERE}\bum\b{WHERE}{EITHER}"
    rf"|\b(?:benötigen|brauchen|bräuchten|vermissen|erbitten) (?:wir|ich)\b{WHERE}\b{PAPERS}\b"
    rf"|\b(?:wir|ich) (?:benötigen?|brauchen?|bräuchten?|vermissen?|erbitten?)\b{WHERE}\b{PAPERS}\b"
    rf"|\b(?:fehlt|fehlen)\b{BETWEEN}{EITHER}"
    rf"|\b{PAPERS}\b{BETWEEN}\b(?:fehlt|fehlen)\b"
    rf"|\b{PAPERS}\b{BETWEEN}\b(?:ist|sind|muss|müssen)\b{BETWEEN}\b(?:aus|ein|zurück|nach|hoch)?"
    r"(?:zu)?(?:füllen|senden|schicken|reichen|laden|gefüllt|gesandt|gesendet|gereicht|geschickt)\b"
    r"|\b(?:wie|wann|welche\w{0,24}|was|haben|besitzen|wären?|sind|hätten|besteht|können|könnten) "
    rf"{BETWEEN}\b(?:ihre?\w{{0,24}}|sie|ihnen|deine?\w{{0,24}}|du|dir|dich)\b{BETWEEN}\?"
    r"|\b(?:wir hätten|hätten wir|wir haben|haben wir|ich habe|habe ich|ich hätte|hätte ich)\b"
    r"[^.!?\n]{0,30}\b(?:eine|noch|ein paar|zwei|drei|einige|kurze)\b"
    r"[^.!?\n]{0,20}\b(?:rück)?fragen?\b",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"\b(?:any|other|further|more) (?:\w{1,24} )?"
    r"(?:questions|queries|concerns|enquiries|information)\b"
    r"|\bif (?:you|your|there|anything|we)\b|\bshould you\b|\bunless\b|\bhesitate\b"
    r"|\bfeel free\b|\bsurvey\b|\bhow (?:did|was|were|likely)\b|\brate (?:us|your)\b"
    r"|\bplease (?:note|see|find|allow|be|read(?! (?:\w+ ){0,5}?and (?:then )?(?:sign|complete"
    r"|fill|return|acknowledge))|visit|keep|quote|do not|don['’]t|check|ensure"
    r"|make)\b"
    r"|\b(?:let (?:me|us) know|tell (?:me|us)) (?:of|about) any\b|\badjustments?\b"
    r"|\b(?:we|i)(?:['’]ll| will| shall| may| might| can)(?: then| also)? (?:ask|need|require"
    r"|contact|request|let|confirm|send|share|tell|advise|be)\b|\bno (?:need|further|action)\b"
    r"|\b(?:received|got|have|thank(?:s| you) for(?: sending)?) your\b[^.!?\n]*$(?<!\?)"
    r"|\bfalls\b|\bwenn\b|\bsollten?\b|\bsofern\b|\b(?:bei|für) (?:rück)?fragen\b"
    r"|\b(?:haben|hast) (?:sie|du) (?:noch |weitere )?fragen\b|\bbeachten\b|\bgeduld\b"
    r"|\bumfrage\b|\bgern(?:e)? zur verfügung\b|\bwir (?:teilen|werden|geben|melden|senden) "
    r"|\bwie (?:geht|war|waren)\b|\bsehen sie\b|\bhaben (?:ihre|deine)\b|\bhaben wir ihre\b"
    r"|\b(?:applicants|candidates|bewerber\w{0,24}) (?:will|may|werden)\b"
    r"|\bpassword\b|\bpasswort\b|\bunsubscribe\b|\babmelden\b"
    r"|\bclick\b(?![^.!?\n]{0,80}\b(?:complete|fill|form|questionnaire)\b)|\bfriends?\b",
    re.IGNORECASE,
)
"""In case of questions, or only told: nothing is wanted by now."""
MEETS = re.compile(
    r"(?=.*\b(?:interview|meet(?:ing)?|chat|call|talk|zoom|coffee|\w{0,24}gespräch\w{0,24}"
    r"|termin\w{0,24}"
    r"|treffen|kennenlern\w{0,24}|telefonat|telefonieren)\b)"
    r".*\b(?:availab\w{0,24}|free|suits?|works?|times?|days?|when|slots?|wann|passt|zeit"
    r"|open to|willing"
    r"|offen|austausch)\b",
    re.IGNORECASE,
)
"""When to meet: that is an invitation."""
TO_WORK = re.compile(
    r"\b(?:shifts?|start|weekends?|hours|full[- ]time|part[- ]time|casual|anfangen|beginnen|starten"
    r"|schicht\w{0,24}|wochenende\w{0,24}|teilzeit|vollzeit)\b",
    re.IGNORECASE,
)
"""Beside "available", that it is to work, and not to meet."""
POLITELY = re.compile(
    r"\bif (?:possible|convenient|that['’]?s (?:ok|okay|fine)"
    r"|you (?:could|can|would|don['’]t mind))\b"
    r"|\bwenn (?:möglich|es geht)\b|\bfalls (?:möglich|vorhanden)\b|\bmöglichst\b"
    r"|\bif you have (?:one|them|it|any)\b",
    re.IGNORECASE,
)
"""It is wanted all the same."""
GIVEN = re.compile(rf"\b{PAPERS}\b", re.IGNORECASE)
ON_PAPERS = re.compile(
    r"\bsubject to\b[^.!?\n]{0,80}|\bsign(?:ed)?,? (?:date,? )?(?:and|&) (?:return|send)(?:ed)?\b"
    r"(?![^.!?\n]{0,80}\b(?:contract|offer|agreement|letter)\b)",
    re.IGNORECASE,
)
"""What an offer says of papers, and a request for them too."""
MAY_ASK = re.compile(
    rf"{EITHER}|\?|\b(?:sections?|profile?|fields|portal|application|details)\b", re.IGNORECASE
)
HANDED = re.compile(
    rf"\b(?:{SEND}|missing|outstanding|need|require|lack|waiting for|would(?:n['’]t| not) open"
    r"|(?:could|can|may) (?:we|i) (?:have|get|see)|ask (?:you )?for)\b"
    r"|\b(?:schick|send|reich|nachreich|einreich|übermittel|lad|benötig|brauch|bräucht|fehl"
    r"|vermiss|nenn|nachzu|zuzu|erbitt|bitten wir|bekommen|erhalten)\w{0,24}|\bzukommen\b",
    re.IGNORECASE,
)
"""That a paper is to be handed over, and not only whether the person has one."""
YES_OR_NO = re.compile(
    r"\?\s*$|\b(?:whether|if) (?:you|your)\b|\bob (?:sie|du)\b|\b(?:tell|confirm|let us know)\b",
    re.IGNORECASE,
)
AND_ASKS = re.compile(
    r",?[ ](?:and|und)(?:[ ]also)?[ ](?=(?:by[ ]|ab[ ]|from[ ])?"
    r"(?:when|what|how|why|where|which|who|do|does|did|are|is|would|could|can|have|will|wann|wie|was|welche\w{0,2}|warum|wo|haben|sind"
    r"|ist|könnten|können|würden|wären|hätten|besitzen)\b)",
    re.IGNORECASE,
)
"""Between two questions in one sentence."""
