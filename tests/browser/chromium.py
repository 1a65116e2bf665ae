"""A real Chromium without a window: pages are opened, measured and printed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--enable-logging=stderr",
)
CONSOLE = re.compile(r"CONSOLE[:(].*")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
MEASURE = """<script>
const root = document.documentElement;
parent.postMessage(JSON.stringify({
  scroll: root.scrollWidth, inner: window.innerWidth,
  beyond: [...document.querySelectorAll("body *:not(thead):not(thead *)")]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > window.innerWidth + 1)
    .map(e => e.tagName + "." + e.getAttribute("class")),
  requests: [...new Set([
    ...performance.getEntriesByType("resource").map(e => e.name),
    ...[...document.querySelectorAll("[src], link[href]")]
      .map(e => e.src || e.href).filter(u => !u.startsWith("data:")),
  ])],
  lamps: [...document.querySelectorAll(".lamp")].map(e => [e.innerText.trim(), getComputedStyle(e).color]),
  charts: [...document.querySelectorAll("figure svg")].map(e =>
    [e.querySelector("title").textContent, e.querySelectorAll("text").length, e.getBoundingClientRect().width]),
}), "*");
</script>"""
FRAME = """<!DOCTYPE html><body style="margin:0">
<iframe src="page.html" style="border:0;width:{wide}px;height:900px"></iframe>
<script>addEventListener("message", e => {{
  document.body.textContent = "<<" + btoa(unescape(encodeURIComponent(e.data))) + ">>";
}});</script></body>"""


def run(place: Path, *arguments: str) -> tuple[str, list[str]]:
    """What one start of the browser printed, and what its console said."""
    assert BROWSER
    profile = f"--user-data-dir={place / 'profile'}"
    done = subprocess.run([BROWSER, *FLAGS, profile, *arguments], capture_output=True, check=False, timeout=120)
    errors = done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "replace"), CONSOLE.findall(errors)


def console(place: Path, page: str) -> list[str]:
    """What the console says of a page as it is."""
    (place / "page.html").write_text(page, encoding="utf-8")
    return run(place, "--dump-dom", "--virtual-time-budget=2000", (place / "page.html").as_uri())[1]


def measured(place: Path, page: str, wide: int) -> dict[str, Any]:
    """A page so many pixels wide: a copy without its policy, so that a script may measure it and requests are seen."""
    from base64 import b64decode

    copy = POLICY.sub("", page).replace("</body>", MEASURE + "</body>")
    (place / "page.html").write_text(copy, encoding="utf-8")
    (place / "frame.html").write_text(FRAME.format(wide=wide), encoding="utf-8")
    window = f"--window-size={wide + 200},1000"
    shown, _ = run(place, window, "--dump-dom", "--virtual-time-budget=4000", (place / "frame.html").as_uri())
    told = re.search(r"&lt;&lt;([A-Za-z0-9+/=]+)&gt;&gt;", shown)
    assert told, shown[:2000]
    found: dict[str, Any] = json.loads(b64decode(told[1]))
    return found


def printed_pages(place: Path, page: str) -> int:
    """On how many sheets a page is printed."""
    (place / "page.html").write_text(page, encoding="utf-8")
    paper = place / "page.pdf"
    run(place, f"--print-to-pdf={paper}", "--no-pdf-header-footer", (place / "page.html").as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes()))
