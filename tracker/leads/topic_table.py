"""Words that anybody would put together, in English and German: fields, kinds and ways of work.

No dictionary stands behind it, and nobody's hunt: it is the trades of a job board, from a kitchen
to a laboratory, with what they have to do with. A word that ends in "-" stands for all that begin
with it, and one with "-" in it for two words that follow each other.
"""

TABLE = """
health: health healthcare hospital- clinic- medic- patient- nurse therap- doctor- surgery surgical
    dental- dentist- pharma- wellbeing rehab- pflege- klinik- kranken- gesundheit- arzt- praxis
    prothes- orthop- physio- nhs midwi- hebamme- ward
end of life: palliativ- hospice- hospiz- bereave- dying grief trauer- sterbe-
emergencies: emergency icu intensiv- triage trauma ambulance- paramedic- rettung- notfall-
    notaufnahme
older people: elder- aged dementia demenz- senioren- altenpfleg- altenheim- retirement
children: child- kid pupil- toddler- infant- baby kindergarten- kinder- kita- nanny- playground
    jugend- youth- teenager-
families: famil- parent- eltern- maternity
disability: disab- inclusi- accessib- wcag send senco blind deaf hearing sighted screenreader-
    barrierefrei- behinder- inklusi- autis- wheelchair-
school lessons: classroom- teacher- school- schule- schul lehrer- ks1 ks2 headteacher- attainment
    ofsted timetable- stundenplan- homework
teaching others: teach- mentor- coach- trainer- training- tutor- instruct- lectur- facilitat-
    educat- ausbild- anleit- azubi- lehrling- apprentice- unterricht- dozent- praxisanleit-
    schulung- workshops seminar-
course making: curricul- e-learning elearning storyline instructional syllab- lehrplan-
    courseware- module resource scorm lesson
learning for adults: adult- grown-ups literacy volkshochschul- erwachsen- weiterbild-
books and writing: book- publish- editor- editorial- edit write writer- writing author- copywrit-
    copy content text- wording booklet leaflet- buch- verlag- lektor- redakt- schreib- autor-
museums and arts: museum- galler- theat- film- exhibit- ausstell- buhne- kunst- kultur- archiv-
    artist- arts heritage- concert- opera orchest- music- musik- librar- biblioth- requisit-
    cinema-
nature: nature natural wildlife- outdoor- outside forest- wald woodland- ranger- garden- gart-
    landscap- conservation ecolog- environmental umwelt- river- reef- ocean- trail- draussen
    naturschutz- plants pflanz- tree horticult- florist- botan- weather-
farming: farm- agricult- landwirt- harvest- crop livestock winzer- vineyard-
animals: animal- dog puppy cat vet veterin- tier- tierarzt- hund- horse pferd- zoo- pet
bicycles: bike bicycle- cyclist- fahrrad- lastenrad- lastenrader- velo-
vehicles: car automo- vehicle- lorry kfz- auto automobil- karosser- motor- fahrzeug- garage
public service: council- government- ministry- municipal- civic civil public borough- citizen-
    resident burger- behorde- kommun- stadt stadtwerke- verwaltung- department- verein court-
    police-
charity: charit- volunteer- nonprofit ngo fundrais- donat- ehrenamt- gemeinnutz- spende- stiftung-
    foundation- refugee- homeless- caritas diakonie
social work: social-work- sozial- counsel- welfare safeguarding- fluchtling- betreu-
    beratungsstelle-
research: research- scien- forsch- wissenschaft- institut- universit- experiment- phd physik-
    physics study studien-
prototypes and one-offs: prototyp- bespoke custom-made one-off one-offs sonder- einzelstuck-
    einzelanfertig- musterteil- musterbau- versuch- einzelanlage- test-rig rig unikat-
workshop and repair: workshop- werkstatt- repair- reparatur- reparier- mend mechanic- mechanik-
    craft- handwerk- tuftel- tinker- bastel-
soldering: solder- lot loten gelotet lotarbeit-
control systems: plc sps steuerung- steuern siemens s7 scada tia automatisierung- controls
electrics: electri- elektri- elektro- wiring wire electron-
robots: robot-
metalwork: weld- schweiss- cnc lathe- frase- frasmaschin- dreher- zerspan- metall- metalwork-
production line: factory- factories assembly fabrik- fliessband- fertigung- produktion- conveyor-
    verpackung- anlagenfuhr- maschinenfuhr- machinist- taktzeit- band maschinenbedien-
upkeep of machines: maintenance instandhalt- wartung- warten servicetechnik- storung- storungs-
warehouse and delivery: warehous- lager- logisti- forklift- gabelstapler- parcel- paket- deliver-
    liefer- freight- picker- packer- kommission- shipping
building sites: construction baustell- bauleit- roofer- dachdeck- plumb- scaffold- bricklay-
    maurer- tiefbau- hochbau-
food and drink: food restaurant- cafe kitchen- cook chef- baker- barista- catering- gastro- hotel-
    brew- brau- lebensmittel- grocer- greengrocer- fruit vegetable- waiter- kuche- koch- koche-
    backer- konditor- kellner- keks- biscuit- pub bar
shops: shop retail- checkout till einzelhandel- laden kasse supermarkt- supermarket- cashier-
customers: customer- client- kunden- kundin- counter guest- gast gaste regulars- stammkund-
selling: sell sale sales- salesperson- verkauf- vertrieb- uncapped weekly-commission
    commission-only target ote quota- upsell- prospect- akquis- provisionsbasis umsatz-
    abschlusssich- kpi telesales-
phone calls: phone- telephone- call calls callcent- call-centre- outbound hotline- telefon-
    helpdesk- switchboard- telesales- telemarket-
advertising: advert- marketing- campaign- ads ad banner- werbung seo promot- influenc- adtech
    growth conversion
gambling: casino- gambl- betting- bets wager- lotter- jackpot- slots poker roulette bingo odds
    gluckspiel- wett-
money: bank- insur- versicher- financ- finanz- tax steuerberat- mortgage- loan credit- kredit-
    account accountant- accounting- buchhalt- invoic- payroll- billing fintech- invest-
    controlling-
law: law legal- lawyer- solicitor- recht jurist- kanzlei- anwalt- compliance- paralegal-
weapons: weapon- defence defense military army rustung- militar- bundeswehr waffen-
energy: energy solar- wind-farm windkraft- photovolta- energie- strom grid batter- heat-pump
property: estate property housing- immobilien- landlord- wohnung-
software: software- developer- entwickler- programmier- programmer- coding code informatik-
web pages: frontend react css html javascript typescript angular vue web website- webdesign-
    wordpress webflow front-end
servers and services: backend java php ruby golang api microservice- django back-end postgres-
running systems: devops kubernetes docker terraform cloud- sre linux sysadmin- infrastruct- aws
    azure netzwerk- network-engineer it-support systemadministr-
apps and games: ios android swift kotlin mobile-app unity game gaming gamedesign- spiele-
devices: embedded firmware microcontrol- fpga hardware sensor- sensorik-
data: data database- daten- analyt- analyst- statisti- sql dashboard- warehousing etl reporting
machine learning: ml ki machine-learning pytorch tensorflow nlp llm
design: design- ux ui figma wirefram- layout- graphic- typograph- gestalt- grafik-
asking users: usability- user users participant- interview- nutzer- befrag- anwender- ux
illustration and film: illustrat- animat- motion video- photograph- fotograf- after-effects
office work: admin administ- secretar- filing reception- sachbearbeit- buro- sekretar- clerk-
    clerical invigil- exam- data-entry
planning projects: project- projekt- coordinat- koordinat- agile scrum roadmap-
leading people: manager line-manage leader- leadership supervis- chief director- head deputy
    teamleit- abteilungsleit- leitung vorgesetz- fuhrung- fuhrungskraft- accountable
senior work: senior- principal- architect- erfahren- expert-
starting out: junior- trainee- entry-level apprentic- quereinst- returner- beginner- berufseinst-
    einsteiger- career-break intern internship- praktik-
nights and shifts: night- overnight nacht- nachtschicht- schicht wechselschicht- schichtbetrieb-
    vollschicht- vollkonti- dreischicht- zweischicht- twelve-hour rotating
rotas: rota roster- dienstplan-
weekends and evenings: weekend- wochenend- saturday- sunday- samstag- sonntag- evening- abends
on call: on-call rufbereitschaft- bereitschaft- notdienst- standby pager-
day work: daytime tagdienst- tagschicht- days-only tagsuber weekdays freitag- kernzeit-
family-friendly hours: teilzeit- part-time flexib- gleitzeit term-time school-hours job-share
    childcare- pick-up compressed familienfreund- mornings four-day early-finish half-days
    early-start vormittag- nach-vier
away from home: travel- reise- weltweit- worldwide aussendienst- bundesweit auslands- ausland
    abroad continents- kontinent- montageeinsatz- hotels overseas ubernacht-
temporary work: temporary temp temps zeitarbeit- leiharbeit- personaldienst- supply zero-hours gig
    freelanc- seasonal saison- befristet agency staffing-
working from home: homeoffice- remote- from-home telearbeit-
calm: quiet- calm- peace- ruhe ruhig- unhurried gelassen-
pressure: fast-paced pace pressure busy hustl- furious smash- belastbar- hektisch- stressresist-
    deadline-
young companies: startup- start-up founding founder- scaleup- equity
privacy: privacy cyber- datenschutz- infosec
open source and data: open-source open-data openly creative-commons
people and hiring: hr recruiter- recruiting talent- personalreferent- personalwesen- onboarding-
    human-resources personalentwick-
languages: translat- ubersetz- interpreter- dolmetsch- linguist- bilingual- fremdsprach- esol daf
    daz
news: journalis- newsroom- reporter- nachrichten- zeitung- newspaper- broadcast- radio- podcast-
clothes: fashion- textil- sewing seamstress- schneider- tailor- garment- clothing- mode
wood: carpent- joiner- cabinet-maker tischler- schreiner- zimmer- holz- wood woodwork- timber-
glass, clay and print: ceramic- pottery potter keramik- topfer- glas- glass bookbind- buchbind-
    letterpress printing- druckerei-
old things: restor- antique- vintage- denkmal- conservator- legacy mainframe-
planning towns and buildings: architect architekt- architecture- urban- stadtplan- surveyor-
    raumplan- bauzeichn- cad revit bim
maps: map mapping gis geodat- geograph- geoinform- karto-
sums and models: mathemat- modelling actuar- econom- okonom- forecast-
laboratory work: laborator- labor lab chemi- biolog- microbiolog- assay- specimen- pipett-
    mikroskop- mta
mental health: psycholog- psychiatr- counsel- psychotherap- addiction- sucht- mental-health
    helpline- trauma
home visits: home-visits hausbesuch- ambulant- house-calls
aid abroad: humanitarian- development-aid entwicklungszusammen- entwicklungshilf- unicef
rights and campaigns: advoca- human-rights union gewerkschaft- activis- menschenrecht- policy
    policies politi- equality gleichstell-
rail and buses: railway- bahn- tram bus zug lokfuhr- transport nahverkehr-
water and ships: ship ships boat- marine- maritim- sailor- segel- hafen- harbour- werft- wasser-
    water
aircraft: aviat- aircraft- flug- airport- pilot- luftfahrt- drone aerospace-
waste and reuse: recycl- waste- abfall- reuse- kreislauf- circular- upcycl- entsorg-
green future: sustainab- nachhaltig- renewab- erneuerbar- carbon- decarbon- emission- klima-
    climate-
driving: driver- driving fahrer- lkw hgv truck- courier- kurier- chauffeur- taxi- van
heavy work: lifting heavy korperlich- manual-handling
checking: quality- qualitat- inspect- pruf- tester- testing- audit- auditor- qa
paperwork: paperwork- documentation- dokumentation- compliance- reporting bureaucra- formular-
    spreadsheet- excel
routine: script repetitive- monoton- tickets data-entry routine-
guarding: guard wachdienst- sicherheitsdienst- bouncer patrol- objektschutz- doorman-
large companies: corporate- konzern- multinational- enterprise- blue-chip
small teams: small-team kleines-team family-run familienbetrieb- inhabergefuhrt- tight-knit
    kleinen-team close-knit
own way of working: autonom- eigenverantwort- selbststandig- self-directed independent- own-diary
time to learn: time-to-learn weiterbildung- fortbild- professional-development study-leave
    einarbeitung-
church: church- kirche- parish- pfarr- religio-
sport: sport- fitness gym- athlet- football- trainer-lizenz yoga swim- schwimm-
travel and events: touris- event- tour guide festival- airline- flight- reiseburo- veranstalt-
beauty: beauty hair- salon- kosmetik- friseur- barber-
cleaning: clean- reinigung- housekeep- laundry putz- hausmeister- haustechnik- caretaker- janitor-
"""
LEVELS = frozenset({"senior work", "starting out", "leading people"})
"""How high up a job is: told by its role alone, for an ad speaks of other people too."""
