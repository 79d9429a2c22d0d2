#include "language.h"

#include "err.h"
#include "lexicon.h"

_Noreturn void
language_unknown(const char *code, const char *list, const char *also)
{
	struct buf names = { 0 };

	lexicon_languages(list, &names);
	program_usage("no language '%s': one of%.*s%s", code, (int)names.len, names.at, also);
}

struct slice
language_of(const struct doc *d)
{
	const struct row *row = doc_row(d);
	struct slice told = row != NULL ? row->field[DOC_LANG] : slice_make("", 0);
	struct slice rest = told;

	told = slice_cut(&rest, '-');
	return slice_cut(&told, '_');
}

void
language_count(struct language_count *c, const struct doc *d)
{
	struct slice told = language_of(d);

	c->docs++;
	c->others += told.len > 0 && !slice_is_fold(told, c->code);
}

void
language_warn(const struct language_count *c)
{
	if (c->others > 0)
		warn("%zu of %zu documents %s told to be in another language than %s, by whose rules %s read", c->others, c->docs,
		    c->others == 1 ? "is" : "are", c->code, c->others == 1 ? "it was" : "they were");
}
