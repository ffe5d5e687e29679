"""What is timed: each job runs in a client's process and gives seconds, one for each answer."""

import html
import re
import time
import uuid
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from tests.bench.client import Client, Form, SignedIn

WARM = 5
CARD = re.compile(r'name="card" value="(\d+)\.(\d+)"')
NAMES = re.compile(r"<h3><a [^>]*>([^<]+)</a></h3>.*?<bdi>([^<]+)</bdi>", re.DOTALL)
MORE = re.compile(r'hx-get="(/board/columns/applied[^"]+)"')
LINK = re.compile(r">https?://[^</]+(/s/[^<]+)<")
Job = Callable[[SignedIn, int], list[float]]


def hello(known: SignedIn, times: int) -> list[float]:
    """Flask's hello."""
    client = Client(known)
    return _timed(lambda: client.get("/").seconds, times)


def board(known: SignedIn, times: int) -> list[float]:
    """The whole board page."""
    client = Client(known)
    return _timed(lambda: client.get("/board").seconds, times)


def today(known: SignedIn, times: int) -> list[float]:
    """The page that a day begins with."""
    client = Client(known)
    return _timed(lambda: client.get("/today").seconds, times)


def insights(known: SignedIn, times: int) -> list[float]:
    """The charts of the usual span, read and drawn anew."""
    client = Client(known)
    return _timed(lambda: client.get("/insights").seconds, times)


def all_insights(known: SignedIn, times: int) -> list[float]:
    """The charts of everything there is."""
    client = Client(known)
    return _timed(lambda: client.get("/insights?span=all").seconds, times)


def board_unchanged(known: SignedIn, times: int) -> list[float]:
    """The board, asked for again with the mark of the copy at hand."""
    client = Client(known)
    mark = client.get("/board").headers["etag"]

    def again() -> float:
        answer = client.get("/board", If_None_Match=mark)
        assert answer.status == 304, answer.status
        return answer.seconds

    return _timed(again, times)


def application_page(known: SignedIn, times: int) -> list[float]:
    """The pages of the first cards, one after another."""
    client = Client(known)
    cards = _turns([f"/applications/{card}" for card, _ in CARD.findall(client.get("/board").text)])
    return _timed(lambda: client.get(next(cards)).seconds, times)


def next_page(known: SignedIn, times: int) -> list[float]:
    """Further cards of the longest column, page after page."""
    client = Client(known)
    first = _more(client.get("/board").text)
    asked = [first]

    def on() -> float:
        answer = client.ask_part(asked[-1], "/board")
        asked.append(_more(answer.text) or first)
        return answer.seconds

    return _timed(on, times)


def search(known: SignedIn, times: int) -> list[float]:
    """The board's search field: a company and a role of its own, a letter further each time."""
    client = Client(known)
    role, company = map(html.unescape, NAMES.search(client.get("/board").text).groups())
    typed = [word[:end] for word in (company, role) for end in range(3, min(len(word), 12))]
    asked = _turns([f"/board?{urlencode({'q': text})}" for text in typed])
    return _timed(lambda: client.ask_part(next(asked), "/board").seconds, times)


def move(known: SignedIn, times: int) -> list[float]:
    """One card to and fro between two stages, as the board's script sends it."""
    client = Client(known)
    mover = mover_of(client)
    return _timed(lambda: next(mover)[0], times)


def mover_of(client: Client) -> Iterator[tuple[float, int]]:
    """Moves of one card: how long each took, and the bytes of its answer."""
    card, version = CARD.findall(client.get("/board").text)[0]
    for stage in _turns(["interview", "rejected"]):
        fields = {"stage": stage, "version": version, "csrf_token": client.known.token}
        answer = client.post(f"/applications/{card}/stage", _keyed(fields), part_of="/board")
        card, version = CARD.findall(answer.text)[0]
        yield answer.seconds, len(answer.wire)


def create(known: SignedIn, times: int) -> list[float]:
    """The short form, filled in and saved."""
    client = Client(known)
    form = Form.on(client.get("/applications/new").text, "/applications")

    def add() -> float:
        facts = {"company": "Banksia Software", "role": "Junior Developer"}
        fields = form.filled(key=uuid.uuid4().hex, **facts)
        return client.post("/applications", fields).seconds

    return _timed(add, times)


def edit(known: SignedIn, times: int) -> list[float]:
    """One fact changed in the whole form, and saved; only the saving is timed."""
    client = Client(known)
    card = CARD.findall(client.get("/board").text)[0][0]
    places = _turns(["Geelong VIC", "Ballarat VIC"])

    def save() -> float:
        page = client.get(f"/applications/{card}/edit").text
        fields = Form.on(page, f"/applications/{card}").filled(location=next(places))
        return client.post(f"/applications/{card}", fields).seconds

    return _timed(save, times)


def coach_page(known: SignedIn, times: int) -> list[float]:
    """What a coach sees, looked at again within minutes."""
    path = _link(Client(known))
    coach = Client(SignedIn(known.port))
    return _timed(lambda: coach.get(path).seconds, times)


def coach_page_afresh(known: SignedIn, times: int) -> list[float]:
    """The same, when its owner has changed something since; only the looking is timed."""
    owner, coach = Client(known), Client(SignedIn(known.port))
    path, words = _link(owner), _turns(["How do I begin?", "How do I end?"])

    def look() -> float:
        form = Form.on(owner.get("/coach").text, "/coach/help")
        owner.post("/coach/help", form.filled(help_wanted=next(words)))
        return coach.get(path).seconds

    return _timed(look, max(times // 4, 5))


def _link(owner: Client) -> str:
    """A link of the usual parts, made as people do."""
    form = Form.on(owner.get("/coach/links/new").text, "/coach/links")
    made = owner.post("/coach/links", form.filled()).headers["location"]
    found = LINK.search(owner.get(made).text)
    assert found is not None
    return found[1]


def until(known: SignedIn, path: str, begin: float, end: float) -> int:
    """How many pages one client gets between two moments of the wall clock."""
    client = Client(known)
    client.get(path)
    time.sleep(max(0.0, begin - time.time()))
    pages = 0
    while time.time() < end:
        client.get(path)
        pages += 1
    return pages


def _timed(once: Callable[[], float], times: int) -> list[float]:
    for _ in range(WARM):
        once()
    return [once() for _ in range(times)]


def _turns(items: list[str]) -> Iterator[str]:
    while True:
        yield from items


def _more(page: str) -> str:
    found = MORE.search(page)
    return found[1].replace("&amp;", "&") if found else ""


def _keyed(fields: dict[str, str]) -> list[tuple[str, str]]:
    return [*fields.items(), ("key", uuid.uuid4().hex)]
