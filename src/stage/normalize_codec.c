#include "normalize_codec.h"

#include "lexicon.h"
#include "mem.h"
#include "utf8.h"

static void
add_char(struct codecs *c, size_t codec, uint32_t code, unsigned byte)
{
	const uint16_t bit = (uint16_t)(1u << codec);
	struct codec_char **page = &c->page[code / 64];
	struct codec_char *entry;

	if (*page == NULL)
		*page = mem_alloc(64 * sizeof **page);
	entry = &(*page)[code % 64];
	entry->byte[codec] = (uint8_t)byte;
	/* Cyrillic letters follow each other in clean text: of what they would begin in three bytes and four only marks and
	 * symbols count, and where the bytes below C0 are letters too (cp866) only E2 80 */
	if (code >= 0x400 && code < 0x530 && byte >= 0xE0 && byte != 0xE2 && (byte < 0xEF || c->code[codec][0x20] == 0x430))
		return;
	if (byte < 0xC0)
		entry->continues |= bit;
	else if (byte >= 0xC2 && byte <= 0xF4)
		entry->begins |= bit;
	if (byte >= 0xC2 && byte < 0xE0)
		entry->begins_two |= bit;
	else if (byte >= 0xE0 && byte < 0xF0)
		entry->begins_three |= bit;
	else if (byte >= 0xF0 && byte <= 0xF4)
		entry->begins_four |= bit;
	entry->is_e2 |= byte == 0xE2 ? bit : 0;
	entry->is_80 |= byte == 0x80 ? bit : 0;
}

static void
add_codec(struct codecs *c, struct slice name, struct slice line)
{
	struct slice controls = slice_cut(&line, '\t');
	bool all = slice_is(controls, "all"), undefined = slice_is(controls, "undefined"), whole = slice_is(controls, "whole");
	size_t codec = c->len++, len;

	c->name[codec] = name;
	for (size_t i = 0, byte = 0x80; i < line.len && byte < 0x100; i += len, byte++) {
		uint32_t code = utf8_at(line, i, &len);

		if ((all && byte < 0xA0) || (undefined && code == 0xFFFD))
			add_char(c, codec, (uint32_t)byte, (unsigned)byte);
		if (code == 0xFFFD || code >= 0x10000)
			continue;
		if (!whole)
			add_char(c, codec, code, (unsigned)byte);
		c->code[codec][byte - 0x80] = (uint16_t)code;
	}
}

struct codecs *
codecs_new(void)
{
	struct codecs *c = mem_alloc(sizeof *c);
	struct slice rest = lexicon_builtin("any", "codecs");

	while (rest.at != NULL && c->len < CODECS_MAX) {
		struct slice line = slice_cut(&rest, '\n');
		struct slice name = slice_cut(&line, '\t');

		if (line.at != NULL && !slice_starts(name, "#"))
			add_codec(c, name, line);
	}
	return c;
}

void
codecs_free(struct codecs *c)
{
	for (size_t i = 0; i < sizeof c->page / sizeof *c->page; i++)
		mem_free(c->page[i]);
	mem_free(c);
}

unsigned
codec_byte(const struct codecs *c, uint32_t code)
{
	const struct codec_char *entry;

	if (code >= 0xA0 && code <= 0xFF)
		return code;
	entry = code >= 0x80 ? codec_char(c, code) : NULL;
	return entry != NULL ? entry->byte[CODEC_CP1252] : 0;
}

long
codec_fitness(const struct codecs *c, size_t codec, const size_t *inside)
{
	long fit = 0;

	for (size_t i = 0; i < 128; i++) {
		uint32_t code = c->code[codec][i];

		if (code != 0x2018 && code != 0x2019)
			fit += (utf8_is_lower(code) && code < 0x250 ? 1 : -1) * (long)inside[0x80 + i];
	}
	return fit;
}

void
codec_reread(struct patch_list *out, const struct codecs *c, size_t codec, struct slice text,
    void (*repair_line)(struct patch_list *out, const struct codecs *c, size_t codec, struct slice text, size_t start, size_t end))
{
	for (size_t start = 0; codec != CODEC_CP1252 && start < text.len;) {
		size_t end = start + slice_find(slice_sub(text, start, text.len), '\n');

		repair_line(out, c, codec, text, start, end);
		start = end + 1;
	}
}
