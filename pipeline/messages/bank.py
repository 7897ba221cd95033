"""Wording of findings: the bank's statement and its reconciliation."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
    "statement_chain_broken": Message(
        "error",
        "银行流水余额不连续",
        "按上一笔余额推算，这一行的余额应为{expected}元，表中是{stated}元，相差{difference}元；这一行不参加对账。",
        "请与银行对账单逐行核对：是否漏了一行、金额或余额有误，或者顺序颠倒；第一行有误的，请核对「基本信息」中的期初余额。",
    ),
    "statement_line_repeated": Message(
        "warning",
        "银行流水重复",
        "{date}、金额{amount}元的这一行与前面导出的一行完全相同，只计一次。",
        "两次导出的日期有重叠，不影响结果；如要去掉提示，请删去重复的行。",
    ),
    "statement_ends_early": Message(
        "warning",
        "银行流水可能不全",
        "银行流水只到{date}，而登记表中此后到{month_end}还有银行收付。",
        "请补上到月末的银行流水；银行此后确无收付的，请在「基本信息」中填写「对账单截止日」。",
    ),
    "statement_missing": Message(
        "error",
        "没有银行流水",
        "登记表中有银行收付（账面余额{balance}元），但没有找到能说明本期余额的银行流水，无法对账。",
        "请把开户银行导出的流水放进输入文件夹，从期初日期的次日起，到月末为止。",
    ),
    "reference_sum_differs": Message(
        "warning",
        "摘要中的单号与金额不符",
        "这一行写明了{numbers}，登记的金额合计{booked}元，银行金额是{paid}元（支出为负数）；没有按单号配对。",
        "请核对登记的金额和单号；确属这一笔的，请改正登记，或在「核对」表中写明。",
    ),
    "bank_candidates": Message(
        "warning",
        "银行流水有几种配法",
        "{date}、金额{amount}元的这一行有{count}种登记可以对上，程序不作猜测，双方都列为未达账项。",
        "请查明这一笔由哪几行登记组成，在「核对」表中每行登记写一行：银行流水号和登记号。",
    ),
    "bank_candidates_too_many": Message(
        "warning",
        "银行流水的配法太多",
        "{date}、金额{amount}元的这一行，前后七天内未对上的登记太多，可能的组合无法逐一列出，双方都列为未达账项。",
        "请查明这一笔由哪几行登记组成，在「核对」表中每行登记写一行：银行流水号和登记号；在银行摘要中写明单号可以避免这种情况。",
    ),
    "reconciliation_differs": Message(
        "error",
        "调节后余额不相等",
        "银行存款余额调节表两边不相等：银行对账单调节后{statement}元，单位账面调节后{book}元，相差{difference}元。",
        "请核对「基本信息」中的期初银行余额和期初对账单余额：两者不同的，差额应由备注「期初未达」的登记说明。",
    ),
    "decision_line_unknown": Message(
        "error",
        "核对的银行流水找不到",
        "「核对」表这一行所指的银行流水（流水号「{serial}」）找不到，或者不止一行。",
        "请照银行流水抄写流水号；没有流水号的，写明日期和金额，并且只能有一行符合。",
    ),
    "decision_entry_unknown": Message(
        "error",
        "核对的登记号找不到",
        "「核对」表这一行的登记号「{entry}」不能确定为一行银行收付的登记。",
        "请填写捐款的收据号、支出的凭证号或现金存取的单号；现金捐款应填写缴存单号。",
    ),
    "decision_contradicts": Message(
        "error",
        "核对前后矛盾",
        "登记号「{entry}」在前面已经核对给另一行银行流水，这一行没有采用。",
        "一行登记只能对应一行银行流水，请删去错误的一行。",
    ),
    "decision_sum_differs": Message(
        "error",
        "核对的金额不相等",
        "核对给这一行银行流水的登记合计{booked}元，银行金额是{paid}元（支出为负数），都没有采用。",
        "请补上缺少的登记号，或改正写错的一行，使合计与银行金额相等。",
    ),
}
