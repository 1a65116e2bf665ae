# ruff: noqa: INP001, T201 -- a script and no package; printing is what it does
"""What `make demo` shows: a made-up city, the worst first, its page beside it, and what is known of the real ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from shutil import get_terminal_size

from tracker.assessment.notice import counts
from tracker.assessment.review import review
from tracker.cli.answer import language
from tracker.cli.app import run
from tracker.cli.gather import open_named
from tracker.render.as_plain import width
from tracker.render.grouped import Grouping, part
from tracker.render.notice_words import judged
from tracker.render.wording import Wording, wording_for
from tracker.render.wrap import wrap

ROOT = Path(__file__).resolve().parent.parent
CITY_DAY, DOCUMENTS_DAY = "2026-08-20", date(2025, 4, 15)
SAYS = {
    "en": {
        "city": "A made-up city: {tracker} -C {city} gap, or check, or show yunze.output",
        "page": "The leader's page of the same figures, for a browser: {page}",
        "documents": "Real documents are in targets/. What is known of their promises on {day}:",
        "look": "Look at them: {tracker} gap --as-of {day} --all, or of one document policy:jiayuguan-2025",
    },
    "zh": {
        "city": "以上为虚构城市。继续查看：{tracker} -C {city} gap，或 check，或 show yunze.output",
        "page": "同一批数据的领导专报，用浏览器打开：{page}",
        "documents": "targets/ 里是真实文件，其中的目标任务截至{day}的情况：",
        "look": "查看全部：{tracker} gap --as-of {day} --all；只看一份文件：加 policy:jiayuguan-2025",
    },
}


def main(city: Path = Path("demo")) -> None:
    """All of it, in the language of the environment."""
    lang = language(os.environ)
    wording, says, tracker = wording_for(lang), SAYS[lang], short(Path(sys.executable).with_name("tracker"))
    if not city.exists():
        with redirect_stdout(StringIO()):
            run(["init", str(city), "--example"])
    page = city / "brief.html"
    run(["-C", str(city), "status", "--as-of", CITY_DAY, "--sort", "verdict"])
    run(["-C", str(city), "brief", "--as-of", CITY_DAY, "-o", str(page)])
    tell("", says["city"].format(tracker=tracker, city=short(city)), says["page"].format(page=short(page)))
    tell("", says["documents"].format(day=wording.fact(DOCUMENTS_DAY)), *documents(wording))
    tell(says["look"].format(tracker=tracker, day=DOCUMENTS_DAY.isoformat()))


def documents(wording: Wording) -> Iterator[str]:
    """One line a document: how its promises stand."""
    whole = review(open_named(ROOT).portfolio, DOCUMENTS_DAY)
    for policy in whole.portfolio.policies.values():
        title = wording.name(policy.title)
        found = part(whole, Grouping.POLICY, title, wording)
        if found.verdicts:
            yield f"- {wording.pair(title, judged(counts(found), wording))}"


def tell(*lines: str) -> None:
    """Lines no wider than the terminal; what follows the first of an item stands below its words."""
    columns = get_terminal_size().columns
    for line in lines:
        first, *more = wrap(line, columns - 2) if width(line) > columns else [line]
        print("\n  ".join([first, *more]))
    sys.stdout.flush()


def short(path: Path) -> str:
    """A path as it is typed from here."""
    return os.path.relpath(path, Path.cwd()) if path.is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
