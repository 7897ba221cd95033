"""What counts as a deposit of cash (缴存), and which gifts it holds."""

from __future__ import annotations

from pipeline.fund.deposits import find_deposits
from tests.ledgers import make_tables

GIFTS = """
    日期       | 捐款人 | 类别     | 金额  | 方式 | 缴存单号
    2026-10-08 | 沙明远 | 社会人士 | 30.00 | 现金 | JC1
    2026-10-12 | 邬长庚 | 社会人士 | 20.00 | 现金 | JC1
    2026-10-09 | 卓远航 | 社会人士 | 15.00 | 现金 |
"""


def deposits_of(moves: str = "", gifts: str = GIFTS) -> list[tuple[str, int, str, int, int]]:
    texts = {"捐款": gifts, "现金存取": moves} if moves else {"捐款": gifts}
    items = find_deposits(make_tables(**texts)).items
    days = items["date"].dt.strftime("%m-%d")
    return list(zip(days, items["amount"], items["number"], items["move"], items["gifts_sum"], strict=True))


def test_gifts_with_a_number_and_no_move_are_a_deposit_on_the_day_of_the_last_gift() -> None:
    assert deposits_of() == [("10-12", 5000, "JC1", -1, 5000)]


def test_a_move_with_the_number_is_the_deposit_whatever_its_date_and_sum() -> None:
    moves = """
        日期       | 类型 | 单号 | 金额
        2026-11-20 | 缴存 | JC1  | 48.00
    """
    assert deposits_of(moves) == [("11-20", 4800, "JC1", 0, 5000)]


def test_a_number_is_the_same_however_it_is_typed() -> None:
    moves = """
        日期       | 类型 | 单号   | 金额
        2026-10-13 | 缴存 | ｊｃ 1 | 50.00
    """
    assert deposits_of(moves) == [("10-13", 5000, "JC1", 0, 5000)]
    assert deposits_of(gifts=GIFTS.replace("20.00 | 现金 | JC1", "20.00 | 现金 | jc1")) == deposits_of()


def test_a_withdrawal_is_no_deposit() -> None:
    moves = """
        日期       | 类型 | 单号 | 金额
        2026-10-13 | 提取 | JC1  | 50.00
    """
    assert deposits_of(moves) == [("10-12", 5000, "JC1", -1, 5000)]


def test_a_move_without_number_takes_the_number_whose_gifts_have_its_sum_within_seven_days() -> None:
    for day, number in (("10-19", "JC1"), ("10-05", "JC1"), ("10-20", "")):
        moves = f"""
            日期       | 类型 | 单号 | 金额
            2026-{day} | 缴存 |      | 50.00
        """
        assert (day, 5000, number, 0, 5000 if number else 0) in deposits_of(moves)


def test_of_two_moves_without_number_the_nearer_takes_it() -> None:
    moves = """
        日期       | 类型 | 单号 | 金额
        2026-10-16 | 缴存 |      | 50.00
        2026-10-13 | 缴存 |      | 50.00
    """
    assert [number for _, _, number, _, _ in deposits_of(moves)] == ["", "JC1"]


def test_a_number_already_named_by_a_move_is_not_taken_again() -> None:
    moves = """
        日期       | 类型 | 单号 | 金额
        2026-10-12 | 缴存 | JC1  | 50.00
        2026-10-13 | 缴存 |      | 50.00
    """
    assert [number for _, _, number, _, _ in deposits_of(moves)] == ["JC1", ""]


def test_gifts_that_are_no_cash_or_sum_to_nothing_make_no_deposit() -> None:
    gifts = """
        日期       | 捐款人 | 类别     | 金额   | 方式     | 缴存单号 | 备注
        2026-10-08 | 沙明远 | 社会人士 | 30.00  | 银行转账 | JC1      |
        2026-10-08 | 邬长庚 | 社会人士 | 30.00  | 现金     | JC2      |
        2026-10-09 | 邬长庚 | 社会人士 | -30.00 | 现金     | JC2      | 冲正
    """
    assert deposits_of(gifts=gifts) == []


def test_each_numbered_gift_knows_its_deposit() -> None:
    moves = """
        日期       | 类型 | 单号 | 金额
        2026-10-30 | 缴存 | JC1  | 25.00
        2026-10-12 | 缴存 | JC1  | 25.00
    """
    found = find_deposits(make_tables(捐款=GIFTS, 现金存取=moves))
    assert found.of_gift.to_dict() == {0: 1, 1: 1}
    assert found.items["first_gift"].tolist() == [0, 0]
    assert found.items["last_gift"].tolist() == [1, 1]


def test_without_any_cash_there_is_nothing() -> None:
    found = find_deposits(make_tables())
    assert found.items.empty
    assert found.of_gift.empty
