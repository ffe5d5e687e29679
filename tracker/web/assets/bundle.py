"""One stylesheet and one script, hashed and compressed, kept in the instance folder.

They are made once for each state of the static files, never at a later start.
"""

import gzip
import json
import os
import posixpath
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from tracker.web.assets import minify

PREFIX = "/static/"
STYLE, SCRIPT, WORKER = "css/style.css", "js/script.js", "js/worker.js"
HOLD = "js/first/hold.js"
FIRST_SCRIPT = "vendor/htmx.min.js"
COMPRESSED = (".css", ".js", ".json", ".svg", ".txt", ".webmanifest")
REFERENCE = re.compile(rb"""url\(\s*["']?(?!data:|[#/])([^"')\s]+)["']?\s*\)""")


def find_or_make(content: dict[str, bytes], folder: Path) -> Path:
    """The bundle of this content, made in a hidden place and then put here in one step."""
    makers = [Path(__file__).read_bytes(), Path(minify.__file__).read_bytes()]
    made = folder / short_hash(*makers, *(part for item in content.items() for part in item))
    if not made.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".making-", dir=folder))
        try:
            write_bundle(content, draft)
            draft.rename(made)
        except OSError:
            if not made.is_dir():
                raise
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        remove_others(folder, made)
    return made


def read_static(static_folder: Path) -> dict[str, bytes]:
    """The static files by name, and the bundles in place of what they are made of."""
    files = {
        path.relative_to(static_folder).as_posix(): path.read_bytes()
        for path in files_in(static_folder)
    }
    style = b"\n".join(files.pop(name) for name in styles(static_folder))
    script = b"\n;\n".join(files.pop(name) for name in scripts(static_folder))
    worker = b"\n".join(files.pop(name) for name in worker_parts(static_folder))
    sheets = {
        f"css/{folder}.css": b"\n".join(files.pop(name) for name in sheet(static_folder, folder))
        for folder in sheets_of_some(static_folder)
    }
    return {**files, **sheets, STYLE: style, SCRIPT: script, WORKER: worker}


def styles(static_folder: Path) -> list[str]:
    """Names of the stylesheets by name; each of them declares the whole list of layers."""
    return sorted(f"css/{file.name}" for file in static_folder.glob("css/*.css"))


def sheets_of_some(static_folder: Path) -> list[str]:
    """The folders below the stylesheets: what only some pages need, a sheet for each folder."""
    return sorted({file.parent.name for file in static_folder.glob("css/*/*.css")})


def sheet(static_folder: Path, folder: str) -> list[str]:
    """Names of the files of one such sheet."""
    return sorted(f"css/{folder}/{file.name}" for file in static_folder.glob(f"css/{folder}/*.css"))


def scripts(static_folder: Path) -> list[str]:
    """Names of the scripts of every page: htmx, then ours by name."""
    ours = sorted(f"js/{file.name}" for file in static_folder.glob("js/*.js"))
    return [name for name in (FIRST_SCRIPT, *ours) if (static_folder / name).is_file()]


def worker_parts(static_folder: Path) -> list[str]:
    """Names of the files that make the service worker, by name."""
    return sorted(f"js/worker/{file.name}" for file in static_folder.glob("js/worker/*.js"))


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below, notes and hidden ones left out, in an order that never changes."""
    return (Path(entry.path) for entry in entries(str(folder)))


def entries(folder: str) -> Iterator["os.DirEntry[str]"]:
    """The same without paths: a start looks at five hundred files, and making paths takes long."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from entries(entry.path)
        elif not entry.name.startswith(".") and not entry.name.endswith((".md", ".pyc")):
            yield entry


def stamps(folders: Iterable[Path]) -> Iterator[str]:
    """A word for each file that is another one once the file has been written to."""
    for folder in folders:
        for entry in entries(str(folder)):
            state = entry.stat()
            yield f"{entry.path[len(str(folder)) :]} {state.st_mtime_ns} {state.st_size}"


def short_hash(*parts: str | bytes) -> str:
    """Sixteen characters that tell one list of parts from another."""
    digest = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:16]


def write_bundle(content: dict[str, bytes], folder: Path) -> None:
    """Writes every file under its hashed name, compressed beside it, and the list of names."""
    names: dict[str, str] = {}
    for name in sorted(content, key=lambda name: name == STYLE):
        data = point_to(names, content[name]) if name == STYLE else content[name]
        data = lean(name, data)
        stem, suffix = posixpath.splitext(name)
        names[name] = f"{stem}-{short_hash(data)}{suffix}"
        write_and_sync(folder / "files" / names[name], data)
        if suffix in COMPRESSED:
            write_and_sync(folder / "files" / f"{names[name]}.gz", gzip.compress(data, 9, mtime=0))
    write_and_sync(folder / "names.json", json.dumps(names).encode())


def lean(name: str, data: bytes) -> bytes:
    """Our own style or script as it is sent; anything else as it is."""
    if name.startswith("css/"):
        return minify.style(data)
    return minify.script(data) if name.startswith("js/") else data


def point_to(names: dict[str, str], style: bytes) -> bytes:
    """The style with the pictures it names under the names that they have now."""

    def renamed(match: re.Match[bytes]) -> bytes:
        name = posixpath.normpath(f"css/{match[1].decode()}")
        return b'url("%s%s")' % (PREFIX.encode(), names[name].encode())

    return REFERENCE.sub(renamed, style)


def write_and_sync(file: Path, data: bytes) -> None:
    """Writes the file and waits for the disk: a name must never outlive a power cut empty."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def remove_others(folder: Path, made: Path) -> None:
    """Clears bundles of other versions, and drafts that nobody has finished for an hour."""
    an_hour_ago = made.stat().st_mtime - 3600
    for other in folder.iterdir():
        draft = other.name.startswith(".making-")
        if other != made and (not draft or other.stat().st_mtime < an_hour_ago):
            shutil.rmtree(other, ignore_errors=True)
