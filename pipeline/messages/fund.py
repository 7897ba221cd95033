"""Wording of findings: the fund's purses, pledges and controls."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
    "purpose_below_zero": Message(
        "error",
        "限定资金透支",
        "{day}日终，限定用途“{purpose}”的结余为{balance}元：专款专用，支出比该用途的捐款多{short}元。",
        "请核对本行及此前各行的“资金”和金额；不属于该用途的支出，请把“资金”改为实际用途或留空；捐款漏记的，请补登。",
    ),
    "purpose_without_gifts": Message(
        "error",
        "限定用途没有捐款",
        "{day}的支出用了限定资金“{purpose}”，但到这一天没有人为这一用途捐款，期初也没有这项限定资金，缺{short}元。",
        "请核对“资金”是否写错（已有捐款的用途：{known}）；没有限定用途的支出请留空；期初结余中有这一专款的，"
        "请在“基本信息”设置“期初限定·{purpose}”。",
    ),
    "unrestricted_below_zero": Message(
        "error",
        "非限定资金透支",
        "{day}日终，非限定资金的结余为{balance}元：没有限定用途的钱不够用，等于占用专款{short}元。",
        "请核对本行及此前未填“资金”的支出：确属某项专款的，请填写“资金”；漏记的捐款请补登；专款不得挪用。",
    ),
    "cash_below_zero": Message(
        "error",
        "库存现金透支",
        "{day}日终，库存现金为{balance}元，手里不可能有负数的现金，差{short}元。",
        "请核对当天及此前的现金捐款、现金支出和“现金存取”：是否漏记提取、方式误选现金、日期或金额写错。",
    ),
    "opening_below_zero": Message(
        "error",
        "期初余额为负",
        "“{purpose}”的期初余额为{balance}元，不应小于0。",
        "请核对“基本信息”的期初银行余额、期初现金余额和各项“期初限定”：各项专款之和不能超过期初余额。",
    ),
    "pledge_rates_of_year": Message(
        "warning",
        "本年度没有倡议标准",
        "{year}年度的“倡议标准”没有登记：{tiers}，暂按{since}年度的标准计算。",
        "请在“倡议标准”表补登{year}年度各级别的全年金额；如标准没有变化，照抄上年即可。",
    ),
    "pledge_rates_unknown": Message(
        "warning",
        "查不到倡议标准",
        "{year}年度及以前年度的“倡议标准”都没有登记：{tiers}，这些人员的倡议额无法计算，暂空。",
        "请在“倡议标准”表补登{year}年度各级别的全年金额。",
    ),
    "approver_missing": Message(
        "warning",
        "支出没有审批人",
        "这笔给“{recipient}”的支出没有填写审批人；除手续费外，每笔支出都要由领导小组或管理小组成员审批。",
        "请补填审批人和审批日期；确未审批的，请补办审批手续。",
    ),
    "approver_outside": Message(
        "warning",
        "审批人不是小组成员",
        "审批人“{approver}”不在“管理小组”表的领导小组或管理小组名单里。",
        "请核对审批人姓名；是小组成员的，请在“管理小组”表补登；不是的，请由小组成员审批。",
        "名单里有姓名相近的{hint}：是否有一处写错？",
    ),
    "approver_is_handler": Message(
        "warning",
        "审批人就是经办人",
        "审批人“{approver}”也是本笔支出的经办人“{handler}”，审批和经办应当分开。",
        "请由另一位领导小组或管理小组成员审批，或更正经办人。",
    ),
    "approver_is_recipient": Message(
        "warning",
        "审批人就是受助对象",
        "审批人“{approver}”也是本笔支出的受助对象“{recipient}”，不能审批给自己的钱。",
        "请由另一位领导小组或管理小组成员审批。",
    ),
    "approved_late": Message(
        "warning",
        "先付款后审批",
        "审批日期{approved}晚于付款日期{day}，应当先审批、后付款。",
        "请核对两个日期；日期无误的，请在备注说明原因，今后先审批再付款。",
    ),
    "receipt_repeated": Message(
        "error",
        "收据号重复",
        "收据号“{receipt}”在同一年度里已经用过（{first}），一个收据号只能用一次。",
        "请对照收据存根更正其中一行的收据号；如是同一笔捐款登记了两次，请把多登的一行标为“作废”。",
    ),
    "receipt_gap": Message(
        "warning",
        "收据号不连续",
        "收据号“{receipt}”之前有{count}个号没有登记，号段是{span}。",
        "请对照收据存根：漏登的捐款请补登；作废的收据请按原号补一行，备注写“作废”；号码前面的 0 丢了的，请设为“文本”格式后重填。",
    ),
    "entered_twice": Message(
        "warning",
        "疑似重复登记",
        "{day}“{who}”{amount}元，与{first}的日期、姓名、金额、方式和用途都相同，可能是同一笔登记了两次。",
        "请对照凭证：确是同一笔的，请把多登的一行标为“作废”；确是两笔的，不用改。",
    ),
    "signed_late": Message(
        "warning",
        "签收超过期限",
        "{day}发放的资助{amount}元到{done}才签收，应在{days}天内（{limit}以前，含当日）签收。",
        "请核对签收日期；日期无误的，请在备注说明原因，今后及时送达。",
    ),
    "signed_missing": Message(
        "warning",
        "资助没有签收",
        "{day}发放的资助{amount}元到月末还没有签收（缺签收人或签收日期），应在{days}天内（{limit}以前，含当日）签收。",
        "请尽快送达学生家长，并补填签收人和签收日期。",
    ),
    "paid_in_late": Message(
        "warning",
        "现金捐款缴存过晚",
        "{day}收到的现金捐款{amount}元到{done}才缴存银行，应在{days}天内（{limit}以前，含当日）缴存。",
        "请核对缴存单号和缴存日期；日期无误的，今后请及时缴存。",
    ),
    "paid_in_missing": Message(
        "warning",
        "现金捐款没有缴存",
        "{day}收到的现金捐款{amount}元到月末还没有缴存银行，应在{days}天内（{limit}以前，含当日）缴存。",
        "请把现金存入基金专户，并填写缴存单号；已经缴存的，请补填缴存单号。",
    ),
    "hardship_reported_late": Message(
        "warning",
        "困难情况上报过晚",
        "{day}登记的严重困难教职工到{done}才上报，应在{days}天内（{limit}以前，含当日）上报上级工会。",
        "请核对上报日期；日期无误的，今后请及时上报。",
    ),
    "hardship_reported_missing": Message(
        "warning",
        "困难情况没有上报",
        "{day}登记的严重困难教职工到月末还没有上报，应在{days}天内（{limit}以前，含当日）上报上级工会。",
        "请尽快上报，并补填上报单位和上报日期。",
    ),
    "cash_over_limit": Message(
        "warning",
        "库存现金超过限额",
        "{day}日终，库存现金为{found}元，超过限额{right}元，多{difference}元。",
        "请把超额的现金及时存入基金专户，并登记“现金存取”；限额有变的，请改“基本信息”的库存现金限额。",
    ),
    "deposit_differs": Message(
        "warning",
        "缴存金额不符",
        "缴存单号“{number}”缴存{found}元，该单号的现金捐款合计{right}元，相差{difference}元。",
        "请对照现金缴款单核对缴存金额，以及填了这一缴存单号的每笔捐款的金额和单号。",
    ),
    "cash_count_differs": Message(
        "warning",
        "现金盘点账实不符",
        "{day}盘点现金{found}元，现金日记账结余{right}元，相差{difference}元。",
        "请查明长短款的原因：补登漏记的收支，或更正盘点金额。",
    ),
    "purpose_names_person": Message(
        "error",
        "限定用途写了受助人姓名",
        "用途“{purpose}”里有受助人“{name}”的姓名；用途要在公示中列出，不能出现受助人。",
        "请把用途改成不含姓名的说法（如“定向助学金”），捐款和支出的相关各行、“期初限定”都用同一说法。",
    ),
}
