"""What a browser calls itself, in words that its owner knows it by."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("DuckDuckGo", "DuckDuckGo"),
    ("Vivaldi", "Vivaldi"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Chromium", "Chromium"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
"""First match wins: many name others too, to be let in where those are."""


def label(agent: str) -> str:
    """A User-Agent read as "Chrome on Android"; "A browser" where nothing is known."""
    browser = next((name for sign, name in BROWSERS if sign in agent), "A browser")
    system = next((name for sign, name in SYSTEMS if sign in agent), None)
    return f"{browser} on {system}" if system else browser


def in_hand(agent: str) -> bool:
    """Whether it runs on a phone: those say Mobile or Mobi, whatever they are called."""
    return "Mobi" in agent


def device(agent: str) -> str:
    """What it runs on, as far as that decides what can be done: android, iphone or computer."""
    if "Android" in agent:
        return "android"
    return "iphone" if "iPhone" in agent or "iPad" in agent else "computer"
