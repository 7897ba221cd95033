"""Wording of findings: people."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
    "person_unknown": Message(
        "error",
        "登记表中没有此人",
        "{field}「{name}」不在《{register}》表中。",
        "请核对姓名；确有此人的，请先登记到《{register}》表，姓名须与那里一致。",
        "《{register}》表中有姓名相近的{hint}：是否写错？",
    ),
    "near_registered": Message(
        "warning",
        "姓名相近",
        "{field}「{name}」与《{register}》表中的{hint}只差一个字或读音相同，是否为同一人？",
        "如果是同一人，请把两处姓名改成一致；如果不是，请不要改动。",
    ),
    "person_unlisted": Message(
        "warning",
        "登记表中没有此人",
        "{field}「{name}」（{kind}）不在《{register}》表中，本行照常计入。",
        "请核对姓名和「{kind}」；确有此人的，请补登到《{register}》表。",
        "《{register}》表中有姓名相近的{hint}：是否写错？",
    ),
    "namesakes": Message(
        "error",
        "同名，无法分辨是哪一位",
        "{field}「{name}」在《{register}》表中有 {count} 位（{people}），这一行看不出是哪一位。",
        "请在这一行填写能分清的一项：{tell}。",
    ),
    "namesakes_by_name": Message(
        "error",
        "同名，无法分辨是哪一位",
        "{field}「{name}」在《{register}》表中有 {count} 位（{people}），这一行看不出是哪一位。",
        "请把姓名写成能分清的样子，例如「{name}（大）」，并在《{register}》表中写成一样。",
    ),
    "class_disagrees": Message(
        "warning",
        "姓名与班级不一致",
        "「{name}」在《{register}》表中是{registered}，这里写的是{written}。",
        "请核对：是同一名学生的，请把班级改成一致；不是的，请改正姓名。",
    ),
    "list_of_later_year": Message(
        "warning",
        "《学生》表是下一学年的班级",
        "有 {pupils} 名学生（{cells} 处）写的班级都比《{register}》表低一个年级，例如「{name}」：《{register}》表是{registered}"
        "（{listed_at}），登记时写的是{written}（{written_at}）。看来《{register}》表已经升班，而报的月份属于 {year} 学年。",
        "九月升班以后再出升班以前月份的报表，请用当时保存的《{register}》表；否则当月公示页上的班级会高一个年级，"
        "新入学的学生也会算进当月。不公示这个月的，不必改动。",
    ),
    "number_disagrees": Message(
        "warning",
        "号码与姓名不一致",
        "这里写的是{number_title} {number}、姓名「{name}」；《{register}》表中「{taken}」的{number_title}是 {registered}。"
        "本行按「{taken}」处理。",
        "请核对{number_title}和姓名，改正写错的一个。",
    ),
    "two_people": Message(
        "error",
        "一格写了两个人",
        "{field}一格写了两个人：「{name}」；这一栏每行只能写一个人。",
        "请拆成每人一行，各写各的金额。",
    ),
    "number_repeated": Message(
        "error",
        "号码重复",
        "{number_title} {number} 已用于「{first}」（{place}），这里的「{name}」又用了一次。",
        "请核对两人的{number_title}，改正写错的一个；同一人登记了两次的，请删去一行。",
    ),
    "status_without_date": Message(
        "error",
        "学生已不在读，没有状态日期",
        "「{name}」的状态是{status}，状态日期空着。",
        "请填写状态日期，即改为“{status}”的第一天，例如 2026-03-05。",
    ),
    "near_name": Message(
        "warning",
        "捐款人姓名读音相同、写法不同",
        "捐款人「{name}」与「{other}」（{place}）读音相同、写法不同。",
        "请核对是不是同一个捐款人：是，请把两处改成一样；不是，不必改动。",
    ),
}
