#include "match.h"

#include "match_edit.h"
#include "match_group.h"
#include "match_id.h"
#include "match_quote.h"
#include "match_relation.h"

struct match {
	struct quotations all;
	struct editor *editor; /* NULL: no change rows are wanted */
	size_t next;           /* quotation that match_fill comes to */
};

struct match *
match_new(const struct lexicon *words, const char *lang, bool edits)
{
	struct match *m = mem_alloc(sizeof *m);

	quotations_begin(&m->all, words, lang);
	m->all.keeps_text = edits;
	return m;
}

void
match_free(struct match *m)
{
	if (m->editor != NULL)
		editor_free(m->editor);
	quotations_free(&m->all);
	mem_free(m);
}

void
match_add(struct match *m, struct doc *d)
{
	quotations_add(&m->all, d);
}

void
match_run(struct match *m, size_t memory)
{
	quotations_weigh(&m->all);
	match_group(&m->all, memory);
	match_relate(&m->all);
	match_name(&m->all);
	if (m->all.keeps_text)
		m->editor = editor_new(&m->all);
}

void
match_fill(struct match *m, struct doc *d)
{
	size_t n;
	struct parts *parts = quotation_parts(d, &n);

	for (size_t i = 0; i < n; i++) {
		const struct quotation *q = &m->all.at[m->next++];
		struct slice id = statement_id(&m->all.at[q->root], &d->arena);

		for (size_t k = 0; k < parts[i].len; k++) {
			struct row *r = &d->row[parts[i].row[k]];

			row_fill(r, QUOTE_STATEMENT, id);
			row_fill(r, QUOTE_RELATION, slice_from(relation_name(q->relation)));
			row_fill(r, QUOTE_SIMILARITY, arena_hundredths(&d->arena, q->similarity));
		}
		if (m->editor != NULL && d->text.at != NULL) /* a span needs a text to stand in */
			editor_write(m->editor, q, d, d->row[parts[i].row[0]].field[QUOTE_NUMBER], id);
	}
}
