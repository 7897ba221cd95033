"""What befell the shipped school's fund from October 2025 to February 2026."""

from datetime import date

from tests.tools.school.fund_year import (
    ALIPAY,
    AUTUMN_GIFT,
    CAMPAIGN,
    CASH,
    STAR,
    STAR_FIRM,
    TRANSFER,
    WECHAT,
    Year,
)
from tests.tools.school.ledger import Gift, Visits

SCHOOL_OFFICE = "澜谷示例中学财务室"
WORK_STUDY = "澜谷示例勤工俭学基地"


def autumn(year: Year) -> None:
    """October and November 2025."""
    ledger = year.ledger
    year.firm(date(2025, 10, 13), "澜谷示例建材有限公司", 5_000_00)
    staff = year.serving(date(2025, 10, 16))
    ledger.wallet(
        [year.outside(date(2025, 10, 16), c, WECHAT) for c in (200_00, 100_00, 66_00)]
        + [year.of_staff(p, date(2025, 10, 16), 50_00, WECHAT) for p in staff[20:23]],
        date(2025, 10, 17),
    )
    ledger.transfer(
        Gift(date(2025, 10, 20), SCHOOL_OFFICE, "学校拨款", "", 10_000_00, TRANSFER), date(2025, 10, 21), text="拨款"
    )
    ledger.pay_batch(
        [year.aid(p, date(2025, 10, 22), "生活补助", 1_250_00) for p in year.aided(date(2025, 10, 22), 4)],
        date(2025, 10, 23),
    )
    year.collect_classes("JC2510", 0, date(2025, 10, 28), 0)
    year.firm(date(2025, 11, 5), STAR_FIRM, 20_000_00, ref=True, purpose=STAR)
    ledger.transfer(
        Gift(date(2025, 11, 12), WORK_STUDY, "勤工俭学", "", 6_000_00, TRANSFER), date(2025, 11, 13), text="转账存入"
    )
    givers = year.serving(date(2025, 11, 14))[4:28]
    year.instalment(date(2025, 11, 14), 0, {tier: (cents,) for tier, cents in AUTUMN_GIFT.items()}, givers, 3)
    for pupil, cents in zip(year.aided(date(2025, 11, 19), 3, 8), (2_000_00, 2_000_00, 1_500_00), strict=True):
        ledger.pay(
            year.aid(pupil, date(2025, 11, 19), "奖学金", cents, fund=STAR),
            date(2025, 11, 20),
            text="付奖学金",
            ref=True,
        )
    year.cash_aid(
        "TQ2511",
        date(2025, 11, 25),
        [year.others(date(2025, 11, 25), "翠屏示例社区", "社区", "社区资助", 800_00, CASH)],
    )
    year.alumnus(date(2025, 11, 27), 1_234_00)


def campaign(year: Year) -> None:
    """The campaign of December 2025 and the year's end."""
    ledger, staff = year.ledger, year.serving(date(2025, 12, 4))
    ledger.wallet(
        [
            year.of_staff(p, date(2025, 12, 4), c, WECHAT, campaign=CAMPAIGN)
            for p, c in zip(staff[:9], (200_00, 150_00, 100_00, 100_00, 88_00, 66_00, 50_00, 50_00, 30_00), strict=True)
        ],
        date(2025, 12, 5),
    )
    cash = [
        year.of_staff(p, date(2025, 12, 5), c, CASH, campaign=CAMPAIGN)
        for p, c in zip(staff[28:34], (50_00, 50_00, 30_00, 100_00, 20_00, 30_00), strict=True)
    ]
    ledger.collection("JC2512", cash, date(2025, 12, 8), date(2025, 12, 8))
    ledger.wallet(
        [year.outside(date(2025, 12, 9), c, ALIPAY, campaign=CAMPAIGN) for c in (500_00, 200_00, 100_00, 58_00)],
        date(2025, 12, 11),
    )
    year.firm(date(2025, 12, 10), "澜谷示例食品有限公司", 8_000_00, 2, campaign=CAMPAIGN)
    year.firm(date(2025, 12, 12), "云栖示例客运有限公司", 3_600_00, campaign=CAMPAIGN)
    year.alumnus(date(2025, 12, 15), 666_00, 1, ref=True, campaign=CAMPAIGN)
    payment = year.others(date(2025, 12, 18), "示例县慈善会", "灾区", "赈灾", 2_000_00)
    ledger.pay(payment, date(2025, 12, 19))
    ledger.interest(date(2025, 12, 21), 34_17)
    ledger.bank_fee(date(2025, 12, 24), 15_00, "网银服务费")


def winter(year: Year) -> Visits:
    """New Year and Spring Festival, December 2025 to February 2026."""
    ledger = year.ledger
    new_year = [
        year.aid(p, date(2025, 12, 30), "走访慰问", 200_00, CASH) for p in year.aided(date(2025, 12, 30), 3, 14)
    ]
    year.cash_aid("TQ2512", date(2025, 12, 29), new_year)
    year.alumnus(date(2026, 1, 8), 1_500_00, 1, ref=True)
    pupil = year.aided(date(2026, 1, 15), 1, 18)[0]
    ledger.pay(year.aid(pupil, date(2026, 1, 15), "突发救助", 1_500_00), date(2026, 1, 16))
    ledger.pay(year.for_staff(year.grave(), date(2026, 1, 20), "突发救助", 2_000_00), date(2026, 1, 21))
    leavers = year.retired()
    ledger.wallet(
        [
            year.of_staff(p, date(2026, 1, 22), c, WECHAT)
            for p, c in ((leavers[2], 60_00), *((p, 120_00) for p in year.serving(date(2026, 1, 22))[:2]))
        ],
        date(2026, 1, 23),
    )
    day = date(2026, 2, 6)
    teachers = year.serving(day)
    spring_festival = [year.for_staff(p, day, "走访慰问", 250_00, CASH) for p in leavers[:2]]
    spring_festival += [
        year.for_staff(p, day, "走访慰问", 200_00, CASH) for p in (teachers[12], teachers[21], year.grave())
    ]
    spring_festival += [year.aid(p, day, "走访慰问", 150_00, CASH) for p in year.aided(day, 6, 20)]
    year.cash_aid("TQ2602", date(2026, 2, 6), spring_festival)
    return [(p, "元旦慰问") for p in new_year] + [(p, "春节慰问") for p in spring_festival]
