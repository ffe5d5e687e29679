"""A picture of a screen has few colours: with a palette it weighs a third."""

import shutil
import subprocess
from pathlib import Path

MOST = 120_000
"""Bytes of one picture."""
COLOURS = (192, 96, 48)


def tool() -> str | None:
    """What can do it on this machine."""
    return next((name for name in ("pngquant", "magick", "convert") if shutil.which(name)), None)


def make_small(file: Path) -> int:
    """Write it again with a palette, where there is a tool for it; how many bytes it has."""
    name = tool()
    before = file.read_bytes()
    for colours in COLOURS if name else ():
        small = subprocess.run(_command(str(name), colours), input=before, capture_output=True)
        if small.returncode == 0 and 0 < len(small.stdout) < file.stat().st_size:
            file.write_bytes(small.stdout)
        if file.stat().st_size <= MOST:
            break
    return file.stat().st_size


def _command(name: str, colours: int) -> list[str]:
    if name == "pngquant":
        return [name, "--nofs", "--strip", str(colours), "-"]
    how = ["png:-", "-strip", "+dither", "-colors", str(colours)]
    return [name, *how, "-define", "png:compression-level=9", "png8:-"]
