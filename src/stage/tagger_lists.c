#include "tagger_lists.h"

#include "buf.h"
#include "mem.h"

struct tagger_lists {
	struct lexicon *lexicon;
	struct buf words; /* a line each, from all sources */
};

static const struct {
	const char *list;
	size_t column;     /* the column that must hold value; 0 is the first behind the word */
	const char *value; /* NULL: any */
	unsigned bit;
} sources[] = {
	{ "countries", 0, NULL, LIST_NATION },
	{ "nations", 1, "name", LIST_NATION },
	{ "nations", 1, "abbreviation", LIST_NATION },
	{ "nations", 1, "adjective", LIST_PEOPLE },
	{ "nations", 1, "singular", LIST_PEOPLE },
	{ "nations", 1, "plural", LIST_PEOPLE },
	{ "nations", 1, "capital", LIST_PLACE },
	{ "nations", 1, "seat", LIST_PLACE },
	{ "regions", 0, NULL, LIST_PLACE },
	{ "places", 0, NULL, LIST_PLACE },
	{ "givennames", 0, NULL, LIST_GIVEN },
	{ "organisations", 0, NULL, LIST_ORG },
	{ "orgheads", 0, NULL, LIST_HEAD },
	{ "titles", 0, NULL, LIST_TITLE },
	{ "titles", 0, "honorific", LIST_HONORIFIC },
	{ "surnames", 0, NULL, LIST_SURNAME },
	{ "persons", 0, NULL, LIST_KNOWN },
	{ "placeheads", 0, NULL, LIST_PLACE_HEAD },
	{ "groups", 0, NULL, LIST_PEOPLE },
	{ "things", 0, NULL, LIST_THING },
	{ "things", 0, "no", LIST_NO_NAME },
	{ "commonwords", 0, NULL, LIST_COMMON },
};

/* Adds the words of a list whose column has the value, a line each. */
static void
add_list(struct buf *out, struct slice tsv, size_t i)
{
	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n');
		struct slice word = slice_cut(&line, '\t');
		struct slice column = slice_cut(&line, '\t');

		for (size_t k = 0; k < sources[i].column; k++)
			column = slice_cut(&line, '\t');
		if (word.len == 0 || word.at[0] == '#' || (sources[i].value != NULL && !slice_is(column, sources[i].value)))
			continue;
		buf_add(out, word);
		buf_byte(out, '\n');
	}
}

static unsigned
number_of(unsigned bit)
{
	unsigned n = 0;

	while (bit >> n > 1)
		n++;
	return n;
}

struct tagger_lists *
tagger_lists_new(void)
{
	enum { SOURCES = sizeof sources / sizeof *sources };
	struct tagger_lists *l = mem_alloc(sizeof *l);
	size_t end[SOURCES], start = 0;

	l->lexicon = lexicon_new();
	for (size_t i = 0; i < SOURCES; i++) {
		add_list(&l->words, lexicon_builtin("en", sources[i].list), i);
		end[i] = l->words.len;
	}
	for (size_t i = 0; i < SOURCES; start = end[i++])
		lexicon_add_list(l->lexicon, slice_sub(buf_slice(&l->words), start, end[i]), 0, number_of(sources[i].bit));
	return l;
}

void
tagger_lists_free(struct tagger_lists *l)
{
	if (l == NULL)
		return;
	lexicon_free(l->lexicon);
	buf_free(&l->words);
	mem_free(l);
}

uint32_t
tagger_lists_first(const struct tagger_lists *l, uint64_t hash, unsigned *bits)
{
	const struct entry *one;
	uint32_t next = lexicon_first(l->lexicon, hash, &one);

	*bits = one != NULL ? one->lists : 0;
	return next;
}

unsigned
tagger_lists_longer(const struct tagger_lists *l, uint32_t next, const uint64_t *hash, size_t n, size_t i, size_t *taken)
{
	const struct entry *e = lexicon_longer(l->lexicon, next, hash, n, i, taken);

	return e != NULL ? e->lists : 0;
}
