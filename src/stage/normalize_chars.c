#include "normalize_chars.h"

#include "ascii.h"
#include "utf8.h"

enum { ESCAPE = 0x1B, ZWSP = 0x200B, ZWNJ = 0x200C, ZWJ = 0x200D, LOST = 0xFFFD, FLAG = 0x1F3F4 };

/* Ligatures and digraphs that stand for two letters or three and are read as those. */
static const struct {
	uint32_t code;
	const char *letters;
} ligatures[] = {
	{ 0x0132, "IJ" }, { 0x0133, "ij" }, { 0x0149, "\xCA\xBCn" }, { 0x01C4, "D\xC5\xBD" }, { 0x01C5, "D\xC5\xBE" },
	{ 0x01C6, "d\xC5\xBE" }, { 0x01C7, "LJ" }, { 0x01C8, "Lj" }, { 0x01C9, "lj" }, { 0x01CA, "NJ" }, { 0x01CB, "Nj" },
	{ 0x01CC, "nj" }, { 0x01F1, "DZ" }, { 0x01F2, "Dz" }, { 0x01F3, "dz" }, { 0xFB00, "ff" }, { 0xFB01, "fi" },
	{ 0xFB02, "fl" }, { 0xFB03, "ffi" }, { 0xFB04, "ffl" }, { 0xFB05, "st" }, { 0xFB06, "st" },
};

static const char *
ligature(uint32_t code)
{
	if (code > 0x1F3 && code - 0xFB00 > 6)
		return NULL;
	for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++)
		if (ligatures[i].code == code)
			return ligatures[i].letters;
	return NULL;
}

static bool
is_direction_mark(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
	    (code >= 0x2066 && code <= 0x2069);
}

static bool
is_tag(uint32_t code)
{
	return code >= 0xE0000 && code <= 0xE007F;
}

/* Without width and of no use in running text; ZWSP, ZWNJ and ZWJ depend on what is beside them. */
static bool
is_hidden(uint32_t code)
{
	return code == 0xAD || code == 0x180E || code == 0x2060 || code == 0xFEFF || (code >= 0x206A && code <= 0x206F) ||
	    (code >= 0xFFF9 && code <= 0xFFFC) || is_direction_mark(code);
}

static bool
is_joiner(uint32_t code)
{
	return code == ZWSP || code == ZWNJ || code == ZWJ;
}

static bool
is_full_width(uint32_t code)
{
	return code >= 0xFF01 && code <= 0xFF5E;
}

bool
chars_wants(uint32_t code)
{
	return code <= 0xA0 || code == FLAG || (code >= 0x80 && utf8_is_space(code)) || is_hidden(code) || is_joiner(code) || is_tag(code) ||
	    is_full_width(code) || code == LOST || ligature(code) != NULL;
}

/* A script in which joiners part or shape words, and a full-width comma is the comma: not Latin, Greek or Cyrillic, and
 * not punctuation or symbols that any script has. */
static bool
is_far(uint32_t code)
{
	return (code >= 0x0590 && code < 0x1E00) || (code >= 0x2E80 && code < 0xFB00 && code != 0x3000) || (code >= 0xFB50 && code < 0xFE00) ||
	    (code >= 0xFE70 && code < 0xFF00) || (code >= 0xFF61 && code < 0xFFF0) || (code >= 0x20000 && code < 0xE0000);
}

/* Part of an emoji: what a ZWJ may join. */
static bool
is_pictograph(uint32_t code)
{
	return (code >= 0x1F000 && code < 0x20000) || (code >= 0x2190 && code < 0x2C00) || code == 0xFE0F;
}

struct view {
	struct slice text;
	size_t at, len;
	uint32_t code;
};

static uint32_t
char_before(const struct view *v)
{
	size_t len;

	return utf8_before(v->text, v->at, &len);
}

static uint32_t
char_behind(const struct view *v)
{
	size_t len;

	return v->at + v->len < v->text.len ? utf8_at(v->text, v->at + v->len, &len) : 0;
}

static bool
keeps_joiner(const struct view *v)
{
	uint32_t before = char_before(v), behind = char_behind(v);

	if (v->code == ZWJ && is_pictograph(before) && is_pictograph(behind))
		return true;
	return is_far(before) && is_far(behind);
}

static bool
keeps_full_width(const struct view *v)
{
	uint32_t before = char_before(v), behind = char_behind(v);

	return is_far(before) || is_far(behind) || (before >= 0xFF01 && before < 0xFFF0 && !is_full_width(before));
}

static void
put(struct patch_list *out, const struct view *v, const char *with, enum edit_reason reason)
{
	patch_add(out, v->at, v->at + v->len, slice_from(with), reason);
}

static void
put_code(struct patch_list *out, const struct view *v, uint32_t code, enum edit_reason reason)
{
	patch_add_code(out, v->at, v->at + v->len, code, reason);
}

/* C1 as Windows writers mean it; what cp1252 has nothing for goes. */
static void
fix_control(struct patch_list *out, const struct char_table *t, const struct view *v)
{
	uint32_t meant = v->code >= 0x80 ? t->codecs->code[CODEC_CP1252][v->code - 0x80] : 0;

	if (v->code == 0x0B || v->code == 0x0C)
		put(out, v, "\n", EDIT_SPACE);
	else if (meant != 0)
		put_code(out, v, meant, EDIT_ENCODING);
	else
		put(out, v, "", EDIT_CONTROL);
}

static void
fix_char(struct patch_list *out, const struct char_table *t, const struct view *v)
{
	const char *letters = ligature(v->code);

	if (v->code < 0xA0)
		fix_control(out, t, v);
	else if (letters != NULL)
		put(out, v, letters, EDIT_FORM);
	else if (v->code == LOST)
		put(out, v, "\xEF\xBF\xBD", EDIT_LOST);
	else if (v->code == 0x2028 || v->code == 0x2029)
		put(out, v, v->code == 0x2028 ? "\n" : "\n\n", EDIT_SPACE);
	else if (is_full_width(v->code)) {
		if (!keeps_full_width(v))
			put_code(out, v, v->code - 0xFF01 + '!', EDIT_FORM);
	} else if (utf8_is_space(v->code)) {
		if (v->code != 0x3000 || !keeps_full_width(v))
			put(out, v, " ", EDIT_SPACE);
	} else if (is_hidden(v->code) || (is_joiner(v->code) && !keeps_joiner(v)))
		put(out, v, "", EDIT_HIDDEN);
}

/* Where the sequence ends by which a terminal is told a colour, ESC [31m; behind the escape where none stands there. */
static size_t
sequence_end(const struct view *v)
{
	enum { LONGEST = 24 };
	size_t i = v->at + 1, most = v->text.len - v->at > LONGEST ? v->at + LONGEST : v->text.len;

	if (i < most && v->text.at[i] == '[')
		for (i++; i < most && ((v->text.at[i] >= '0' && v->text.at[i] <= '9') || v->text.at[i] == ';'); i++)
			;
	return i > v->at + 1 && i < most && ascii_letter(v->text.at[i]) ? i + 1 : v->at + 1;
}

/* A flag of a part of a country is a black flag, tag characters, and the tag that ends it: kept whole. */
static size_t
tags_end(const struct view *v)
{
	size_t i = v->at + v->len, len;

	while (i < v->text.len && is_tag(utf8_at(v->text, i, &len)))
		i += len;
	return i;
}

void
normalize_chars(struct patch_list *out, const struct char_table *t, struct slice text)
{
	struct view v = { .text = text };

	while ((v.at = scan_flags(t, text, v.at, CHAR_FIX)) < text.len) {
		v.code = utf8_good_at(text, v.at, &v.len);
		if (v.code == FLAG) {
			v.at = tags_end(&v);
			continue;
		}
		if (v.code == ESCAPE)
			v.len = sequence_end(&v) - v.at;
		if (is_tag(v.code))
			put(out, &v, "", EDIT_HIDDEN);
		else
			fix_char(out, t, &v);
		v.at += v.len;
	}
}
