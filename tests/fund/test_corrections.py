"""Which row a 冲正 row cancels."""

from __future__ import annotations

from pipeline.fund.corrections import cancelled_by
from tests.fund.bank import bank_month, lines
from tests.ledgers import make_tables

HEADER = "日期 | 捐款人 | 类别 | 金额 | 方式 | 用途 | 备注\n"


def pairs(*rows: str) -> dict[int, int]:
    donations = make_tables(捐款=HEADER + "\n".join(rows))["donations"].usable
    cancelled = cancelled_by(donations, "donor")
    return dict(zip(cancelled.index, cancelled, strict=True))


GIFT = "2026-10-08 | 沙明远 | 社会人士 | 30.00 | 现金 | |"


def test_a_correction_cancels_the_row_of_the_same_name_channel_restriction_and_opposite_amount() -> None:
    assert pairs(GIFT, "2026-10-09 | 沙明远 | 社会人士 | -30.00 | 现金 | | 冲正，重复") == {1: 0}


def test_another_name_channel_restriction_or_amount_is_another_gift() -> None:
    for other in (
        "2026-10-09 | 卓远航 | 社会人士 | -30.00 | 现金 | | 冲正",
        "2026-10-09 | 沙明远 | 社会人士 | -30.00 | 微信 | | 冲正",
        "2026-10-09 | 沙明远 | 社会人士 | -30.00 | 现金 | 助学金 | 冲正",
        "2026-10-09 | 沙明远 | 社会人士 | -20.00 | 现金 | | 冲正",
    ):
        assert pairs(GIFT, other) == {}


def test_a_gift_after_the_correction_is_not_cancelled() -> None:
    assert pairs(GIFT, "2026-10-07 | 沙明远 | 社会人士 | -30.00 | 现金 | | 冲正") == {}


def test_the_latest_earlier_row_is_cancelled_and_each_once() -> None:
    later = GIFT.replace("10-08", "10-12")
    mark = "2026-10-13 | 沙明远 | 社会人士 | -30.00 | 现金 | | 冲正"
    assert pairs(later, GIFT, mark) == {2: 0}
    assert pairs(later, GIFT, mark, mark, mark) == {2: 0, 3: 1}


def test_of_equal_rows_of_one_day_the_first_is_cancelled() -> None:
    mark = "2026-10-08 | 沙明远 | 社会人士 | -30.00 | 现金 | | 冲正"
    assert pairs(GIFT, GIFT, mark) == {2: 0}
    assert pairs(GIFT, mark, GIFT) == {1: 0}
    assert pairs(GIFT, GIFT, mark, mark) == {2: 0, 3: 1}


def test_without_corrections_there_are_no_pairs() -> None:
    assert pairs(GIFT) == {}


def test_the_bank_matching_settles_the_same_pairs() -> None:
    by_wechat = GIFT.replace("现金", "微信")
    marks = [by_wechat.replace("30.00", "-30.00") + f" 冲正 {number}" for number in (1, 2)]
    donations = HEADER + "\n".join([by_wechat.replace("10-08", "10-07"), marks[0], by_wechat, by_wechat, marks[1]])
    month = bank_month(捐款=donations, 银行流水=lines("10-31 | 1"))
    assert pairs(*donations.removeprefix(HEADER).split("\n")) == {1: 2, 4: 3}
    assert month.settled == ["捐款!3 捐款!4", "捐款!5 捐款!6"]
