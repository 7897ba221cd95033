"""Exports that are not read: wallets' own bills, cards, other accounts; each is refused with a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.read.statement.anchor import same_account
from tests.read.statement.exports import SETTINGS, found, moved, read_exports

if TYPE_CHECKING:
    from pathlib import Path

WECHAT = """
    微信支付账单明细,,,,,,,,,,
    微信昵称：[青石],,,,,,,,,,
    收入：1笔 0.35元,,,,,,,,,,
    Column1,Column2,Column3,Column4,Column5,Column6,Column7,Column8,Column9,Column10,Column11
    交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
    2026-10-08 09:10:11,商户消费,小店,文具,支出,¥28.16,零钱,已全额退款,10000␉,20000␉,"服务费¥0.10"
    2026-10-08 09:12:11,零钱提现,银行,/,/,¥0.35,零钱,提现已到账,10001␉,/,/
"""
ALIPAY = """
    ------------------------------------------------------------------------------------
    导出信息：
    姓名：青石
    支付宝账户：qs@example.com
    ------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
    交易时间 ,交易分类 ,交易对方 ,对方账号 ,商品说明 ,收/支 ,金额 ,收/付款方式 ,交易状态 ,交易订单号 ,商家订单号 ,备注 ,
    2026-10-08 09:10:11,日用,小店,a***@b,文具,支出,28.16,余额宝,交易关闭,3000␉,4000␉,,
    2026-10-08 09:12:11,转账,自己,,转入,不计收支,10.00,余额宝,交易成功,3001␉,,,
"""
CARD = """
    信用卡账单,,,,
    交易日期,入账日期,交易描述,交易金额,结算金额
    12/29,12/30,超市,CNY 123.18,CNY 123.18
"""
ZHESHANG = """
    交易日期,摘要,交易金额,收支状态,对方户名
    2026-10-08,捐款,1000.00,1,李明
    2026-10-09,手续费,10.00,2,
"""
BANK = """
    日期,摘要,收入,支出,余额
    2026-10-08,捐款,1000,,21000
"""
MERCHANT = """
    记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),备注,业务凭证号
    `2026-10-08 09:10:11,`4200,`W1,`交易,`交易,`收入,`1000.00,`1000.00,`,`V1
"""
ALIPAY_ACCOUNT = """
    账务流水号,业务流水号,商户订单号,商品名称,发生时间,收入金额（+元）,支出金额（-元）,账户余额（元）,业务类型
    P1␉,2026␉,␉,捐款␉,2026-10-08 09:10:11,1000.00,,1000.00,在线支付
"""


@pytest.mark.parametrize(
    ("export", "code", "row"),
    [
        (WECHAT, "statement_wechat_bill", "5"),
        (ALIPAY, "statement_alipay_bill", "6"),
        (CARD, "statement_card_bill", "2"),
        (ZHESHANG, "statement_without_balance", "1"),
    ],
)
def test_a_bill_without_a_balance_is_refused_at_its_header(tmp_path: Path, export: str, code: str, row: str) -> None:
    reading = read_exports(tmp_path, export)
    assert (moved(reading), found(reading)) == ([], [(code, row)])


@pytest.mark.parametrize("export", [WECHAT, ALIPAY, MERCHANT, ALIPAY_ACCOUNT])
def test_a_wallets_bill_beside_a_banks_statement_is_passed_over(tmp_path: Path, export: str) -> None:
    reading = read_exports(tmp_path, {"银行.csv": BANK, "钱包.csv": export})
    assert moved(reading) == [("2026-10-08", "1000.00", "21000.00")]
    assert [code for code, _ in found(reading)] == ["statement_wallet_beside_bank"]
    assert {each.severity for each in reading.findings} == {"warning"}


@pytest.mark.parametrize(
    ("name", "title"), [("现金日记账", ""), ("10月", "青石中学库存现金日记账,,,,\n"), ("现金账", "单位：元,,,,\n")]
)
def test_the_cash_book_is_no_statement(tmp_path: Path, name: str, title: str) -> None:
    lines = "日期,摘要,收入,支出,余额\n2026-10-08,收捐款,50,,550\n"
    reading = read_exports(tmp_path, {"银行.csv": BANK, f"{name}.csv": title + lines})
    assert moved(reading) == [("2026-10-08", "1000.00", "21000.00")]
    assert [(each.code, each.severity) for each in reading.findings] == [("statement_cash_book", "warning")]


@pytest.mark.parametrize("name", ["银行现金日记账", "现金管理账户", "现金存款账户"])
def test_a_bank_s_statement_may_speak_of_cash(tmp_path: Path, name: str) -> None:
    reading = read_exports(tmp_path, {f"{name}.csv": BANK})
    assert moved(reading) == [("2026-10-08", "1000.00", "21000.00")]


@pytest.mark.parametrize("export", [CARD, ZHESHANG])
def test_what_is_no_wallets_stays_an_error_beside_a_statement(tmp_path: Path, export: str) -> None:
    reading = read_exports(tmp_path, {"银行.csv": BANK, "其他.csv": export})
    assert [each.severity for each in reading.findings] == ["error"]


def test_two_wallets_are_two_accounts(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, {"a.csv": MERCHANT, "b.csv": ALIPAY_ACCOUNT})
    assert (len(moved(reading)), found(reading)) == (1, [("statement_several_wallets", "1")])


def test_a_statement_without_money_lacks_columns(tmp_path: Path) -> None:
    assert found(read_exports(tmp_path, "日期,摘要,余额,对方户名,流水号\n2026-10-08,捐款,21000,李明,1\n")) == [
        ("header_missing", "1")
    ]


TWO_ACCOUNTS = """
    本方账号,交易时间,收入金额,支出金额,余额,币种,摘要
    6222000011112222,2026-10-08 09:10:11,1000,,21000,人民币,捐款
    6222000099998888,2026-10-08 09:11:11,,77,500,人民币,水费
    6222000011112222,2026-10-09 09:10:11,,10,20990,人民币,手续费
    6222000099998888,2026-10-09 09:11:11,,23,477,人民币,水费
    合计,,1000,110,,,
"""
OURS = [("2026-10-08", "1000.00", "21000.00"), ("2026-10-09", "-10.00", "20990.00")]


def test_only_the_account_of_the_settings_counts(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, TWO_ACCOUNTS)
    assert (moved(reading), found(reading)) == (OURS, [("statement_other_account", "A3")])


@pytest.mark.parametrize(
    ("account", "code"),
    [("账号,\n", "statement_several_accounts"), ("账号,6222555566667777\n", "statement_account_differs")],
)
def test_without_the_account_of_the_settings_nothing_is_chosen(tmp_path: Path, account: str, code: str) -> None:
    reading = read_exports(tmp_path, TWO_ACCOUNTS, SETTINGS.replace("账号,6222 0000 1111 2222\n", account))
    assert (moved(reading), found(reading)) == ([], [(code, "1")])


def test_one_account_needs_no_setting(tmp_path: Path) -> None:
    one = "\n".join(line for line in TWO_ACCOUNTS.splitlines() if "99998888" not in line and "合计" not in line)
    reading = read_exports(tmp_path, one, SETTINGS.replace("账号,6222 0000 1111 2222", "账号,"))
    assert (moved(reading), found(reading)) == (OURS, [])


def test_hidden_digits_of_an_account_fit(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, TWO_ACCOUNTS.replace("6222000011112222", "6222********2222"))
    assert moved(reading) == OURS


def test_other_currencies_are_kept_apart(tmp_path: Path) -> None:
    foreign = TWO_ACCOUNTS.replace("6222000099998888", "6222000011112222").replace("人民币,水费", "美元,汇兑")
    reading = read_exports(tmp_path, foreign)
    assert (moved(reading), found(reading)) == (OURS, [("statement_other_currency", "F3")])


def test_a_statement_in_another_currency_is_refused(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, TWO_ACCOUNTS.replace("人民币", "USD"))
    assert (moved(reading), found(reading)) == ([], [("statement_other_currency_only", "1")])


WITH_ACCOUNT = """
    账号：{account},户名：青石中学,,
    日期,摘要,金额,余额
    2026-10-0{day},捐款,{amount},{balance}
"""


def test_of_several_files_only_those_of_the_account_of_the_settings_count(tmp_path: Path) -> None:
    ours = WITH_ACCOUNT.format(account="6222 0000 1111 2222", day=8, amount=1000, balance=21000)
    other = WITH_ACCOUNT.format(account="6222-0000-9999-8888", day=9, amount=5, balance=500)
    reading = read_exports(tmp_path, {"a.csv": ours, "b.csv": other})
    assert (moved(reading), found(reading)) == (OURS[:1], [("statement_other_account", "2")])


def test_an_account_above_that_differs_alone_is_no_matter(tmp_path: Path) -> None:
    other = WITH_ACCOUNT.format(account="6222-0000-9999-8888", day=8, amount=1000, balance=21000)
    reading = read_exports(tmp_path, other)
    assert (moved(reading), found(reading)) == (OURS[:1], [])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("6222000011112222", "6222000011112222", True),
        ("6222000011112222", "6222000011112223", False),
        ("6222*2222", "6222000011112222", True),
        ("106222000011112222", "6222000011112222", True),
        ("112222", "6222000011112222", False),
        ("6222*2223", "6222000011112222", False),
    ],
)
def test_accounts_are_compared_by_their_digits(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_account(one, other) is same_account(other, one) is same
