#include "block_hint.h"

#include "ascii.h"
#include "block_date.h"
#include "block_sift.h"
#include "block_speech.h"
#include "block_title.h"
#include "lanes.h"
#include "lexicon.h"
#include "utf8.h"

struct hints {
	struct lexicon *phrases;
	struct lexicon *sure;    /* those that are looked for in prose too */
	struct sift sift;        /* of those */
	struct lexicon *cues;    /* verbs of saying */
};

enum { PHRASE_ROLE, PHRASE_PLACE, PHRASE_COLUMNS };

enum {
	LOOK = 240,       /* bytes of a line in which phrases are looked for */
	LOOK_PROSE = 96,  /* and of prose, and of prose with addresses in it */
	PROSE_MOST = 240, /* bytes of prose that may be a phrase's: a longer paragraph is the article's own */
	LOOK_ADDRESS = 600,
	SENTENCE = 5,     /* words with which a line that ends as a sentence does is one */
	PHRASE = 48,      /* bytes of a phrase, at most */
	CREDIT = 80,      /* bytes at the end of a caption in which its credit stands */
	HEAD_MORE = 4,    /* tokens behind the phrase that stands over a list: with as many it is a teaser, and no list follows */
	LIST_MOST = 12    /* lines of a list of other pages */
};

/* Is a phrase of that place looked for in prose? */
static bool
is_sure(struct slice place)
{
	return slice_is(place, "any") || slice_is(place, "note") || slice_is(place, "opens") || slice_is(place, "sentence") ||
	    slice_is(place, "closes") || slice_is(place, "address");
}

static void
add_phrases(struct hints *hints, struct slice tsv)
{
	lexicon_add(hints->phrases, tsv, PHRASE_COLUMNS);
	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n');
		struct slice place = line;

		for (size_t i = 0; i <= PHRASE_PLACE && place.at != NULL; i++)
			slice_cut(&place, '\t');
		if (place.at != NULL && line.at[0] != '#' && is_sure(slice_cut(&place, '\t'))) {
			lexicon_add(hints->sure, line, PHRASE_COLUMNS);
			sift_add(&hints->sift, slice_cut(&line, '\t'));
		}
	}
}

/* Of the words of a language's sentences the verbs of saying. */
static void
add_cues(struct hints *hints, struct slice tsv)
{
	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n');

		if (slice_ends(line, "\tcue"))
			lexicon_add(hints->cues, line, 1);
	}
}

struct hints *
hints_new(const char *lang)
{
	struct hints *hints = mem_alloc(sizeof *hints);
	const char *const langs[] = { lang, "any" };

	hints->phrases = lexicon_new();
	hints->sure = lexicon_new();
	hints->cues = lexicon_new();
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		struct slice list = lexicon_builtin(langs[i], "boilerplate");

		if (list.at != NULL)
			add_phrases(hints, list);
	}
	add_cues(hints, lexicon_builtin(lang, "sentence-words"));
	return hints;
}

void
hints_free(struct hints *hints)
{
	lexicon_free(hints->phrases);
	lexicon_free(hints->sure);
	lexicon_free(hints->cues);
	mem_free(hints);
}

static enum role
role_of(struct slice name)
{
	enum role role = 0;

	while (role < ROLE_COUNT && !slice_is(name, role_name(role)))
		role++;
	return role;
}

/* The tokens of a line without the marks at its ends. */
struct words {
	const struct token *at;
	size_t first, end;
	bool open_line;
};

/* Where the sentence before text[i] ends, if one of the line begins there, with a bracket maybe: "... she said. (Photo: Lars Vik)";
 * SIZE_MAX if none does, line->start at the start of the line. */
static size_t
sentence_before(struct slice text, const struct block_line *line, size_t i)
{
	size_t end;

	while (i > line->start && (text.at[i - 1] == ' ' || text.at[i - 1] == '(' || text.at[i - 1] == '['))
		i--;
	end = i;
	while (i > line->start && (text.at[i - 1] == '"' || text.at[i - 1] == '\'' || text.at[i - 1] == ')'))
		i--;
	if (i >= line->start + 3 && (memcmp(text.at + i - 3, "”", 3) == 0 || memcmp(text.at + i - 3, "’", 3) == 0))
		i -= 3;
	if (i == line->start)
		return line->start;
	return text.at[i - 1] == '.' || text.at[i - 1] == '!' || text.at[i - 1] == '?' ? end : SIZE_MAX;
}

/* Are there only marks from text[i] to the end of the line? */
static bool
ends_line(struct slice text, const struct block_line *line, size_t i)
{
	while (i < line->end && !ascii_alnum(text.at[i]) && (unsigned char)text.at[i] < 0x80)
		i++;
	return i == line->end;
}

/* Does a phrase of taken tokens from i on stand where its entry wants it? */
static bool
in_place(struct slice place, struct slice text, const struct block_line *line, const struct words *words, size_t i, size_t taken)
{
	if (slice_is(place, "opens"))
		return words->open_line && i == words->first;
	if (slice_is(place, "sentence"))
		return sentence_before(text, line, words->at[i].start) < SIZE_MAX;
	if (slice_is(place, "closes"))
		return ends_line(text, line, words->at[i + taken - 1].end);
	if (slice_is(place, "address"))
		return (line->flags & LINE_ADDRESS) != 0;
	if (slice_is(place, "line"))
		return i == words->first && i + taken == words->end;
	if (slice_is(place, "start")) /* "Sponsored events were cancelled in Lund." */
		return i == words->first && ((line->flags & (LINE_STOP | LINE_INNER)) != LINE_STOP || line->words < SENTENCE);
	if (slice_is(place, "head"))
		return i == words->first;
	if (slice_is(place, "end"))
		return i + taken == words->end;
	if (slice_is(place, "names"))
		return i == words->first && line->words <= 12 && line->caps > line->low + 1;
	return true;
}

/* Takes what the phrases say that begin at one of the words, of n tokens; of several the last role in enum role, which is the surest. */
static void
hint_by_words(const struct lexicon *phrases, struct slice text, struct block_line *line, const struct words *words, size_t n)
{
	for (size_t i = words->first; i < words->end; i++) {
		size_t taken;
		const struct entry *e = lexicon_longest(phrases, text, words->at, n, i, &taken);

		for (; e != NULL; e = e->next) {
			enum role role = role_of(e->column[PHRASE_ROLE]);

			struct slice place = e->column[PHRASE_PLACE];
			size_t behind = sentence_before(text, line, words->at[i].start);

			if (!in_place(place, text, line, words, i, taken))
				continue;
			if (line->hint == ROLE_COUNT || role > line->hint)
				line->hint = role;
			line->sure |= is_sure(place);
			line->cut = line->cut == 0 && behind < SIZE_MAX ? behind : line->cut;
			line->note |= slice_is(place, "note") || slice_is(place, "opens");
			line->head |= slice_is(place, "head") && i + taken + HEAD_MORE > words->end;
			line->tail |= slice_is(place, "tail");
		}
	}
}

/* The bits of the bytes from text[i] on, of a load at most, at which a word may begin. */
static uint32_t
word_starts(struct slice text, size_t i, bool in_word)
{
	uint32_t starts = 0;

	if (i + LANES <= text.len) {
		lanes bytes = lanes_load(text.at + i);
		uint32_t alnum = lanes_between(lanes_small(bytes), 'a', 'z') | lanes_between(bytes, '0', '9');

		return (alnum & ~(alnum << 1 | in_word)) | lanes_bits(lanes_in(bytes, '\xC2', '\xF4'));
	}
	for (size_t k = 0; i + k < text.len; in_word = ascii_alnum(text.at[i + k++]))
		if ((ascii_alnum(text.at[i + k]) && !in_word) || (unsigned char)text.at[i + k] >= 0xC2)
			starts |= UINT32_C(1) << k;
	return starts;
}

/* The last place from least to i at which a character begins; least, where bytes that begin none stand. */
static size_t
boundary_before(struct slice text, size_t least, size_t i)
{
	while (i > least && !utf8_boundary(text, i))
		i--;
	return i;
}

/* Looks for a phrase that is sure where a word may begin. */
static void
look_up_at(const struct hints *hints, struct slice text, struct block_line *line, size_t i, size_t end, struct token_list *tokens)
{
	struct words words = { 0 };

	if (!lexicon_may_start(hints->sure, text, i))
		return;
	end = end - i > PHRASE ? boundary_before(text, i, i + PHRASE) : end;
	if (!lexicon_may_match(hints->sure, slice_sub(text, 0, end), i))
		return;
	tokens->len = 0;
	token_cut(tokens, text, i, end);
	words.at = tokens->at;
	words.end = tokens->len > 0;
	words.open_line = i == line->start;
	hint_by_words(hints->sure, text, line, &words, tokens->len);
}

/* Looks in prose for phrases that are sure, in long prose at its start; only where one may begin are tokens cut. */
static void
look_up_prose(const struct hints *hints, struct slice text, struct block_line *line, struct token_list *tokens)
{
	size_t most = (line->flags & LINE_ADDRESS) != 0 ? LOOK_ADDRESS : LOOK_PROSE;
	size_t end = line->end - line->start > most ? boundary_before(text, line->start, line->start + most) : line->end;

	if (line->end - line->start > PROSE_MOST && most == LOOK_PROSE) {
		if (sift_may_begin(&hints->sift, slice_sub(text, 0, end), line->start))
			look_up_at(hints, text, line, line->start, end, tokens);
		return;
	}
	for (size_t i = line->start; i < end; i += LANES) {
		uint32_t starts = word_starts(slice_sub(text, 0, end), i, i > line->start && ascii_alnum(text.at[i - 1]));

		for (; starts != 0; starts &= starts - 1)
			if (sift_may_begin(&hints->sift, slice_sub(text, 0, end), i + lanes_first(starts)))
				look_up_at(hints, text, line, i + lanes_first(starts), end, tokens);
	}
}

static void
look_up(const struct hints *hints, struct slice text, struct block_line *line, struct token_list *tokens)
{
	size_t end = line->end - line->start > LOOK ? boundary_before(text, line->start, line->start + LOOK) : line->end;
	struct words words = { 0 };

	tokens->len = 0;
	token_cut(tokens, text, line->start, end);
	words.at = tokens->at;
	words.end = tokens->len;
	words.open_line = true;
	while (words.first < words.end && tokens->at[words.first].kind >= TOKEN_MARK)
		words.first++;
	while (words.end > words.first && tokens->at[words.end - 1].kind >= TOKEN_MARK)
		words.end--;
	hint_by_words(hints->phrases, text, line, &words, words.end);
}

/* Looks for a credit at the end of a long line that does not end as sentences do: "… in the harbour. Credit: Lars Vik" */
static void
look_up_credit(const struct hints *hints, struct slice text, struct block_line *line, struct token_list *tokens)
{
	struct words words = { 0 };
	size_t start = line->end - line->start > CREDIT ? boundary_before(text, line->start, line->end - CREDIT) : line->start;

	tokens->len = 0;
	token_cut(tokens, text, start, line->end);
	words.at = tokens->at;
	words.end = tokens->len;
	hint_by_words(hints->phrases, text, line, &words, words.end);
	if (line->hint == ROLE_CAPTION)
		line->sure = true;
	else
		line->hint = ROLE_COUNT;
}

/* Marks what stands under a head: the lists of other pages, all lines of them that are no prose, and captions. */
static void
hint_lists(struct line_list *lines)
{
	enum role role = ROLE_BOILERPLATE;
	size_t left = 0;

	for (size_t i = 0; i < lines->len; i++) {
		struct block_line *line = &lines->at[i];

		if (line_is_prose(line) || (line->flags & LINE_HEADING) != 0)
			left = 0;
		if (left > 0 && line->hint == ROLE_COUNT)
			line->hint = role;
		left -= left > 0;
		if (line->head) {
			role = line->hint;
			left = role == ROLE_CAPTION ? 1 : LIST_MOST;
		}
	}
}

static enum role
hint_by_shape(const struct block_line *line)
{
	if (line_is_stamp(line))
		return ROLE_DATELINE;
	return (line->flags & (LINE_DEBRIS | LINE_RIGHTS)) != 0 && !line_is_prose(line) ? ROLE_BOILERPLATE : ROLE_COUNT;
}

/* What the words and the shape of a line say. */
static void
hint_line(const struct hints *hints, struct slice text, struct block_line *line, struct token_list *tokens)
{
	if (line_is_prose(line))
		look_up_prose(hints, text, line, tokens);
	if (line_is_prose(line) && (line->flags & LINE_STOP) == 0 && line->hint == ROLE_COUNT)
		look_up_credit(hints, text, line, tokens);
	if (!line_is_prose(line))
		look_up(hints, text, line, tokens);
}

static void
hint_dates(struct slice text, struct block_line *line)
{
	if (line->hint == ROLE_COUNT)
		line->hint = hint_by_shape(line);
	if (line->hint == ROLE_COUNT && line_is_prose(line) && line_is_dated_picture(line, text)) {
		line->hint = ROLE_CAPTION;
		line->sure = true;
	}
}

void
hint_lines(const struct hints *hints, struct slice text, struct slice title, struct line_list *lines)
{
	struct token_list tokens = { 0 };
	struct line_list told = { 0 };

	MEM_GROW(told.at, told.cap, lines->len);
	for (size_t i = 0; i < lines->len; i++) {
		MEM_GROW(told.at, told.cap, told.len + 1);
		told.at[told.len++] = lines->at[i];
		hint_line(hints, text, &told.at[told.len - 1], &tokens);
		speech_heed(hints->cues, text, &told, &tokens);
		hint_dates(text, &told.at[told.len - 1]);
	}
	mem_free(tokens.at);
	mem_free(lines->at);
	*lines = told;
	hint_lists(lines);
	hint_titles(lines, text, title);
}
