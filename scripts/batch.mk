# batch.mk: a folder of daily archives into daily tables, and tables of all days.
#
#   make -f batch.mk IN=archives OUT=tables -j8
#
# Each file of IN is a day, named by what stands before its first full stop: 2026-01-17.jsonl.gz, 2026-01-18.wet.zst, or anything
# else that gather reads; a folder of articles is one, too.  A day becomes OUT/DAY/stream.tsv, a table for each of TABLES,
# and, of each program, the rows that it left out (OUT/DAY/PROGRAM.rejects, where there are any); what of a folder holds no
# text is named.  OUT/TABLE.tsv is of all days.
# What is done is not done again until its archive, or anything in its folder, is newer.  Nothing is seen under its own name before it is whole, so that a
# run that was stopped goes on where it stopped.
IN = archives
OUT = tables
TABLES = statement speaker entity source
ALL_DAYS = speaker entity source day
METHOD = model

SHELL = /bin/bash
.SHELLFLAGS = -eu -o pipefail -c
export LC_ALL = C
.DELETE_ON_ERROR:
.SECONDARY:

# A shell and make read these names, too.
odd := $(shell ls '$(IN)' | LC_ALL=C grep -m 1 '[^A-Za-z0-9._+@,-]')
ifneq ($(odd),)
$(error a name of other characters than letters, digits and . _ + @ , - in $(IN))
endif
archives := $(wildcard $(IN)/*)
day = $(firstword $(subst ., ,$(notdir $(1))))
days := $(sort $(foreach a,$(archives),$(call day,$(a))))
ifneq ($(words $(days)),$(words $(archives)))
$(error two archives of one day in $(IN))
endif

tables: $(foreach d,$(days),$(TABLES:%=$(OUT)/$(d)/%.tsv)) $(ALL_DAYS:%=$(OUT)/%.tsv)

# How an archive is unpacked, and what gather is to take it for.
packed = $(patsubst %.zst,%,$(patsubst %.xz,%,$(patsubst %.gz,%,$(1))))
unpack = $(if $(filter %.gz,$(1)),zcat,$(if $(filter %.xz,$(1)),xzcat,$(if $(filter %.zst,$(1)),zstdcat,cat)))
format = $(patsubst .%,%,$(suffix $(call packed,$(1))))
read = if [ -d $(1) ]; then gather $(1) || [ $$$$? = 1 ]; else \
  $(call unpack,$(1)) $(1) | gather --from $(call format,$(1)) --rejects $$(@D)/gather.rejects; fi

# A folder is as old as what was last put into it: an article that was written anew is looked for.
touched = $(if $(shell [ -d $(1) ] && find $(1)/ -newer $(2) 2>/dev/null | head -c 1),again)

define DAY
$(OUT)/$(2)/stream.tsv: $(1) $(call touched,$(1),$(OUT)/$(2)/stream.tsv)
	mkdir -p $$(@D)
	rm -f $$(@D)/*.rejects
	{ $(call read,$(1)); } | normalize | \
	  sentence-split --rejects $$(@D)/sentence-split.rejects | \
	  extract-quotes --rejects $$(@D)/extract-quotes.rejects | \
	  tag-entities --method $(METHOD) --rejects $$(@D)/tag-entities.rejects | \
	  match-quotes --edits --rejects $$(@D)/match-quotes.rejects >$$@.new
	find $$(@D) -name '*.rejects' -empty -delete
	mv $$@.new $$@

$(OUT)/$(2)/%.tsv: $(OUT)/$(2)/stream.tsv
	aggregate --header --by $$* $$< >$$@.new
	mv $$@.new $$@

$(OUT)/$(2)/%.part: $(OUT)/$(2)/stream.tsv
	aggregate --partial --by $$* $$< >$$@.new
	mv $$@.new $$@
endef
$(foreach a,$(archives),$(eval $(call DAY,$(a),$(call day,$(a)))))

# No more of the facts of many days is in memory than those of one key.
define ALL
$(OUT)/$(1).tsv: $(foreach d,$(days),$(OUT)/$(d)/$(1).part)
	sort -m $$^ | aggregate --header --by $(1) --merge --sorted >$$@.new
	mv $$@.new $$@
endef
$(foreach t,$(ALL_DAYS),$(eval $(call ALL,$(t))))

.PHONY: tables again
