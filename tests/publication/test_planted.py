"""Whatever the registers hold, nothing private of it stands on a page; judged by the bytes, without the scan."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.disclose import public_view
from pipeline.write.pages import page_texts
from tests.publication.school import month_of

# Characters that neither our wording nor the names of the givers hold, so that a hit is a leak.
RARE = "彧翾沄琤翀昉珩芃骎霂祎旸玥璟瑄"
SURNAMES = "蔺亓仉笪郏逄"
NAMES = st.builds(
    lambda surname, given_name, dotted: (
        f"{surname}{given_name}" if not dotted else f"{given_name}·{surname}{given_name}"
    ),
    st.sampled_from(SURNAMES),
    st.text(RARE, min_size=1, max_size=3),
    st.booleans(),
)
TEXTS = st.text(RARE, min_size=4, max_size=12)
PHONES = st.from_regex(r"199\d{8}", fullmatch=True)
KINDS = ("学生", "在职教师", "退休教职工", "其他")


@dataclass(frozen=True)
class Pupil:
    name: str
    guardian: str
    phone: str
    address: str
    benefit: str
    note: str
    kind: str


PUPILS = st.lists(
    st.builds(Pupil, NAMES, NAMES, PHONES, TEXTS, TEXTS, TEXTS, st.sampled_from(KINDS)),
    min_size=1,
    max_size=5,
    unique_by=lambda pupil: pupil.name,
)


def table(header: str, rows: list[str]) -> str:
    return "\n".join([header, *rows])


@settings(max_examples=6)
@given(PUPILS, st.lists(NAMES, min_size=1, max_size=4))
def test_nothing_private_stands_on_a_page(pupils: list[Pupil], givers: list[str]) -> None:
    outcome = month_of(
        学生=table(
            "学号 | 姓名 | 班级 | 类别 | 困难等级 | 状态 | 监护人 | 联系电话 | 住址 | 享受政策",
            [
                f"XH{number}Z | {each.name} | 七年级(1)班 | 贫困生+问题生 | 特别困难 | 在读 | {each.guardian}"
                f" | {each.phone} | {each.address} | {each.benefit}"
                for number, each in enumerate(pupils)
            ],
        ),
        捐款=table(
            "日期 | 捐款人 | 类别 | 部门 | 金额 | 方式 | 公开 | 备注",
            [
                *(f"2026-10-05 | {name} | 社会人士 | {name} | 5.00 | 现金 | 匿名 | {name}" for name in givers),
                *(f"2026-10-06 | {name} | 学生 | 七年级(1)班 | 5.00 | 现金 | | " for name in givers),
                *(f"2026-10-06 | {each.name} | 学生 | 七年级(2)班 | 5.00 | 现金 | | {each.note}" for each in pupils),
            ],
        ),
        支出=table(
            "日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人 | 签收人 | 备注",
            [
                f"2026-10-09 | {each.name} | {each.kind} | 生活补助 | 5.00 | 现金 | 贺文洁 | {each.guardian}"
                f" | {each.note}"
                for each in pupils
            ],
        ),
        物资=table(
            "日期 | 方向 | 对方 | 物品 | 数量 | 备注",
            [f"2026-10-09 | {way} | {each.name} | 书包 | 1 | {each.note}" for each in pupils for way in "收发"],
        ),
    )
    page = "".join(page_texts(public_view(outcome)).values())
    secrets = {
        *givers,
        *(
            value
            for each in pupils
            for value in (each.name, each.guardian, each.phone, each.address, each.benefit, each.note)
        ),
        *("特别困难", "问题生", "XH0Z"),
    }
    # A masked name keeps its last character, so a name of one rare character stands in nobody's text.
    assert not [secret for secret in secrets if len(secret) > 1 and secret in page]


@settings(max_examples=4)
@given(PUPILS)
def test_no_more_of_a_name_is_shown_than_its_ends(pupils: list[Pupil]) -> None:
    rows = [
        f"2026-10-09 | {each.name} | {each.kind} | 生活补助 | 5.00 | 现金 | 贺文洁"
        for each in pupils
        if "·" not in each.name
    ]
    outcome = month_of(支出=table("日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人", rows))
    shown = [line.recipient for group in public_view(outcome).aid.groups for line in group.lines]
    assert len(shown) == len(rows)
    for name in shown:
        assert "*" in name
        assert sum(sign in RARE for sign in name) <= 1
