"""Wording of findings: the exports of banks and wallets, and how they are read.

Facts: {register}; {kind} of the export; {found}, what the cell shows; {rows}, how many lines.
"""

from __future__ import annotations

from pipeline.messages.message import Message

_BANK_EXPORT = "请在网上银行的“账户明细”（或“交易明细”）中导出带有“余额”列的流水"

_REFUSED: dict[str, Message] = {
    "statement_wallet_beside_bank": Message(
        "warning",
        "钱包账单没有读取",
        "这是{kind}的账单，不是开户银行的流水；已经有银行的流水，这份账单没有读取。",
        "不影响结果；如果不想再看到提示，请把它移出输入文件夹。",
    ),
    "statement_cash_book": Message(
        "warning",
        "现金日记账没有读取",
        "这张表的名称或标题写明是现金账，不是银行流水，没有读取；现金日记账由程序按「捐款」「支出」「现金存取」自动生成。",
        "不影响结果：不想再看到提示的，请在这张表左上角的格里写“本表不登记”；确是银行流水的，请改正工作表的名称和标题。",
    ),
    "statement_wechat_bill": Message(
        "error",
        "微信账单没有余额",
        "这是微信的个人账单，没有“余额”列，退款和关闭的交易也无法核对，整份没有读取。",
        f"{_BANK_EXPORT}；款项留在微信商户号里的，请从微信支付商户平台导出“资金账单”。",
    ),
    "statement_alipay_bill": Message(
        "error",
        "支付宝账单没有余额",
        "这是支付宝的个人账单，没有“余额”列，退款和关闭的交易也无法核对，整份没有读取。",
        f"{_BANK_EXPORT}；款项留在支付宝里的，请从支付宝商家中心导出“账务明细”。",
    ),
    "statement_card_bill": Message(
        "error",
        "信用卡账单不能对账",
        "这是信用卡的账单，没有“余额”列，不是基金账户的流水，整份没有读取。",
        f"{_BANK_EXPORT}，并把信用卡账单移出输入文件夹。",
    ),
    "statement_without_balance": Message(
        "error",
        "流水没有余额",
        "这张表像是《{register}》，但没有“余额”列，收付和遗漏都无法核对，整张表没有读取。",
        f"{_BANK_EXPORT}；不是银行流水的，请移出输入文件夹。",
        "{hint}",
    ),
    "statement_several_wallets": Message(
        "error",
        "不止一个账户的流水",
        "已经读取了{other}的流水，这一份是{kind}的，是另一个账户，没有读取。",
        "对账只认一个账户：请只留下基金账户的流水。",
    ),
}

_ACCOUNTS: dict[str, Message] = {
    "statement_other_account": Message(
        "warning",
        "其他账户的流水",
        "从这一行起有{rows}行是账号 {found} 的，不是「基本信息」中的账号，没有计入。",
        "请确认这些行与基金无关；与基金有关的，请核对「基本信息」中的账号。",
    ),
    "statement_account_differs": Message(
        "error",
        "流水的账号不符",
        "这份流水的账号是 {accounts}，「基本信息」中的账号是 {account}，整份没有读取。",
        "请换成基金账户的流水，或改正「基本信息」中的账号。",
    ),
    "statement_several_accounts": Message(
        "error",
        "流水里有几个账号",
        "这份流水里有几个账号（{accounts}），「基本信息」中没有写明账号，不知道哪一个是基金的，整份没有读取。",
        "请在「基本信息」中填写「账号」，或只导出基金账户的流水。",
    ),
    "statement_other_currency": Message(
        "warning",
        "外币的流水",
        "从这一行起有{rows}行的币种是 {found}，不是人民币，没有计入。",
        "请确认这些行与基金无关。",
    ),
    "statement_other_currency_only": Message(
        "error",
        "流水不是人民币",
        "这份流水的币种是 {found}，不是人民币，整份没有读取。",
        "请导出基金的人民币账户的流水。",
    ),
}

_READINGS: dict[str, Message] = {
    "statement_direction_open": Message(
        "error",
        "流水有几种读法",
        "从表头和日期看不出收支的方向或先后的顺序，按余额推算又不止一种读法成立，整份没有读取。",
        "请重新导出分列“收入”“支出”、时间跨度更长的流水；手工登记的，请按日期从早到晚排列。",
    ),
    "statement_direction_unproven": Message(
        "error",
        "流水的余额都对不上",
        "从表头和日期看不出收支的方向或先后的顺序，而无论怎样读，余额都不能逐行衔接，整份没有读取。",
        "请核对有无缺行、改动或不同账户混在一起，最好从网上银行重新导出。",
    ),
}

_LINES: dict[str, Message] = {
    "statement_both_sides": Message(
        "error",
        "收入和支出都有金额",
        "这一行的收入和支出两栏都有金额，不知道是收还是支，这一行没有计入。",
        "请与银行对账单核对，一行只留一栏；两笔的，请分成两行。",
    ),
    "statement_no_amount": Message(
        "error",
        "流水没有金额",
        "这一行有日期，但没有收入或支出的金额，没有计入。",
        "请与银行对账单核对后补上；不是流水的，请删去这一行。",
    ),
    "statement_zero": Message(
        "error",
        "流水的金额是零",
        "这一行的金额是 0，没有计入。",
        "请与银行对账单核对后改正；银行确有 0.00 的一行，请删去它，余额不受影响。",
    ),
    "statement_flag_unclear": Message(
        "error",
        "看不出是收还是支",
        "收支标志写的是“{found}”，余额也不能说明这一笔是收还是支，这一行没有计入。",
        "请与银行对账单核对后写明“收入”或“支出”（贷、借也可以）。",
    ),
}

_STATED: dict[str, Message] = {
    "statement_balance_stated": Message(
        "error",
        "流水写明的余额不符",
        "写明的{word}是{found}元，按各行应为{expected}元，相差{difference}元。",
        "请核对有无漏导的行，最好从网上银行重新导出。",
    ),
    "statement_sum_stated": Message(
        "error",
        "流水写明的合计不符",
        "写明的{word}是{found}元，各行相加是{expected}元，相差{difference}元。",
        "请核对有无漏导或重复的行，最好从网上银行重新导出。",
    ),
    "statement_count_stated": Message(
        "error",
        "流水写明的笔数不符",
        "写明的{word}是{found}笔，读到的是{expected}笔。",
        "请核对有无漏导或重复的行，最好从网上银行重新导出。",
    ),
}

ENTRIES: dict[str, Message] = _REFUSED | _ACCOUNTS | _READINGS | _LINES | _STATED
