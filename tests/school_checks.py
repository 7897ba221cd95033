"""The rules of the fund once more, plainly and without the program: each check returns what it finds wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.school_reading import Record, Tables

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY


def setting(tables: Tables, name: str) -> Any:  # noqa: ANN401 - a setting is a number, a date or a text
    return next((row["内容"] for row in tables["基本信息"] if row["项目"] == name), None)


def opening(tables: Tables, name: str) -> int:
    return round((setting(tables, name) or 0) * 100)


def gifts(tables: Tables) -> list[Record]:
    return [row for row in tables["捐款"] if "作废" not in row["备注"]]


def below_zero(tables: Tables) -> list[str]:
    """Purses and cash box at the end of each day; the cash box also against its limit."""
    moves: dict[str, Counter[dt.date]] = defaultdict(Counter)
    for row in gifts(tables):
        moves[row["用途"]][row["日期"]] += row["金额"]
        moves["cash"][row["日期"]] += row["金额"] * (row["方式"] == "现金")
    for row in tables["支出"]:
        moves[row["资金"]][row["日期"]] -= row["金额"]
        moves["cash"][row["日期"]] -= row["金额"] * (row["方式"] == "现金")
    for row in tables["现金存取"]:
        moves["cash"][row["日期"]] += row["金额"] if row["类型"] == "提取" else -row["金额"]
    start = Counter({name: opening(tables, f"期初限定·{name}") for name in moves if name not in {"", "cash"}})
    start[""] = opening(tables, "期初银行余额") + opening(tables, "期初现金余额") - start.total()
    start["cash"] = opening(tables, "期初现金余额")
    limit = opening(tables, "库存现金限额")
    found = []
    for name, days in moves.items():
        balance = start[name]
        for day in sorted(days):
            balance += days[day]
            if balance < 0 or (name == "cash" and balance > limit):
                found.append(f"{name} {day} {balance}")
    return found


def broken_chain(tables: Tables) -> list[str]:
    balance, found = opening(tables, "期初银行余额"), []
    for row in tables["银行流水"]:
        balance += (row["收入"] or 0) - (row["支出"] or 0)
        if balance != row["余额"]:
            found.append(f"{row['流水号']} {balance}")
    return found


def numbering(tables: Tables) -> list[str]:
    """Receipts run without gap or repeat within each year, vouchers throughout, both in order of date."""
    counts: Counter[str] = Counter()
    found = []
    for row in tables["捐款"]:
        year = str(row["日期"].year)
        counts[year] += 1
        if row["收据号"] != f"{year}{counts[year]:05d}":
            found.append(row["收据号"])
    found += [row["凭证号"] for i, row in enumerate(tables["支出"], 1) if row["凭证号"] != f"ZC{i:05d}"]
    for name in ("捐款", "支出", "银行流水", "现金存取"):
        days = [row["日期"] for row in tables[name]]
        found += [f"{name} {day}" for before, day in pairwise(days) if day < before]
    return found


def deposits(tables: Tables) -> list[str]:
    """Each deposit is the sum of its gifts and made within thirty days."""
    sums: Counter[str] = Counter()
    first: dict[str, dt.date] = {}
    for row in gifts(tables):
        if row["缴存单号"]:
            sums[row["缴存单号"]] += row["金额"]
            first.setdefault(row["缴存单号"], row["日期"])
    paid_in = {row["单号"]: row for row in tables["现金存取"] if row["类型"] == "缴存"}
    found = [number for number in sums if number not in paid_in]
    for number, row in paid_in.items():
        days = (row["日期"] - first.get(number, dt.date.min)).days
        if sums[number] != row["金额"] or not 0 <= days <= 30:
            found.append(number)
    return found


def approvals(tables: Tables) -> list[str]:
    """Approved in time by the group, by neither handler nor recipient; pupils' aid signed for within ten days."""
    group = {row["姓名"] for row in tables["管理小组"] if row["小组"] != "管理办公室"}
    found = []
    for row in tables["支出"]:
        if row["项目"] == "手续费":
            continue
        if row["审批人"] not in group - {row["经办人"], row["受助对象"]} or row["审批日期"] > row["日期"]:
            found.append(f"{row['凭证号']} 审批")
        if row["对象类别"] == "学生" and not 0 <= (row["签收日期"] - row["日期"]).days <= 10:
            found.append(f"{row['凭证号']} 签收")
    return found


def doubles(tables: Tables) -> list[str]:
    """Nobody gives or gets the same amount twice within a month."""
    found = []
    for rows, name in ((gifts(tables), "捐款人"), (tables["支出"], "受助对象")):
        last: dict[tuple[str, int], dt.date] = {}
        for row in rows:
            key = row[name], row["金额"]
            if row["日期"] - last.get(key, dt.date.min) < 31 * DAY:
                found.append(f"{row['日期']} {key}")
            last[key] = row["日期"]
    return found


class Books:
    """What is open on both sides of the bank book at the end of a day, matched the plain way."""

    def __init__(self, tables: Tables, last: dt.date) -> None:
        self.items = [item for item in self._items(tables) if item["day"] <= last]
        lines = [row for row in tables["银行流水"] if row["日期"] <= last]
        self.lines = [
            {"row": row, "day": row["日期"], "cents": (row["收入"] or 0) - (row["支出"] or 0)} for row in lines
        ]
        self.unsure: list[str] = []
        self.book = opening(tables, "期初银行余额") + sum(item["cents"] for item in self.items)
        self.statement = lines[-1]["余额"]
        self._reversals()
        self._references()
        self._singles()
        self._groups()

    @staticmethod
    def _items(tables: Tables) -> Iterator[Record]:
        for row in gifts(tables):
            if row["方式"] != "现金":
                yield {
                    "day": row["日期"],
                    "cents": row["金额"],
                    "name": row["捐款人"],
                    "number": row["收据号"],
                    "channel": row["方式"],
                    "fee": False,
                }
        for row in tables["支出"]:
            if row["方式"] != "现金":
                yield {
                    "day": row["日期"],
                    "cents": -row["金额"],
                    "name": row["受助对象"],
                    "number": row["凭证号"],
                    "channel": row["方式"],
                    "fee": row["项目"] == "手续费",
                }
        for row in tables["现金存取"]:
            sign = 1 if row["类型"] == "缴存" else -1
            yield {
                "day": row["日期"],
                "cents": sign * row["金额"],
                "name": "",
                "number": row["单号"],
                "channel": "存取",
                "fee": False,
            }

    def _settle(self, line: Record, items: list[Record]) -> None:
        self.lines.remove(line)
        for item in items:
            self.items.remove(item)

    def _reversals(self) -> None:
        for wrong in [i for i in self.items if i["cents"] < 0 and i["number"].isdigit()]:
            right = next(i for i in self.items if i["name"] == wrong["name"] and i["cents"] == -wrong["cents"])
            self.items.remove(wrong)
            self.items.remove(right)

    def _references(self) -> None:
        numbers = {item["number"]: item for item in self.items}
        for line in list(self.lines):
            item = next((numbers[token] for token in line["row"]["摘要"].split() if token in numbers), None)
            if item and item["cents"] == line["cents"]:
                self._settle(line, [item])

    def _fits(self, line: Record) -> list[Record]:
        near = [i for i in self.items if i["cents"] == line["cents"] and abs(i["day"] - line["day"]) <= WEEK]
        return [i for i in near if i["name"] == line["row"]["对方户名"]] or near

    def _singles(self) -> None:
        fits = [(line, self._fits(line)) for line in self.lines]
        shared = Counter(id(item) for _, items in fits for item in items)
        for line, items in fits:
            if len(items) == 1 and shared[id(items[0])] == 1:
                self._settle(line, items)
            elif items:
                self.unsure.append(line["row"]["流水号"])

    def _groups(self) -> None:
        days: dict[tuple[dt.date, str, bool], list[Record]] = defaultdict(list)
        for item in self.items:
            if not item["fee"]:
                days[item["day"], item["channel"], item["cents"] > 0].append(item)
        fits = [
            (line, [group for key, items in days.items() if (group := self._settles(line, key, items))])
            for line in self.lines
        ]
        for line, groups in fits:
            if len(groups) == 1:
                self._settle(line, groups[0])
            elif groups:
                self.unsure.append(line["row"]["流水号"])

    def _settles(self, line: Record, key: tuple[dt.date, str, bool], items: list[Record]) -> list[Record]:
        """The group with its fee if the line is its sum."""
        day, channel, _ = key
        wait = (line["day"] - day).days
        if channel not in {"微信", "支付宝"}:
            return items if 0 <= wait <= 7 and sum(i["cents"] for i in items) == line["cents"] else []
        if not 1 <= wait <= 3:
            return []
        fees = [i for i in self.items if i["fee"] and i["channel"] == channel and day <= i["day"] <= line["day"]]
        choices = [[*items, *fee] for fee in ([], *([fee] for fee in fees))]
        return next((c for c in choices if sum(i["cents"] for i in c) == line["cents"]), [])


def months_due(pairing: Record, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The first days of all months in which the helper owes a talk; July and August are free."""
    month = first.replace(day=1)
    while month <= last:
        late = pairing["开始日期"] > month.replace(day=15)
        gone = pairing["结束日期"] != "" and pairing["结束日期"] <= month.replace(day=15)
        if month.month not in {7, 8} and not late and not gone:
            yield month
        month = (month + 31 * DAY).replace(day=1)


def talks(tables: Tables) -> dict[tuple[str, str], list[Record]]:
    """The talks of each helper with each pupil."""
    found = defaultdict(list)
    for row in tables["联系"]:
        for helper in row["帮扶人"].split("、"):
            for pupil in row["学生"].split("、"):
                found[helper, pupil].append(row)
    return found


def missing_talks(tables: Tables, first: dt.date, last: dt.date) -> list[tuple[str, str, str]]:
    """Month, helper and pupil wherever a due talk was not written down in full."""
    found, by_pair = [], talks(tables)
    for pairing in tables["结对"]:
        pair = pairing["帮扶人"], pairing["学生"]
        full = {
            row["日期"].strftime("%Y-%m")
            for row in by_pair[pair]
            if row["思想动态"] and row["学习状况"] and row["生活状况"]
        }
        found += [(f"{m:%Y-%m}", *pair) for m in months_due(pairing, first, last) if f"{m:%Y-%m}" not in full]
    return found


def stray_talks(tables: Tables) -> list[str]:
    """Talks outside every pairing of the two; texts that come twice; classes that are not the day's."""
    spans = defaultdict(list)
    for row in tables["结对"]:
        spans[row["帮扶人"], row["学生"]].append((row["开始日期"], row["结束日期"] or dt.date.max))
    found = []
    for pair, rows in talks(tables).items():
        found += [f"{row['日期']} {pair}" for row in rows if not any(a <= row["日期"] <= b for a, b in spans[pair])]
    texts = Counter((row["思想动态"], row["学习状况"], row["生活状况"]) for row in tables["联系"])
    found += [str(text) for text, count in texts.items() if count > 1]
    now = {row["姓名"]: row for row in tables["学生"]}
    for row in tables["联系"]:
        classes = {class_then(now[name], row["日期"]) for name in row["学生"].split("、")}
        if classes != {row["班级"]}:
            found.append(f"{row['日期']} {row['班级']}")
    return found


def class_then(pupil: Record, day: dt.date) -> str:
    """The class on an earlier day of somebody listed with today's class, or the last one if graduated."""
    grades = "七八九"
    until = pupil["状态日期"] if pupil["状态"] == "毕业" else dt.date(2026, 10, 31)
    grade = grades.index(pupil["班级"][0]) - _year(until - DAY) + _year(day)
    return f"{grades[grade]}{pupil['班级'][1:]}" if 0 <= grade < len(grades) else ""


def _year(day: dt.date) -> int:
    return day.year - (day.month < 9)


def coverage(tables: Tables, day: dt.date) -> list[str]:
    """Every member and leader helps somebody, every poor pupil has somebody, all within bounds."""
    serving = {r["姓名"]: r for r in tables["教职工"] if r["离岗日期"] == "" or r["离岗日期"] >= day}
    attending = {r["姓名"]: r for r in tables["学生"] if r["状态"] == "在读"}
    still_open = [r for r in tables["结对"] if r["开始日期"] <= day and r["结束日期"] == ""]
    found = [
        f"{r['帮扶人']} {r['学生']}" for r in still_open if r["帮扶人"] not in serving or r["学生"] not in attending
    ]
    helpers = {r["帮扶人"] for r in still_open}
    found += [name for name, row in serving.items() if row["党员"] == "是" and name not in helpers]
    led = Counter(r["帮扶人"] for r in still_open if r["类型"] == "领导包扶")
    found += [name for name, row in serving.items() if row["职务级别"] == "校级领导" and not 1 <= led[name] <= 3]
    helped = {r["学生"] for r in still_open}
    found += [name for name, row in attending.items() if "贫困生" in row["类别"] and name not in helped]
    ended = [r for r in tables["结对"] if r["结束日期"] != ""]
    found += [r["学生"] for r in ended if r["结束原因"] not in {"毕业", "转学", "调离", "退休"}]
    return found + [r["学生"] for r in still_open if day - r["开始日期"] > 3 * 365 * DAY]


def identities(tables: Tables) -> list[str]:
    """ID numbers of the invented region with their check digit; telephone numbers that nobody has."""
    weights = [pow(2, 17 - i, 11) for i in range(17)]
    found = []
    for row in tables["学生"]:
        number = row["身份证号"]
        total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))
        if number[:6] != "330190" or number[17] != "10X98765432"[total % 11]:
            found.append(number)
        if not re.fullmatch(r"199000000\d\d", row["联系电话"]):
            found.append(row["联系电话"])
    return found


def near_names(tables: Tables) -> list[str]:
    """Names of staff, pupils and givers that differ in fewer than two characters."""
    names = sorted(
        {r["姓名"] for name in ("教职工", "学生") for r in tables[name]} | {r["捐款人"] for r in tables["捐款"]}
    )
    seen: dict[tuple[int, str], str] = {}
    found = []
    for name in names:
        for hidden in (name[:i] + "*" + name[i + 1 :] for i in range(len(name))):
            key = len(name), hidden
            if key in seen:
                found.append(f"{seen[key]} {name}")
            seen[key] = name
    doubled = Counter(r["姓名"] for table in ("教职工", "学生") for r in tables[table])
    return found + [name for name, count in doubled.items() if count > 1]
