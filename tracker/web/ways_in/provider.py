"""The OpenID provider that the keeper has named: asked by code with PKCE, nonce and state."""

from typing import Any
from urllib.parse import urlsplit

from flask import current_app, session
from werkzeug.wrappers import Response as AnyResponse

from tracker.config.settings import Settings
from tracker.config.who_signs_in import SignInProvider
from tracker.models.base import LINE
from tracker.web.urls import link

PATIENCE = 10
"""Seconds for which the provider may keep a request waiting."""


def named_provider() -> SignInProvider | None:
    """The provider, if there is one."""
    settings: Settings = current_app.config["ONWARD"]
    return settings.provider


def provider_name() -> str | None:
    """What people know it by: its host."""
    known = named_provider()
    return urlsplit(known.issuer).hostname if known else None


def client(known: SignInProvider) -> Any:
    """What speaks with it; made once for each provider, its facts fetched when first needed."""
    made: dict[SignInProvider, Any] = current_app.extensions.setdefault("onward_oidc", {})
    if known not in made:
        from authlib.integrations.flask_client import OAuth

        made[known] = OAuth(current_app).register(
            "onward",
            client_id=known.client_id,
            client_secret=known.client_secret,
            server_metadata_url=f"{known.issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email profile",
                "code_challenge_method": "S256",
                "timeout": PATIENCE,
            },
        )
    return made[known]


def callback() -> str:
    """Where the provider sends people back to: the address that people use, whatever is asked."""
    return link("/login/provider/answer")


def begin(known: SignInProvider, anew: bool = False) -> AnyResponse:
    """On to the provider, which asks `anew` who is there, whoever is signed in with it.

    What its answer has to fit to is kept in the session, of the last question alone: a cookie
    holds only so much. Raises NoAnswer.
    """
    from authlib.common.errors import AuthlibBaseError
    from requests import RequestException

    for name in [name for name in session if name.startswith("_state_onward_")]:
        session.pop(name)
    more = {"prompt": "login"} if anew else {}
    try:
        asked: AnyResponse = client(known).authorize_redirect(callback(), **more)
    except (AuthlibBaseError, RequestException, ValueError, RuntimeError) as error:
        raise NoAnswer from error
    return asked


def vouched_claims(known: SignInProvider) -> dict[str, Any]:
    """Who it says is there, by an answer that is signed, meant for us, and to this very question.

    Raises NoAnswer.
    """
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError
    from requests import RequestException

    try:
        speaking = client(known)
        issuer = str(speaking.load_server_metadata().get("issuer", ""))
        claims = dict(speaking.authorize_access_token().get("userinfo") or {})
    except (AuthlibBaseError, JoseError, RequestException, ValueError, KeyError) as error:
        raise NoAnswer from error
    subject = str(claims.get("sub") or "")
    if issuer.rstrip("/") != known.issuer or not 0 < len(subject) <= LINE:
        raise NoAnswer
    return claims


class NoAnswer(Exception):
    """The provider did not say who is there, or not in a way that can be believed."""
