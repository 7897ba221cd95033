"""The shape of the programme: which way imports point, how long things are, what is described."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline"
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = [*MODULES, *sorted((ROOT / "tests" / "tools").rglob("*.py"))]

# From the top down: a part imports from its own row or from the rows below, never from above.
# A part is a module or a folder directly under pipeline/.
LAYERS = (
    {"__main__", "windows_make"},
    {"cli"},
    {"commands"},
    {"handbook"},
    {"run", "keeping"},
    {"write"},
    {"disclose", "privacy", "posting"},
    {"outcome", "months", "consequences", "closing", "yearly"},
    {"fund", "care", "rules"},
    {"read"},
    {"registers", "fields", "tables", "settings"},
    {"grouping"},
    {"findings", "stop", "progress", "faultlog", "browser"},
    {
        "messages",
        "text",
        "words",
        "identity",
        "marks",
        "faults",
        "money",
        "dates",
        "period",
        "names",
        "classes",
        "terms",
        "capitals",
        "chain",
        "checkcode",
        "png",
    },
)
ROW_OF_PART = {part: row for row, parts in enumerate(LAYERS) for part in parts}

# Folders that compute only: values in, values out.
PURE = {"fund", "care", "closing", "yearly"}
IMPURE_LIBRARIES = {"os", "io", "pathlib", "shutil", "tempfile", "subprocess", "time", "random"} | {
    "openpyxl",
    "xlsxwriter",
    "python_calamine",
    "jinja2",
    "rich",
}
# Heavy libraries that --help must not wait for.
HEAVY = {"pandas", "numpy", "pandera", "openpyxl", "xlsxwriter", "python_calamine", "jinja2", "docxtpl", "pypinyin"}

CLOCKS = {"today", "now", "utcnow", "time_ns", "perf_counter", "monotonic"}

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
DESCRIBED_AT_LEAST = 0.9

# Written so that this file does not hold what it looks for.
FOREIGN = re.compile(r"(?<![\w.\-/])/{}/|/{}/|{}\.md|{}\.org".format("work", "opt", "domain", "pypi"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str | None:
    """The part a dotted module name belongs to; None for the package itself and for other packages."""
    names = module.split(".")
    return names[1] if names[0] == "pipeline" and len(names) > 1 else None


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, those for types alone and those inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{label(path)}:{node.lineno}: write the whole name, not a relative import"
            assert node.module is not None
            yield from from_import(node.module, [name.name for name in node.names])


def from_import(module: str, names: list[str]) -> Iterator[str]:
    """`from pipeline import money` names the module pipeline.money, `from pipeline.money import yuan` does not."""
    for name in names:
        inner = ROOT.joinpath(*module.split("."), name)
        yield f"{module}.{name}" if inner.is_dir() or inner.with_suffix(".py").is_file() else module


def functions_and_classes(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def code_rows(function: ast.AST, source: list[str]) -> int:
    """Rows of a function without its docstring, comments and blank rows."""
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    assert function.end_lineno is not None
    rows = range(function.lineno, function.end_lineno + 1)
    first = function.body[0]
    if ast.get_docstring(function) is not None and first.end_lineno is not None:
        skipped = range(first.lineno, first.end_lineno + 1)
    else:
        skipped = range(0)
    return sum(
        1 for row in rows if row not in skipped and source[row - 1].strip() and source[row - 1].strip()[0] != "#"
    )


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_every_part_has_a_layer(path: Path) -> None:
    part = part_of(dotted(path))
    assert part is None or part in ROW_OF_PART, f"give {part} a row in LAYERS"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_imports_point_down(path: Path) -> None:
    part = part_of(dotted(path))
    row = ROW_OF_PART.get(part or "", len(LAYERS))
    wrong = [
        module
        for module in imports(path)
        if (other := part_of(module)) is not None and ROW_OF_PART.get(other, len(LAYERS)) < row
    ]
    assert not wrong, f"{label(path)} imports from above: {wrong}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {dotted(path): {name for name in imports(path) if part_of(name)} - {dotted(path)} for path in MODULES}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(dotted(path)) in PURE], ids=label)
def test_computing_parts_touch_nothing_outside(path: Path) -> None:
    touched = {name.split(".")[0] for name in imports(path)} & IMPURE_LIBRARIES
    assert not touched, f"{label(path)} computes only, yet imports {sorted(touched)}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part_of(dotted(path)) not in {"cli", "__main__"}], ids=label
)
def test_only_the_command_line_reads_the_clock(path: Path) -> None:
    calls = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    ]
    assert not calls, f"{label(path)} reads the clock at lines {calls}"


def test_help_does_not_wait_for_heavy_libraries() -> None:
    code = "import sys, pipeline.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("path", CODE, ids=label)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", CODE, ids=label)
def test_functions_are_short(path: Path) -> None:
    source = path.read_text("utf-8").splitlines()
    long = {
        node.name: rows
        for node in functions_and_classes(tree(path))
        if not isinstance(node, ast.ClassDef) and (rows := code_rows(node, source)) > LONGEST_FUNCTION
    }
    assert not long


def test_public_things_are_described() -> None:
    public = [
        (f"{label(path)}: {node.name}", ast.get_docstring(node) is not None)
        for path in CODE
        for node in functions_and_classes(tree(path))
        if not node.name.startswith("_")
    ]
    bare = [name for name, described in public if not described]
    assert len(bare) <= (1 - DESCRIBED_AT_LEAST) * len(public), bare


def tracked_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of tracked files")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_tracked_files_name_nothing_outside_the_repository() -> None:
    found = [
        f"{label(path)}: {match.group()}"
        for path in tracked_files()
        for match in FOREIGN.finditer(path.read_bytes().decode("utf-8", "ignore"))
    ]
    assert not found


@pytest.mark.parametrize(
    ("text", "is_foreign"),
    [
        ("see /" + "work/main", True),
        ("find-links=/" + "opt/wheels", True),
        ("as in domain" + ".md", True),
        ("https://github.com/work/x", False),
        ("/workbooks/", False),
        ("output/work/", False),
    ],
)
def test_what_counts_as_foreign(text: str, is_foreign: bool) -> None:  # noqa: FBT001
    assert bool(FOREIGN.search(text)) is is_foreign


def test_code_rows_leave_out_what_is_not_code() -> None:
    source = 'def f():\n    """Say.\n\n    More.\n    """\n    # why\n\n    a = 1\n    return a\n'
    assert code_rows(ast.parse(source).body[0], source.splitlines()) == 3
