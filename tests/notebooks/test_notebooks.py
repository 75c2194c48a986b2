"""Every notebook runs from top to bottom in a fresh kernel and shows what its text promises."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
SHOWS = {  # words that must stand in what the cells show
    "tour": ("篇文章", "杜小刚", "visited", "<iframe", "青禾机电有限公司"),
    "city_year": ("方致远", "2024-12", "次数", "planned", "研发投入", "year.graphml"),
    "brokers": ("介数", "方致远", "东台市", "共同走访的企业数"),
}


def test_all_are_known() -> None:
    assert {path.stem for path in FOLDER.glob("*.ipynb")} == SHOWS.keys()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the kernel's own parts
@pytest.mark.parametrize("name", SHOWS)
def test_runs(name: str) -> None:
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    assert not [cell for cell in notebook.cells if cell.get("outputs")], "notebooks are kept without outputs"
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    shown = "\n".join(text(output) for cell in notebook.cells for output in cell.get("outputs", ()))
    assert [word for word in SHOWS[name] if word not in shown] == []


def text(output: nbformat.NotebookNode) -> str:
    return str(output.get("text", "")) + "".join(map(str, output.get("data", {}).values()))
