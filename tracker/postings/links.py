"""Links to postings: when two lead to the same one, and where a link was found."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from tracker.values.text import is_web_link

TRACKING_WORDS = (
    "gclid fbclid msclkid yclid dclid igshid mc_cid mc_eid trk trkinfo ref refid referer "
    "referrer src source sourceid cid campaign trackingid origin position pagenum "
    "pagenumber sid session sessionid lipi midtoken midsig ebp recommendedflavor gh_src "
    "lever-source lever-origin lever-via lang locale hl jobboardsource from advn tk xkcb "
    "xpse vjs savedsearchid alertid rltr rank tmp share shared sharedid feedid source_id "
    "medium shid searchorigin cmpid _ga _gl"
)
TRACKING = frozenset(TRACKING_WORDS.split())
"""Parts of an address that say whence somebody came, and not what is there."""
PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "ga_", "trk_", "mkt_", "piwik_", "icid")
HOSTS = ("www", "m", "mobile", "amp")
ENDINGS = ("apply", "application", "thanks", "amp")
SOURCES: dict[str, str] = {
    "seek": "SEEK", "indeed": "Indeed", "linkedin": "LinkedIn", "stepstone": "StepStone",
    "xing": "XING", "jora": "Jora", "glassdoor": "Glassdoor", "monster": "Monster",
    "arbeitsagentur": "Bundesagentur für Arbeit", "adzuna": "Adzuna", "reed": "Reed",
    "totaljobs": "Totaljobs", "cv-library": "CV-Library", "ziprecruiter": "ZipRecruiter",
    "dice": "Dice", "usajobs": "USAJOBS", "apsjobs": "APS Jobs", "iworkfor": "I work for NSW",
    "careerone": "CareerOne", "ethicaljobs": "EthicalJobs", "workforceaustralia":
    "Workforce Australia", "trademe": "Trade Me Jobs", "kimeta": "Kimeta", "interamt": "Interamt",
    "service.bund": "service.bund.de", "jobware": "Jobware", "karriere": "karriere.at",
    "jobs.ch": "jobs.ch", "jobscout24": "JobScout24", "welcometothejungle":
    "Welcome to the Jungle", "otta": "Otta", "wellfound": "Wellfound", "hired": "Hired",
    "builtin": "Built In", "weworkremotely": "We Work Remotely", "remoteok": "Remote OK",
    "jobs.ac": "jobs.ac.uk", "jobs.nhs": "NHS Jobs", "civilservicejobs": "Civil Service Jobs",
    "gumtree": "Gumtree", "jobstreet": "Jobstreet", "infojobs": "InfoJobs", "apec": "Apec",
    "hellowork": "HelloWork", "nationalevacaturebank": "Nationale Vacaturebank",
    "greenhouse": "Greenhouse", "lever": "Lever", "ashbyhq": "Ashby", "myworkdayjobs": "Workday",
    "smartrecruiters": "SmartRecruiters", "recruitee": "Recruitee", "personio": "Personio",
    "workable": "Workable", "breezy": "Breezy", "teamtailor": "Teamtailor", "bamboohr":
    "BambooHR", "jobvite": "Jobvite", "icims": "iCIMS", "taleo": "Taleo", "pageuppeople":
    "PageUp", "successfactors": "SuccessFactors", "join": "JOIN", "softgarden": "softgarden",
    "rexx-systems": "rexx", "jobadder": "JobAdder", "livehire": "LiveHire", "elmotalent": "ELMO",
    "bigredsky": "BigRedSky", "springboard": "Springboard", "applynow": "Aurion",
}  # fmt: skip
"""Sites that carry the openings of others: a part of their host, and their own name."""


def normal(link: str) -> str:
    """An address without what tells whence somebody came: the same for the same opening."""
    try:
        parts = urlsplit(link.strip())
        host = (parts.hostname or "").lower().rstrip(".")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return link.strip()
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in HOSTS:
        labels = labels[1:]
    path = parts.path.rstrip("/")
    above, _, last = path.rpartition("/")
    path = above if last in ENDINGS and above else path
    kept = sorted(
        (name.lower(), value)
        for name, value in parse_qsl(parts.query, max_num_fields=None)[:50]
        if name.lower() not in TRACKING and not name.lower().startswith(PREFIXES)
    )
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{'.'.join(labels)}{port}{path}{query}"


def same_link(one: str, other: str) -> bool:
    """Whether two lead to the same opening; one to a whole site leads to none."""
    first = normal(one)
    return "/" in first and first == normal(other)


def is_board(host_or_name: str) -> bool:
    """Whether a host or a site's name is one that carries the openings of others."""
    return bool(_known(host_or_name.lower()))


def source_of(link: str) -> str:
    """Where it was found: the name of a known site, else its host; a number names no place."""
    if not is_web_link(link):
        return ""
    host = (urlsplit(link).hostname or "").lower()
    if ":" in host or host.replace(".", "").isdecimal():  # an IP address
        return ""
    return _known(host) or host.removeprefix("www.")


def _known(host: str) -> str:
    plain = f".{host}."
    return next((name for part, name in SOURCES.items() if f".{part}." in plain), "")


BOARD_NAMES = frozenset(name.casefold() for name in SOURCES.values()) | frozenset(SOURCES) | {
    "linkedin", "indeed.com", "seek.com.au", "stepstone.de", "xing jobs", "linkedin jobs",
    "jobbörse", "workday", "myworkday", "job search", "glassdoor.com", "arbeitsagentur",
    "jobsuche", "jobbörse der bundesagentur für arbeit", "wordpress", "google jobs",
}  # fmt: skip


def is_board_name(name: str) -> bool:
    """Whether a site calls itself by the name of a board: then it is not who hires."""
    plain = name.casefold().strip()
    return plain in BOARD_NAMES or is_board(plain)
