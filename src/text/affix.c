#include "affix.h"

#include "lexicon.h"

/* The next column of a line, empty where there is none. */
static struct slice
column(struct slice *line)
{
	return line->at != NULL ? slice_cut(line, '\t') : slice_make("", 0);
}

struct affixes
affixes_new(const char *lang, const char *class)
{
	struct slice tsv = lexicon_builtin(lang, "affixes");
	struct affixes a = { 0 };

	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n'), letters, instead, least;
		struct affix *to;

		letters = column(&line);
		if (letters.len == 0 || letters.at[0] == '#' || !slice_is(column(&line), class))
			continue;
		instead = column(&line);
		least = column(&line);
		MEM_GROW(a.at, a.cap, a.len + 1);
		to = &a.at[a.len++];
		*to = (struct affix){ .letters = letters, .instead = instead };
		if (!slice_number(least, &to->least))
			to->least = 0;
	}
	return a;
}

void
affixes_free(struct affixes *a)
{
	mem_free(a->at);
	*a = (struct affixes){ 0 };
}

/* Is it long enough, and does its last letter fit, which tells most? */
static bool
may_end(const struct affix *a, struct slice word)
{
	return word.len >= a->letters.len + a->least && word.at[word.len - 1] == a->letters.at[a->letters.len - 1];
}

const struct affix *
affixes_ending(const struct affixes *a, const struct affix *behind, struct slice word)
{
	for (size_t i = behind != NULL ? (size_t)(behind - a->at) + 1 : 0; i < a->len; i++) {
		const struct affix *end = &a->at[i];

		if (may_end(end, word) && slice_eq(slice_sub(word, word.len - end->letters.len, word.len), end->letters))
			return end;
	}
	return NULL;
}

const struct affix *
affixes_beginning(const struct affixes *a, struct slice word)
{
	for (size_t i = 0; i < a->len; i++) {
		struct slice letters = a->at[i].letters;

		if (word.len >= letters.len + a->at[i].least && slice_eq(slice_sub(word, 0, letters.len), letters))
			return &a->at[i];
	}
	return NULL;
}
