"""The shipped school's four workbooks, sheet by sheet."""

from datetime import date
from random import Random

from tests.tools.school import care_year, registers, rows
from tests.tools.school.calendar import class_name
from tests.tools.school.care_year import Contact
from tests.tools.school.fund_events import build_ledger
from tests.tools.school.fund_year import OPENING_STAR, STAR
from tests.tools.school.names import NameBook
from tests.tools.school.roster import build_roll
from tests.tools.school.sheets import Column, Row, Sheet, Value

SCHOOL = "澜谷示例中学"
SEED = 20261103
OPENING, AS_OF = date(2025, 9, 30), date(2026, 10, 31)
GRADUATED, TODAY_COHORTS = 2023, (2026, 2025, 2024)
COUNTED = (date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 10, 30))
TAKEN_ALONG = {
    "春节慰问": "米面油一份",
    "元旦慰问": "棉被一床",
    "暑期慰问": "凉席一张",
    "国庆慰问": "月饼一盒",
    "重阳节慰问": "重阳糕一盒",
}
PLAN = (
    (2025, "元旦慰问", "学生", 3, 600_00),
    (2026, "春节慰问", "退休教职工", 2, 500_00),
    (2026, "春节慰问", "在职教师", 3, 600_00),
    (2026, "春节慰问", "学生", 6, 900_00),
    (2026, "暑期慰问", "学生", 4, 800_00),
    (2026, "国庆慰问", "在职教师", 2, 600_00),
    (2026, "国庆慰问", "学生", 3, 600_00),
    (2026, "重阳节慰问", "退休教职工", 3, 900_00),
)
POSTED = (
    ("2026-07", date(2026, 8, 5), date(2026, 8, 11)),
    ("2026-08", date(2026, 9, 3), date(2026, 9, 9)),
    ("2026-09", date(2026, 10, 9), date(2026, 10, 15)),
    ("2026-10", date(2026, 11, 4), date(2026, 11, 10)),
)


class School:
    """The whole invented school and the four workbooks made from it."""

    def __init__(self) -> None:
        """Tell the story once, from the fixed seed."""
        rng = Random(SEED)  # noqa: S311 - chance for an example, not for secrets
        book = NameBook(rng)
        self.roll = build_roll(rng, book)
        self.ledger, self.visits = build_ledger(self.roll, rng, book)
        self.contacts = care_year.contacts(self.roll, rng)
        self.surveys = care_year.surveys(self.roll, rng)
        self.progress = care_year.progress(self.roll, rng)
        office = [p for p in self.roll.staff if p.department == "总务处" and p.state == "在职"]
        self.cashier, self.accountant = office[1].name, office[2].name
        self.head = next(p for p in self.roll.staff if p.rank == "校级领导").name
        self.signed = (self.cashier, self.accountant, self.head)

    def money_book(self) -> list[Sheet]:
        """捐款登记.xlsx."""
        return [*self._accounts(), *self._stores()]

    def _accounts(self) -> list[Sheet]:
        """What came in, went out, and passed through the bank."""
        ledger, by = self.ledger, self.cashier
        note = "1.本表按收款先后逐笔填写；2.未写用途的为非限定捐款；3.学生捐款的部门一栏填班级。"
        return [
            self._sheet(
                "捐款",
                "2025—2026年爱心扶贫基金捐款登记表",
                registers.GIFTS,
                rows.gift_rows(ledger, by),
                note,
                spoken=_typed_date,
            ),
            self._sheet(
                "支出",
                "2025—2026年爱心扶贫基金支出登记表",
                registers.PAYMENTS,
                rows.payment_rows(ledger, by),
                "先审批、后付款；学生资助由监护人签收。",
                spoken=_typed_date,
            ),
            self._sheet(
                "银行流水",
                "基金专户银行流水",
                registers.STATEMENT,
                rows.statement_rows(ledger),
                "由网上银行导出后粘贴。",
            ),
        ]

    def _stores(self) -> list[Sheet]:
        """Cash and goods."""
        ledger, by = self.ledger, self.cashier
        counts = tuple((day, ledger.cash_on(day), by, self.accountant) for day in COUNTED)
        return [
            self._sheet(
                "现金存取",
                "2025—2026年现金存取登记表",
                registers.MOVES,
                rows.move_rows(ledger, by),
                "缴存单号与捐款登记的缴存单号一致。",
            ),
            self._sheet(
                "物资",
                "2025—2026年捐赠物资收发登记表",
                registers.GOODS,
                tuple(care_year.goods(self.roll)),
                "折价按捐赠方提供的价格填写，没有的不填。",
            ),
            self._sheet("现金盘点", "2025—2026年库存现金盘点表", registers.COUNTS, counts, "每季度末和月末盘点。"),
        ]

    def people_book(self) -> list[Sheet]:
        """学生帮扶.xlsx."""
        return [*self._people(), *self._school_year()]

    def _people(self) -> list[Sheet]:
        """Staff, pupils and their pairings."""
        roll = self.roll
        found = {p.number: care_year.recognised(p) for p in roll.pupils}
        pupils = rows.pupil_rows(roll, AS_OF, care_year.class_heads(roll), found)
        plain = "单位：人"
        return [
            self._sheet(
                "教职工", "教职工名册", registers.STAFF, rows.staff_rows(roll), "含退休、调离人员。", unit=plain
            ),
            self._sheet(
                "学生",
                "2026—2027学年受助学生名册",
                registers.PUPILS,
                pupils,
                "班级为本学年班级，已离校的为离校时班级。",
                unit=plain,
                long_days=True,
            ),
            self._sheet(
                "结对",
                "2026—2027学年结对帮扶登记表",
                registers.PAIRINGS,
                rows.pairing_rows(roll, AS_OF),
                "结对三年，原则上不中断、不更换。",
                unit=plain,
            ),
        ]

    def _school_year(self) -> list[Sheet]:
        """Progress, surveys and hardship."""
        plain = "单位：人"
        return [
            self._sheet(
                "学业",
                "2025—2026学年受助学生学业情况表",
                registers.PROGRESS,
                tuple(self.progress),
                "平均分按百分制。",
                unit="",
                office="教务处",
            ),
            self._sheet(
                "摸底",
                "学期初困难情况摸底汇总表",
                registers.SURVEYS,
                tuple(self.surveys),
                "班级由班主任填报，部门由负责人填报。",
                unit=plain,
                office="政教处",
            ),
            self._sheet(
                "困难教职工",
                "2025—2026年困难教职工登记表",
                registers.HARDSHIP,
                tuple(care_year.hardship(self.roll)),
                "严重的七日内上报。",
                unit="",
                office="工会",
            ),
        ]

    def visit_book(self) -> list[Sheet]:
        """走访记录.xlsx: the talks on one sheet a class, then the visits."""
        sheets = [
            self._contacts(cohort, group, f"{class_name(cohort, group, AS_OF)}")
            for cohort in TODAY_COHORTS
            for group in (1, 2)
        ]
        sheets += [self._contacts(GRADUATED, group, f"2026届{group}班") for group in (1, 2)]
        return [
            *sheets,
            self._sheet(
                "慰问",
                "2025—2026年走访慰问登记表",
                registers.VISITS,
                self._visits(),
                "慰问金与支出登记的凭证号一致。",
                office="工会",
            ),
        ]

    def settings_book(self) -> list[Sheet]:
        """设置.xlsx."""
        facts = rows.settings_rows(SCHOOL, OPENING, self.ledger)
        facts += (("期初对账单余额", self.ledger.opening_bank / 100), ("对账单截止日", date(2026, 11, 3)))
        facts += ((f"期初限定·{STAR}", OPENING_STAR / 100),)
        weights = (("联系完成", 40), ("记录完整", 20), ("结对稳定", 15), ("措施完备", 15), ("学生进步", 10))
        facts += tuple((f"考核权重·{name}", points) for name, points in weights)
        return [
            self._sheet("基本信息", "基金基本信息", registers.SETTINGS, facts, "第二栏由党政办公室填写。", unit=""),
            self._sheet(
                "倡议标准",
                "自愿捐款倡议标准",
                registers.RATES,
                rows.rate_rows(range(2025, 2027)),
                "全年数为倡议数，自愿捐款。",
            ),
            self._sheet("管理小组", "基金管理小组名单", registers.GROUP, self._group(), "", unit=""),
            self._sheet("年度计划", "走访慰问年度计划", registers.PLAN, PLAN, "慰问品另计。"),
            self._sheet("公示安排", "公示安排表", registers.POSTINGS, POSTED, "公示期不少于五个工作日。", unit=""),
        ]

    def _sheet(
        self, name: str, title: str, columns: tuple[Column, ...], content: rows.Rows, note: str, **more: Value
    ) -> Sheet:
        """A sheet signed by the same three people; the title line also names the school."""
        return Sheet(name, title, columns, content, note, signed=self.signed, **more)

    def _contacts(self, cohort: int, group: int, name: str) -> Sheet:
        """The talks with the pupils of one class of today, or of one that has left."""
        mine = [c for c in self.contacts if (c.pupil.cohort, c.pupil.group) == (cohort, group)]
        content = tuple(_contact(c) for c in mine)
        note = "每月至少联系一次；班级为谈话当时的班级。"
        return self._sheet(
            name,
            f"{name}结对帮扶联系记录",
            registers.CONTACTS,
            content,
            note,
            unit="",
            office="政教处",
            spoken=_typed_talk,
        )

    def _visits(self) -> rows.Rows:
        """Each visit with the voucher of its money and the leaders or union people who went."""
        union = next(p.name for p in self.roll.staff if p.department == "工会")
        leaders = [p.name for p in self.roll.staff if p.rank == "校级领导"]
        return tuple(
            (
                p.day,
                occasion,
                p.recipient,
                p.kind,
                p.cents,
                TAKEN_ALONG[occasion],
                f"{leaders[index % len(leaders)]}、{union}",
                p.number,
            )
            for index, (p, occasion) in enumerate(self.visits)
        )

    def _group(self) -> rows.Rows:
        """Leaders lead, two of the middle manage, the office does the work."""
        leaders = [p.name for p in self.roll.staff if p.rank == "校级领导"]
        middle = [p.name for p in self.roll.staff if p.rank == "中层领导"]
        leading = tuple(("领导小组", name, "组长" if i == 0 else "副组长") for i, name in enumerate(leaders))
        managing = tuple(("管理小组", name, "组长" if i == 0 else "成员") for i, name in enumerate(middle[:3]))
        return (*leading, *managing, ("管理办公室", self.accountant, "会计"), ("管理办公室", self.cashier, "出纳"))


def _typed_date(row: int) -> bool:
    """True for the rows whose date was typed as text."""
    return row % 23 == 7


def _typed_talk(row: int) -> bool:
    """The same for the talks."""
    return row % 11 == 4


def _contact(c: Contact) -> Row:
    """One row of 联系 with the class as of its day."""
    return (c.day, c.helper, c.names, c.pupil.class_on(c.day), c.way, *c.note, c.solved)
