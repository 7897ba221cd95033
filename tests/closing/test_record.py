"""The record of a closed month as a text file: nothing lost, one row a line, and no change of it passes unseen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.closing.compare import Change
from pipeline.closing.figures import Figures
from pipeline.closing.record import Closing, DamagedError, Effect, from_text, to_text
from pipeline.closing.rows import Row, dated_rows, list_rows
from tests.ledgers import make_tables

ROW = Row("捐款", "2026-09-01", (("日期", "2026-09-01"), ("金额", "10.00")), "登记.xlsx!捐款!2")
CLOSING = Closing(
    month="2026-09",
    school="云岭示例中学",
    closed_on="2026-10-12",
    run_day="2026-10-09",
    version="0.1.0",
    figures=Figures({"本月·收入": 1000, "本月·期末结余": -5}, {"未联系（对）": 2}),
    rows=(ROW,),
    changes=(Change("2026-08", ROW, None), Change("2026-08", None, ROW), Change("2026-08", ROW, ROW)),
    effects=(
        Effect("2026-08", "本月·收入", 1000, 900, is_money=True),
        Effect("2026-08", "本月收入·党员", None, 5, is_money=True),
        Effect("2026-08", "未联系（对）", 0, 1, is_money=False),
    ),
    inputs={"登记.xlsx": "ab"},
    outputs={"公示/捐款公示.html": "cd"},
    previous="ef",
)


def test_what_was_written_is_read_again() -> None:
    assert from_text(to_text(CLOSING)) == CLOSING


def test_one_row_a_line_so_that_two_records_can_be_compared() -> None:
    more = replace(ROW, values=(("日期", "2026-09-01"), ("金额", "11.00")))
    lines = to_text(CLOSING).splitlines()
    longer = to_text(replace(CLOSING, rows=(ROW, more))).splitlines()
    changed = [line for line in longer if line not in lines]
    assert len(longer) == len(lines) + 1
    assert [line[:4] for line in changed] == ['"印记"', ' {"表', ' {"表'] or len(changed) <= 3


def test_the_order_of_the_rows_makes_no_other_record() -> None:
    other = replace(ROW, day="2026-09-02")
    assert to_text(replace(CLOSING, rows=(ROW, other))) == to_text(replace(CLOSING, rows=(other, ROW)))


@given(st.data())
def test_one_character_more_or_less_or_another_is_seen(data: st.DataObject) -> None:
    text = to_text(CLOSING)
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.sampled_from(["", "0", "1", "改", " ", '"', text[at] * 2]))
    edited = text[:at] + new + text[at + 1 :]
    if edited != text:
        with pytest.raises(DamagedError):
            from_text(edited)


@pytest.mark.parametrize("text", ["", "{}", "[]", "定稿", '{"月份": 1}', "null"])
def test_what_is_no_record_is_damaged(text: str) -> None:
    with pytest.raises(DamagedError):
        from_text(text)


TABLES = make_tables(
    捐款="""
    日期       | 捐款人 | 类别     | 金额  | 方式 | 备注
    2026-08-31 | 甲     | 社会人士 | 1.00  | 现金 |
    2026-09-30 | 乙     | 社会人士 | 50.00 | 现金 | 补记
    2026-10-01 | 丙     | 社会人士 | 3.00  | 现金 |
    """,
    联系="""
    日期       | 帮扶人 | 学生 | 方式 | 思想动态     | 学习状况
    2026-09-08 | 丁     | 戊   | 谈心 | 父母离异之痛 |
    """,
    结对="""
    帮扶人 | 学生 | 班级        | 类型     | 开始日期   | 结束日期   | 结束原因
    丁     | 戊   | 七年级(1)班 | 党员帮扶 | 2026-09-01 | 2026-10-20 | 转学
    """,
    基本信息="""
    项目         | 内容
    学校名称     | 云岭示例中学
    期初银行余额 | 12,345.6元
    期初限定·助学 | 100
    """,
)
SEPTEMBER, OCTOBER = dt.date(2026, 9, 30), dt.date(2026, 10, 31)


def test_a_month_takes_the_rows_since_the_month_closed_before() -> None:
    rows = dated_rows(TABLES, SEPTEMBER, dt.date(2026, 8, 31))
    assert [(row.register, row.value("捐款人"), row.value("金额")) for row in rows] == [
        ("捐款", "乙", "50.00"),
        ("联系", "", ""),
    ]
    assert rows[0].where == "登记.xlsx!捐款!3"
    assert rows[0].value("备注") == "补记"


def test_the_words_of_a_talk_are_not_kept_but_a_change_of_them_shows() -> None:
    (row,) = (each for each in dated_rows(TABLES, SEPTEMBER) if each.register == "联系")
    assert "离异" not in str(row)
    assert row.value("思想动态").startswith("#")
    assert row.value("学习状况") == ""


def test_a_pairing_is_kept_as_it_stood_at_the_end_of_the_month() -> None:
    def ends(until: dt.date) -> list[str]:
        return [row.value("结束日期") for row in list_rows(TABLES, until) if row.register == "结对"]

    assert (ends(SEPTEMBER), ends(OCTOBER), ends(dt.date(2026, 8, 31))) == ([""], ["2026-10-20"], [])


def test_only_settings_that_balances_start_from_are_kept_and_their_spelling_does_not_count() -> None:
    rows = [row.values for row in list_rows(TABLES, SEPTEMBER) if row.register == "基本信息"]
    assert rows == [
        (("项目", "期初银行余额"), ("内容", "12345.60")),
        (("项目", "期初限定·助学"), ("内容", "100.00")),
    ]
