"""The pictures of this folder, from the page that `kg build seeds` makes.

uv run python docs/images/make.py
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import kg

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
DESK, PHONE = {"width": 1280, "height": 720}, {"width": 390, "height": 844}
# name of the picture, size of the window, colour scheme, what is done first; `most(type)` is the most connected entity of a type
PICTURES: tuple[tuple[str, dict[str, int], str, str], ...] = (
    ("graph", DESK, "light", ""),
    ("dark", DESK, "dark", ""),
    ("profile", DESK, "light", "kg.choose({kind: 'node', id: most('Person')})"),
    ("path", DESK, "light", "kg.findPath(most('Person'), last('Company'))"),
    ("around", DESK, "dark", "kg.setFocus(most('Person'), 1)"),
    ("table", DESK, "light", "kg.openTable('statements')"),
    ("phone", PHONE, "light", "kg.choose({kind: 'node', id: most('Person')})"),
)
_FIND = """
const of = (type) => kg.drawn().nodes.filter((n) => kg.type(n) === type);
window.most = (type) => of(type)[0];
window.last = (type) => of(type).at(-1);
"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium on this machine")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        kg.build([SEEDS], out=folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, size, scheme, first in PICTURES:
            _shoot(browser, Path(folder) / "graph.html", name, size, scheme, first)
        browser.close()


def _shoot(browser: Any, page_file: Path, name: str, size: dict[str, int], scheme: str, first: str) -> None:
    phone = size is PHONE
    context = browser.new_context(
        viewport=size, color_scheme=scheme, device_scale_factor=2 if phone else 1, is_mobile=phone, has_touch=phone
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_timeout(600)
    page.evaluate(f"() => {{ {_FIND} {first} }}")
    page.wait_for_timeout(1200)
    page.screenshot(path=HERE / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
