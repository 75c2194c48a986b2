"""Web pages as sites of authorities, papers and public accounts make them: their text without what stands around it, and where they are from."""

from pathlib import Path

import pytest

from kg.ingest import articles, read
from kg.types import Article

STORY = [
    "5月26日下午，市委书记甘文清到蓝岳精密调研，市委常委、副市长林可帆陪同。",
    "在蓝岳精密，甘文清走进车间，了解企业研发投入和订单情况。",
    "他强调，要让企业放心投资、安心发展。",
]
HEAD = "甘文清调研重点企业"
TABLES = (
    '<table width="980"><tr><td><a href="/">首页</a> | <a href="/a">时政</a> | <a href="/b">经济</a></td></tr></table>'
    f'<table width="980"><tr><td width="700"><table><tr><td>{HEAD}</td></tr><tr><td>2024-05-27 08:12　来源:无锡日报　点击:12</td></tr>'
    "<tr><td>%s</td></tr><tr><td>上一篇：甲乙丙　下一篇：丁戊己</td></tr></table></td>"
    '<td width="280"><table><tr><td>热点新闻</td></tr><tr><td><a href="/9">某某调研某某公司</a></td></tr></table></td></tr></table><p>版权所有 备案号</p>'
)
ACCOUNT = """<meta property="og:title" content="甘文清调研重点企业"><meta property="og:site_name" content="微信公众平台"><title></title></head>
<body id="activity-detail"><div class="rich_media"><h1 id="activity-name"> 甘文清调研重点企业 </h1><div><span class="rich_media_meta">原创</span>
<a id="js_name"> %s </a><em id="publish_time">%s</em><span>江苏</span></div><div id="js_content" style="visibility: hidden;"><p>点击蓝字关注我们</p>%s
<section>来源：江南晚报</section><section>编辑：丁二</section><p>- END -</p><p>往期推荐</p><p>林可帆会见江南电气客人</p></div><div>阅读 1234 在看</div></div>
<script>var ct = "1716805800"; var nickname = htmlDecode("无锡发布");</script>"""
SECTIONS = "".join(f"<section><span>{line}</span></section><section><br></section>" for line in STORY)
PARAGRAPHS = "".join(f"<p>　　{line}</p>" for line in STORY)
AUTHORITY = (
    '<meta name="SiteName" content="无锡市人民政府"><meta name="ArticleTitle" content="甘文清调研重点企业"><meta name="PubDate" content="2024-05-27 10:20">'
    '<meta name="ContentSource" content="{}"><title>甘文清调研重点企业_政务要闻_无锡市人民政府</title></head><body><div class="nav"><a href="/">首页</a></div>'
    f'<div class="con"><div>{HEAD}</div><div class="TRS_Editor">{PARAGRAPHS}</div></div><div class="foot">网站标识码 备案号</div>'
)
PAGES = {  # the page, and its paper
    "an account": (ACCOUNT % ("无锡发布", "2024-05-27 18:30", SECTIONS), "无锡发布"),
    "an account, as its script says": (ACCOUNT % ("", "", SECTIONS), "无锡发布"),
    "an authority": (AUTHORITY.format("无锡日报"), "无锡日报"),
    "an authority that does not say whose": (AUTHORITY.format("本网"), "无锡市人民政府"),
    "an authority that names one of its departments": (AUTHORITY.format("市发改委"), "无锡市人民政府"),
    "laid out by tables": (
        f"<title>无锡日报-{HEAD}</title></head><body>" + TABLES % "<br><br>".join("　　" + line for line in STORY),
        "无锡日报",
    ),
    "laid out by tables, with paragraphs": (f"<title>{HEAD}</title></head><body>" + TABLES % PARAGRAPHS, "无锡日报"),
    "a short story among links": (
        f"<title>{HEAD}-时政要闻-无锡新闻网</title></head><body><ul><li><a href='/'>首页</a></li></ul><div class='path'>当前位置：<a>首页</a></div><div><div>{HEAD}</div>"
        f"<div>来源：<span>无锡日报</span> 时间：2024/5/27 8:12:00</div><div id='zoom'>{PARAGRAPHS}<p>（记者 丁一鸣）</p></div>"
        "<div><h3>相关新闻</h3><ul><li><a>林可帆会见江南电气客人</a></li></ul></div></div>",
        "无锡日报",
    ),
}


def only(tmp_path: Path, page: str, encoding: str = "utf-8") -> Article:
    (tmp_path / "a.html").write_bytes(f'<html><head><meta charset="{encoding}">{page}</body></html>'.encode(encoding))
    (source,) = read(tmp_path / "a.html")
    (article,) = articles(source)
    return article


@pytest.mark.parametrize(
    ("page", "paper"),
    [
        (f"<title>{HEAD}-蓝岳精密有限公司官网</title></head><body><h1>{HEAD}</h1><div>{PARAGRAPHS}</div>", "蓝岳精密有限公司官网"),
        (f"<title>{HEAD}</title></head><body><h1>{HEAD}</h1><p>来源：蓝岳集团 时间：2024-05-27</p><div>{PARAGRAPHS}</div>", "蓝岳集团"),
        # on the site of an authority it is the authority, whose city 市委 points to
        (AUTHORITY.format("蓝岳精密有限公司"), "无锡市人民政府"),
    ],
)
def test_the_house_that_issues_its_own_news(tmp_path: Path, page: str, paper: str) -> None:
    article = only(tmp_path, page)
    assert (article.title, article.paper, len(article.text.split("\n"))) == (HEAD, paper, len(STORY))


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_story_and_where_it_is_from(tmp_path: Path, kind: str, encoding: str) -> None:
    page, paper = PAGES[kind]
    article = only(tmp_path, page, encoding)
    assert article.text.split("\n") == STORY
    assert (article.title, article.published, article.paper, article.locality) == (HEAD, "2024-05-27", paper, "江苏省无锡市")


@pytest.mark.parametrize("mark", ["p", "div", "span"])
def test_names_that_are_links_are_no_menu(tmp_path: Path, mark: str) -> None:
    linked = [line.replace("蓝岳精密", '<a href="/q/1">蓝岳精密</a>').replace("林可帆", '<a href="/p/1">林可帆</a>') for line in STORY]
    lines = "".join(f"<p><{mark}>{line}</{mark}></p>" if mark == "span" else f"<{mark}>{line}</{mark}>" for line in linked)
    article = only(
        tmp_path, f'<title>{HEAD}</title></head><body><div><a href="/">首页</a></div><div class="content"><h1>{HEAD}</h1>{lines}</div>'
    )
    assert article.text.split("\n") == STORY


def test_a_headline_with_a_bar_in_it_stays_whole(tmp_path: Path) -> None:
    head = "一线走访 | 甘文清调研重点企业"
    article = only(tmp_path, f"<title>{head}</title></head><body><h1>{head}</h1>{PARAGRAPHS}")
    assert article.title == head


def test_a_table_of_facts_stays_rows_and_stands_before_the_text(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>"
        for label, value in [("建设单位", "蓝岳精密有限公司"), ("建设地点", "高新区<br>江北路")]
    )
    (tmp_path / "a.html").write_text(
        f"<html><head><title>{HEAD}</title></head><body><div><h1>{HEAD}</h1><table>{rows}</table>{PARAGRAPHS}</div></body></html>", "utf-8"
    )
    lines = [block.text.strip() for block in read(tmp_path / "a.html")[0].blocks if block.kind == "text"]
    assert lines == ["建设单位：蓝岳精密有限公司", "建设地点：高新区 江北路", *STORY]
