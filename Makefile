.PHONY: help demo run test leaks clean
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin

help: ## what can be made
	@echo "make demo    set up and open the bot in this terminal, with a demo household"
	@echo "make run     set up and run the service on your own data (see README)"
	@echo "make test    set up everything for development and run all checks"
	@echo "make leaks   hunt for permission leaks in many more random households (WORLDS=50000)"
	@echo "make clean   remove the environment and the demo's data (your own data stays)"

demo: ## the bot in the terminal, the companion page beside it
	@$(PYTHON) -P bot/bootstrap.py run
	@test -e demo-data || { echo 'making the demo household …' >&2; $(BIN)/recommendarr demo --prepare; }
	@$(BIN)/recommendarr demo

run: ## the service on your own data
	@$(PYTHON) -P bot/bootstrap.py run
	@$(BIN)/recommendarr run

test: ## lint, types, import rules, translations, facts, tests with coverage
	@$(PYTHON) -P bot/bootstrap.py dev
	@$(BIN)/python -m tests.gate

clean:
	rm -rf .venv demo-data

leaks: ## more random households: make leaks WORLDS=50000
	@$(PYTHON) -P bot/bootstrap.py dev
	@OMP_NUM_THREADS=1 WORLDS=$(or $(WORLDS),10000) $(BIN)/pytest tests/properties -q -n auto -o faulthandler_timeout=0
