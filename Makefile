# Needs: make, Python 3.11 or later with its venv module, and a network to fetch packages by pip (the first time only).
# Everything lands in .venv; remove that folder to start afresh. Another Python: make test PYTHON=/path/to/python3

PYTHON ?=
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: help demo test check bench golden pictures torture mutants words

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/run-ready ## a made-up city on one screen and on one page, then what is known of the real documents here
	@$(BIN)/python docs/demo.py

test: $(VENV)/dev-ready ## the tests
	@$(BIN)/python -m pytest -q

check: $(VENV)/dev-ready ## lint, format, types, and the floor plan
	$(BIN)/python -m ruff check --quiet .
	$(BIN)/python -m ruff format --check --quiet .
	$(BIN)/python -m mypy --strict tracker
	$(BIN)/python -m pytest -q tests/test_floors.py

bench: $(VENV)/dev-ready ## speed, as ratios against budgets; fails when one is over
	@$(BIN)/python benchmarks/bench.py

golden: $(VENV)/dev-ready ## rewrite the expected outputs in tests/golden/ ; read the difference before you commit it
	RENEW_GOLDEN=1 $(BIN)/python -m pytest -q tests
	@git --no-pager diff --stat -- tests/golden 2>/dev/null || true

pictures: $(VENV)/dev-ready ## draw docs/pictures again (needs Chromium and a Chinese font); look at them before you commit
	$(BIN)/python docs/make_pictures.py

torture: $(VENV)/dev-ready ## writers killed at any instant, ten thousand times: nothing acknowledged may be lost
	$(BIN)/python tests/reliability/storm.py --kills 10000

mutants: $(VENV)/dev-ready ## eighty small faults, one at a time in a copy: fails when the tests notice fewer than 75 (half an hour)
	@$(BIN)/python tests/mutants.py

words: $(VENV)/dev-ready ## compile the catalogues of translated words
	@for catalogue in tracker/render/locale/*/LC_MESSAGES/*.po; do \
	  test -e "$$catalogue" || { echo "no catalogue in tracker/render/locale yet"; exit 0; }; \
	  $(BIN)/pybabel compile --input-file="$$catalogue" --output-file="$${catalogue%.po}.mo" || exit 1; \
	done

$(BIN)/python:
	@for candidate in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  "$$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  echo "Making $(VENV) with $$("$$candidate" --version) (once)"; \
	  exec "$$candidate" -m venv $(VENV); \
	done; \
	echo "No Python 3.11 or later with its venv module was found." >&2; \
	echo "Install one (Debian: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3" >&2; \
	exit 1

$(VENV)/run-ready: pyproject.toml | $(BIN)/python
	@echo "Installing tracker and what it needs into $(VENV)"
	@$(PIP) install --editable . jinja2
	@touch $@

$(VENV)/dev-ready: pyproject.toml | $(BIN)/python
	@echo "Installing tracker and the tools to test it into $(VENV)"
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/run-ready
