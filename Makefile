# The one front door for commands: `make help`.
SHELL := /bin/bash
# With pyenv a `uv` on the path may belong to another Python and fail; then the project brings its own.
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo $(CURDIR)/.tools/bin/uv)
PY := .venv/bin/python -W ignore
WEB := web/.venv/bin/python
MODEL := models/praktijk.tar.gz
TRAINING := config.yml domain.yml $(wildcard data/*/*.yml) $(wildcard stories/*.yml) $(filter-out bot/nlu/report.py,$(wildcard bot/nlu/*.py))
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONPATH := $(CURDIR)

.DEFAULT_GOAL := help
.PHONY: help install nl-model train run chat test test-quick lint evaluate train-safety safety-report faults fuzz long-conversation record journal-faults train-names backup redaction-tables postgres data-report calibrate understanding compare-pipelines check-content format-content check-launch widget widget-size widget-pictures browser lock clean

help: ## show these commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

run: install $(MODEL) ## install, train and start everything; prints the address
	@$(WEB) -m web.run serve

chat: install $(MODEL) ## the assistant in a terminal
	@$(WEB) -m web.run chat

test: install $(MODEL) browser postgres redaction-tables ## all tests, the whole way from a browser to the content
	$(PY) -m pytest -q tests/bot tests/actions
	$(WEB) -m pytest -q tests/door tests/journal tests/conversation tests/browser

test-quick: install ## the tests that need no model and no browser
	$(PY) -m pytest -q tests/bot tests/actions
	$(WEB) -m pytest -q tests/door tests/journal

train: nl-model ## train the model anew
	@rm -f $(MODEL)
	@$(MAKE) --no-print-directory $(MODEL)

evaluate: install $(MODEL) ## measure the assistant over the chat API (needs the evaluation set in SHARED)
	@$(WEB) -m web.run evaluate $(ARGS)

train-safety: install ## train the safety detector anew; its weights are part of the repository (ten minutes)
	@$(PY) -m bot.safety.train

safety-report: install ## the safety net on its own examples, each author held back, with intervals (two hours; ten minutes with ARGS="--folds 5")
	@$(PY) -m bot.safety.report $(ARGS)

faults: install $(MODEL) ## break one part after another; is every visitor still answered? (six minutes)
	@$(WEB) -m bench.faults

fuzz: install $(MODEL) ## twenty thousand bad inputs against a running assistant (ten minutes)
	@$(WEB) -m bench.fuzz $(ARGS)

long-conversation: install $(MODEL) ## one visitor, a thousand turns: does it become slower? (a minute)
	@$(WEB) -m bench.long_conversation

record: install ## kill the door two hundred times while it writes; is anything lost or written twice? (ten minutes)
	@$(WEB) -m bench.record $(ARGS)

journal-faults: install $(MODEL) postgres ## lock, fill, spoil and stop the journal while people chat (six minutes)
	@$(WEB) -m bench.journal_faults

train-names: install ## learn anew to find names in what visitors type (a minute); the weights are part of the repository
	@$(WEB) -m web.journal.train_names $(ARGS)

backup: install ## a backup of the journal in BACKUP_DIR; restore and compare: python -m web.journal.backup --help
	@$(WEB) -m web.journal.backup make

data-report: install ## training examples per family and author, near duplicates
	@$(PY) -m bot.nlu.report data

calibrate: install ## recognition and confidence in a cross-validation over authors
	@$(PY) -m bot.nlu.report calibration

understanding: install ## ablation table, calibration and confusion plots of docs/understanding.md (half an hour)
	@$(PY) -m bench.understanding

compare-pipelines: install $(MODEL) ## all of docs/understanding.md again: the tables and plots, and Rasa's default pipeline on the same data (two hours)
	@$(PY) -m bench.understanding
	@mkdir -p models/stock
	@test -f models/stock/stock.tar.gz || .venv/bin/rasa train nlu --nlu data/nlu --config bench/stock/config.yml --out models/stock --fixed-model-name stock
	@$(PY) -m bench.compare_pipelines models/stock/stock.tar.gz 2>/dev/null
	@$(WEB) -m bench.turn_time

check-content: install ## load and check content/
	@$(PY) -m bot.answers check

format-content: install ## bring the content files into their canonical form
	@$(PY) -m bot.answers format

check-launch: install ## what a clinician or the practice must still approve or fill in
	@$(PY) -m bot.answers launch

lint: install ## ruff
	.venv/bin/ruff check .

nl-model: install build/nl_model/meta.json ## the Dutch spaCy pipeline

widget: ## build the widget anew (needs node; the built file is part of the repository)
	cd web/widget && npm ci --silent && npm run --silent build

widget-size: ## the size of the widget beside two ready-made ones (needs node and the npm registry)
	@cd web/widget && npm run --silent size

widget-pictures: install $(MODEL) browser ## pictures of every state of the widget, for docs/widget.md (two minutes)
	@$(WEB) -m bench.widget_pictures

browser: ## Debian's chromium for the browser tests
	@command -v chromium >/dev/null || { [ $$(id -u) = 0 ] && command -v apt-get >/dev/null && echo "Installing chromium ..." && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || \
	  { echo "The browser tests need chromium: sudo apt-get install chromium"; exit 1; }

postgres: ## Debian's PostgreSQL, for the tests of the journal
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { [ $$(id -u) = 0 ] && command -v apt-get >/dev/null && \
	  echo "Installing PostgreSQL ..." && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null; } || \
	  { echo "The tests of the journal need PostgreSQL: sudo apt-get install postgresql"; exit 1; }

redaction-tables: install build/deduce/built ## what deduce needs to know, built once (a minute or three)

build/deduce/built: web/requirements.lock | web/.venv/installed
	@echo "Building the tables of deduce (a minute or three) ..."
	@$(WEB) -W ignore -c "from web.journal.worker import load_deduce; load_deduce()" 2>/dev/null
	@touch $@

install: .venv/installed web/.venv/installed ## both Python environments

lock: ## resolve the dependencies anew
	$(UV) pip compile --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements.lock -q --upgrade
	cd web && $(UV) pip compile --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements.lock -q --upgrade

clean: ## remove what was built and installed
	rm -rf .venv web/.venv .tools build models .cache

$(MODEL): $(TRAINING) build/nl_model/meta.json | .venv/installed
	@echo "Training the model (some minutes the first time, on two cores) ..."
	@mkdir -p models var/log
	@# --force: Rasa's own cache knows the settings of a component, not the modules that it calls; what is costly, the encoder, has a cache of ours.
	@.venv/bin/rasa train --force --data data stories --out models --fixed-model-name praktijk > var/log/train.log 2>&1 || { tail -20 var/log/train.log; exit 1; }
	@touch $(MODEL)

build/nl_model/meta.json: bot/nlu/nl_model.py bot/nlu/spelling.py bot/nlu/chat_spelling.txt $(wildcard bot/nlu/terms/*.yml) | .venv/installed
	@$(PY) -m bot.nlu.nl_model 2>/dev/null

.venv/installed: requirements.lock .python-version | uv
	@echo "Installing Rasa (1.8 GB) ..."
	@$(UV) venv -q --clear .venv && VIRTUAL_ENV=$(CURDIR)/.venv $(UV) pip sync -q --require-hashes requirements.lock
	@touch $@

web/.venv/installed: web/requirements.lock web/.python-version | uv
	@cd web && $(UV) venv -q --clear .venv && VIRTUAL_ENV=$(CURDIR)/web/.venv $(UV) pip sync -q --require-hashes requirements.lock
	@touch $@

.PHONY: uv
uv:
	@$(UV) --version >/dev/null 2>&1 || { python3 -m venv .tools && .tools/bin/pip install -q uv; }
