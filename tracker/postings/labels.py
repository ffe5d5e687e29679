"""Words that stand before a fact on a page or in an ad, in English and German."""

import re

LABELS_OF: dict[str, str] = {
    "company": (
        "company|company name|employer|organisation|organization|organisation name|agency|"
        "hiring organisation|hiring organization|advertiser|"
        "business|school|institution|client|recruiter|hiring company|government agency|"
        "arbeitgeber|unternehmen|firma|dienststelle|behörde|betrieb|firmenname|auftraggeber|"
        "name des arbeitgebers|ausbildungsbetrieb|träger|einrichtung|council|trust|"
        "name of organisation|posted by|organisation/entity|entity"
    ),
    "role": (
        "role|job title|position|position title|title|vacancy|job|role title|post|opening|"
        "post title|vacancy title|job role|stelle|stellenbezeichnung|position/title|"
        "stellentitel|berufsbezeichnung|tätigkeit|titel|bezeichnung|jobtitel|gesucht wird|"
        "position name|job name|occupation|beruf|titel des stellenangebots|"
        "stellenangebotstitel|name of role|announcement title"
    ),
    "location": (
        "location|locations|job location|job locations|"
        "work location|place|place of work|city|where|office|"
        "office location|base|based|based in|duty station|duty location|site|town|region|"
        "town/city|workplace location|location(s)|primary location|position location|"
        "standort|standorte|arbeitsort|arbeitsorte|ort|einsatzort|dienstort|dienstsitz|arbeitsplatz|"
        "einsatzorte|beschäftigungsort|arbeitsstätte|duty locations|suburb|city/town|base location"
    ),
    "workplace": (
        "workplace|workplace type|workplace information|"
        "work arrangement|work arrangements|working arrangement|"
        "working arrangements|remote|"
        "remote status|remote work|remote type|work mode|working model|work model|location type|"
        "job location type|arbeitsmodell|homeoffice|home office|remote job|remote working|"
        "telework eligible|telework|on-site/remote|arbeitsweise|mobiles arbeiten|flexibility|"
        "home-office|office policy|work style|working style|work setting|work policy|work format"
    ),
    "employment": (
        "employment type|job type|work type|contract type|employment|type|hours|type of contract|"
        "type of employment|type of position|position type|schedule|working pattern|contract|"
        "engagement type|commitment|time type|job status|status|tenure|appointment type|"
        "employment status|engagement|working hours|basis|work schedule|terms|duration|"
        "beschäftigungsart|anstellungsart|arbeitszeit|vertragsart|anstellung|beschäftigung|umfang|"
        "beschäftigungsumfang|stellenumfang|arbeitszeitmodell|art der beschäftigung|befristung|"
        "vertrag|stellenart|arbeitsverhältnis|pensum|dauer|anstellungsverhältnis|"
        "vertragsverhältnis|appointment|work hours|angebotsart|vertragsdauer|job category type|"
        "pattern|arbeitszeiten|time|role type|type of role|type of job|vacancy type"
    ),
    "pay_text": (
        "salary|pay|remuneration|salary range|compensation|pay range|wage|wages|package|pay rate|"
        "hourly rate|rate|rate of pay|pay scale|annual salary|base salary|total remuneration|"
        "salary package|salary/rate|salary (pa)|compensation range|gehalt|vergütung|entgelt|lohn|"
        "bezahlung|jahresgehalt|stundenlohn|gehaltsspanne|monatsgehalt|bruttogehalt|gehaltsband|"
        "vergütungsspanne|verdienst|eingruppierung|entgeltgruppe|gehaltsrahmen|what you’ll earn|"
        "salary details|pay & benefits|pay and benefits|salary and benefits|salary information|"
        "besoldung|bewertung|ausbildungsvergütung|starting salary|day rate|daily rate|"
        "expected salary|estimated salary|salary & benefits|classification|total package|"
        "pay grade|tarif|pay details|salary band|base pay|base pay range|jahresbruttogehalt|"
        "bruttojahresgehalt|jahresbrutto|monatsbrutto|annual pay|pay rates|stundensatz"
    ),
    "closes_on": (
        "closing date|closes|closes on|closing|applications close|applications close on|close date|"
        "application deadline|deadline|apply by|apply before|applications due|due date|"
        "application closing date|closing date for applications|closing time|expires|expiry date|"
        "valid through|valid until|open until|last day to apply|advert closes|closing on|"
        "job closes|"
        "bewerbungsfrist|bewerbungsschluss|bewerben bis|bewerbung bis|bewerbungen bis|frist|"
        "ausschreibungsfrist|ende der bewerbungsfrist|bewerbungsende|einsendeschluss|"
        "bewerbungsfrist endet am|online bis|gültig bis|veröffentlicht bis|anzeige gültig bis|"
        "end date|applications closing date|deadline for applications|application end date|"
        "closing date & time|closing date and time|application close date|job closing date|"
        "open & closing dates|bewerbungen bis zum|application closes|applications must be in by|"
        "vacancy closes|closing date/time|apply until|please apply by|deadline to apply|"
        "application due date|applications due by|bewerbung bis zum|bewerben bis zum"
    ),
    "subject": "subject|betreff",
    "department": "department|department or agency|ministry|directorate|portfolio|business unit|"
    "fachbereich|abteilung|ressort",
    "apart": (
        "source|quelle|found on|gefunden bei|reference|job id|job reference|requisition "
        "id|vacancy id|reference number|ref|ref no|"
        "posted|posted on|date posted|posting date|start date|starting|start|beginn|eintrittsdatum|"
        "referenznummer|kennziffer|chiffre|contact|ansprechpartner|ansprechpartnerin|kontakt|"
        "enquiries|industry|branche|category|function|level|seniority level|job family|"
        "veröffentlicht am|job number|announcement number|division|team|classification level|"
        "phone|email|telephone|telefon|from|to|von|an|date|datum|experience|education|website|"
        "reports to|openings|number of openings|job function|industries|employees|opening date|"
        "open date|salary type|travel|security clearance|arbeitsbeginn|anzahl|eintritt|"
        "anzahl offener stellen|eintritt|berufserfahrung|department/division|languages|"
        "skills|key skills|benefits|about|"
        "overview|description|requirements|responsibilities|job description|summary|service"
    ),
}
"""Fact, and its labels; those "apart" end what stands before them and say nothing to be kept."""
LABELS = {label: fact for fact, labels in LABELS_OF.items() for label in labels.split("|")}
LONGEST = 45
"""Characters of a label."""
AROUND = re.compile(r"^[\W_]{1,10}|[\s:：*_.\-–—]{1,10}$")
IN_BRACKETS = re.compile(r"\s?\([^()]{0,20}\)$")


def fact_of(said: str) -> str:
    """The fact that words stand before, or nothing."""
    if len(said) > LONGEST:
        return ""
    plain = AROUND.sub("", AROUND.sub("", said.casefold())).replace("'", "’").strip()
    plain = " ".join(plain.split())
    return LABELS.get(plain) or LABELS.get(IN_BRACKETS.sub("", plain), "")
