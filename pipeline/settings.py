"""The school's settings (基本信息), each described once: its name, title, type and default."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MASKED_NAMES, COUNTS_ONLY = "脱敏", "只公示人数和金额"
WEIGHT_PREFIX, RESTRICTED_PREFIX = "考核权重·", "期初限定·"
# Rule: the default weights of the countable parts of the yearly appraisal.
DEFAULT_WEIGHTS: Mapping[str, int] = MappingProxyType(
    {"联系完成": 40, "记录完整": 20, "结对稳定": 15, "措施完备": 15, "学生进步": 10},
)


@dataclass(frozen=True)
class Settings:
    """What a school has set. Amounts are in 分; a field's metadata hold its title and how it is read."""

    school: str = field(default="", metadata={"title": "学校名称", "required": True})
    fund: str = field(default="", metadata={"title": "基金名称"})
    bank: str = field(default="", metadata={"title": "开户行"})
    account: str = field(default="", metadata={"title": "账号"})
    opening_date: dt.date = field(default=dt.date.min, metadata={"title": "期初日期", "required": True})
    opening_bank: int = field(default=0, metadata={"title": "期初银行余额", "required": True, "kind": "amount"})
    opening_cash: int = field(default=0, metadata={"title": "期初现金余额", "required": True, "kind": "amount"})
    telephone: str = field(default="", metadata={"title": "监督电话"})
    office: str = field(default="", metadata={"title": "受理部门"})
    posting_days: int = field(default=5, metadata={"title": "公示工作日"})
    grace_day: int = field(default=15, metadata={"title": "联系起始宽限日"})
    exempt_months: tuple[str, ...] = field(default=(), metadata={"title": "免检月份"})  # "07" every year, or "2026-08"
    leaders_monthly: bool = field(default=False, metadata={"title": "领导包扶每月联系"})
    signing_days: int = field(default=10, metadata={"title": "签收期限天数"})
    report_days: int = field(default=7, metadata={"title": "上报期限天数"})
    cash_limit: int | None = field(default=None, metadata={"title": "库存现金限额", "kind": "amount"})
    recipient_names: str = field(default=MASKED_NAMES, metadata={"title": "受助人姓名公示"})
    landscape: bool = field(default=False, metadata={"title": "公示横向排版"})
    extra_basis: str = field(default="", metadata={"title": "公示补充依据"})
    opening_statement: int | None = field(default=None, metadata={"title": "期初对账单余额", "kind": "amount"})
    statement_end: dt.date | None = field(default=None, metadata={"title": "对账单截止日"})
    weights: Mapping[str, int] = field(default_factory=lambda: DEFAULT_WEIGHTS)  # 考核权重·<项>
    opening_restricted: Mapping[str, int] = field(default_factory=dict)  # 期初限定·<用途>, in 分

    @property
    def statement_start(self) -> int:
        """The balance in 分 that the statement's chain starts from."""
        return self.opening_bank if self.opening_statement is None else self.opening_statement
