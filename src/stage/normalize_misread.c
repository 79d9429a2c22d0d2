#include "normalize_misread.h"

#include "mem.h"
#include "normalize_rate.h"
#include "utf8.h"

enum { LOST = 0xFFFD, NBSP_BYTE = 0xA0, A_GRAVE_LEAD = 0xC3 };

size_t
misread_run_end(struct slice s, size_t i)
{
	while (i < s.len && (unsigned char)s.at[i] >= 0x80)
		i++;
	return i;
}

/* Codecs by how much of a sequence the last characters were in them: two of three bytes, and so on. */
struct progress {
	unsigned one_of_two, one_of_three, two_of_three, one_of_four, two_of_four, three_of_four, e2;
};

static unsigned
begun(const struct progress *p)
{
	return p->one_of_two | p->one_of_three | p->two_of_three | p->one_of_four | p->two_of_four | p->three_of_four;
}

/* One character more; returns the codecs in which it ends a sequence, or is the 80 of E2 80 (whose last byte may be
 * gone). */
static unsigned
advance(struct progress *p, const struct codec_char *c)
{
	unsigned whole = c->continues & (p->one_of_two | p->two_of_three | p->three_of_four);

	whole |= c->is_80 & p->e2;
	p->two_of_three = c->continues & p->one_of_three;
	p->three_of_four = c->continues & p->two_of_four;
	p->two_of_four = c->continues & p->one_of_four;
	p->one_of_two = c->begins_two;
	p->one_of_three = c->begins_three;
	p->one_of_four = c->begins_four;
	p->e2 = c->is_e2;
	return whole;
}

unsigned
misread_codecs(const struct codecs *c, struct slice s, size_t start, size_t end, unsigned blanks)
{
	struct progress p = { 0 };
	unsigned found = 0;
	uint32_t code = 0;
	size_t len;

	for (size_t i = start; i < end; i += len) {
		const struct codec_char *entry;

		code = utf8_good_at(s, i, &len);
		entry = codec_char(c, code);
		if (entry != NULL) {
			found |= advance(&p, entry);
			continue;
		}
		if (code == LOST)
			found |= begun(&p);
		p = (struct progress){ 0 };
	}
	if (end < s.len && s.at[end] == ' ')
		found |= begun(&p) & (blanks | (code == 0xC3 ? 1u << CODEC_CP1252 : 0));
	else if (end < s.len && code == 0xC3)
		found |= begun(&p) & 1u << CODEC_CP1252;
	return found;
}

void
misread_count(size_t *count, const struct codecs *c, struct slice s, size_t start, size_t end)
{
	struct progress p = { 0 };
	size_t len;

	for (size_t i = start; i < end; i += len) {
		const struct codec_char *entry = codec_char(c, utf8_good_at(s, i, &len));
		unsigned whole = entry != NULL ? advance(&p, entry) : 0;

		if (entry == NULL)
			p = (struct progress){ 0 };
		for (size_t codec = 0; whole != 0; codec++, whole >>= 1)
			count[codec] += whole & 1;
	}
}

/* The character there, be it in a run, behind it, or among bytes that nobody has looked at. */
static uint32_t
code_at(struct slice s, size_t i, size_t *len)
{
	*len = 0;
	if (i + 4 <= s.len)
		return utf8_good_at(s, i, len);
	return i < s.len ? utf8_at(s, i, len) : 0;
}

/* The byte that the character was, as a continuation; 0 if it was none. */
static unsigned
continuation(const struct codecs *c, size_t codec, uint32_t code)
{
	const struct codec_char *entry = codec_char(c, code);

	return entry != NULL && (entry->continues >> codec & 1) != 0 ? entry->byte[codec] : 0;
}

/* The bytes of one sequence, as they are read. */
struct reading {
	unsigned lead, last;
	size_t want, have;
	uint32_t code;
	bool lost, spaced;
};

static size_t
length_by_lead(unsigned lead)
{
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* May a blank be the next byte, a no-break space that was made plain?  Not behind E2 80, where it is far more likely
 * that the last byte was left out: see read_one. */
static bool
takes_blank(const struct codecs *c, size_t codec, const struct reading *r)
{
	return c->code[codec][NBSP_BYTE - 0x80] == 0xA0 && !r->spaced && !(r->lead == 0xE2 && r->last == 0x80);
}

/* "GÃ1⁄4len": the second half of a letter was a fraction, and then was taken apart (form KC).  Its byte, and the length of what
 * it is now; 0 if it is none. */
static unsigned
fraction(const struct codecs *c, size_t codec, struct slice s, size_t i, size_t *len)
{
	static const struct { const char *text; unsigned byte; } fractions[] = { { "1⁄4", 0xBC }, { "1⁄2", 0xBD }, { "3⁄4", 0xBE } };
	struct slice rest = slice_sub(s, i < s.len ? i : s.len, s.len);

	for (size_t k = 0; k < sizeof fractions / sizeof *fractions; k++)
		if (c->code[codec][fractions[k].byte - 0x80] == fractions[k].byte && slice_starts(rest, fractions[k].text)) {
			*len = strlen(fractions[k].text);
			return fractions[k].byte;
		}
	return 0;
}

/* Reads on behind the first character until the sequence is whole or broken; returns where it stopped. */
static size_t
read_on(const struct codecs *c, size_t codec, struct slice s, size_t i, struct reading *r)
{
	while (r->have < r->want) {
		size_t len;
		uint32_t code = code_at(s, i, &len);
		unsigned byte = continuation(c, codec, code);

		if (byte == 0 && code == ' ' && takes_blank(c, codec, r)) {
			byte = NBSP_BYTE;
			r->spaced = true;
		}
		if (byte == 0 && r->lead == A_GRAVE_LEAD)
			byte = fraction(c, codec, s, i, &len);
		if (code == LOST || (code == '?' && r->lead == 0xE2 && r->last == 0x80)) {
			r->lost = true;
			byte = 0x80;
		}
		if (byte == 0)
			return i;
		r->code = r->code << 6 | (byte & 0x3F);
		r->last = byte;
		r->have++;
		i += len;
	}
	return i;
}

/* Is the value one that UTF-8 writes in that many bytes? */
static bool
is_shortest(const struct reading *r)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	return r->code >= least[r->want] && r->code <= 0x10FFFF;
}

/* Does a plain character stand there, or the first of another mark? */
static bool
ends_or_begins(const struct codecs *c, size_t codec, struct slice s, size_t i)
{
	size_t len;
	uint32_t code = code_at(s, i, &len);
	const struct codec_char *entry = codec_char(c, code);

	return code < 0x80 || (entry != NULL && (entry->is_e2 >> codec & 1) != 0);
}

/* Reads one sequence of UTF-8, surrogates among them.  Its end, or 0. */
static size_t
read_one(const struct codecs *c, size_t codec, struct slice s, size_t i, struct reading *r)
{
	size_t len, end;
	const struct codec_char *entry = codec_char(c, code_at(s, i, &len));

	if (entry == NULL || (entry->begins >> codec & 1) == 0)
		return 0;
	r->lead = r->last = entry->byte[codec];
	r->want = length_by_lead(r->lead);
	r->have = 1;
	r->code = r->lead & (0xFFu >> (r->want + 1));
	end = read_on(c, codec, s, i + len, r);
	if (r->have < r->want) {
		/* "â€ said": of E2 80 9D, the closing mark, many programs leave out the byte that cp1252 does not know */
		if (r->have != 2 || r->lead != 0xE2 || r->last != 0x80 || !ends_or_begins(c, codec, s, end))
			return 0;
		r->code = 0x201D;
		r->lost = false;
		r->spaced = true;
		return end;
	}
	if (r->lost)
		r->code = LOST;
	return is_shortest(r) || r->lost ? end : 0;
}

/* "voilÃ le": the blank parts words and stays, but in "Ã s 19h", "Ã quele" it is the second half of the letter. */
static size_t
keep_blank(struct slice s, size_t end)
{
	struct slice rest = slice_sub(s, end, s.len);
	bool joined = slice_starts(rest, "quel") || slice_starts(rest, "quilo") ||
	    (slice_starts(rest, "s") && rest.len > 1 && rest.at[1] == ' ');

	return slice_starts(rest, " ") || joined ? end : end - 1;
}

/* The misread character at i; false if there is none. */
static bool
misread_at(const struct codecs *c, size_t codec, struct slice s, size_t i, struct misread *m)
{
	struct reading r = { 0 }, low = { 0 };
	size_t end = read_one(c, codec, s, i, &r), pair;
	size_t len;

	if (end == 0)
		return false;
	if (r.code >= 0xD800 && r.code < 0xE000) {
		pair = read_one(c, codec, s, end, &low);
		if (pair == 0 || r.code >= 0xDC00 || low.code < 0xDC00 || low.code >= 0xE000)
			return false;
		r.code = 0x10000 + ((r.code - 0xD800) << 10 | (low.code - 0xDC00));
		end = pair;
	}
	if (r.spaced && r.lead == A_GRAVE_LEAD)
		end = keep_blank(s, end);
	*m = (struct misread){ .start = i, .end = end, .code = r.code, .partial = r.spaced || r.lost };
	m->from_cyrillic = rate_script(utf8_good_at(s, i, &len)) == SCRIPT_CYRILLIC;
	return true;
}

/* Beside a Cyrillic letter that is none of a sequence, one that begins with such a letter is chance: "Рік".  So are
 * sequences in a run with more letters that make no sense read so. */
static void
rate_run(struct misread_run *run, const struct codecs *c, size_t codec, struct slice s, size_t letters, bool cyrillic)
{
	for (size_t i = 0; i < run->len; i++) {
		struct misread *m = &run->at[i];
		const struct misread *before = i > 0 && m[-1].end == m->start ? m - 1 : NULL;
		const struct misread *behind = i + 1 < run->len && m[1].start == m->end ? m + 1 : NULL;
		const struct codec_char *entry = codec_char(c, m->code);

		m->points = rate_misread(s, m, before, behind);
		/* what is itself a character of the codec may have been misread twice */
		if (m->points == 0 && run->len > 1 && entry != NULL && entry->byte[codec] != 0 && !m->partial &&
		    (before != NULL || behind != NULL) && rate_script(m->code) == SCRIPT_NONE)
			m->points = MISREAD_LIKELY;
		if (letters > run->len || (cyrillic && m->from_cyrillic && (m->code < 0xC0 || rate_script(m->code) != SCRIPT_NONE)))
			m->points = 0;
	}
}

void
misread_read(struct misread_run *run, const struct codecs *c, size_t codec, struct slice s, size_t start, size_t end)
{
	size_t letters = 0, len;
	bool cyrillic = false;

	run->len = run->intact = 0;
	for (size_t i = start; i < end;) {
		struct misread m;

		if (misread_at(c, codec, s, i, &m)) {
			MEM_GROW(run->at, run->cap, run->len + 1);
			run->at[run->len++] = m;
			i = m.end;
			continue;
		}
		letters += rate_script(utf8_good_at(s, i, &len)) != SCRIPT_NONE;
		cyrillic |= rate_script(utf8_good_at(s, i, &len)) == SCRIPT_CYRILLIC;
		run->intact++;
		i += len;
	}
	rate_run(run, c, codec, s, letters, cyrillic);
}

bool
misread_suspected(const struct codecs *c, struct slice s, size_t start, size_t end)
{
	unsigned codecs = misread_codecs(c, s, start, end, 0);
	struct misread_run run = { 0 };
	bool found = false;

	for (size_t codec = 0; codec < c->len && !found; codec++) {
		if ((codecs >> codec & 1) == 0)
			continue;
		misread_read(&run, c, codec, s, start, end);
		for (size_t i = 0; i < run.len && !found; i++)
			found = run.at[i].points >= (run.at[i].from_cyrillic ? MISREAD_LIKELY : MISREAD_WEAK);
	}
	mem_free(run.at);
	return found;
}
