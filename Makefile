# make setup | demo | test | nightly | fuzz | lint | audit | screens | bench | lock | clean
PYTHON ?= python3
JOBS   ?= 3
NAME   ?=
ARGS   ?=
BIN    := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
TRANSLATIONS := $(wildcard resources/translations/*.ts)
COMPILED := $(TRANSLATIONS:.ts=.qm)
BENCHMARKS := $(if $(NAME),$(NAME),$(filter-out __init__ measure driver many_dossiers offline_month failover province_power_cut,$(basename $(notdir $(wildcard tests/benchmarks/*.py)))))

NIGHTLY := tests/sync/test_stateful.py tests/sync/test_killed_sync.py tests/e2e/test_killed.py tests/e2e/test_crash_images.py \
           tests/e2e/test_power_cut.py tests/e2e/test_stolen_disk.py

.PHONY: setup demo test nightly fuzz lint audit screens bench lock clean

setup: .venv/.debian .venv/.project $(COMPILED)

# The folder is made anew when the Python that made it is gone.
.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or later is needed; $$($(PYTHON) --version 2>&1) was found. Name another: make setup PYTHON=python3.11"; exit 1; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv || \
	    { echo "A virtual environment could not be made. On Debian: sudo apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/.debian: .ci/debian-packages | .venv/.python
	@.ci/debian-packages
	@touch $@

.venv/.packages: requirements-dev.txt | .venv/.python
	@echo "Installing the Python packages (the first time takes a minute or two)"
	@$(PIP) --prefer-binary --require-hashes -r requirements-dev.txt
	@touch $@

.venv/.project: pyproject.toml .venv/.packages
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

resources/translations/%.qm: resources/translations/%.ts | .venv/.packages
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

demo: setup
	@$(BIN)/counter-app demo

# In the order of the files, so that the longest ones (tests/e2e) do not begin when the others have ended. What lint says comes
# at the end, and counts: it uses the processor while the first tests wait.
test: setup
	@mkdir -p build
	@$(MAKE) --no-print-directory lint > build/lint.log 2>&1 & lint=$$!; \
	$(BIN)/python -m pytest -q -n $(JOBS) --dist loadfile --no-loadscope-reorder --max-worker-restart=0; tests=$$?; \
	wait $$lint; lint=$$?; cat build/lint.log; exit $$((tests || lint))

# The same promises as in test, many times over: about an hour on two cores.
nightly: setup
	@COUNTER_APP_EXAMPLES=1000 COUNTER_APP_SYNC_KILLS=200 COUNTER_APP_KILLS=50 COUNTER_APP_WORK_KILLS=1000 \
	 COUNTER_APP_IMAGES=10000 COUNTER_APP_CUTS=500 COUNTER_APP_STOLEN=60 \
	    $(BIN)/python -m pytest -q -n $(JOBS) --dist loadfile --no-loadscope-reorder --max-worker-restart=0 $(NIGHTLY)

# Each parser for ten minutes, and the server for ten by Schemathesis: FUZZ_SECONDS=60 for less. An hour and a half on two cores.
FUZZ_SECONDS ?= 600
fuzz: setup
	@COUNTER_APP_FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest -q -rP -n $(JOBS) --max-worker-restart=0 tests/hostile

lint: setup
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

# Beyond lint, which has the same rules line by line; pip-audit says nothing without a feed (docs/security.md).
audit: setup
	@$(BIN)/bandit --quiet --configfile pyproject.toml --recursive counter_app devices sync ui resources
	@$(BIN)/python -m pytest -q tests/unit/test_licences.py

screens: setup
	@$(OFFSCREEN) $(BIN)/counter-app screens --out build/screens

bench: setup
	@mkdir -p build/bench
	@for name in $(BENCHMARKS); do echo "== $$name"; $(OFFSCREEN) $(BIN)/python -m tests.benchmarks.$$name $(ARGS) || exit 1; done

# build/counter-app_VERSION_ARCH.deb for Debian 12; deb-try installs it on a bare one (root, debootstrap, the network).
deb: setup
	@.ci/deb

deb-try: deb
	@.ci/deb-try

lock:
	@.ci/lock

clean:
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(COMPILED)
	@find counter_app devices resources sync tests ui -name __pycache__ -type d -prune -exec rm -rf {} +
