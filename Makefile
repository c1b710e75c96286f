# make demo   replay the sample week, offline: no key, no network
# make test   all tests, on loopback only
# make site-test  hostile pages through Jekyll, Hugo and a browser, with pictures
# make cluster-test  an array job on a real Slurm, which it starts and ends; needs root
# make bench  how fast the program is; BENCH=full for as much as the targets are about, BENCH=checks
#             for the checks alone, BENCH=feed for the reading of a feed
# make soak   200,000 papers through a model that fails in every way: memory, descriptors and counts;
#             SOAK=n for n papers, SOAK_MIB=n for another bound on memory
# make check  what CI runs, and all it runs
PREFIX ?= /usr/local
DEMO := .build/demo
DIGEST := .build/debug/arxiv-digest
# Without the Swift runtime as a library apart the program starts in two thirds of the time, and runs
# where no Swift is.
RELEASE := -c release --static-swift-stdlib
# Where shells and man look.
SHARE = $(DESTDIR)$(PREFIX)/share
MAN_DIR = $(SHARE)/man/man1
BASH_DIR = $(SHARE)/bash-completion/completions
ZSH_DIR = $(SHARE)/zsh/site-functions
FISH_DIR = $(SHARE)/fish/vendor_completions.d

.PHONY: demo test site-test cluster-test bench soak check lint lint-workflows build format install uninstall sanitize
.PHONY: libcurl sites shells

demo: libcurl
	swift build --product arxiv-digest
	@rm -rf $(DEMO)
	@env -u MODEL_PROFILE -u MODEL_KIND -u MODEL_NAME -u MODEL_BASE_URL \
	  $(DIGEST) run --week 2024-07-26 --topic sd --model openai --replay Fixtures/sample-week \
	  --runs $(DEMO)/runs --site $(DEMO)/site
	@cmp $(DEMO)/site/_sd/2024-07-26.md Fixtures/sample-week/site/_sd/2024-07-26.md
	@echo
	@echo "The page of the sample week: $(DEMO)/site/_sd/2024-07-26.md"
	@echo "A real week: put a key into .env (see .env.example), then: $(DIGEST) run --topic sd"

# A few tests at a time: each may start programs and servers, and none should wait for all others.
WIDTH := --experimental-maximum-parallelization-width 8

test: libcurl shells
	@.ci/failures-last swift test $(WIDTH)

# SITE_SEED=1 throws other random texts.
site-test: libcurl sites
	SITE_TESTS=1 swift test --filter SiteTests
	@echo "What a browser shows: .build/site-test/*.png"

# Says in its last lines how long the weeks take on one, two and four tasks.
cluster-test: libcurl
	@CLUSTER_TESTS=1 .ci/slurm .ci/failures-last swift test --filter ClusterTests

# The checks on the records of the sample week, which the demo makes; all else on made-up papers.
# BENCH_WORDS=--json for a form that programs read.
bench: demo
	@for program in arxiv-digest bench bench-server bench-reference; do \
	  swift build $(RELEASE) --product $$program || exit 1; \
	done
	@.build/release/bench $(BENCH_WORDS) $(DEMO)/runs 2024-07-26 $(CURDIR)/prompts \
	  $(CURDIR)/.build/release

# Some minutes, and as large a week as no year brings; no part of `check`.
soak: export SOAK ?= 200000
soak: libcurl
	@for program in arxiv-digest bench bench-server; do \
	  swift build $(RELEASE) --product $$program || exit 1; \
	done
	@.build/release/bench soak $(CURDIR)/prompts $(CURDIR)/.build/release

# Installs into the build folder only, and runs what was installed from elsewhere.
check: DESTDIR := $(CURDIR)/.build/installed
check: lint lint-workflows build demo test install site-test cluster-test sanitize bench
	cd / && $(DESTDIR)$(PREFIX)/bin/arxiv-digest run --week 2024-07-26 --topic sd --model openai \
	  --replay $(CURDIR)/Fixtures/sample-week --runs $(DESTDIR)/runs --site $(DESTDIR)/site
	mandoc -Tlint -Wwarning $(MAN_DIR)/arxiv-digest.1
	bash -n $(BASH_DIR)/arxiv-digest
	zsh -n $(ZSH_DIR)/_arxiv-digest
	fish -n $(FISH_DIR)/arxiv-digest.fish

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

# By the schema that editors use; check-jsonschema comes from PyPI, into pipx's own cache.
lint-workflows:
	@sh .ci/programs pipx pipx
	pipx run --spec check-jsonschema==0.39.0 check-jsonschema \
	  --builtin-schema vendor.github-workflows .github/workflows/*.yml

build: libcurl
	swift build --build-tests --explicit-target-dependency-import-check error

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

install: libcurl
	swift build $(RELEASE) --product arxiv-digest
	install -D -m 755 .build/release/arxiv-digest $(DESTDIR)$(PREFIX)/bin/arxiv-digest
	install -d $(SHARE)/arxiv-digest/prompts $(MAN_DIR) $(BASH_DIR) $(ZSH_DIR) $(FISH_DIR)
	install -m 644 digest.json .env.example $(SHARE)/arxiv-digest
	install -m 644 prompts/* $(SHARE)/arxiv-digest/prompts
	.build/release/arxiv-digest man >$(MAN_DIR)/arxiv-digest.1
	.build/release/arxiv-digest completions bash >$(BASH_DIR)/arxiv-digest
	.build/release/arxiv-digest completions zsh >$(ZSH_DIR)/_arxiv-digest
	.build/release/arxiv-digest completions fish >$(FISH_DIR)/arxiv-digest.fish
	chmod 644 $(MAN_DIR)/arxiv-digest.1 $(BASH_DIR)/arxiv-digest \
	  $(ZSH_DIR)/_arxiv-digest $(FISH_DIR)/arxiv-digest.fish

uninstall:
	rm -rf $(SHARE)/arxiv-digest
	rm -f $(DESTDIR)$(PREFIX)/bin/arxiv-digest $(MAN_DIR)/arxiv-digest.1 $(BASH_DIR)/arxiv-digest \
	  $(ZSH_DIR)/_arxiv-digest $(FISH_DIR)/arxiv-digest.fish

# The network code under the thread and the address sanitizer.
sanitize: libcurl
	swift test $(WIDTH) --filter HTTPTests --sanitize=thread --scratch-path .build-thread
	swift test $(WIDTH) --filter HTTPTests --sanitize=address --scratch-path .build-address

libcurl:
	@sh .ci/libcurl

sites:
	@sh .ci/programs "jekyll hugo chromium" \
	  "jekyll ruby-kramdown-parser-gfm hugo chromium fonts-noto-cjk"

# What the tests hold completions and the manual page against.
shells:
	@sh .ci/programs "zsh fish groff mandoc" "zsh fish groff mandoc"
