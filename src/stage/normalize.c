#include "normalize.h"

#include <limits.h>

#include "normalize_alphabet.h"
#include "normalize_bytes.h"
#include "normalize_chars.h"
#include "normalize_encoding.h"
#include "normalize_entity.h"
#include "normalize_lines.h"
#include "normalize_markup.h"
#include "normalize_nfc.h"
#include "normalize_scan.h"
#include "normalize_table.h"
#include "normalize_wrap.h"

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
	bool changed;               /* in this round */
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

/* Carries the patches of a pass out.  False if there are none. */
static bool
apply(struct normalize *n)
{
	size_t next = 1 - n->turn;

	if (n->patches.len == 0)
		return false;
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
	n->changed = true;
	patch_clear(&n->patches);
	return true;
}

enum { ROUNDS_MOST = 16, LAYERS_MOST = 6 }; /* times that a text is repaired that was misread again and again */

static void
repair_bytes(struct normalize *n)
{
	if ((n->found & SCAN_BYTES) == 0)
		return;
	normalize_bytes(&n->patches, n->chars->codecs, n->text);
	apply(n);
	n->found = normalize_scan(n->chars, n->text);
}

static void
repair_encoding(struct normalize *n)
{
	for (int layer = 0; layer < LAYERS_MOST && (n->found & SCAN_ENCODING) != 0; layer++) {
		normalize_encoding(&n->patches, n->chars->codecs, n->text);
		if (!apply(n))
			return;
		n->found = normalize_scan(n->chars, n->text);
	}
}

static void
repair_alphabet(struct normalize *n)
{
	if ((n->found & SCAN_ALPHABET) == 0)
		return;
	normalize_alphabet(&n->patches, n->chars->codecs, n->text);
	if (apply(n))
		n->found = normalize_scan(n->chars, n->text);
}

static void
compose(struct normalize *n)
{
	if ((n->found & SCAN_NFC) == 0)
		return;
	normalize_nfc(&n->patches, n->chars, n->text);
	if (apply(n))
		n->found = normalize_scan(n->chars, n->text);
}

static void
repair_markup(struct normalize *n)
{
	bool changed = false;

	if ((n->found & SCAN_ENTITY) != 0) {
		normalize_entities(&n->patches, &n->entities, n->chars->codecs, n->text);
		changed = apply(n);
	}
	if (changed || (n->found & SCAN_MARKUP) != 0) {
		normalize_markup(&n->patches, &n->elements, &n->attributes, n->text);
		changed |= apply(n);
	}
	if (changed)
		n->found = normalize_scan(n->chars, n->text);
}

static void
repair_chars(struct normalize *n)
{
	if ((n->found & SCAN_CHAR) != 0) {
		normalize_chars(&n->patches, n->chars, n->text);
		if (apply(n))
			n->found = normalize_scan(n->chars, n->text);
	}
	compose(n);
	if ((n->found & SCAN_SPACE) != 0) {
		normalize_blanks(&n->patches, n->text);
		apply(n);
	}
	normalize_repeat(&n->patches, n->text);
	apply(n);
	normalize_wrap(&n->patches, n->text);
	apply(n);
	normalize_glued(&n->patches, n->text);
	apply(n);
}

/* All passes, once. */
static void
repair(struct normalize *n)
{
	n->changed = false;
	n->found = normalize_scan(n->chars, n->text);
	repair_bytes(n);
	repair_markup(n);
	compose(n);
	repair_alphabet(n);
	repair_encoding(n);
	repair_chars(n);
}

struct slice
normalize_text(struct normalize *n, struct slice text)
{
	unsigned wanted = n->patches.wanted;

	n->edits[n->turn].len = 0;
	n->text = text;
	n->changed = true;
	/* one repair may lay bare what another mends: the blank in "&am<b> p;" goes, and then it is a reference */
	for (int round = 0; round < ROUNDS_MOST && n->changed; round++) {
		repair(n);
		n->patches.wanted = wanted & ~(1u << EDIT_LOST); /* which are told of once */
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
