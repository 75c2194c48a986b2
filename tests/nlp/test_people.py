"""Names of people, as the whole pipeline of recognisers decides them. All names are invented."""

import pytest
import spacy

PIPES = ("kg_values", "kg_places", "kg_bodies", "kg_companies", "kg_works", "kg_titles", "kg_people", "kg_spans")


@pytest.fixture(scope="module")
def people():
    nlp = spacy.blank("zh")
    for name in PIPES:
        nlp.add_pipe(name)
    return lambda text: [m.text for m in nlp(text)._.mentions if m.type == "Person"]


FOUND = [
    ("副市长周文栋主持会议。", ["周文栋"]),
    ("副市长周文栋调研企业。", ["周文栋"]),  # the verb stays out
    ("座谈中，周文栋检察长向潘总解读了政策。", ["周文栋"]),  # to whom, and no name
    ("董事长向忠诚介绍。", ["向忠诚"]),
    ("市长方宁强调，要抓好落实。", ["方宁"]),
    ("区委书记欧阳岚到会。", ["欧阳岚"]),
    ("某集团董事长茅以宁介绍。", ["茅以宁"]),  # a function word within a name
    ("南谯区委书记邱凤至分别参加活动。", ["邱凤至"]),
    ("商会会长管彤则提醒大家。", ["管彤"]),  # an adverb behind it
    ("总理洪宁时表示感谢", ["洪宁"]),
    ("副主任白玉珂、金明哲、栾大川出席。", ["白玉珂", "金明哲", "栾大川"]),
    ("石泰成、刘国忠、何立岩出席会议。", ["石泰成", "刘国忠", "何立岩"]),  # a row without any title
    ("记者对海因里希·罗特说", ["海因里希·罗特"]),
    ("协会总裁盖瑞·夏培罗（男）说", ["盖瑞·夏培罗"]),
    ("决定任命敖日格勒为副市长，免去赛罕的副院长职务。", ["敖日格勒", "赛罕"]),
    ("董事长苏德毕力格介绍情况", ["苏德毕力格"]),
    ("免去：\n余江南的市水务局局长职务；\n石泰成的审判员职务。", ["余江南", "石泰成"]),  # a county, by its first two
    ("法定代表人或主要负责人姓名：石泰成\n事实：超标", ["石泰成"]),
    ("法定代表人：何立岩；", ["何立岩"]),
    ("董事长仍由钟离敏担任。", ["钟离敏"]),
    ("据周文栋介绍，公司成立多年。", ["周文栋"]),
    ("邓建华在成都注册了公司。", ["邓建华"]),
    ("周文栋同志任职。", ["周文栋"]),
    ("董事长向刘立新副市长介绍情况。", ["刘立新"]),
    ("台商林重嘉合办工厂。", ["林重嘉"]),
    ("原市水务局石泰成局长、市教育局何立岩副局长出席。", ["石泰成", "何立岩"]),  # between a body and its title
    ("石泰成（时任白帆银行行长）被警告。", ["石泰成"]),
    ("市水务局规划处李加富副处长出席。", ["李加富"]),
    ("居伟民同志任市水务局局长。", ["居伟民"]),
    ("郭浩任市水务局局长。", ["郭浩"]),
    ("副市长郭浩任领导小组组长。", ["郭浩"]),
    ("副市长郭浩任介绍了小组组长的工作。", ["郭浩任"]),
    ("市长秦岚应邀出席大会。", ["秦岚"]),
    ("首席执行官方致用了两个词。", ["方致"]),
    ("副市长郭浩受邀到会。", ["郭浩"]),
    ("会议通过决定。\n于岭因已调任市水务局局长，请求辞去副市长职务。", ["于岭"]),  # 于 is seldom a surname
    ("市领导石泰成、文嵩、唐亚岭、安青、万汝青出席仪式。", ["石泰成", "文嵩", "唐亚岭", "安青", "万汝青"]),  # a rare name stops no row
    ("公告称，对陈梓、刘伶芳、张惠岚、何春田警告并罚款。", ["陈梓", "刘伶芳", "张惠岚", "何春田"]),
    ("市领导石泰成、方向明、何立岩出席仪式。", ["石泰成", "方向明", "何立岩"]),  # 方向 is a word
    ("区检察院提请的田娟同志任副检察长。", ["田娟"]),
    ("区长石泰成以及区五大家领导出席仪式。", ["石泰成"]),
    # words behind a name that begin with what may end one
    ("委员长石泰和夫人会见来宾。", ["石泰"]),
    ("秘书长岑岚致闭幕词。", ["岑岚"]),
    ("党委书记张晨欣喜地说，任务完成了。", ["张晨"]),
    ("董事长方云仍将继续担任董事。", ["方云"]),
    ("秘书长卡菲·安罗希望会议成功。", ["卡菲·安罗"]),
    ("董事长马丽娜·莫蒂夫人提出访问。", ["马丽娜·莫蒂"]),
    ("总参谋长郭岚有上将会见来宾。", ["郭岚有"]),
    ("市长李岚有三个心愿。", ["李岚"]),
    # Japanese surnames before given names of one to three characters
    ("会长木村岚三到会。", ["木村岚三"]),
    ("社长佐佐木岚夫表示欢迎。", ["佐佐木岚夫"]),
    ("以会长木村岚三为团长的代表团到访。", ["木村岚三"]),
    ("山本在会上介绍情况。丰田汽车公司扩产。", []),
    # 和 joins others to a name behind its post: a body, a post or a group of people is named next
    ("副市长王平和区领导出席。", ["王平"]),
    ("副市长周健和市政府秘书长赵强出席。", ["周健", "赵强"]),
    ("市长王平和县委书记赵强出席。", ["王平", "赵强"]),
    ("副市长严敏和县四大班子领导出席。", ["严敏"]),
    ("副市长周健和县级领导参加。副市长周健和有关同志参加。", ["周健", "周健"]),
    ("副市长周健和省果树研究所所长唐明参加。", ["周健", "唐明"]),
    ("副市长李永和主持会议，省果树研究所所长唐明参加。", ["李永和", "唐明"]),
    ("市长王平和说，要做好服务。", ["王平和"]),  # and may end one
    ("副市长李永和县级有关部门座谈。李永和说，要抓好落实。李永和强调，要抓紧。", ["李永和", "李永和", "李永和"]),  # as the article has it
    ("副市长李永和今日到会。", ["李永和"]),
    ("李永和副市长到会。", ["李永和"]),
    ("副市长李永和、赵强到会。副市长李永和市领导到会。李永和主持会议。", ["李永和", "赵强", "李永和", "李永和"]),
    # a given name and a post, behind its person
    ("县委书记何文斌到会。文斌书记表示肯定。", ["何文斌", "文斌"]),
    ("县委书记徐立盛到会。项大毅董事长向立盛书记介绍情况。", ["徐立盛", "项大毅", "立盛"]),
    ("县委书记徐立盛、镇长陈立盛到会。立盛书记表示肯定。", ["徐立盛", "陈立盛"]),  # of two, nobody
    ("县委书记徐立盛到会。陈立盛书记表示肯定。", ["徐立盛", "陈立盛"]),
    # a name with a dot goes on behind what may be an adverb
    ("董事长亚尔麦·如则麦提介绍情况。", ["亚尔麦·如则麦提"]),
    ("秘书长科菲·安罗则马上表示欢迎。", ["科菲·安罗"]),
    ("秘书长科菲·安罗如期抵达。", ["科菲·安罗"]),
    # who leaves a post, right before its firm
    ("免去安凤林锡江集团党委书记职务。", ["安凤林"]),
    ("免去锡江集团董事长安凤林职务。", ["安凤林"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(people, text, expected):
    assert people(text) == expected


NONE = [
    "顾先生介绍，公司运营良好。", "方经理认为价格合适。", "学习贯彻总书记关于安全生产的论述。", "书记和一名副书记到场。",
    "被告陈某涉嫌诈骗。", "高新区在全市率先启动。", "安全生产、和平发展、金融服务等方面。", "市长及代表共同讨论。", "原标题：本市启动改造",
    "此前出任安徽省长，又调任他职。", "马市长一行调研。", "杨关长详细了解情况。", "周台长、杨总工介绍情况。",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_no_name(people, text):
    assert people(text) == []


def test_a_name_found_once_is_found_everywhere(people):
    assert people("副市长周文栋主持会议。随后，周文栋察看了现场。") == ["周文栋", "周文栋"]


def test_what_stands_beside_a_name_is_a_name_without_it() -> None:
    nlp = spacy.blank("zh")
    for name in PIPES:
        nlp.add_pipe(name)
    named = lambda text: [(m.type, m.text) for m in nlp(text)._.mentions if m.type in ("Place", "PublicBody", "Company")]  # noqa: E731
    assert named("副市长严敏和县四大班子领导出席。") == []  # no 和县
    assert named("副市长严敏到和县，四大班子领导出席。") == [("Place", "和县")]
    assert named("免去安凤林锡江集团党委书记职务。") == [("Company", "锡江集团")]
    assert named("安凤林锡江集团党委书记到会。") == [("Company", "安凤林锡江集团")]
