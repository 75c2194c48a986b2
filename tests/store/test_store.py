"""The store keeps what it is given, whole or not at all, and says what is wrong with a folder."""

import sqlite3
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.packing import Extracted, content, pack_entities, pack_statements, unpack_entities, unpack_statements
from kg.store import FILE, SourceRow, Store
from kg.types import Article, Extraction


def test_extractions_come_back_as_they_were(told: list[Extraction], out: Path) -> None:
    with Store.open(out) as store:
        found = {extraction.article.id: extraction for extraction in store.extractions()}
    for extraction in told:
        assert found[extraction.article.id].entities == extraction.entities
        assert found[extraction.article.id].statements == extraction.statements
        assert found[extraction.article.id].article.text == ""


def test_packing_is_exact(told: list[Extraction]) -> None:
    for extraction in told:
        assert unpack_entities(pack_entities(extraction.entities)) == extraction.entities
        assert unpack_statements(pack_statements(extraction.statements)) == extraction.statements


def test_content_knows_all_that_extraction_sees_and_nothing_else() -> None:
    article = Article("a", "x.txt", "正文", "标题", published="2024-03-01", locality_code="3411")
    assert content(article) == content(Article("a", "y.txt", "正文", "标题", page="A02", published="2024-03-01", locality_code="3411"))
    assert content(article) != content(Article("a", "x.txt", "正文", "标题", published="2024-03-01", locality_code="3203"))
    assert content(article) != content(replace(article, written="2024-02-29"))
    assert content(article) != content(replace(article, medium="沅畔新闻网"))


def test_every_field_of_an_article_comes_back(tmp_path: Path) -> None:
    values = {entry.name: f"<{entry.name}>" for entry in fields(Article)} | {"byline": ("卜晓",), "inferred": {"published": "从报头"}}
    article = Article(**values)  # type: ignore[arg-type]
    with Store.create(tmp_path) as store:
        store.save_source(SourceRow(article.source, "1"), [article])
        assert store.article_of(content(article)) == article
        assert list(store.articles()) == list(store.articles_of([article.source])) == [replace(article, text="")]


def test_source_is_replaced_with_its_articles(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        store.save_source(SourceRow("x.txt", "1"), [Article("a", "x.txt", "甲"), Article("b", "x.txt", "乙")])
        store.save_source(SourceRow("x.txt", "2"), [Article("c", "x.txt", "丙")])
        assert [article.id for article in store.articles()] == ["c"]
        assert [store.article_of(key).text for key in store.pending("v")] == ["丙"]
        store.forget_sources(["x.txt"])
        assert list(store.articles()) == []


def test_nothing_of_a_source_is_kept_when_one_article_fails(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        store.save_source(SourceRow("x.txt", "1"), [Article("a", "x.txt", "甲")])
        broken = Article("b", "x.txt", None)  # type: ignore[arg-type]
        with pytest.raises(StoreError):
            store.save_source(SourceRow("x.txt", "2"), [Article("c", "x.txt", "丙"), broken])
        assert [article.id for article in store.articles()] == ["a"]
        assert store.sources()["x.txt"].fingerprint == "1"


def test_pending_is_what_no_extraction_of_this_version_covers(tmp_path: Path) -> None:
    one, copy, other = Article("a", "x.txt", "甲"), Article("a", "y.txt", "甲"), Article("b", "y.txt", "乙")
    with Store.create(tmp_path) as store:
        store.save_source(SourceRow("x.txt", "1"), [one])
        store.save_source(SourceRow("y.txt", "1"), [copy, other])
        assert len(store.pending("v1")) == 2
        store.save_extracted([Extracted(content(one), "[]", "[]")], "v1")
        assert store.pending("v1") == [content(other)]
        assert len(store.pending("v2")) == 2


def test_of_two_copies_the_one_with_a_locality_speaks(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        store.save_source(SourceRow("a.txt", "1"), [Article("a", "a.txt", "甲")])
        store.save_source(SourceRow("b.txt", "1"), [Article("a", "b.txt", "甲", locality="安徽省滁州市", locality_code="3411")])
        assert [article.source for article in store.articles()] == ["b.txt"]


def test_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="无法写入"):
        Store.create(tmp_path / "file" / "out")


def test_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("这不是数据库" * 500, encoding="utf-8")
    before = (tmp_path / FILE).read_bytes()
    for opening in (Store.create, Store.open):
        with pytest.raises(StoreError, match=r"kg\.sqlite"):
            opening(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_folder_without_store_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        Store.open(tmp_path)


def test_store_of_another_version_is_refused(tmp_path: Path) -> None:
    Store.create(tmp_path).close()
    db = sqlite3.connect(tmp_path / FILE)
    db.execute("PRAGMA user_version = 99")
    db.close()
    for opening in (Store.open, Store.create, Store.open):
        with pytest.raises(StoreError, match=r"99.*decisions\.csv"):
            opening(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from kg.store import Store; Store.create(Path(sys.argv[1]))"
    with Store.create(tmp_path):
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert "StoreError" in done.stderr
    assert "另一个 kg" in done.stderr


def test_finished_store_is_one_file_that_a_reader_opens(told: list[Extraction], out: Path) -> None:
    assert [path.name for path in out.iterdir()] == [FILE]
    with Store.open(out) as store:
        assert len(store.nodes()) > 0
        with pytest.raises(StoreError):
            store.remember(key="value")


def test_damaged_store_is_told_in_words(told: list[Extraction], out: Path, tmp_path: Path) -> None:
    data = bytearray((out / FILE).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(StoreError, match="已损坏"), Store.open(tmp_path) as store:
        store.nodes()
