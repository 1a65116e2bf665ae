# ruff: noqa: INP001, S603 -- a script and no package; the commands it runs are the ones written here
"""Renew docs/pictures: `make pictures`. Terminals are drawn by Rich's own export, the page by a headless Chromium."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

PICTURES = Path(__file__).resolve().parent / "pictures"
AS_OF = "2026-08-20"
CELL = 12.0
"""The width of a letter in the picture; the export draws letters 20 high, and is told that they are 0.6 as wide."""
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", "Noto Sans Mono CJK SC",
  "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", monospace; font-size: {char_height}px }}
.{unique_id}-matrix .wide {{ font-size: 22px }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own frame fetches a font from the network; this one names fonts that are there, Chinese ones among them."""
PIECE = re.compile(r'<text class="([^"]+)" x="([^" ]+)[^"]*" y="([^"]+)"[^>]* clip-path="([^"]+)">([^<]*)</text>')
RUN = re.compile(r"(?:[^\s\u2e80-\uffef]+(?: (?=[^\s\u2e80-\uffef]))?)+|[\u2e80-\uffef]+")
"""Words with single blanks between them, or Chinese letters: each run is put at the cell it begins in."""


class Terminal(NamedTuple):
    """A picture of a terminal: its file, its language, how wide it is, and what is asked."""

    name: str
    lang: str
    columns: int
    asked: tuple[str, ...]

    @property
    def typed(self) -> str:
        """The command as a reader would type it."""
        return " ".join(["$ tracker", *(f"'{word}'" if " " in word else word for word in self.asked)])


TERMINALS = (
    Terminal("gap-en.svg", "en", 116, ("gap", "lead:Industry bureau", "--as-of", AS_OF)),
    Terminal("gap-zh.svg", "zh", 116, ("gap", "lead:工业和信息化局", "--as-of", AS_OF)),
)
PAGES = {"brief-en.png": ("en", 1205), "brief-zh.png": ("zh", 1106)}
"""Each picture of the brief: its language, and how much of it is shown."""


def tracker(folder: Path, *arguments: str, lang: str = "en", columns: int = 100) -> str:
    """What one command prints in a folder."""
    env = {**os.environ, "COLUMNS": str(columns), "LANG": f"{lang}.UTF-8", "LC_ALL": "", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "tracker", "-C", str(folder), *arguments],
        env=env,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=60,
    ).stdout


def example(folder: Path) -> Path:
    """The made-up city, in a new folder."""
    tracker(folder, "init", str(folder / "city"), "--example")
    return folder / "city"


def printed(city: Path, terminal: Terminal, *, colour: bool) -> str:
    """What stands on the terminal: the command, and its answer as a table."""
    dress = ["--lang", terminal.lang, "--format", "table", "--color", "always" if colour else "never"]
    answer = tracker(city, *terminal.asked, *dress, columns=terminal.columns)
    return f"{terminal.typed}\n\n{answer}"


def drawn(city: Path, terminal: Terminal) -> str:
    """The picture of a terminal."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=terminal.columns, file=nowhere, force_terminal=True, legacy_windows=False)
        console.print(Text.from_ansi(printed(city, terminal, colour=True)), soft_wrap=True)
        title = "policy-target-tracker"
        picture = console.export_svg(title=title, code_format=FRAME, font_aspect_ratio=CELL / 20, unique_id="terminal")
    return PIECE.sub(lambda found: "\n".join(in_cells(found)), picture).replace("&#160;", " ")


def in_cells(found: re.Match[str]) -> Iterator[str]:
    """A text of the export as runs, each at its cell: the export takes a Chinese letter for as wide as a Latin one."""
    style, x, y, clip, content = found.groups()
    words = unescape(content).replace("\xa0", " ")
    for run in RUN.finditer(words):
        at = float(x) + CELL * cell_len(words[: run.start()])
        wide = cell_len(run[0]) == 2 * len(run[0])
        places = " ".join(f"{at + 2 * CELL * n:g}" for n in range(len(run[0]))) if wide else f"{at:g}"
        length = "" if wide else f' textLength="{CELL * cell_len(run[0]):g}"'
        place = f'x="{places}" y="{y}"{length} clip-path="{clip}"'
        yield f'<text class="{style}{" wide" if wide else ""}" {place}>{escape(run[0], quote=False)}</text>'


def written(picture: str) -> str:
    """The text of a picture, read back from the places it stands at."""
    lines: dict[int, str] = {}
    for _, x, y, _, content in PIECE.findall(picture):
        row = round((float(y) - 20) / 24.4)
        line = lines.get(row, "")
        lines[row] = line + " " * (round(float(x) / CELL) - cell_len(line)) + unescape(content)
    return "\n".join(lines.get(row, "") for row in range(max(lines) + 1))


def photographed(page: Path, picture: Path, width: int, height: int) -> None:
    """A page as a headless Chromium shows it; its profile is thrown away, and few colours keep the file small."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no Chromium was found (Debian: apt-get install chromium fonts-noto-cjk)")
    with tempfile.TemporaryDirectory() as profile:
        switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--hide-scrollbars"]  # fmt: skip
        subprocess.run(
            [browser, *switches, f"--user-data-dir={profile}", f"--window-size={width},{height}",
             f"--screenshot={picture}", page.as_uri()],
            check=True, timeout=120, capture_output=True,
        )  # fmt: skip
    from PIL import Image

    Image.open(picture).convert("RGB").quantize(96).save(picture, optimize=True)


def main() -> None:
    """Draw every picture again."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        city = example(Path(folder))
        for terminal in TERMINALS:
            (PICTURES / terminal.name).write_text(drawn(city, terminal), encoding="utf-8")
        for name, (lang, height) in PAGES.items():
            page = Path(folder) / f"brief-{lang}.html"
            tracker(city, "brief", "--as-of", AS_OF, "--lang", lang, "-o", str(page), lang=lang)
            photographed(page, PICTURES / name, 900, height)


if __name__ == "__main__":
    main()
