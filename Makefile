# demo   try it: everything in one foreground process tree, on http://127.0.0.1:8000
# test   all tests this machine can run        check  lint, types, contracts, audit
# bench  our own measurements                   format put code and templates into the one form
# lock   resolve the requirements anew
#
# All targets use .venv and make it when missing. They need Python 3.11 or newer, and make.

PORT ?= 8000
MAIL_PORT ?= 8025
DATA ?= var
BIN := .venv/bin
# The first Python that is new enough; PYTHON=… names another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types imports templates migrations deploy audit bench format lock

help:
	@sed -n '/^#/s/^# \{0,1\}//p;/^$$/q' Makefile

demo: .venv/installed
	@DATA_DIR="$(DATA)" exec $(BIN)/python -m messagecenter.demo --port "$(PORT)" --mail-port "$(MAIL_PORT)"

test: .venv/installed-dev
	@$(BIN)/python -m tests $(ARGS)

check: lint imports templates migrations deploy types audit

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed-dev
	$(BIN)/mypy

imports: .venv/installed-dev
	$(BIN)/lint-imports

templates: .venv/installed-dev
	@find templates -name '*.html' -print0 | xargs -0r $(BIN)/djade --check --target-version 5.2

migrations: .venv/installed-dev
	$(BIN)/python manage.py makemigrations --check --dry-run --settings tests.settings

deploy: .venv/installed-dev
	.ci/deploy-check

audit: .venv/installed-dev
	.ci/audit

bench: .venv/installed-dev
	@$(BIN)/python manage.py bench $(ARGS)

format: .venv/installed-dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	find templates -name '*.html' -print0 | xargs -0r $(BIN)/djade --target-version 5.2

lock: .venv/installed-dev
	@for f in requirements requirements-dev; do \
		$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
			$$f.txt -o $$f.lock || exit 1; done

.venv/installed: requirements.lock
	@.ci/install "$(PYTHON)" requirements.lock
	@touch $@

# The development set holds the running one, so both are in place after it.
.venv/installed-dev: requirements.lock requirements-dev.lock
	@.ci/install "$(PYTHON)" requirements-dev.lock
	@touch .venv/installed $@
