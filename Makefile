# Every target sets up what it needs by itself: a Debian or Ubuntu machine with python3 >= 3.11, make and git is enough.
# `make run` shows what the product does, `make test` runs every test, `make check` is the whole gate.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate
CATALOGUES := $(wildcard src/hankesalkku/core/language/locale/*/LC_MESSAGES/hankesalkku.po)
COMPILED := $(CATALOGUES:.po=.mo)
SOURCES := $(shell find src -name '*.py')
EXAMPLE := examples/mallila/report.txt
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --cov
ON_POSTGRESQL := HANKESALKKU_TEST_ENGINE=postgresql $(PYTEST) -m database --cov-append

.PHONY: help setup setup-dev system-packages run test full lint check fmt bench score assets lock clean

help: ## Lists the targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

# --- set-up: each stamp is older than what it was made from only when something has to be done again ------------------

.venv/.made:
	tools/make-venv.sh .venv
	touch $@

.venv/.run: .venv/.made requirements/run.txt requirements/build.txt
	$(PIP) --require-hashes -r requirements/run.txt -r requirements/build.txt
	touch $@

.venv/.project: .venv/.run pyproject.toml hatch_build.py src/hankesalkku/__init__.py
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# The guarded child that reads a file writes no bytecode, so that it would compile its readers each time.
.venv/.bytecode: .venv/.project $(SOURCES)
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.dev: .venv/.project requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	touch $@

%.mo: %.po hatch_build.py .venv/.run
	@$(BIN)/python hatch_build.py
	@touch $@

setup: .venv/.project .venv/.bytecode $(COMPILED) ## Makes .venv with .venv/bin/hankesalkku

setup-dev: setup .venv/.dev

system-packages:
	@tools/system-packages.sh

# --- what the product does -------------------------------------------------------------------------------------------

run: setup ## Reads, checks and rewrites the example city's report
	@mkdir -p out
	$(BIN)/hankesalkku read $(EXAMPLE) --format table
	$(BIN)/hankesalkku check $(EXAMPLE) --fail-on never
	$(BIN)/hankesalkku write $(EXAMPLE) -o out/mallila-report.pdf
	$(BIN)/hankesalkku write $(EXAMPLE) -o out/mallila-report.docx
	@printf '\nRaportti on kirjoitettu: %s ja %s\nThe report is written to these two files.\n' \
		"$(CURDIR)/out/mallila-report.pdf" "$(CURDIR)/out/mallila-report.docx"

# --- the gate --------------------------------------------------------------------------------------------------------

test: setup-dev system-packages ## Runs every test, those with a database on both engines, with coverage
	$(PYTEST) --cov-report=
	$(ON_POSTGRESQL) --cov-report=term

full: setup-dev system-packages ## Runs the tests that take long too, with many more examples
	HYPOTHESIS_PROFILE=full HANKESALKKU_TEST_FULL=1 $(PYTEST) --cov-report=
	HYPOTHESIS_PROFILE=full HANKESALKKU_TEST_FULL=1 $(ON_POSTGRESQL) --cov-report=term

lint: setup-dev ## Checks format, style, types, import rules and the docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	HANKESALKKU_DATA_DIR=$(CURDIR)/out/lint $(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -q tests/docs

check: ## The whole gate: lint, then test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test

fmt: setup-dev ## Formats the code and mends what can be mended without thought
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# --- measuring -------------------------------------------------------------------------------------------------------

bench: setup-dev ## Measures speed: ratios taken in one run
	$(BIN)/python -m bench

score: setup-dev ## Measures how much of the sample reports is read right
	$(BIN)/python -m bench.score

# --- upkeep ----------------------------------------------------------------------------------------------------------

assets: ## Builds the pages' style sheet and scripts anew (needs Node; running the site does not)
	cd assets && npm install --no-package-lock --no-audit --no-fund --ignore-scripts
	node assets/build.mjs

lock: setup-dev ## Locks the dependencies anew, with hashes; UPGRADE=--upgrade takes newer versions
	$(LOCK) $(UPGRADE) pyproject.toml -o requirements/run.txt
	$(LOCK) $(UPGRADE) --group build -c requirements/run.txt -o requirements/build.txt
	$(LOCK) $(UPGRADE) pyproject.toml --group build --group dev \
		-c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt

clean: ## Removes everything that was made
	rm -rf .venv .tools out build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis assets/node_modules
	find src tests -name __pycache__ -prune -exec rm -rf {} +
	rm -f $(COMPILED)
