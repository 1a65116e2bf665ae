"""The recipes of the README run as they are printed, in the example workspace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ("jq", "mlr", "cut", "entr")


def recipes(text: str) -> list[str]:
    """The lines of the `sh` blocks below the heading "Recipes", up to the next heading of its rank."""
    _, _, below = text.partition("\n## Recipes\n")
    section = re.split(r"^## ", below, maxsplit=1, flags=re.MULTILINE)[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line and not line.startswith("#")]


RECIPES = recipes((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory, example: Path) -> tuple[Path, dict[str, str]]:
    """A copy of the example workspace, and an environment that knows `tracker`."""
    folder = tmp_path_factory.mktemp("recipes")
    shutil.copytree(example, folder / "workspace")
    bin_ = folder / "bin"
    bin_.mkdir()
    (bin_ / "tracker").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n', encoding="utf-8")
    (bin_ / "tracker").chmod(0o755)
    env = {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return folder / "workspace", env


def test_the_readme_has_recipes():
    """Otherwise nothing below would be asked."""
    assert len(RECIPES) >= 5


@pytest.mark.skipif(os.name != "posix", reason="the recipes are written for a POSIX shell")
@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_runs_as_printed(recipe: str, kitchen: tuple[Path, dict[str, str]]):
    """It ends well, complains of nothing, and gives something: words, or a file."""
    missing = [name for name in PROGRAMS if re.search(rf"\b{name} ", recipe) and not shutil.which(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    folder, env = kitchen
    before = set(folder.iterdir())
    done = subprocess.run(  # as a reader would run it
        ["sh", "-c", recipe],  # noqa: S607
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() or set(folder.iterdir()) - before


def test_only_recipes_are_run():
    """Comments, other blocks and other sections are not."""
    block = "```sh\n# why\n{}\n```\n"
    other = "```toml\nno = 1\n```\n"
    text = "\n## Before\n" + block.format("no") + "\n## Recipes\n" + block.format("yes | no") + other
    assert recipes(text + "## After\n" + block.format("no")) == ["yes | no"]
