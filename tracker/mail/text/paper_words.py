"""The papers that employers ask for, by the words of both languages."""

from tracker.mail.text.thing_names import paper

PAPERS = (
    paper(
        r"references?|referenz(?:en)?|empfehlungsschreiben",
        "references",
        "Referenzen",
        "meine Referenz",
        "reference",
    ),
    paper(r"licen[cs]es?", "licence", "Führerschein", "meinen Führerschein"),
    paper(
        r"(?:driver['’]?s?['’]?|driving|drivers) licen[cs]es?|führerschein\w{0,3}",
        "licence",
        "Führerschein",
        "meinen Führerschein",
        mine="my driver licence",
    ),
    paper(r"passport|reisepass\w{0,3}", "passport", "Reisepass", "meinen Reisepass"),
    paper(
        r"(?:photo )?(?:id|identification)(?: document)?|(?:personal)?ausweis\w{0,3}",
        "ID",
        "Ausweis",
        "meinen Ausweis",
    ),
    paper(
        r"right to work|work(?:ing)? rights|work permit|arbeitserlaubnis|aufenthaltstitel\w{0,2}",
        "proof of right to work",
        "Arbeitserlaubnis",
        "meine Arbeitserlaubnis",
        mine="proof of my right to work",
    ),
    paper(
        r"(?:academic )?transcripts?|notenspiegel\w{0,1}",
        "transcript",
        "Notenspiegel",
        "meinen Notenspiegel",
    ),
    paper(
        r"(?:national )?police check|(?:polizeiliche\w{0,2} )?führungszeugnis\w{0,3}",
        "police check",
        "Führungszeugnis",
        "mein Führungszeugnis",
    ),
    paper(
        r"arbeitszeugnis(?:se|ses|sen)?",
        "employer references",
        "Arbeitszeugnisse",
        "mein Arbeitszeugnis",
        "employer reference",
    ),
    paper(
        r"(?:schul)?abschlusszeugnis(?:se|ses|sen)?",
        "final certificate",
        "Abschlusszeugnis",
        "mein Abschlusszeugnis",
    ),
    paper(
        r"first[- ]aid certificates?|erste[- ]hilfe[- ](?:schein\w{0,2}|zertifikat\w{0,2})",
        "first aid certificate",
        "Erste-Hilfe-Schein",
        "meinen Erste-Hilfe-Schein",
    ),
    paper(
        r"birth cert(?:ificate)?|geburtsurkunde",
        "birth certificate",
        "Geburtsurkunde",
        "meine Geburtsurkunde",
    ),
    paper(
        r"certificates?|certifications?|(?:\w{0,15})zeugnis(?:se|ses|sen)?|\w{0,15}zertifikate?s?",
        "certificates",
        "Zeugnisse",
        "mein Zeugnis",
        "certificate",
    ),
    paper(
        r"qualifications?",
        "qualifications",
        "Abschlüsse",
        "meinen Abschluss",
        "qualification",
    ),
    paper(
        r"degrees?|diplomas?|\w{0,20}abschl[uü]ss\w{0,3}",
        "degree",
        "Abschluss",
        "meinen Abschluss",
    ),
    paper(
        r"(?:(?:proof|evidence) of )?(?:\w{1,20} )?citizenship|\w{0,15}staatsangehörigkeit\w{0,12}",
        "proof of citizenship",
        "Nachweis der Staatsangehörigkeit",
        "den Nachweis meiner Staatsangehörigkeit",
        mine="proof of my citizenship",
    ),
    paper(
        r"cover(?:ing)? letter|anschreiben|motivationsschreiben",
        "cover letter",
        "Anschreiben",
        "mein Anschreiben",
    ),
    paper(
        r"(?:current |updated )?(?:cv|résumé|resume|curriculum vitae)|lebensl[aä]uf\w{0,2}",
        "CV",
        "Lebenslauf",
        "meinen Lebenslauf",
    ),
    paper(r"portfolio|mappe", "portfolio", "Portfolio", "mein Portfolio"),
    paper(
        r"work samples?|arbeitsproben?",
        "work samples",
        "Arbeitsproben",
        "eine Arbeitsprobe",
        "work sample",
    ),
    paper(
        r"samples?", "work sample", "Arbeitsprobe", "eine Arbeitsprobe", mine="a sample of my work"
    ),
    paper(
        r"(?:response to the )?selection criteria",
        "selection criteria",
        "Antworten zum Profil",
        "meine Antworten zum Profil",
        mine="my response to the selection criteria",
    ),
    paper(
        r"payslips?|gehaltsnachweise?s?",
        "payslips",
        "Gehaltsnachweise",
        "meinen Gehaltsnachweis",
        "payslip",
    ),
    paper(
        r"(?:form|questionnaire)|\w{0,15}bogen|formular",
        "the form",
        "Formular",
        "das ausgefüllte Formular",
        mine="the form, filled in",
    ),
)
