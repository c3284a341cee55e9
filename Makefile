# Needs only git, make and Python >= 3.11 with venv and pip. `make help` lists the verbs.
PYTHON      ?= python3
PORT        ?= 8000
PYTEST_ARGS ?= -n 2
VENV        := .venv
BIN         := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY          := $(BIN)/python
PIP         := $(PY) -m pip --quiet --disable-pip-version-check --no-input
SAFELY      := --require-hashes --only-binary :all:
COMPILE     := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
               --only-binary :all: --generate-hashes --no-annotate --no-header --no-emit-index-url
CATALOGUES  := quizapp/translations
EXTRACTED   := $(VENV)/messages.pot
# The functions that mark a text for translation are named here and nowhere else.
EXTRACT     := $(BIN)/pybabel --quiet extract -F babel.cfg --sort-by-file --no-wrap \
               --add-location=file --project=quizapp --version=0 -o $(EXTRACTED) \
               --copyright-holder="Quotidia contributors" \
               -k _ -k gettext -k ngettext:1,2 -k _l -k lazy_gettext .

# uv, itself a wheel pinned by hash, installs in seconds. Where it cannot be had or fails (it reads
# no pip.conf), pip does the same from the same file.
define install
	@if ! $(BIN)/uv pip install --quiet --python $(PY) $(SAFELY) -r $(1) 2>$(VENV)/uv.log; then \
	  echo "uv is not available here, installing with pip (slower)"; \
	  $(PIP) install $(SAFELY) -r $(1); fi
endef

# Where an environment forbids it, every process that a test starts would compile the application anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run install test check fast format types contracts bench evaluate drill crash-demo screenshots lock messages migration

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 @\2/p' Makefile | awk -F@ '{printf "%-20s %s\n", $$1, $$2}'

# --- setting up -------------------------------------------------------------------------------
$(VENV)/.made: lock/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.x")'
	@echo "Setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install $(SAFELY) -r lock/uv.txt 2>$(VENV)/uv.log || true
	@touch $@

$(VENV)/.run: lock/run.txt $(VENV)/.made
	@echo "Installing what the application needs"
	$(call install,lock/run.txt)
	@touch $@

# The development lock holds everything of the run lock at the same versions (a test says so).
$(VENV)/.dev: lock/dev.txt $(VENV)/.made
	@echo "Installing what the application and its tests need"
	$(call install,lock/dev.txt)
	@touch $(VENV)/.run $@

install: $(VENV)/.run ## set up, so that .venv/bin/python -m quizapp works
	@echo "Ready: $(PY) -m quizapp --help"

# --- using it ---------------------------------------------------------------------------------
run: $(VENV)/.run ## set up and serve the demo on http://127.0.0.1:8000 (PORT=…)
	@$(PY) -m quizapp serve --demo --port $(PORT)

# --- checking it ------------------------------------------------------------------------------
test: $(VENV)/.dev ## set up, browser included, and run all tests (PYTEST_ARGS="-k …")
	@$(PY) tools/ensure_browser.py
	@$(PY) -m pytest $(PYTEST_ARGS)

check: $(VENV)/.dev ## everything that must hold before a merge, all tests included
	@echo "== format";       $(BIN)/ruff format --check
	@echo "== lint";         $(BIN)/ruff check
	@echo "== types";        $(BIN)/mypy
	@echo "== contracts";    $(BIN)/lint-imports --no-logo
	@echo "== templates";    $(BIN)/djlint --lint --quiet templates
	@echo "== translations"; $(EXTRACT) && $(PY) tools/check_messages.py $(EXTRACTED)
	@echo "== vendored";     $(PY) tools/vendor.py check
	@echo "== lock";         $(PY) tools/check_lock.py
	@echo "== bill";         $(PY) tools/sbom.py --check
	@echo "== figures";      $(PY) tools/figures.py
	@$(MAKE) --no-print-directory test

fast: $(VENV)/.dev ## the pure rooms' tests only
	@$(PY) -m pytest $(PYTEST_ARGS) $(wildcard tests/core tests/formats tests/intake tests/verification)

format: $(VENV)/.dev ## format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

types: $(VENV)/.dev ## mypy alone
	@$(BIN)/mypy

contracts: $(VENV)/.dev ## the import contracts alone
	@$(BIN)/lint-imports --no-logo

# --- for maintainers --------------------------------------------------------------------------
bench: $(VENV)/.dev ## what a page costs over the least it could cost; writes benchmarks/latest.json
	@$(PY) -m benchmarks

evaluate: $(VENV)/.run ## the drafting engine over the folder in QUIZAPP_CORPUS
	@$(PY) -m tools.evaluate

drill: $(VENV)/.dev ## the long reliability runs, or one (STAGE=load DRILL_ARGS="--questions 6")
	@$(PY) -m tools.drill $(STAGE) $(DRILL_ARGS)

crash-demo: $(VENV)/.run ## twenty seconds of answers with kill -9 under them
	@$(PY) -m tools.drill kill --seconds 20

screenshots: $(VENV)/.dev ## take the pictures of the documentation anew
	@$(PY) tools/ensure_browser.py
	@$(PY) tools/screenshots.py

lock: $(VENV)/.made ## resolve pyproject.toml anew into lock/ (LOCK_ARGS="--upgrade")
	@echo 'uv>=0.13' | $(COMPILE) - $(LOCK_ARGS) -o lock/uv.txt
	@$(COMPILE) pyproject.toml --group dev --extra articles --extra postgres --extra server $(LOCK_ARGS) -o lock/dev.txt
	@$(COMPILE) pyproject.toml --extra articles --extra postgres --extra server -c lock/dev.txt -o lock/run.txt
	@$(PYTHON) tools/check_lock.py
	@$(PYTHON) tools/sbom.py

messages: $(VENV)/.dev ## collect the texts to translate, update and compile the catalogues
	@$(EXTRACT)
	@for l in en it; do \
	  if [ -f $(CATALOGUES)/$$l/LC_MESSAGES/messages.po ]; then \
	    how="update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date"; else how=init; fi; \
	  $(BIN)/pybabel --quiet $$how --no-wrap -i $(EXTRACTED) -d $(CATALOGUES) -l $$l || exit 1; done
	@$(BIN)/pybabel --quiet compile -d $(CATALOGUES)
	@$(PY) tools/check_messages.py $(EXTRACTED) || true

migration: $(VENV)/.dev ## write a migration from the models: make migration m="add the hint"
	@test -n "$(m)" || { echo 'Say what it does: make migration m="…"' >&2; exit 2; }
	@$(PY) tools/new_migration.py "$(m)"
