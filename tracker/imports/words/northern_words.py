"""Headers and plain statuses in Polish, Swedish, Danish and Norwegian, written as folded."""

HEADERS = {
    "company": "nazwa firmy|pracodawca|przedsiebiorstwo|foretag|arbetsgivare|bolag|virksomhed|"
    "arbejdsgiver|virksomhet|arbeidsgiver|bedrift|selskap",
    "role": "stanowisko|pozycja|rola|tytul stanowiska|tjanst|roll|befattning|yrke|stilling|"
    "jobbtitel|stillingstittel|rolle",
    "location": "lokalizacja|miasto|miejsce|miejscowosc|stad|plats|by|sted|arbeidssted",
    "applied_on": "data aplikacji|data wyslania|data zgloszenia|wyslano dnia|sokt|sokt datum|"
    "datum sokt|ansokningsdatum|ansokt|ansogt|ansogt dato|ansogningsdato|sokt dato|soknadsdato|"
    "dato sokt|dato",
    "status": "etap|wynik|odpowiedz|lage|svar|utfall|resultat",
    "link": "odnosnik|link do oferty|lank|lenke",
    "source": "zrodlo|kalla|kilde",
    "pay_text": "wynagrodzenie|pensja|placa|lon|lonn",
    "employment": "rodzaj umowy|typ umowy|anstallningsform|anstallning|ansaettelse|stillingstype",
    "workplace": "tryb pracy|praca zdalna|distans|hjemmekontor",
    "closes_on": "termin skladania|sista ansokningsdag|ansogningsfrist|soknadsfrist",
    "response_on": "data odpowiedzi|svarsdatum|svarsdato|svar dato",
    "rejected_on": "data odmowy|datum avslag|dato avslag",
    "step_rejected": "odmowa|odrzucone|avslag|afslag",
    "step_offer": "erbjudande|tilbud",
    "step_other": "rozmowa|rozmowa kwalifikacyjna|intervju|samtale|jobsamtale",
    "notes": "uwagi|notatki|komentarz|anteckningar|noteringar|noter|bemaerkninger|notater|"
    "kommentarer",
}
STATUSES = {
    "applied": "wyslano|wyslane|wyslana|zaaplikowano|aplikowano|zlozono|aplikacja wyslana|"
    "w oczekiwaniu|oczekiwanie|skickad|skickat|sokt|ansokt|ansokan skickad|ansogt|sendt|"
    "ansogning sendt|soknad sendt",
    "interview": "rozmowa|rozmowa kwalifikacyjna|rozmowa rekrutacyjna|rozmowa telefoniczna|"
    "intervju|samtale|jobsamtale|kallad till intervju|telefonintervju",
    "rejected": "odrzucono|odrzucona|odrzucony|odrzucone|odmowa|avslag|afslag|avslatt|nekad",
    "silence": "brak odpowiedzi|cisza|bez odpowiedzi|inget svar|intet svar|ingen svar",
    "lead": "do wyslania|zapisane|zapisana|att soka|sparad|gemt|lagret|skal soges|skal sokes|"
    "do zaaplikowania",
    "dated": "w toku|w trakcie|pagar|pagaende|i gang|igangvaerende|apen",
    "offer": "oferta pracy|propozycja|oferta otrzymana|erbjudande|jobberbjudande|tilbud|jobtilbud",
    "offer_accepted": "przyjeta|oferta przyjeta|zatrudniony|zatrudniona|tackat ja|anstalld|ansat|"
    "ansatt",
    "withdrawn": "wycofana|wycofano|wycofalem|wycofalam|atertagen|trukket|trukket tilbake",
}
"""The likeliest answers of what is asked: none of these is applied unasked."""
