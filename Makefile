# The front door: `make help` lists what can be done. Each target installs what it lacks.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test kill bench bench-peers instructions format sanitize format-check \
        test-cpp test-python compilers drawers testers

export CMAKE_BUILD_PARALLEL_LEVEL ?= $(shell nproc)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

bin := .venv/bin
space := $(subst ,, )
pip := $(bin)/pip install --quiet
package_files = $(shell find CMakeLists.txt pyproject.toml cmake include src python \
                             scenarios/library -name __pycache__ -prune -o -print 2>/dev/null)
cpp_files = $(shell find include src tests bench python -name '*.[ch]pp')

help: ## This list
	@awk -F ':.*## ' '/:.*## / && /^[a-z]/ { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: .venv/critflow drawers ## The Dutch batteries to 2060: a table here, tables and a page in results/
	@$(bin)/critflow run scenarios/nl-batteries

test: rooms = stock network study
test: format-check test-cpp sanitize test-python ## Everything that must hold

kill: .venv/critflow .venv/tools ## A study killed at 50 moments and started again: the same bytes
	@CRITFLOW_KILLS=50 $(bin)/pytest tests/python/test_study_killed.py

bench: compilers testers ## Our speed, by Google Benchmark
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target benchmarks
	@for program in build/release/bench/bench_*; do $$program; done

# `make bench-peers quick=1` asks only whether the numbers agree.
bench-peers: .venv/peers compilers testers ## Our speed beside NumPy, flodym and dpmfa
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target peers_samples
	@PYTHONPATH=bench $(bin)/python -m peers $(if $(quick),--quick)

instructions: compilers testers ## The instructions that fixed runs take, counted and kept
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target instructions
	@python3 bench/instructions.py build/release/bench/instructions --renew

format: testers .venv/tools ## Lay out C++ and Python as the house does
	@clang-format-14 -i $(cpp_files)
	@$(bin)/ruff format --quiet .
	@$(bin)/ruff check --quiet --fix .

# `make sanitize rooms="io stock"` tries some rooms only.
sanitize: compilers testers ## The C++ tests by Clang, under the address and undefined-behaviour sanitizers
	@cmake --preset sanitize >/dev/null
	@cmake --build --preset sanitize --target $(if $(rooms),$(rooms:%=test_%),tests)
	@ctest --preset sanitize $(if $(rooms),--tests-regex '^($(subst $(space),|,$(rooms)))$$')

format-check: testers .venv/tools
	@clang-format-14 --dry-run --Werror $(cpp_files)
	@$(bin)/ruff format --quiet --check .
	@$(bin)/ruff check --quiet .

test-cpp: compilers testers
	@cmake --workflow --preset release

test-python: .venv/critflow .venv/tools drawers
	@$(bin)/mypy
	@$(bin)/stubtest --allowlist tests/python/stubtest.txt critflow._core
	@$(bin)/pytest --numprocesses auto

compilers:
	@.ci/need cmake ninja-build g++ libeigen3-dev libboost-dev libtomlplusplus-dev \
	  librandom123-dev

drawers:
	@.ci/need graphviz

testers:
	@.ci/need doctest-dev nlohmann-json3-dev libbenchmark-dev python3 clang-14 \
	  libclang-rt-14-dev clang-format-14 valgrind

.venv/made: .ci/make-venv
	@.ci/make-venv
	@touch $@

.venv/critflow: $(package_files) | compilers .venv/made
	@echo "Building critflow; the first time takes some minutes"
	@$(pip) --no-build-isolation --config-settings build-dir=build/python \
	  --config-settings cmake.define.CRITFLOW_DEVELOP=ON '.[all]'
	@touch $@

.venv/tools: tests/python/requirements.txt | .venv/made
	@$(pip) --requirement $<
	@touch $@

.venv/peers: bench/requirements.txt .venv/critflow
	@$(pip) --requirement $<
	@touch $@
