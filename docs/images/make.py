"""The pictures of this folder, from the page that `kg build seeds` makes and from a notebook.

uv run python docs/images/make.py
"""

import shutil
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

import kg

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
NOTEBOOK = HERE.parents[1] / "notebooks" / "city_year.ipynb"
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
# The cells of the notebook with these words, and what they show.
_SHOWN = "pivot_table"
_STYLE = """
body { font: 13px/1.5 'Noto Sans CJK SC', sans-serif; margin: 14px; width: 1010px; background: #fff }
pre { background: #f6f6f6; border: 1px solid #ddd; padding: 7px 9px; margin: 0; flex: 1; white-space: pre-wrap;
      font: 12px/1.5 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace }
.in { display: flex; gap: 8px; margin-top: 12px } .in span { color: #888; width: 34px; font-family: monospace; padding-top: 7px }
.out { margin: 8px 0 0 42px } table { border-collapse: collapse; border: 0; font-size: 12.5px } thead { border-bottom: 1px solid #999 }
td, th { padding: 2px 12px; text-align: right; border: 0 } tbody tr:nth-child(odd) { background: #f5f5f5 }
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
        _notebook(browser)
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


def _notebook(browser: Any) -> None:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code" and _SHOWN in cell.source:
            shown = "".join(output.data.get("text/html", "") for output in cell.outputs if output.output_type == "execute_result")
            source = f"<span>[{cell.execution_count}]:</span><pre>{escape(cell.source)}</pre>"
            cells.append(f'<div class="in">{source}</div><div class="out">{shown}</div>')
    page = browser.new_page(viewport={"width": 1060, "height": 600}, device_scale_factor=1.25)
    page.set_content(f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>{''.join(cells)}")
    page.screenshot(path=HERE / "notebook.png", full_page=True)
    page.close()


if __name__ == "__main__":
    main()
