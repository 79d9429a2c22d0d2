#include "normalize_encoding.h"

#include "normalize_misread.h"

/* For each codec, what speaks for it and against it in a document or a line. */
struct evidence {
	struct {
		size_t points;  /* of sequences that are likely or strong */
		size_t weak;    /* of all */
		size_t intact;  /* characters beyond ASCII that are part of no sequence */
	} codec[CODECS_MAX];
};

/* A run of the line at hand as the only useful codec reads it. */
struct read_run {
	size_t start, stop;
	size_t first, len; /* of repair.read */
};

struct repair {
	const struct codecs *codecs;
	struct slice text;
	unsigned useful; /* codecs, as bits, that anything in the document speaks for */
	unsigned blanks; /* the same, once that is known */
	struct evidence document, line;
	struct misread_run run, best; /* arrays used again and again */
	struct misread *read;         /* of the runs of the line, where one codec alone is useful */
	size_t reads, read_cap;
	struct read_run *kept;
	size_t kepts, kept_cap;
};

/* The next run at or after *start, before end: its start and end.  False if there is none. */
static bool
next_run(struct slice s, size_t *start, size_t *stop, size_t end)
{
	size_t i = *start;

	while (i < end && (unsigned char)s.at[i] < 0x80)
		i++;
	*start = i;
	*stop = misread_run_end(s, i);
	return i < end;
}

static size_t
count_chars(struct slice s, size_t start, size_t end)
{
	size_t n = 0;

	for (size_t i = start; i < end; i++)
		n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return n;
}

static void
weigh(struct evidence *e, size_t codec, const struct misread_run *run)
{
	for (size_t i = 0; i < run->len; i++) {
		e->codec[codec].weak += run->at[i].points;
		if (run->at[i].points >= MISREAD_LIKELY)
			e->codec[codec].points += run->at[i].points;
	}
	e->codec[codec].intact += run->intact;
}

/* Keeps what has been read of the run text[start, stop). */
static void
keep_run(struct repair *r, size_t start, size_t stop)
{
	MEM_GROW(r->read, r->read_cap, r->reads + r->run.len);
	if (r->run.len > 0)
		memcpy(r->read + r->reads, r->run.at, r->run.len * sizeof *r->read);
	MEM_GROW(r->kept, r->kept_cap, r->kepts + 1);
	r->kept[r->kepts++] = (struct read_run){ start, stop, r->reads, r->run.len };
	r->reads += r->run.len;
}

/* Adds the evidence of text[start, end), and keeps what is read, if that is wanted. */
static void
gather_evidence(struct repair *r, struct evidence *e, size_t start, size_t end, bool keep)
{
	size_t stop;

	for (; next_run(r->text, &start, &stop, end); start = stop) {
		unsigned codecs = misread_codecs(r->codecs, r->text, start, stop, r->blanks) & r->useful;
		size_t chars = count_chars(r->text, start, stop);

		for (unsigned left = r->useful; left != 0; left &= left - 1) {
			size_t codec = (size_t)__builtin_ctz(left);

			if ((codecs >> codec & 1) == 0) {
				e->codec[codec].intact += chars;
				continue;
			}
			misread_read(&r->run, r->codecs, codec, r->text, start, stop);
			weigh(e, codec, &r->run);
			if (keep)
				keep_run(r, start, stop);
		}
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
	const struct evidence *e = m->from_cyrillic ? &r->line : &r->document;
	size_t own = m->points >= MISREAD_LIKELY ? m->points : 0;
	size_t rest = e->codec[codec].points - own;
	bool consistent = r->line.codec[codec].intact == 0;

	if (m->points >= (consistent ? MISREAD_LIKELY : MISREAD_STRONG))
		return true;
	if (m->points >= MISREAD_WEAK)
		return rest >= MISREAD_STRONG || (consistent && r->line.codec[codec].weak > m->points);
	return consistent && r->line.codec[codec].points >= MISREAD_STRONG && !m->partial;
}

/* Leaves in run the sequences that are to be repaired; returns their worth. */
static size_t
accept(const struct repair *r, size_t codec, struct misread_run *run)
{
	size_t n = 0, worth = 0;

	for (size_t i = 0; i < run->len; i++)
		if (is_accepted(r, codec, &run->at[i])) {
			worth += 1 + run->at[i].points;
			run->at[n++] = run->at[i];
		}
	run->len = n;
	return worth;
}

/* Patches the sequences in; returns where to go on, which is no less than stop. */
static size_t
patch_run(struct patch_list *out, const struct misread *at, size_t n, size_t stop)
{
	for (size_t i = 0; i < n; i++) {
		patch_add_code(out, at[i].start, at[i].end, at[i].code, EDIT_ENCODING);
		stop = at[i].end > stop ? at[i].end : stop;
	}
	return stop;
}

/* Repairs the run through the codec that explains most of it and of the document.  Returns where to go on. */
static size_t
repair_run(struct patch_list *out, struct repair *r, size_t start, size_t stop)
{
	unsigned codecs = misread_codecs(r->codecs, r->text, start, stop, r->blanks) & r->useful;
	size_t most = 0;

	r->best.len = 0;
	for (size_t codec = 0; codec < r->codecs->len; codec++) {
		struct misread_run swap;
		size_t worth;

		if ((codecs >> codec & 1) == 0)
			continue;
		misread_read(&r->run, r->codecs, codec, r->text, start, stop);
		worth = accept(r, codec, &r->run) * (1 + r->document.codec[codec].points);
		if (worth <= most)
			continue;
		most = worth;
		swap = r->best;
		r->best = r->run;
		r->run = swap;
	}
	return patch_run(out, r->best.at, r->best.len, stop);
}

/* The same of a run that was kept. */
static size_t
repair_kept(struct patch_list *out, struct repair *r, const struct read_run *kept, size_t codec)
{
	struct misread_run run = { .at = r->read + kept->first, .len = kept->len };

	accept(r, codec, &run);
	return patch_run(out, run.at, run.len, kept->stop);
}

static void
repair_line(struct patch_list *out, struct repair *r, size_t start, size_t end)
{
	bool single = r->useful != 0 && (r->useful & (r->useful - 1)) == 0;
	size_t codec = 0;
	size_t stop;

	while (single && (r->useful >> codec & 1) == 0)
		codec++;
	r->line = (struct evidence){ 0 };
	r->reads = r->kepts = 0;
	gather_evidence(r, &r->line, start, end, single);
	for (size_t i = 0; i < r->kepts; i++) {
		if (start > r->kept[i].start) /* the one before has taken what this one begins with */
			break;
		start = repair_kept(out, r, &r->kept[i], codec);
	}
	if (single && (r->kepts == 0 || start >= r->kept[r->kepts - 1].stop))
		return;
	while (next_run(r->text, &start, &stop, end))
		start = repair_run(out, r, start, stop);
}

/* The codecs that make, by number, a third as many sequences as the one that makes most: others would only be chance, or
 * are found when those are repaired. */
static unsigned
likely_codecs(const struct codecs *c, struct slice text)
{
	size_t count[CODECS_MAX] = { 0 }, most = 0, stop;
	unsigned likely = 0;

	for (size_t start = 0; next_run(text, &start, &stop, text.len); start = stop)
		misread_count(count, c, text, start, stop);
	for (size_t codec = 0; codec < c->len; codec++)
		most = count[codec] > most ? count[codec] : most;
	for (size_t codec = 0; codec < c->len; codec++)
		likely |= count[codec] * 3 >= most ? 1u << codec : 0;
	return likely;
}

/* Does one codec make as much of the document as another, and leave no more unread? */
static bool
is_as_good(const struct evidence *e, size_t one, size_t other)
{
	return e->codec[one].points >= e->codec[other].points && e->codec[one].weak >= e->codec[other].weak &&
	    e->codec[one].intact <= e->codec[other].intact;
}

/* Is another codec better, or as good and before it in the list? */
static bool
is_outdone(const struct repair *r, size_t codec)
{
	const struct evidence *e = &r->document;

	for (size_t other = 0; other < r->codecs->len; other++)
		if (other != codec && is_as_good(e, other, codec) && (other < codec || !is_as_good(e, codec, other)))
			return true;
	return false;
}

void
normalize_encoding(struct patch_list *out, const struct codecs *c, struct slice text)
{
	struct repair r = { .codecs = c, .text = text, .useful = likely_codecs(c, text) };

	gather_evidence(&r, &r.document, 0, text.len, false);
	for (size_t codec = 0; codec < c->len; codec++)
		if (r.document.codec[codec].weak == 0 || is_outdone(&r, codec))
			r.useful &= ~(1u << codec);
	r.blanks = r.useful;
	for (size_t start = 0; start < text.len;) {
		size_t end = start + slice_find(slice_sub(text, start, text.len), '\n');

		repair_line(out, &r, start, end);
		start = end + 1;
	}
	mem_free(r.run.at);
	mem_free(r.best.at);
	mem_free(r.read);
	mem_free(r.kept);
}
