#include "normalize.h"

#include <limits.h>

#include "normalize_alphabet.h"
#include "normalize_bytes.h"
#include "normalize_chars.h"
#include "normalize_encoding.h"
#include "normalize_entity.h"
#include "normalize_latin.h"
#include "normalize_lines.h"
#include "normalize_markup.h"
#include "normalize_nfc.h"
#include "normalize_scan.h"
#include "normalize_wrap.h"
#include "table.h"

enum { ROUNDS_MOST = 16, LAYERS_MOST = 6 }; /* times that a text is repaired that was misread again and again */

struct normalize {
	const struct normalize_options *options;
	struct char_table *chars;
	struct table entities, elements, attributes;
	struct patch_list patches;  /* of the pass that runs */
	struct slice text;          /* as the passes so far have left it */
	unsigned found;             /* what normalize_scan says of it */
	struct buf bytes[2];        /* text, and the text that a pass makes of it, by turns */
	struct edit_list edits[2];  /* likewise */
	size_t turn;
	bool changed;               /* by the pass that runs */
	bool stale;                 /* text has changed since it was scanned */
	unsigned settled;           /* SCAN_ bits of what was looked for, and is not there to be repaired, since it changed */
	size_t count[EDIT_REASONS];
};

struct normalize *
normalize_new(const struct normalize_options *options)
{
	struct normalize *n = mem_alloc(sizeof *n);

	n->options = options;
	n->patches.wanted = options->only == 0 ? UINT_MAX : options->only | 1u << EDIT_BYTES;
	n->chars = char_table_new();
	n->entities = table_load("entities");
	n->elements = table_load("elements");
	n->attributes = table_load("attributes");
	return n;
}

void
normalize_free(struct normalize *n)
{
	char_table_free(n->chars);
	table_free(&n->entities);
	table_free(&n->elements);
	table_free(&n->attributes);
	patch_free(&n->patches);
	for (size_t i = 0; i < 2; i++) {
		buf_free(&n->bytes[i]);
		mem_free(n->edits[i].at);
	}
	mem_free(n);
}

/* Carries out the patches of a pass that looked for `what` (SCAN_ bits).  False if there are none. */
static bool
apply(struct normalize *n, unsigned what)
{
	size_t next = 1 - n->turn;

	if (n->patches.len == 0) {
		n->settled |= what;
		return false;
	}
	for (size_t i = 0; i < n->patches.len; i++)
		for (int reason = 0; reason < EDIT_REASONS; reason++)
			n->count[reason] += n->patches.at[i].reasons >> reason & 1;
	buf_clear(&n->bytes[next]);
	patch_apply(&n->patches, n->text, &n->bytes[next]);
	n->text = buf_slice(&n->bytes[next]);
	if (n->options->edits) {
		n->edits[next].len = 0;
		edit_compose(&n->edits[next], &n->edits[n->turn], &n->patches);
	}
	n->turn = next;
	n->changed = n->stale = true;
	n->settled = 0;
	patch_clear(&n->patches);
	return true;
}

/* Is there anything of the kind in the text that nobody has looked at?  It is scanned anew if it has changed. */
static bool
holds(struct normalize *n, unsigned what)
{
	if (n->stale)
		n->found = normalize_scan(n->chars, n->text);
	n->stale = false;
	return (n->found & what & ~n->settled) != 0;
}

static void
repair_bytes(struct normalize *n)
{
	if (holds(n, SCAN_BYTES))
		normalize_bytes(&n->patches, n->chars->codecs, n->text);
	apply(n, SCAN_BYTES);
}

static void
repair_markup(struct normalize *n)
{
	bool changed = false;

	if (holds(n, SCAN_ENTITY)) {
		normalize_entities(&n->patches, &n->entities, n->chars->codecs, n->text);
		changed = apply(n, SCAN_ENTITY);
	}
	if (changed || holds(n, SCAN_MARKUP))
		normalize_markup(&n->patches, &n->elements, &n->attributes, n->text);
	apply(n, SCAN_MARKUP);
}

static void
compose(struct normalize *n)
{
	if (holds(n, SCAN_NFC))
		normalize_nfc(&n->patches, n->chars, n->text);
	apply(n, SCAN_NFC);
	n->settled |= SCAN_NFC; /* in form C it is for good */
}

static void
repair_alphabet(struct normalize *n)
{
	if (holds(n, SCAN_ALPHABET))
		normalize_alphabet(&n->patches, n->chars->codecs, n->text);
	apply(n, SCAN_ALPHABET);
}

static void
repair_latin(struct normalize *n)
{
	if (holds(n, SCAN_LATIN))
		normalize_latin(&n->patches, n->chars->codecs, n->text);
	apply(n, SCAN_LATIN);
}

static void
repair_encoding(struct normalize *n)
{
	for (int layer = 0; layer < LAYERS_MOST && holds(n, SCAN_ENCODING); layer++) {
		normalize_encoding(&n->patches, n->chars->codecs, n->text);
		apply(n, SCAN_ENCODING);
	}
}

static void
repair_chars(struct normalize *n)
{
	if (holds(n, SCAN_CHAR))
		normalize_chars(&n->patches, n->chars, n->text);
	apply(n, SCAN_CHAR);
}

static void
repair_blanks(struct normalize *n)
{
	if (holds(n, SCAN_SPACE))
		normalize_blanks(&n->patches, n->text);
	apply(n, SCAN_SPACE);
}

static void
repair_repeat(struct normalize *n)
{
	normalize_repeat(&n->patches, n->text);
	apply(n, 0);
}

static void
repair_wrap(struct normalize *n)
{
	normalize_wrap(&n->patches, n->text);
	apply(n, 0);
}

static void
repair_glued(struct normalize *n)
{
	normalize_glued(&n->patches, n->text);
	apply(n, 0);
}

static void (*const passes[])(struct normalize *) = {
	repair_bytes, repair_markup, compose, repair_alphabet, repair_latin, repair_encoding, repair_chars, compose, repair_blanks,
	repair_repeat, repair_wrap, repair_glued
};

enum { PASSES = sizeof passes / sizeof *passes };

struct slice
normalize_text(struct normalize *n, struct slice text)
{
	unsigned wanted = n->patches.wanted;
	size_t still = 0; /* passes that have looked at the text since it was changed */

	n->edits[n->turn].len = 0;
	n->text = text;
	n->stale = true;
	n->settled = 0;
	/* one repair may lay bare what another mends: the blank in "&am<b> p;" goes, and then it is a reference */
	for (size_t i = 0; still < PASSES && i < ROUNDS_MOST * PASSES; i++) {
		if (i == PASSES)
			n->patches.wanted = wanted & ~(1u << EDIT_LOST); /* which are told of once */
		n->changed = false;
		passes[i % PASSES](n);
		still = n->changed ? 0 : still + 1;
	}
	n->patches.wanted = wanted;
	return n->text;
}

bool
normalize_keeps_edits(const struct normalize *n)
{
	return n->options->edits;
}

const struct edit_list *
normalize_edits(const struct normalize *n)
{
	return &n->edits[n->turn];
}

size_t
normalize_count(const struct normalize *n, enum edit_reason reason)
{
	return n->count[reason];
}
