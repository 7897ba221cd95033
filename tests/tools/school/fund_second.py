"""What befell the shipped school's fund from March to October 2026."""

from datetime import date

from tests.tools.school.fund_year import (
    ALIPAY,
    CAMPAIGN,
    CASH,
    INSTALMENTS,
    STAR,
    STAR_FIRM,
    TRANSFER,
    WECHAT,
    Year,
)
from tests.tools.school.ledger import Gift, Line, Visits

SCHOOL_OFFICE = "澜谷示例中学财务室"
WORK_STUDY = "澜谷示例勤工俭学基地"


def spring(year: Year) -> None:
    """March to May 2026."""
    march(year)
    april(year)
    may(year)


def march(year: Year) -> None:
    """March 2026."""
    ledger = year.ledger
    year.firm(date(2026, 3, 4), "澜谷示例文具厂", 2_400_00)
    extra = [
        year.of_staff(p, date(2026, 3, 11), c, CASH)
        for p, c in zip(year.payers()[1][:4], (40_00, 60_00, 40_00, 25_00), strict=True)
    ]
    year.collect_classes("JC2603", 1, date(2026, 3, 11), 0, extra)
    year.instalment(date(2026, 3, 13), 0, INSTALMENTS, year.payers()[0], 3)
    ledger.pay_batch(
        [
            year.aid(p, date(2026, 3, 18), "生活补助", c)
            for p, c in zip(
                year.aided(date(2026, 3, 18), 6, 24),
                (1_250_00, 1_250_00, 1_250_00, 1_000_00, 1_000_00, 625_00),
                strict=True,
            )
        ],
        date(2026, 3, 19),
    )
    ledger.interest(date(2026, 3, 21), 41_62)
    ledger.bank_fee(date(2026, 3, 25), 15_00, "网银服务费")
    for pupil, cents in zip(year.aided(date(2026, 3, 26), 2, 31), (268_50, 312_80), strict=True):
        ledger.pay(
            year.aid(pupil, date(2026, 3, 26), "学习用品", cents), date(2026, 3, 27), text="付学习用品", ref=True
        )


def april(year: Year) -> None:
    """April 2026, with a gift that is cancelled and booked anew."""
    ledger = year.ledger
    ledger.transfer(
        Gift(date(2026, 4, 9), SCHOOL_OFFICE, "学校拨款", "", 8_000_00, TRANSFER), date(2026, 4, 10), text="拨款"
    )
    ledger.wallet(
        [year.outside(date(2026, 4, 15), c, WECHAT) for c in (300_00, 200_00, 99_00, 50_00)], date(2026, 4, 17)
    )
    ledger.pay(year.others(date(2026, 4, 22), "翠屏示例小学", "结对学校", "手拉手学校", 1_500_00), date(2026, 4, 23))
    wrong = year.outside(date(2026, 4, 24), 850_00)
    # a gift of 580 booked as 850: cancelled on the next working day and booked anew
    ledger.gifts += [
        wrong,
        Gift(date(2026, 4, 27), wrong.donor, wrong.category, "", -850_00, TRANSFER, note="冲正，金额误记"),
    ]
    ledger.transfer(
        Gift(date(2026, 4, 27), wrong.donor, wrong.category, "", 580_00, TRANSFER), date(2026, 4, 27), text="转账存入"
    )
    year.alumnus(date(2026, 4, 29), 1_888_00, purpose=STAR)


def may(year: Year) -> None:
    """May 2026, with a voided receipt."""
    ledger = year.ledger
    voided = Gift(
        date(2026, 5, 7),
        year.next_of("alumni", year.alumni),
        "社会人士",
        "",
        0,
        TRANSFER,
        note="作废，收据填写错误",
    )
    ledger.gifts.append(voided)
    ledger.transfer(
        Gift(date(2026, 5, 7), voided.donor, "社会人士", "", 1_068_00, TRANSFER), date(2026, 5, 8), text="转账存入"
    )
    staff = year.serving(date(2026, 5, 12))
    ledger.wallet(
        [
            year.of_staff(p, date(2026, 5, 12), c, WECHAT, campaign=CAMPAIGN)
            for p, c in zip(staff[10:16], (100_00, 66_00, 50_00, 50_00, 50_00, 20_00), strict=True)
        ]
        + [year.outside(date(2026, 5, 12), c, WECHAT, campaign=CAMPAIGN) for c in (188_00, 100_00, 66_00, 20_00)],
        date(2026, 5, 14),
    )
    year.collect_classes("JC2605", 2, date(2026, 5, 14), 1)
    year.firm(date(2026, 5, 20), "云栖示例苗木合作社", 4_200_00, ref=True, campaign=CAMPAIGN)
    for pupil, cents in zip(year.aided(date(2026, 5, 22), 3, 3), (760_00, 820_00, 880_00), strict=True):
        ledger.pay(year.aid(pupil, date(2026, 5, 22), "生活补助", cents), date(2026, 5, 25))


def summer(year: Year) -> Visits:
    """June to August 2026."""
    ledger = year.ledger
    ledger.transfer(
        Gift(date(2026, 6, 10), WORK_STUDY, "勤工俭学", "", 6_500_00, TRANSFER), date(2026, 6, 11), text="转账存入"
    )
    year.instalment(date(2026, 6, 12), 1, INSTALMENTS, year.payers()[0], 4)
    graduates = [p for p in year.roll.pupils if p.state == "毕业"]
    for pupil, cents in zip(graduates[2:5], (1_800_00, 1_900_00, 2_000_00), strict=True):
        ledger.pay(
            year.aid(pupil, date(2026, 6, 16), "奖学金", cents, fund=STAR), date(2026, 6, 17), text="付奖学金", ref=True
        )
    ledger.interest(date(2026, 6, 21), 47_38)
    ledger.bank_fee(date(2026, 6, 24), 15_00, "网银服务费")
    visit = [year.aid(p, date(2026, 7, 8), "走访慰问", 200_00, CASH) for p in year.aided(date(2026, 7, 8), 4, 16)]
    year.cash_aid("TQ2607", date(2026, 7, 8), visit)
    year.alumnus(date(2026, 8, 26), 3_000_00, public="匿名")
    return [(p, "暑期慰问") for p in visit]


def september(year: Year) -> Visits:
    """September 2026."""
    ledger = year.ledger
    year.firm(date(2026, 9, 8), STAR_FIRM, 10_000_00, ref=True, purpose=STAR)
    newcomer = [p for p in year.roll.staff if p.joined.year == 2026]
    payers, others = year.payers()
    ledger.wallet(
        [
            year.of_staff(p, date(2026, 9, 10), c, WECHAT)
            for p, c in zip(newcomer + others[4:6], (20_00, 90_00, 60_00), strict=True)
        ],
        date(2026, 9, 11),
    )
    year.instalment(date(2026, 9, 14), 2, INSTALMENTS, [p for p in payers if p.serves(date(2026, 9, 14))], 2)
    year.collect_classes("JC2609", 3, date(2026, 9, 16), 0)
    ledger.pay_batch(
        [
            year.aid(p, date(2026, 9, 18), "生活补助", c)
            for p, c in zip(
                year.aided(date(2026, 9, 18), 6, 26),
                (1_250_00, 1_250_00, 1_250_00, 1_000_00, 1_000_00, 800_00),
                strict=True,
            )
        ],
        date(2026, 9, 21),
    )
    ledger.interest(date(2026, 9, 21), 44_95)
    ledger.bank_fee(date(2026, 9, 23), 15_00, "网银服务费")
    for pupil, cents in zip(year.aided(date(2026, 9, 22), 2, 5), (2_000_00, 2_200_00), strict=True):
        ledger.pay(
            year.aid(pupil, date(2026, 9, 22), "奖学金", cents, fund=STAR), date(2026, 9, 23), text="付奖学金", ref=True
        )
    visit = [year.aid(p, date(2026, 9, 29), "走访慰问", 200_00, CASH) for p in year.aided(date(2026, 9, 29), 3, 12)]
    visit += [
        year.for_staff(p, date(2026, 9, 29), "走访慰问", 300_00, CASH) for p in year.serving(date(2026, 9, 29))[24:26]
    ]
    year.cash_aid("TQ2609", date(2026, 9, 29), visit)
    return [(p, "国庆慰问") for p in visit]


def october(year: Year) -> Visits:
    """October 2026, with what is still on its way at the end of the month."""
    ledger = year.ledger
    year.firm(date(2026, 10, 9), "澜谷示例食品有限公司", 6_000_00, 3)
    staff = year.serving(date(2026, 10, 13))
    year.collect_classes(
        "JC2610",
        4,
        date(2026, 10, 13),
        0,
        [year.of_staff(p, date(2026, 10, 13), c, CASH) for p, c in ((staff[29], 50_00), (staff[33], 20_00))],
    )
    ledger.wallet(
        [year.outside(date(2026, 10, 14), c, WECHAT) for c in (200_00, 100_00, 66_00)]
        + [year.of_staff(p, date(2026, 10, 14), 30_00, WECHAT) for p in staff[18:21]],
        date(2026, 10, 16),
    )
    return late_october(year)


def late_october(year: Year) -> Visits:
    """The second half of October 2026."""
    ledger = year.ledger
    retired = year.retired()
    visit = [year.for_staff(p, date(2026, 10, 16), "走访慰问", 300_00, CASH) for p in retired[:3]]
    year.cash_aid("TQ2610", date(2026, 10, 16), visit)
    year.alumnus(date(2026, 10, 19), 2_000_00, ref=True, purpose=STAR)
    for pupil, cents in zip(year.aided(date(2026, 10, 20), 4, 9), (750_00, 820_00, 850_00, 880_00), strict=True):
        ledger.pay(year.aid(pupil, date(2026, 10, 20), "生活补助", cents), date(2026, 10, 21))
    ledger.transfer(
        Gift(date(2026, 10, 21), SCHOOL_OFFICE, "学校拨款", "", 5_000_00, TRANSFER), date(2026, 10, 22), text="拨款"
    )
    ledger.wallet([year.outside(date(2026, 10, 22), c, ALIPAY) for c in (150_00, 88_00, 35_50)], date(2026, 10, 23))
    year.alumnus(date(2026, 10, 23), 1_000_00, ref=True, public="匿名")
    pupil = year.aided(date(2026, 10, 26), 1, 22)[0]
    ledger.pay(year.aid(pupil, date(2026, 10, 26), "突发救助", 1_200_00), date(2026, 10, 27))
    ledger.pay(
        year.aid(year.aided(date(2026, 10, 28), 1, 35)[0], date(2026, 10, 28), "奖学金", 1_100_00, fund=STAR),
        date(2026, 10, 29),
        text="付奖学金",
        ref=True,
    )
    # seen only at the bank until somebody books it
    ledger.lines.append(Line(date(2026, 10, 30), "账户管理费", -10_00))
    # booked on the last working day, at the bank in November
    ledger.pay(
        year.aid(year.aided(date(2026, 10, 30), 1, 2)[0], date(2026, 10, 30), "学习用品", 680_00), date(2026, 11, 2)
    )
    year.alumnus(date(2026, 10, 30), 520_00, 3)
    ledger.gifts += [year.outside(date(2026, 10, 30), c, CASH) for c in (100_00, 60_00)]
    return [(p, "重阳节慰问") for p in visit]
