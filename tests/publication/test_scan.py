from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.disclose import public_view
from pipeline.names import DOTS
from pipeline.privacy import scan
from pipeline.text import BLANKS, INVISIBLE
from pipeline.write.pages import PAGE_FILES, page_texts, permits, write_pages
from tests.publication.school import SETTINGS, month_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.privacy import Permit

DONATIONS, ACCOUNTS, AID = PAGE_FILES
PHONE, ID_NUMBER, DOTTED = "19900000011", "330190201311040032", "夏依代·买买提"


@cache
def month() -> Outcome:
    return month_of(
        捐款="""
        日期       | 捐款人       | 类别       | 部门        | 金额   | 方式     | 公开 | 备注
        2026-10-05 | 卓远航       | 社会人士   |             | 200.00 | 银行转账 |      | 家中有三个孩子
        2026-10-06 | 贺文洁       | 中层领导   | 政教处      | 90.00  | 现金     |      |
        2026-10-06 | 尹若谷       | 社会人士   |             | 90.00  | 现金     | 匿名 |
        2026-10-06 | 祝小鹿       | 学生       | 七年级(2)班 | 90.00  | 现金     |      |
        2026-10-06 | 桃李漾舟公司 | 企事业单位 |             | 90.00  | 现金     |      |
        """,
        支出="""
        日期       | 受助对象 | 对象类别 | 项目     | 金额   | 方式 | 经办人 | 签收人     | 备注
        2026-10-09 | 李漾     | 学生     | 奖学金   | 100.00 | 现金 | 史一鸣 | 李漾家长   | 单亲家庭，随祖母生活
        2026-10-10 | 柳溪社区 | 社区     | 社区资助 | 40.00  | 现金 | 史一鸣 | 柳溪社区   | 生活补助
        2026-10-10 | 贺文洁   | 在职教师 | 突发救助 | 40.00  | 现金 | 史一鸣 | 本人       |
        """,
        联系="""
        日期       | 帮扶人 | 学生 | 方式 | 思想动态           | 学习状况 | 生活状况
        2026-10-09 | 贺文洁 | 李漾 | 谈心 | 夜里常哭，说想母亲 | 学习用品 | 无
        """,
        困难教职工="""
        日期       | 姓名   | 部门   | 类型     | 程度 | 说明
        2026-09-14 | 史一鸣 | 语文组 | 本人重病 | 严重 | 查出甲状腺肿瘤
        """,
    )


@cache
def written() -> Mapping[str, str]:
    return page_texts(public_view(month()))


@cache
def permitted() -> Mapping[str, Permit]:
    return permits(public_view(month()))


def leaks(folder: Path, page: str = DONATIONS, old: str = "", new: str = "") -> set[tuple[str, str]]:
    """Kind and part of each leak, after a change to one page."""
    for name, text in written().items():
        assert old in text or name != page
        (folder / name).write_text(text.replace(old, new, 1) if name == page and old else text, "utf-8")
    found = scan(folder, month().tables, SETTINGS.account, permitted())
    return {(leak.kind, leak.part) for leak in found}


def test_the_pages_as_written_hold_nothing_private(tmp_path: Path) -> None:
    assert leaks(tmp_path) == set()
    assert write_pages(month(), tmp_path / "公示") == []
    assert sorted(path.name for path in (tmp_path / "公示").iterdir()) == sorted(PAGE_FILES)


@pytest.mark.parametrize(
    ("new", "leak"),
    [
        ("<p>李漾</p></main>", ("name", "text")),
        ("<p>感谢李漾同学</p></main>", ("name", "text")),
        ("<p>李<b>漾</b></p></main>", ("name", "text")),
        ("<table><tr><td>李漾</td></tr></table></main>", ("name", "text")),
        ("<table><tr><td>夏依代·</td><td>买买提</td></tr></table></main>", ("name", "text")),
        ("<p>夏依代</p></main>", ("name", "text")),
        ("<p>李 漾</p></main>", ("name", "text")),
        ("<p>李\u200b漾</p></main>", ("name", "text")),
        ("<p>&#26446;&#x6F3E;</p></main>", ("name", "text")),
        ("<p>&amp;#26446;漾</p></main>", ("name", "text")),
        ('<p title="李漾">.</p></main>', ("name", "attribute")),
        ('<a href="%E6%9D%8E%E6%BC%BE">.</a></main>', ("name", "attribute")),
        ('<p data-李漾="1">.</p></main>', ("name", "tag")),
        ("<!-- 李漾 --></main>", ("name", "comment")),
        ("<style>.a::before{content:'李漾'}</style></main>", ("name", "style")),
        (r"<style>.a::before{content:'\674e\6f3e'}</style></main>", ("name", "style")),
        (r'<script>"\u674e\u6f3e"</script></main>', ("name", "style")),
        ("<svg><title>李漾</title></svg></main>", ("name", "text")),
        ("<svg><text>李<tspan>漾</tspan></text></svg></main>", ("name", "text")),
        ("<p>史一鸣</p></main>", ("name", "text")),  # a colleague who gave nothing this month
        ("<p>尹若谷</p></main>", ("name", "text")),  # who wants no name
        ("<p>祝小鹿</p></main>", ("name", "text")),  # a pupil who gave
        ("<p>李根发</p></main>", ("name", "text")),  # a guardian
        (f"<p>电话{PHONE}。</p></main>", ("number", "text")),
        ("<p>199-0000-0011</p></main>", ("number", "text")),
        ("<p>１９９００００００１１</p></main>", ("number", "text")),
        (f"<!--{ID_NUMBER}--></main>", ("number", "comment")),
        ("<p>33019020120315047x</p></main>", ("number", "text")),
        ("<p>S00001</p></main>", ("number", "text")),
        ("<p>0000111122223333</p></main>", ("number", "text")),  # the fund's account
        ("<p>云岭县石桥镇 枫树湾17号</p></main>", ("text", "text")),
        ("<p>建档立卡户</p></main>", ("text", "text")),
        ("<p>因单亲家庭</p></main>", ("text", "text")),
        ("<p>夜里常哭</p></main>", ("text", "text")),
        ("<p>查出甲状腺肿瘤</p></main>", ("text", "text")),
        ("<p>家中有三个孩子</p></main>", ("text", "text")),
        ("<p>特别困难</p></main>", ("label", "text")),
        ("<p>问题生</p></main>", ("label", "text")),
        ("<p>本人重病</p></main>", ("label", "text")),
    ],
)
def test_a_planted_secret_is_found(tmp_path: Path, new: str, leak: tuple[str, str]) -> None:
    assert leaks(tmp_path, old="</main>", new=new) == {leak}


def test_a_secret_in_a_file_name_or_in_another_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "李漾.html").write_text("<p>.</p>", "utf-8")
    assert leaks(tmp_path) == {("name", "file_name")}
    (tmp_path / "李漾.html").rename(tmp_path / "备份.txt")
    assert leaks(tmp_path) == set()
    (tmp_path / "备份.txt").write_text(PHONE, "utf-8")
    assert leaks(tmp_path) == {("number", "text")}


@pytest.mark.parametrize(
    ("page", "old", "new", "is_leak"),
    [
        (DONATIONS, ">卓远航<", ">卓远航<", False),
        (DONATIONS, ">贺文洁<", ">贺文洁<", False),  # gave by name, though aided as well
        (DONATIONS, "</main>", "<p>贺文洁老师</p></main>", True),
        (DONATIONS, "</main>", "<!--贺文洁--></main>", True),
        (AID, "</main>", "<p>贺文洁</p></main>", True),
        (AID, ">贺*洁<", ">贺文洁<", True),
        (AID, ">李*<", ">李漾<", True),
        (ACCOUNTS, "</main>", "<p>贺文洁</p></main>", True),
    ],
)
def test_a_name_stands_by_right_on_one_page_as_a_whole_cell(
    tmp_path: Path,
    page: str,
    old: str,
    new: str,
    is_leak: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    assert bool(leaks(tmp_path, page, old, new)) is is_leak


def test_a_firm_whose_name_holds_a_pupil_s_is_no_leak(tmp_path: Path) -> None:
    assert "桃李漾舟公司" in written()[DONATIONS]
    assert leaks(tmp_path) == set()


def test_a_donor_named_after_a_pupil_stops_the_posting(tmp_path: Path) -> None:
    outcome = month_of(
        捐款="""
        日期       | 捐款人   | 类别     | 金额   | 方式
        2026-10-05 | 李漾家长 | 社会人士 | 200.00 | 银行转账
        """
    )
    found = write_pages(outcome, tmp_path / "公示")
    assert [(each.code, each.severity) for each in found] == [("privacy_leak", "error")]
    assert found[0].where is not None
    assert found[0].where.address == "登记.xlsx!学生!B2"
    assert "李漾" not in found[0].sentence + found[0].remedy
    assert not (tmp_path / "公示").exists()


@pytest.mark.parametrize("note", ["生活补助", "捐款", "银行转账", "政教处", "公示", "现金"])
def test_a_note_of_ordinary_words_is_no_secret(tmp_path: Path, note: str) -> None:
    outcome = month_of(
        捐款=f"""
        日期       | 捐款人 | 类别     | 部门   | 金额   | 方式     | 备注
        2026-10-05 | 贺文洁 | 中层领导 | 政教处 | 200.00 | 银行转账 | {note}
        2026-10-05 | 贺文洁 | 中层领导 | 政教处 | 200.00 | 现金     | {note}
        """
    )
    assert write_pages(outcome, tmp_path / "公示") == []


def test_a_short_number_is_no_secret_and_an_amount_no_number(tmp_path: Path) -> None:
    outcome = month_of(
        学生="""
        学号     | 姓名 | 班级        | 类别   | 状态
        1        | 李漾 | 七年级(1)班 | 贫困生 | 在读
        20230001 | 张砚 | 七年级(1)班 | 贫困生 | 在读
        202304   | 张霁 | 七年级(1)班 | 贫困生 | 在读
        """,
        捐款="""
        日期       | 捐款人 | 类别     | 部门   | 金额      | 方式
        2026-10-05 | 贺文洁 | 中层领导 | 政教处 | 202300.01 | 银行转账
        2026-10-05 | 贺文洁 | 中层领导 | 政教处 | 2023.04   | 银行转账
        """,
    )
    assert write_pages(outcome, tmp_path / "公示") == []


def test_a_purpose_may_call_pupils_in_need_so_but_nobody_a_problem(tmp_path: Path) -> None:
    for purpose, found in (("贫困生助学金", []), ("问题生帮扶金", ["privacy_leak"])):
        outcome = month_of(
            捐款=f"""
            日期       | 捐款人 | 类别     | 金额 | 方式 | 用途
            2026-10-05 | 贺文洁 | 中层领导 | 5.00 | 现金 | {purpose}
            """
        )
        assert [each.code for each in write_pages(outcome, tmp_path / purpose)] == found


def test_a_crowd_that_was_given_aid_may_stand_in_a_purpose(tmp_path: Path) -> None:
    outcome = month_of(
        支出="""
        日期       | 受助对象     | 对象类别 | 项目     | 金额 | 方式 | 资金               | 经办人
        2026-10-05 | 家庭困难学生 | 学生     | 生活补助 | 5.00 | 现金 | 家庭困难学生助学金 | 苗青禾
        """
    )
    assert write_pages(outcome, tmp_path / "页") == []


def test_a_department_that_signs_is_no_person(tmp_path: Path) -> None:
    outcome = month_of(
        捐款="""
        日期       | 捐款人 | 类别     | 部门   | 金额 | 方式 | 经办人
        2026-10-05 | 贺文洁 | 中层领导 | 政教处 | 5.00 | 现金 | 政教处
        """,
        支出="""
        日期       | 受助对象 | 对象类别 | 项目   | 金额 | 方式 | 经办人 | 签收人
        2026-10-05 | 李漾     | 学生     | 奖学金 | 6.00 | 现金 | 贺文洁 | 政教处、本人、家长
        """,
        物资="""
        日期       | 方向 | 对方   | 物品 | 数量
        2026-10-05 | 发   | 政教处 | 扫帚 | 6
        """,
    )
    assert write_pages(outcome, tmp_path / "公示") == []


@pytest.mark.parametrize("name", ["于全", "付宝", "伍元", "陆佰", "和规", "单位", "金额", "合计", "应乐", "奖学金"])
def test_a_pupil_whose_name_occurs_in_our_own_wording_stops_nothing(tmp_path: Path, name: str) -> None:
    rows = f"姓名 | 班级 | 类别 | 状态\n{name} | 七年级(1)班 | 贫困生 | 在读"
    outcome = month_of(
        学生=rows,
        捐款="""
        日期       | 捐款人 | 类别     | 部门   | 金额    | 方式
        2026-10-05 | 贺文洁 | 中层领导 | 政教处 | 5605.00 | 支付宝
        """,
        支出=f"""
        日期       | 受助对象 | 对象类别 | 项目   | 金额   | 方式   | 经办人
        2026-10-05 | {name}   | 学生     | 奖学金 | 600.00 | 支付宝 | 贺文洁
        2026-10-05 | 支付宝   | 其他     | 手续费 | 1.00   | 支付宝 | 贺文洁
        """,
    )
    assert write_pages(outcome, tmp_path / "公示") == []
    page = (tmp_path / "公示" / AID).read_text("utf-8")
    (tmp_path / "公示" / AID).write_text(page.replace("</main>", f"<p>给{name}的奖学金</p></main>"), "utf-8")
    assert scan(tmp_path / "公示", outcome.tables, "", permits(public_view(outcome)))


def test_a_class_that_gave_together_and_remarks_that_say_nothing_stop_nothing(tmp_path: Path) -> None:
    outcome = month_of(
        捐款="""
        日期       | 捐款人          | 类别     | 部门        | 金额   | 方式 | 备注
        2026-10-05 | 七年级(2)班全体 | 学生     | 七年级(2)班 | 400.00 | 现金 | 2026年10月
        2026-10-06 | 卓远航          | 社会人士 |             | 400.00 | 现金 | '400
        """,
        支出="""
        日期       | 受助对象 | 对象类别 | 项目   | 金额   | 方式 | 经办人 | 备注
        2026-10-09 | 李漾     | 学生     | 奖学金 | 100.00 | 现金 | 史一鸣 | 10月
        """,
    )
    assert write_pages(outcome, tmp_path / "公示") == []


SPELLINGS = st.text(st.sampled_from([*BLANKS, *INVISIBLE, *DOTS, "-"]), max_size=2)


@settings(max_examples=20)
@given(st.data())
def test_no_spelling_hides_a_name(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["李漾", "李根发", DOTTED, PHONE]))
    spelt = "".join(
        sign + (data.draw(SPELLINGS).replace(".", "") if name == PHONE else data.draw(SPELLINGS)) for sign in name
    )
    if name == PHONE:
        spelt = "".join(sign for sign in spelt if sign not in DOTS)
    place = data.draw(st.sampled_from(["<p>{}</p>", "<!--{}-->", '<p title="{}">.</p>', "<svg><desc>{}</desc></svg>"]))
    folder = tmp_path_factory.mktemp("公示")
    assert leaks(folder, old="</main>", new=place.format(spelt) + "</main>")
