"""Words that anybody would put together, in English and German: fields, kinds and ways of work.

No dictionary stands behind it, and nobody's hunt: it is the trades of a job board, from a kitchen
to a laboratory, with what they have to do with. A word that ends in "-" stands for all that begin
with it, and one with "-" in it for two words that follow each other.
"""

TABLE = """
health: health healthcare hospital- clinic- medic- patient- nurse therap- doctor- surgery surgical
    dental- dentist- pharma- rehab- pflege- klinik- kranken- gesundheit- arzt- arztpraxis- prothes-
    orthop- physio- nhs midwi- hebamme- ward logopad- apothek- zahnarzt- mfa radiograph- optom-
    hearing-aid ergotherap- medizinisch-
end of life: palliativ- hospice- hospiz- bereave- dying grief trauer- sterbe-
emergencies: emergency icu intensiv- triage trauma ambulance- paramedic- rettung- notfall-
    notaufnahme firefight- feuerwehr- ersthelf-
older people: elder- aged dementia demenz- senioren- altenpfleg- altenheim- retirement carer
    care-assistant care-home altenhilfe-
children: child- kid pupil- toddler- infant- baby kinder- kita- nanny- playground jugend- youth-
    teenager- erzieher- nursery-school
families: famil- parent- eltern- maternity
disability: disab- accessib- wcag senco blind deaf sighted screenreader- barrierefrei- behinder-
    inklusionspadag- autis- wheelchair-
school lessons: classroom- teacher- school- schule- schul lehrer- ks1 ks2 headteacher- attainment
    ofsted timetable- stundenplan- homework
teaching others: teach- mentor- coach- trainer- training- tutor- instruct- lectur- facilitat-
    educat- ausbild- anleit- azubi- lehrling- apprentice- unterricht- dozent- praxisanleit-
    schulung- workshops seminar-
course making: curricul- e-learning elearning storyline instructional syllab- lehrplan- courseware-
    module resource scorm lesson
adult learning: adult- grown-ups literacy volkshochschul- erwachsen- weiterbild-
writing: book- publish- editor- write writer- writing author- copywrit- content text- leaflet-
    verlag- lektor- redakt- schreib- autor- proofread- ghostwrit- bucher buch buchhandl-
the arts: museum- galler- theat- film- exhibit- ausstell- buhne- kunst- kultur- archiv- artist-
    heritage- concert- opera orchest- music- musik- librar- biblioth- requisit- cinema- curator-
    kurator- actor actress schauspiel- stagehand lighting-technician sound-engineer tontechn-
    lichttechn- histor- geschichte puppet- dance- tanz- piano- klavier- instrument-maker
nature: nature wildlife- outdoor- outside forest- wald woodland- ranger- garden- gart- landscap-
    conservation ecolog- environmental umwelt- river- reef- ocean- trail- draussen naturschutz-
    plants pflanz- tree horticult- florist- botan- weather- arborist- forster- forstwirt- fisher-
    fischer- angler- geolog- meteorolog- wetter- hydrolog-
farming: farm- agricult- landwirt- harvest- crop livestock winzer- vineyard-
animals: animal- dog puppy cat vet veterin- tier- hund hunde hundetrain- horse pferd- zoo zookeep-
    pet
bicycles: bike bicycle- cyclist- fahrrad- lastenrad- velo-
vehicles: car-mechanic car-dealer automo- vehicle- lorry kfz- karosser- motor- fahrzeug- garage
public service: council- government- ministry- municipal- civic civil public borough- citizen-
    resident burger- behorde- kommune kommunal- stadt stadtwerke- verwaltung- verein court courts
    police- diplomat- civil-servant embassy consulate rathaus- amt landratsamt- beamt-
charity: charit- volunteer- nonprofit ngo fundrais- donat- ehrenamt- gemeinnutz- spende- stiftung-
    foundation- refugee- homeless- caritas diakonie
social work: social-work- sozialarbeit- sozialpadag- sozialdienst- counsel- welfare fluchtling-
    betreuer- betreuungs- beratungsstelle- social-worker support-worker erzieher- heilerziehung-
    streetwork- jugendhilfe- youth-worker community-organis-
research: research- scien- forsch- wissenschaft- institut- universit- experiment- phd physik-
    physics studien- physicist- postdoc- doktorand- research-fellow
prototypes: prototyp- bespoke custom-made one-off one-offs sonder- einzelstuck- einzelanfertig-
    musterteil- musterbau- versuch- einzelanlage- test-rig rig unikat unikate
repair work: workshop- werkstatt- repair- reparatur- reparier- mend mechanic- mechanik- craft-
    handwerk- tuftel- tinker- bastel-
soldering: solder- loten gelotet lotarbeit-
control systems: plc sps steuerung- siemens s7 scada tia automatisierung- controls
electrics: electri- elektri- elektro- wiring electron-
robots: robot-
metalwork: weld- schweiss- cnc lathe- frase- frasmaschin- dreher- zerspan- metall- metalwork-
    toolmaker- tool-maker werkzeugmach- schlosser- goldsmith- goldschmied- blacksmith schmied
    gunsmith foundry giesserei-
production line: factory- factories assembly fabrik- fliessband- fertigung- produktion- conveyor-
    verpackung- anlagenfuhr- maschinenfuhr- machinist- taktzeit- forderband- maschinenbedien-
    production-planner industriekauf-
upkeep of machines: maintenance instandhalt- wartung- warten servicetechnik- storung-
warehouses: warehous- lager- logisti- forklift- gabelstapler- parcel- paket- deliveries
    delivery-driver liefer- freight- picker- packer- kommission- shipping postman postbote-
    briefzustell- zustell- royal-mail
building sites: construction baustell- bauleit- roofer- dachdeck- plumb- scaffold- bricklay- maurer-
    tiefbau- hochbau- structural-engineer civil-engineer bauingenieur- plasterer- tiler fliesenleg-
    glazier painter decorator- lackierer- maler klempner- heizungsbau- sanitar- anlagenmechaniker-
    heating crane kran miner bergbau-
food: food restaurant- cafe kitchen- cook chef- baker- barista- catering- gastro- hotel- brew-
    brauer- brauen braut lebensmittel- grocer- greengrocer- fruit vegetable- waiter- kuche- koch-
    backer- konditor- kellner- keks- biscuit- pub bar butcher- metzger- fleischer- bartend-
    bar-staff imbiss- kantine- canteen-
shops: shop retail- checkout einzelhandel- laden kasse supermarkt- supermarket- cashier- merchandis-
    filial- shopkeeper- verkaufer- kassierer-
customers: customer- client- kunden- kundin- guest- gast gaste regulars- stammkund-
selling: sell sale sales- verkauf- vertrieb- uncapped weekly-commission commission-only target ote
    quota- upsell- prospect- akquis- provisionsbasis umsatz- abschlusssich- kpi telesales-
    account-executive business-development aussendienstmit- door-to account-manager commission-based
phone calls: phone- telephone- call calls callcent- call-centre- outbound hotline- telefon-
    helpdesk- switchboard- telesales- telemarket-
advertising: advert- marketing- campaign- ads ad banner- werbung seo promot- influenc- adtech
    conversion
gambling: casino- gambl- betting- bets wager- lotter- jackpot- poker roulette bingo odds gluckspiel-
    wett-
money: bank- insur- versicher- financ- finanz- tax steuerberat- mortgage- loan credit- kredit-
    accountant- accounting- buchhalt- invoic- payroll- billing fintech- investor- investment
    controlling- steuerfach- controller- kassenwart- treasury-
law: law legal- lawyer- solicitor- rechtsanwalt- rechtsabteil- jurist- kanzlei- anwalt- compliance-
    paralegal-
weapons: weapon- defence defense army rustung- militar- bundeswehr waffen-
energy: energy solar- wind-farm windkraft- photovolta- energie- strom grid batter- heat-pump
    wind-turbine solar-installer smart-grid heizung- warmepump-
property: estate property housing- immobilien- landlord- wohnung-
software: software- developer- entwickler- programmier- programmer- coding code informatik-
web pages: frontend react css html javascript typescript angular vue web website- webdesign-
    wordpress webflow front-end
back ends: backend java php ruby golang api microservice- django back-end postgres-
running systems: devops kubernetes docker terraform cloud- sre linux sysadmin- infrastruct- aws
    azure netzwerk- network-engineer it-support systemadministr-
apps: ios android swift kotlin mobile-app unity game gaming gamedesign- spiele-
devices: embedded firmware microcontrol- fpga hardware sensor-
data: data database- daten- analyt- analyst- statisti- sql dashboard- warehousing etl
machine learning: ml ki machine-learning pytorch tensorflow nlp llm
design: design- ux ui figma wirefram- layout- graphic- typograph- gestalt- grafik-
asking users: usability- user users participant- interviewer- user-interviews nutzer- befrag-
    anwender- ux
illustration: illustrat- animat- motion video- photograph- fotograf- after-effects
office work: admin administ- secretar- filing reception- sachbearbeit- buro- sekretar- clerk-
    clerical invigil- exam- data-entry executive-assistant assistenz- industriekaufm- steuerfach-
    verwaltungsfach- personal-assistant typist-
planning projects: project-manager project-management project-coordinator project-lead projektleit-
    projektmanag- coordinat- koordinat- agile scrum roadmap-
leading people: manager line-manage leader- supervis- chief director- head deputy teamleit-
    abteilungsleit- leitung vorgesetz- fuhrung- accountable
senior work: senior- principal- architect- expert-
starting out: junior- trainee- entry-level apprentic- quereinst- returner- beginner- berufseinst-
    einsteiger- career-break intern internship- praktik-
night shifts: night- overnight nacht- schicht wechselschicht- schichtbetrieb- vollschicht-
    vollkonti- dreischicht- zweischicht- twelve-hour rotating
rotas: rota roster- dienstplan-
weekend work: weekend- wochenend- saturday- sunday- samstag- sonntag- evening- abends
on call: on-call rufbereitschaft- bereitschaft bereitschaftsdienst- notdienst- standby pager-
day work: daytime tagdienst- tagschicht- days-only tagsuber weekdays freitag- kernzeit-
family-friendly hours: teilzeit- part-time flexitime- flexible-hours flexible-working gleitzeit
    term-time school-hours job-share childcare- pick-up compressed familienfreund- mornings four-day
    early-finish half-days early-start vormittag- nach-vier
away from home: travel- reise- weltweit- worldwide aussendienst- bundesweit auslands- ausland abroad
    continents- kontinent- montageeinsatz- hotels overseas ubernacht-
temporary work: temporary temp temps zeitarbeit- leiharbeit- personaldienst- zero-hours gig
    freelanc- seasonal saison- befristet agency staffing- supply-teacher supply-teachers
    supply-teaching supply-work interim- aushilf-
working from home: homeoffice- remote- from-home telearbeit-
calm: quiet- calm- peace- ruhe ruhig- unhurried gelassen-
pressure: fast-paced pace pressure busy hustl- furious smash- belastbar- hektisch- stressresist-
    deadline-
young companies: startup- start-up founding founder- scaleup- equity
privacy: privacy cyber- datenschutz- infosec
open data: open-source open-data openly creative-commons
hiring: hr recruiter- recruiting talent- personalreferent- personalwesen- onboarding-
    human-resources personalentwick-
languages: translat- ubersetz- interpreter- dolmetsch- linguist- bilingual- fremdsprach- esol daf
    daz
news: journalis- newsroom- reporter- nachrichten- zeitung- newspaper- broadcast- radio- podcast-
clothes: fashion- textil- sewing seamstress- schneider- tailor- garment- clothing- mode
wood: carpent- joiner- cabinet-maker tischler- schreiner- zimmer- holz- wood woodwork- timber-
pottery: ceramic- pottery potter keramik- topfer- glas- bookbind- buchbind- letterpress printing-
    druckerei-
restoring: restor- antique- vintage- denkmal- conservator- legacy mainframe-
architecture: architect architekt- architecture- urban- stadtplan- surveyor- raumplan- bauzeichn-
    cad revit bim town-planner landscape-architect innenarchitekt- interior-design-
maps: map mapping gis geodat- geograph- geoinform- karto-
mathematics: mathemat- modelling actuar- econom- okonom- forecast-
laboratory work: laborator- labor lab chemi- biolog- microbiolog- assay- specimen- pipett-
    mikroskop- mta
mental health: psycholog- psychiatr- counsel- psychotherap- addiction- sucht- mental-health
    helpline- trauma
home visits: home-visits hausbesuch- ambulant- house-calls
aid abroad: humanitarian- development-aid entwicklungszusammen- entwicklungshilf- unicef
campaigning: advoca- human-rights gewerkschaft- activis- menschenrecht- public-policy policy-officer
    politi- equality gleichstell-
public transport: railway- bahn- tram bus zug lokfuhr- transport nahverkehr- zugbegleit- conductor-
    busfahr- fahrdienst-
ships: ship ships boat- marine- maritim- sailor- segel- hafen- harbour- werft- wasser- water
aircraft: aviat- aircraft- flug- airport- pilot- luftfahrt- drone aerospace- air-traffic cabin-crew
    flight-attendant
recycling: recycl- waste- abfall- reuse- kreislauf- circular- upcycl- entsorg-
green future: sustainab- nachhaltig- renewab- erneuerbar- carbon- decarbon- emission- klima-
    climate-
driving: driver- driving fahrer- lkw hgv truck- courier- kurier- chauffeur- taxi- van
checking: quality-control quality-assurance qualitatssich- qualitatspruf- inspect- pruf- tester-
    testing- audit- qa
guarding: guard wachdienst- sicherheitsdienst- bouncer patrol- objektschutz- doorman- police-
    polizei- polizist- soldier prison- justizvollzug- locksmith- schlusseldienst-
small teams: small-team kleines-team family-run familienbetrieb- inhabergefuhrt- tight-knit
    kleinen-team close-knit
own way of working: autonom- eigenverantwort- selbststandig- self-directed independent- own-diary
church: church- kirche- parish- pfarr- religio- priest- pastor- seelsorg- chaplain- imam rabbi
sport: sport- fitness gym- athlet- football- trainer-lizenz yoga swim- schwimm-
events: touris- event- tour guide festival- airline- flight- reiseburo- veranstalt- wedding-
    conference- messebau- kongress-
beauty: beauty hair- salon- kosmetik- friseur- barber- beautician- nails make-up
cleaning: clean- reinigung- housekeep- laundry putz- hausmeister- haustechnik- caretaker- janitor-
fine work: watchmak- uhrmach- optician- optiker jewell- juwel- goldsmith- goldschmied- feinmechan-
    feinwerk- instrument-maker piano-tuner engrav- hearing-aid
engineering: ingenieur- konstrukteur- konstruktion- mechanical-engineer process-engineer
    test-engineer chemical-engineer technischer-zeichner cad maschinenbau- r&d produktentwick-
buying: buyer procure- purchas- einkauf- beschaff- supply-chain
leather: shoe shoemaker- cobbler- schuh- leather- leder- saddl- sattl- upholster- polster-
"""
LEVELS = frozenset({"senior work", "starting out", "leading people"})
"""How high up a job is: told by its role alone, for an ad speaks of other people too."""
