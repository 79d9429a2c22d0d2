/* The built-in lists: a column that takes one of few words, or several, holds no other.  Who reads a list asks for the words that
 * it knows, and would pass over one that is misspelt. */
#include <string.h>

#include "builtin.h"
#include "lexicon.h"
#include "tap.h"

static const struct {
	const char *lang, *name;
	int column;
	const char *words; /* "-": or nothing */
} rows[] = {
	{ "en", "affixes", 2, "plural members person past stem negation trade craft" },
	{ "en", "contexts", 2, "before after clause article opening" },
	{ "en", "contexts", 3, "person organisation place misc government alias birth" },
	{ "en", "contexts", 4, "1 2 3 4 5" },
	{ "en", "countries", 3, "name formal" },
	{ "en", "givennames", 2, "m f x" },
	{ "en", "genders", 2, "m f" },
	{ "en", "mischeads", 2, "start end" },
	{ "en", "nations", 3, "name abbreviation adjective singular plural capital seat" },
	{ "en", "organisations", 2, "agency band body company media team university" },
	{ "en", "orgheads", 2, "start end" },
	{ "en", "orgheads", 3, "agency body company media suffix -" },
	{ "en", "particles", 2, "person within son phrase article behind" },
	{ "en", "persons", 2, "m f" },
	{ "en", "placeheads", 2, "start end" },
	{ "en", "placeheads", 3, "building land mountain road water -" },
	{ "en", "places", 2, "city continent landmark mountain region state water world" },
	{ "en", "regions", 2, "region" },
	{ "en", "roles", 2, "person org document institution title" },
	{ "en", "roles", 4, "m f -" },
	{ "en", "smallwords", 2, "he she it they which other prep office clause idle part definite area based article determiner one some age belongs elder younger"
	    " the of and who behind reply unnamed government country company verb former or" },
	{ "en", "statebodies", 2, "agency" },
	{ "en", "things", 2, "event thing work no" },
	{ "en", "titles", 2, "honorific office rank role" },
	{ "en", "titles", 3, "m f -" },
	{ "en", "words", 2, "common condition content focus function future intent limit modal negation number pronoun quantity refusal"
	    " relative time unit which" },
	{ "de", "traits", 1, "letters ordinals colon" },
	{ "es", "traits", 1, "letters ordinals colon" },
	{ "fr", "traits", 1, "letters ordinals colon" },
	{ "it", "traits", 1, "letters ordinals colon" },
	{ "nl", "traits", 1, "letters ordinals colon" },
	{ "pl", "traits", 1, "letters ordinals colon" },
	{ "pt", "traits", 1, "letters ordinals colon" },
	{ "ru", "traits", 1, "letters ordinals colon" },
	{ "uk", "traits", 1, "letters ordinals colon" },
	{ "any", "elements", 2, "inline line raw" },
	{ "any", "html-classes", 2, "body byline caption drop" },
	{ "any", "html-elements", 2, "block body break caption cell drop heading item pre skip void" },
	{ "any", "html-meta", 2, "lang published source title url" }
};

static bool
is_among(struct slice word, const char *words)
{
	struct slice rest = slice_from(word.len > 0 ? words : strchr(words, '-') != NULL ? "" : words);

	while (rest.at != NULL)
		if (slice_eq(slice_cut(&rest, ' '), word))
			return true;
	return false;
}

/* The number of the first line whose column holds another word, or 0; in *other the word. */
static size_t
line_of_other(struct slice list, int column, const char *words, struct slice *other)
{
	for (size_t number = 1; list.at != NULL && list.len > 0; number++) {
		struct slice line = slice_line(&list), field = { "", 0 };

		if (line.len == 0 || line.at[0] == '#')
			continue;
		for (int i = 0; i < column; i++)
			field = line.at != NULL ? slice_cut(&line, '\t') : slice_from("");
		do {
			*other = slice_cut(&field, ' ');
			if (!is_among(*other, words))
				return number;
		} while (field.at != NULL);
	}
	return 0;
}

static void
test_row(size_t i)
{
	struct slice list = lexicon_builtin(rows[i].lang, rows[i].name), other;
	size_t line = line_of_other(list, rows[i].column, rows[i].words, &other);
	char does[200];

	snprintf(does, sizeof does, "%s/%s.tsv: column %d holds words that are known", rows[i].lang, rows[i].name, rows[i].column);
	if (!tap_ok(list.len > 0 && line == 0, does))
		printf("# src/lexicon/%s/%s.tsv:%zu: unknown '%.*s'\n", rows[i].lang, rows[i].name, line, (int)other.len, other.at);
}

/* What stands behind a line that is no entry would not be read. */
static void
test_whole(const struct builtin *list)
{
	struct lexicon *l = lexicon_new();
	size_t line = lexicon_add(l, lexicon_builtin(list->lang, list->name), 0);
	char does[200];

	snprintf(does, sizeof does, "%s/%s.tsv: each line is an entry", list->lang, list->name);
	if (!tap_ok(line == 0, does))
		printf("# src/lexicon/%s/%s.tsv:%zu: holds no word\n", list->lang, list->name, line);
	lexicon_free(l);
}

int
main(void)
{
	struct slice other;

	tap_ok(line_of_other(slice_from("# a\nx\tm f\ny\tm g\n"), 2, "m f", &other) == 3 && slice_is(other, "g"), "another word is found");
	tap_ok(line_of_other(slice_from("x\tm\ny\t\n"), 2, "m f", &other) == 2, "and so is none");
	tap_ok(line_of_other(slice_from("x\tm\ny\n"), 2, "m -", &other) == 0, "but where there may be none");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(i);
	for (const struct builtin *list = builtin_lists; list->lang != NULL; list++)
		if (strcmp(list->lang, "page") != 0 && strcmp(list->name, "entities") != 0)
			test_whole(list);
	return tap_done();
}
