"""What helpers write after a talk: many short notes, no two of them the same."""

from dataclasses import dataclass, field
from random import Random

MOOD = (
    "情绪平稳",
    "比前一阵开朗",
    "愿意说心里话",
    "有些想家",
    "对考试有点紧张",
    "遇事不再急躁",
    "对集体活动更上心",
    "说话声音大了些",
    "主动问候老师",
    "为值日的事和同学闹过别扭",
    "已能正视批评",
    "对将来有了打算",
    "担心给家里添负担",
    "当上小组长很高兴",
)
MOOD_MORE = (
    "已约定下周再聊",
    "鼓励其多与同桌交流",
    "讲了往届同学的例子",
    "约好遇事先找老师商量",
    "肯定了其在{event}中的表现",
    "请班干部多带一带",
    "一起定了{event}的小目标",
    "听其说了半个小时",
    "提醒少看手机早休息",
    "商量了{event}怎么准备",
)
STUDY = (
    "{subject}作业按时完成",
    "{subject}错题已订正",
    "{subject}课堂发言增多",
    "{subject}仍需巩固",
    "{subject}小测得{score}分",
    "{subject}听课专注了",
    "{subject}笔记记得认真",
    "{subject}背诵落下两课",
    "{subject}比上次提高{gain}分",
    "制定了{subject}复习计划",
    "{subject}基础题不再丢分",
    "{subject}计算容易粗心",
)
STUDY_MORE = (
    "安排{subject}老师课后答疑",
    "与{other}一组互相检查",
    "每天加做{count}道基础题",
    "{event}前再看一次",
    "送了一本练习册",
    "周末来校补{count}课时",
    "请任课老师面批",
    "要求每晚自查一遍",
    "已在错题本上标出",
)
LIFE = (
    "三餐正常",
    "住校已适应",
    "补助已领到",
    "周末帮家里做事",
    "身体健康",
    "添了换季衣物",
    "作息规律",
    "走读路上要{count}0分钟",
    "家里近来忙农活",
    "饭卡余额够用",
    "眼镜已重新配好",
    "宿舍同学相处融洽",
)
LIFE_MORE = (
    "提醒骑车注意安全",
    "嘱其按时吃早饭",
    "已向家长说明",
    "与宿舍管理员打过招呼",
    "每晚{clock}点前就寝",
    "需要时找总务处",
    "看了其床铺和衣柜",
    "{event}后再去看看",
    "家长表示放心",
)
SOLVED = (
    "送去作业本{count}本",
    "帮助补办饭卡",
    "联系任课老师补课{count}次",
    "协助填写资助申请",
    "送去文具一套",
    "调整了座位",
    "帮助借到课外书{count}本",
)
SUBJECTS = ("语文", "数学", "英语", "科学", "道法", "历史")
EVENTS = {
    1: ("期末考试", "元旦联欢"),
    2: ("开学报到", "寒假作业检查"),
    3: ("学雷锋活动", "开学摸底考"),
    4: ("春季运动会", "期中考试"),
    5: ("艺术节", "劳动周"),
    6: ("期末复习", "毕业季活动"),
    7: ("暑假开始", "夏令营"),
    8: ("暑假作业检查", "返校准备"),
    9: ("开学第一课", "军训拉练"),
    10: ("国庆活动", "秋季运动会"),
    11: ("期中考试", "读书节"),
    12: ("合唱比赛", "一二九活动"),
}


@dataclass
class Notebook:
    """Composes notes and remembers them, so that no part of a note comes twice."""

    rng: Random
    used: set[str] = field(default_factory=set)

    def note(self, month: int) -> tuple[str, str, str]:
        """Thoughts, study and daily life of one talk in this month of the year."""
        return (
            self._part(MOOD, MOOD_MORE, month),
            self._part(STUDY, STUDY_MORE, month),
            self._part(LIFE, LIFE_MORE, month),
        )

    def solved(self, month: int) -> str:
        """What was solved for the pupil; may repeat, as such things do."""
        return self._fill(self.rng.choice(SOLVED), month)

    def _part(self, opening: tuple[str, ...], more: tuple[str, ...], month: int) -> str:
        """Two clauses, or with the times three, until the text is new."""
        text = ""
        for attempt in range(1000):
            clauses = [self.rng.choice(opening), self.rng.choice(more)]
            if attempt > 2:
                clauses.insert(1, self.rng.choice([c for c in opening if c != clauses[0]]))
            if attempt > 20:
                clauses.append(f"第{len(self.used)}条")
            text = self._fill("，".join(clauses), month)
            if text not in self.used:
                break
        self.used.add(text)
        return text

    def _fill(self, text: str, month: int) -> str:
        """The template with subject, event and figures put in."""
        rng = self.rng
        return text.format(
            subject=rng.choice(SUBJECTS),
            other=rng.choice(("同桌", "前桌", "组长", "课代表")),
            event=rng.choice(EVENTS[month]),
            score=rng.randrange(61, 96),
            gain=rng.randrange(3, 19),
            count=rng.randrange(2, 7),
            clock=rng.choice(("九", "十")),
        )
