"""Derive `kg/resources/divisions.txt` and `kg/resources/towns.txt` from public tables of administrative divisions.

    python data/derive_divisions.py FOLDER [--check]

FOLDER holds provinces.csv, cities.csv, areas.csv, streets.csv and HK-MO-TW.json of github.com/modood/Administrative-divisions-of-China
at 57a0aa9c (WTFPL). `--check` writes nothing and exits 1 when the resources are not what the tables give.

What the tables lack is added here: short names (无锡, 恩施, 延边), other usual forms (恩施州), the one-character signs of the provinces, and
codes for Hong Kong, Macao and Taiwan below the province (ours, in the order of the table: the official ones end at 71, 81, 82).
"""

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

RESOURCES = Path(__file__).parent.parent / "kg" / "resources"
GROUPS = [
    "满",
    "回",
    "藏",
    "苗",
    "彝",
    "壮",
    "侗",
    "瑶",
    "白",
    "傣",
    "黎",
    "畲",
    "水",
    "佤",
    "羌",
    "怒",
    "京",
    "土家",
    "哈尼",
    "傈僳",
    "拉祜",
    "纳西",
    "景颇",
    "布依",
    "仡佬",
    "达斡尔",
    "锡伯",
    "仫佬",
    "毛南",
    "朝鲜",
    "蒙古",
    "裕固",
    "东乡",
    "撒拉",
    "保安",
    "土",
    "柯尔克孜",
    "哈萨克",
    "维吾尔",
    "塔吉克",
    "鄂温克",
    "鄂伦春",
    "布朗",
    "独龙",
    "普米",
    "阿昌",
    "德昂",
    "基诺",
]
WITHOUT = ["蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "鄂伦春", "各族"]  # named without 族: 巴音郭楞蒙古自治州
AUTONOMOUS = re.compile(rf"(?:(?:{'|'.join(sorted(GROUPS, key=len, reverse=True))})族|{'|'.join(WITHOUT)})+自治(?P<kind>州|县|旗)$")
# Not units but headings of the tables.
HEADINGS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
SIGNS = {
    "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "蒙", "21": "辽", "22": "吉", "23": "黑", "31": "沪", "32": "苏", "33": "浙", "34": "皖", "35": "闽", "36": "赣",
    "37": "鲁", "41": "豫", "42": "鄂", "43": "湘", "44": "粤", "45": "桂", "46": "琼", "50": "渝", "51": "川", "52": "黔", "53": "滇", "54": "藏", "61": "陕", "62": "甘",
    "63": "青", "64": "宁", "65": "新", "71": "台", "81": "港", "82": "澳",
}  # fmt: skip
REGIONS = {"15": "内蒙古", "45": "广西", "54": "西藏", "64": "宁夏", "65": "新疆", "71": "台湾", "81": "香港", "82": "澳门"}
IRREGULAR = {
    "533100": "德宏",
    "532500": "红河",
    "532900": "大理",
    "222400": "延边",
    "652700": "博尔塔拉",
    "652800": "巴音郭楞",
    "654000": "伊犁",
    "653000": "克孜勒苏",
}
MORE = {
    "6528": ("巴州",), "6527": ("博州",), "6530": ("克州",), "5325": (), "1525": ("锡盟",), "1529": ("阿盟",), "2327": ("大兴安岭",),
    "45": ("广西自治区",), "64": ("宁夏自治区",), "65": ("新疆自治区",), "81": ("香港特区",), "82": ("澳门特区",),
    "150223": ("达茂旗",), "150521": ("科左中旗",), "150522": ("科左后旗",), "150623": ("鄂前旗",), "150823": ("乌前旗",), "150824": ("乌中旗",), "150825": ("乌后旗",),
    "150926": ("察右前旗",), "150927": ("察右中旗",), "150928": ("察右后旗",), "152221": ("科右前旗",), "152222": ("科右中旗",),
    "152525": ("东乌旗",), "152526": ("西乌旗",), "152921": ("阿左旗",), "152922": ("阿右旗",),
    "210921": ("阜蒙县",), "211324": ("喀左县",), "220721": ("前郭县",), "230624": ("杜蒙县",),
}  # fmt: skip
ZONE_SHORT = (
    ("高新技术产业开发区", "高新区"),
    ("高技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)
TOWN_ENDS = ("镇", "乡", "街道", "苏木")


def short_names(code: str, name: str) -> list[str]:
    """The short name first, then other usual forms; empty when the unit has none (城区, 矿区)."""
    if code in REGIONS:
        return [REGIONS[code]]
    if len(code) == 6 and "71" <= code[4:] <= "79":
        return [re.sub("市(?=[高经])", "", name.removesuffix(end)) + tail for end, tail in ZONE_SHORT if name.endswith(end)][:1]
    if match := AUTONOMOUS.search(name):
        stem = IRREGULAR.get(code.ljust(6, "0"), name[: match.start()])
        stem = stem or name[: -len("自治县")].removesuffix("族")  # 鄂伦春自治旗, 东乡族自治县
        return [stem, stem + match["kind"]]
    for end in ("地区", "省", "市", "盟", "林区", "新区", "区", "县", "旗"):
        stem = name.removesuffix(end)
        if stem != name:
            if end in ("新区", "林区") and len(stem) < 2:
                continue
            return [stem] if len(stem) > 1 else []
    return []


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one table."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def overseas(folder: Path) -> dict[str, str]:
    """Hong Kong, Macao and Taiwan, with codes of ours below the province."""
    table = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    found = {}
    for code, province in (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区")):
        found[code] = province
        for i, (part, units) in enumerate(table[province].items(), 1):
            if code == "71":
                found[f"71{i:02d}"] = part
            for j, unit in enumerate(units, 1):
                if code == "71" and unit.endswith(("镇", "乡", "市")):
                    continue  # townships of Taiwan are too seldom named
                found[f"71{i:02d}{j:02d}" if code == "71" else f"{code}0{i}{j:02d}"] = re.sub("（.*）", "", unit)
    return found


def divisions(folder: Path) -> dict[str, str]:
    """Code → name, province to county."""
    found = {row["code"]: row["name"] for row in rows(folder, "provinces")}
    cities = {row["code"]: row["name"] for row in rows(folder, "cities") if row["name"] not in HEADINGS}
    found |= cities
    found |= {r["code"]: r["name"].removesuffix("管委会") for r in rows(folder, "areas") if cities.get(r["cityCode"]) != r["name"]}
    return found | overseas(folder)


def towns(folder: Path) -> dict[str, list[str]]:
    """Code of the county (or of a city without counties) → `code name` of its towns, the code without what the county gives."""
    found: dict[str, list[str]] = defaultdict(list)
    areas = {row["code"]: row["name"] for row in rows(folder, "areas")}
    for row in rows(folder, "streets"):
        name = re.sub(r"街道办事处$|街道办$|办事处$", "街道", row["name"])
        bare = name.removeprefix(areas.get(row["areaCode"], "\n"))  # 濮阳县柳屯镇: its county stands in the code
        name = bare if len(bare) > 2 or bare == name else name
        if name.endswith(TOWN_ENDS):
            found[row["areaCode"]].append(row["code"][6:] + name)
    return found


def texts(folder: Path) -> dict[str, str]:
    """File name → content of the two resources."""
    head = "# Generated by data/derive_divisions.py, do not edit. "
    units = divisions(folder)
    lines = [head + "Code, name, then after a tab the short name and other usual forms; for provinces, after another tab, the sign."]
    for code, name in sorted(units.items()):
        forms = list(dict.fromkeys([*short_names(code, name), *MORE.get(code, ())]))
        lines.append("\t".join([f"{code} {name}", " ".join(forms), SIGNS.get(code, "")]).rstrip("\t"))
    town_lines = [head + "Code of the county, then last three digits of the code and name of each town."]
    for area, names in sorted(towns(folder).items()):
        town_lines.append(f"{area} {' '.join(names)}")
    return {"divisions.txt": "\n".join(lines) + "\n", "towns.txt": "\n".join(town_lines) + "\n"}


def main(folder: str, *options: str) -> None:
    """Write the resources anew, or check them."""
    stale = []
    for name, text in texts(Path(folder)).items():
        target = RESOURCES / name
        if "--check" not in options:
            target.write_text(text, encoding="utf-8", newline="\n")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"not what the tables give: {', '.join(stale)}; run data/derive_divisions.py {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:])
