"""What employers ask to be told: who, which number, when; by the words of both languages."""

from tracker.mail.text.thing_names import fact, stated

STATED = (
    stated(
        r"(?:referees?|referenzgeber\w{0,5}|referenzpersonen|ansprechpartner\w{0,5}"
        r"|people (?:who(?:['’]ve)?|you(?:['’]ve)?) (?:have |had |can )?"
        r"(?:supervis|manag|worked|vouch|report)\w{0,5})",
        "referees",
        "Referenzpersonen",
    ),
    stated(r"contact details|kontaktdaten", "contact details", "Kontaktdaten"),
    stated(
        r"tax file number|tfn|steuer-?id|steuernummer|steueridentifikationsnummer",
        "tax file number",
        "Steuer-ID",
        "Meine Steuer-ID",
    ),
    stated(
        r"bank(?:ing)? (?:account )?details|bank account(?: number| details)?|account details"
        r"|bankverbindung|kontoverbindung|bankdaten|iban",
        "bank details",
        "Bankverbindung",
        "Meine Bankverbindung",
    ),
    stated(
        r"super(?:annuation)? (?:fund|details|account|choice)(?: details)?|superannuation",
        "super fund",
        "Altersvorsorge",
        "Meine Altersvorsorge",
    ),
    stated(
        r"(?:sozial|renten)versicherungsnummer|social (?:security|insurance) number",
        "social security number",
        "Sozialversicherungsnummer",
        "Meine Sozialversicherungsnummer",
    ),
    stated(r"date of birth|geburtsdatum", "date of birth", "Geburtsdatum", "Mein Geburtsdatum"),
    stated(
        r"(?:home|postal|residential|street|mailing) address|(?:post)?anschrift",
        "address",
        "Anschrift",
        "Meine Anschrift",
    ),
    stated(
        r"(?:mobile|phone|telephone|contact) number(?! (?:of|for)\b)"
        r"|(?<!mit )(?:handy|telefon|mobil)nummer(?! (?:von|der)\b)",
        "phone number",
        "Telefonnummer",
        "Meine Telefonnummer",
    ),
    stated(r"emergency contact", "emergency contact", "Notfallkontakt", "Mein Notfallkontakt"),
    stated(r"blue card (?:number|no)", "blue card number", "Prüfnummer", "Meine Prüfnummer"),
    stated(
        r"(?:working with children check|wwcc?) (?:number|no)",
        "Working with Children Check number",
        "Prüfnummer",
        "Meine Prüfnummer",
    ),
)
FACTS = (
    fact(
        r"(?:(?:salary|pay) expectations?|expected salary|salary|hoping to earn|remuneration"
        r"|(?:hourly|day) rate|gehalt\w{0,20}|lohn\w{0,20})",
        "salary",
        "Gehalt",
        "My salary expectation is",
        "Meine Gehaltsvorstellung ist",
    ),
    fact(
        r"notice(?: period)?|kündigungsfrist",
        "notice period",
        "Kündigungsfrist",
        "My notice period is",
        "Meine Kündigungsfrist beträgt",
    ),
    fact(
        r"start(?:ing)? (?:date|day)|(?:could|can|would|able to|available to) (?:you )?start"
        r"|when you (?:could|can) start|(?:frühest\w{0,10} )?\w{0,8}(?:eintritts|start)"
        r"\w{0,3}(?:termin|datum)|eintritt\w{0,8}|anfangen|starten",
        "start day",
        "Starttermin",
        "I could start on",
        "Anfangen könnte ich am",
    ),
    fact(r"saturdays|samstags|samstagen?", "Saturdays", "Samstage"),
    fact(r"sundays|sonntags|sonntagen?", "Sundays", "Sonntage"),
    fact(r"weekends|wochenenden?", "weekends", "Wochenenden"),
    fact(r"how many hours|hours a week|wochenstunden|stundenumfang", "hours", "Stunden"),
    fact(r"shifts|schichten|schichtarbeit", "shifts", "Schichten"),
    fact(r"relocat\w{1,5}|umzuziehen|umzug", "relocating", "Umzug"),
    fact(r"still interested|weiterhin interesse", "interest", "Interesse"),
)
