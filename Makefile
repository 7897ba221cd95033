# Shown words are Chinese first: the reader is a school's clerk. `make` alone lists what can be asked for.
PYTHON ?= python3
PY = .venv/bin/python
INPUT = input
OUTPUT = output
# What the tests need besides Python, by the names Debian gives it.
SYSTEM_PACKAGES = chromium libreoffice-calc fonts-noto-cjk poppler-utils
PIP_INSTALL = $(PY) -m pip install -qq --disable-pip-version-check --require-hashes

given = $(if $(filter command,$(origin $(1))),--$(2) '$($(1))')

MAKEFLAGS += --no-print-directory
export PYTHONUTF8 = 1

.SILENT:
.DEFAULT_GOAL := help
.PHONY: help report print expired remind journals pupil term annual close reopen verify archive workbooks handbook test golden lint format bench kill-test fuzz mutants lock system-packages

help: ## 列出可用的命令 · list the commands
	awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

report: .venv/.report-ready ## 生成一个月的报表，可加 MONTH=2026-10 · make a month's report
	$(PY) -m pipeline report --input '$(INPUT)' --output '$(OUTPUT)' \
	  $(if $(MONTH),--month '$(MONTH)') $(if $(TODAY),--today '$(TODAY)')

remind: .venv/.report-ready ## 写出催办单，月中随时可用 · who still has to contact whom
	$(PY) -m pipeline remind --input '$(INPUT)' --output '$(OUTPUT)' \
	  $(if $(MONTH),--month '$(MONTH)') $(if $(TODAY),--today '$(TODAY)')

journals: .venv/.report-ready ## 写出日记账、明细账、凭证汇总和签收表 · journals, ledgers, vouchers and the list to sign
	$(PY) -m pipeline journals --input '$(INPUT)' --output '$(OUTPUT)' \
	  $(if $(MONTH),--month '$(MONTH)') $(if $(TODAY),--today '$(TODAY)')

# Systems set variables such as NAME and TERM by themselves; only what stands on the command line is meant.
pupil: .venv/.report-ready ## 写出一名学生的档案：NAME=姓名 或 NO=学号 · one pupil's file
	$(PY) -m pipeline pupil --input '$(INPUT)' --output '$(OUTPUT)' $(call given,NAME,name) $(call given,NO,no) \
	  $(if $(TODAY),--today '$(TODAY)')

term: .venv/.report-ready ## 写出学期工作总结数据，可加 TERM=2026-2027-1 · a term's figures
	$(PY) -m pipeline term --input '$(INPUT)' --output '$(OUTPUT)' $(call given,TERM,term) \
	  $(if $(TODAY),--today '$(TODAY)')

annual: .venv/.report-ready ## 写出年度工作总结数据和考核表，可加 YEAR=2026 · a year's figures and appraisal
	$(PY) -m pipeline annual --input '$(INPUT)' --output '$(OUTPUT)' $(call given,YEAR,year) \
	  $(if $(TODAY),--today '$(TODAY)')

print: .venv/.report-ready ## 把公示页印成 PDF 和图片，可加 MONTH=2026-10 · print the posted pages as PDF and pictures
	$(PY) -m pipeline print --input '$(INPUT)' --output '$(OUTPUT)' \
	  $(if $(MONTH),--month '$(MONTH)') $(if $(TODAY),--today '$(TODAY)')

expired: .venv/.report-ready ## 列出应当撤下的公示，可加 TODAY=2026-11-11 · list the postings that must come down
	$(PY) -m pipeline expired --output '$(OUTPUT)' $(if $(TODAY),--today '$(TODAY)')

close: .venv/.report-ready ## 定稿一个月：MONTH=2026-10 · freeze a month that was posted
	$(PY) -m pipeline close --input '$(INPUT)' --output '$(OUTPUT)' --month '$(MONTH)' $(if $(TODAY),--today '$(TODAY)')

reopen: .venv/.report-ready ## 重开已定稿的月份：MONTH=2026-10 REASON=原因 · open a closed month again
	$(PY) -m pipeline reopen --output '$(OUTPUT)' --month '$(MONTH)' --reason '$(REASON)' \
	  $(if $(TODAY),--today '$(TODAY)')

verify: .venv/.report-ready ## 核验已定稿的文件，可加 MONTH=2026-10 · prove that what was closed is unchanged
	$(PY) -m pipeline verify --output '$(OUTPUT)' $(if $(MONTH),--month '$(MONTH)')

archive: .venv/.report-ready ## 归档一年：YEAR=2026 · put a year's closed months into one file
	$(PY) -m pipeline archive --output '$(OUTPUT)' --year '$(YEAR)'

workbooks: .venv/.report-ready ## 写出空白的登记工作簿 · write blank workbooks to fill in
	$(PY) -m pipeline workbooks --output '$(OUTPUT)'

handbook: .venv/.report-ready ## 写出使用手册 · write the handbook
	$(PY) -m pipeline handbook --output '$(OUTPUT)'

test: lint .venv/.checkers-ready ## 检查代码并运行全部测试 · lint, check types, run all tests
	$(PY) -m pytest -n 2

golden: .venv/.test-ready ## 更新测试用的样张（先看清差别）· renew the golden papers that tests compare with
	RENEW_GOLDEN=1 $(PY) -m pytest tests/golden

lint: .venv/.test-ready ## 只检查代码 · lint and check types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: .venv/.test-ready ## 整理代码格式 · format the code
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: .venv/.report-ready ## 测量大数据量下的速度 · measure speed on a large school
	$(PY) -m tests.tools.bench

# Not part of CI: they take long, and what they find becomes a test. mutmut needs a machine that can fork.
kill-test: .venv/.test-ready ## 在一百个随机时刻中断运行 · kill runs at a hundred random instants
	$(PY) -m tests.tools.kills $(or $(KILLS),100) $(SEED)

fuzz: .venv/.test-ready ## 用随机输入考验读取，可加 MINUTES=10 SEED=1 · fuzz the reader
	$(PY) -m tests.tools.fuzz $(or $(MINUTES),10) $(SEED)

# Which survivors are known, and why: README, How to test.
mutants: .venv/.test-ready ## 变异测试：金额、联系、公示 · mutation tests of money, contacts and the public view
	$(PY) -m pip install -qq --disable-pip-version-check --target .venv/mutmut mutmut==3.8.1 2>.venv/install.log
	PYTHONPATH=.venv/mutmut $(PY) -m mutmut run
	PYTHONPATH=.venv/mutmut $(PY) -m mutmut results

# The lock files hold the hashes of the public files only, whatever indexes this machine's pip is set up with.
lock: .venv/.report-ready ## 重新锁定依赖版本，可加 UPGRADE=--upgrade · pin the requirements anew
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install -qq pip-tools
	for name in requirements requirements-dev; do \
	  env -u PIP_FIND_LINKS -u PIP_CONSTRAINT -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	  .venv/lock/bin/python -m piptools compile -q $(UPGRADE) --no-config --generate-hashes --strip-extras \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o $$name.txt $$name.in || exit 1; \
	done

system-packages: ## 安装测试所需的系统软件（Debian）· install what the tests need besides Python
	wanted='$(SYSTEM_PACKAGES)'; \
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || wanted="$$wanted python3-venv"; \
	command -v java >/dev/null || wanted="$$wanted default-jre-headless"; \
	command -v npm >/dev/null || wanted="$$wanted npm"; \
	missing=; \
	for name in $$wanted; do \
	  dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	command -v apt-get >/dev/null || { echo "本机没有 apt-get，请自行安装：$$missing" >&2; exit 1; }; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "正在安装：$$missing"; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null

# The stamps are newer than the lock files they were installed from, so a second run has nothing to set up.
.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "需要 Python 3.11 或更新的版本，请先安装（或用 make PYTHON=python3.12 指明）。" >&2; exit 2; }
	echo "首次使用，正在准备运行环境，约需一两分钟……"
	$(PYTHON) -m venv --clear .venv 2>/dev/null >&2 \
	  || { rm -rf .venv; echo "不能建立运行环境，请先安装 Python 的 venv 组件（Debian：make system-packages）。" >&2; exit 2; }

.venv/.report-ready: requirements.txt .venv/bin/python
	$(PIP_INSTALL) -r requirements.txt 2>.venv/install.log \
	  || { echo "安装所需组件失败，请检查网络后再试（详情见 .venv/install.log）。" >&2; exit 2; }
	touch $@

.venv/.test-ready: requirements-dev.txt .venv/.report-ready
	$(PIP_INSTALL) -r requirements-dev.txt 2>.venv/install.log \
	  || { echo "安装测试组件失败，请检查网络后再试（详情见 .venv/install.log）。" >&2; exit 2; }
	touch $@

# The checkers of finished pages. Without npm or a network their tests are skipped, and fail where CI is set.
.venv/.checkers-ready: tests/checkers/package-lock.json .venv/bin/python
	mkdir -p .venv/checkers && cp tests/checkers/package.json tests/checkers/package-lock.json .venv/checkers
	if npm ci --prefix .venv/checkers --ignore-scripts --no-audit --no-fund --loglevel=error >.venv/install.log 2>&1; \
	then touch $@; \
	else echo "网页检查工具没有装上（需要 npm，Debian：make system-packages），跳过网页检查。" >&2; \
	fi
