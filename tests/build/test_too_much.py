"""A graph that is too big for the page is no reason to write nothing."""

from pathlib import Path

import pytest

import kg
from kg.export import html

PAGE = "苏北某报\n\n市领导走访企业\n\n本报讯 3月12日，徐州市委书记岑国栋到徐州江汀控股集团有限公司调研。徐州江汀控股集团有限公司董事长为孟怀远。\n"


def test_the_other_formats_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST", 0)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    report = kg.build([tmp_path / "page.txt"], out=tmp_path / "out", use_model=False)
    assert (tmp_path / "out" / "graph.graphml").is_file()
    assert not (tmp_path / "out" / "graph.html").exists()
    assert any("--around" in problem.reason for problem in report.problems)
