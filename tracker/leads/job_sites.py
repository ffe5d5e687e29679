"""Job sites, each opened with the words already in it: that is all that is told to them."""

from typing import NamedTuple
from urllib.parse import urlencode

from tracker.values.regions import country_name

SEEK = {"AU": "www.seek.com.au", "NZ": "www.seek.co.nz"}
ITS_LANDS = """AE AR AT AU BE BR CA CH CL CO CZ DE DK ES FI FR GR HK HU ID IE IL IN IT JP KR LU MX
NG NL NO NZ PE PH PK PL PT QA RO SA SE SG TH TR TW UA VN ZA"""
INDEED = {land: land.lower() for land in ITS_LANDS.split()} | {"GB": "uk", "US": "www"}
"""Countries that it is in, each with the beginning of its address there."""


class JobSite(NamedTuple):
    """Where jobs are looked for."""

    name: str
    href: str
    """Its search, with the words in it."""


def job_sites(words: str, city: str, country: str) -> list[JobSite]:
    """Those that people in a country use, the likeliest first."""
    found = []
    if host := SEEK.get(country):
        found.append(JobSite("Seek", _asking(host, keywords=words, where=city)))
    if beginning := INDEED.get(country):
        found.append(JobSite("Indeed", _asking(f"{beginning}.indeed.com", q=words, l=city)))
    place = ", ".join(filter(None, (city, country_name(country))))
    linkedin = _asking("www.linkedin.com", "jobs/search/", keywords=words, location=place)
    return [*found, JobSite("LinkedIn", linkedin)]


def _asking(host: str, path: str = "jobs", /, **asked: str) -> str:
    return (
        f"https://{host}/{path}?{urlencode({name: said for name, said in asked.items() if said})}"
    )
