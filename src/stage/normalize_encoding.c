#include "normalize_encoding.h"

#include "normalize_misread.h"
#include "utf8.h"

enum {
	BLOCK_MOST = 1 << 16, /* bytes of a document that are looked at together */
	FEW = 32              /* sequences, before which no codec is unlikely */
};

/* What speaks for each codec and against it in a block of the document, or in a line. */
struct evidence {
	size_t chars;               /* beyond ASCII */
	struct {
		size_t points;      /* of sequences that are likely or strong */
		size_t weak;        /* of all */
		size_t taken;       /* characters that are part of a sequence */
	} codec[CODECS_MAX];
};

/* A run, and how the codecs that may have been used read it. */
struct run {
	size_t start, chars;
	size_t first, len;      /* of repair.reading */
};

struct reading {
	size_t codec;
	size_t taken;           /* characters that are part of a sequence */
	size_t first, len;      /* of repair.read */
};

struct repair {
	const struct codecs *codecs;
	struct slice text;
	unsigned useful;        /* codecs, as bits, that anything in the block speaks for */
	struct misread_sense judged;  /* of the document so far */
	struct evidence block, line;
	size_t made[CODECS_MAX], most; /* sequences of the block by codec, whatever they may be */
	struct run *run;        /* of the block */
	size_t runs, run_cap;
	struct reading *reading;
	size_t readings, reading_cap;
	struct misread_list read;
};

/* Adds what a reading speaks for. */
static void
weigh(const struct repair *r, struct evidence *e, const struct reading *as)
{
	e->codec[as->codec].taken += as->taken;
	for (size_t i = as->first; i < as->first + as->len; i++) {
		e->codec[as->codec].weak += r->read.at[i].points;
		if (r->read.at[i].points >= MISREAD_LIKELY)
			e->codec[as->codec].points += r->read.at[i].points;
	}
}

/* Does the codec make, by number, a third as many sequences as the one that makes most, or few less?  Others would only be
 * chance, or are found when those are repaired. */
static bool
is_likely(const struct repair *r, size_t codec, size_t few)
{
	return (r->made[codec] + few) * 3 >= r->most;
}

/* Reads the run through a codec. */
static void
read_run(struct repair *r, const struct misread_run *run, size_t codec)
{
	struct reading as = { .codec = codec, .first = r->read.len };

	as.taken = run->len - misread_read(&r->read, run, codec);
	as.len = r->read.len - as.first;
	misread_judge(&r->judged, codec, r->read.at + as.first, as.len);
	weigh(r, &r->block, &as);
	MEM_GROW(r->reading, r->reading_cap, r->readings + 1);
	r->reading[r->readings++] = as;
}

/* Reads text[start, end) through all codecs that are likely so far and make sense. */
static void
read_block(struct repair *r, size_t start, size_t end)
{
	struct misread_run run;

	r->runs = r->readings = r->read.len = r->most = 0;
	r->block = (struct evidence){ 0 };
	memset(r->made, 0, sizeof r->made);
	while (misread_next(&run, r->codecs, r->text, &start, end)) {
		size_t first = r->readings;

		for (unsigned left = run.suspects; left != 0; left &= left - 1) {
			size_t codec = (size_t)__builtin_ctz(left);

			r->made[codec] += run.made[codec];
			r->most = r->made[codec] > r->most ? r->made[codec] : r->most;
		}
		for (unsigned left = run.suspects & ~r->judged.out; left != 0; left &= left - 1)
			if (is_likely(r, (size_t)__builtin_ctz(left), FEW))
				read_run(r, &run, (size_t)__builtin_ctz(left));
		MEM_GROW(r->run, r->run_cap, r->runs + 1);
		r->run[r->runs++] = (struct run){ run.start, run.len, first, r->readings - first };
		r->block.chars += run.len;
	}
}

/* Is the sequence to be repaired?
 * 1. One that is strong by itself, or likely with nothing in its line that was read well: "CafÃ©".
 * 2. A weak one, where the rest of the document (of the line, for Cyrillic letters) is strong: "25Â°".
 * 3. Weak ones that are all there is beyond ASCII in the line: "¬´ ... ¬ª".
 * 4. Any, in a line where all else was misread in the same way. */
static bool
is_accepted(const struct repair *r, size_t codec, const struct misread *m)
{
	const struct evidence *e = m->from_cyrillic ? &r->line : &r->block;
	size_t own = m->points >= MISREAD_LIKELY ? m->points : 0;
	size_t rest = e->codec[codec].points - own;
	bool consistent = r->line.codec[codec].taken == r->line.chars;

	if (m->points >= (consistent ? MISREAD_LIKELY : MISREAD_STRONG))
		return true;
	if (m->points >= MISREAD_WEAK)
		return rest >= MISREAD_STRONG || (consistent && r->line.codec[codec].weak > m->points);
	return consistent && r->line.codec[codec].points >= MISREAD_STRONG && !m->partial;
}

/* Says of each sequence whether it is to be repaired; returns their worth. */
static size_t
accept(struct repair *r, const struct reading *as)
{
	size_t worth = 0;

	for (size_t i = as->first; i < as->first + as->len; i++) {
		struct misread *m = &r->read.at[i];

		m->accepted = is_accepted(r, as->codec, m);
		worth += m->accepted ? 1 + m->points : 0;
	}
	return worth * (1 + r->block.codec[as->codec].points);
}

/* The reading of a run through the codec that explains most of it and of the block; NULL if there is nothing to repair. */
static const struct reading *
best_reading(struct repair *r, const struct run *run)
{
	const struct reading *best = NULL;
	size_t most = 0;

	for (size_t i = run->first; i < run->first + run->len; i++) {
		const struct reading *as = &r->reading[i];
		size_t worth = (r->useful >> as->codec & 1) != 0 ? accept(r, as) : 0;

		if (worth > most) {
			best = as;
			most = worth;
		}
	}
	return best;
}

/* Repairs the line that the runs from `first` on stand in, and that ends at `end`; returns the first run behind it. */
static size_t
repair_line(struct patch_list *out, struct repair *r, size_t first, size_t end)
{
	size_t runs = first, done = 0;

	r->line = (struct evidence){ 0 };
	for (; runs < r->runs && r->run[runs].start < end; runs++) {
		const struct run *run = &r->run[runs];

		r->line.chars += run->chars;
		for (size_t i = run->first; i < run->first + run->len; i++)
			weigh(r, &r->line, &r->reading[i]);
	}
	for (size_t i = first; i < runs; i++) {
		const struct reading *as = best_reading(r, &r->run[i]);

		for (size_t k = 0; as != NULL && k < as->len; k++) {
			const struct misread *m = &r->read.at[as->first + k];

			if (!m->accepted || m->start < done)
				continue;
			patch_add_code(out, m->start, m->end, m->code, EDIT_ENCODING);
			done = m->end;
		}
	}
	return runs;
}

/* Where the block that begins at start ends: behind its last line, or between two characters. */
static size_t
block_end(struct slice text, size_t start)
{
	size_t most = text.len - start > BLOCK_MOST ? start + BLOCK_MOST : text.len, end = most;

	if (most == text.len)
		return most;
	while (end > start && text.at[end - 1] != '\n')
		end--;
	if (end > start)
		return end;
	while (!utf8_boundary(text, most))
		most++;
	return most;
}

/* Does one codec make as much of the block as another, and leave no more unread? */
static bool
is_as_good(const struct evidence *e, size_t one, size_t other)
{
	return e->codec[one].points >= e->codec[other].points && e->codec[one].weak >= e->codec[other].weak &&
	    e->codec[one].taken >= e->codec[other].taken;
}

/* Is another useful codec better, or as good and before it in the list? */
static bool
is_outdone(const struct repair *r, size_t codec)
{
	const struct evidence *e = &r->block;

	for (size_t other = 0; other < r->codecs->len; other++)
		if (other != codec && (r->useful >> other & 1) != 0 && is_as_good(e, other, codec) &&
		    (other < codec || !is_as_good(e, codec, other)))
			return true;
	return false;
}

/* Repairs text[start, end). */
static void
repair_block(struct patch_list *out, struct repair *r, size_t start, size_t end)
{
	read_block(r, start, end);
	r->useful = 0;
	for (size_t codec = 0; codec < r->codecs->len; codec++)
		if (r->block.codec[codec].weak > 0 && is_likely(r, codec, 0) && (r->judged.out >> codec & 1) == 0)
			r->useful |= 1u << codec;
	for (size_t codec = 0; codec < r->codecs->len; codec++)
		if (is_outdone(r, codec))
			r->useful &= ~(1u << codec);
	for (size_t run = 0; r->useful != 0 && run < r->runs;) {
		size_t at = r->run[run].start;

		run = repair_line(out, r, run, at + slice_find(slice_sub(r->text, at, end), '\n'));
	}
}

void
normalize_encoding(struct patch_list *out, const struct codecs *c, struct slice text)
{
	struct repair r = { .codecs = c, .text = text };

	for (size_t start = 0, end; start < text.len; start = end) {
		end = block_end(text, start);
		repair_block(out, &r, start, end);
	}
	mem_free(r.run);
	mem_free(r.reading);
	mem_free(r.read.at);
}
