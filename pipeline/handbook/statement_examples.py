"""Examples of findings about the exports of banks and wallets."""

from __future__ import annotations

from pipeline.handbook.model import Example

_HEADER = "日期 | 摘要 | 收入 | 支出 | 余额\n"
_FIRST = "2026-10-08 | 捐款 | 1000 | | 11000\n"
_WECHAT = """
    微信支付账单明细
    交易时间 | 交易类型 | 交易对方 | 商品 | 收/支 | 金额(元) | 支付方式 | 当前状态 | 交易单号
    2026-10-08 09:10:11 | 商户消费 | 小店 | 文具 | 支出 | ¥28.16 | 零钱 | 支付成功 | '10000
"""
_ALIPAY = """
    支付宝账单明细
    交易时间 | 交易分类 | 交易对方 | 对方账号 | 商品说明 | 收/支 | 金额 | 收/付款方式 | 交易状态 | 交易订单号
    2026-10-08 09:10:11 | 日用 | 小店 | 无 | 文具 | 支出 | 28.16 | 余额宝 | 交易成功 | '3000
"""
_CARD = """
    交易日期 | 入账日期 | 交易描述 | 交易金额 | 结算金额
    10/09 | 10/10 | 超市 | CNY 123.18 | CNY 123.18
"""
_MERCHANT = """
    记账时间 | 微信支付业务单号 | 资金流水单号 | 业务名称 | 收支类型 | 收支金额(元) | 账户结余(元)
    2026-10-08 09:10:11 | '4200 | W1 | 交易 | 收入 | 1000.00 | 1000.00
"""
_ALIPAY_ACCOUNT = """
    账务流水号 | 商户订单号 | 商品名称 | 发生时间 | 收入金额（+元） | 支出金额（-元） | 账户余额（元）
    P1 | '2026 | 捐款 | 2026-10-08 09:10:11 | 1000.00 | | 1000.00
"""


def _accounts(other: str, currency: str = "人民币", first: str = "人民币") -> str:
    return f"""
        本方账号 | 日期 | 收入 | 支出 | 余额 | 币种 | 摘要
        '622200001111 | 2026-10-08 | 1000 | | 11000 | {first} | 捐款
        '{other} | 2026-10-08 | | 77 | 500 | {currency} | 汇兑
        '622200001111 | 2026-10-09 | | 10 | 10990 | {first} | 手续费
    """


def _export(code: str, cell: str, table: str, account: str = "") -> Example:
    """A statement's sheet beside the school's settings, with the account where one is given."""
    add = {"基本信息": f"账号 | '{account}"} if account else {}
    return Example(code, f"银行流水!{cell}", sheets={"银行流水": table}, add=add, show="基本信息", whole=False)


EXAMPLES = (
    _export("statement_wechat_bill", "2", _WECHAT),
    _export("statement_alipay_bill", "2", _ALIPAY),
    _export("statement_card_bill", "1", _CARD),
    _export(
        "statement_without_balance", "1", "日期 | 摘要 | 收入 | 支出 | 对方户名\n2026-10-08 | 捐款 | 1000 | | 李明"
    ),
    Example("statement_wallet_beside_bank", "微信!2", sheets={"微信": _WECHAT}, show="银行流水", whole=False),
    Example(
        "statement_cash_book",
        "现金日记账!1",
        sheets={"现金日记账": "日期 | 摘要 | 收入 | 支出 | 余额\n2026-10-12 | 七(1)班捐款 | 20 | | 520"},
        whole=False,
    ),
    Example(
        "statement_several_wallets",
        "支付宝!1",
        sheets={"银行流水": _MERCHANT, "支付宝": _ALIPAY_ACCOUNT},
        whole=False,
    ),
    _export("statement_other_account", "A3", _accounts("622200009999"), "622200001111"),
    _export("statement_account_differs", "1", _accounts("622200009999"), "622255556666"),
    _export("statement_several_accounts", "1", _accounts("622200009999")),
    _export("statement_other_currency", "F3", _accounts("622200001111", "美元")),
    _export("statement_other_currency_only", "1", _accounts("622200001111", "美元", "美元")),
    _export(
        "statement_direction_open",
        "1",
        "日期 | 摘要 | 金额 | 余额\n2026-10-08 | 转账 | 100 | 5000\n2026-10-08 | 退回 | -100 | 4900",
    ),
    _export(
        "statement_direction_unproven",
        "1",
        "日期 | 摘要 | 金额 | 余额\n2026-10-08 | 转账 | 100 | 5000\n2026-10-08 | 转账 | 120 | 7000",
    ),
    _export("statement_both_sides", "D3", f"{_HEADER}{_FIRST}2026-10-09 | 捐款 | 50 | 20 | 11030"),
    _export("statement_no_amount", "3", f"{_HEADER}{_FIRST}2026-10-09 | 捐款 | | | 11000"),
    _export("statement_zero", "3", f"{_HEADER}{_FIRST}2026-10-09 | 结息 | 0 | | 11000"),
    _export(
        "statement_flag_unclear",
        "C3",
        """
        日期 | 摘要 | 借贷标志 | 金额 | 余额
        2026-10-08 | 捐款 | 贷 | 1000 | 11000
        2026-10-09 | 转账 | 其他 | 50 | 11020
        """,
    ),
    _export("statement_balance_stated", "B1", f"期末余额 | 11500\n{_HEADER}{_FIRST}"),
    _export("statement_sum_stated", "B1", f"收入合计 | 1500\n{_HEADER}{_FIRST}"),
    _export("statement_count_stated", "B1", f"收入笔数 | 3\n{_HEADER}{_FIRST}"),
)
