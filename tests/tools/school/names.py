"""Invented names of people, so far apart that no two can be taken for each other.

A name is a surname and two characters, (s, a, b) with b settled by s and a as in a Latin square: any two
names differ in at least two characters, so none is a near miss of another.
"""

import random

SURNAMES = (
    "岑芮卞庾栾仲祁茅酆柴桂洪应诸荆羊甄屈杭乌巴弓牧山谷车侯宓班"
    "宁仇栗戎祖符詹束龙印宿白怀蒲台从鄂索赖卓蔺屠蒙池乔能苍"
    "双闻翟谭劳逄堵冉雍桑寿通习"
)
FIRST = (
    "予知云书亦佳修光南可启固夏如子存守安宏宛定容将尔"
    "岚川希庭承拓敏文新明晓晨朗柏棠楚歌正沐泽润清源然照瑞甫皓石"
    "砚秋穗立笃素绍若荷蔚觉"
)
SECOND = (
    "远禾舟宁川澄序谦帆岩朴彤念霖屿澜衡筝乐柯棣苒苗葵蓁谷越轩野钧铭锦阔"
    "隽青韬韵颂飞驰骁麦默齐龄汀淳湛溪滢漾灿炜琛瑶璟畅笙"
    "翊芷虹杉桐楠彬博恬笛峰昂皎桥盼雪雯汝"
)
DOTTED = (
    "阿娜尔·库尔曼",
    "叶尔江·巴合提",
    "热依拉·艾则孜",
    "努尔兰·玛合萨",
    "其木格·乌云",
    "丹增·洛次",
    "吐逊·萨迪克",
    "帕丽旦·肉孜",
)
LONG = ("欧阳砚宁", "司徒望舒", "上官予墨", "尉迟松涛")


class NameBook:
    """Hands out invented names, each once, in an order settled by the seed."""

    def __init__(self, rng: random.Random) -> None:
        """Shuffle the square of surnames and first characters with the given source of chance."""
        grid = [(s, a) for s in range(len(SURNAMES)) for a in range(len(FIRST))]
        rng.shuffle(grid)
        self._all = tuple(grid)
        self._grid = grid[::-1]
        self._shift = 0
        self._dotted = list(DOTTED)[::-1]
        self._long = list(LONG)[::-1]

    def person(self) -> str:
        """A new name of three characters."""
        if not self._grid:
            self._refill()
        return spell(*self._grid.pop(), self._shift)

    def dotted(self) -> str:
        """A new name with a middle dot."""
        return self._dotted.pop()

    def long(self) -> str:
        """A new name with a surname of two characters."""
        return self._long.pop()

    def relative(self, name: str) -> str:
        """A new name of the same family, for a guardian; a dotted name gives its second part first."""
        if not self._grid:
            self._refill()
        if "·" in name:
            given, family = name.split("·")
            return f"{family}·{given[0]}孜木"
        row = next((i for i, (s, _) in reversed(list(enumerate(self._grid))) if SURNAMES[s] == name[0]), -1)
        return spell(*self._grid.pop(row), self._shift)

    def _refill(self) -> None:
        """Start a further square: its names are new, yet may be near those of an earlier one."""
        self._shift += 1
        self._grid = list(self._all)[::-1]


def spell(surname: int, first: int, shift: int) -> str:
    """The name in the given row and column of a square."""
    second = (7 * surname + first + shift) % len(SECOND)
    return SURNAMES[surname] + FIRST[first] + SECOND[second]
