#include "normalize_misread.h"

#include "lanes.h"
#include "mem.h"
#include "normalize_rate.h"
#include "utf8.h"

enum {
	LOST = 0xFFFD, NBSP_BYTE = 0xA0, A_GRAVE_LEAD = 0xC3,
	NONSENSE_MOST = 64,  /* sequences without sense that a codec may make of a document by chance */
	CYRILLIC_TO_ONE = 16 /* such that begin with Cyrillic letters, to one that does not */
};

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

/* How many bytes of ASCII the text begins with. */
static size_t
ascii_len(struct slice s)
{
	size_t i = 0;

	while (i + LANES <= s.len) {
		uint32_t beyond = lanes_beyond(lanes_load(s.at + i));

		if (beyond != 0)
			return i + lanes_first(beyond);
		i += LANES;
	}
	while (i < s.len && (unsigned char)s.at[i] < 0x80)
		i++;
	return i;
}

/* The characters of the run from run->start on, until end; returns the progress at its end. */
static struct progress
read_chars(struct misread_run *run, size_t end)
{
	struct progress p = { 0 };
	size_t i = run->start, len;

	for (run->len = 0; run->len < RUN_MOST && i < end && (unsigned char)run->text.at[i] >= 0x80; i += len) {
		const uint32_t code = utf8_good_at(run->text, i, &len);
		const struct codec_char *entry = codec_char(run->codecs, code);

		run->at[run->len++] = (struct misread_char){ i, code, entry };
		if (entry == NULL) {
			run->suspects |= code == LOST ? begun(&p) : 0;
			p = (struct progress){ 0 };
			continue;
		}
		for (unsigned whole = advance(&p, entry); whole != 0; whole &= whole - 1) {
			run->suspects |= whole;
			run->made[__builtin_ctz(whole)]++;
		}
	}
	run->end = i;
	return p;
}

/* What stands behind the run, be it bytes that nobody has looked at. */
static void
read_behind(struct misread_run *run)
{
	size_t i = run->end, len = 0;

	for (size_t k = run->len; k < run->len + RUN_BEHIND; k++, i += len) {
		uint32_t code = i < run->text.len ? utf8_at(run->text, i, &len) : 0;

		run->at[k] = (struct misread_char){ i, code, codec_char(run->codecs, code) };
	}
}

bool
misread_next(struct misread_run *run, const struct codecs *c, struct slice text, size_t *start, size_t end)
{
	struct progress p;

	*start += ascii_len(slice_sub(text, *start, end));
	if (*start >= end)
		return false;
	run->codecs = c;
	run->text = text;
	run->start = *start;
	run->suspects = 0;
	memset(run->made, 0, sizeof run->made);
	p = read_chars(run, end);
	*start = run->end;
	if (run->end < text.len && ((unsigned char)text.at[run->end] >= 0x80 || text.at[run->end] == ' '))
		run->suspects |= begun(&p);
	else if (run->end < text.len && run->len > 0 && run->at[run->len - 1].code == A_GRAVE_LEAD) /* "GÃ1⁄4len" */
		run->suspects |= begun(&p) & 1u << CODEC_CP1252;
	if (run->suspects != 0)
		read_behind(run);
	return true;
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

/* "GÃ1⁄4len": the second half of a letter was a fraction, and then was taken apart (form KC).  Its byte; 0 if it is none. */
static unsigned
fraction(const struct misread_run *run, size_t codec, size_t k)
{
	static const struct { uint32_t above, below; unsigned byte; } fractions[] = { { '1', '4', 0xBC }, { '1', '2', 0xBD }, { '3', '4', 0xBE } };

	if (k + 2 >= run->len + RUN_BEHIND || run->at[k + 1].code != 0x2044)
		return 0;
	for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
		if (run->at[k].code == fractions[i].above && run->at[k + 2].code == fractions[i].below &&
		    run->codecs->code[codec][fractions[i].byte - 0x80] == fractions[i].byte)
			return fractions[i].byte;
	return 0;
}

/* Reads on from character k until the sequence is whole or broken; returns the character where it stopped. */
static size_t
read_on(const struct misread_run *run, size_t codec, size_t k, struct reading *r)
{
	for (; r->have < r->want; r->have++) {
		const struct misread_char *c = &run->at[k++];
		unsigned byte = c->entry != NULL && (c->entry->continues >> codec & 1) != 0 ? c->entry->byte[codec] : 0;

		if (byte == 0 && c->code == ' ' && takes_blank(run->codecs, codec, r)) {
			byte = NBSP_BYTE;
			r->spaced = true;
		}
		if (byte == 0 && r->lead == A_GRAVE_LEAD && (byte = fraction(run, codec, k - 1)) != 0)
			k += 2;
		if (c->code == LOST || (c->code == '?' && r->lead == 0xE2 && r->last == 0x80)) {
			r->lost = true;
			byte = 0x80;
		}
		if (byte == 0)
			return k - 1;
		r->code = r->code << 6 | (byte & 0x3F);
		r->last = byte;
	}
	return k;
}

/* Is the value one that UTF-8 writes in that many bytes? */
static bool
is_shortest(const struct reading *r)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	return r->code >= least[r->want] && r->code <= 0x10FFFF;
}

/* Is it a plain character, or the first of another mark? */
static bool
ends_or_begins(const struct misread_char *c, size_t codec)
{
	return c->code < 0x80 || (c->entry != NULL && (c->entry->is_e2 >> codec & 1) != 0);
}

/* Reads the sequence of UTF-8, surrogates among them, that begins with character k.  The character behind it, or 0. */
static size_t
read_one(const struct misread_run *run, size_t codec, size_t k, struct reading *r)
{
	const struct codec_char *entry = run->at[k].entry;
	size_t end;

	if (entry == NULL || (entry->begins >> codec & 1) == 0)
		return 0;
	r->lead = r->last = entry->byte[codec];
	r->want = length_by_lead(r->lead);
	r->have = 1;
	r->code = r->lead & (0xFFu >> (r->want + 1));
	end = read_on(run, codec, k + 1, r);
	if (r->have < r->want) {
		/* "â€ said": of E2 80 9D, the closing mark, many programs leave out the byte that cp1252 does not know */
		if (r->have != 2 || r->lead != 0xE2 || r->last != 0x80 || !ends_or_begins(&run->at[end], codec))
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

/* The misread character that begins with character k: the character behind it, or 0 if there is none. */
static size_t
misread_at(const struct misread_run *run, size_t codec, size_t k, struct misread *m)
{
	struct reading r = { 0 }, low = { 0 };
	size_t end = read_one(run, codec, k, &r), pair;

	if (end == 0)
		return 0;
	if (r.code >= 0xD800 && r.code < 0xE000) {
		pair = read_one(run, codec, end, &low);
		if (pair == 0 || r.code >= 0xDC00 || low.code < 0xDC00 || low.code >= 0xE000)
			return 0;
		r.code = 0x10000 + ((r.code - 0xD800) << 10 | (low.code - 0xDC00));
		end = pair;
	}
	*m = (struct misread){ .start = run->at[k].at, .end = run->at[end].at, .code = r.code, .partial = r.spaced || r.lost };
	if (r.spaced && r.lead == A_GRAVE_LEAD)
		m->end = keep_blank(run->text, m->end);
	m->from_cyrillic = rate_script(run->at[k].code) == SCRIPT_CYRILLIC;
	return end;
}

/* Characters of a run that are part of no sequence. */
struct rest {
	size_t letters;
	bool cyrillic;
};

static struct rest
read_rest(const struct misread_run *run, const struct misread *at, size_t n)
{
	struct rest rest = { 0 };

	for (size_t k = 0, i = 0; k < run->len; k++) {
		enum script script;

		while (i < n && at[i].end <= run->at[k].at)
			i++;
		if (i < n && at[i].start <= run->at[k].at)
			continue;
		script = rate_script(run->at[k].code);
		rest.letters += script != SCRIPT_NONE;
		rest.cyrillic |= script == SCRIPT_CYRILLIC;
	}
	return rest;
}

/* Beside a Cyrillic letter that is none of a sequence, one that begins with such a letter is chance: "Рік".  So are
 * sequences in a run with more letters that make no sense read so. */
static void
rate_all(struct misread *at, size_t n, const struct misread_run *run, size_t codec, struct rest rest)
{
	for (size_t i = 0; i < n; i++) {
		struct misread *m = &at[i];
		const struct misread *before = i > 0 && m[-1].end == m->start ? m - 1 : NULL;
		const struct misread *behind = i + 1 < n && m[1].start == m->end ? m + 1 : NULL;
		const struct codec_char *entry = codec_char(run->codecs, m->code);

		m->points = rate_misread(run->text, m, before, behind);
		/* what is itself a character of the codec may have been misread twice */
		if (m->points == 0 && n > 1 && entry != NULL && entry->byte[codec] != 0 && !m->partial &&
		    (before != NULL || behind != NULL) && rate_script(m->code) == SCRIPT_NONE)
			m->points = MISREAD_LIKELY;
		if (rest.letters > n || (rest.cyrillic && m->from_cyrillic && (m->code < 0xC0 || rate_script(m->code) != SCRIPT_NONE)))
			m->points = 0;
	}
}

size_t
misread_read(struct misread_list *list, const struct misread_run *run, size_t codec)
{
	size_t first = list->len, intact = 0, end;

	for (size_t k = 0; k < run->len; k = end) {
		struct misread m;

		end = misread_at(run, codec, k, &m);
		if (end == 0) {
			intact++;
			end = k + 1;
			continue;
		}
		MEM_GROW(list->at, list->cap, list->len + 1);
		list->at[list->len++] = m;
	}
	if (list->len > first) {
		struct misread *at = list->at + first;
		size_t n = list->len - first;

		rate_all(at, n, run, codec, intact > 0 ? read_rest(run, at, n) : (struct rest){ 0 });
	}
	return intact;
}

void
misread_judge(struct misread_sense *j, size_t codec, const struct misread *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		j->sense[codec] += at[i].points >= MISREAD_LIKELY;
		/* Cyrillic letters follow each other in clean text, in Ukrainian one such sequence in a thousand bytes */
		if (at[i].points == 0)
			j->none[codec] += at[i].from_cyrillic ? 1 : CYRILLIC_TO_ONE;
	}
	if (j->none[codec] > (j->sense[codec] + NONSENSE_MOST) * CYRILLIC_TO_ONE)
		j->out |= 1u << codec;
}

static bool
looks_misread(const struct misread *at, size_t n)
{
	size_t i = 0;

	while (i < n && at[i].points < (at[i].from_cyrillic ? MISREAD_LIKELY : MISREAD_WEAK))
		i++;
	return i < n;
}

bool
misread_suspected(struct misread_sense *j, const struct codecs *c, struct slice s, size_t start, size_t end)
{
	struct misread_run run;
	struct misread_list read = { 0 };
	bool found = false;

	while (!found && misread_next(&run, c, s, &start, end))
		for (unsigned left = run.suspects & ~j->out; left != 0 && !found; left &= left - 1) {
			size_t codec = (size_t)__builtin_ctz(left);

			read.len = 0;
			misread_read(&read, &run, codec);
			misread_judge(j, codec, read.at, read.len);
			found = looks_misread(read.at, read.len);
		}
	mem_free(read.at);
	return found;
}
