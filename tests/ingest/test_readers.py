"""Every format gives its text, and every bad file says what is wrong with it."""

import json
import logging
import zipfile
from collections.abc import Callable
from datetime import datetime
from email.encoders import encode_quopri
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from kg.cli.messages import told
from kg.errors import UnreadableSource
from kg.ingest import Problem, articles, discover, read

FIXTURES = Path(__file__).parents[1] / "fixtures"
BODY = "甲市讯 5月26日，市长甲成林到星澜光电调研。\n\n　　他说，要让企业放心投资。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    file = tmp_path / "a.txt"
    file.write_bytes(mark + BODY.encode(encoding))
    (source,) = read(file)
    assert "\n".join(block.text.strip() for block in source.blocks) == BODY.replace("\n\n　　", "\n")


def test_windows_and_mac_line_ends_are_lines(tmp_path: Path) -> None:
    for end in ("\r\n", "\r", "\n"):
        (tmp_path / "a.txt").write_bytes(BODY.replace("\n", end).encode())
        assert [block.text.strip() for block in read(tmp_path / "a.txt")[0].blocks] == BODY.replace("　", "").split("\n\n")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_zeros_that_fill_up_the_end_of_a_text_are_none_of_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode(encoding) + b"\0" * 18)
    assert articles(read(tmp_path / "a.txt")[0])[0].text.endswith("放心投资。")


def test_date_in_a_file_name_is_the_date_of_the_paper_and_it_is_said_so(tmp_path: Path) -> None:
    file = tmp_path / "云川日报_20240527_A02.txt"
    file.write_text(BODY, "utf-8")
    (article,) = articles(read(file)[0])
    assert article.published == "2024-05-27"
    assert article.inferred["published"] == "文件名里的日期"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("云川日报_20240230.txt", BODY),
        ("a.jsonl", json.dumps({"text": BODY, "published": "2023-02-29"})),
        ("a.txt", "云川日报　2024年2月30日　A02版\n\n" + BODY),
    ],
)
def test_a_day_that_no_calendar_has_is_no_date(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (article,) = articles(read(tmp_path / name)[0])
    assert article.published is None


@pytest.mark.parametrize("what", ["<p>版权所有 ©2019 云川新闻网</p>", "<p>星澜光电成立于2011年3月5日。</p>"])
def test_a_year_somewhere_on_a_web_page_is_not_its_date(tmp_path: Path, what: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in (BODY.split("\n\n　　")) * 3)
    (tmp_path / "a.html").write_text(
        f"<html><head><title>甲成林调研</title></head><body><article>{body}{what}</article></body></html>", "utf-8"
    )
    (article,) = articles(read(tmp_path / "a.html")[0])
    assert (article.published, article.inferred.get("published")) == (None, None)


def test_rows_of_a_table_are_lines_and_two_cells_a_label_and_its_value(tmp_path: Path) -> None:
    said = "5月8日，甲市公布年度重点项目开工情况，共有两个项目开工建设，市领导到会并致辞。"
    works = "<tr><th>序号</th><th>项目名称</th><th>建设单位</th></tr><tr><td>1</td><td>星澜光电二期</td><td>星澜光电公司</td></tr>"
    pairs = "<tr><td>主办单位</td><td>甲市发改委</td></tr><tr><td>公布日期</td><td>5月8日</td></tr>"
    page = f"<html><body><article><p>{said}</p><table>{works}</table><p>{said}</p><table>{pairs}</table></article></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (source,) = read(tmp_path / "a.html")
    lines = [line for block in source.blocks for line in block.text.split("\n")]
    assert {"序号  项目名称  建设单位", "1  星澜光电二期  星澜光电公司", "主办单位：甲市发改委", "公布日期：5月8日"} <= set(lines)
    assert not any("|" in line for line in lines)


def test_docx_headings_are_titles(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("甲成林调研重点企业", 1)
    document.add_paragraph("5月26日，市长甲成林到星澜光电调研。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "企业", "星澜光电"
    document.save(str(tmp_path / "a.docx"))
    (article,) = articles(read(tmp_path / "a.docx")[0])
    assert article.title == "甲成林调研重点企业"
    assert article.text == "5月26日，市长甲成林到星澜光电调研。\n企业：星澜光电"


def test_a_row_of_a_table_is_a_source(tmp_path: Path) -> None:
    rows = [
        {"标题": "第一篇", "正文": "市长甲成林到厂。", "日期": "2024-05-27", "报纸": "云川日报"},
        {"标题": "第二篇", "正文": "乙文舟到企业。"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=number == 1) for number, row in enumerate(rows)), "utf-8")
    (tmp_path / "a.csv").write_bytes(
        "标题,正文,日期,报纸\r\n第一篇,市长甲成林到厂。,2024-05-27,云川日报\r\n第二篇,乙文舟到企业。,,\r\n".encode("gb18030")
    )
    for name in ("a.jsonl", "a.csv"):
        found = [article for source in read(tmp_path / name) for article in articles(source)]
        assert [(a.title, a.text, a.published, a.paper) for a in found] == [
            ("第一篇", "市长甲成林到厂。", "2024-05-27", "云川日报"),
            ("第二篇", "乙文舟到企业。", None, None),
        ]


def test_lines_of_a_table_that_are_no_rows_are_told_and_the_others_read(tmp_path: Path) -> None:
    rows = ['{"text": "市长甲成林到厂。"}', '{"text": "乙文舟到', '["丙"]', '{"text": "乙文舟到企业。"}']
    (tmp_path / "a.jsonl").write_text("\n".join(rows), "utf-8")
    problems: list[Problem] = []
    assert [source.blocks[0].text for source in read(tmp_path / "a.jsonl", shown="in/a.jsonl", problems=problems)] == [
        "市长甲成林到厂。",
        "乙文舟到企业。",
    ]
    (problem,) = problems
    assert (problem.source, problem.reason) == ("in/a.jsonl", "第 2 行不是合法的 JSON；这样的共 2 行，其余 2 行已读入")
    assert "每行一篇" in problem.advice
    assert told(problem.reason, "en") == "line 2 is no valid JSON; such lines in all: 2; the other 2 were read"


MARKED = '<div class="c"><p>市长甲成林到<b>星澜光电</b>\n调研。</p>\n<p>&ldquo;好。&rdquo;<br/>他说。</p><table><tr><td>企业</td><td>AT&amp;T</td></tr></table></div><script>x</script>'


@pytest.mark.parametrize("suffix", ["json", "jsonl", "xlsx"])
def test_a_body_that_is_html_is_read_as_text(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.{suffix}"
    if suffix == "xlsx":
        import openpyxl

        book = openpyxl.Workbook()
        book.active.append(["标题", "正文"])
        book.active.append(["甲成林&nbsp;调研", MARKED])
        book.save(file)
    else:
        file.write_text(json.dumps({"标题": "甲成林&nbsp;调研", "正文": MARKED}, ensure_ascii=False), "utf-8")
    (source,) = read(file)
    assert [block.text for block in source.blocks] == ["甲成林 调研", "市长甲成林到星澜光电调研。", "“好。”\n他说。", "企业：AT&T"]


def test_text_with_a_mark_of_html_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "市长<strong>甲成林</strong>到厂。\n\n他说，好。"}), "utf-8")
    assert [block.text for block in read(tmp_path / "a.jsonl")[0].blocks] == ["市长甲成林到厂。", "他说，好。"]


def test_articles_of_a_json_file_wherever_they_stand(tmp_path: Path) -> None:
    one, other = {"title": "第一篇", "content": "市长甲成林到厂。", "date": "2024-05-27"}, {"content": "乙文舟到企业。"}
    wanted = [("第一篇", "市长甲成林到厂。", "2024-05-27"), ("", "乙文舟到企业。", None)]
    for value in ([one, other], {"code": 0, "data": {"list": [one, {"id": 3}, other]}}):
        (tmp_path / "a.json").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        found = [article for source in read(tmp_path / "a.json") for article in articles(source)]
        assert [(a.title, a.text, a.published) for a in found] == wanted
    (tmp_path / "a.json").write_text(json.dumps(one) + "\n" + json.dumps(other), "utf-8")
    assert len(read(tmp_path / "a.json")) == 2


def test_every_sheet_of_articles_in_a_workbook(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["说明"])
    for number, day in ((1, datetime(2024, 5, 27)), (2, "2024年5月28日")):
        sheet = book.create_sheet(f"第{number}页")
        sheet.append([None, "标题", "正文", "日期"])
        sheet.append([1, f"第{number}篇", "市长甲成林到厂。", day])
        sheet.append([])
    book.save(tmp_path / "a.xlsx")
    found = [article for source in read(tmp_path / "a.xlsx") for article in articles(source)]
    assert [(a.title, a.text, a.published) for a in found] == [
        ("第1篇", "市长甲成林到厂。", "2024-05-27"),
        ("第2篇", "市长甲成林到厂。", "2024-05-28"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file(tmp_path: Path, encoding: str) -> None:
    page = (FIXTURES / "web.html").read_text("utf-8").replace("utf-8", encoding)
    message = MIMEMultipart("related", type="text/html")
    message["Snapshot-Content-Location"] = "http://news.example/1.html"
    part = MIMEBase("text", "html")
    part.set_payload(page.encode(encoding))
    encode_quopri(part)
    style = MIMEText("p { color: red }", "css")
    for inner in (part, style):
        message.attach(inner)
    (tmp_path / "a.mhtml").write_bytes(message.as_bytes())
    (source,) = read(tmp_path / "a.mhtml")
    (article,) = articles(source)
    (from_page,) = articles(read(FIXTURES / "web.html")[0])
    assert (article.title, article.text, article.published) == (from_page.title, from_page.text, from_page.published)
    assert source.url == "http://news.example/1.html"


def test_a_line_separator_within_a_row_does_not_end_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "市长甲成林到厂。\u2028他很高兴。"}, ensure_ascii=False) + "\r\n", "utf-8")
    assert len(read(tmp_path / "a.jsonl")) == 1


def test_markdown_keeps_words_only(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 甲成林调研\n\n市长**甲成林**到[星澜光电](http://x.cn)。\n\n```\ncode\n```\n", "utf-8")
    (article,) = articles(read(tmp_path / "a.md")[0])
    assert (article.title, article.text) == ("甲成林调研", "市长甲成林到星澜光电。")


def test_electronic_edition(tmp_path: Path) -> None:
    file = tmp_path / "a.htm"
    file.write_bytes((FIXTURES / "epaper.html").read_text("utf-8").encode("gb18030"))
    (source,) = read(file)
    (article,) = articles(source)
    assert (source.paper, article.published, article.page, article.byline) == ("云川日报", "2024-05-27", "A02", ("丁一鸣",))
    assert "甲成林调研重点企业" in article.title + article.subtitle
    assert article.text == "5月25日下午，市委书记甲成林到星澜光电调研。\n他强调，要让企业放心投资。\n乙文舟参加。"


def test_web_page_without_its_menus() -> None:
    (source,) = read(FIXTURES / "web.html")
    (article,) = articles(source)
    assert (article.title, article.published, article.paper) == ("甲成林调研重点企业", "2024-05-27", "云川新闻网")
    assert article.text.startswith("5月26日上午")
    assert article.text.count("\n") == 2
    assert "版权" not in article.text
    assert "首页" not in article.text


def test_pdf_keeps_column_order(tmp_path: Path, pdf: Callable[..., bytes]) -> None:
    left = ["　　本报讯 5月25日，区委", "书记甲成林到星澜光电调研", "，了解企业研发投入和订单", "情况。"]
    right = ["　　在恒越轴承，他走进展厅", "和车间，询问企业用工和融", "资需求。区领导乙文舟参加", "调研。（丁一鸣）"]
    columns = [(x, 700 - 16 * i, 10, line) for x, lines in ((50, left), (220, right)) for i, line in enumerate(lines)]
    head = [(50, 780, 8, "A02"), (300, 780, 8, "2024年5月27日"), (420, 780, 8, "星期一"), (50, 735, 24, "甲成林调研重点企业")]
    rows = sorted([*columns, *head], key=lambda row: -row[1])  # as a file may have them: line by line across the columns
    (tmp_path / "a.pdf").write_bytes(pdf(rows))
    (article,) = articles(read(tmp_path / "a.pdf")[0])
    assert (article.title, article.page, article.published, article.byline) == ("甲成林调研重点企业", "A02", "2024-05-27", ("丁一鸣",))
    assert article.text == (
        "5月25日，区委书记甲成林到星澜光电调研，了解企业研发投入和订单情况。\n"
        "在恒越轴承，他走进展厅和车间，询问企业用工和融资需求。区领导乙文舟参加调研。"
    )


def test_pdf_bold_by_double_printing_is_read_once(tmp_path: Path, pdf: Callable[..., bytes]) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([(50, 700, 10, "市长甲成林到厂。"), (50.3, 700, 10, "市长甲成林到厂。")]))
    assert read(tmp_path / "a.pdf")[0].blocks[0].text == "市长甲成林到厂。"


ADVICE = {
    "empty.txt": (b"", "空的"),
    "blank.txt": (b" \n\t\n", "空的"),
    "binary.txt": (bytes(range(256)) * 20, "不是文本文件"),
    "junk.txt": (b"\xff\xfa\xff\xfa" * 50, "编码"),
    "english.txt": (b"The mayor visited the plant. " * 5, "没有中文内容"),
    "latin.txt": ("café déjà vu ñandú".encode("latin-1"), "编码"),
    "list.jsonl": ('["市长", "到厂"]\n'.encode(), "不是 JSON 对象"),
    "broken.jsonl": ('{"text": "市长到厂。"}\n{"text": '.encode(), "第 2 行不是合法的 JSON"),
    "fields.jsonl": ('{"foo": "市长到厂。"}'.encode(), "找不到正文字段"),
    "fields.csv": ("甲,乙\n市长,到厂\n".encode(), "找不到正文字段"),
    "empty.html": (b"<html><body><p>hello</p></body></html>", "中文"),
    "zip.docx": (b"PK\x03\x04 not a document", "不是可读的 .docx"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧版 .doc 或加密"),
    "list.json": ('["市长到厂。"]'.encode(), "找不到正文字段"),
    "broken.json": ('{"text": "市长到厂。",'.encode(), "不是合法的 JSON"),
    "zip.xlsx": (b"PK\x03\x04 not a workbook", "不是可读的 .xlsx"),
    "old.xlsx": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧版 .xls 或加密"),
    "text.mhtml": ("市长到厂。".encode(), "单文件网页"),
    "text.pdf": ("市长到厂。".encode(), "不是 PDF"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "PDF"),
}


@pytest.mark.parametrize("name", ADVICE)
def test_bad_files_say_what_is_wrong_and_what_to_do(tmp_path: Path, name: str) -> None:
    data, reason = ADVICE[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableSource) as caught:
        read(tmp_path / name, shown=f"in/{name}")
    assert str(caught.value).startswith(f"in/{name}: ")
    assert reason in caught.value.reason
    assert caught.value.advice


def test_a_scan_asks_for_character_recognition(tmp_path: Path, pdf: Callable[..., bytes]) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    with pytest.raises(UnreadableSource, match="1 页里没有文字，可能是扫描图片；请先做文字识别"):
        read(tmp_path / "scan.pdf")


def test_an_encrypted_pdf_asks_for_its_password_to_go(tmp_path: Path, pdf: Callable[..., bytes]) -> None:
    (tmp_path / "locked.pdf").write_bytes(pdf([(50, 700, 10, "市长到厂。")], "/Encrypt 8 0 R/ID[<00><00>]"))
    with pytest.raises(UnreadableSource, match="密码保护"):
        read(tmp_path / "locked.pdf")


def test_reading_a_pdf_leaves_logging_as_it_was(tmp_path: Path, pdf: Callable[..., bytes]) -> None:
    before = logging.getLogger("pdfminer").level
    (tmp_path / "a.pdf").write_bytes(pdf([(50, 700, 10, "市长到厂。")]))
    read(tmp_path / "a.pdf")
    assert logging.getLogger("pdfminer").level == before


def test_a_zip_that_is_no_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "市长到厂。")
    with pytest.raises(UnreadableSource, match="不是可读的"):
        read(tmp_path / "a.docx")


def test_discover_lists_files_once_and_names_what_it_passes_over(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.TXT", "sub/.hidden.txt", ".git/c.txt", "photo.jpg", "none"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("市长", "utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    files, problems = discover([tmp_path, tmp_path / "b.txt", tmp_path / "nowhere"])
    assert [file.name for file in files] in (["b.txt", "a.TXT"], ["link.txt", "a.TXT"])
    assert [(Path(p.source).name, p.missing) for p in problems] == [("none", False), ("nowhere", True), ("photo.jpg", False)]
    assert [problem.advice for problem in problems if problem.source.endswith("jpg")] == ["请先做文字识别，再存为 txt"]
    assert all(problem.advice for problem in problems)
    assert discover([tmp_path / "nowhere", tmp_path / "b.txt", tmp_path])[0] == files


def test_what_a_browser_saves_beside_a_page_is_no_input(tmp_path: Path) -> None:
    for name in ("甲.html", "甲_files/main.js", "甲_files/sub/frame.html", "乙_files/丙.txt", "~$丁.docx"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text("市长", "utf-8")
    files, problems = discover([tmp_path])
    assert ([file.name for file in files], problems) == (["丙.txt", "甲.html"], [])
    assert [file.name for file in discover([tmp_path / "甲_files"])[0]] == ["frame.html"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    (tmp_path / "b.txt").write_text(BODY, "utf-8")
    read_well, failed = [], []
    for file in discover([tmp_path])[0]:
        try:
            read_well += read(file)
        except UnreadableSource as error:
            failed.append(Path(error.source).name)
    assert (len(read_well), failed) == (1, ["a.txt"])
