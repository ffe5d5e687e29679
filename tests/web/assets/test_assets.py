"""One stylesheet and one script in production, made once a version; before that, the files."""

import gzip
import multiprocessing
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from tracker import paths
from tracker.web.assets import Assets

HASHED = re.compile(r"^/static/(css|js|vendor|icons)/[A-Za-z.]+-[0-9a-f]{16}\.(css|js|svg)$")


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    files = {
        "css/base.css": "@layer base, board;\n@layer base { body { color: CanvasText } }",
        "css/board.css": "@layer board { .card { background: url('../icons/pin.svg') } }",
        "js/card.js": "{ document.title = 'card' }",
        "js/board.js": "{ document.title = 'board' } // no end of line",
        "vendor/htmx.min.js": "var htmx = {}",
        "vendor/Sortable.min.js": "var Sortable = {}",
        "vendor/PROVENANCE.md": "notes",
        "icons/pin.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    return tmp_path / "instance"


@pytest.fixture
def production(static: Path, instance: Path) -> Callable[[], Assets]:
    return lambda: Assets(static, instance, bundled=True)


def client(assets: Assets) -> Client:
    return Client(assets.wrap(Response("the app", status=404)))


def bundles(instance: Path) -> list[Path]:
    return sorted((instance / "assets").iterdir())


def written(instance: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in instance.rglob("*")}


def test_in_production_there_is_one_stylesheet_and_one_script(production) -> None:
    assets = production()
    assert len(assets.style_urls) == len(assets.script_urls) == 1
    assert all(HASHED.match(url) for url in assets.style_urls + assets.script_urls)


def test_the_stylesheets_are_joined_by_name_and_the_scripts_after_htmx(production) -> None:
    assets = production()
    style = client(assets).get(assets.style_urls[0]).text
    script = client(assets).get(assets.script_urls[0]).text
    assert style.index("@layer base,board;") < style.index("CanvasText") < style.index(".card")
    assert script.index("htmx") < script.index("'board'") < script.index("'card'")
    assert "// no end of line\n;\n" in script
    assert "Sortable" not in script


def test_the_drag_library_stays_a_file_of_its_own(production) -> None:
    assets = production()
    url = assets.url("vendor/Sortable.min.js")
    assert HASHED.match(url)
    assert client(assets).get(url).text == "var Sortable = {}"


def test_a_picture_named_in_a_stylesheet_is_found_under_its_hashed_name(production) -> None:
    assets = production()
    style = client(assets).get(assets.style_urls[0]).text
    assert f'url("{assets.url("icons/pin.svg")}")' in style


def test_a_hashed_file_may_be_kept_for_good_and_is_sent_compressed(production) -> None:
    assets = production()
    answer = client(assets).get(assets.script_urls[0], headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert b"htmx" in gzip.decompress(answer.data)


def test_what_is_no_static_file_is_left_to_the_app(production) -> None:
    browser = client(production())
    for path in (
        "/",
        "/board",
        "/static/css/base.css",
        "/static/vendor/PROVENANCE.md",
        "/static/names.json",
        "/static/../names.json",
        "/static/%2e%2e/names.json",
    ):
        assert browser.get(path).text == "the app", path


def test_a_name_that_does_not_exist_is_a_mistake_that_shows(production, static, instance) -> None:
    for assets in (production(), Assets(static, instance, bundled=False)):
        with pytest.raises(KeyError):
            assets.url("css/nothing.css")


def test_a_second_start_writes_nothing(production, instance) -> None:
    first = production()
    before = written(instance)
    second = production()
    assert written(instance) == before
    assert (second.build, second.style_urls) == (first.build, first.style_urls)


def test_a_new_version_takes_the_place_of_the_old(production, static, instance) -> None:
    old = production()
    (static / "css/board.css").write_text("@layer board { .card { color: red } }")
    new = production()
    assert len(bundles(instance)) == 1
    assert new.build != old.build
    assert new.style_urls != old.style_urls
    assert new.script_urls == old.script_urls


def test_a_draft_that_another_process_is_writing_is_left_alone(production, instance) -> None:
    draft = instance / "assets" / ".making-now"
    draft.mkdir(parents=True)
    production()
    assert draft.is_dir()


def start(static: Path, instance: Path) -> list[str]:
    return Assets(static, instance, bundled=True).script_urls


def test_processes_that_start_at_once_agree(static, instance) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as processes:
        urls = processes.starmap(start, [(static, instance)] * 4)
    assert len(set(map(tuple, urls))) == 1
    assert len(bundles(instance)) == 1


def test_in_development_the_files_are_sent_as_they_are(static, instance) -> None:
    assets = Assets(static, instance, bundled=False)
    assert assets.style_urls == ["/static/css/base.css", "/static/css/board.css"]
    assert assets.script_urls == [
        "/static/vendor/htmx.min.js",
        "/static/js/board.js",
        "/static/js/card.js",
    ]
    (static / "css/board.css").write_text("changed")
    answer = client(assets).get("/static/css/board.css")
    assert answer.text == "changed"
    assert "immutable" not in answer.headers["Cache-Control"]
    assert not instance.exists()


@pytest.mark.parametrize("bundled", [True, False])
def test_a_changed_page_changes_the_build(static, instance, tmp_path, bundled) -> None:
    page = tmp_path / "templates" / "board.html"
    page.parent.mkdir()
    page.write_text("one")
    before = Assets(static, instance, bundled, pages=[page.parent])
    first = before.build
    page.write_text("another")
    assert Assets(static, instance, bundled, pages=[page.parent]).build != first


def test_the_real_static_files_make_a_bundle(instance) -> None:
    assets = Assets(paths.STATIC, instance, bundled=True)
    browser = client(assets)
    for url in [*assets.style_urls, *assets.script_urls, assets.url("vendor/Sortable.min.js")]:
        assert browser.get(url).status_code == 200
