"""The vocabulary of column headers, in seven languages, and of other trackers' exports.

A header may stand at several facts: then what stands in the column decides.
"""

PLAIN_NOTES = (
    "notes|note|details|comments|comment|remarks|notizen|notiz|bemerkung|bemerkungen|"
    "kommentar|kommentare|anmerkung|anmerkungen|remarques|commentaire|commentaires|notas|nota|"
    "comentarios|comentario|observaciones|observacoes|observacao|commenti|osservazioni|"
    "annotazioni|notities|notitie|opmerkingen|opmerking"
)
"""Headers that say nothing which their words don't."""

ALIASES = {
    "company": "company|company name|employer|employer name|organisation|organization|business|"
    "firm|firma|unternehmen|arbeitgeber|betrieb|companyname|hiring company|where applied|client|"
    "end client|"
    "entreprise|societe|employeur|nom de l entreprise|empresa|compania|nombre de la empresa|"
    "empleador|nome da empresa|azienda|societa|nome azienda|datore di lavoro|bedrijf|"
    "bedrijfsnaam|werkgever|organisatie|organizacion|organizacao|startup",
    "role": "role|position|title|job title|job|job position|job role|role title|position title|"
    "vacancy|opening|stelle|stellenbezeichnung|berufsbezeichnung|jobtitel|titel|job name|"
    "position name|stellentitel|tatigkeit|role applied for|position applied for|job applied for|"
    "poste|intitule|intitule du poste|titre|titre du poste|fonction|emploi|offre|puesto|cargo|"
    "posicion|vacante|titulo|vaga|posicao|funcao|titulo da vaga|ruolo|posizione|mansione|"
    "titolo|posizione lavorativa|functie|functietitel|vacature|rol|function|designation",
    "location": "location|where|city|place|job location|office|suburb|town|ort|standort|stadt|"
    "arbeitsort|einsatzort|region|locations|state|country|land|lieu|ville|localisation|pays|"
    "ubicacion|ciudad|lugar|localidad|pais|localizacao|local|cidade|localidade|luogo|citta|sede|"
    "localita|locatie|plaats|stad|provincia|address",
    "applied_on": "applied on|date applied|applied date|application date|date of application|"
    "applieddate|date|date submitted|submitted on|submission date|date sent|when|when applied|"
    "beworben am|bewerbungsdatum|datum|datum der bewerbung|abgeschickt am|applied at|submitted|"
    "apply date|day applied|date i applied|bewerbung am|gesendet am|applied|sent|sent on|day|"
    "date application sent|application sent|date de candidature|date candidature|postule le|"
    "date d envoi|envoye le|candidature envoyee le|date de postulation|fecha|fecha de aplicacion|"
    "fecha de solicitud|fecha de postulacion|fecha de envio|fecha de candidatura|aplicado el|"
    "fecha aplicacion|data|data da candidatura|data de candidatura|data de envio|enviado em|"
    "data da aplicacao|candidatura em|candidatei me em|data candidatura|data di candidatura|"
    "data invio|inviata il|data di invio|sollicitatiedatum|datum sollicitatie|gesolliciteerd op|"
    "verstuurd op|beworben|date postule",
    "status": "status|stage|state|current status|application status|current stage|list|list name|"
    "board list|column|stand|bewerbungsstatus|phase|progress|outcome|result|ergebnis|response|"
    "statut|etat|etape|resultat|estado|etapa|fase|situacion|situacao|resultado|stato|"
    "esito|risultato|uitkomst|resultaat|reponse|respuesta|resposta|risposta|antwort|reactie|"
    "retorno|devolutiva|riscontro|retour|terugkoppeling|what happened next|"
    "stato candidatura|estado de la solicitud|decision|pipeline|situation|"
    "where i am|where its at|where it is at|where it stands|where things are at|where things stand|"
    "where i m at|where im at|where i am at|where i stand|where we are at|how its going|"
    "how it is going|how it went|kanban status|final result|final status",
    "link": "link|url|job link|job url|posting link|posting url|website|web site|job ad|ad link|"
    "application link|applicant portal|portal|joburl|stellenlink|webseite|link to job|listing|"
    "job posting url|job post url|anzeige|stellenanzeige link|link to posting|application url|"
    "lien|lien de l offre|site web|enlace|enlace de la oferta|vinculo|sitio web|link da vaga|"
    "link annuncio|annuncio|vacature link|site|job posting|posting|offre|apply link",
    "source": "source|found via|found on|found at|via|job source|jobsource|job board|platform|site|"
    "channel|how found|where found|referral source|how i found it|quelle|gefunden uber|plattform|"
    "portal name|jobborse|applied via|found through|heard about|application site|website|"
    "plateforme|canal|origine|trouve sur|fuente|plataforma|origen|portal|fonte|origem|onde|"
    "piattaforma|canale|bron|platform|gevonden via|kanaal|referral|where from|source name",
    "pay_text": "pay|salary|wage|compensation|pay rate|rate|salary range|remuneration|package|"
    "gehalt|lohn|vergutung|gehaltsspanne|salary expectation|expected salary|comp|hourly rate|"
    "salaire|salario|sueldo|remuneracao|remuneracion|stipendio|retribuzione|ral|salaris|loon|"
    "banda salarial|rango salarial|fourchette|gehaltsvorstellung|total comp|base salary",
    "pay_min": "min salary|minimum salary|salary min|pay min|min pay|salary from|gehalt von|"
    "salaire min|salario minimo|salario min",
    "pay_max": "max salary|maximum salary|salary max|pay max|max pay|salary to|gehalt bis|"
    "salaire max|salario maximo|salario max",
    "pay_currency": "currency|salary currency|wahrung|devise|moneda|moeda|valuta",
    "pay_period": "pay period|salary period|per|salary type",
    "workplace": "workplace|workplace type|workplacetype|work mode|work type|remote|remote status|"
    "work arrangement|arbeitsmodell|remote hybrid onsite|work setting|wfh|homeoffice|type|"
    "job type|location type|mode|teletravail|mode de travail|modalidad|modalidade|teletrabajo|"
    "teletrabalho|remoto|modalita|smart working|werkplek|thuiswerken|remote y n|remote policy|"
    "tipo|work model|remoteness",
    "employment": "employment|employment type|job type|jobtype|contract type|type|hours|"
    "anstellungsart|beschaftigungsart|vertragsart|full time part time|employment status|umfang|"
    "contrat|type de contrat|tipo de contrato|contrato|jornada|tipo de vaga|regime|contratto|"
    "tipo di contratto|contract|dienstverband|contractvorm|tipo|art|work type",
    "applied_how": "how did you apply|how did i apply|how you applied|how applied|"
    "how i applied|method of contact|contact method|"
    "application method|method of application|how sent|applied by|art der bewerbung|bewerbungsweg|"
    "bewerbungsart|method|applied through|applied via|mode de candidature|moyen|como aplique|"
    "medio|como me candidatei|meio|modalita di invio|hoe gesolliciteerd",
    "posting": "description|job description|posting|job posting|job ad text|ad text|jd|"
    "stellenbeschreibung|beschreibung|stellenanzeige|anzeigentext|listing text|description du "
    "poste|descripcion|descripcion del puesto|descricao|descricao da vaga|descrizione|"
    "omschrijving|functieomschrijving",
    "closes_on": "closes on|closing date|closes|deadline|application deadline|due date|due|"
    "bewerbungsfrist|frist|bewerbungsschluss|expiry date|expires|expiration date|date limite|"
    "date de cloture|fecha limite|fecha de cierre|prazo|data limite|data de encerramento|"
    "scadenza|data di scadenza|sluitingsdatum|uiterste datum|apply by|closing",
    "saved_on": "date saved|saved on|created at|createdat|date added|added on|created|date created|"
    "erstellt am|angelegt am|hinzugefugt am|added|saved at|erfasst am|date found|found date|"
    "saved date|saved|created time|created on|found|found on|date discovered|discovered on|"
    "gefunden am|gespeichert am|enregistre le|ajoute le|date d ajout|guardado el|fecha de alta|"
    "salvo em|adicionado em|salvata il|aggiunto il|opgeslagen op|toegevoegd op|bookmarked on|"
    "date bookmarked|date logged|logged on",
    "response_on": "response date|date of response|responded on|date responded|reply date|"
    "date of reply|replied on|date heard back|heard back|heard back on|heard on|date heard|"
    "answer date|decision date|date of decision|response received|response|reply|response on|"
    "antwort am|antwortdatum|ruckmeldung am|datum der ruckmeldung|datum ruckmeldung|"
    "date de reponse|date reponse|reponse le|reponse recue le|fecha de respuesta|respuesta el|"
    "fecha respuesta|data da resposta|data de resposta|resposta em|data risposta|"
    "data di risposta|risposta il|reactiedatum|datum reactie|antwoord op|antwort|reponse|"
    "data do retorno|data de retorno|data riscontro|date de retour|"
    "respuesta|resposta|risposta|reactie|response day|first response|first response date",
    "status_on": "status date|date of status|status changed|status since|status updated|"
    "status change date|stage date|outcome date|result date|date of outcome|status datum|"
    "statusdatum|status seit|status vom|date du statut|date statut|fecha de estado|"
    "fecha del estado|data do status|data stato|datum status|stage changed|date closed|closed on|"
    "ended on|end date of process|date of result|status updated on|status update date",
    "interview_on": "interview on|interview date|date of interview|interviewed on|gesprach am|"
    "interviewtermin|gesprachstermin|vorstellungsgesprach am|interview 1 date|interview 2 date|"
    "interview 3 date|first interview date|second interview date|interview time|phone screen date|"
    "date d entretien|date de l entretien|entretien le|fecha de entrevista|fecha de la entrevista|"
    "entrevista el|data da entrevista|data de entrevista|entrevista em|data colloquio|"
    "data del colloquio|colloquio il|gesprek op|datum gesprek|interviewdatum|interview dates|"
    "date entretien|fecha entrevista|data entrevista|interview day|interview scheduled",
    "rejected_on": "rejected on|date rejected|rejection date|rejected date|absage am|absagedatum|"
    "date of rejection|datum der absage|date de refus|refuse le|date refus|fecha de rechazo|"
    "rechazado el|data da rejeicao|data de recusa|recusado em|data rifiuto|rifiutata il|"
    "afgewezen op|datum afwijzing|rejection received",
    "rejection_words": "rejection reason|reason for rejection|reason|why rejected|absagegrund|"
    "what they said|rejection notes|motif de refus|motif du refus|motivo de rechazo|"
    "motivo del rechazo|motivo da recusa|motivo|motivo del rifiuto|reden afwijzing|"
    "reden van afwijzing|grund der absage|reason rejected",
    "offer_on": "offer on|offer date|date offered|date of offer|angebot am|offer received on|"
    "date de l offre recue|date d offre|data da proposta|data offerta|datum aanbod|offered on",
    "excitement": "excitement|interest|interest level|rating|priority|stars|favourite|begeisterung|"
    "prio|prioritat|priorite|interet|prioridad|interes|prioridade|interesse|priorita|prioriteit|"
    "favorite|fit",
    "step_applied": "applied|applied?|did i apply|beworben|postule|candidature envoyee|aplicado|"
    "aplique|candidatei me|candidatura enviada|inviata|candidatura inviata|gesolliciteerd|"
    "have i applied|application sent|applied y n|sent|submitted|application submitted|me postule",
    "step_active": "active|still active|in progress|ongoing|in-progress|still going|open|actif|"
    "activo|ativo|attivo|actief|aktiv|en cours|still open|alive|live",
    "step_over": "closed|closed?|over|ended|finished|archived|is archived|inactive|"
    "beendet|abgeschlossen|archiviert|termine|cloture|cerrado|encerrado|chiuso|afgerond|gesloten",
    "step_rejected": "auto rejected|rejected|rejection|auto-rejected|denied|absage|abgelehnt|"
    "refus|refuse|rechazado|rechazo|recusado|rejeitado|rifiutato|afgewezen|afwijzing|declined|"
    "rejected?",
    "step_phone_screen": "phone screen|recruiter call|recruiter screen|phone call|phone interview|"
    "screening|screening call|hr screen|hr call|telefoninterview|recruiter|phone|telefon|"
    "telephone|recruiter interview|initial call|intro call|hr interview|entretien telephonique|"
    "appel telephonique|llamada|llamada telefonica|entrevista telefonica|entrevista rh|ligacao|"
    "telefonata|colloquio telefonico|colloquio hr|telefoongesprek|belgesprek|prescreen|"
    "pre screen|screen|telefonat|recruiter phone screen|phone screening|hr round|entretien rh",
    "step_video": "video interview|zoom interview|video call|one way video|videointerview|zoom|"
    "hirevue|video|entretien video|visio|entretien visio|videollamada|entrevista por video|"
    "videoconferencia|videocolloquio|video gesprek|teams call|virtual interview",
    "step_onsite": "onsite|on site|onsite interview|in person interview|final onsite|vor ort|"
    "on campus|campus interview|on-campus|in person|sur place|entretien sur place|presencial|"
    "entrevista presencial|in sede|op locatie|superday|site visit|face to face|onsites|"
    "vorstellungsgesprach vor ort|virtual onsite|campus",
    "step_panel": "panel|panel interview|jury|panel round",
    "step_assessment": "assessment|technical interview|technical assessment|technical|test|"
    "technical interview assessment|technical screen|coding test|take home|take home test|"
    "online assessment|oa|probearbeiten|einstellungstest|skills test|coding challenge|"
    "code challenge|takehome|homework|assignment|hackerrank|coding interview|coding|"
    "technical round|tech interview|tech screen|technical test|test technique|entretien technique|"
    "prueba tecnica|entrevista tecnica|teste tecnico|prova tecnica|colloquio tecnico|"
    "technische test|technisch gesprek|trial shift|trial day|proefdag|challenge|code test|"
    "take home assignment|take home challenge|project|aptitude test|work sample",
    "step_case": "case|case study|case interview|fallstudie|etude de cas|caso|estudo de caso",
    "step_other": "hiring manager|hiring manager interview|hm interview|interview|interviews|"
    "1st interview|first interview|2nd interview|second interview|3rd interview|third interview|"
    "final interview|final round|interview 1|interview 2|interview 3|round 1|round 2|round 3|"
    "gesprach|vorstellungsgesprach|team interview|zweitgesprach|erstgesprach|interviewed|"
    "entretien|entretiens|entretien 1|entretien 2|1er entretien|2e entretien|entrevista|"
    "entrevistas|entrevista 1|entrevista 2|primera entrevista|segunda entrevista|"
    "primeira entrevista|colloquio|colloquio 1|colloquio 2|primo colloquio|secondo colloquio|"
    "gesprek|1e gesprek|2e gesprek|eerste gesprek|tweede gesprek|interview 4|round 4|final|"
    "manager interview|hm|hm call|r1|r2|r3|number of interviews|interview rounds|rounds|"
    "vorstellungsgesprache|culture fit|behavioral|behavioral interview|interview?|"
    "sollicitatiegesprek",
    "step_offer": "offer|offer received|offered|got offer|angebot|zusage|job offer|"
    "offre recue|oferta|oferta recibida|proposta|proposta recebida|offerta|aanbod|offer?|"
    "offer extended",
    "step_accepted": "offer accepted|accepted|hired|angenommen|acceptee|accepte|aceptado|aceito|"
    "accettato|accettata|geaccepteerd|got it",
    "step_withdrawn": "withdrawn|withdrew|i withdrew|zuruckgezogen|retiree|retirado|ritirata|"
    "ritirato|ingetrokken|desistido",
    "step_silent": "ghosted|no response|no answer|no reply|ghosted?|keine antwort|sans reponse|"
    "sin respuesta|sem resposta|nessuna risposta|geen reactie",
    "private_notes": "gender|disability|disability status|veteran status|ethnicity|race|"
    "sexual orientation|religion|marital status|date of birth|geschlecht|schwerbehinderung|"
    "behinderung|current salary|my current salary|question and answers|handicap|genre|genero|"
    "discapacidad|deficiencia|genere|disabilita|geslacht|eeo|demographics",
    "tags": "tags|tag|labels|label|my tags|categories|schlagworte|schlagworter|etiketten|"
    "etiquettes|etiquetas|etichette",
    "notes": f"{PLAIN_NOTES}|info|more info|other|misc|feedback|"
    "ruckmeldung|next step|next steps|follow up|contact|contact person|ansprechpartner|"
    "recruiter name|contact name|contact email|email|phone|telefon|job post notes|recruiter|"
    "telephone|date posted|posted|posted on|posting date|posted date|publication date|"
    "date published|published|veroffentlicht am|date de publication|fecha de publicacion|"
    "data de publicacao|data pubblicazione|publicatiedatum|start date|starting date|starts on|"
    "start|eintrittsdatum|startdatum|date de debut|fecha de inicio|data de inicio|data inizio|"
    "date opened|opened|opened on|opening date|last updated|last update|updated|updated at|"
    "last modified|last contact|last contacted|date of last contact|follow up date|"
    "date followed up|followed up|next follow up|last edited time|last edited|end date|"
    "contact phone number|skills|industry|sector|secteur|branche|seniority|level|team|"
    "department|documents|resume|cover letter|cv|resume name|lettre|secteur d activite|"
    "setor|settore|requirements|benefits|size|interviewer|interviewers|thank you sent|"
    "nachster schritt|prochaine etape|relance|date de relance|proximo paso|proximo passo|"
    "prossimo passo|volgende stap|date withdrawn|withdrawn on|linkedin|salary notes|"
    "application id|reference|ref|job id|requisition|follow ups|updated on|pros|cons",
    "skip": "index|id|no|nr|number|#|lfd nr|row|row number|no.|nummer|s no|sno|sl no|numero|n",
}
DATE = r"\b(?:date|datum|when|day|fecha|data|on|at|am|em|op|el|il|le)\b"
MAY_BE_TOO = {
    "status": "interview|interviews|rejected|offer|in progress|active|open|applied|tags|labels|"
    "tag|label",
    "rejected_on": "rejected|rejection|absage|refus|rechazo",
    "offer_on": "offer|offered|offer received|angebot",
    "interview_on": "interview|interviews|gesprach|entretien|entrevista|colloquio|gesprek",
}
"""Headers that name something else first."""
LOOSE = (
    (r"gender|disabilit|veteran|ethnic|sexual orient|religion|marital|behinder|current salary",
     "private_notes"),
    (rf"interview.*{DATE}|{DATE}.*interview|gesprach.*datum|{DATE}.*(?:entretien|entrevist|colloqui"
     r"|gespre)", "interview_on"),
    (rf"(?:reject|absage).*{DATE}|{DATE}.*(?:reject|absage|refus|rechaz|rifiut|afwij)",
     "rejected_on"),
    (rf"offer.*{DATE}|{DATE}.*offer", "offer_on"),
    (r"clos(?:es|ing)|deadline|frist|\bdue\b|expir|scaden|prazo|limite", "closes_on"),
    (rf"(?:respon[sd]|repl(?:y|ied)|heard|answer|antwort|ruckmeld|repons|respuest|rispost|reacti)"
     rf".*{DATE}|{DATE}.*(?:respon[sd]|repl(?:y|ied)|heard|answer|antwort|ruckmeld|repons|respuest"
     r"|respost|rispost|reacti|decision)", "response_on"),
    (rf"(?:status|stage|statut).*{DATE}|{DATE}.*(?:status|stage|statut|outcome|result)",
     "status_on"),
    (r"(?<!rejection )\b(?:outcome|result|ergebnis|resultat|resultado|esito)s?\b|"
     r"\bcurrent (?:round|step|stage|phase)\b|what happened|"
     r"\bwhere (?:are|do|am) (?:we|i|things)\b|\bhow far\b", "status"),
    (r"post(?:ed|ing) |publi|start|begin|open(?:ed|s|ing)|updat|modif|edited|follow|contact|"
     r"last |relance|eintritt|inicio|inizio|debut|available|birth|graduat|withdr", "notes"),
    (r"(?:saved|added|created|found|discover|bookmark|logged|erstellt|angelegt|gespeichert|gefunden"
     r"|guardad|salv|ajout|enregistr|opgeslagen)(?!.*(?:via|through|where))", "saved_on"),
    (rf"(?:{DATE}|sent).*(?:appl|submit|sent|bewerb|bewor|candidat|postul|apli[ck]|inscri|"
     r"ansok|ansog|soknad|basvuru|envio|envoi|invi"
     rf"|sollicit)|(?:appl|submit|bewerb|bewor|candidat|postul|apli[ck]|"
     rf"inscri|ansok|ansog|soknad|basvuru|envoy|envi|sollicit).*{DATE}",
     "applied_on"),
    (r"\burl\b|\blink\b|website|portal|\blien\b|enlace", "link"),
    (r"\bjob board\b|source|found|quelle|gefunden|platform|plateform|fuente|fonte", "source"),
    (r"company|employer|\bagency\b|organi[sz]ation|firma|unternehmen|arbeitgeber|entrepris|empresa|aziend"
     r"|bedrijf|werkgever", "company"),
    (r"position|\brole\b|title|stelle|\bjob\b|\bposte\b|puesto|\bcargo\b|\bvaga\b|\bruolo\b"
     r"|functie|vacature", "role"),
    (r"salary|\bpay\b|wage|gehalt|lohn|compensation|salair|salari|sueldo|stipend", "pay_text"),
    (r"location|\bcity\b|\bort\b|standort|\bville\b|\blieu\b|ciudad|cidade|\bciudad\b|citta"
     r"|locatie", "location"),
    (r"status|\bstage\b|statut|\bestado\b|\bstato\b", "status"),
    (r"remote|workplace|teletr|hybrid", "workplace"),
    (r"technical|assess|coding|take ?home|challenge|\btests?\b", "step_assessment"),
    (r"phone|recruiter (?:call|screen)|screen(?:ing)?\b|telefon|telephon", "step_phone_screen"),
    (r"on ?site|campus|in person", "step_onsite"),
    (r"interview|entretien|entrevist|colloqui|gesprach|gesprek|\bround\b", "step_other"),
)  # fmt: skip
PLAIN_DATES = frozenset(("date", "datum", "fecha", "data", "when", "day", "dates", "tag"))
"""Words that say no more than that it is a day."""
