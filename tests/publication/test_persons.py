from __future__ import annotations

import pytest

from pipeline.disclose.persons import masked_names, names_person, one_by_one, without_class, without_relation


@pytest.mark.parametrize(
    "name", ["李", "李漾", "欧阳春棠", "班希皎", "夏依代·买买提", "李漾家长", "张园", "院长", "王会", "区小州"]
)
def test_short_and_dotted_names_are_persons(name: str) -> None:
    assert names_person(name)


@pytest.mark.parametrize(
    "name",
    [
        *("柳溪社区", "示例县慈善会", "云岭示例食品有限公司", "石桥镇", "县医院", "教育局", "石桥小学", "微信支付"),
        *(
            "示例农村商业银行",
            "翠屏示例社区",
            "柳溪村",
            "勤工俭学基地",
            "七年级(1)班全体",
            "12号仓库",
            "总务处",
            "语文组",
            "春天的风景",  # five characters without a dot
            "",
        ),
    ],
)
def test_organisations_are_none(name: str) -> None:
    assert not names_person(name)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("李漾家长", "李漾"),
        ("李漾的妈妈", "李漾"),
        ("李漾（父亲）", "李漾"),
        ("家长", ""),
        ("本人", ""),
        ("李根发", "李根发"),
    ],
)
def test_the_relation_is_taken_off_a_name(name: str, bare: str) -> None:
    assert without_relation(name) == bare


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("七(2)班李漾", "李漾"),
        ("七年级（2）班李漾家长", "李漾家长"),
        ("七年级(2)班全体", ""),
        ("七年级(2)班", ""),
        ("全体学生", ""),
        ("班超", "班超"),
        ("高一帆", "高一帆"),
        ("李漾", "李漾"),
    ],
)
def test_the_class_is_taken_off_a_name(name: str, bare: str) -> None:
    assert without_class(name) == bare


def test_equal_masked_names_of_one_class_get_a_number() -> None:
    people = [
        ("a", "张砚", "八年级(2)班"),
        ("b", "李漾", "八年级(2)班"),
        ("c", "张霁", "八年级(2)班"),
        ("a", "张砚", "八年级(2)班"),
    ]
    assert masked_names(people) == {"a": "张*1", "b": "李*", "c": "张*2"}


def test_equal_masked_names_of_two_classes_get_none_and_several_of_a_cell_are_masked_each() -> None:
    people = [("a", "张砚", "八年级(2)班"), ("b", "张霁", "七年级(1)班"), ("c", "王稚鸣、李漾", "七年级(1)班")]
    assert masked_names(people) == {"a": "张*", "b": "张*", "c": "王*鸣、李*"}


def test_equal_masked_names_of_two_classes_need_none() -> None:
    assert masked_names([("a", "张砚", "八年级(1)班"), ("b", "张霁", "八年级(2)班")]) == {"a": "张*", "b": "张*"}


def test_of_several_people_in_one_cell_each_is_masked() -> None:
    assert masked_names([("a", "王稚鸣、张砚", "")]) == {"a": "王*鸣、张*"}


def test_who_stands_among_others_is_looked_at_closely() -> None:
    assert one_by_one(["贺文洁", "李漾、张砚", "李漾和张砚", "夏依代·买买提"]) == {"贺文洁", "夏依代·买买提"}
