"""The balances of the village that uses 文登's template, worked out without the engine.

Plain Python on the two tables; what a person gets for an act is written down once more.
"""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

OWN = {
    "无偿献血": 10,
    "捐献骨髓": 50,
    "镇街文体展演": 2,
    "代表镇街参赛": 3,
    "用车辆机械帮助弱势者": 2,
    "自带机械参加义务劳动": 2,
    "支持集中整治": 5,
    "建议被采纳": 2,
    "带头拆除乱建": 5,
    "义务维修公共设施": 2,
    "无偿提供土地": 10,
    "带富": 5,
    "组织协商睦邻活动": 5,
    "组织廉政宣传": 5,
    "举报安全隐患": 5,
    "参军入伍": 5,
    "民兵训练合格": 2,
    "成立公益组织": 10,
    "村庄清洁日": 2,
    "违建拒不拆除": -50,
    "不履行承包合同": -20,
    "大操大办": -10,
    "辱骂打架": -10,
    "代表无故缺席会议": -5,
    "赌博": -20,
    "损坏公共设施": -20,
    "活动扰民": -5,
    "邻里失和拒调解": -5,
    "占用公共场地晾晒": -1,
    "农机具乱停": -1,
    "借用公物不还": -2,
    "值班缺岗": -1,
}
"""Points of a person's act that has only one value, for the village's account."""
HEADS = {
    **dict.fromkeys(("乱堆乱放", "乱倒垃圾", "乱排污水", "乱贴乱挂", "露天焚烧", "占道"), -5),
    "房前屋后不达标": -5,
    "不清理地膜果袋": -5,
    "私改用途或乱搭乱建": -10,
}
PARTIES: dict[str, int | dict[str, int]] = {
    "评为五星级党支部": 5,
    "廉政文化街验收": 10,  # the village's choice between 5 and 10
    "设立信用超市等": 5,
    "环卫检查发现问题": -5,
    "生态安葬": 10,
    "负责人急难险重任务": {"突出": 5},
    "壮大集体经济": {"重要贡献": 10},
    "任务目标未完成": {"较重": -20},
    "两委不团结": {"一般": -20},
    "未参加规定会议": {"廉政活动": -4},
    "工作落实不力": {"一般": -5},
}
BY_VALUE: dict[str, dict[tuple[str, ...], int]] = {
    "抢险救灾": {
        ("普通", "徒手"): 1,
        ("普通", "自带机械"): 2,
        ("突出", "徒手"): 2,
        ("突出", "自带机械"): 3,
    },
    "信息采集员考核": {("四星",): 20},
    "举报制假": {("一般",): 10},
    "立功": {("三等功",): 20},
    "养犬": {("违规养犬",): -10, ("伤人",): -10},
    "祭扫用火": {("未成灾",): -20},
    "违规用火": {("致火灾",): -50},
    "违反村规民约": {("严重",): -10},
    "不配合集中整治": {("一般",): -10},
    "违法占地": {("省级",): -80},
    "党员急难险重表现": {("突出",): 5},
}
CAPPED = {
    "实践所培训": (1, 4, 3),
    "拥军优属活动": (1, 4, 5),
    "年度好人好事": (5, 4, 5),
    "参加廉政宣传": (2, 4, 10),
    "帮扶弱势者": (1, 7, 1),
    "垃圾分类示范": (1, 7, 1),
    "照看留守老人": (2, 7, 2),
    "排练文艺节目": (1, 4, 10),
    "捐书给农家书屋": (1, 4, 2),
}
"""Points each time, how much of the date names the period (a year, a month), and its maximum."""
AWARDS = {"省部级": 60, "地市级": 30, "区县级": 20, "区级部门或镇街": 5, "村居": 3}
FOUND = ((10000, 10), (5000, 5), (1000, 3), (99, 2), (0, 1))
BRACKETS = ((0, 1000, 100), (1000, 5000, 400), (5000, 10000, 500), (10000, 10**9, 1000))
VALUES = (
    "程度",
    "级别",
    "情节",
    "结果",
    "后果",
    "会议",
    "等次",
    "表现",
    "装备",
    "贡献",
    "督办级别",
    "情形",
)
AMOUNTS = {
    "志愿服务": "时长",
    "捐款": "金额",
    "拾金不昧": "金额",
    "为集体增收": "金额",
    "帮助困难群众": "持续",
    "引进农业产业项目": "投资额",
}
JUDGED = {"篡改买卖信用信息", "拒不改正违法行为"}
NOTHING = {"整改验收", "信用修复"}
NEXT_OF_KIN = {"柳下-06-2": ["柳下-06-1"], "柳下-07-3": ["柳下-07-1", "柳下-07-2"]}
"""The wife of one who gave; the parents of one who is not married."""


Line = dict[str, str]


@dataclass(slots=True)
class Village:
    """Who is who, and how far the counting has come; `used` and `run` are counters."""

    heads: dict[str, str]
    members: dict[str, set[str]]
    party: set[str]
    total: dict[str, Fraction]
    judged: set[str] = field(default_factory=set)
    used: dict[tuple[str, ...], Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    run: dict[tuple[str, str], Fraction] = field(default_factory=lambda: defaultdict(Fraction))

    def give(self, person: str, points: Fraction | int) -> None:
        """Add to the total of a person who takes part."""
        if person in self.total:
            self.total[person] += points

    def give_up_to(self, person: str, points: int, most: int, *key: str) -> None:
        """Add what still has room under `most`, counted apart by `key`."""
        given = min(Fraction(points), most - self.used[person, *key])
        self.used[person, *key] += given
        self.give(person, given)

    def give_highest(self, person: str, points: int, *key: str) -> None:
        """Add what `points` are above the highest so far."""
        before = self.used[person, *key]
        self.give(person, max(Fraction(0), points - before))
        self.used[person, *key] = max(before, Fraction(points))


def recounted(folder: Path, year: str, wrong: Collection[str]) -> dict[str, Fraction]:
    """The village's balances at the end of `year`, by person; `wrong` lines count nothing."""
    village = _village(_read(folder / "facts.csv"), year)
    for line in _counted(_read(folder / "records.csv"), wrong):
        if line["发生日期"].startswith(year):
            _count(line, village)
    return village.total | dict.fromkeys(village.judged, Fraction(0))


def _read(path: Path) -> list[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _village(facts: Iterable[Line], year: str) -> Village:
    """Whoever is 18 by the end of the year and does not live elsewhere begins with 1000 points."""
    village = Village({}, defaultdict(set), set(), {})
    moved = set()
    for fact in facts:
        subject, value = fact["主体"], fact["值"]
        match fact["属性"]:
            case "出生日期" if f"{int(value[:4]) + 18}{value[4:]}" <= f"{year}-12-31":
                village.total[subject] = Fraction(1000)
            case "户主":
                village.heads[subject] = value
            case "户":
                village.members[value].add(subject)
            case "党员" if value == "是":
                village.party.add(subject)
            case "参评情况" if value == "迁出不住":
                moved.add(subject)
    for person in moved:
        del village.total[person]
    return village


def _counted(lines: Iterable[Line], wrong: Collection[str]) -> list[Line]:
    """What is approved and stands, by day."""
    by_id: dict[str, Line] = {}
    for line in lines:
        kind, other = line["类型"], line["所指编号"]
        if kind == "作废":
            by_id.pop(other, None)
        elif kind == "更正":
            by_id[other] = line
        elif kind == "审核":
            by_id[other] |= {name: line[name] for name in ("状态", "异议") if line[name]}
        else:
            by_id.setdefault(line["编号"], line)
    standing = [
        line
        for number, line in by_id.items()
        if line["状态"] == "审核通过" and line["异议"] in {"", "不成立"} and number not in wrong
    ]
    return sorted(standing, key=lambda line: (line["发生日期"], line["编号"]))


def _count(line: Line, village: Village) -> None:
    act, person = line["行为"], line["人"]
    values = tuple(line[name] for name in VALUES if line[name])
    if act in OWN:
        village.give(person, OWN[act])
    elif act in HEADS:
        village.give(village.heads[_household(line)], HEADS[act])
    elif act in BY_VALUE:
        village.give(person, BY_VALUE[act][values])
    elif act in CAPPED:
        each, length, most = CAPPED[act]
        village.give_up_to(person, each, most, act, line["发生日期"][:length])
    elif line["当事人"]:
        _count_parties(line, act, values, village)
    elif act in AMOUNTS:
        _count_amount(line, act, village)
    elif act in JUDGED or act in NOTHING:
        _count_judgement(line, act, village)
    else:
        _count_other(line, act, values, village)


def _household(line: Line) -> str:
    return line["户"] or line["人"].rpartition("-")[0]


def _number(text: str) -> Fraction:
    """`1万元` is 10000, `70 小时` 70."""
    digits = text.rstrip("万元小时个月人% ")
    return Fraction(digits) * (10000 if "万" in text else 1)


def _count_parties(line: Line, act: str, values: tuple[str, ...], village: Village) -> None:
    for part in line["当事人"].split(";"):
        role, who = part.split(":")
        match act:
            case "评为党建示范点":
                village.give_highest(who, {"县级": 5, "地市级以上": 10}[values[0]], act)
            case "两委干部违法违规":
                each = {"书记": -5, "主任": -3}[role]
                village.give(who, each * _number(line["人数"]))
            case "述廉测评":
                village.give(who, -5 if _number(line["满意率"]) < 85 else 0)
            case _:
                points = PARTIES[act]
                village.give(who, points if isinstance(points, int) else points[values[0]])


def _count_amount(line: Line, act: str, village: Village) -> None:
    person, given = line["人"], _number(line[AMOUNTS[act]])
    before = village.run[person, act]
    match act:
        case "志愿服务":
            village.run[person, act] += given
            village.give(person, (before + given) // 4 - before // 4)
        case "捐款" if given < 100:
            village.give(person, Fraction(given // 10, 10))
        case "捐款":
            village.run[person, act] += given
            village.give_up_to(person, _donated(before + given) - _donated(before), 40, act)
        case "拾金不昧":
            village.give(person, next(points for above, points in FOUND if given > above))
        case "为集体增收":
            village.give(person, 5 if given >= 10000 else 3 if given > 5000 else 2)
        case "帮助困难群众":
            village.give(person, 5 if given >= 6 else 0)
        case "引进农业产业项目" if person in village.party:
            village.give(person, {1000000: 10}[int(given)])


def _donated(yuan: Fraction) -> int:
    whole = int(yuan)
    return sum(max(0, min(whole, top) - start) // step for start, top, step in BRACKETS)


def _count_judgement(line: Line, act: str, village: Village) -> None:
    if act in JUDGED:
        village.judged.add(line["人"])
    elif line["写了承诺书"] == "是":
        village.judged.remove(line["人"])
        village.give(line["人"], -60)


def _count_other(line: Line, act: str, values: tuple[str, ...], village: Village) -> None:
    person, day = line["人"], line["发生日期"]
    match act:
        case "参加廉政教育活动":
            village.give(person, 2 if person in village.party else 0)
        case "邻里义务帮助":
            machine = line["用车辆机械或技术"]
            village.give_up_to(person, 1, 2 if machine == "是" else 4, act, machine, day[:7])
        case "美在我家评比":
            quarter = f"{(int(day[5:7]) - 1) // 3}"
            for member in village.members[_household(line)]:
                if (member, values[0], quarter) not in village.used:
                    village.used[member, values[0], quarter] = Fraction(1)
                    village.give(member, -1 if values[0] == "不达标" else 1)
        case "表彰":
            village.give_highest(person, AWARDS[values[0]], act, line["事项"])
        case "村务检查":
            failed = village.run[person, act] + 1 if values[0] == "不达标" else Fraction(0)
            village.give(person, -10 if failed == 2 else 0)
            village.run[person, act] = Fraction(0) if failed == 2 else failed
        case "捐献遗体器官":
            for who in NEXT_OF_KIN[person]:
                village.give(who, 100)
        case "垃圾不分类":
            village.run[person, act] += 1
            village.give(person, 0 if village.run[person, act] == 1 else -2)
        case _:
            message = f"nobody counts {act}"
            raise AssertionError(message)
