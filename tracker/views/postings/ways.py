"""Ways to put a posting in from elsewhere: a bookmark, a shortcut, sharing."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.web.rendering import page
from tracker.web.urls import here_for, is_for_this_machine_alone, link
from tracker.web.user_agent import device

blueprint = Blueprint("ways", __name__)
MOST = 60_000
"""Characters of a page's text, and of its data, that a bookmark brings along."""
SCRIPT = (
    "javascript:(()=>{{const d=document,s=''+getSelection(),"
    "j=[...d.querySelectorAll('script[type=\"application/ld+json\"]')].map(e=>e.textContent)"
    ".filter(t=>t.includes('JobPosting')).join('\\n').slice(0,{most}),"
    "t=(s.length>200?s:(d.querySelector('main')||d.body).innerText).slice(0,{most});"
    "open('{address}#'+encodeURIComponent(JSON.stringify("
    "{{title:d.title,url:location.href,text:t,data:j}})))}})()"
)


@blueprint.get("/postings/ways")
def index() -> ResponseReturnValue:
    """The way of this device, step by step with this server's own address; the others folded."""
    return render_ways()


def render_ways(*, nothing: bool = False) -> Response:
    """The same; with a word beside the field where nothing was put in."""
    what = device(request.user_agent.string)
    address = here_for(what)
    here = f"{address}/postings/new"
    return page(
        "postings/ways.html",
        device=what,
        address=address,
        secure=address.startswith("https:"),
        alone=what == "computer" and is_for_this_machine_alone(link("")),
        here=here,
        bookmark=SCRIPT.format(most=MOST, address=here),
        nothing=nothing,
        status=422 if nothing else 200,
    )
