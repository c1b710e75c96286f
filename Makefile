# make demo   replay the sample week, offline: no key, no network
# make test   all tests, on loopback only
# make site-test  hostile pages through Jekyll, Hugo and a browser, with pictures
# make bench  how fast the checks are
# make check  what CI runs, and all it runs
PREFIX ?= /usr/local
DEMO := .build/demo
DIGEST := .build/debug/arxiv-digest

.PHONY: demo test site-test bench check lint build format install sanitize libcurl sites

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

test: libcurl
	@.ci/failures-last swift test $(WIDTH)

# SITE_SEED=1 throws other random texts.
site-test: libcurl sites
	SITE_TESTS=1 swift test --filter SiteTests
	@echo "What a browser shows: .build/site-test/*.png"

# On the records of the sample week, which the demo makes.
bench: demo
	swift build -c release --product bench
	.build/release/bench $(DEMO)/runs 2024-07-26 prompts

# Installs into the build folder only, and runs what was installed from elsewhere.
check: DESTDIR := $(CURDIR)/.build/installed
check: lint build demo sanitize install test site-test bench
	cd / && $(DESTDIR)$(PREFIX)/bin/arxiv-digest run --week 2024-07-26 --topic sd --model openai \
	  --replay $(CURDIR)/Fixtures/sample-week --runs $(DESTDIR)/runs --site $(DESTDIR)/site

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

build: libcurl
	swift build --build-tests --explicit-target-dependency-import-check error

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

install: libcurl
	swift build -c release --product arxiv-digest
	install -D -m 755 .build/release/arxiv-digest $(DESTDIR)$(PREFIX)/bin/arxiv-digest
	install -d $(DESTDIR)$(PREFIX)/share/arxiv-digest/prompts
	install -m 644 digest.json .env.example $(DESTDIR)$(PREFIX)/share/arxiv-digest
	install -m 644 prompts/* $(DESTDIR)$(PREFIX)/share/arxiv-digest/prompts

# The network code under the thread and the address sanitizer.
sanitize: libcurl
	swift test $(WIDTH) --filter HTTPTests --sanitize=thread --scratch-path .build-thread
	swift test $(WIDTH) --filter HTTPTests --sanitize=address --scratch-path .build-address

libcurl:
	@sh .ci/libcurl

sites:
	@sh .ci/sites
