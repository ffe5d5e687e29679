"""The vocabulary of status columns: words that are plain by themselves, and what words stand for.

All of it is written as `plain.folded` leaves it: without accents and signs.
"""

PLAIN = {
    "applied": "applied|submitted|sent|application sent|application submitted|beworben|"
    "eingereicht|abgeschickt|versendet|bewerbung gesendet|bewerbung verschickt|applied for|"
    "candidature envoyee|postule|envoye|envoyee|candidatura enviada|enviado|enviada|postulado|"
    "aplicado|solicitud enviada|candidatura inviata|inviato|inviata|candidato|gesolliciteerd|"
    "sollicitatie verstuurd|verstuurd|aplique|me postule|candidatei me|inscrito",
    "interview": "interview|interviewing|interviews|interviewed|gesprach|im gesprach|"
    "screen|einladung|eingeladen|"
    "vorstellungsgesprach|bewerbungsgesprach|interview scheduled|interview stage|entretien|"
    "entrevista|entrevistas|colloquio|gesprek|sollicitatiegesprek",
    "rejected": "rejected|rejection|declined by them|not selected|unsuccessful|absage|abgelehnt|"
    "abgesagt|turned down|denied|not successful|absage erhalten|no|refus|refuse|refusee|"
    "rechazado|rechazada|rechazo|descartado|recusado|recusada|rejeitado|rejeitada|reprovado|"
    "rifiutato|rifiutata|respinto|scartato|afgewezen|afwijzing|non retenu|non retenue",
    "silence": "ghosted|no reply|no response|no answer|keine antwort|keine ruckmeldung|"
    "never heard back|silence|crickets|not heard back|sans reponse|sin respuesta|sem resposta|"
    "senza risposta|nessuna risposta|geen reactie|geen antwoord|sem retorno|funkstille",
    "lead": "draft|new|saved|wishlist|wish list|bookmarked|interested|interesting|interessant|"
    "to apply|not applied|not applied yet|not yet applied|entwurf|neu|gemerkt|vorgemerkt|geplant|"
    "todo|to do|not started|nicht begonnen|sin empezar|pas commence|nao iniciado|applying|"
    "want to apply|offen zur bewerbung|lead|idea|researching|preparing|"
    "nicht beworben|noch nicht beworben|a postuler|por aplicar|por postular|a candidatar|"
    "da inviare|te solliciteren|brouillon|borrador|rascunho|bozza|backlog|prospect|shortlist|"
    "considering|discovered|found|idee|guardado|guardada|salvo|salva|salvato|bewaard|opgeslagen",
    "dated": "in progress|in bearbeitung|open|offen|active|aktiv|laufend|ongoing|wip|en cours|"
    "en proceso|en curso|em andamento|in corso|lopend|actif|activo|ativo|attivo|actief|"
    "in process|still going|abierto|abierta|aberto|aberta|aperto|aperta|ouvert|ouverte",
    "offer": "offer|offered|offer received|job offer|got offer|angebot|zusage|angebot erhalten|"
    "negotiating|negotiation|verbal offer|offre|offre recue|proposition recue|oferta|"
    "oferta recibida|oferta recebida|proposta|proposta recebida|offerta|offerta ricevuta|aanbod|"
    "aanbod ontvangen|offer extended|offer made|offer letter|received offer|written offer",
    "offer_accepted": "accepted|offer accepted|accepted offer|hired|angenommen|"
    "angebot angenommen|eingestellt|got the job|signed|accepte|acceptee|offre acceptee|embauche|"
    "embauchee|aceptado|aceptada|oferta aceptada|contratado|contratada|aceito|proposta aceita|"
    "accettato|accettata|offerta accettata|assunto|assunta|aangenomen|aanbod geaccepteerd",
    "offer_declined": "offer declined|declined offer|declined the offer|angebot abgelehnt|"
    "i declined|turned down offer|turned down the offer|rejected offer|offer rejected by me|"
    "offre declinee|offre refusee|oferta rechazada|proposta recusada|offerta rifiutata|"
    "aanbod afgewezen|aanbod geweigerd|rejected the offer|rejected their offer|refused offer|"
    "refused the offer|declined their offer|offer turned down",
    "withdrawn": "withdrew|withdrawn|i withdrew|zuruckgezogen|withdrawn by me|"
    "bewerbung zuruckgezogen|candidature retiree|retire|retirado|retirada|candidatura retirada|"
    "ritirato|ritirata|candidatura ritirata|ingetrokken|teruggetrokken|sollicitatie ingetrokken|"
    "desisti|desistiu|me retire",
    "role_closed": "closed|geschlossen|job closed|position closed|role closed|cancelled|canceled|"
    "on hold|position cancelled|role cancelled|job cancelled|stelle gestrichen|position on hold|"
    "ferme|fermee|cerrado|cerrada|fechado|fechada|chiuso|chiusa|gesloten|hiring freeze",
    "archived": "archived|archiviert|expired|abgelaufen|archive|archivee|archivado|arquivado|"
    "archiviato|gearchiveerd|over|done|finished|ended|dead|inactive|beendet|vorbei|"
    "abgeschlossen|cloture|termine|afgerond|erledigt|completed|complete|finalizado|encerrado|"
    "concluso|expire|expirado|scaduto|verlopen",
    "feedback_received": "feedback received|got feedback|feedback erhalten|feedback",
    "action_taken": "action taken",
}
UNSURE = frozenset(
    ("no|abgesagt|feedback|candidato|shortlist|retire|considering|found|oferta rechazada|"
     + PLAIN["archived"] + "|" + PLAIN["role_closed"]).split("|")
) - {"archived", "archiviert", "archivee", "archivado", "arquivado", "archiviato",
     "gearchiveerd"}  # fmt: skip
"""Words that don't say how it ended, or who did it."""

TALKS = (
    r"(?:job |virtual |informal |informational |group |final |first |second |third |initial )*"
    r"interview\w*|phone (?:screen\w*|call|chat|interview)|phonescreen|(?:recruiter|hr|intro\w*|"
    r"discovery|screening|exploratory|initial|first|video|zoom|teams|hm|manager) "
    r"(?:call|screen|chat|interview|round|meeting)|hiring manager(?: (?:call|interview|round|"
    r"screen|chat|meeting))?|hm|final rounds?|on ?site|panel|technical|tech (?:screen|round|test)|"
    r"assessments?|take ?home\w*|coding(?: (?:challenge|test|exercise|round))?|oa|hacker ?rank|"
    r"codility|case stud\w+|homework|assignment|trial (?:day|shift|week)|work trial|"
    r"(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|last|next) rounds?|rounds? \d+|r\d|"
    r"(?:aptitude|skills|personality|psychometric) tests?|test|meeting|video call|superday|"
    r"\w*gesprach\w*|\w*gespraech\w*|telefoninterview|\w*runde|kennenlernen|probearbeit\w*|"
    r"probetag|fallstudie|einstellungstest|entretiens?|entrevue|visio|appel|test technique|"
    r"entrevistas?|llamada|prueba(?: tecnica)?|teste(?: tecnico)?|colloqui\w*|prova|"
    r"\w*gesprek\w*|kennismaking|proefdag|videollamada|chamada|videochiamata"
)
CONCEPTS: tuple[tuple[str, str], ...] = (
    # whole phrases first
    ("S", r"(?:want |need |plan\w* |ready |have |yet |still |going |about )*to (?:be )?"
          r"(?:appl(?:y|ied)|submit\w*|send|sent)(?: to| for)?|(?:will|shall|must) apply|apply"
          r"(?: (?:now|soon|later|next|asap|today|tomorrow))*|applying|"
          r"(?:noch |zu |will mich |moch?te mich )*bewerben|a (?:postuler|candidater|envoyer|"
          r"faire|traiter)|postuler|candidater|(?:por|para|pendiente de|quiero) (?:aplicar|"
          r"postular|enviar|solicitar|inscribirme)(?:me)?|aplicar|postular|"
          r"(?:para |a |vou )*(?:me )?"
          r"candidatar(?: me)?|a enviar|da (?:candidare|inviare|fare)|candidarsi|"
          r"(?:te|nog|nog te|wil) solliciteren|solliciteren|te doen|te versturen"),
    ("d", r"maybe|probably|perhaps|hopefully|might|if|unless|likely|unlikely|expect\w*|unsure|"
          r"vielleicht|wohl|vermutlich|peut etre|quizas?|tal vez|talvez|forse|misschien|soll|"
          r"re ?applied|almost|nearly|possibl\w+|should|want(?:ed)?|hop(?:e|ing)|fast"),
    ("F", r"no longer (?:available|open|accepting\w*|exists?)"),
    ("s", r"(?:rejected|declined|refused|turned down) (?:them|it|this|the (?:job|role|position|"
          r"company))|"
          r"turned (?:them|it) down|rechace|rehuse|recusei|rejeitei|ho rifiutato|rifiutai|"
          r"heb (?:geweigerd|afgewezen)"),
    ("w", r"(?:not|no longer|lost|kein|pas|sem|senza|geen|sin) (?:interest\w*|interess\w*)"),
    ("R", r"no longer (?:being |under |in |an? )*(?:consider\w*|candidate|moving)|"
          r"(?:(?:i|we) (?:was|were|got|have been)|ive been|got) (?:rejected|refused|declined|"
          r"turned down)|(?<!offer )(?<!invite )(?<!invitation )turned down$|"
          r"passed over|they passed(?! me)|passed they|passed on me|"
          r"(?:company|employer) passed|"
          r"knock(?:ed)? ?back|no thanks?(?: you)?|thanks but no thanks|nope|"
          r"(?:they )?sa(?:id|y|ys) no|"
          r"missed out|lost out|no luck|didnt make (?:it|the cut)|cut|screened out|weeded out|"
          r"filtered out|regret\w*|reponse negative|risposta negativa|respuesta negativa|"
          r"resposta negativa|(?:esito )?negativ[oa]|non idone[oa]|"
          r"(?:kommt )?nicht weiter"),
    ("E", r"(?:some|any)(?:one|body) (?:else|internal\w*)|(?:an)?other (?:candidates?|applicants?|"
          r"persons?|people)|(?:different|stronger|better|preferred|more \w+) (?:candidates?|"
          r"applicants?)|internal(?:ly)?(?: (?:candidate|hire|applicant|person))?|"
          r"(?:intern|anderweitig)(?: (?:vergeben|besetzt))?|andere[nrs]? (?:bewerber\w*|"
          r"kandidat\w*|person)|jemand\w* andere\w*|"
          r"autres? (?:candidat\w*|personne)|quelqu un d autre|"
          r"en interne|interne|otr[oa]s? (?:candidat\w+|persona)|outr[oa]s? (?:candidat\w+|pessoa)|"
          r"internamente|altr[oa]i? (?:candidat\w+|persona)|qualcun altro|andere kandidaat|"
          r"iemand anders"),
    ("2", r"(?:an)?other (?:jobs?|offers?|company|position|role|employer|opportunity|place)|"
          r"elsewhere|different (?:jobs?|offers?|company|position|role)|andere[nsr]? (?:angebot|"
          r"stelle|job|firma)|anderswo|woanders|autre (?:offre|poste|emploi|entreprise)|ailleurs|"
          r"otra (?:oferta|empresa)|otro (?:trabajo|empleo|puesto)|outra (?:vaga|oferta|proposta|"
          r"empresa)|outro (?:emprego|trabalho)|altr[oa] (?:offerta|lavoro|azienda)|altrove|"
          r"andere (?:baan|functie)|elders"),
    ("U", r"(?:cv|resume|application|ats) (?:screen\w*|review\w*)|under (?:review|consideration|"
          r"evaluation)|in (?:review|consideration|evaluation)|being (?:reviewed|considered|"
          r"processed)|waiting(?: for| on| to)?|wait|await\w*|pending|review\w*|processing|"
          r"acknowledged?|viewed|seen|(?:in |wird |noch )*(?:der )?pruf\w+|geprufte?|"
          r"wart\w*(?: auf)?|"
          r"ausstehend|eingegangen|eingang\w*|(?:en )?attente|a l etude|en (?:examen|revision|"
          r"espera|evaluacion|analisis|estudio|cours d examen|cours de traitement)|en cours de "
          r"(?:traitement|examen)|pendientes?|pendentes?|esperando|aguardando|em (?:analise|"
          r"avaliacao|espera)|in (?:attesa|valutazione|esame|afwachting|behandeling)|afwachten|"
          r"wachten(?: op)?|attendo|espero|bestatig\w+|confirmation"),
    ("u", r"in progress|progress|in process|ongoing|active|open|wip|still going|going on|"
          r"in bearbeitung|lauft|laufend\w*|aktiv|offen|en cours|en (?:proceso|curso|tramite)|"
          r"em (?:andamento|curso|processo)|in (?:corso|gang)|lopende?"),
    ("X", r"cancel\w*|rescind\w*|revok\w*|retract\w*|pulled(?! out)|fell through|fallen through|"
          r"took (?:it )?back|taken back|called off|storniert|gestrichen|annul\w+|cancelad[oa]|"
          r"anulad[oa]|geannuleerd|afgezegd|geschrapt|"
          r"withdrawn by (?:them|company|employer|the company)"),
    ("W", r"(?:i )?(?:withdr[ae]w\w*|pulled out|dropped out|bowed out|backed out|opted out|"
          r"bailed)|zuruckgezogen|zuruckziehen|zuruckgenommen|ruckzug|retire[er]?e?|desist\w+|"
          r"abandonn\w+|retirad[oa]|me retire|renunci\w+|ritirat[oa]|rinunciat[oa]|ingetrokken|"
          r"teruggetrokken"),
    ("V", TALKS),
    ("v", r"screen(?:ing|ed)?|calls?|chat|finals?|rounds?|stage \d+"),
    ("J", r"not (?:an? |the |quite |that |really )*(?:(?:good|right|best|great|cultural?) )*"
          r"(?:fit|match|suitable|suited|qualified)|unsuitable|unqualified|"
          r"(?:over|under) ?qualified"),
    ("I", r"by (?:the )?(?:candidate|applicant)|i|ive|im|by me|by myself|"
          r"my (?:choice|decision|side)|on my (?:side|end)|ich|"
          r"habe|ho|hei|heb|he|ai|von mir|"
          r"meinerseits|je|j|par moi|yo|por mi|eu|por mim|da parte mia|da me|ik|door mij|we"),
    ("Y", r"(?:as )?(?:yet|of now)|still|so far|until now|noch|bisher|bislang|bis jetzt|encore|"
          r"pour l instant|aun|todavia|por ahora|de momento|ainda|ate agora|por enquanto|ancora|"
          r"per ora|nog|tot nu toe"),
    ("N", r"w o|no|not|never|nothing|none|without|didnt|dont|doesnt|havent|hasnt|hadnt|wasnt|isnt|"
          r"arent|wont|cant|couldnt|cannot|nicht|nichts|nix|kein\w*|nie|ohne|pas|ne|n|non|aucun\w*|"
          r"jamais|sans|rien|sin|nunca|ningun\w*|nada|nao|sem|nenhum\w*|nessun\w*|mai|senza|niente|"
          r"nulla|niet|niets|geen|nooit|zonder"),
    ("b", r"before|prior to|vor|avant|antes(?: d[aeo])?|prima(?: del?)?|voor"),
    ("M", r"after|following|post|then|at|in|during|nach|bei|beim|im|apres|suite a|a l|a la|"
          r"despues(?: de)?(?: la| el)?|tras|en|depois(?: d[aeo])?|apos|na|dopo|al|durante|bij"),
    ("R", r"reject\w*|denied|absagen?|abgelehnt|ablehnung|aussortiert|ausgeschieden|refus\w*|"
          r"rejete\w*|rejet|recale\w*|ecarte\w*|rechazad[oa]|rechazo|rechazaron|descartad[oa]|"
          r"denegad[oa]|desestimad[oa]|eliminad[oa]|rejeitad[oa]|rejeicao|recusad[oa]|recusa|"
          r"reprovad[oa]|rifiutat[oa]|rifiuto|respint[oa]|scartat[oa]|bocciat[oa]|esclus[oa]|"
          r"afgewezen|afwijzing|afgekeurd|geweigerd|unsuccessful\w*|dinged"),
    ("J", r"fail\w*|eliminated|durchgefallen|gescheitert|echoue\w*|echec|suspendid[oa]|gezakt|"
          r"bombed|flunked"),
    ("D", r"declin\w+|turn(?:ed|ing)? (?:(?:it|them|this) )?down|abgesagt|ausgeschlagen|passed on"
          r"(?: it| this)?"),
    ("o", r"offered|offering"),
    ("O", r"(?:verbal |written |job |conditional |formal |counter )*offers?(?: letter)?|"
          r"\w*angebot|zusagen?|offre|promesse d embauche|oferta|propuesta|proposta|offerta|"
          r"aanbod|aanbieding|negotiat\w+"),
    ("A", r"accept\w*|signed|angenommen|zugesagt|aceptad[oa]|firmad[oa]|aceit[oae]|accettat[oa]|"
          r"geaccepteerd|took|found(?= (?:an)?other)"),
    ("H", r"hired|hire|genommen|gewahlt|gekozen|choisie?|elegid[oa]|scelt[oa]|escolhid[oa]|"
          r"g[eo]t (?:the|this|it|a) ?(?:job|role|position)?|landed(?: it| the job)?|"
          r"eingestellt|embauche\w*|recrute\w*|contratad[oa]|contrataron|contratou|assunt[oa]|"
          r"aangenomen|chose|chosen|selected(?= (?:an)?(?:other|someone))|went with|"
          r"gone with|picked|given to"),
    ("P", r"(?:re)?applied|submitted|sent|beworben|eingereicht|abgeschickt|versendet|verschickt|"
          r"gesendet|geschickt|postule|envoye\w*|depose\w*|soumis\w*|enviad[oa]|postulad[oa]|"
          r"aplicad[oa]|presentad[oa]|inscrit[oa]|candidatei|submetid[oa]|inviat[oa]|"
          r"gesolliciteerd|verstuurd|verzonden|ingediend|me postule|aplique"),
    ("r", r"received|erhalten|bekommen|recue?s?|recibid[oa]|recebid[oa]|ricevut[oa]|ontvangen"),
    ("G", r"ghost\w*|(?:radio |dead |total |complete |pure )*silence|silent|crickets|stille|"
          r"funkstille|silencio|silenzio|stilte"),
    ("k", r"word|news|updates?|nouvelles?|noticias?|notizi\w+|bericht|nachricht\w*"),
    ("K", r"repl(?:y|ies|ied)|respon[sd]\w*|answer\w*|heard?(?: (?:back|anything|from them))?|"
          r"contact\w*|feedback|(?:call|calling) back|antwort\w*|geantwortet|"
          r"ruckmeldung\w*|gemeldet|gehort|reponse|repondu|retour|respuesta|"
          r"respondi\w+|contest\w+|resposta|retorno|rispost\w+|riscontro|notizi\w+|"
          r"reactie|antwoord|gereageerd|gehoord|results?|decision|outcome"),
    ("S", r"saved?|wish ?list\w*|draft\w*|bookmark\w*|interest\w*|interess\w*|wunschliste|"
          r"merkliste|gemerkt|vorgemerkt|entwurf|planned|brouillon|enregistre\w*|sauvegarde\w*|"
          r"favori\w*|preferiti|guardad[oa]|borrador|salv[oa]|salvat[oa]|rascunho|bozza|bewaard|"
          r"opgeslagen|geinteresseerd|\w*lijst|later|spater|todo|to do|to look at|research\w*|"
          r"prepar\w+|backlog"),
    ("F", r"filled|besetzt|vergeben|pourvue?|cubiert[oa]|preenchid[oa]|copert[oa]|vervuld|"
          r"ingevuld|taken|no longer available"),
    ("C", r"closed?|over|expired?|ended|finish\w*|done|dead|inactive|archived?|completed?|"
          r"geschlossen|abgelaufen|beendet|vorbei|archiviert|abgeschlossen|fermee?|clos|closee?|"
          r"cloturee?|expiree?|terminee?|cerrad[oa]|finalizad[oa]|terminad[oa]|vencid[oa]|"
          r"caducad[oa]|fechad[oa]|encerrad[oa]|expirad[oa]|chius[oa]|scadut[oa]|conclus[oa]|"
          r"gesloten|verlopen|afgerond|afgesloten|on hold|hold|paused|freeze|frozen"),
    ("Z", r"(?:re)?schedul\w*|invit\w*|booked|upcoming|arranged|confirmed|postponed|moved to|set|"
          r"eingeladen|einladung|termin|vereinbart|geplant|convo[ck]\w*|planifie\w*|programm?e?\w*|"
          r"prevue?|programad[oa]|agendad[oa]|convocad[oa]|citad[oa]|marcad[oa]|convidad[oa]|"
          r"fissat[oa]|uitgenodigd|uitnodiging|gepland|ingepland|verschoben|tomorrow|next week|"
          r"morgen|next"),
    ("Q", r"selected|short ?listed|passed|pass|advanc\w*|progressed|progressing|proceed\w*|"
          r"mov(?:ed?|ing) (?:forward|on|ahead)|going forward|through|success\w*|weiter|retenue?|"
          r"(?:pre)?selectionnee?|seleccionad[oa]|aprobad[oa]|apt[oa]|avanz\w+|selecionad[oa]|"
          r"aprovad[oa]|selezionat[oa]|superat[oa]|geselecteerd|ausgewahlt|bestanden|reussi\w*|"
          r"idone[oa]"),
    ("T", r"they|them|company|employer|client|recruiter\w*|hr|manager|firma|unternehmen|"
          r"arbeitgeber|sie|entreprise|employeur|ils|empresa|ellos|azienda|loro|eles|bedrijf|"
          r"werkgever|zij|us"),
    ("B", r"position|role|job|vacancy|requisition|req|posting|opening|opportunity|hiring|stelle|"
          r"poste|puesto|vacante|vaga|posizione|lavoro|functie|vacature|listing|process|proceso|"
          r"processo|project"),
    ("p", r"application|bewerbung|candidature|candidatura|solicitud|postulacion|sollicitatie|cv|"
          r"resume|lebenslauf|letter"),
)  # fmt: skip
"""What a word stands for, as a letter:

d doubt · w not interested · s I said no · I me · T they · E somebody else · 2 elsewhere ·
N not · Y yet · M after, at · b before ·
P sent · S to be sent · p application · U waits at theirs · u goes on · r received · V interview ·
v a talk, or a look at papers · Z agreed · Q got on · J failed · R no · D declined · O offer ·
o offered · A accepted · H taken on · X taken back · W withdrew · G silence · K answer ·
k news · C over · F filled · B the job
"""
FILLER = (
    r"\d+(?:st|nd|rd|th|er|e|eme|a|o|te[rs]?|ter)?|[a-z]|linked ?in|the|an|of|by|on|via|with|"
    r"from|for|to|this|that|their|my|me|it|and|but|was|were|"
    r"been|being|be|is|am|are|has|have|had|got|did|do|does|get|by post|e ?mail\w*|mail|auto\w*|"
    r"phone\w*|called|portal|website|online|linkedin|indeed|today|yesterday|mon|tue|wed|thu|fri|"
    r"sat|"
    r"sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|"
    r"july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|st|nd|rd|th|days?|weeks?|months?|ago|stage|phase|"
    r"step|status|state|back|soon|just|already|also|now|form|template|generic|person|in person|"
    r"der|die|das|den|dem|ein\w*|per|am|vom|von|mit|und|wurde|habe|hat|bin|ist|telefonisch|"
    r"personlich|schriftlich|le|la|les|un|une|de|du|des|par|a|ai|ete|est|et|avec|sur|pour|mon|ma|"
    r"el|los|las|una|del|por|con|ha|he|fue|sido|mi|ya|he sido|o|os|as|um|uma|da|do|dos|das|por|com|"
    r"foi|fui|minha|meu|il|lo|gli|uno|della|di|dal|e|stat[oa]|sono|mia|per|het|een|van|door|met|is|"
    r"erste\w*|zweite\w*|dritte\w*|premiere?|deuxieme|troisieme|primer[oa]?|segund[oa]|tercer[oa]?|"
    r"primeir[oa]|prim[oa]|second[oa]|terz[oa]|eerste|tweede|derde|zum|zur|wieder|mehr|meer|iets|"
    r"plus|mas|mais|piu|ever|any|rh|physique|montag|dienstag|mittwoch|donnerstag|freitag|lundi|"
    r"mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes|maandag|dinsdag|"
    r"woensdag|donderdag|vrijdag|telefonico|telefonisch\w*|telephonique|"
    r"tenido|recib\w+|avuto|ricevo|hebben|gekregen|ben|werd|mijn|op|via|tecnic[oa]|technique|"
    r"telefonic[oa]|yes|ok|sadly|unfortunately|leider|"
    r"malheureusement|very|really|politely|officially|verbal|final|initial|first|second|third|"
    r"1st|2nd|3rd|again|time|round|hard|soft|all|pre|new|sad|smh|damn|lol|ugh|yay|woo\w*"
)
SURE: tuple[tuple[str, str], ...] = (
    (r"[PIT]*G|[IT]*(?:N[IT]*K+|K+N)T?", "silence"),
    (r"[PITZQ]*[Vv]+[CZ]*M?[IT]*(?:G|N[ITP]*K+|K+N)T?|[PIT]*(?:G|N[ITP]*K+|K+N)[T]*M[ZQ]*[Vv]+",
     "silence_after_interview"),
    (r"[PIT]*(?:Y+N+[ITP]*[Kk]+|N+Y+[ITP]*[Kk]+|N+[ITP]*[Kk]+Y+|Y+U*[Kk]*)", "applied"),
    (r"[PIT]*[Vv]+M?(?:N+Y+K+|Y*N+K+Y+|Y+N+K+)", "interview"),
    (r"P?T?R+T?P?|RNK|RK|KR|Y?TR|PrR|rR|[TP]*N+[IT]*Q+T?|T[DJ]|DT|T?N+[IT]*H|NO|NOr|rNO|T?N+oN?",
     "rejected"),
    (r"T?[HAQZFO]*E[HQAF]*R?P?|RT?H?E|T?RM?E|FM?E|RFE?", "rejected"),
    (r"[RJ](?:N|b)(?:V|v)+|[RJ]b[Vv]|P?Rr", "rejected"),
    (r"T?R+T?M+Z?(?:V|v)+Z?|M+(?:V|v)+T?R+|T?N+[IT]*Q+M*V+|J+M*V+|NOM+V+",
     "rejected_after_interview"),
    (r"T?N+[IT]*Q+M*v+|J+M*v+", "rejected"),
    (r"(?:T?[Oo]r?|rO|TOr|OT|Or?Z|VO|QO)", "offer"),
    (r"I?A|OI?A|I?AO|I?H|OI?AH?|A?H|AHO", "offer_accepted"),
    (r"I?DO|OI?D|ODI|IRO|ORI|IN+AO|OIN+A|I?ND?O?D", "offer_declined"),
    (r"T?(?:OT?[XW]|[XW]O)T?", "offer_taken_back"),
    (r"I?P?W+I?P?|PW|I?[AH]2|I?OA?2|I?D2|I?WM[Vv]*|I?Wb[Vv]+|I?WA2|IQ", "withdrawn"),
    (r"U+K*MV+|V+M?U+K+|U+V+K+|ZbV", "interview"),
    (r"[PTZQrI]*M?V[VvZQrPUoMIC]*|[oZ]M?V|P?UMV|V+MU|v+M?Zv*|ZM?v|Qv", "interview"),
    (r"[TI]*P[TIPr]*U*K?|T?U+K*T?|TU+|Pr|[TP]*UP?|PYU|YU|UY|UPr?|Ur", "applied"),
    (r"u+|Pu|Yu", "dated"),
    (r"S+|I?Y*N+Y*[PS]+Y*|I?YS|NYS|YSN|SY|N+Y*S(?=P)", "lead"),
)  # fmt: skip
"""Of all the letters of a status without B and p: what it means, without a doubt."""
LIKELY: tuple[tuple[str, str], ...] = (
    (r"O[^M]*[XW]|[XW][^M]*O", "offer_taken_back"),
    (r"[Vv].*X|X.*[Vv]", "applied"),
    (r"N+[YI]*[RG]|YN[RG]", "applied"),
    (r"s.*O|O.*s", "offer_declined"),
    (r"N.*Q.*Y|Y.*N.*Q|N+Y+Q", "applied"),
    (r"T.*w", "rejected"),
    (r"2|w|s", "withdrawn"),
    (r"E", "rejected"),
    (r"(?:I.*[RD]|[RD].*I).*O|O.*(?:I.*[RD]|[RD].*I)", "offer_declined"),
    (r"I.*[RDW]|[RDW].*I", "withdrawn"),
    (r"O[^M]*D|D[^M]*O|O[^M]*R|RO", "offer_declined"),
    (r"U+[^M]*R", "applied"),
    (r"d.*[Vv]", "applied"),
    (r"O.*d", "interview"),
    (r"[RJ].*[Nb].*V", "rejected"),
    (r"V[^M]*C[^M]*D", "rejected_after_interview"),
    (r"V[^M]*D|D[^M]*V", "withdrawn"),
    (r"(?:[RJD]|N[^K]*Q).*V|V.*(?:[RJD]|N[^K]*Q)", "rejected_after_interview"),
    (r"[RJD]|N[^KP]*Q|N[IT]*H", "rejected"),
    (r"BX|XB|BW|WB|BC|CB", "role_closed"),
    (r"W", "withdrawn"),
    (r"V.*(?:N.*Y.*K|N.*K.*Y|Y.*N.*K)", "interview"),
    (r"N.*Y.*K|N.*K.*Y|Y.*N.*K", "applied"),
    (r"V.*(?:G|NK|NT*K)|(?:G|N.*K).*V", "silence_after_interview"),
    (r"G|N.{0,3}[Kk]|k.?N", "silence"),
    (r"N[YI]*P|N.*S", "lead"),
    (r"N", "ask"),
    (r"A.*V|V.*A|[Vv].*o|o.*[Vv]", "interview"),
    (r"O.*A|A.*O|H", "offer_accepted"),
    (r"[UYd].*O", "interview"),
    (r"A", "offer_accepted"),
    (r"[Oo]", "offer"),
    (r"[VvQZ]", "interview"),
    (r"F", "rejected"),
    (r"[CX]", "archived"),
    (r"S", "lead"),
    (r"[PU]|r", "applied"),
    (r"u", "dated"),
    (r"I|T|K", "ask"),
)  # fmt: skip
"""What may well be meant, if a person says so."""

HOW = (
    (r"\be ?mail|\bmail\b|\bauto(?:matic|mated|reply)?\b|\bform letter|\bcourriel|\bcorreo",
     "email"),
    (r"\bby phone|\bon the phone|\bcalled\b|\bphoned|telefonisch|par telephone|por telefono"
     r"|por telefone|al telefono|per telefono", "phone"),
    (r"portal|website|online", "portal"),
    (r"in person|personlich|face to face|en personne|en persona", "in_person"),
)  # fmt: skip
KINDS = (
    (r"phone|recruiter|screen|telef|telep|llamada|appel|chamada", "phone_screen"),
    (r"video|zoom|teams|online interview|skype|google meet|visio", "video"),
    (r"panel|superday", "panel"),
    (r"assess|\btest|technical|coding|take ?home|probearbeit|prueba|\bprova\b|tecnic|technique|"
     r"hacker|codility|\boa\b|homework|assignment|proefdag|tech screen", "assessment"),
    (r"\bcase\b|fallstudie|casus", "case"),
    (r"on ?site|in person|vor ort|face to face|sur place|presencial", "onsite"),
)  # fmt: skip
ROUNDS = {"1st": 1, "first": 1, "erste": 1, "round 1": 1, "2nd": 2, "second": 2, "zweit": 2,
          "round 2": 2, "3rd": 3, "third": 3, "dritt": 3, "round 3": 3, "4th": 4, "fourth": 4,
          "premier": 1, "deuxieme": 2, "segunda": 2, "primera": 1, "primo": 1, "secondo": 2,
          "tweede": 2, "eerste": 1, "1er": 1, "2e ": 2, "2a ": 2}  # fmt: skip
TALKING = (
    r"(?:in |im |at |the |en |em |al )*(?:interview\w*|entretiens?|entrevistas?|colloqui\w*|"
    r"gesprache?|gesprek\w*)(?: (?:stage|scheduled|phase))?"
)
"""No more than that there are interviews."""
