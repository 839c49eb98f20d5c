# Two commands do all the set-up: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: help setup run test check demo bench translations lock package clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP)  ## prepare .venv (and, where allowed, the system libraries Qt needs)

$(STAMP): pyproject.toml requirements.lock packaging/linux/system_libraries.sh packaging/build_hook.py
	@bash packaging/linux/system_libraries.sh "$(PYTHON)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

translations: $(STAMP)  ## compile translations/*/LC_MESSAGES/*.po
	@$(BIN)/pybabel -q compile --domain gongkai_desk --directory translations

run: setup translations  ## open the window; without a display, build the demo instead
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/gongkai-desk; else \
	  echo "没有显示器（DISPLAY 未设置），改为生成演示。/ No display: building the demo."; \
	  $(MAKE) --no-print-directory demo; fi

demo: setup translations  ## a filled office file, its documents and pictures of every screen, in build/demo
	@rm -rf build/demo && mkdir -p build
	@$(BIN)/gongkai-desk demo build/demo

check: setup translations  ## style, types, import directions, translations, budgets
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python packaging/translations.py check

test: check  ## everything that must hold; what .ci/run calls
	@# modules are compiled once, not by each process of the tests, whatever the shell is set to
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 2 --dist worksteal

bench: setup  ## measurements, none of them a test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

package: translations  ## the frozen program and its .deb, in dist/ (needs a network for cx_Freeze)
	bash packaging/linux/freeze.sh
	$(BIN)/python packaging/smoke.py
	bash packaging/linux/build_deb.sh

lock:  ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --constraint packaging/constraints.txt -o requirements.lock

clean:
	rm -rf build dist .venv
