# hearsay: make, make check, make install.  `make SAN=1` builds with ASan and UBSan into build/san.
# Programs, stages, lists and tests are found by looking: nothing is registered here.

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
DOCDIR = $(PREFIX)/share/doc/hearsay
VERSION = 0.1

PKGS = libpcre2-8 libutf8proc jansson libxml-2.0
PKG_CONFIG = pkg-config
CC = cc
CFLAGS = -O2 -g
HARDEN = -fPIE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
HARDEN_LINK = -pie -Wl,-z,relro,-z,now
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion

ifdef SAN
O = build/san
BIN = build/san/bin
SANFLAGS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
HARDEN =
HARDEN_LINK =
else
O = build
BIN = bin
endif

# Said once and clearly, not by the compiler.
ifeq ($(filter clean uninstall,$(MAKECMDGOALS)),)
MISSING := $(shell for p in $(PKGS); do $(PKG_CONFIG) --exists $$p || echo $$p; done)
ifneq ($(MISSING),)
$(error not installed, or unknown to $(PKG_CONFIG): $(MISSING); scripts/setup installs what is missing)
endif
endif

PKG_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PKGS))
PKG_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS))
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"' $(WARN) $(WERROR) $(HARDEN) $(CFLAGS) $(SANFLAGS) $(PKG_CFLAGS) $(CPPFLAGS)

# Who may include whom: each layer sees the headers of the layers under it, and no others.
SEES_base = -Isrc/base
SEES_text = -Isrc/text $(SEES_base)
SEES_stage = -Isrc/stage $(SEES_text)
SEES_stream = -Isrc/stream $(SEES_text)
SEES_cmd = -Isrc/stage $(SEES_stream)
SEES_test = $(SEES_cmd) -Isrc/test

LAYERS = base text stage stream
LIB_SRC = $(foreach l,$(LAYERS),$(sort $(wildcard src/$(l)/*.c)))
LIB_OBJ = $(LIB_SRC:src/%.c=$O/%.o) $O/builtin.o
LISTS = $(sort $(wildcard src/lexicon/*/*.tsv src/lexicon/*/*.model src/page/*))
PROGRAMS = $(patsubst src/cmd/%.c,%,$(sort $(wildcard src/cmd/*.c)))
FUZZERS = $(patsubst src/test/%.c,%,$(sort $(wildcard src/test/fuzz_*.c)))
TESTS = $(patsubst src/test/%.c,%,$(sort $(wildcard src/test/test_*.c)))
LONG_CHECKS = $(addprefix src/test/,properties.t faults.bats refusals.t hostile.bats contract.bats)
CHECKS = $(filter-out $(LONG_CHECKS),$(sort $(wildcard src/test/*.t src/test/*.bats)))
PAGES = $(sort $(wildcard src/cmd/*.1 src/*.5 src/*.7))

all: $(PROGRAMS:%=$(BIN)/%) $(if $(SAN),$(patsubst bin/%,$(BIN)/%,$(wildcard bin/hearsay)))

$O/lib.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $(LIB_OBJ)

$(PROGRAMS:%=$(BIN)/%): $(BIN)/%: $O/cmd/%.o $O/lib.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(SANFLAGS) $(HARDEN_LINK) $(LDFLAGS) -o $@ $< $O/lib.a $(PKG_LIBS) $(LDLIBS)

$(TESTS:%=$O/test/%): $O/test/%: $O/test/%.o $O/lib.a
	$(CC) $(CFLAGS) $(SANFLAGS) $(HARDEN_LINK) $(LDFLAGS) -o $@ $< $O/lib.a $(PKG_LIBS) $(LDLIBS)

# The sanitizer build has its own copy of the driver, which finds its programs beside itself.
ifdef SAN
$(BIN)/hearsay: bin/hearsay
	@mkdir -p $(@D)
	cp bin/hearsay $@
endif

define COMPILE
$O/$(1)/%.o: src/$(1)/%.c
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_CFLAGS) $$(SEES_$(1)) -MMD -MP -c -o $$@ $$<
endef
$(foreach l,$(LAYERS) cmd test,$(eval $(call COMPILE,$(l))))

# The word lists, embedded: one table of names and bytes.
$O/builtin.c: $(LISTS) scripts/embed Makefile $(dir $(LISTS))
	@mkdir -p $(@D)
	scripts/embed $(LISTS) > $@.new
	mv $@.new $@

$O/builtin.o: $O/builtin.c
	$(CC) $(ALL_CFLAGS) $(SEES_text) -c -o $@ $<

tests: $(TESTS:%=$O/test/%) $(FUZZERS:%=$O/test/%.o) $O/test/faulty.so

# To be preloaded: the system refuses.
$O/test/faulty.so: src/test/faulty.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) $(CFLAGS) -fPIC -shared $(LDFLAGS) -o $@ $<

# For scripts/fuzz, with clang.
fuzzers: $(FUZZERS:%=$O/test/%)

$(FUZZERS:%=$O/test/%): $O/test/%: $O/test/%.o $O/lib.a
	$(CC) $(CFLAGS) $(SANFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $O/lib.a $(PKG_LIBS) $(LDLIBS)

# The longest first: side by side with the others, and not behind them.
check: all tests
	BIN=$(BIN) O=$O prove $(PROVEFLAGS) $(LONG_CHECKS) $(TESTS:%=$O/test/%) $(CHECKS)

# Lines and branches that the tests run, a layer a line.
coverage:
	scripts/coverage

# Learns src/lexicon/en/entities.model anew, from annotated articles that are no part of this repository (scripts/make-model).
model: all
	scripts/make-model

# Programs, pages, what the shells complete, and the word lists to read and to copy from.
install: all
	install -D -m 755 -t $(DESTDIR)$(BINDIR) $(addprefix bin/,$(PROGRAMS) hearsay)
	set -e; for p in $(PAGES); do install -D -m 644 $$p $(DESTDIR)$(MANDIR)/man$${p##*.}/$${p##*/}; done
	scripts/completions bash bin $(DESTDIR)$(BASHDIR)
	scripts/completions zsh bin $(DESTDIR)$(ZSHDIR)
	set -e; for l in $(filter %.tsv,$(LISTS)); do install -D -m 644 $$l $(DESTDIR)$(DOCDIR)/$${l#src/}; done
	install -D -m 644 -t $(DESTDIR)$(DOCDIR) scripts/batch.mk scripts/schema
	install -D -m 755 -t $(DESTDIR)$(DOCDIR) scripts/to-sqlite scripts/to-postgres

uninstall:
	for p in $(PROGRAMS) hearsay; do rm -f $(DESTDIR)$(BINDIR)/$$p $(DESTDIR)$(BASHDIR)/$$p $(DESTDIR)$(ZSHDIR)/_$$p; done
	for p in $(notdir $(PAGES)); do rm -f $(DESTDIR)$(MANDIR)/man$${p##*.}/$$p; done
	rm -rf $(DESTDIR)$(DOCDIR)

# What is committed, as a source archive: the same bytes each time.
dist:
	@mkdir -p build/dist
	git archive --format=tar --prefix=hearsay-$(VERSION)/ HEAD | gzip -9n > build/dist/hearsay-$(VERSION).tar.gz

clean:
	rm -rf build $(PROGRAMS:%=bin/%)

.PHONY: all tests fuzzers check coverage model install uninstall dist clean
.SECONDARY:

-include $(wildcard $O/*/*.d)
